using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The months whose sum of parts, which a board may have seen, would go if the tree of areas were another.</summary>
internal static class SumsOfParts
{
    /// <summary>
    /// In order; two statements. A month in which the area has a figure of its own is none of them: it shows that figure
    /// whatever its parts are, and only the remark that the two differ comes or goes. Nor is one that says '5 of 6
    /// reported': it has no sum to lose. An area's own whole changes only where this area's figure does, so looking at the
    /// area that the changed one is part of is enough.
    /// </summary>
    public static async Task<IReadOnlyList<Month>> LoadMonthsLosingTheirSumAsync(this TrackerContext db, int programmeId, int areaId, AreaTree before, AreaTree after, CancellationToken cancel)
    {
        var within = after.InOrder.Where(area => after.IsWithin(area.Id, areaId)).Select(area => area.Id).ToList();
        var rows = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.SupersededIn == null && within.Contains(revision.Observation.AreaId))
            .AsRows()
            .ToListAsync(cancel);
        var measures = await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programmeId)
            .Select(measure => new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period))
            .ToListAsync(cancel);
        var (now, then) = (new MonthlyFigures(before, rows, publishedOnly: false), new MonthlyFigures(after, rows, publishedOnly: false));
        return [.. measures
            .SelectMany(measure => now.MonthsOf(measure).Where(month =>
                now.Of(measure, areaId, month).Value is MeasureValue.Counted { IsSumOfParts: true } sum && sum != then.Of(measure, areaId, month).Value))
            .Distinct().Order()];
    }
}
