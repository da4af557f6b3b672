using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class WrittenMonthTests
{
    [Theory]
    [InlineData("May 2011")]
    [InlineData("may 2011")]
    [InlineData("MAY-11")]
    [InlineData("May-2011")]
    [InlineData("May 11")]
    [InlineData("May '11")]
    [InlineData("May11")]
    [InlineData("2011-05")]
    [InlineData("2011/05")]
    [InlineData("2011-5")]
    [InlineData("201105")]
    [InlineData("05/2011")]
    [InlineData("5/2011")]
    [InlineData("01/05/2011")]
    [InlineData("1/5/11")]
    [InlineData("31/05/2011")]
    [InlineData("01.05.2011")]
    [InlineData("2011-05-01")]
    [InlineData("2011-05-31 00:00:00")]
    [InlineData("1 May 2011")]
    [InlineData("31st May 2011")]
    [InlineData("01-May-11")]
    public void May_2011_is_read_however_it_is_written(string text)
    {
        Assert.True(WrittenMonth.TryRead(SheetCell.Of(text), out var month));
        Assert.Equal(new Month(2011, 5), month);
    }

    [Theory]
    [InlineData("Sept 2011", 2011, 9)]
    [InlineData("Sep. 2011", 2011, 9)]
    [InlineData("September, 2011", 2011, 9)]
    [InlineData("2011-12", 2011, 12)]
    [InlineData("Jan-80", 1980, 1)]
    [InlineData("Jan-79", 2079, 1)]
    [InlineData("29/02/2012", 2012, 2)]
    [InlineData("30/04/2011", 2011, 4)]
    public void Other_months_are_read(string text, int year, int number)
    {
        Assert.True(WrittenMonth.TryRead(SheetCell.Of(text), out var month));
        Assert.Equal(new Month(year, number), month);
    }

    [Fact]
    public void Dates_and_numbers_of_Excel_are_read()
    {
        Assert.True(WrittenMonth.TryRead(SheetCell.Of(new DateOnly(2011, 5, 1)), out var first));
        Assert.True(WrittenMonth.TryRead(SheetCell.Of(new DateOnly(2011, 5, 31)), out var last));
        Assert.True(WrittenMonth.TryRead(SheetCell.Of(201105), out var number));
        Assert.All(new[] { first, last, number }, month => Assert.Equal(new Month(2011, 5), month));
    }

    [Theory]
    [InlineData("Q1 2011/12", "'Q1 2011/12' is a quarter. Figures are recorded by month: give each month its own.")]
    [InlineData("Quarter 2", "'Quarter 2' is a quarter. Figures are recorded by month: give each month its own.")]
    [InlineData("2011/12", "'2011/12' may be the financial year or a month. Write December as Dec 2011.")]
    [InlineData("May", "'May' does not say which year. Write the month as May 2011.")]
    [InlineData("05/31/2011", "'05/31/2011' is no date with the day first; it looks American. Write the month as May 2011.")]
    [InlineData("13/2011", "'13/2011' is no month. Write the month as May 2011.")]
    [InlineData("31/04/2011", "'31/04/2011' is no month. Write the month as May 2011.")]
    [InlineData("5/1/2011", "This is 5 January 2011, and a figure belongs to a whole month. Write the month as May 2011. (A date must be the first or the last day, with the day before the month.)")]
    public void What_speaks_of_time_and_is_no_month_says_why(string text, string expected) =>
        Assert.Equal(expected, WrittenMonth.Read(SheetCell.Of(text), out _));

    [Fact]
    public void The_eleventh_of_May_that_Excel_made_of_May_11_is_not_taken_for_a_month() =>
        Assert.StartsWith("This is 11 May 2024,", WrittenMonth.Read(SheetCell.Of(new DateOnly(2024, 5, 11)), out _), StringComparison.Ordinal);

    [Theory]
    [InlineData("Area")]
    [InlineData("North")]
    [InlineData("464")]
    [InlineData("76%")]
    [InlineData("Marches")]
    [InlineData("2011")]
    [InlineData("#N/A")]
    [InlineData("")]
    public void What_does_not_speak_of_time_is_left_alone(string text) => Assert.Null(WrittenMonth.Read(SheetCell.Of(text), out _));
}
