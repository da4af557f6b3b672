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

    public sealed record Opened(ProgrammeHeader Programme, MeasureRow Measure, AreaTree Areas, IReadOnlyList<SourceOption> Sources, IReadOnlyList<RequirementChoice> Requirements, SaveTarget.Input Input);

    /// <summary>A requirement of the notice that a target can serve: R3, and what it asks.</summary>
    public sealed record RequirementChoice(int Id, string Reference, string Words);

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
            var target = measure.Targets.SingleOrDefault(target => target.Id == id) ?? throw new NotFound("This target was changed or ended meanwhile. Look at the measure's targets for the one that stands.");
            var serves = await db.Targets.Where(one => one.Id == id).Select(one => new { one.SourceId, one.RequirementId }).SingleAsync(cancel);
            Fill(input, target, serves.SourceId);
            input.RequirementId = serves.RequirementId;
        }
        input.Lines.AddRange(Enumerable.Range(0, FreeLines).Select(_ => new SaveTarget.Line()));
        var served = input.RequirementId;
        var requirements = await db.Requirements.AsNoTracking()
            .Where(requirement => requirement.ProgrammeId == programme.Id && (requirement.EndedIn == null || requirement.Id == served))
            .Select(requirement => new RequirementChoice(requirement.Id, requirement.Reference, requirement.Words))
            .ToListAsync(cancel);
        return new Opened(programme, measure, areas, sources,
            [.. requirements.OrderBy(one => one.Reference.Length).ThenBy(one => one.Reference, StringComparer.OrdinalIgnoreCase)], input);
    }

    private static void Fill(SaveTarget.Input input, TargetPlan target, int? sourceId)
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
