using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Plan;

/// <summary>On 1 July 2011. The service director leads every action and the programme manager is accountable.</summary>
public class HandoverListTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 1);

    private static Task<HandoverList.Shown> LoadAsync(TestDatabase database, Actor actor, long change) => new HandoverList(database).LoadAsync(actor, TestProgramme.Slug, change, Never);

    private static async Task<long> HandOverAsync(TestDatabase database, TestProgramme programme)
    {
        var input = (await new HandoverForm(database).LoadAsync(programme.As(Role.ServiceDirector), TestProgramme.Slug, null, Never)).Input;
        (input.ToId, input.Sentence) = (programme[Role.PerformanceOfficer].Id, "She leaves the council");
        return await new HandOverActions(database).ExecuteAsync(programme.As(Role.ServiceDirector), input, Never);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Whoever_takes_over_finds_where_each_action_stands_and_what_comes_next(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 1));
        await programme.PlanAsync("A2", Start, new DateOnly(2011, 6, 30));
        await programme.ChangeAsync((db, change) =>
        {
            var action = db.PriorityActions.Single(one => one.Reference == "A1");
            action.Report(Progress.AtRisk, "Two posts are empty.", new DateOnly(2011, 9, 1), "Interviews are in July.", change, blockedBy: "The budget is not agreed");
            db.AddRange(new Milestone(action, "Posts are filled", new DateOnly(2011, 8, 15), change), new Milestone(action, "Interviews are held", new DateOnly(2011, 7, 20), change));
            var reached = new Milestone(action, "Posts are advertised", new DateOnly(2011, 6, 1), change);
            reached.Revise("Posts are advertised", new DateOnly(2011, 6, 1), new DateOnly(2011, 6, 1), null, change);
            db.Add(reached);
        });

        var list = await LoadAsync(database, programme.As(Role.PerformanceOfficer), await HandOverAsync(database, programme));

        Assert.Equal(("The service director", "handed over 2 actions to The performance officer on 1 July 2011: She leaves the council"), (list.Who, list.What));
        Assert.Equal(["A2", "A1"], list.Actions.Select(line => line.Reference));
        Assert.All(list.Actions, line => Assert.Equal(("The performance officer", null), (line.Lead, line.Accountable)));
        var (quiet, told) = (list.Actions[0], list.Actions[1]);
        Assert.Equal((ActionStatus.NotStarted, true, null, null), (quiet.Status, quiet.IsOverdue, quiet.Said, quiet.NextStep));
        Assert.Equal((ActionStatus.AtRisk, new DateOnly(2011, 9, 1), new DateOnly(2011, 8, 1), "The budget is not agreed"), (told.Status, told.DueOn, told.OriginallyDueOn, told.BlockedBy));
        Assert.Equal(new HandoverList.Entry(new DateOnly(2011, 7, 1), "Two posts are empty."), told.Said);
        Assert.Equal(new HandoverList.Step("Interviews are held", new DateOnly(2011, 7, 20)), told.NextStep);
    }

    [Fact]
    public async Task A_change_by_which_nothing_passed_and_one_of_another_programme_list_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 1));
        var handedOver = await HandOverAsync(database, programme);

        // The change before it entered the action: it passed to nobody then.
        Assert.Empty((await LoadAsync(database, programme.As(Role.BoardMember), handedOver - 1)).Actions);
        Assert.Empty((await LoadAsync(database, programme.As(Role.BoardMember), handedOver + 1000)).Actions);
        await programme.ChangeAsync((db, _) => db.Programmes.Add(new Programme("elsewhere", "Elsewhere Council", "improvement notice", new DateOnly(2010, 1, 1))));
        int elsewhere;
        await using (var db = database.CreateDbContext())
            elsewhere = db.Programmes.Single(one => one.Slug == "elsewhere").Id;
        var stranger = Actor.Of(programme[Role.Reader].Id, "Stranger", [new ActorRole(elsewhere, Role.ProgrammeManager)]);
        var seen = await new HandoverList(database).LoadAsync(stranger, "elsewhere", handedOver, Never);
        Assert.Equal(("", "", 0), (seen.Who, seen.What, seen.Actions.Count));
        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(Role.Reader), handedOver));
    }

    [Fact]
    public async Task Five_statements_for_one_action_and_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(Enumerable.Range(1, 100).Select(number => $"A{number}"), Start, new DateOnly(2011, 8, 1));
        var handedOver = await HandOverAsync(database, programme);
        database.Statements.Clear();

        var list = await LoadAsync(database, programme.As(Role.BoardMember), handedOver);

        Assert.Equal((100, 5), (list.Actions.Count, database.Statements.Count));
    }
}
