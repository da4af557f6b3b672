using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class ControlChartWordsTests
{
    private static ControlSeries Series(params decimal?[] values) =>
        new([.. values.Select((value, index) => new DatedValue(new Month(2010, 4).AddMonths(index), value))], Polarity.None);

    [Fact]
    public void Missing_months_are_named_and_gaps_are_told_by_their_ends() =>
        Assert.Equal(
            "No value for April 2010, June 2010 to August 2010 and November 2010.",
            ControlChart.Of(Series(null, 1, null, null, null, 2, 3, null)).MissingInWords());

    [Fact]
    public void Nothing_is_said_of_a_series_that_is_whole_and_long_enough() =>
        Assert.Empty(ControlChart.Of(Series(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)).Notes());

    [Fact]
    public void A_rebase_says_where_it_begins_when_that_is_not_its_own_day()
    {
        var chart = ControlChart.Of(Series(1, null, 2, 3) with { Rebases = [new(2010, 5, 1), new(2010, 6, 1), new(2010, 3, 15), new(2011, 1, 1)] });

        Assert.Equal(
            [
                "The rebase of 15 March 2010 changes nothing: there is no value before it.",
                "The rebase of May 2010 begins with the next value, June 2010: there is none for May 2010.",
                "The rebase of June 2010 changes nothing: new limits already begin with June 2010.",
                "The rebase of January 2011 changes nothing yet: there is no value on that day or after it.",
            ],
            chart.RebaseNotes());
    }

    [Theory]
    [InlineData("There are no values, too few for limits.", 0)]
    [InlineData("There is one value, too few for limits.", 1)]
    [InlineData("The limits are provisional: there are only 11 values.", 11)]
    public void A_short_series_says_how_short_it_is(string expected, int count) =>
        Assert.Equal([expected], ControlChart.Of(Series([.. Enumerable.Range(0, count).Select(number => (decimal?)(number % 2))])).Notes());

    [Fact]
    public void A_series_begun_anew_counts_from_there() =>
        Assert.Equal(
            ["There are two values since the limits began anew, too few for limits."],
            ControlChart.Of(Series(1, 2, 3, 4, 5) with { Rebases = [new(2010, 7, 1)] }).Notes());

    [Fact]
    public void Too_little_variation_is_said() =>
        Assert.Equal([ControlChartWords.TooLittleVariation], ControlChart.Of(Series(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9)).Notes());

    [Fact]
    public void A_series_by_days_speaks_of_days() =>
        Assert.Equal("No value for 1 May 2010.", ControlChart.Of(new([new(new DateOnly(2010, 4, 28), 1), new(new DateOnly(2010, 5, 1), null)], Polarity.None)).MissingInWords());
}
