using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Dashboards;

public class OverviewSentencesTests
{
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    /// <summary>A percentage from its first figure to that of May 2011 against 80%, tolerance 5 points; NaN for none.</summary>
    private static MeasureTrend Trend(double first, double figure, Polarity polarity = Polarity.HigherIsBetter, TargetLevel? level = null, bool isAsked = true, Month? start = null, bool isCut = false)
    {
        var now = double.IsNaN(figure) ? (decimal?)null : (decimal)figure;
        var asked = isAsked ? level ?? new TargetLevel(80, Tolerance: 5) : null;
        return new(polarity, double.IsNaN(first) ? null : new SeriesPoint(start ?? April2010, (decimal)first), isCut, now, asked, TargetComparison.Of(now, asked, polarity).Verdict);
    }

    private static string Heading(params MeasureTrend[] trends) => OverviewSentences.Heading(May2011, TargetSetter.DfeNotice, trends);

    private static string Lead(MeasureTrend[] trends, int priorityAreas = 0, int open = 0, ActionCounts? actions = null) =>
        OverviewSentences.Lead(May2011, TargetSetter.DfeNotice, trends, priorityAreas, open, actions);

    [Fact]
    public void For_those_who_see_only_what_is_published_a_missing_figure_is_not_called_unrecorded() => Assert.Equal(
        "In May 2011 one of the DfE notice's two targets is met. One has no published figure.", Lead([Trend(1, 80), Trend(1, double.NaN)]));

    [Fact]
    public void The_heading_says_whether_it_moves_and_whether_it_is_there() => Assert.Equal(
        "All three measures are better than in April 2010; one of the DfE notice's three targets is met",
        Heading(Trend(37, 76), Trend(50, 73), Trend(60, 85)));

    [Fact]
    public void A_target_whose_figure_is_not_published_is_not_counted_as_missed() => Assert.Equal(
        "Two of five measures are better than in April 2010; of the DfE notice's five targets two have a published figure: neither is met",
        OverviewSentences.Heading(May2011, TargetSetter.DfeNotice,
            [Trend(37, 76), Trend(50, 73), Trend(double.NaN, double.NaN), Trend(double.NaN, double.NaN), Trend(double.NaN, double.NaN)], publishedOnly: true));

    [Theory]
    [InlineData(new[] { 76.0 }, "of the DfE notice's two targets one has a figure: it is not met")]
    [InlineData(new[] { 80.0 }, "of the DfE notice's two targets one has a figure: it is met")]
    [InlineData(new[] { 80.0, 81.0 }, "of the DfE notice's three targets two have a figure: both are met")]
    [InlineData(new[] { 80.0, 79.0 }, "of the DfE notice's three targets two have a figure: one is met")]
    [InlineData(new[] { 76.0, 79.0, 75.0, 60.0 }, "of the DfE notice's five targets four have a figure: none is met")]
    [InlineData(new[] { 80.0, 79.0, 75.0, 60.0 }, "of the DfE notice's five targets four have a figure: one is met")]
    [InlineData(new[] { 80.0, 79.0, 90.0, 60.0 }, "of the DfE notice's five targets four have a figure: two are met")]
    [InlineData(new[] { 80.0, 85.0, 90.0 }, "of the DfE notice's four targets three have a figure: all are met")]
    public void Where_a_figure_is_missing_the_heading_counts_the_targets_that_have_one(double[] figures, string ending) =>
        Assert.EndsWith("; " + ending, Heading([Trend(60, double.NaN), .. figures.Select(figure => Trend(1, figure))]), StringComparison.Ordinal);

    [Fact]
    public void Areas_for_priority_action_are_addressed_as_far_as_is_recorded()
    {
        Assert.Equal("The area for priority action is recorded as addressed.", Lead([], 1, 0));
        Assert.Equal("All three areas for priority action are recorded as addressed.", Lead([], 3, 0));
    }

    [Fact]
    public void Getting_worse_is_said_when_it_is_what_most_do() => Assert.Equal(
        "Two of three measures are worse than in April 2010; none of the DfE notice's three targets is met",
        Heading(Trend(60, 50), Trend(60, 40), Trend(37, 76)));

    [Fact]
    public void Some_better_and_as_many_worse() => Assert.Equal(
        "One of two measures is better than in April 2010; neither of the DfE notice's two targets is met", Heading(Trend(60, 50), Trend(37, 76)));

    [Fact]
    public void Lower_can_be_better() => Assert.Equal(
        "Both measures are better than in April 2010; both of the DfE notice's two targets are met",
        Heading(Trend(40, 30, Polarity.LowerIsBetter, new TargetLevel(35)), Trend(60, 80)));

    [Fact]
    public void No_change_is_no_change() => Assert.Equal("No measure is known to have changed since April 2010; the DfE notice's target is not met", Heading(Trend(60, 60)));

    [Fact]
    public void Measures_that_began_at_different_times_are_not_given_one_start() => Assert.Equal(
        "Both measures are better than when first recorded; neither of the DfE notice's two targets is met", Heading(Trend(37, 76), Trend(41, 68, start: new Month(2010, 9))));

