using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Whether a measure has improved over its latest six months by more than chance explains.</summary>
/// <param name="From">The first of the six months.</param>
/// <param name="To">The last of them: the latest with a figure.</param>
public sealed record RecentMovement(Month From, Month To, bool Improved)
{
    public const int Months = 6;

    /// <summary>
    /// Null where too little is known to say so: a month of the six has no figure, too few values for firm limits, the figures
    /// ended half a year ago, or the measure is never good or bad.
    /// </summary>
    /// <param name="judged">The month in which it is looked at.</param>
    public static RecentMovement? Of(ControlChart chart, Polarity polarity, Month judged)
    {
        if (polarity is Polarity.None or Polarity.CloseToTarget)
            return null;
        var latest = chart.Points.LastOrDefault(point => point.Value is not null);
        if (latest.Value is null)
            return null;
        var to = Month.Of(latest.On);
        var from = to.AddMonths(1 - Months);
        if (judged.MonthsSince(to) >= Months)
            return null;
        var months = chart.Points.Where(point => point.Value is not null && Month.Of(point.On) >= from).ToList();
        return months.Count == Months && months.TrueForAll(point => chart.Segments[point.Segment - 1].ShowsIcons)
            ? new(from, to, months.Exists(point => point.Meaning == Variation.Improvement)) : null;
    }
}
