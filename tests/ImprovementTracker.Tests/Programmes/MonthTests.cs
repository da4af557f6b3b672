using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public class MonthTests
{
    [Fact]
    public void A_month_is_written_for_people_for_files_and_for_the_database()
    {
        var may = new Month(2011, 5);

        Assert.Equal(("May 2011", "May 11", "2011-05", 201105), (may.ToString(), may.ToShortString(), may.ToIso(), may.ToNumber()));
    }

    [Fact]
    public void December_is_followed_by_January() => Assert.Equal(new Month(2011, 1), new Month(2010, 12).AddMonths(1));

    [Fact]
    public void Going_back_crosses_the_year_too() => Assert.Equal(new Month(2009, 12), new Month(2010, 4).AddMonths(-4));

    [Fact]
    public void From_April_2010_to_May_2011_are_fourteen_months() => Assert.Equal(14, new Month(2010, 4).To(new Month(2011, 5)).Count());

    [Fact]
    public void The_last_month_there_is_ends_a_row_of_months() =>
        Assert.Equal(2, new Month(2999, 11).To(new Month(2999, 12)).Count());

    [Theory]
    [InlineData("2011-5")]
    [InlineData("2011-13")]
    [InlineData("May 2011")]
    [InlineData("0001-05")]
    [InlineData(null)]
    public void What_is_not_a_month_is_not_read(string? text) => Assert.False(Month.TryParse(text, out _));

    [Fact]
    public void The_last_day_of_February_knows_leap_years() =>
        Assert.Equal((new DateOnly(2012, 2, 29), new DateOnly(2011, 2, 28)), (new Month(2012, 2).LastDay, new Month(2011, 2).LastDay));
}
