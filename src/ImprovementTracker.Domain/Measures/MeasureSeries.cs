using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The control chart of a measure in an area, made of the same figures that every page shows.</summary>
public static class MeasureSeries
{
    /// <param name="from">The first month; months before it play no part in the limits.</param>
    /// <param name="rebases">The months from which a person has said that the limits begin anew.</param>
    /// <param name="startsAnew">The months from which the measure is counted differently.</param>
    public static ControlChart ChartOf(ProgrammeHeader programme, MeasureShape measure, MonthlyFigures figures, int areaId, Month from, Month to, IEnumerable<Month> rebases, IEnumerable<Month> startsAnew) =>
        ControlChart.Of(new([.. from.To(to).Select(month => new DatedValue(month, figures.Of(measure, areaId, month).Figure))], measure.Polarity)
        {
            // What began after the last month is nothing that this chart can show.
            Rebases = [.. rebases.Where(month => month <= to).Select(month => month.FirstDay).Distinct().Order()],
            DefinitionChanges = [.. startsAnew.Where(month => month <= to).Select(month => month.FirstDay).Distinct().Order()],
            FewestForLimits = programme.FewestForLimits,
            FewestForIcons = programme.FewestForFirmLimits,
        });
}
