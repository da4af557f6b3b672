using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class FigureTextTests
{
    [Theory]
    [InlineData(76.07, 0, "76%")]
    [InlineData(76.5, 0, "77%")]
    [InlineData(0.45, 1, "0.5%")]
    [InlineData(100, 0, "100%")]
    public void Percentages_are_rounded_half_away_from_zero(double figure, int decimals, string text) =>
        Assert.Equal(text, FigureText.Of((decimal)figure, MeasureUnit.Percentage, decimals));

    [Fact]
    public void Counts_have_separators_and_no_sign() => Assert.Equal("1,598", FigureText.Of(1598, MeasureUnit.Count, 0));

    [Fact]
    public void The_counts_behind_a_share_are_so_many_of_so_many_and_behind_a_ratio_one_number_divided_by_another()
    {
        Assert.Equal("1,464 of 1,610", FigureText.Counts(1464, 1610, MeasureUnit.Percentage));
        Assert.Equal("4,330 ÷ 246", FigureText.Counts(4330, 246, MeasureUnit.Average));
        Assert.Equal("464 of 610", FigureText.Counts(new MeasureValue.Counted(MeasureUnit.Percentage, 464, 610)));
        Assert.Equal("", FigureText.Counts(new MeasureValue.Counted(MeasureUnit.Count, 464, null)));
        Assert.Equal("", FigureText.Counts(new MeasureValue.Stated(76, 0)));
    }

    [Fact]
    public void A_missed_target_is_never_written_as_if_it_were_met() =>
        Assert.Equal("79.6%", FigureText.Beside(79.6m, new TargetLevel(80), Polarity.HigherIsBetter, MeasureUnit.Percentage, 0));

    [Fact]
    public void A_figure_a_hair_below_the_target_gets_as_many_decimals_as_it_needs() =>
        Assert.Equal("79.996%", FigureText.Beside(79.996m, new TargetLevel(80), Polarity.HigherIsBetter, MeasureUnit.Percentage, 0));

    [Fact]
    public void A_figure_that_agrees_with_its_verdict_keeps_the_measures_own_decimals() =>
        Assert.Equal("76%", FigureText.Beside(76.07m, new TargetLevel(80, Tolerance: 5), Polarity.HigherIsBetter, MeasureUnit.Percentage, 0));

    [Theory]
    [InlineData(76, "4 points below")]
    [InlineData(79, "1 point below")]
    [InlineData(83, "3 points above")]
    [InlineData(80, "on target")]
    [InlineData(79.6, "0.4 points below")]
    public void A_distance_says_points_and_side(double figure, string words)
    {
        var comparison = TargetComparison.Of((decimal)figure, new TargetLevel(80), Polarity.HigherIsBetter);

        Assert.Equal(words, FigureText.Distance(comparison, MeasureUnit.Percentage, figure == 79.6 ? 1 : 0));
    }

    [Fact]
    public void A_distance_that_is_not_nought_is_never_written_as_nought()
    {
        var comparison = TargetComparison.Of(79.96m, new TargetLevel(80), Polarity.HigherIsBetter);

        Assert.Equal("0.04 points below", FigureText.Distance(comparison, MeasureUnit.Percentage, 0));
    }

    [Theory]
    // 75.5 is written 76%, 80 less 76 are 4; the 4.5 of the unrounded figure would be written 5.
    [InlineData(75.5, 80, "76%", "4 points below")]
    // 82.5 less 76 are 6.5.
    [InlineData(76.2, 82.5, "76%", "6.5 points below")]
    // 80.3 is not the 80 asked, so it is not written so.
    [InlineData(80.3, 80, "80.3%", "0.3 points above")]
    [InlineData(79.6, 80, "79.6%", "0.4 points below")]
    [InlineData(84.5, 80, "85%", "5 points above")]
    [InlineData(80, 80, "80%", "on target")]
    // Within the tolerance either way, but 0 would lie below the 0.2 asked.
    [InlineData(0.4, 0.2, "0.4%", "0.2 points above")]
    // 74.6 is beyond the tolerance of 5, though 75 would be within it.
    [InlineData(74.6, 80, "74.6%", "5.4 points below")]
    public void A_figure_and_its_distance_subtract_as_they_are_written(double figure, double level, string text, string distance)
    {
        var target = new TargetLevel((decimal)level, Tolerance: 5);
        var decimals = FigureText.DecimalsBeside((decimal)figure, target, Polarity.HigherIsBetter, 0);

        Assert.Equal(text, FigureText.Of((decimal)figure, MeasureUnit.Percentage, decimals));
        Assert.Equal(distance, FigureText.Distance(TargetComparison.Of((decimal)figure, target, Polarity.HigherIsBetter), MeasureUnit.Percentage, decimals));
    }

    [Fact]
    public void A_count_above_its_range_says_by_how_many() =>
        Assert.Equal("90 above", FigureText.Distance(TargetComparison.Of(790, new TargetLevel(550, 700), Polarity.None), MeasureUnit.Count, 0));

    [Fact]
    public void A_level_keeps_the_decimals_it_was_set_with_and_no_more()
    {
        Assert.Equal("97.5%", FigureText.OfLevel(97.500000m, MeasureUnit.Percentage, 0));
        Assert.Equal("80%", FigureText.OfLevel(80.000000m, MeasureUnit.Percentage, 0));
    }

    [Theory]
    [InlineData(76, "4 below")]
    [InlineData(81, "1 above")]
    [InlineData(80, "on target")]
    public void In_a_cell_a_distance_stands_without_its_unit(int figure, string words) =>
        Assert.Equal(words, FigureText.Gap(TargetComparison.Of(figure, new TargetLevel(80), Polarity.HigherIsBetter), MeasureUnit.Percentage, 0));

    [Fact]
    public void A_distance_has_a_size_whichever_way_it_goes()
    {
        Assert.Equal(("7 points", "1 point", "90"), (FigureText.Size(-7, MeasureUnit.Percentage, 0), FigureText.Size(1, MeasureUnit.Percentage, 0), FigureText.Size(90, MeasureUnit.Count, 0)));
    }
}
