using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Web.Measures;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Tests.Measures;

public class VariationLookTests
{
    [Theory]
    [InlineData(SpecialCause.Rising, Polarity.HigherIsBetter, StatusShape.Up, StatusTone.Met, "Improvement")]
    [InlineData(SpecialCause.BelowLimit, Polarity.HigherIsBetter, StatusShape.Down, StatusTone.Missed, "Concern")]
    [InlineData(SpecialCause.ShiftBelow, Polarity.LowerIsBetter, StatusShape.Down, StatusTone.Met, "Improvement")]
    [InlineData(SpecialCause.TwoOfThreeAbove, Polarity.LowerIsBetter, StatusShape.Up, StatusTone.Missed, "Concern")]
    [InlineData(SpecialCause.AboveLimit, Polarity.None, StatusShape.Up, StatusTone.Plain, "High")]
    [InlineData(SpecialCause.Falling, Polarity.None, StatusShape.Down, StatusTone.Plain, "Low")]
    [InlineData(SpecialCause.ShiftAbove, Polarity.CloseToTarget, StatusShape.Up, StatusTone.Plain, "High")]
    [InlineData(SpecialCause.None, Polarity.HigherIsBetter, StatusShape.Dash, StatusTone.Plain, "No clear change")]
    public void An_arrow_goes_where_the_value_went_and_is_coloured_by_what_that_means(SpecialCause cause, Polarity polarity, StatusShape shape, StatusTone tone, string word) =>
        Assert.Equal(new StatusLook(shape, tone, word), cause.Meaning(polarity).Look(cause));

    [Fact]
    public void Each_assurance_has_a_shape_of_its_own_and_chance_is_neither_good_nor_bad()
    {
        Assert.Equal(new StatusLook(StatusShape.Tick, StatusTone.Met, "Consistently passing"), Assurance.ConsistentlyPassing.Look());
        Assert.Equal(new StatusLook(StatusShape.Cross, StatusTone.Missed, "Consistently failing"), Assurance.ConsistentlyFailing.Look());
        Assert.Equal(new StatusLook(StatusShape.Half, StatusTone.Plain, "Hit and miss"), Assurance.HitAndMiss.Look());
    }
}
