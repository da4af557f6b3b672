using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class UsualRangeTests
{
    private static readonly MeasureShape Share = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
    private static readonly MeasureShape Number = new(1, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth);

    [Fact]
    public void One_leap_is_left_out_once_when_the_usual_variation_is_worked_out()
    {
        // NHSRplotthedots gives 1.9444, -0.7156 and 4.6044 for this series.
        var usual = UsualRange.Of([1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1])!;

        Assert.Equal((-0.7156m, 4.6044m), (Math.Round(usual.Lower, 4), Math.Round(usual.Upper, 4)));
        Assert.False(usual.Contains(10));
        Assert.True(usual.Contains(2));
    }

    [Fact]
    public void A_figure_on_the_limit_is_inside()
    {
        // Twelve figures around 50 that move by 2 each month: 50 and 2.66 times 2 either way.
        var usual = UsualRange.Of([49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51])!;

        Assert.Equal((44.68m, 55.32m), (usual.Lower, usual.Upper));
        Assert.True(usual.Contains(44.68m));
        Assert.False(usual.Contains(44.67m));
        Assert.False(usual.Contains(55.33m));
    }

    [Fact]
    public void A_series_that_has_moved_away_is_not_asked_about_every_month_and_what_lies_between_is_a_surprise()
    {
        // Twelve figures from 49 to 51, then 70: mean 670/13 = 51.538; the jump of 19 is left out, so 2 remains: 5.32 either way.
        var usual = UsualRange.Of([49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 70])!;

        Assert.Equal((46.22m, 56.86m), (Math.Round(usual.Lower, 2), Math.Round(usual.Upper, 2)));
        Assert.Equal((64.68m, 75.32m), (usual.AroundLast!.Lower, usual.AroundLast.Upper));
        Assert.Equal([false, true, false, true, false], new[] { 46m, 50m, 60m, 72m, 76m }.Select(usual.Contains));
        Assert.Equal("between 46% and 57%, or between 65% and 75%", usual.Text(Share));
    }

    [Fact]
    public void A_series_that_has_moved_a_little_has_one_wider_range()
    {
        // Twelve figures from 49 to 51, then 58: mean 658/13 = 50.615. The moving ranges are 11 times 2 and once 7, on average 29/12 = 2.417, and none is as large as 3.267 times that: 2.66 times 29/12 = 6.428 either way, and around 58 too.
        var usual = UsualRange.Of([49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 58])!;

        Assert.Equal((44.19m, 64.43m, (UsualRange?)null), (Math.Round(usual.Lower, 2), Math.Round(usual.Upper, 2), usual.AroundLast));
    }

    [Fact]
    public void One_month_that_was_mistyped_does_not_make_everything_up_to_it_usual()
    {
        var usual = UsualRange.Of([49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 500])!;

        // Mean 1100/13 = 84.615: limits 79.295 and 89.935 around it, and 494.68 to 505.32 around the last month.
        Assert.Equal([false, false, true], new[] { 100m, 300m, 500m }.Select(usual.Contains));
    }

    [Fact]
    public void Eleven_months_are_nothing_to_judge_by()
    {
        Assert.Null(UsualRange.Of([49, 51, 49, 51, 49, 51, 49, 51, 49, 51, 49]));
        Assert.NotNull(UsualRange.Of([49, 51, 49], fewest: 3));
    }

    [Fact]
    public void Where_months_never_change_any_change_is_a_surprise()
    {
        var usual = UsualRange.Of(new decimal[24])!;

        Assert.Equal([true, false], new[] { 0m, 40m }.Select(usual.Contains));
        Assert.Equal("always 0", usual.Text(Number, 40));
    }

    [Fact]
    public void Where_one_leap_is_all_that_ever_changed_what_was_there_before_is_usual()
    {
        // Without the leap to 5 and back nothing varies, so there are no limits: the months were from 0 to 5.
        var usual = UsualRange.Of([0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])!;

        Assert.Equal([true, true, false], new[] { 0m, 5m, 6m }.Select(usual.Contains));
        Assert.Equal("between 0 and 5", usual.Text(Number, 6));
    }

    [Fact]
    public void It_is_written_as_the_measure_is_and_never_beyond_what_can_be()
    {
        Assert.Equal("between 40% and 62%", new UsualRange(40.2m, 61.7m).Text(Share));
        Assert.Equal("between 0% and 100%", new UsualRange(-3, 108).Text(Share));
        Assert.Equal("between 0 and 1,598", new UsualRange(-20, 1598).Text(Number));
        Assert.Equal("between 40.2% and 61.7%", new UsualRange(40.2m, 61.7m).Text(Share, outside: 62.1m));
        Assert.Equal("between 40% and 62%", new UsualRange(40.2m, 61.7m).Text(Share, outside: 70));
    }
}
