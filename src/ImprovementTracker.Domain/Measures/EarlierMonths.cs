using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The months before the one that is recorded, of some measures in every area: what a figure there usually is.</summary>
internal sealed class EarlierMonths
{
    private readonly Month _month;
    private readonly AreaTree _areas;
    private readonly MonthlyFigures _figures;
    private readonly ILookup<(int Measure, int Area), ValueRow> _rows;
    private readonly Dictionary<int, Month> _first;
    private readonly ILookup<int, (int? AreaId, Month From)> _breaks;

    private readonly int _fewest;

    private EarlierMonths(Month month, AreaTree areas, List<ValueRow> rows, ILookup<int, (int?, Month)> breaks, int fewest)
    {
        (_month, _areas, _breaks, _fewest) = (month, areas, breaks, fewest);
        _figures = new MonthlyFigures(areas, rows, publishedOnly: false);
        _rows = rows.OrderBy(row => row.Month).ToLookup(row => (row.MeasureId, row.AreaId));
        _first = rows.GroupBy(row => row.MeasureId).ToDictionary(rowsOfOne => rowsOfOne.Key, rowsOfOne => rowsOfOne.Min(row => row.Month));
    }

    /// <summary>Three statements.</summary>
    public static async Task<EarlierMonths> LoadAsync(TrackerContext db, ProgrammeHeader programme, AreaTree areas, IReadOnlyCollection<int> measureIds, Month month, CancellationToken cancel)
    {
        var rows = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.SupersededIn == null && measureIds.Contains(revision.Observation.MeasureId)
                && revision.Observation.Month < month && revision.Observation.Period == revision.Observation.Measure.Period)
            .Select(revision => new ValueRow(
                revision.Observation.MeasureId, revision.Observation.AreaId, revision.Observation.Month, revision.Observation.Period, revision.Kind,
                revision.Numerator, revision.Denominator, revision.Printed, revision.PrintedDecimals, null, revision.Status, false, revision.Number, false, null, null))
            .ToListAsync(cancel);
        var redefined = await db.EarlierDefinitions.AsNoTracking()
            .Where(earlier => measureIds.Contains(earlier.MeasureId) && earlier.Until < month)
            .Select(earlier => new { earlier.MeasureId, earlier.Until })
            .ToListAsync(cancel);
        var rebased = await db.Rebases.AsNoTracking()
            .Where(rebase => measureIds.Contains(rebase.MeasureId) && rebase.EndedIn == null && rebase.From <= month)
            .Select(rebase => new { rebase.MeasureId, rebase.AreaId, rebase.From })
            .ToListAsync(cancel);
        return new EarlierMonths(
            month,
            areas,
            rows,
            redefined.Select(one => (one.MeasureId, AreaId: (int?)null, From: one.Until.AddMonths(1)))
                .Concat(rebased.Select(one => (one.MeasureId, one.AreaId, one.From)))
                .ToLookup(one => one.MeasureId, one => (one.AreaId, one.From)),
            programme.FewestForFirmLimits);
    }

    /// <summary>What the area showed in the month before.</summary>
    public AreaFigure Before(MeasureShape measure, int areaId) => _figures.Of(measure, areaId, _month.AddMonths(-1));

    /// <summary>Only since the measure's meaning or the series last began anew; null where that is too short to judge by.</summary>
    public UsualRange? UsualOf(MeasureShape measure, int areaId)
    {
        if (!_first.TryGetValue(measure.Id, out var first))
            return null;
        var start = _breaks[measure.Id].Where(one => one.AreaId is null || one.AreaId == areaId).Select(one => one.From).Append(first).Max();
        // An area without parts shows what is recorded for it, and most areas are such.
        var figures = _areas.PartsOf(areaId).Count == 0
            ? _rows[(measure.Id, areaId)].Where(row => row.Month >= start).Select(row => row.ToValue(measure.Unit).Figure)
            : start.To(_month.AddMonths(-1)).Select(month => _figures.Of(measure, areaId, month).Figure);
        return UsualRange.Of(figures.OfType<decimal>().ToArray(), _fewest);
    }
}
