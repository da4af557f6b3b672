using System.Globalization;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What the form for a target needs: the areas and documents to choose from, and what the target to change asks now.</summary>
public sealed class TargetForm(IDbContextFactory<TrackerContext> database)
{
    /// <summary>How many lines the form offers beyond those that are filled.</summary>
    public const int FreeLines = 4;

    public sealed record Opened(ProgrammeHeader Programme, MeasureRow Measure, AreaTree Areas, IReadOnlyList<SourceOption> Sources, SaveTarget.Input Input);

    /// <param name="instead">The target to change; null for one more.</param>
    public async Task<Opened> LoadAsync(Actor actor, string slug, string code, int? instead, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var areas = await db.LoadAreasAsync(programme.Id, cancel);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var sources = await db.SourcesSeenBy(actor, programme.Id).LoadAsOptionsAsync(cancel);
        var input = new SaveTarget.Input { Programme = slug, Measure = code, From = Month.Of(programme.JudgedOn).ToIso() };
        if (instead is { } id)
        {
            var target = measure.Targets.SingleOrDefault(target => target.Id == id) ?? throw new NotFound("This target is not in force any more. Look at the measure's page for the one that is.");
            Fill(input, target, measure.Shape, await db.Targets.Where(one => one.Id == id).Select(one => one.SourceId).SingleAsync(cancel));
        }
        input.Lines.AddRange(Enumerable.Range(0, FreeLines).Select(_ => new SaveTarget.Line()));
        return new Opened(programme, measure, areas, sources, input);
    }

    private static void Fill(SaveTarget.Input input, TargetPlan target, MeasureShape shape, int? sourceId)
    {
        input.Instead = target.Id;
        input.SetBy = target.SetBy;
        input.Source.SourceId = sourceId;
        input.Paragraph = target.Paragraph;
        input.AreaId = target.AreaId;
        input.From = target.From.ToIso();
        input.To = target.To?.ToIso();
        input.Path = target.Path;
        input.Tolerance = target.Tolerance == 0 ? null : Text(target.Tolerance);
        input.ToleranceKind = target.ToleranceKind;
        input.Lines = [.. target.Points.Select(point => new SaveTarget.Line { Month = point.Month.ToIso(), Value = Text(point.Value), UpTo = point.UpperValue is { } upper ? Text(upper) : null })];
    }

    private static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
