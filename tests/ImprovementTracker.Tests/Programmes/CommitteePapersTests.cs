using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public sealed class CommitteePapersTests
{
    private static readonly WorkingDays England = new([]);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", null);

    // Five working days between the two, counted backwards on wall calendars of those years.
    [Theory]
    // Tuesday 14 June 2011: 13, 10, 9, 8 and 7 June lie between.
    [InlineData("2011-06-14", "2011-06-06")]
    // A Monday: 10, 9, 8, 7 and 6 June lie between; the weekend before is closed, so Friday.
    [InlineData("2011-06-13", "2011-06-03")]
    // Tuesday 10 May 2011: 9, 6, 5, 4 and 3 May; then 2 May, the weekend and the wedding of 29 April are closed.
    [InlineData("2011-05-10", "2011-04-28")]
    // Wednesday 4 May 2011: 3 May, 28, 27 and 26 April, 21 April; Easter and the wedding lie between and do not count.
    [InlineData("2011-05-04", "2011-04-20")]
    // Thursday 6 January 2011: 5 and 4 January, 31, 30 and 29 December; 27 and 28 December stand for Christmas on a weekend.
    [InlineData("2011-01-06", "2010-12-24")]
    // Wednesday 10 May 2023: 9, 5, 4, 3 and 2 May; 8 May was the coronation's holiday, 1 May the early one.
    [InlineData("2023-05-10", "2023-04-28")]
    // Tuesday 16 May 2023: 15, 12, 11, 10 and 9 May; the day before those is the coronation's holiday.
    [InlineData("2023-05-16", "2023-05-05")]
    // A meeting on a Saturday: 17, 16, 15, 14 and 13 June lie between, and the weekend does not count.
    [InlineData("2011-06-18", "2011-06-10")]
    public void Papers_lie_open_five_clear_days_before_the_meeting(string meeting, string openBy) =>
        Assert.Equal(Day(openBy), CommitteePapers.For(Day(meeting), England).OpenBy);

    [Fact]
    public void A_day_that_an_administrator_closed_takes_the_papers_day_further_back() =>
        Assert.Equal(Day("2011-06-03"), CommitteePapers.For(Day("2011-06-14"), new WorkingDays([Day("2011-06-08")])).OpenBy);

    [Fact]
    public void The_papers_day_of_a_meeting_beyond_the_holidays_announced_may_still_move()
    {
        // Announced are those until the end of 2027. Friday 31 December is the last day before the meeting of 1 January.
        Assert.False(CommitteePapers.For(Day("2028-01-01"), England).MayMove);
        Assert.True(CommitteePapers.For(Day("2028-01-02"), England).MayMove);
        Assert.Equal("Papers open to inspection by 28 April 2023.", CommitteePapers.For(Day("2023-05-10"), England).InWords);
        // Tuesday 14 March 2028: 13, 10, 9, 8 and 7 March lie between.
        Assert.Equal("Papers open to inspection by 6 March 2028; the day may still move, because not all bank holidays until then are announced.", CommitteePapers.For(Day("2028-03-14"), England).InWords);
    }
}
