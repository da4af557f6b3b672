using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class TargetRunTests
{
    private static readonly MeasureShape InTime = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);

    /// <summary>One letter for each month from April 2010: m met, t within tolerance, x missed, - no figure, r within the range.</summary>
    private static TargetRun Of(string months) => TargetRun.Of(MonthsBack(months));

    private static IEnumerable<(Month, TargetVerdict)> MonthsBack(string months) => months.Select((letter, place) => (new Month(2010, 4).AddMonths(place), letter switch
    {
        'm' => TargetVerdict.Met,
        'r' => TargetVerdict.WithinRange,
        't' => TargetVerdict.WithinTolerance,
        'x' => TargetVerdict.Missed,
        _ => TargetVerdict.NoData,
    })).Reverse();

    [Theory]
    [InlineData("xxx", "")]
    [InlineData("", "")]
    [InlineData("xxm", "Met this month.")]
    [InlineData("xmmm", "Met for three months in a row.")]
    [InlineData("xmmmmmxmm", "Met for two months in a row. Longest run: five months, May 2010 to September 2010.")]
    [InlineData("mmxmmx", "Longest run: two months, July 2010 to August 2010.")]
    [InlineData("mtm", "Met this month.")]
    [InlineData("mm-m", "Met this month. Longest run: two months, April 2010 to May 2010.")]
    [InlineData("mx", "Longest run: one month, April 2010.")]
    [InlineData("mmxmxmm", "Met for two months in a row.")]
    public void The_months_met_in_a_row_and_the_longest_run_are_said_in_words(string months, string expected) =>
        Assert.Equal(expected, Of(months).InWords());

    [Fact]
    public void An_expected_range_is_not_met_but_a_figure_lies_within_it() => Assert.Equal("Within it for two months in a row.", Of("xrr").InWords(isRange: true));

    [Fact]
    public void The_months_in_a_row_are_counted_without_looking_at_the_months_before_the_run()
    {
        var looked = 0;

        Assert.Equal(2, TargetRun.MetInARow(MonthsBack("xmmmxmm").Select(month => { looked++; return month; })));
        Assert.Equal(3, looked);
    }

    /// <summary>80% is asked from April 2010 on; every month from April 2010 stood at 90%, but for June 2010, which stood at 70%.</summary>
    [Theory]
    [InlineData("2011-05", null, 11)]
    [InlineData("2010-05", null, 2)]
    [InlineData("2011-05", "2010-12", 5)]
    [InlineData("2010-12", "2011-02", 6)]
    public void A_run_is_counted_over_the_whole_record_up_to_the_month_but_never_across_a_change_of_definition(string to, string? countedOtherwiseUntil, int expected)
    {
        var target = new TargetPlan(1, 1, null, TargetSetter.DfeNotice, null, null, false, new Month(2010, 4), null, TargetPath.Steps, 0, ToleranceKind.Points, [new TargetPoint(new Month(2010, 4), 80)]);
        var measure = new MeasureRow(InTime, "in-time", "In time", "in time", "In time.", null, "in time", "all", null, null, new Month(2010, 4), new Month(2011, 5), [target], null,
            countedOtherwiseUntil is null ? [] : [new EarlierMeaning(Month.Parse(countedOtherwiseUntil), "Ten days instead of seven.", "In time.", "in time", "all")], null);
        var chart = ControlChart.Of(new([.. new Month(2010, 1).To(Month.Parse(to)).Select(month => new DatedValue(month, month == new Month(2010, 6) ? 70 : 90))], Polarity.HigherIsBetter));

        Assert.Equal(expected, TargetRun.MetInARow(TargetRun.MonthsBack(measure, 1, TargetSetter.DfeNotice, chart)));
        Assert.Equal(expected, TargetRun.Of(TargetRun.MonthsBack(measure, 1, TargetSetter.DfeNotice, chart)).InARow);
    }

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
    // 4 points in nine months are 0.444...: 9 times 0.4 are 3.6 and miss, 9 times 0.5 are 4.5 and reach it.
    [InlineData(76, 80, "2012-02", Polarity.HigherIsBetter, "To reach 80% by February 2012 it must rise by 0.5 points a month.")]
    // 4 points down in nine months.
    [InlineData(24, 20, "2012-02", Polarity.LowerIsBetter, "To reach 20% by February 2012 it must fall by 0.5 points a month.")]
    // 0.1 points in ten months are 0.01.
    [InlineData(79.9, 80, "2012-03", Polarity.HigherIsBetter, "To reach 80% by March 2012 it must rise by 0.1 points a month.")]
    // 5 points in five months are 1, and stay 1.
    [InlineData(75, 80, "2011-10", Polarity.HigherIsBetter, "To reach 80% by October 2011 it must rise by 1.0 points a month.")]
    public void A_gain_that_is_kept_up_reaches_the_target_and_is_never_rounded_below_that(double figure, int level, string by, Polarity polarity, string sentence) =>
        Assert.Equal(sentence, GainNeeded.InWords((decimal)figure, new Month(2011, 5), new TargetLevel(level), Month.Parse(by), InTime with { Polarity = polarity }));

    [Theory]
    [InlineData(80, Polarity.HigherIsBetter, "2012-03")]
    [InlineData(76, Polarity.None, "2012-03")]
    [InlineData(76, Polarity.CloseToTarget, "2012-03")]
    [InlineData(76, Polarity.HigherIsBetter, "2011-05")]
    public void Nothing_is_said_of_a_gain_where_none_is_needed_or_no_way_is_better_or_no_time_is_left(int figure, Polarity polarity, string by) =>
        Assert.Equal("", GainNeeded.InWords(figure, new Month(2011, 5), new TargetLevel(80, Tolerance: 5), Month.Parse(by), InTime with { Polarity = polarity }));
}
