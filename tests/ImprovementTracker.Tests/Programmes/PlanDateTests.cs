using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

public sealed class PlanDateTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _programme = await TestProgramme.CreateAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private static PlanDate.Input Meeting(string iso = "2011-07-18", string title = "Scrutiny committee", PlannedKind kind = PlannedKind.CommitteeMeeting) =>
        new() { Programme = TestProgramme.Slug, Kind = kind, On = DateOnly.ParseExact(iso, "yyyy-MM-dd"), Title = title };

    private Task<int> PlanAsync(PlanDate.Input input) => new PlanDate(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), input, Never);

    private Task<int> TakeBackAsync(int id, string reason = "The committee has no business.", DateOnly? movedTo = null, Guid? submission = null) => new TakeBackPlannedDate(_database).ExecuteAsync(
        _programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, DateId = id, Reason = reason, MovedTo = movedTo, Submission = submission ?? Guid.NewGuid() }, Never);

    private async Task<string> RefusedAsync(PlanDate.Input input) => string.Join(' ', (await Assert.ThrowsAsync<ValidationException>(() => PlanAsync(input))).Errors.Select(error => $"{error.PropertyName}: {error.ErrorMessage}"));

    private async Task<List<(DateOnly On, string Title, string? Why)>> AllAsync()
    {
        await using var db = _database.CreateDbContext();
        return [.. (await db.PlannedDates.WithTakenBack().OrderBy(date => date.Id).ToListAsync()).Select(date => (date.On, date.Title, date.EndReason))];
    }

    [Fact]
    public async Task A_form_sent_twice_plans_one_meeting()
    {
        var form = Meeting(title: " Scrutiny committee ");

        Assert.Equal(await PlanAsync(form), await PlanAsync(form));

        Assert.Equal([(new DateOnly(2011, 7, 18), "Scrutiny committee", null)], await AllAsync());
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_said_at_its_field()
    {
        Assert.Equal("Kind: Choose what takes place. On: Enter the day. Title: Enter who meets or reviews.", await RefusedAsync(new() { Programme = TestProgramme.Slug, Title = " " }));
        Assert.Equal("Title: Keep it to 150 characters.", await RefusedAsync(Meeting(title: new string('a', 151))));
        Assert.Equal("Kind: Choose what takes place.", await RefusedAsync(Meeting(kind: (PlannedKind)9)));
        await PlanAsync(Meeting(title: new string('a', 150)));
    }

    [Fact]
    public async Task The_same_meeting_on_the_same_day_is_planned_once_and_another_one_beside_it()
    {
        await PlanAsync(Meeting());

        Assert.Equal("On: This is planned for 18 July 2011 already.", await RefusedAsync(Meeting(title: "SCRUTINY committee")));
        await PlanAsync(Meeting(title: "Health committee"));
        await PlanAsync(Meeting(kind: PlannedKind.BoardMeeting));
        await PlanAsync(Meeting("2011-07-19"));
        Assert.Equal(4, (await AllAsync()).Count);
    }

    // Today is 1 July 2011, and the programme begins with 2010.
    [Fact]
    public async Task A_day_lies_between_the_programmes_beginning_and_five_years_ahead()
    {
        const string advice = "On: Enter a day from 1 January 2010, when the programme begins, to 1 July 2016.";

        Assert.Equal(advice, await RefusedAsync(Meeting("2009-12-31")));
        Assert.Equal(advice, await RefusedAsync(Meeting("2016-07-02")));
        await PlanAsync(Meeting("2010-01-01"));
        await PlanAsync(Meeting("2016-07-01"));
    }

    [Fact]
    public async Task A_meeting_called_off_stays_in_the_record_with_its_reason_and_may_be_planned_again()
    {
        var id = await PlanAsync(Meeting());

        Assert.Equal(id, await TakeBackAsync(id, " The committee has no business. "));

        Assert.Equal([(new DateOnly(2011, 7, 18), "Scrutiny committee", "The committee has no business.")], await AllAsync());
        Assert.Contains("taken back already", (await Assert.ThrowsAsync<BrokenRule>(() => TakeBackAsync(id))).Message, StringComparison.Ordinal);
        await PlanAsync(Meeting());
    }

    [Fact]
    public async Task A_meeting_moved_is_taken_back_and_planned_anew_by_one_change()
    {
        var id = await PlanAsync(Meeting());
        var submission = Guid.NewGuid();

        var moved = await TakeBackAsync(id, "The room is taken.", new DateOnly(2011, 7, 25), submission);
        Assert.Equal(moved, await TakeBackAsync(id, "The room is taken.", new DateOnly(2011, 7, 25), submission));

        Assert.Equal([(new DateOnly(2011, 7, 18), "Scrutiny committee", "The room is taken."), (new DateOnly(2011, 7, 25), "Scrutiny committee", null)], await AllAsync());
        await using var db = _database.CreateDbContext();
        Assert.Equal("moved what was planned for 18 July 2011 (Committee meeting) to 25 July 2011, because The room is taken.", (await db.Changes.OrderBy(change => change.Sequence).LastAsync()).What);
    }

    [Fact]
    public async Task A_move_to_a_day_that_cannot_be_leaves_the_meeting_where_it_was()
    {
        var id = await PlanAsync(Meeting());

        var sameDay = await Assert.ThrowsAsync<ValidationException>(() => TakeBackAsync(id, movedTo: new DateOnly(2011, 7, 18)));
        await Assert.ThrowsAsync<ValidationException>(() => TakeBackAsync(id, movedTo: new DateOnly(2031, 7, 18)));
        await Assert.ThrowsAsync<ValidationException>(() => TakeBackAsync(id, reason: " "));

        Assert.Equal("MovedTo", Assert.Single(sameDay.Errors).PropertyName);
        Assert.Equal([(new DateOnly(2011, 7, 18), "Scrutiny committee", null)], await AllAsync());
    }

    [Fact]
    public async Task A_date_of_another_programme_is_not_there()
    {
        var other = 0;
        await _programme.ChangeAsync((db, change) =>
        {
            var programme = new Programme("elsewhere", "Elsewhere Council", "notice", new DateOnly(2010, 1, 1));
            db.Add(new PlannedDate(programme, PlannedKind.Review, new DateOnly(2011, 8, 1), "The department", false, change));
        });
        await using (var db = _database.CreateDbContext())
            other = await db.PlannedDates.Select(date => date.Id).SingleAsync();

        await Assert.ThrowsAsync<NotFound>(() => TakeBackAsync(other));
        await Assert.ThrowsAsync<NotFound>(() => new PlannedDateToTakeBack(_database).LoadAsync(_programme.As(Role.ProgrammeManager), TestProgramme.Slug, other, Never));
    }
}
