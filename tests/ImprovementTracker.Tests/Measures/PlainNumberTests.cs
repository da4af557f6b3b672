using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class PlainNumberTests
{
    [Theory]
    [InlineData("80", 80)]
    [InlineData(" 80 % ", 80)]
    [InlineData("97.5%", 97.5)]
    [InlineData("1,598", 1598)]
    [InlineData("0", 0)]
    [InlineData("1,598.5", 1598.5)]
    [InlineData(".5", 0.5)]
    public void A_level_is_read_as_people_type_it(string text, double number)
    {
        Assert.True(PlainNumber.TryRead(text, out var read));
        Assert.Equal((decimal)number, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("eighty")]
    [InlineData("-5")]
    [InlineData("8O")]
    [InlineData("1000000000")]
    [InlineData("0.1234567")]
    [InlineData("97,5")]
    [InlineData("1,59")]
    [InlineData("1,5980")]
    [InlineData(",598")]
    [InlineData("1,598,0.5")]
    public void What_is_no_level_is_refused(string text) => Assert.False(PlainNumber.TryRead(text, out _));
}
