using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Tests.Plan;

public class PlanReferenceTests
{
    [Theory]
    [InlineData("A7")]
    [InlineData(" A7 ")]
    [InlineData("3.2")]
    [InlineData("CP-12")]
    public void Letters_and_a_number_are_a_reference(string text) => Assert.True(PlanReference.IsWellFormed(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("new")]
    [InlineData("A 7")]
    [InlineData("A7/edit")]
    [InlineData("..7")]
    [InlineData("A7.")]
    [InlineData("A7?")]
    [InlineData("Ä7")]
    public void What_cannot_stand_in_an_address_is_none(string? text) => Assert.False(PlanReference.IsWellFormed(text));

    [Fact]
    public void The_next_reference_is_one_more_than_the_highest_number_and_gaps_stay_free() =>
        Assert.Equal("A13", PlanReference.Next('A', ["A1", "A2", "a12", "A3x", "O40", "B-99"]));

    [Fact]
    public void The_first_reference_is_number_one() => Assert.Equal("O1", PlanReference.Next('O', []));
}
