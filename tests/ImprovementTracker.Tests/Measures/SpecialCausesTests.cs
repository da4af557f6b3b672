using ImprovementTracker.Domain.Measures;
using static ImprovementTracker.Domain.Measures.SpecialCause;

namespace ImprovementTracker.Tests.Measures;

public class SpecialCausesTests
{
    /// <summary>Mean 10, every range 3: limits 2.02 and 17.98, near 4.68 and 15.32.</summary>
    private static readonly ControlLimits Ten = ControlLimits.Of([8.5m, 11.5m, 8.5m, 11.5m], screened: true);

    private static SpecialCause[] Find(params decimal[] values) => SpecialCauses.Of(values, Ten);

    private static SpecialCause[] Times(int count, SpecialCause cause) => [.. Enumerable.Repeat(cause, count)];

    [Fact]
    public void The_limits_of_these_tests_are_as_worked_out_by_hand() =>
        Assert.Equal((10m, 2.02m, 17.98m, 4.68m, 15.32m), (Ten.Mean, Ten.Lower, Ten.Upper, Ten.NearLower, Ten.NearUpper));

    [Fact]
    public void A_value_on_a_limit_is_within_and_a_value_beyond_it_is_outside() =>
        Assert.Equal([None, AboveLimit, None, BelowLimit], Find(17.98m, 17.981m, 2.02m, 2.019m));

    [Fact]
    public void Seven_values_in_a_row_that_rise_are_a_trend() =>
        Assert.Equal(Times(7, Rising), Find(7, 8, 9, 10, 11, 12, 13));

    [Fact]
    public void Six_values_that_rise_are_none() =>
        Assert.Equal(Times(6, None), Find(8, 8.5m, 9, 10, 11, 12));

    [Fact]
    public void Every_value_of_a_longer_fall_is_flagged() =>
        Assert.Equal([None, .. Times(8, Falling), None], Find(9, 14, 13, 12, 11, 10, 9, 8, 7, 10.5m));

    [Fact]
    public void An_equal_pair_breaks_a_trend() =>
        Assert.Equal(Times(8, None), Find(7, 8, 9, 10, 10, 11, 12, 13));

    [Fact]
    public void The_peak_between_a_rise_and_a_fall_belongs_to_the_fall() =>
        Assert.Equal([.. Times(6, Rising), .. Times(7, Falling)], Find(7, 8, 9, 10, 11, 12, 13, 12, 11, 10, 9, 8, 7));

    [Fact]
    public void The_valley_between_a_fall_and_a_rise_belongs_to_the_rise() =>
        Assert.Equal([.. Times(6, Falling), .. Times(7, Rising)], Find(13, 12, 11, 10, 9, 8, 7, 8, 9, 10, 11, 12, 13));

    // NHSRplotthedots 0.2.2 looks at the neighbour alone and calls the first of the equal pair falling; it is in the rise only.
    [Fact]
    public void The_last_value_of_a_rise_stays_rising_when_a_fall_begins_with_an_equal_value() =>
        Assert.Equal([.. Times(7, Rising), .. Times(7, Falling)], Find(7, 8, 9, 10, 11, 12, 13, 13, 12, 11, 10, 9, 8, 7));

    [Fact]
    public void Two_rises_parted_by_a_single_step_down_are_both_rising() =>
        Assert.Equal(Times(14, Rising), Find(7, 8, 9, 10, 11, 12, 13, 7, 8, 9, 10, 11, 12, 13));

    [Fact]
    public void Two_of_three_near_the_upper_limit_are_flagged_and_the_third_is_not() =>
        Assert.Equal([None, TwoOfThreeAbove, None, TwoOfThreeAbove, None], Find(9, 16, 12, 17, 9));

    [Fact]
    public void Three_of_three_near_the_lower_limit_are_flagged() =>
        Assert.Equal([TwoOfThreeBelow, TwoOfThreeBelow, TwoOfThreeBelow], Find(3, 4, 3.5m));

    [Fact]
    public void A_value_on_the_near_line_is_not_near_and_one_on_the_limit_is()
    {
        Assert.Equal([None, None, None], Find(15.32m, 16, 12));
        Assert.Equal([TwoOfThreeAbove, TwoOfThreeAbove, None], Find(15.321m, 17.98m, 12));
    }

    [Fact]
    public void All_three_have_to_lie_on_the_same_side_of_the_mean()
    {
        Assert.Equal([None, None, None], Find(16, 9, 17));
        Assert.Equal([None, None, None], Find(16, 10, 17));
        Assert.Equal([None, None, None], Find(16, 4, 17));
    }

    [Fact]
    public void Two_near_values_at_the_end_of_a_series_of_two_are_none() =>
        Assert.Equal([None, None], Find(16, 17));

    [Fact]
    public void A_value_outside_the_limits_is_not_near_them_but_may_be_the_third()
    {
        Assert.Equal([None, AboveLimit, None], Find(16, 18, 12));
        Assert.Equal([TwoOfThreeAbove, AboveLimit, TwoOfThreeAbove], Find(16, 18, 17));
    }

    [Fact]
    public void Seven_values_in_a_row_above_the_mean_are_a_shift() =>
        Assert.Equal([None, .. Times(7, ShiftAbove), None], Find(9, 11, 12, 11, 12, 11, 12, 11, 9));

    [Fact]
    public void Six_values_above_the_mean_are_none() =>
        Assert.Equal(Times(8, None), Find(9, 11, 12, 11, 12, 11, 12, 9));

    [Fact]
    public void A_value_on_the_mean_breaks_a_shift() =>
        Assert.Equal(Times(9, None), Find(9, 8, 9, 8, 10, 8, 9, 8, 9));

    [Fact]
    public void A_point_shows_the_first_sign_that_applies() =>
        Assert.Equal(
            [Rising, Rising, Rising, Rising, Rising, Rising, AboveLimit, TwoOfThreeAbove, TwoOfThreeAbove, ShiftAbove, None],
            Find(11, 12, 13, 14, 15, 16, 18.5m, 17, 16, 12, 9));

    [Fact]
    public void Nothing_is_found_where_nothing_is() => Assert.Empty(Find());
}
