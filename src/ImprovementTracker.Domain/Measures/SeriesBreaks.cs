using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Where a programme's series begin anew, by a person's decision or because something is counted differently, and how many values limits need.</summary>
public sealed class SeriesBreaks
{
    private readonly ILookup<int, (int? AreaId, Month From)> _rebases;
    private readonly ILookup<int, Month> _definitions;
    private readonly int _fewestForLimits;

    internal SeriesBreaks(ILookup<int, (int? AreaId, Month From)> rebases, ILookup<int, Month> definitions, int fewestForLimits, int fewestForFirmLimits)
    {
        (_rebases, _definitions, _fewestForLimits, FewestForFirmLimits) = (rebases, definitions, fewestForLimits, fewestForFirmLimits);
    }

    /// <summary>With fewer values since a series began anew, nothing is said of its variation.</summary>
    public int FewestForFirmLimits { get; }

    /// <summary>The latest month, up to this one, from which the measure is counted as it is in this one; null where it always was.</summary>
    public Month? CountedSince(int measureId, Month month) => _definitions[measureId].Where(from => from <= month).Cast<Month?>().Max();

    /// <summary>Chance or change in a line of months of one area.</summary>
    public ControlChart Chart(MeasureShape measure, int areaId, IReadOnlyList<(Month Month, decimal? Figure)> line) => ControlChart.Of(
        new ControlSeries([.. line.Select(one => new DatedValue(one.Month, one.Figure))], measure.Polarity)
        {
            Rebases = [.. _rebases[measure.Id].Where(rebase => rebase.AreaId is null || rebase.AreaId == areaId).Select(rebase => rebase.From.FirstDay)],
            DefinitionChanges = [.. _definitions[measure.Id].Where(from => from > line[0].Month && from <= line[^1].Month).Select(from => from.FirstDay)],
            FewestForLimits = _fewestForLimits,
            FewestForIcons = FewestForFirmLimits,
        });
}

/// <summary>Loading them: three statements however much there is.</summary>
public static class SeriesBreaksOfProgramme
{
    public static async Task<SeriesBreaks> LoadSeriesBreaksAsync(this TrackerContext db, int programmeId, CancellationToken cancel)
    {
        var fewest = await db.Programmes.AsNoTracking().Where(programme => programme.Id == programmeId)
            .Select(programme => new { programme.FewestForLimits, programme.FewestForFirmLimits }).SingleAsync(cancel);
        var rebases = await db.Rebases.AsNoTracking().Where(rebase => rebase.Measure.ProgrammeId == programmeId && rebase.EndedIn == null)
            .Select(rebase => new { rebase.MeasureId, rebase.AreaId, rebase.From }).ToListAsync(cancel);
        var earlier = await db.EarlierDefinitions.AsNoTracking().Where(definition => definition.Measure.ProgrammeId == programmeId)
            .Select(definition => new { definition.MeasureId, definition.Until }).ToListAsync(cancel);
        return new(
            rebases.ToLookup(rebase => rebase.MeasureId, rebase => (rebase.AreaId, rebase.From)),
            earlier.ToLookup(definition => definition.MeasureId, definition => definition.Until.AddMonths(1)),
            fewest.FewestForLimits,
            fewest.FewestForFirmLimits);
    }
}
