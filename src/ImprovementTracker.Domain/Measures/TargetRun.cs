using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>How long a target has been met: up to the month looked at, and at its longest. A month without a figure or a target breaks a run.</summary>
/// <param name="InARow">Months met in a row up to the last; 0 when it is not met then.</param>
/// <param name="Longest">Months of the longest run; the latest of several equally long.</param>
/// <param name="LongestEnd">The last month of the longest run; null when it was never met.</param>
public sealed record TargetRun(int InARow, int Longest, Month? LongestEnd)
{
    /// <summary>
    /// The months that a run is counted over, the latest first: every one up to the chart's last that is counted as that one
    /// is, however short the line drawn, each against what the setter asked in it.
    /// </summary>
    /// <param name="chart">From the first month recorded on, or from a later one since which it is counted alike.</param>
    public static IEnumerable<(Month Month, TargetVerdict Verdict)> MonthsBack(MeasureRow measure, int areaId, TargetSetter setter, ControlChart chart)
    {
        var alike = measure.CountedAlikeSince(Month.Of(chart.Points[^1].On));
        for (var place = chart.Points.Count - 1; place >= 0; place--)
        {
            var month = Month.Of(chart.Points[place].On);
            if (month < alike)
                yield break;
            yield return (month, measure.Compare(chart.Points[place].Value, areaId, setter, month).Verdict);
        }
    }

    /// <summary>Looks no further back than the first month that was not met.</summary>
    public static int MetInARow(IEnumerable<(Month Month, TargetVerdict Verdict)> monthsBack) => monthsBack.TakeWhile(one => IsMet(one.Verdict)).Count();

    /// <param name="monthsBack">One month before the other without a gap.</param>
    public static TargetRun Of(IEnumerable<(Month Month, TargetVerdict Verdict)> monthsBack)
    {
        var months = monthsBack.ToList();
        int current = 0, longest = 0;
        Month? end = null;
        for (var place = 0; place < months.Count; place++)
        {
            current = IsMet(months[place].Verdict) ? current + 1 : 0;
            if (current > longest)
                (longest, end) = (current, months[place + 1 - current].Month);
        }
        return new(MetInARow(months), longest, end);
    }

    /// <summary>This month; for three months in a row. Empty for none.</summary>
    public static string HowLong(int inARow) => inARow switch
    {
        0 => "",
        1 => "this month",
        _ => $"for {Words.InText(inARow)} months in a row",
    };

    /// <summary>Met for 3 months in a row. Longest run: 5 months, June 2010 to October 2010. Empty when it was never met.</summary>
    /// <param name="isRange">Whether it is an expected range, within which a figure lies.</param>
    public string InWords(bool isRange = false)
    {
        if (LongestEnd is not { } end)
            return "";
        var now = InARow == 0 ? "" : $"{(isRange ? "Within it" : "Met")} {HowLong(InARow)}.";
        if (Longest == InARow)
            return now;
        var months = Longest == 1 ? $"one month, {end}" : $"{Words.InText(Longest)} months, {end.AddMonths(1 - Longest)} to {end}";
        return $"{now} Longest run: {months}.".TrimStart();
    }

    private static bool IsMet(TargetVerdict verdict) => verdict is TargetVerdict.Met or TargetVerdict.WithinRange;
}

/// <summary>What it takes to reach a target by a month.</summary>
public static class GainNeeded
{
    /// <summary>The change a month that leads from the figure to the target's level by the month; null when it is met, or there is no polarity or no time.</summary>
    public static decimal? PerMonth(decimal figure, Month month, TargetLevel? level, Month by, Polarity polarity)
    {
        if (level is null || level.IsRange || by <= month || polarity is Polarity.None or Polarity.CloseToTarget)
            return null;
        return TargetComparison.Of(figure, level with { Tolerance = 0 }, polarity).Verdict == TargetVerdict.Met ? null : (level.Value - figure) / by.MonthsSince(month);
    }

    /// <summary>To reach 80% by March 2012 it must rise by 0.4 points a month. Empty when there is nothing to gain.</summary>
    public static string InWords(decimal figure, Month month, TargetLevel? level, Month by, MeasureShape measure, bool isAsked = true)
    {
        if (PerMonth(figure, month, level, by, measure.Polarity) is not { } gain)
            return "";
        // One decimal more than the figure has, or a slow gain would read as none; and never less than it takes.
        return $"To reach {FigureText.OfLevel(level!.Value, measure.Unit, measure.Decimals)} {(isAsked ? $"by {by}" : $"within {Words.InText(by.MonthsSince(month))} months")} it {(isAsked ? "must" : "would have to")} {(gain > 0 ? "rise" : "fall")} by {FigureText.SizeAtLeast(gain, measure.Unit, measure.Decimals + 1)} a month.";
    }
}
