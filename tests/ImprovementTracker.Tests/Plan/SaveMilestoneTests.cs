using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

public sealed class SaveMilestoneTests : IAsyncLifetime
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private TestDatabase _database = null!;
    private TestProgramme _programme = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _database.Clock.Utc = new DateTime(2011, 6, 14, 9, 0, 0, DateTimeKind.Utc);
        _programme = await TestProgramme.CreateAsync(_database);
        await _programme.PlanAsync("A1", new DateOnly(2011, 1, 10), new DateOnly(2011, 8, 31));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private static SaveMilestone.Input Posts(DateOnly? dueOn = null) => new() { Programme = TestProgramme.Slug, Action = "A1", Title = "Six posts are filled.", DueOn = dueOn ?? new DateOnly(2011, 5, 31) };

    private Task<string> SaveAsync(SaveMilestone.Input input, Role role = Role.ServiceDirector) => new SaveMilestone(_database).ExecuteAsync(_programme.As(role), input, Never);

    private async Task<ActionPage.MilestoneLine> OnlyAsync() =>
        Assert.Single((await new ActionPage(_database).LoadAsync(_programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never)).Milestones);

    private async Task<SaveMilestone.Input> AgainAsync(DateOnly? dueOn = null)
    {
        var shown = await OnlyAsync();
        var input = SaveMilestone.Input.Of(shown.Id, shown.Title, shown.DueOn, shown.DoneOn);
        (input.Programme, input.Action, input.DueOn) = (TestProgramme.Slug, "A1", dueOn ?? shown.DueOn);
        return input;
    }

    [Fact]
    public async Task A_milestone_is_added_moved_with_a_reason_and_reached_and_what_it_said_before_is_kept()
    {
        await SaveAsync(Posts());
        var moved = await AgainAsync(new DateOnly(2011, 6, 30));
        moved.Reason = "Nobody applied.";
        await SaveAsync(moved);
        var reached = await AgainAsync();
        reached.DoneOn = new DateOnly(2011, 6, 13);
        await SaveAsync(reached);

        var shown = await OnlyAsync();
        Assert.Equal(("Six posts are filled.", new DateOnly(2011, 6, 30), new DateOnly(2011, 5, 31), new DateOnly(2011, 6, 13)), (shown.Title, shown.DueOn, shown.FirstDueOn, shown.DoneOn!.Value));
        await using var db = _database.CreateDbContext();
        Assert.Equal([(new DateOnly(2011, 5, 31), null), (new DateOnly(2011, 6, 30), "Nobody applied."), (new DateOnly(2011, 6, 30), null)],
            (await db.Set<MilestoneRevision>().OrderBy(revision => revision.Id).ToListAsync()).Select(revision => (revision.DueOn, revision.Reason)));
        Assert.Equal(["reached milestone of action A1: Six posts are filled.", "changed milestone of action A1: Six posts are filled., because Nobody applied.", "added milestone of action A1: Six posts are filled."],
            await db.Changes.OrderByDescending(change => change.Sequence).Take(3).Select(change => change.What).ToListAsync());
    }

    [Fact]
    public async Task A_date_does_not_move_without_a_reason_and_nothing_is_taken_out_without_one()
    {
        await SaveAsync(Posts());
        var moved = await AgainAsync(new DateOnly(2011, 6, 30));
        var takenOut = await AgainAsync();
        takenOut.IsTakenOut = true;

        Assert.Equal("Say why the milestone's date moves.", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(moved))).Errors).ErrorMessage);
        Assert.Equal("Say why it is taken out.", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(takenOut))).Errors).ErrorMessage);
        takenOut.Reason = "It is part of another action now.";
        await SaveAsync(takenOut);

        Assert.Empty((await new ActionPage(_database).LoadAsync(_programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never)).Milestones);
        await using var db = _database.CreateDbContext();
        Assert.NotNull((await db.Milestones.SingleAsync()).EndedIn);
    }

    [Fact]
    public async Task Who_was_overtaken_is_told_what_it_says_now()
    {
        await SaveAsync(Posts());
        var late = await AgainAsync();
        var first = await AgainAsync(new DateOnly(2011, 7, 29));
        first.Reason = "Nobody applied.";
        await SaveAsync(first);

        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(late, Role.ProgrammeManager));

        Assert.StartsWith("Somebody else changed this milestone while you were writing, so nothing was saved.", error.Message, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2011, 7, 29), Assert.IsType<SaveMilestone.Input>(error.AsItStands).DueOn);
    }

    [Fact]
    public async Task A_milestone_that_somebody_says_is_reached_is_not_undone_by_a_form_opened_before()
    {
        await SaveAsync(Posts());
        var late = await AgainAsync();
        late.Title = "Six posts are filled and kept.";
        var first = await AgainAsync();
        first.DoneOn = new DateOnly(2011, 6, 13);
        await SaveAsync(first);

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(late, Role.ProgrammeManager));
        Assert.Equal(new DateOnly(2011, 6, 13), (await OnlyAsync()).DoneOn);

        var undone = await AgainAsync();
        undone.DoneOn = null;
        Assert.Equal("Say why it was not reached on 13 June 2011, as it says now.", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(undone))).Errors).ErrorMessage);
        undone.Reason = "One of the six withdrew.";
        await SaveAsync(undone);
        Assert.Equal((null, "One of the six withdrew."), ((await OnlyAsync()).DoneOn, (await OnlyAsync()).Why));
    }

    [Theory]
    [InlineData("2011-01-09", null, "The action starts on 10 January 2011. Choose that day or a later one.")]
    [InlineData("2031-01-09", null, "Check the year.")]
    [InlineData("2011-05-31", "2011-06-15", "15 June 2011 lies ahead. Leave it empty until it is reached.")]
    [InlineData("2011-05-31", "2001-06-15", "Check the year.")]
    public async Task A_day_that_cannot_be_is_refused_at_its_field(string due, string? done, string expected)
    {
        await SaveAsync(Posts());
        var input = await AgainAsync(DateOnly.ParseExact(due, "yyyy-MM-dd", null));
        (input.DoneOn, input.Reason) = (done is null ? null : DateOnly.ParseExact(done, "yyyy-MM-dd", null), "A reason.");

        Assert.Equal(expected, Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(input))).Errors).ErrorMessage);
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, true)]
    [InlineData(Role.ServiceDirector, true)]
    [InlineData(Role.PerformanceOfficer, false)]
    [InlineData(Role.ScrutinyOfficer, false)]
    [InlineData(Role.BoardMember, false)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Administrator, false)]
    public async Task Milestones_are_kept_by_those_who_update_the_action(Role role, bool may)
    {
        var save = () => SaveAsync(Posts(), role);

        if (may)
            await save();
        else
            await Assert.ThrowsAsync<NotAllowed>(save);
    }

    [Fact]
    public async Task The_milestones_of_a_finished_action_stay_as_they_are_and_the_same_form_acts_once()
    {
        var input = Posts();
        await SaveAsync(input);
        await SaveAsync(input);
        await _programme.ChangeAsync((db, change) => db.PriorityActions.Single().BringTo(Stage.Completed, Impact.Some, "Moved for the test.", change));

        var error = await Assert.ThrowsAsync<BrokenRule>(() => SaveAsync(Posts()));

        Assert.Equal("Action A1 is completed: its milestones stay as they are. Reopen it first.", error.Message);
        await OnlyAsync();
    }
}
