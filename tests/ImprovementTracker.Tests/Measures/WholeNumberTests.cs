using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public sealed class WholeNumberTests
{
    [Theory]
    [InlineData("464", 464)]
    [InlineData(" 1598 ", 1598)]
    [InlineData("1,598", 1598)]
    [InlineData("12,345,678", 12345678)]
    [InlineData("0", 0)]
    public void A_count_is_read_as_people_type_it(string text, long number)
    {
        Assert.True(WholeNumber.TryRead(text, out var read));
        Assert.Equal(number, read);
    }

    // Elsewhere a comma is the decimal point: 46,4 must not become 464.
    [Theory]
    [InlineData("46,4")]
    [InlineData("4,5")]
    [InlineData("1,59")]
    [InlineData("1,5980")]
    [InlineData("1598,000")]
    [InlineData(",598")]
    [InlineData("46.4")]
    [InlineData("-4")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("99999999999999999999")]
    public void What_may_mean_something_else_is_no_count(string? text) => Assert.False(WholeNumber.TryRead(text, out _));
}
