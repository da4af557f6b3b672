using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class NeighbourStandingTests
{
    private static NeighbourFigures Figures(decimal? own, params decimal?[] neighbours) => new(
        new("Testshire", own, own is null ? "c" : null),
        [.. neighbours.Select((value, place) => new PublishedFigure($"Neighbour {place + 1}", value, value is null ? "u" : null, Closeness.Close))]);

    private static NeighbourStanding? Among(Polarity polarity, decimal? own, params decimal?[] neighbours) =>
        NeighbourStanding.Among(Figures(own, neighbours), MeasureUnit.Percentage, 0, polarity);

    [Fact]
    public void Two_neighbours_that_do_better_make_it_third_and_among_the_best_quarter()
    {
        // 90 and 88 are better than 85; the other eight are not: two of ten is at most a quarter.
        var standing = Among(Polarity.HigherIsBetter, 85, 90, 88, 80, 79, 78, 77, 76, 75, 74, 73)!;

        Assert.Equal((3, 10, 10, NeighbourPart.BestQuarter), (standing.Rank, standing.Known, standing.Of, standing.Part));
    }

    [Theory]
    [InlineData(95, 1, NeighbourPart.BestQuarter)]
    [InlineData(75, 3, NeighbourPart.BestQuarter)]
    [InlineData(65, 4, NeighbourPart.BetterHalf)]
    [InlineData(55, 5, NeighbourPart.BetterHalf)]
    [InlineData(45, 6, NeighbourPart.Middle)]
    [InlineData(35, 7, NeighbourPart.WorseHalf)]
    [InlineData(25, 8, NeighbourPart.WorseHalf)]
    [InlineData(15, 9, NeighbourPart.WorstQuarter)]
    [InlineData(-5, 11, NeighbourPart.WorstQuarter)]
    public void Each_place_among_ten_has_its_part_where_higher_is_better(int own, int rank, NeighbourPart part)
    {
        // 90 down to 0 in steps of ten.
        var standing = Among(Polarity.HigherIsBetter, own, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0)!;

        Assert.Equal((rank, part), (standing.Rank, standing.Part));
    }

    [Fact]
    public void Where_lower_is_better_the_lowest_is_first()
    {
        var standing = Among(Polarity.LowerIsBetter, 15, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0)!;

        Assert.Equal((3, NeighbourPart.BestQuarter), (standing.Rank, standing.Part));
    }

    [Fact]
    public void Figures_that_read_the_same_share_a_place()
    {
        // Written with one decimal, 22.44 and 22.36 are both 22.4; 22.5 is better.
        var standing = Among(Polarity.HigherIsBetter, 22.44m, 22.36m, 22.5m, 20m, 19m)!;

        Assert.Equal((2, 1, 1), (standing.Rank, standing.Above, standing.Same));
    }

    [Fact]
    public void When_all_have_the_same_figure_it_is_first_with_them_and_in_no_quarter()
    {
        var standing = Among(Polarity.HigherIsBetter, 100, 100, 100, 100, 100)!;

        Assert.Equal((1, 4, NeighbourPart.Middle), (standing.Rank, standing.Same, standing.Part));
    }

    [Fact]
    public void A_neighbour_whose_figure_is_withheld_is_neither_nought_nor_counted()
    {
        // As noughts, the two would be below 5.
        var standing = Among(Polarity.LowerIsBetter, 5, null, null, 9, 8, 7, 6)!;

        Assert.Equal((1, 0, 4, 6), (standing.Rank, standing.Below, standing.Known, standing.Of));
    }

    [Fact]
    public void Of_three_known_neighbours_there_is_a_place_and_no_quarter()
    {
        var standing = Among(Polarity.HigherIsBetter, 50, 60, 40, 30)!;

        Assert.Equal((2, null), (standing.Rank, standing.Part));
    }

    [Theory]
    [InlineData(Polarity.None)]
    [InlineData(Polarity.CloseToTarget)]
    public void Without_a_better_way_there_is_neither_place_nor_part(Polarity polarity)
    {
        var standing = Among(polarity, 65, 90, 80, 70, 60, 50, 40, 30, 20, 10, 0)!;

        Assert.Equal((null, null, 3, 7), (standing.Rank, standing.Part, standing.Above, standing.Below));
    }

    [Fact]
    public void There_is_no_standing_without_an_own_figure_without_theirs_or_of_numbers()
    {
        Assert.Null(Among(Polarity.HigherIsBetter, null, 90, 80));
        Assert.Null(Among(Polarity.HigherIsBetter, 85, null, null));
        Assert.Null(NeighbourStanding.Among(Figures(8_462, 6_000, 9_000), MeasureUnit.Count, 0, Polarity.LowerIsBetter));
    }
}
