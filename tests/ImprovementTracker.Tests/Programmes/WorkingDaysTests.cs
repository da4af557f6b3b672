using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public sealed class WorkingDaysTests
{
    private static readonly WorkingDays England = new([]);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", null);

    // Counted on wall calendars of those years.
    [Theory]
    // Good Friday 22, Easter Monday 25, the wedding 29 April, early May 2 May: left are 26, 27, 28 April, 3 and 4 May.
    [InlineData("2011-04-21", 5, "2011-05-04")]
    [InlineData("2011-04-28", 1, "2011-05-03")]
    // Diamond Jubilee: the spring holiday of 28 May was kept on 4 June, and 5 June added.
    [InlineData("2012-05-25", 1, "2012-05-28")]
    [InlineData("2012-06-01", 1, "2012-06-06")]
    // Platinum Jubilee: the spring holiday of 30 May was kept on 2 June, and 3 June added.
    [InlineData("2022-05-27", 1, "2022-05-30")]
    [InlineData("2022-06-01", 1, "2022-06-06")]
    // State funeral.
    [InlineData("2022-09-16", 1, "2022-09-20")]
    // Early May holiday on 1 May 2023, coronation on 8 May.
    [InlineData("2023-04-28", 1, "2023-05-02")]
    [InlineData("2023-05-05", 1, "2023-05-09")]
    // VE Day: the early May holiday was kept on Friday 8 May 2020.
    [InlineData("2020-05-01", 1, "2020-05-04")]
    [InlineData("2020-05-07", 1, "2020-05-11")]
    // Christmas on a Saturday: 27 and 28 December 2010 and Monday 3 January 2011 instead; 29, 30, 31 December, then 4 January.
    [InlineData("2010-12-24", 1, "2010-12-29")]
    [InlineData("2010-12-24", 4, "2011-01-04")]
    [InlineData("2021-12-24", 1, "2021-12-29")]
    // Christmas on a Sunday: Boxing Day on Monday 26, and 27 December instead.
    [InlineData("2011-12-23", 1, "2011-12-28")]
    [InlineData("2016-12-23", 1, "2016-12-28")]
    [InlineData("2022-12-23", 1, "2022-12-28")]
    // Boxing Day on a Saturday.
    [InlineData("2009-12-24", 1, "2009-12-29")]
    [InlineData("2026-12-24", 1, "2026-12-29")]
    // New Year on a Sunday.
    [InlineData("2016-12-30", 1, "2017-01-03")]
    // Late summer holiday.
    [InlineData("2024-08-23", 1, "2024-08-27")]
    // Fourteen weeks from Tuesday 6 September 2022, and the day of the state funeral.
    [InlineData("2022-09-06", 70, "2022-12-14")]
    [InlineData("2022-09-06", 20, "2022-10-05")]
    [InlineData("2022-09-10", 0, "2022-09-10")]
    [InlineData("2022-09-10", 1, "2022-09-12")]
    public void The_day_on_which_so_many_working_days_have_passed(string from, int days, string expected)
    {
        Assert.Equal(Day(expected), England.After(Day(from), days));
        if (days > 0)
            Assert.Equal(days, England.Between(Day(from), Day(expected)));
    }

    // As printed in diaries: Easter Sunday 1 April 2018, 21 April 2019, 4 April 2021, 31 March 2024, 23 March 2008, 24 April 2011, 28 March 2027.
    [Theory]
    [InlineData("2008-03-21")]
    [InlineData("2011-04-22")]
    [InlineData("2018-03-30")]
    [InlineData("2019-04-19")]
    [InlineData("2021-04-02")]
    [InlineData("2024-03-29")]
    [InlineData("2027-03-26")]
    public void Good_Friday_and_Easter_Monday_are_no_working_days(string goodFriday)
    {
        Assert.Equal([false, false, false, false, true], Enumerable.Range(0, 5).Select(days => England.Has(Day(goodFriday).AddDays(days))));
        Assert.True(England.Has(Day(goodFriday).AddDays(-1)));
    }

    [Fact]
    public void A_year_has_eight_bank_holidays_and_those_that_were_added()
    {
        static int Holidays(int year) => Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays)
            .Count(day => EnglishHolidays.Has(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        Assert.Equal([8, 8, 9, 9, 8, 10, 9, 8], new[] { 2009, 2010, 2011, 2012, 2020, 2022, 2023, 2025 }.Select(Holidays));
    }

    [Fact]
    public void A_day_that_an_administrator_adds_does_not_count()
    {
        var days = new WorkingDays([Day("2026-07-20")]);

        Assert.Equal(Day("2026-07-21"), days.After(Day("2026-07-17"), 1));
        Assert.Equal(Day("2026-07-20"), England.After(Day("2026-07-17"), 1));
    }

    [Fact]
    public void Days_are_counted_backwards_too_and_a_weekend_is_none()
    {
        Assert.Equal(1, England.Between(Day("2024-03-08"), Day("2024-03-11")));
        Assert.Equal(-1, England.Between(Day("2024-03-11"), Day("2024-03-08")));
        Assert.Equal(0, England.Between(Day("2024-03-08"), Day("2024-03-10")));
    }

    [Fact]
    public void Beyond_the_announced_holidays_a_date_may_still_move()
    {
        Assert.True(WorkingDays.AreKnownUntil(Day("2027-12-31")));
        Assert.False(WorkingDays.AreKnownUntil(Day("2028-01-03")));
    }
}
