using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public class WrittenDateTests
{
    [Theory]
    [InlineData("15 April 2011", "2011-04-15")]
    [InlineData(" 15  april 2011 ", "2011-04-15")]
    [InlineData("15 Apr 2011", "2011-04-15")]
    [InlineData("1st September 2022", "2022-09-01")]
    [InlineData("3 Sept 2022", "2022-09-03")]
    [InlineData("15/4/2011", "2011-04-15")]
    [InlineData("05.04.2011", "2011-04-05")]
    [InlineData("2011-04-15", "2011-04-15")]
    [InlineData("March 2010", "2010-03")]
    [InlineData("Mar 2010", "2010-03")]
    [InlineData("3/2010", "2010-03")]
    [InlineData("2010-03", "2010-03")]
    public void A_date_is_read_as_people_write_it(string typed, string iso)
    {
        Assert.True(WrittenDate.TryRead(typed, out var date));
        Assert.Equal(iso, date.ToIso());
    }

    [Theory]
    [InlineData("31 February 2011")]
    [InlineData("April")]
    [InlineData("2011")]
    [InlineData("4/15/2011")]
    [InlineData("soon")]
    [InlineData("1 January 1500")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_date_is_not_guessed(string? typed) => Assert.False(WrittenDate.TryRead(typed, out _));

    [Fact]
    public void A_date_that_is_shown_can_be_typed_again()
    {
        foreach (var date in new[] { KnownDate.On(2009, 10, 29), KnownDate.On(2022, 9, 1), KnownDate.In(2010, 3), KnownDate.In(2022, 9) })
            Assert.Equal(date, WrittenDate.Read(date.ToString()));
    }
}
