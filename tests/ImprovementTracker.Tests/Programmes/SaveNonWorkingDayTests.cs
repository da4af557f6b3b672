using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

public sealed class SaveNonWorkingDayTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly November2 = new(2022, 11, 2);

    private static Task<int> AddAsync(TestDatabase database, TestProgramme programme, DateOnly? day, string? name = "A day of thanks", Role role = Role.Administrator) =>
        new SaveNonWorkingDay(database).ExecuteAsync(programme.As(role), new() { Day = day, Name = name }, Never);

    private static Task<HolidayCalendar.Content> YearAsync(TestDatabase database, TestProgramme programme, int? year) =>
        new HolidayCalendar(database).LoadAsync(programme.As(Role.Administrator), year, Never);

    /// <summary>An inadequate authority's report, received on 6 September 2022.</summary>
    private static async Task<int> ReceiveAsync(TestDatabase database, TestProgramme programme)
    {
        database.Clock.Utc = new DateTime(2022, 12, 14, 12, 0, 0, DateTimeKind.Utc);
        var id = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new()
        {
            Programme = TestProgramme.Slug,
            Kind = InspectionKind.IlacsStandard,
            Title = "Full inspection",
            FieldworkFrom = "11 July 2022",
            ReceivedOn = new DateOnly(2022, 9, 6),
            Visibility = Visibility.Published,
        }, Never);
        await new JudgeAreas(database).ExecuteAsync(programme.As(Role.ProgrammeManager),
            new() { Programme = TestProgramme.Slug, InspectionId = id, Lines = [new() { Name = "Overall effectiveness", Grade = Grade.Inadequate }] }, Never);
        return id;
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Every_clock_counts_without_an_added_day_until_it_is_taken_out(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await ReceiveAsync(database, programme);
        async Task<(DateOnly, string, string)> ClockAsync()
        {
            var page = await new InspectionPage(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, inspection, Never);
            var timeline = await new Timeline(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, TimelineTopic.Inspection, Never);
            return (Assert.Single(page.Clocks).Rule.DueOn!.Value, page.Clocks[0].State, timeline.Items.Single(item => item.Sentence == "Final action plan due: 70 working days after Full inspection was received.").On.ToString());
        }

        Assert.Equal((new DateOnly(2022, 12, 14), "due today", "14 December 2022"), await ClockAsync());
        var day = await AddAsync(database, programme, November2);
        Assert.Equal((new DateOnly(2022, 12, 15), "due in one working day", "15 December 2022"), await ClockAsync());
        var end = new EndNonWorkingDay.Input { Id = day };
        await new EndNonWorkingDay(database).ExecuteAsync(programme.As(Role.Administrator), end, Never);
        await new EndNonWorkingDay(database).ExecuteAsync(programme.As(Role.Administrator), end, Never);
        Assert.Equal((new DateOnly(2022, 12, 14), "due today", "14 December 2022"), await ClockAsync());

        await using var db = database.CreateDbContext();
        var kept = await db.NonWorkingDays.SingleAsync();
        Assert.True(kept.EndedIn > kept.AddedIn);
        await Assert.ThrowsAsync<NotFound>(() => new EndNonWorkingDay(database).ExecuteAsync(programme.As(Role.Administrator), new() { Id = day }, Never));
    }

    [Theory]
    [InlineData(null, "Enter the day.")]
    [InlineData("1999-12-30", "Enter a day from 2000 to 2050.")]
    [InlineData("2051-06-01", "Enter a day from 2000 to 2050.")]
    [InlineData("2028-06-03", "This day is on a weekend, which never counts. Enter the weekday on which the holiday is kept.")]
    [InlineData("2022-09-19", "19 September 2022 is a bank holiday already: State funeral of Queen Elizabeth II.")]
    public async Task A_day_that_cannot_be_added_is_refused(string? day, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => AddAsync(database, programme, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null)));

        Assert.Equal((nameof(SaveNonWorkingDay.Input.Day), expected), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
        Assert.Empty((await YearAsync(database, programme, null)).AllAdded);
    }

    [Fact]
    public async Task A_day_has_a_name_and_is_added_once_however_often_the_form_is_sent()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var unnamed = await Assert.ThrowsAsync<ValidationException>(() => AddAsync(database, programme, November2, " "));
        Assert.Equal("Type what the day is kept for, such as State funeral.", unnamed.Errors.Single().ErrorMessage);

        var input = new SaveNonWorkingDay.Input { Day = November2, Name = "A day of thanks" };
        var id = await new SaveNonWorkingDay(database).ExecuteAsync(programme.As(Role.Administrator), input, Never);
        Assert.Equal(id, await new SaveNonWorkingDay(database).ExecuteAsync(programme.As(Role.Administrator), input, Never));
        var again = await Assert.ThrowsAsync<ValidationException>(() => AddAsync(database, programme, November2, "Another name"));

        Assert.Equal("2 November 2022 is added already: A day of thanks. Take it out first if it has another name.", again.Errors.Single().ErrorMessage);
        Assert.Equal([(November2, "A day of thanks", "The administrator")], (await YearAsync(database, programme, null)).AllAdded.Select(day => (day.Day, day.Name, day.Who)));
    }

    // As published by the government for 2022; and the added day in its place.
    [Fact]
    public async Task A_year_shows_its_bank_holidays_with_those_added()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await AddAsync(database, programme, November2);

        var page = await YearAsync(database, programme, 2022);

        Assert.Equal(
            [
                "3 January 2022: New Year's Day (substitute day)", "15 April 2022: Good Friday", "18 April 2022: Easter Monday", "2 May 2022: Early May bank holiday",
                "2 June 2022: Spring bank holiday", "3 June 2022: Platinum Jubilee", "29 August 2022: Summer bank holiday", "19 September 2022: State funeral of Queen Elizabeth II",
                "2 November 2022: A day of thanks", "26 December 2022: Boxing Day", "27 December 2022: Christmas Day (substitute day)",
            ],
            page.Days.Select(day => $"{Words.Date(day.Day)}: {day.Name}"));
        Assert.Equal([November2], page.Days.Where(day => day.IsAdded).Select(day => day.Day));
        Assert.False(page.MayChange);
        Assert.True((await YearAsync(database, programme, 2028)).MayChange);
        Assert.Equal(2011, (await YearAsync(database, programme, 3000)).Year);
    }

    [Fact]
    public async Task Only_an_administrator_sees_or_changes_the_days()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var day = await AddAsync(database, programme, November2);

        foreach (var actor in Enum.GetValues<Role>().Where(role => role != Role.Administrator).Select(programme.As).Append(Actor.Nobody))
        {
            await Assert.ThrowsAsync<NotAllowed>(() => new SaveNonWorkingDay(database).ExecuteAsync(actor, new() { Day = new DateOnly(2022, 11, 3), Name = "A day" }, Never));
            await Assert.ThrowsAsync<NotAllowed>(() => new EndNonWorkingDay(database).ExecuteAsync(actor, new() { Id = day }, Never));
            await Assert.ThrowsAsync<NotAllowed>(() => new HolidayCalendar(database).LoadAsync(actor, null, Never));
        }
        Assert.Single((await YearAsync(database, programme, null)).AllAdded);
    }
}
