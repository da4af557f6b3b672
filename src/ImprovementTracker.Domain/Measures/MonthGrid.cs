using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Which part of a month a person wants to enter.</summary>
/// <param name="Month">Null for the last that has ended.</param>
/// <param name="ThemeId">The only theme wanted; 0 for the measures without one; null for the usual.</param>
/// <param name="All">Every theme, however many cells that makes.</param>
public sealed record GridChoice(Month? Month = null, int? ThemeId = null, bool All = false);

/// <summary>
/// The grid in which a month is entered: measures by areas, with what is recorded, what was the month before, between
/// which figures the earlier months vary, and what this person typed and has not saved.
/// </summary>
public sealed class MonthGrid(IDbContextFactory<TrackerContext> database)
{
    /// <summary>A grid of more measures times areas opens with its first theme.</summary>
    public const int MostCellsUnasked = 600;

    /// <param name="Months">The months that can be recorded, latest first.</param>
    /// <param name="Themes">All that have a measure to enter.</param>
    /// <param name="ThemeId">The theme shown, 0 for the measures without one; null for all.</param>
    /// <param name="Areas">Those in force in the month, each before its parts.</param>
    /// <param name="Groups">The measures shown.</param>
    public sealed record Shown(
        ProgrammeHeader Programme, int PersonId, Month Month, IReadOnlyList<Month> Months, IReadOnlyList<ThemeEntry> Themes, int? ThemeId,
        IReadOnlyList<AreaNode> Areas, IReadOnlyList<ThemeGroup> Groups, Draft? Draft);

    /// <param name="Id">0 for the measures without a theme.</param>
    public sealed record ThemeEntry(int Id, string Name);

    public sealed record ThemeGroup(ThemeEntry Theme, IReadOnlyList<Row> Rows);

    public sealed record Row(MeasureToRecord Measure, IReadOnlyList<Cell> Cells);

    /// <param name="Typed">What is recorded as counted or not captured, as it would be typed.</param>
    /// <param name="IsLocked">Approved: nothing can be typed over it.</param>
    /// <param name="Stated">A figure that a document states, where that is what is recorded; else empty.</param>
    /// <param name="Now">What is recorded, how firmly, by whom and when; empty when nothing is.</param>
    /// <param name="Before">What the area showed the month before, and whether that is provisional or revised; empty when nothing.</param>
    /// <param name="Usual">Between which figures its earlier months vary; null where that cannot be said.</param>
    public sealed record Cell(AreaNode Area, TypedValue Typed, bool IsLocked, string Stated, string Now, string Before, UsualRange? Usual);

    /// <param name="KeptAt">UTC.</param>
    public sealed record Draft(DateTime KeptAt, IReadOnlyList<RecordGrid.Cell> Cells);

    private sealed record Measured(MeasureToRecord Measure, ThemeEntry Theme);

    private sealed record Recorded(
        int MeasureId, int AreaId, int Number, ValueKind Kind, long? Numerator, long? Denominator, decimal? Printed, int? PrintedDecimals,
        string? Reason, ValueStatus Status, string Who, DateTime RecordedAt);

    /// <summary>Nine statements at most.</summary>
    public async Task<Shown> LoadAsync(Actor actor, string slug, GridChoice choice, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var months = await MonthsAsync(db, programme, cancel);
        var month = choice.Month is { } wanted && months.Contains(wanted) ? wanted : LastEnded(programme.JudgedOn) is var ended && months.Contains(ended) ? ended : months[0];
        var measures = await MeasuresAsync(db, programme.Id, month, cancel);
        var themes = measures.Select(measure => measure.Theme).Distinct().ToList();
        IReadOnlyList<AreaNode> areas = [.. tree.InOrder.Where(area => area.IsInForce(month))];
        var theme = choice.All || themes.Count <= 1 ? null
            : themes.Find(theme => theme.Id == choice.ThemeId) ?? (measures.Count * areas.Count > MostCellsUnasked ? themes[0] : null);
        var shown = measures.Where(measure => theme is null || measure.Theme == theme).ToList();

        var ids = shown.Select(measure => measure.Measure.Shape.Id).ToList();
        var recorded = (await RecordedAsync(db, ids, month, cancel)).ToDictionary(row => (row.MeasureId, row.AreaId));
        var earlier = await EarlierMonths.LoadAsync(db, programme, tree, ids, month, cancel);
        var draft = await db.MonthDrafts.AsNoTracking()
            .Where(draft => draft.ProgrammeId == programme.Id && draft.PersonId == actor.PersonId && draft.Month == month)
            .Select(draft => new { draft.KeptAt, draft.Content }).SingleOrDefaultAsync(cancel);
        return new Shown(
            programme, actor.PersonId ?? 0, month, months, themes, theme?.Id, areas,
            [.. shown.GroupBy(measure => measure.Theme).Select(group => new ThemeGroup(group.Key, [.. group.Select(one => RowOf(one.Measure, areas, recorded, earlier))]))],
            draft is null ? null : new Draft(draft.KeptAt, DraftCells.Read(draft.Content)));
    }

