using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class NeighbourWordsTests
{
    private static BenchmarkRow Row(PeriodType period, Month end, decimal? own, params decimal?[] neighbours) => new(
        1, Comparator.Neighbours, "Statistical neighbours of Testshire (April 2021)", end, period, 1, null, neighbours.Count(one => one is not null), neighbours.Length, "statistics.csv",
        new(new("Testshire", own, own is null ? "c" : null), [.. neighbours.Select((value, place) => new PublishedFigure($"Neighbour {place + 1}", value, value is null ? "x" : null, Closeness.Close))]));

    private static string Sentence(Polarity polarity, decimal? own, params decimal?[] neighbours) =>
        NeighbourWords.Sentence(Row(PeriodType.Year, new(2024, 3), own, neighbours), MeasureUnit.Percentage, 0, polarity);

    private static string Brief(Polarity polarity, decimal? own, params decimal?[] neighbours) =>
        NeighbourWords.Brief(Row(PeriodType.Year, new(2024, 3), own, neighbours), MeasureUnit.Percentage, 0, polarity);

    private static readonly decimal?[] Ten = [90, 88, 80.5m, 79, 78, 77, 76, 75, 74, 73];

    [Fact]
    public void A_place_is_said_with_its_period_its_part_and_the_figures_compared()
    {
        Assert.Equal("Testshire is 3rd of 11 in the year to March 2024: among the best quarter of its 10 statistical neighbours. Its published figure is 85%; theirs run from 73% to 90%.", Sentence(Polarity.HigherIsBetter, 85, Ten));
        Assert.Equal("Testshire is 9th of 11 in the year to March 2024: among the worst quarter of its 10 statistical neighbours. Its published figure is 85%; theirs run from 73% to 90%.", Sentence(Polarity.LowerIsBetter, 85, Ten));
        Assert.Equal("3rd of 11", Brief(Polarity.HigherIsBetter, 85, Ten));
    }

    [Fact]
    public void It_is_said_of_how_many_the_figures_are_published()
    {
        // 70 is above 60 and 50, below 90 and 80: in the middle of four.
        Assert.Equal("Testshire is 3rd of 5 in the year to March 2024: in the middle of the 4 statistical neighbours (of 6) whose figures are published. Its published figure is 70%; theirs run from 50% to 90%.",
            Sentence(Polarity.HigherIsBetter, 70, 90, 80, 60, 50, null, null));
        Assert.Equal("Testshire is 1st of 2 in the year to March 2024: among the one statistical neighbour (of 2) whose figure is published. Its published figure is 70%; theirs is 50%.",
            Sentence(Polarity.HigherIsBetter, 70, 50, null));
    }

    [Fact]
    public void A_shared_place_is_said_to_be_equal()
    {
        Assert.Equal("2nd equal of 5", Brief(Polarity.HigherIsBetter, 80, 90, 80, 60, 50));
        Assert.Equal("Testshire is 1st equal of 5 in the year to March 2024: in the middle of its 4 statistical neighbours. Its published figure is 80%; theirs are all 80%.", Sentence(Polarity.HigherIsBetter, 80, 80, 80, 80, 80));
    }

    [Fact]
    public void Where_neither_way_is_better_it_is_higher_than_some_and_never_best()
    {
        Assert.Equal("Testshire is higher than 8 of its 10 statistical neighbours in the year to March 2024. Its published figure is 85%; theirs run from 73% to 90%.", Sentence(Polarity.None, 85, Ten));
        Assert.Equal("Testshire is higher than 7 of its 10 statistical neighbours in the year to March 2024, and level with 1. Its published figure is 80.5%; theirs run from 73% to 90%.", Sentence(Polarity.None, 80.5m, Ten));
        Assert.Equal("Testshire is lower than all of its 10 statistical neighbours in the year to March 2024. Its published figure is 7%; theirs run from 73% to 90%.", Sentence(Polarity.None, 7, Ten));
        Assert.Equal("Testshire is level with all of its 2 statistical neighbours in the year to March 2024. Its published figure is 7%; theirs are all 7%.", Sentence(Polarity.None, 7, 7, 7));
        Assert.Equal(("higher than 8 of 10", "lower than 10 of 10"), (Brief(Polarity.None, 85, Ten), Brief(Polarity.None, 7, Ten)));
    }

    [Fact]
    public void Why_there_is_no_place_is_said()
    {
        Assert.Equal("Testshire has no place among its statistical neighbours in the year to March 2024: its own published figure is withheld, because the number of children is small.", Sentence(Polarity.HigherIsBetter, null, 80, 70));
        Assert.Equal("Testshire has no place among its statistical neighbours in the year to March 2024: none of their figures is published.", Sentence(Polarity.HigherIsBetter, 70, null, null));
        Assert.Equal("Testshire has no place among its statistical neighbours: these are numbers, and authorities differ in size.",
            NeighbourWords.Sentence(Row(PeriodType.InMonth, new(2024, 3), 700, 800, 600), MeasureUnit.Count, 0, Polarity.None));
        Assert.Equal("", Brief(Polarity.HigherIsBetter, null, 80, 70));
    }

    [Theory]
    [InlineData(PeriodType.AtMonthEnd, "on 30 September 2022")]
    [InlineData(PeriodType.InMonth, "in September 2022")]
    [InlineData(PeriodType.Quarter, "in the quarter to September 2022")]
    [InlineData(PeriodType.Year, "in the year to September 2022")]
    public void Each_kind_of_period_is_said_in_its_words(PeriodType period, string said) =>
        Assert.StartsWith($"Testshire is 1st of 2 {said}: ", NeighbourWords.Sentence(Row(period, new(2022, 9), 70, 50), MeasureUnit.Percentage, 0, Polarity.HigherIsBetter), StringComparison.Ordinal);

    [Fact]
    public void Eleventh_to_thirteenth_end_like_fourth()
    {
        var better = Enumerable.Range(51, 12).Select(value => (decimal?)value).ToArray();

        Assert.Equal(["11th of 13", "12th of 13", "13th of 13"], new decimal[] { 52.5m, 51.5m, 50.5m }.Select(own => Brief(Polarity.HigherIsBetter, own, better)));
    }

    [Fact]
    public void England_and_the_region_say_nothing_of_places()
    {
        var england = new BenchmarkRow(1, Comparator.England, "England", new(2024, 3), PeriodType.Year, 22.4m, null, null, null, "statistics.csv");

        Assert.Equal(("", ""), (NeighbourWords.Sentence(england, MeasureUnit.Percentage, 0, Polarity.LowerIsBetter), NeighbourWords.Brief(england, MeasureUnit.Percentage, 0, Polarity.LowerIsBetter)));
        Assert.Empty(NeighbourLine.Of(england, MeasureUnit.Percentage, 0));
    }
}
