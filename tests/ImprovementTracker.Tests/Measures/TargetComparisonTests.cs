using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class TargetComparisonTests
{
    private static readonly TargetLevel Eighty = new(80, Tolerance: 5);

    private static (TargetVerdict, decimal?) Said(TargetComparison comparison) => (comparison.Verdict, comparison.Distance);

    [Theory]
    [InlineData(80, TargetVerdict.Met, 0)]
    [InlineData(81.5, TargetVerdict.Met, 1.5)]
    [InlineData(76, TargetVerdict.WithinTolerance, -4)]
    [InlineData(75, TargetVerdict.WithinTolerance, -5)]
    [InlineData(74.9, TargetVerdict.Missed, -5.1)]
    public void Higher_is_better(double figure, TargetVerdict verdict, double distance) =>
        Assert.Equal((verdict, (decimal)distance), Said(TargetComparison.Of((decimal)figure, Eighty, Polarity.HigherIsBetter)));

    [Theory]
    [InlineData(80, TargetVerdict.Met)]
    [InlineData(79, TargetVerdict.Met)]
    [InlineData(85, TargetVerdict.WithinTolerance)]
    [InlineData(85.1, TargetVerdict.Missed)]
    public void Lower_is_better(double figure, TargetVerdict verdict) =>
        Assert.Equal(verdict, TargetComparison.Of((decimal)figure, Eighty, Polarity.LowerIsBetter).Verdict);

    [Theory]
    [InlineData(76, TargetVerdict.Met)]
    [InlineData(85, TargetVerdict.Met)]
    [InlineData(86, TargetVerdict.Missed)]
    [InlineData(74, TargetVerdict.Missed)]
    public void Close_to_the_target_is_better(double figure, TargetVerdict verdict) =>
        Assert.Equal(verdict, TargetComparison.Of((decimal)figure, Eighty, Polarity.CloseToTarget).Verdict);

    [Theory]
    [InlineData(549, TargetVerdict.BelowRange, -1)]
    [InlineData(550, TargetVerdict.WithinRange, 0)]
    [InlineData(640, TargetVerdict.WithinRange, 0)]
    [InlineData(700, TargetVerdict.WithinRange, 0)]
    [InlineData(790, TargetVerdict.AboveRange, 90)]
    public void A_measure_without_polarity_lies_below_within_or_above_its_expected_range(int figure, TargetVerdict verdict, int distance) =>
        Assert.Equal((verdict, distance), Said(TargetComparison.Of(figure, new TargetLevel(550, 700), Polarity.None)));

    [Fact]
    public void A_measure_without_polarity_is_never_good_or_bad() =>
        Assert.Equal(TargetVerdict.NoTarget, TargetComparison.Of(76, Eighty, Polarity.None).Verdict);

    [Fact]
    public void Without_a_figure_there_is_no_verdict() =>
        Assert.Equal(new TargetComparison(TargetVerdict.NoData, null), TargetComparison.Of(null, Eighty, Polarity.HigherIsBetter));

    [Fact]
    public void Without_a_target_there_is_no_distance() =>
        Assert.Equal(new TargetComparison(TargetVerdict.NoTarget, null), TargetComparison.Of(76, null, Polarity.HigherIsBetter));

    [Fact]
    public void A_tolerance_in_per_cent_is_of_the_target()
    {
        // 10 per cent of 80 is 8 points: 72 is just within it.
        var target = new TargetLevel(80, Tolerance: 10, ToleranceKind: ToleranceKind.PercentOfTarget);

        Assert.Equal(TargetVerdict.WithinTolerance, TargetComparison.Of(72, target, Polarity.HigherIsBetter).Verdict);
        Assert.Equal(TargetVerdict.Missed, TargetComparison.Of(71.99m, target, Polarity.HigherIsBetter).Verdict);
    }

    [Fact]
    public void The_unrounded_figure_decides()
    {
        // 796 of 1,000 is 79.6%, which rounds to 80% and still misses it.
        var figure = new MeasureValue.Counted(MeasureUnit.Percentage, 796, 1000).Figure;

        Assert.Equal(TargetVerdict.Missed, TargetComparison.Of(figure, new TargetLevel(80), Polarity.HigherIsBetter).Verdict);
    }
}