    private static async Task<IReadOnlyList<Month>> MonthsAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel)
    {
        var recorded = await db.Observations.Where(observation => observation.Measure.ProgrammeId == programme.Id).OrderBy(observation => observation.Month)
            .Select(observation => (Month?)observation.Month).FirstOrDefaultAsync(cancel);
        var (start, last) = (Month.Of(programme.StartsOn), Month.Of(programme.JudgedOn));
        var first = recorded < start ? recorded.Value : start;
        return [.. (first < last ? first : last).To(last).Reverse()];
    }

    private static Month LastEnded(DateOnly day) => Month.Of(day).LastDay == day ? Month.Of(day) : Month.Of(day).AddMonths(-1);

    private static async Task<List<Measured>> MeasuresAsync(TrackerContext db, int programmeId, Month month, CancellationToken cancel) => await db.Measures.AsNoTracking()
        .Where(measure => measure.ProgrammeId == programmeId && (measure.LastMonth == null || measure.LastMonth >= month))
        .OrderBy(measure => measure.ThemeId == null).ThenBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Theme!.Id).ThenBy(measure => measure.Order).ThenBy(measure => measure.Id)
        .Select(measure => new Measured(
            new MeasureToRecord(new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period),
                measure.Code, measure.Name, measure.Numerator, measure.Denominator, measure.NumeratorIsPart, measure.LastMonth),
            new ThemeEntry(measure.ThemeId ?? 0, measure.Theme!.Name ?? "Without a theme")))
        .ToListAsync(cancel);

    private static async Task<List<Recorded>> RecordedAsync(TrackerContext db, List<int> measureIds, Month month, CancellationToken cancel) => await db.ObservationRevisions.AsNoTracking()
        .Where(revision => revision.SupersededIn == null && measureIds.Contains(revision.Observation.MeasureId)
            && revision.Observation.Month == month && revision.Observation.Period == revision.Observation.Measure.Period)
        .Select(revision => new Recorded(
            revision.Observation.MeasureId, revision.Observation.AreaId, revision.Number, revision.Kind, revision.Numerator, revision.Denominator, revision.Printed, revision.PrintedDecimals,
            revision.Reason, revision.Status,
            db.Changes.Where(change => change.Sequence == revision.RecordedIn).Select(change => change.PersonName).Single(),
            db.Changes.Where(change => change.Sequence == revision.RecordedIn).Select(change => change.RecordedAt).Single()))
        .ToListAsync(cancel);

    private static Row RowOf(MeasureToRecord measure, IReadOnlyList<AreaNode> areas, Dictionary<(int, int), Recorded> recorded, EarlierMonths earlier) =>
        new(measure, [.. areas.Select(area => CellOf(measure, area, recorded.GetValueOrDefault((measure.Shape.Id, area.Id)), earlier))]);

    private static Cell CellOf(MeasureToRecord measure, AreaNode area, Recorded? recorded, EarlierMonths earlier)
    {
        var typed = new TypedValue
        {
            AreaId = area.Id,
            Seen = recorded?.Number ?? 0,
            Numerator = recorded is { Kind: ValueKind.Counted, Numerator: { } numerator } ? Words.Count(numerator) : null,
            Denominator = recorded is { Kind: ValueKind.Counted, Denominator: { } denominator } ? Words.Count(denominator) : null,
            NotCaptured = recorded?.Kind == ValueKind.NotCaptured,
            Reason = recorded?.Kind == ValueKind.NotCaptured ? recorded.Reason : null,
        };
        var text = recorded is null ? "" : RevisionText.Of(recorded.Kind, recorded.Numerator, recorded.Denominator, recorded.Printed, recorded.PrintedDecimals, measure.Shape);
        var now = recorded is null ? "" : $"{text}, {(recorded.Status == ValueStatus.Approved ? "approved" : "provisional")}, by {recorded.Who} on {Words.Moment(recorded.RecordedAt)}";
        var before = earlier.Before(measure.Shape, area.Id);
        return new Cell(area, typed, recorded is { Status: ValueStatus.Approved, Kind: not ValueKind.TakenBack }, recorded?.Kind == ValueKind.Stated ? text : "", now,
            TextOf(before, measure.Shape) + Words.After(before.ShownMarks.AllInWords), earlier.UsualOf(measure.Shape, area.Id, earlier.Limit));
    }

    /// <summary>75% (30 of 40); empty where nothing is recorded.</summary>
    internal static string TextOf(AreaFigure figure, MeasureShape shape) =>
        figure.Value is MeasureValue.Nothing ? ""
        : figure.Figure is not { } value ? figure.WhyNone
        : figure.Counts.Length == 0 ? FigureText.Of(value, shape.Unit, shape.Decimals)
        : $"{FigureText.Of(value, shape.Unit, shape.Decimals)} ({figure.Counts})";
}
