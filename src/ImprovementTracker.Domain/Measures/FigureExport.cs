using System.Runtime.CompilerServices;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Which figures are exported; each that is null is not narrowed.</summary>
/// <param name="Measure">A measure's code.</param>
public sealed record FigureChoice(Month? From = null, Month? To = null, string? Measure = null);

/// <summary>A measure as an export names it.</summary>
public sealed record ExportMeasure(int Id, string Code, string Name, MeasureUnit Unit, int Decimals, PeriodType Period);

/// <summary>A recorded value as it leaves the program, as far as the person may see it.</summary>
/// <param name="Area">A name that means no other area in the month.</param>
/// <param name="PublishedOnly">Small numbers are withheld, and reasons that people gave to each other.</param>
public sealed record ExportedFigure(ExportMeasure Measure, string Area, ValueRow Row, bool PublishedOnly)
{
    private readonly MeasureValue _value = Row.Shown(Measure.Unit, PublishedOnly);

    public Month Month => Row.Month;

    /// <summary>Whether it is of the measure's own kind of period, and so one of its series.</summary>
    public bool IsOwnPeriod => Row.Period == Measure.Period;

    public bool IsWithheld => _value is MeasureValue.Withheld;
    public bool IsNotCaptured => _value is MeasureValue.NotCaptured;
    public bool IsStated => IsOwnPeriod && Row.Kind == ValueKind.Stated;

    /// <summary>Whether numerator and denominator say it, be it that it was not captured.</summary>
    public bool HasCounts => IsOwnPeriod && Row.Kind != ValueKind.Stated && Measure.Unit.HasDenominator();

    /// <summary>Whether one number says it, be it that it was not captured.</summary>
    public bool HasNumber => IsOwnPeriod && Row.Kind != ValueKind.Stated && !Measure.Unit.HasDenominator();

    public string? Reason => IsWithheld ? SmallNumbers.Reason : PublishedOnly ? null : Row.Reason;

    /// <summary>In the measure's unit, with no more decimals than a spreadsheet can hold exactly; null where there is no figure.</summary>
    public decimal? ComesTo => _value.Figure is { } figure ? Math.Round(figure, 6, MidpointRounding.AwayFromZero) : null;
}

/// <summary>
/// The programme's recorded figures, as a person may see them, in the form that an import takes back. However many there are,
/// they are read and passed on one by one.
/// </summary>
public sealed class FigureExport(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Measures">All that can be chosen.</param>
    /// <param name="Months">All that can be chosen: from the first recorded to the last. Empty where nothing is.</param>
    /// <param name="AsAt">UTC; what is recorded later is not in it.</param>
    /// <param name="PublishedOnly">Approved figures of the whole authority, small numbers withheld.</param>
    /// <param name="Figures">By measure, month and area; read when it is gone through.</param>
    public sealed record Opened(ProgrammeHeader Programme, IReadOnlyList<ExportMeasure> Measures, IReadOnlyList<Month> Months, FigureChoice Choice, DateTime AsAt, bool PublishedOnly, IAsyncEnumerable<ExportedFigure> Figures)
    {
        /// <summary>April 2010 to May 2011: the months chosen, or all that have figures.</summary>
        public string Period => (Choice.From, Choice.To, Months) switch
        {
            ({ } from, { } to, _) => $"{from} to {to}",
            (null, null, []) => "none",
            (_, _, []) => $"{(Choice.From is { } start ? $"from {start}" : $"to {Choice.To}")}",
            var (from, to, months) => $"{from ?? months[0]} to {to ?? months[^1]}",
        };
    }

    /// <summary>Four statements, and one more when the figures are gone through.</summary>
    /// <exception cref="BrokenRule">The first month lies after the last.</exception>
    public async Task<Opened> LoadAsync(Actor actor, string slug, FigureChoice choice, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, areas) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadPublished, cancel);
        if (choice.From > choice.To)
            throw new BrokenRule("The first month lies after the last. Choose them the other way round.");
        var measures = await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id)
            .OrderBy(measure => measure.ThemeId == null).ThenBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .Select(measure => new ExportMeasure(measure.Id, measure.Code, measure.Name, measure.Unit, measure.Decimals, measure.Period))
            .ToListAsync(cancel);
        if (choice.Measure is { } code && !measures.Exists(measure => measure.Code == code))
            throw new NotFound(MeasurePage.NoSuchMeasure);
        var seen = Standing(db, actor, programme.Id).Select(revision => revision.Observation.Month);
        var first = await seen.OrderBy(month => month).Take(1).ToListAsync(cancel);
        var last = await seen.OrderByDescending(month => month).Take(1).ToListAsync(cancel);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        return new(programme, measures, first is [var from] ? [.. from.To(last[0])] : [], choice, db.Clock.GetUtcNow().UtcDateTime, publishedOnly,
            ReadAsync(actor, programme.Id, areas, measures.ToDictionary(measure => measure.Id), choice, publishedOnly, cancel));
    }

    /// <summary>What was taken back says nothing that a file could say.</summary>
    private static IQueryable<ObservationRevision> Standing(TrackerContext db, Actor actor, int programmeId) =>
        db.RevisionsVisibleTo(actor, programmeId).Where(revision => revision.Kind != ValueKind.TakenBack);

    private async IAsyncEnumerable<ExportedFigure> ReadAsync(Actor actor, int programmeId, AreaTree areas, Dictionary<int, ExportMeasure> measures, FigureChoice choice, bool publishedOnly, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var revisions = Standing(db, actor, programmeId);
        if (choice.From is { } from)
            revisions = revisions.Where(revision => revision.Observation.Month >= from);
        if (choice.To is { } to)
            revisions = revisions.Where(revision => revision.Observation.Month <= to);
        if (choice.Measure is { } code)
            revisions = revisions.Where(revision => revision.Observation.Measure.Code == code);
        var rows = revisions
            .OrderBy(revision => revision.Observation.MeasureId).ThenBy(revision => revision.Observation.Month).ThenBy(revision => revision.Observation.AreaId).ThenBy(revision => revision.Observation.Period)
            .AsRows().AsAsyncEnumerable();
        var names = new Dictionary<(int, Month), string>();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            // A measure or an area that was added since this export began is not in it.
            if (measures.GetValueOrDefault(row.MeasureId) is not { } measure || areas.Find(row.AreaId) is not { } area)
                continue;
            if (!names.TryGetValue((area.Id, row.Month), out var name))
                names[(area.Id, row.Month)] = name = areas.NameIn(area, row.Month);
            yield return new(measure, name, row, publishedOnly);
        }
    }
}
