using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Tests.Measures;

public class ChartAxisTests
{
    [Fact]
    public void Percentages_show_the_part_of_the_scale_that_they_use_in_round_steps()
    {
        var axis = ChartAxis.For(MeasureUnit.Percentage, [37, 76, 80]);

        Assert.Equal([30m, 40m, 50m, 60m, 70m, 80m], axis.Ticks());
    }

    [Fact]
    public void Percentages_never_show_less_than_20_points_so_that_small_changes_do_not_look_large()
    {
        var axis = ChartAxis.For(MeasureUnit.Percentage, [95, 97]);

        Assert.Equal(80, axis.Low);
        Assert.Equal(100, axis.High);
    }

    [Fact]
    public void Percentages_all_alike_still_have_an_axis()
    {
        var axis = ChartAxis.For(MeasureUnit.Percentage, [0, 0]);

        Assert.Equal([0m, 5m, 10m, 15m, 20m], axis.Ticks());
    }

    [Fact]
    public void Counts_start_at_nought_and_rise_in_round_numbers()
    {
        var axis = ChartAxis.For(MeasureUnit.Count, [640, 1190]);

        Assert.Equal([0m, 200m, 400m, 600m, 800m, 1000m, 1200m], axis.Ticks());
    }

    [Fact]
    public void Small_counts_have_whole_steps()
    {
        var axis = ChartAxis.For(MeasureUnit.Count, [1, 3]);

        Assert.Equal([0m, 1m, 2m, 3m], axis.Ticks());
    }

    [Fact]
    public void Averages_may_have_steps_of_a_half()
    {
        var axis = ChartAxis.For(MeasureUnit.Average, [1.2m, 2.4m]);

        Assert.Equal([0m, 0.5m, 1.0m, 1.5m, 2.0m, 2.5m], axis.Ticks());
        Assert.Equal(1, axis.Decimals);
    }
}
