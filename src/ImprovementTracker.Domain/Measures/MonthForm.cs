using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What the form for recording a month needs: the areas in force with what is recorded of each, and what was before.</summary>
public sealed class MonthForm(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Months">The months that can be recorded, latest first.</param>
    public sealed record Shown(ProgrammeHeader Programme, MeasureRow Measure, Month Month, IReadOnlyList<Month> Months, IReadOnlyList<AreaEntry> Areas);

    /// <param name="IsSum">Whether the area has parts whose sum it shows where it has no figure of its own.</param>
    /// <param name="Line">What the form shows of it: what is recorded as counted or not captured.</param>
    /// <param name="Current">What is recorded now; null when nothing is.</param>
    /// <param name="Earlier">What was recorded before, the latest first.</param>
    /// <param name="Difference">Its own value against the sum of its parts, where they are not the same number; else empty.</param>
    public sealed record AreaEntry(AreaNode Area, int Depth, bool IsSum, RecordMonth.Line Line, Recorded? Current, IReadOnlyList<Recorded> Earlier, string Difference);

    /// <summary>One revision: what, why, by whom and when.</summary>
    public sealed record Recorded(int Number, string Text, string? Reason, ValueStatus Status, bool IsIllustrative, string? Source, string Who, DateTime RecordedAt);

    /// <summary>Four statements. Without a month: the first that is not recorded yet, if it has begun.</summary>
    public async Task<Shown> LoadAsync(Actor actor, string slug, string code, Month? month, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var judged = Month.Of(programme.JudgedOn);
        var last = measure.LastMonth is { } end && end < judged ? end : judged;
        var next = measure.Last?.AddMonths(1) ?? last;
        var first = new[] { measure }.Earliest(programme);
        var shown = month is { } wanted && wanted >= first && wanted <= last ? wanted : next <= last ? next : last;

        var revisions = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.Observation.MeasureId == measure.Id && revision.Observation.Month == shown && revision.Observation.Period == measure.Shape.Period)
            .OrderByDescending(revision => revision.Number)
            .Select(revision => new Row(
                revision.Observation.AreaId,
                revision.Number,
                revision.Kind,
                revision.Numerator,
                revision.Denominator,
                revision.Printed,
                revision.PrintedDecimals,
                revision.Reason,
                revision.StatusReason,
                revision.Status,
                revision.IsIllustrative,
                revision.Source!.Title,
                revision.Paragraph,
                db.Changes.Where(change => change.Sequence == revision.RecordedIn).Select(change => change.PersonName).Single(),
                db.Changes.Where(change => change.Sequence == revision.RecordedIn).Select(change => change.RecordedAt).Single()))
            .ToListAsync(cancel);
        var byArea = revisions.ToLookup(revision => revision.AreaId);
        var figures = new MonthlyFigures(tree, byArea.Select(area => area.First().ToValueRow(measure, shown)), publishedOnly: false);
        return new Shown(
            programme,
            measure,
            shown,
            [.. first.To(last).Reverse()],
            [.. tree.InOrder.Where(area => area.IsInForce(shown)).Select(area => Entry(area, tree, measure, figures, shown, [.. byArea[area.Id]]))]);
    }

    private static AreaEntry Entry(AreaNode area, AreaTree tree, MeasureRow measure, MonthlyFigures figures, Month month, List<Row> rows)
    {
        var current = rows.Count == 0 ? null : rows[0];
        var parts = tree.PartsInForce(area.Id, month);
        var line = new RecordMonth.Line
        {
            AreaId = area.Id,
            Seen = current?.Number ?? 0,
            Numerator = current?.Kind == ValueKind.Counted ? Words.Count(current.Numerator ?? 0) : null,
            Denominator = current is { Kind: ValueKind.Counted, Denominator: { } denominator } ? Words.Count(denominator) : null,
            NotCaptured = current?.Kind == ValueKind.NotCaptured,
            Reason = current?.Kind == ValueKind.NotCaptured ? current.Reason : null,
        };
        return new AreaEntry(area, tree.DepthOf(area), parts.Count > 0, line,
            current?.ToRecorded(measure.Shape), [.. rows.Skip(1).Select(row => row.ToRecorded(measure.Shape))], MonthChecks.DiffersFromParts(figures, tree, measure.Shape, area.Id, month) ?? "");
    }

    private sealed record Row(
        int AreaId,
        int Number,
        ValueKind Kind,
        long? Numerator,
        long? Denominator,
        decimal? Printed,
        int? PrintedDecimals,
        string? Reason,
        string? StatusReason,
        ValueStatus Status,
        bool IsIllustrative,
        string? Source,
        string? Paragraph,
        string Who,
        DateTime RecordedAt)
    {
        public string Text(MeasureShape shape) => RevisionText.Of(Kind, Numerator, Denominator, Printed, PrintedDecimals, shape);

        public Recorded ToRecorded(MeasureShape shape) => new(Number, Text(shape), StatusReason is null ? Reason : $"unlocked: {StatusReason}", Status, IsIllustrative, Source is null ? null : Words.Cite(Source, Paragraph), Who, RecordedAt);

        public ValueRow ToValueRow(MeasureRow measure, Month month) =>
            new(measure.Id, AreaId, month, measure.Shape.Period, Kind, Numerator, Denominator, Printed, PrintedDecimals, Reason, Status, IsIllustrative, Number, IsRevised: false, Source, Paragraph);
    }
}
