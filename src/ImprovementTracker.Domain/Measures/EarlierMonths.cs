using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The months before those that are to be recorded, of some measures in every area: what a figure there usually is.</summary>
internal sealed class EarlierMonths
{
    private readonly AreaTree _areas;
    private readonly MonthlyFigures _figures;
    private readonly ILookup<(int Measure, int Area), ValueRow> _rows;
    private readonly Dictionary<int, Month> _first;
    private readonly ILookup<int, (int? AreaId, Month From)> _breaks;
    private readonly Dictionary<(int Measure, int Area), Series> _series = [];
    private readonly int _fewest;

    private EarlierMonths(Month limit, AreaTree areas, List<ValueRow> rows, ILookup<int, (int?, Month)> breaks, int fewest)
    {
        (Limit, _areas, _breaks, _fewest) = (limit, areas, breaks, fewest);
        _figures = new MonthlyFigures(areas, rows, publishedOnly: false);
        _rows = rows.OrderBy(row => row.Month).ToLookup(row => (row.MeasureId, row.AreaId));
        _first = rows.GroupBy(row => row.MeasureId).ToDictionary(rowsOfOne => rowsOfOne.Key, rowsOfOne => rowsOfOne.Min(row => row.Month));
    }

    /// <summary>What was recorded before this month is known.</summary>
    public Month Limit { get; }

    /// <summary>Three statements.</summary>
    public static async Task<EarlierMonths> LoadAsync(TrackerContext db, ProgrammeHeader programme, AreaTree areas, IReadOnlyCollection<int> measureIds, Month limit, CancellationToken cancel)
    {
        var rows = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.SupersededIn == null && measureIds.Contains(revision.Observation.MeasureId)
                && revision.Observation.Month < limit && revision.Observation.Period == revision.Observation.Measure.Period)
            .Select(revision => new ValueRow(
                revision.Observation.MeasureId, revision.Observation.AreaId, revision.Observation.Month, revision.Observation.Period, revision.Kind,
                revision.Numerator, revision.Denominator, revision.Printed, revision.PrintedDecimals, null, revision.Status, revision.IsIllustrative, revision.Number, revision.IsRevised, null, null))
            .ToListAsync(cancel);
        var redefined = await db.EarlierDefinitions.AsNoTracking()
            .Where(earlier => measureIds.Contains(earlier.MeasureId) && earlier.Until < limit)
            .Select(earlier => new { earlier.MeasureId, earlier.Until })
            .ToListAsync(cancel);
        var rebased = await db.Rebases.AsNoTracking()
            .Where(rebase => measureIds.Contains(rebase.MeasureId) && rebase.EndedIn == null && rebase.From <= limit)
            .Select(rebase => new { rebase.MeasureId, rebase.AreaId, rebase.From })
            .ToListAsync(cancel);
        return new EarlierMonths(
            limit,
            areas,
            rows,
            redefined.Select(one => (one.MeasureId, AreaId: (int?)null, From: one.Until.AddMonths(1)))
                .Concat(rebased.Select(one => (one.MeasureId, one.AreaId, one.From)))
                .ToLookup(one => one.MeasureId, one => (one.AreaId, one.From)),
            programme.FewestForFirmLimits);
    }

    /// <summary>What the area showed in the last month before the limit.</summary>
    public AreaFigure Before(MeasureShape measure, int areaId) => _figures.Of(measure, areaId, Limit.AddMonths(-1));

    /// <summary>From the months before the given one, since the measure's meaning or the series last began anew; null where these are too few to judge by.</summary>
    /// <param name="month">The limit or a month before it.</param>
    public UsualRange? UsualOf(MeasureShape measure, int areaId, Month month)
    {
        if (!_first.TryGetValue(measure.Id, out var first) || first >= month)
            return null;
        if (!_series.TryGetValue((measure.Id, areaId), out var series))
            _series[(measure.Id, areaId)] = series = SeriesOf(measure, areaId, first);
        var start = _breaks[measure.Id].Where(one => (one.AreaId is null || one.AreaId == areaId) && one.From <= month).Select(one => one.From).Append(first).Max();
        var (from, to) = (PlaceOf(series.Months, start), PlaceOf(series.Months, month));
        return from >= to ? null : UsualRange.Of(series.Figures.AsSpan(from, to - from), _fewest);
    }

    private Series SeriesOf(MeasureShape measure, int areaId, Month first)
    {
        // An area without parts shows what is recorded for it, and most areas are such.
        var months = _areas.PartsOf(areaId).Count == 0
            ? _rows[(measure.Id, areaId)].Select(row => (row.Month, row.ToValue(measure.Unit).Figure))
            : first.To(Limit.AddMonths(-1)).Select(month => (Month: month, _figures.Of(measure, areaId, month).Figure));
        var known = months.Where(month => month.Figure is not null).ToList();
        return new([.. known.Select(month => month.Month)], [.. known.Select(month => month.Figure!.Value)]);
    }

    /// <summary>How many months lie before the given one.</summary>
    private static int PlaceOf(Month[] months, Month month)
    {
        var found = Array.BinarySearch(months, month);
        return found >= 0 ? found : ~found;
    }

    /// <summary>The months that have a figure, in order.</summary>
    private sealed record Series(Month[] Months, decimal[] Figures);
}
