using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class AggregationTests
{
    private const MeasureUnit Percentage = MeasureUnit.Percentage;
    private static readonly MeasureValue Nothing = MeasureValue.Nothing.Recorded;

    private static MeasureValue.Counted Counted(long numerator, long denominator) => new(Percentage, numerator, denominator);

    [Fact]
    public void Areas_are_summed_not_averaged()
    {
        // 90 of 100 and 5 of 10: 95 of 110 is 86.36...%, while the average of 90% and 50% would be 70%.
        var sum = Assert.IsType<MeasureValue.Counted>(Aggregation.OfParts(Percentage, [Counted(90, 100), Counted(5, 10)]));

        Assert.Equal((95L, 110L), (sum.Numerator, sum.Denominator));
        Assert.Equal(86.36m, Math.Round(sum.Figure!.Value, 2));
    }

    [Fact]
    public void A_denominator_of_nought_gives_no_figure_but_completes_a_sum()
    {
        Assert.Null(Counted(0, 0).Figure);

        var sum = Assert.IsType<MeasureValue.Counted>(Aggregation.OfParts(Percentage, [Counted(0, 0), Counted(3, 4)]));
        Assert.Equal(75m, sum.Figure);
    }

    [Fact]
    public void A_part_without_a_value_leaves_the_whole_without_one()
    {
        var value = Aggregation.OfParts(Percentage, [Counted(3, 4), Nothing, new MeasureValue.NotCaptured("System down")]);

        Assert.Equal(new MeasureValue.PartlyReported(1, 3), value);
        Assert.Null(value.Figure);
    }

    [Fact]
    public void A_stated_part_is_not_counted_and_never_completes_a_sum() =>
        Assert.Equal(new MeasureValue.PartlyReported(1, 2), Aggregation.OfParts(Percentage, [Counted(3, 4), new MeasureValue.Stated(70, 0)]));

    [Fact]
    public void An_area_shows_its_own_value_before_the_sum_of_its_parts() =>
        Assert.Equal(new MeasureValue.Stated(76, 0), Aggregation.OfArea(Percentage, new MeasureValue.Stated(76, 0), [Counted(1, 2), Counted(1, 2)]));

    [Fact]
    public void An_area_without_its_own_figure_shows_the_sum_of_its_parts()
    {
        var value = Aggregation.OfArea(Percentage, new MeasureValue.NotCaptured("Not at county level"), [Counted(1, 2), Counted(2, 2)]);

        Assert.Equal(75m, value.Figure);
    }

    [Fact]
    public void Not_captured_is_said_when_the_parts_do_not_help()
    {
        var own = new MeasureValue.NotCaptured("System down");

        Assert.Equal(own, Aggregation.OfArea(Percentage, own, [Counted(1, 2), Nothing]));
    }

    [Fact]
    public void Counts_are_summed_without_a_denominator()
    {
        var sum = Aggregation.OfParts(MeasureUnit.Count, [new MeasureValue.Counted(MeasureUnit.Count, 90, null), new MeasureValue.Counted(MeasureUnit.Count, 110, null)]);

        Assert.Equal(200m, sum.Figure);
    }

    [Theory]
    // 464 of 610 is 76.07%: printed without decimals it is 76.
    [InlineData(464, 610, false)]
    // 467 of 610 is 76.56%: printed it would be 77.
    [InlineData(467, 610, true)]
    public void A_stated_figure_differs_from_its_parts_only_when_it_would_be_printed_differently(long numerator, long denominator, bool differs) =>
        Assert.Equal(differs, Aggregation.DiffersFromParts(Percentage, new MeasureValue.Stated(76, 0), [Counted(numerator, denominator)]));

    [Fact]
    public void A_counted_figure_differs_from_its_parts_by_a_single_case()
    {
        Assert.True(Aggregation.DiffersFromParts(Percentage, Counted(10, 20), [Counted(4, 10), Counted(5, 10)]));
        Assert.False(Aggregation.DiffersFromParts(Percentage, Counted(9, 20), [Counted(4, 10), Counted(5, 10)]));
    }

    [Fact]
    public void Nothing_is_compared_while_a_part_is_missing() =>
        Assert.Null(Aggregation.DiffersFromParts(Percentage, Counted(10, 20), [Counted(4, 10), Nothing]));
}
