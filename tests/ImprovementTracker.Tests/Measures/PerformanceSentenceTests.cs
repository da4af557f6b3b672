using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class PerformanceSentenceTests
{
    private static readonly MeasureShape InTime = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
    private static readonly MeasureShape Referrals = new(2, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth);
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static SeriesPoint[] Points(params (int Year, int Month, double Figure)[] points) =>
        [.. points.Select(point => new SeriesPoint(new Month(point.Year, point.Month), (decimal)point.Figure))];

    [Fact]
    public void The_councils_own_sentence_of_2011_comes_out_of_its_figures() =>
        Assert.Equal("76% of Initial Assessments completed in time in May 2011 compared with 37% in April 2010",
            PerformanceSentence.ForReport(InTime, "Initial Assessments completed in time", Points((2010, 4, 37), (2011, 5, 76)), May2011));

    [Fact]
    public void A_count_is_said_without_of() =>
        Assert.Equal("640 referrals received in May 2011 compared with 1,190 in April 2010",
            PerformanceSentence.ForReport(Referrals, "referrals received", Points((2010, 4, 1190), (2011, 5, 640)), May2011));

    [Fact]
    public void A_period_with_one_figure_compares_with_nothing() =>
        Assert.Equal("1,598 contacts in July 2010", PerformanceSentence.ForReport(Referrals, "contacts", Points((2010, 7, 1598)), new Month(2010, 7)));

    [Fact]
    public void A_report_says_that_its_last_month_has_no_figure() =>
        Assert.Equal("74% of visits on time in March 2011 compared with 37% in April 2010; there is no figure for May 2011",
            PerformanceSentence.ForReport(InTime, "visits on time", Points((2010, 4, 37), (2011, 3, 74)), May2011));

    [Fact]
    public void A_period_without_figures_has_no_sentence() => Assert.Null(PerformanceSentence.ForReport(InTime, "x", [], May2011));

    [Theory]
    [InlineData(37, 76, "76% in May 2011, up from 37% in April 2010")]
    [InlineData(76, 37, "37% in May 2011, down from 76% in April 2010")]
    [InlineData(76, 76, "76% in May 2011, the same as in April 2010")]
    [InlineData(75.8, 76.2, "76.2% in May 2011, up from 75.8% in April 2010")]
    public void A_change_is_said_as_it_is(double first, double last, string sentence) =>
        Assert.Equal(sentence, PerformanceSentence.Change(InTime, Points((2010, 4, first), (2011, 5, last)), May2011, LineReach.All));

    [Fact]
    public void A_missing_last_month_is_not_passed_over() =>
        Assert.Equal("No figure in May 2011; the latest is 74% in March 2011, up from 37% in April 2010",
            PerformanceSentence.Change(InTime, Points((2010, 4, 37), (2011, 3, 74)), May2011, LineReach.All));

    [Fact]
    public void A_single_month_is_said_to_be_the_only_one() =>
        Assert.Equal("37% in April 2010, the only figure there is", PerformanceSentence.Change(InTime, Points((2010, 4, 37)), April2010, LineReach.All));

    [Theory]
    [InlineData(false, false, "the only figure since June 2008")]
    [InlineData(true, false, "the only figure from June 2008 to April 2010")]
    [InlineData(false, true, "the only figure published since June 2008")]
    public void The_only_figure_of_a_line_that_begins_later_than_the_record_is_not_called_the_only_one_there_is(bool endsEarly, bool publishedOnly, string only) =>
        Assert.Equal($"37% in April 2010, {only}", PerformanceSentence.Change(InTime, Points((2010, 4, 37)), April2010, new(new Month(2008, 6), endsEarly, publishedOnly)));

    [Fact]
    public void The_first_of_several_figures_is_not_called_the_only_one() =>
        Assert.Equal("37% in April 2010, the first figure there is", PerformanceSentence.Change(InTime, Points((2010, 4, 37)), April2010, new(EndsEarly: true)));

    [Fact]
    public void A_line_of_a_single_month_says_its_figure_and_no_more() =>
        Assert.Equal("37% in April 2010", PerformanceSentence.Change(InTime, Points((2010, 4, 37)), April2010, new(April2010, EndsEarly: true)));

    [Fact]
    public void A_line_without_a_figure_says_nothing_of_the_months_before_it()
    {
        Assert.Equal("No figure from June 2008 to May 2011", PerformanceSentence.Change(InTime, [], May2011, new(new Month(2008, 6))));
        Assert.Equal("No published figure in May 2011", PerformanceSentence.Change(InTime, [], May2011, new(May2011, PublishedOnly: true)));
    }

    [Fact]
    public void Nothing_recorded_is_said() => Assert.Equal("No figure in May 2011 or before", PerformanceSentence.Change(InTime, [], May2011, LineReach.All));

    [Fact]
    public void A_snapshot_speaks_of_the_months_end() =>
        Assert.Equal("68% at the end of May 2011, up from 41% at the end of September 2010",
            PerformanceSentence.Change(InTime with { Period = PeriodType.AtMonthEnd }, Points((2010, 9, 41), (2011, 5, 68)), May2011, LineReach.All));

    [Theory]
    [InlineData(76, "4 points below the DfE notice's target of 80%")]
    [InlineData(80, "exactly the DfE notice's target of 80%")]
    [InlineData(83, "3 points above the DfE notice's target of 80%")]
    public void The_distance_names_who_set_the_target(int figure, string words) =>
        Assert.Equal(words, PerformanceSentence.AgainstTarget(InTime, figure, new TargetLevel(80, Tolerance: 5), TargetSetter.DfeNotice));

    [Fact]
    public void A_range_is_said_as_a_range()
    {
        var range = new TargetLevel(550, 700);

        Assert.Equal("within the local expected range of 550 to 700", PerformanceSentence.AgainstTarget(Referrals, 640, range, TargetSetter.Local));
        Assert.Equal("90 above the local expected range of 550 to 700", PerformanceSentence.AgainstTarget(Referrals, 790, range, TargetSetter.Local));
    }

    [Fact]
    public void Without_polarity_or_target_nothing_is_said()
    {
        Assert.Equal("", PerformanceSentence.AgainstTarget(InTime, 76, null, TargetSetter.Local));
        Assert.Equal("", PerformanceSentence.AgainstTarget(Referrals, 640, new TargetLevel(600), TargetSetter.Local));
    }

    [Fact]
    public void What_is_not_approved_or_was_revised_says_so_beside_its_figure()
    {
        var shape = new MeasureShape(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
        SeriesPoint[] points = [new(new Month(2010, 4), 37m, new(false, false, true)), new(new Month(2011, 5), 76m, new(true, true, false))];

        Assert.Equal("76% (provisional) in May 2011, up from 37% (revised) in April 2010", PerformanceSentence.Change(shape, points, new Month(2011, 5), LineReach.All));
        Assert.Equal("No figure in June 2011; the latest is 76% (provisional) in May 2011, up from 37% (revised) in April 2010", PerformanceSentence.Change(shape, points, new Month(2011, 6), LineReach.All));
    }
}