    [Fact]
    public void A_measure_without_polarity_is_not_counted_and_one_that_cannot_be_compared_is_not_called_better() => Assert.Equal(
        "One of three measures is better than in April 2010; all of the DfE notice's three targets are met",
        Heading(Trend(37, 80), Trend(double.NaN, 90), Trend(double.NaN, 91), Trend(1190, 640, Polarity.None, new TargetLevel(550, 700))));

    [Fact]
    public void Without_targets_only_the_direction_is_said() => Assert.Equal("The measure is better than in April 2010", Heading(Trend(37, 80, isAsked: false)));

    [Fact]
    public void Without_direction_or_targets_nothing_is_claimed() => Assert.Equal("Where the programme stands in May 2011", Heading(Trend(double.NaN, 80, isAsked: false)));

    [Fact]
    public void Without_figures_nothing_is_claimed() => Assert.Equal("No figures for May 2011 yet", Heading(Trend(double.NaN, double.NaN)));

    [Fact]
    public void Without_measures_nothing_is_claimed() => Assert.Equal("No measures are set up yet", Heading());

    [Fact]
    public void The_lead_counts_verdicts_areas_for_priority_action_and_actions() => Assert.Equal(
        "In May 2011 one of the DfE notice's five targets is met, two are within tolerance and one is missed. One has no figure. "
        + "One of two areas for priority action is still open. Of 23 actions three are overdue and one is off track.",
        Lead([Trend(1, 80), Trend(1, 76), Trend(1, 75), Trend(1, 74), Trend(1, double.NaN)], 2, 1, new(23, 3, 1)));

    [Fact]
    public void All_that_is_well_is_said_in_short() => Assert.Equal(
        "In May 2011 both of the DfE notice's two targets are met. Both areas for priority action are recorded as addressed. None of four actions is overdue or off track.",
        Lead([Trend(1, 80), Trend(1, 81)], 2, 0, new(4, 0, 0)));

    [Fact]
    public void A_range_is_within_or_not() => Assert.Equal(
        "In May 2011 the DfE notice's target is missed. The measure with an expected range is within it.",
        Lead([Trend(1, 40), Trend(1190, 640, Polarity.None, new TargetLevel(550, 700))]));

    [Fact]
    public void Heading_and_lead_count_the_same_targets_whether_or_not_a_range_has_a_figure()
    {
        var referrals = Trend(1190, double.NaN, Polarity.None, new TargetLevel(550, 700));
        var trends = new[] { Trend(60, 80), Trend(60, 61), referrals, Trend(1190, 720, Polarity.None, new TargetLevel(550, 700)) };

        Assert.Equal("Both measures are better than in April 2010; one of the DfE notice's two targets is met", Heading(trends));
        Assert.Equal("In May 2011 one of the DfE notice's two targets is met and one is missed. Of two measures with an expected range one is above it and one is without a published figure.", Lead(trends));
    }

    [Fact]
    public void Ranges_alone_read_well() => Assert.Equal(
        "In May 2011 both measures with an expected range are within it.",
        Lead([Trend(1190, 640, Polarity.None, new TargetLevel(550, 700)), Trend(1190, 600, Polarity.None, new TargetLevel(550, 700))]));

    [Fact]
    public void A_range_with_a_figure_beside_targets_without_says_so() => Assert.Equal(
        "In May 2011 no measure with a target has a figure. The measure with an expected range is below it. The plan has no actions yet.",
        Lead([Trend(1, double.NaN), Trend(1190, 500, Polarity.None, new TargetLevel(550, 700))], actions: new(0, 0, 0)));

    [Theory]
    [InlineData(37, 76, 41, 68, "Both measures are better than where their lines begin; neither of the DfE notice's two targets is met")]
    [InlineData(37, 76, 41, 41, "One of two measures is better than where its line begins; neither of the DfE notice's two targets is met")]
    [InlineData(37, 37, 41, 41, "No measure is known to have changed since its line begins; neither of the DfE notice's two targets is met")]
    public void Where_a_line_begins_later_than_the_record_the_first_record_is_not_spoken_of(double first, double now, double otherFirst, double otherNow, string heading) =>
        Assert.Equal(heading, Heading(Trend(first, now, isCut: true), Trend(otherFirst, otherNow, start: new Month(2010, 9))));

    [Fact]
    public void One_of_each_reads_well() => Assert.Equal(
        "In May 2011 the DfE notice's target is within tolerance. The area for priority action is still open. The plan's only action is overdue and off track.",
        Lead([Trend(1, 78)], 1, 1, new(1, 1, 1)));

    [Fact]
    public void Nothing_to_say_is_not_said() => Assert.Equal("", Lead([Trend(1, 78, isAsked: false)]));

    [Fact]
    public void A_month_without_any_figure_is_said() => Assert.Equal(
        "Nothing is recorded for May 2011 that can be compared with the DfE notice's targets. The plan has no actions yet.",
        Lead([Trend(1, double.NaN)], actions: new(0, 0, 0)));
}
