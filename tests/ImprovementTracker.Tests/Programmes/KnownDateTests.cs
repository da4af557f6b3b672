using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public class KnownDateTests
{
    [Fact]
    public void A_date_is_shown_as_well_as_it_is_known()
    {
        Assert.Equal("29 October 2009", KnownDate.On(2009, 10, 29).ToString());
        Assert.Equal("March 2010", KnownDate.In(2010, 3).ToString());
    }

    [Fact]
    public void A_month_stands_before_its_days_and_after_the_month_before()
    {
        KnownDate[] dates = [KnownDate.On(2010, 3, 1), KnownDate.In(2010, 3), KnownDate.On(2010, 2, 28), KnownDate.In(2010, 4)];

        Assert.Equal(["2010-02-28", "2010-03", "2010-03-01", "2010-04"], dates.Order().Select(date => date.ToIso()));
    }

    [Theory]
    [InlineData("2010-03", "March 2010")]
    [InlineData("2011-04-15", "15 April 2011")]
    public void It_is_read_as_it_is_kept(string text, string shown) => Assert.Equal(shown, KnownDate.Parse(text).ToString());

    [Theory]
    [InlineData("15/04/2011")]
    [InlineData("2011-02-30")]
    [InlineData("")]
    public void What_is_not_a_date_is_not_read(string text) => Assert.False(KnownDate.TryParse(text, out _));
}
