using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Plan;

public class MyActionsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 1);

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_is_overdue_and_due_first_comes_first_and_what_is_finished_last(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 1));
        await programme.PlanAsync("A2", Start, new DateOnly(2011, 6, 30));
        var finished = await programme.PlanAsync("A3", Start, new DateOnly(2011, 5, 1));
        await programme.PlanAsync("A4", Start, new DateOnly(2011, 7, 1));
        await programme.ChangeAsync((db, change) => db.Attach(finished).Entity.BringTo(Stage.Completed, Impact.Some, "Done.", change));

        var mine = await new MyActions(database).LoadAsync(programme.As(Role.ServiceDirector), TestProgramme.Slug, Never);

        Assert.Equal(["A2", "A4", "A1", "A3"], mine.Actions.Select(line => line.Reference));
        Assert.Equal([true, false, false, false], mine.Actions.Select(line => line.IsOverdue));
        Assert.Equal((1, 3, 1), (mine.Overdue, mine.Open.Count(), mine.Finished.Count()));
        Assert.True(mine.MayUpdate);
    }

    [Fact]
    public async Task Only_what_the_person_leads_or_is_accountable_for_is_theirs()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 1));

        var lead = await new MyActions(database).LoadAsync(programme.As(Role.ServiceDirector), TestProgramme.Slug, Never);
        var accountable = await new MyActions(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never);
        var neither = await new MyActions(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, Never);

        Assert.Equal((true, false), (Assert.Single(lead.Actions).Leads, Assert.Single(accountable.Actions).Leads));
        Assert.Empty(neither.Actions);
        Assert.False(neither.MayUpdate);
    }

    [Fact]
    public async Task An_action_tells_its_first_date_where_it_moved_and_how_long_nothing_was_said()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 1));
        await new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), new()
        {
            Programme = TestProgramme.Slug,
            Action = "A1",
            Version = 1,
            Progress = Progress.OffTrack,
            Sentence = "The contractor left.",
            NewDueOn = new DateOnly(2011, 9, 1),
            SlipReason = "A new contractor is needed.",
        }, Never);
        database.Clock.Utc = new DateTime(2011, 7, 31, 12, 0, 0, DateTimeKind.Utc);

        var line = Assert.Single((await new MyActions(database).LoadAsync(programme.As(Role.ServiceDirector), TestProgramme.Slug, Never)).Actions);

        Assert.Equal((ActionStatus.OffTrack, new DateOnly(2011, 9, 1), new DateOnly(2011, 8, 1)), (line.Status, line.DueOn, line.OriginallyDueOn));
        // 1 July to 31 July.
        Assert.Equal((30, "The contractor left."), (line.DaysSinceSaid, line.LastSentence));
    }

    [Fact]
    public async Task A_programme_whose_record_ended_is_judged_on_that_day()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 6, 15));
        await programme.ChangeAsync((db, _) => db.Attach(programme.Programme).Entity.Describe("Testshire Council", "improvement notice", new DateOnly(2010, 1, 1), new DateOnly(2011, 6, 15)));

        var mine = await new MyActions(database).LoadAsync(programme.As(Role.ServiceDirector), TestProgramme.Slug, Never);

        var line = Assert.Single(mine.Actions);
        Assert.False(line.IsOverdue);
        Assert.Equal("The record ends on 15 June 2011: ‘today’ and ‘overdue’ are said of that day.", mine.Programme.EndInWords);
        // What was entered on 1 July, after the record had ended, has no place in counting back from that day.
        Assert.Null(line.DaysSinceSaid);
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task The_plan_is_not_for_those_who_see_published_information_only(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<NotAllowed>(() => new MyActions(database).LoadAsync(programme.As(role), TestProgramme.Slug, Never));

        Assert.Equal("Your role shows you approved and published information only. Ask the programme manager if you need more.", error.Message);
        await Assert.ThrowsAsync<NotFound>(() => new MyActions(database).LoadAsync(Actor.Nobody, TestProgramme.Slug, Never));
    }

    [Fact]
    public async Task The_number_of_statements_does_not_grow_with_the_actions()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 1));
        var read = new MyActions(database);

        database.Statements.Clear();
        await read.LoadAsync(programme.As(Role.ServiceDirector), TestProgramme.Slug, Never);
        var withOne = database.Statements.Count;
        await programme.PlanAsync(Enumerable.Range(2, 99).Select(number => $"A{number}"), Start, new DateOnly(2011, 8, 1));
        database.Statements.Clear();
        var mine = await read.LoadAsync(programme.As(Role.ServiceDirector), TestProgramme.Slug, Never);

        Assert.Equal((100, 2, 2), (mine.Actions.Count, withOne, database.Statements.Count));
    }
}
