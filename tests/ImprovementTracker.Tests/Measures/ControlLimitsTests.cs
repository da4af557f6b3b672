using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class ControlLimitsTests
{
    private static readonly decimal[] OneJump = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

    // 17 ranges: fifteen of 1, one of 8, one of 9. Their average 32/17 x 3.267 = 6.15 leaves 8 and 9 out, so that 1 remains.
    [Fact]
    public void A_single_jump_does_not_widen_the_limits()
    {
        var limits = ControlLimits.Of(OneJump, screened: true);

        Assert.Equal((1.9444m, -0.7156m, 4.6044m), (Round(limits.Mean, 4), Round(limits.Lower, 4), Round(limits.Upper, 4)));
        Assert.Equal(3, limits.ZoneOf(10));
    }

    [Fact]
    public void Without_screening_the_jump_counts()
    {
        var limits = ControlLimits.Of(OneJump, screened: false);

        Assert.Equal((1.9444m, -3.0626m, 6.9515m), (Round(limits.Mean, 4), Round(limits.Lower, 4), Round(limits.Upper, 4)));
    }

    [Fact]
    public void Near_is_two_thirds_of_the_way_to_the_limits()
    {
        var limits = ControlLimits.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], screened: true);

        Assert.Equal((5.5m, 2.84m, 8.16m), (limits.Mean, limits.Lower, limits.Upper));
        Assert.Equal((3.72667m, 7.27333m), (Round(limits.NearLower, 5), Round(limits.NearUpper, 5)));
    }

    [Fact]
    public void Limits_may_lie_outside_what_is_possible()
    {
        var limits = ControlLimits.Of([3, 1, 4, 1, 5, 9, 2], screened: true);

        Assert.Equal((3.571429m, -6.625238m, 13.768095m), (Round(limits.Mean, 6), Round(limits.Lower, 6), Round(limits.Upper, 6)));
    }

    // The eleven ranges are 3.267 and ten of 0.7733: 11 in all, 1 on average. A jump of exactly 3.267 times that is left out.
    [Fact]
    public void A_jump_of_exactly_3_267_times_the_average_is_left_out()
    {
        var limits = ControlLimits.Of([0, 3.267m, 2.4937m, 3.267m, 2.4937m, 3.267m, 2.4937m, 3.267m, 2.4937m, 3.267m, 2.4937m, 3.267m], screened: true);

        Assert.Equal(2.66m * 0.7733m, Round(limits.Upper - limits.Mean, 15));
    }

    // 3.266 and ten of 0.7734: again 11 in all, and nothing left out.
    [Fact]
    public void A_jump_just_below_that_counts()
    {
        var limits = ControlLimits.Of([0, 3.266m, 2.4926m, 3.266m, 2.4926m, 3.266m, 2.4926m, 3.266m, 2.4926m, 3.266m, 2.4926m, 3.266m], screened: true);

        Assert.Equal(2.66m, Round(limits.Upper - limits.Mean, 15));
    }

    [Fact]
    public void A_series_that_never_moves_has_its_value_as_mean_and_limits()
    {
        var third = 100m / 3;
        var limits = ControlLimits.Of([third, third, third, third, third, third, third], screened: true);

        Assert.Equal((third, third, third), (limits.Mean, limits.Lower, limits.Upper));
        Assert.Equal((true, false), (limits.AreFlat, limits.TooLittleVariation));
    }

    // Ten ranges of 0 and one of 4: average 4/11, and 4 is left out. The mean is 64/12.
    [Fact]
    public void Where_screening_leaves_no_variation_there_is_too_little_to_judge_by()
    {
        var limits = ControlLimits.Of([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9], screened: true);

        Assert.Equal((64m / 12, 64m / 12, 64m / 12), (limits.Mean, limits.Lower, limits.Upper));
        Assert.Equal((true, true), (limits.AreFlat, limits.TooLittleVariation));
    }

    // Mean 73/12, and 8 and 8 left out of eleven ranges the other nine sum to 3: 73/12 + 2.66 x 3/9 = 6.97, though neither part ends.
    [Fact]
    public void A_value_exactly_on_a_limit_of_endless_parts_is_within()
    {
        var limits = ControlLimits.Of([5, 5, 6, 5, 5, 13, 5, 5, 6, 6, 6, 6], screened: true);

        Assert.Equal(2, limits.ZoneOf(6.97m));
        Assert.Equal(3, limits.ZoneOf(6.9700000001m));
    }

    // One, two and four sevenths of 100 make 100, but cut at the 28th digit they miss it by the last one.
    [Fact]
    public void A_figure_from_counts_is_on_the_mean_when_its_fraction_is()
    {
        var limits = ControlLimits.Of([100m / 7, 100m * 2 / 7, 100m * 4 / 7, 100m / 3, 100m / 3, 100m / 3], screened: true);

        Assert.Equal(0, limits.ZoneOf(100m / 3));
    }

    private static decimal Round(decimal number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero);
}
