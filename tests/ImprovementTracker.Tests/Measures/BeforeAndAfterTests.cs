using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Something was completed on 29 June 2010: May is the month before, September the third after.</summary>
public class BeforeAndAfterTests
{
    private const int Whole = 1;
    private static readonly DateOnly Completed = new(2010, 6, 29);
    private static readonly Month July2011 = new(2011, 7);
    private static readonly AreaTree Areas = new([new AreaNode(Whole, null, "Testshire", AreaKind.Authority, new DateOnly(2009, 1, 1), null)]);

    private static ValueRow Row(string month, ValueKind kind, long? numerator, long? denominator, ValueStatus status = ValueStatus.Approved) =>
        new(1, Whole, Month.Parse(month), PeriodType.InMonth, kind, numerator, denominator, null, null, kind == ValueKind.NotCaptured ? "The system was down." : null, status, false, 1, false, null, null);

    private static ValueRow Share(string month, long inTime, long of = 100) => Row(month, ValueKind.Counted, inTime, of);

    private static BeforeAndAfter Look(IEnumerable<ValueRow> rows, Month? latest = null, string? countedOtherwiseUntil = null, bool publishedOnly = false, PeriodType period = PeriodType.InMonth)
    {
        var shape = new MeasureShape(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, period);
        var measure = new MeasureRow(shape, "in-time", "In time", "in time", "In time.", null, "in time", "all", null, null, new Month(2010, 1), July2011, [], null,
            countedOtherwiseUntil is null ? [] : [new EarlierMeaning(Month.Parse(countedOtherwiseUntil), "Ten days instead of seven.", "In time.", "in time", "all")], null);
        return BeforeAndAfter.Of(measure, new MonthlyFigures(Areas, rows.Select(row => row with { Period = period }), publishedOnly), Whole, Completed, latest ?? July2011);
    }

    [Fact]
    public void The_month_before_and_the_third_month_after_stand_side_by_side_and_the_month_of_the_completion_counts_for_neither()
    {
        var said = Look([Share("2010-05", 62), Share("2010-06", 99), Share("2010-07", 65), Share("2010-09", 71)]);

        Assert.Equal("62% in May 2010, the month before; 71% in September 2010, three months after.", said.InWords);
        Assert.Equal((new SeriesPoint(new Month(2010, 5), 62), new SeriesPoint(new Month(2010, 9), 71)), (said.Before, said.After));
    }

    [Fact]
    public void What_is_counted_at_a_months_end_says_so() =>
        Assert.Equal("62% at the end of May 2010, the month before; 71% at the end of September 2010, three months after.",
            Look([Share("2010-05", 62), Share("2010-09", 71)], period: PeriodType.AtMonthEnd).InWords);

    [Fact]
    public void A_month_without_a_figure_gives_way_to_the_nearest_one_and_is_named_with_the_reason() =>
        Assert.Equal("58% in March 2010, three months before (May 2010: not captured); 66% in July 2010, the month after (September 2010: no cases).",
            Look([Share("2010-03", 58), Row("2010-05", ValueKind.NotCaptured, null, null), Share("2010-07", 66), Share("2010-09", 0, 0)]).InWords);

    [Fact]
    public void A_figure_farther_off_than_three_months_is_none()
    {
        var said = Look([Share("2010-02", 50), Share("2010-10", 90)]);

        Assert.Equal("no figure in the three months before (May 2010: not recorded); no figure in the three months after (September 2010: not recorded).", said.InWords);
        Assert.Equal((null, null), (said.Before, said.After));
    }

    [Theory]
    [InlineData("2010-08", "62% in May 2010, the month before; 68% in August 2010, two months after, the latest so far.")]
    [InlineData("2010-07", "62% in May 2010, the month before; no figure yet for the months after (July 2010: not recorded).")]
    [InlineData("2010-06", "62% in May 2010, the month before; the months after have not come yet.")]
    public void Months_that_have_not_come_are_not_asked_for(string latest, string expected) =>
        Assert.Equal(expected, Look([Share("2010-05", 62), Share("2010-08", 68), Share("2010-09", 71)], Month.Parse(latest)).InWords);

    [Theory]
    [InlineData("2010-04", "62% in May 2010, the month before; 71% in September 2010, three months after.")]
    [InlineData("2010-05", "62% in May 2010, the month before; from June 2010 it is counted differently, so no later figure is set beside this one.")]
    [InlineData("2010-07", "62% in May 2010, the month before; 65% in July 2010, the month after, the last that is counted alike.")]
    [InlineData("2010-09", "62% in May 2010, the month before; 71% in September 2010, three months after.")]
    public void Figures_are_never_set_beside_each_other_across_a_change_of_definition(string countedOtherwiseUntil, string expected) =>
        Assert.Equal(expected, Look([Share("2010-05", 62), Share("2010-07", 65), Share("2010-09", 71)], countedOtherwiseUntil: countedOtherwiseUntil).InWords);

    [Fact]
    public void A_provisional_figure_says_so() =>
        Assert.Equal("62% in May 2010, the month before; 71% in September 2010 (provisional), three months after.",
            Look([Share("2010-05", 62), Row("2010-09", ValueKind.Counted, 71, 100, ValueStatus.Provisional)]).InWords);

    [Fact]
    public void A_small_number_stays_withheld_from_those_who_see_only_what_is_published() =>
        Assert.Equal("60% in April 2010, two months before (May 2010: withheld); 71% in September 2010, three months after.",
            Look([Share("2010-04", 60), Share("2010-05", 3), Share("2010-09", 71)], publishedOnly: true).InWords);
}
