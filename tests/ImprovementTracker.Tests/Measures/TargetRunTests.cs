using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class TargetRunTests
{
    private static readonly MeasureShape InTime = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);

    /// <summary>One letter for each month from April 2010: m met, t within tolerance, x missed, - no figure, r within the range.</summary>
    private static TargetRun Of(string months) => TargetRun.Of(months.Select((letter, place) => (new Month(2010, 4).AddMonths(place), letter switch
    {
        'm' => TargetVerdict.Met,
        'r' => TargetVerdict.WithinRange,
        't' => TargetVerdict.WithinTolerance,
        'x' => TargetVerdict.Missed,
        _ => TargetVerdict.NoData,
    })));

    [Theory]
    [InlineData("xxx", "")]
    [InlineData("", "")]
    [InlineData("xxm", "Met this month.")]
    [InlineData("xmmm", "Met for three months in a row.")]
    [InlineData("rr", "Met for two months in a row.")]
    [InlineData("xmmmmmxmm", "Met for two months in a row. Longest run: five months, May 2010 to September 2010.")]
    [InlineData("mmxmmx", "Longest run: two months, July 2010 to August 2010.")]
    [InlineData("mtm", "Met this month.")]
    [InlineData("mm-m", "Met this month. Longest run: two months, April 2010 to May 2010.")]
    [InlineData("mx", "Longest run: one month, April 2010.")]
    public void The_months_met_in_a_row_and_the_longest_run_are_said_in_words(string months, string expected) =>
        Assert.Equal(expected, Of(months).InWords);

    [Fact]
    public void The_gain_a_month_leads_from_the_figure_to_the_target()
    {
        // From 76 to 80 in ten months: 0.4 points a month.
        Assert.Equal(0.4m, GainNeeded.PerMonth(76, new Month(2011, 5), new TargetLevel(80), new Month(2012, 3), Polarity.HigherIsBetter));
        Assert.Equal("To reach 80% by March 2012 it must rise by 0.4 points a month.", GainNeeded.InWords(76, new Month(2011, 5), new TargetLevel(80), new Month(2012, 3), InTime));
        Assert.Equal("To reach 20% by July 2011 it must fall by 2.5 points a month.",
            GainNeeded.InWords(25, new Month(2011, 5), new TargetLevel(20), new Month(2011, 7), InTime with { Polarity = Polarity.LowerIsBetter }));
    }

    [Theory]
    [InlineData(80, Polarity.HigherIsBetter, "2012-03")]
    [InlineData(76, Polarity.None, "2012-03")]
    [InlineData(76, Polarity.CloseToTarget, "2012-03")]
    [InlineData(76, Polarity.HigherIsBetter, "2011-05")]
    public void Nothing_is_said_of_a_gain_where_none_is_needed_or_no_way_is_better_or_no_time_is_left(int figure, Polarity polarity, string by) =>
        Assert.Equal("", GainNeeded.InWords(figure, new Month(2011, 5), new TargetLevel(80, Tolerance: 5), Month.Parse(by), InTime with { Polarity = polarity }));
}
