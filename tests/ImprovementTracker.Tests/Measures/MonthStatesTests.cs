using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The test's clock stands at 1 July 2011; figures are due on the 15th of the next month.</summary>
public class MonthStatesTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Task<int> RecordAsync(TestDatabase database, TestProgramme programme, string month, params (Area Area, string? Numerator)[] lines) =>
        new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new()
        {
            Programme = TestProgramme.Slug,
            Measure = "in-time",
            Month = month,
            Lines = [.. lines.Select(line => line.Numerator is null
                ? new RecordMonth.Line { AreaId = line.Area.Id, NotCaptured = true, Reason = "The system was down." }
                : new RecordMonth.Line { AreaId = line.Area.Id, Numerator = line.Numerator, Denominator = "50" })],
        }, Never);

    [Fact]
    public async Task A_month_says_what_is_missing_what_came_late_and_what_is_approved()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Utc = new DateTime(2011, 5, 10, 9, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(database, programme, "2011-04", (programme.North, "40"), (programme.South, "30"));
        await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Month = "2011-04", Seen = long.MaxValue }, Never);
        database.Clock.Utc = new DateTime(2011, 6, 16, 9, 0, 0, DateTimeKind.Utc);
        await RecordAsync(database, programme, "2011-05", (programme.North, "41"));

        var months = (await new MonthStates(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, null, Never)).Months;

        Assert.Equal(["June 2011", "May 2011", "April 2011"], months.Select(month => month.Month.ToString()));
        Assert.Equal("nothing is recorded yet; it is due on 15 July 2011", months[0].InWords);
        // Of South, and of referrals, which were added in May and which nobody has reported.
        Assert.Equal("2 of 3 figures are missing; not yet approved; 1 figure came late", months[1].InWords);
        Assert.Equal("complete; approved", months[2].InWords);
    }

    [Fact]
    public async Task What_somebody_said_is_not_captured_is_not_missing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(database, programme, "2011-06", (programme.North, "40"), (programme.South, null));

        var june = (await new MonthStates(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new Month(2011, 6), Never)).Months[0];

        Assert.Equal((2, 1, 1, 0, 0), (june.Expected, june.Recorded, june.NotCaptured, june.Missing, june.Late));
    }

    [Fact]
    public async Task What_was_due_before_the_programme_was_in_the_tracker_did_not_come_late()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(database, programme, "2010-06", (programme.North, "40"));

        Assert.Equal(0, (await new MonthStates(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new Month(2010, 6), Never)).Months[0].Late);
    }

    [Fact]
    public async Task What_was_due_before_a_measure_was_added_did_not_come_late()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Utc = new DateTime(2011, 1, 4, 9, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        database.Clock.Utc = new DateTime(2011, 10, 3, 9, 0, 0, DateTimeKind.Utc);
        var measure = new Measure(programme.Programme, "visits");
        measure.Define("Visits", "visits", "Visits made.", "visits made", null, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.Programme);
            measure.Begin(change);
            db.Add(measure);
        });
        await programme.RecordAsync(measure, programme.North, new Month(2011, 6), new(ValueKind.Counted, 40, null, null, null));
        database.Clock.Utc = new DateTime(2011, 10, 20, 9, 0, 0, DateTimeKind.Utc);
        await programme.RecordAsync(measure, programme.North, new Month(2011, 9), new(ValueKind.Counted, 41, null, null, null));

        var months = (await new MonthStates(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new Month(2011, 9), Never)).Months;

        // September was due on 15 October, June on 15 July.
        Assert.Equal([(new Month(2011, 9), 1), (new Month(2011, 6), 0)], months.Where(month => month.Recorded > 0).Select(month => (month.Month, month.Late)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_measure_that_was_just_added_is_missing_until_it_is_reported_or_retired(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        database.Clock.Utc = new DateTime(2011, 4, 4, 9, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        await new RetireMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = "referrals", LastMonth = "2011-04", Seen = RetireMeasure.Input.Of(null).Seen }, Never);
        // Half past midnight on 1 May by the clock in London.
        database.Clock.Utc = new DateTime(2011, 4, 30, 23, 30, 0, DateTimeKind.Utc);
        var code = await new SaveMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new()
        {
            Programme = TestProgramme.Slug,
            Name = "Visits",
            Phrase = "visits",
            Definition = "Visits made.",
            Unit = MeasureUnit.Count,
            Numerator = "visits made",
            Decimals = 0,
            Polarity = Polarity.None,
            Period = PeriodType.InMonth,
        }, Never);
        database.Clock.Utc = new DateTime(2011, 7, 1, 9, 0, 0, DateTimeKind.Utc);
        foreach (var month in new[] { "2011-04", "2011-05", "2011-06" })
            await RecordAsync(database, programme, month, (programme.North, "40"), (programme.South, "30"));

        async Task<IReadOnlyList<MonthState>> StatesAsync() => (await new MonthStates(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new Month(2011, 6), Never)).Months;
        // June, May, April: two areas report assessments in time. Referrals count in April alone, the new measure from May on.
        Assert.Equal([(3, 1), (3, 1), (3, 1)], (await StatesAsync()).Select(month => (month.Expected, month.Missing)));
        var may = await new MonthToApprove(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new Month(2011, 5), Never);
        Assert.Equal([code], may.NothingOf.Select(measure => measure.Code));

        await new RetireMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = code, LastMonth = "2011-05", Seen = RetireMeasure.Input.Of(null).Seen }, Never);
        Assert.Equal([(2, 0), (3, 1), (3, 1)], (await StatesAsync()).Select(month => (month.Expected, month.Missing)));
    }

    [Fact]
    public async Task Months_are_shown_from_the_first_measure_on_even_before_anything_is_recorded()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Utc = new DateTime(2011, 5, 10, 9, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        database.Clock.Utc = new DateTime(2011, 7, 1, 9, 0, 0, DateTimeKind.Utc);

        var months = (await new MonthStates(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, null, Never)).Months;

        Assert.Equal(["July 2011", "June 2011", "May 2011"], months.Select(month => month.Month.ToString()));
        Assert.Equal("nothing is recorded; it was due on 15 June 2011", months[2].InWords);
    }

    [Theory]
    [InlineData(2011, 5, 15, "2011-06-15")]
    [InlineData(2011, 1, 31, "2011-02-28")]
    [InlineData(2011, 12, 31, "2012-01-31")]
    public void A_month_is_due_on_a_day_of_the_next_or_on_its_last(int year, int month, int day, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), MonthState.DueDay(new Month(year, month), day));

    [Fact]
    public async Task Before_approving_one_sees_what_to_look_at_and_which_figures_are_ones_own()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(database, programme, "2011-05", (programme.North, "40"), (programme.South, null));
        await RecordAsync(database, programme, "2011-05", (programme.North, "12"));

        var manager = await new MonthToApprove(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, new Month(2011, 5), Never);
        var officer = await new MonthToApprove(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, new Month(2011, 5), Never);

        Assert.Equal((2, 0, true), (manager.Waiting, manager.Own, manager.MayApprove));
        Assert.Equal((0, 2), (officer.Waiting, officer.Own));
        var line = Assert.Single(manager.Measures);
        Assert.Equal(("in-time", "1 of 2 reported", 2, 0, 1), (line.Code, line.Text, line.Provisional, line.Approved, line.NotCaptured));
        Assert.Equal(["The performance officer"], line.EnteredBy);
        Assert.Equal(["North: revised to 12 of 50 (24%)", "South: not captured: The system was down."], line.ToLookAt.Order());
    }
}
