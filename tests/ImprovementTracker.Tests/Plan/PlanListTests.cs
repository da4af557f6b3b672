using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Plan;

public class PlanListTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 1);

    /// <summary>
    /// On 1 July 2011: A2 at risk and due in August, in the theme; A10 not started and a day overdue, led by nobody;
    /// A3 verified long after its date. Each has an objective of its own.
    /// </summary>
    private static async Task<TestProgramme> ThreeActionsAsync(TestDatabase database)
    {
        var programme = await TestProgramme.CreateAsync(database);
        var atRisk = await programme.PlanAsync("A2", Start, new DateOnly(2011, 8, 31));
        var late = await programme.PlanAsync("A10", Start, new DateOnly(2011, 6, 30));
        var verified = await programme.PlanAsync("A3", Start, new DateOnly(2011, 3, 31));
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(atRisk, programme.Theme);
            atRisk.Report(Progress.AtRisk, "Two posts are empty.", null, null, change);
            atRisk.Objective.Describe("OA2", "Objective of A2", "Children are seen in time.", programme.Theme);
        });
        await programme.ChangeAsync((db, _) => db.Attach(late).Entity.Assign(null, null));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(verified).Entity.BringTo(Stage.Verified, Impact.Some, "Seen.", change);
            verified.Describe(verified.Objective, "100% of [new] staff_trained", "Staff know what to do.", null);
        });
        return programme;
    }

    private static async Task<IReadOnlyList<string>> ReferencesAsync(TestDatabase database, TestProgramme programme, PlanList.Filter filter) =>
        [.. (await new PlanList(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, filter, Never)).Actions.Select(action => action.Reference)];

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_whole_plan_is_shown_by_objective_with_how_many_there_are_of_each_status(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await ThreeActionsAsync(database);

        var plan = await new PlanList(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(), Never);

        Assert.Equal(["A2", "A3", "A10"], plan.Actions.Select(action => action.Reference));
        Assert.Equal([("OA2", "Assessment", 1), ("OA3", null, 1), ("OA10", null, 1)], plan.Objectives.Select(objective => (objective.Reference, objective.Theme, objective.Actions)));
        Assert.Equal((3, 3, 1), (plan.All, plan.Matching, plan.Overdue));
        Assert.Equal((1, 1, 1), (plan.Counts[ActionStatus.AtRisk], plan.Counts[ActionStatus.NotStarted], plan.Counts[ActionStatus.Verified]));
        Assert.Equal([(programme[Role.ServiceDirector].Id, "The service director")], plan.Leads);
        Assert.Equal([(programme.Theme.Id, "Assessment")], plan.Themes);
        Assert.Equal([false, false, true], plan.Actions.Select(action => action.IsOverdue));
        Assert.False(plan.MayEnter);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Each_filter_shows_what_it_says_and_they_work_together(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await ThreeActionsAsync(database);

        Assert.Equal(["A2"], await ReferencesAsync(database, programme, new(Status: ActionStatus.AtRisk)));
        Assert.Equal(["A10"], await ReferencesAsync(database, programme, new(Status: ActionStatus.NotStarted)));
        Assert.Equal(["A3"], await ReferencesAsync(database, programme, new(Status: ActionStatus.Verified)));
        Assert.Empty(await ReferencesAsync(database, programme, new(Status: ActionStatus.Withdrawn)));
        Assert.Equal(["A2"], await ReferencesAsync(database, programme, new(ThemeId: programme.Theme.Id)));
        Assert.Equal(["A2", "A3"], await ReferencesAsync(database, programme, new(LeadId: programme[Role.ServiceDirector].Id)));
        Assert.Equal(["A10"], await ReferencesAsync(database, programme, new(OnlyOverdue: true)));
        Assert.Empty(await ReferencesAsync(database, programme, new(Status: ActionStatus.AtRisk, OnlyOverdue: true)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_verified_action_comes_back_on_the_day_on_which_it_is_to_be_looked_at_again(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await ThreeActionsAsync(database);
        var today = await programme.PlanAsync("A4", Start, new DateOnly(2011, 3, 31));
        var later = await programme.PlanAsync("A5", Start, new DateOnly(2011, 3, 31));
        // Completed and with a day set, but verified by nobody yet.
        var unverified = await programme.PlanAsync("A6", Start, new DateOnly(2011, 3, 31));
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(today, later, unverified);
            foreach (var action in new[] { today, later, unverified })
                action.BringTo(Stage.Completed, Impact.Some, "Done.", change);
        });
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(today, later);
            foreach (var action in new[] { today, later })
                action.Evidence.Add(new Evidence(action, EvidenceStrength.Document, "The minutes", new(2011, 4, 1), change));
            today.Verify("Seen.", Impact.Some, new(2011, 7, 1), change);
            later.Verify("Seen.", Impact.Some, new(2011, 7, 2), change);
        });

        Assert.Equal(["A4"], await ReferencesAsync(database, programme, new(OnlyRecheckDue: true)));
        var plan = await new PlanList(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(), Never);
        Assert.Equal((1, "A4"), (plan.RechecksDue, plan.Actions.Single(action => action.IsRecheckDue).Reference));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_withdrawn_action_counts_nowhere_and_is_listed_where_it_is_asked_for(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await ThreeActionsAsync(database);
        var withdrawn = await programme.PlanAsync("A4", Start, new DateOnly(2011, 3, 31));
        await programme.ChangeAsync((db, change) => db.Attach(withdrawn).Entity.BringTo(Stage.Withdrawn, Impact.NotYetKnown, "Part of A2 now.", change));
        var board = programme.As(Role.BoardMember);

        var plan = await new PlanList(database).LoadAsync(board, TestProgramme.Slug, new(), Never);
        var asked = await new PlanList(database).LoadAsync(board, TestProgramme.Slug, new(Status: ActionStatus.Withdrawn), Never);
        var overview = await new Overview(database).LoadAsync(board, TestProgramme.Slug, null, Never);

        Assert.Equal((3, 3, 1, 1), (plan.All, plan.Matching, plan.Overdue, plan.Withdrawn));
        Assert.Equal(["A2", "A3", "A10"], plan.Actions.Select(action => action.Reference));
        Assert.Equal(0, plan.Objectives.Single(objective => objective.Reference == "OA4").Actions);
        Assert.Equal((3, 1, "A4"), (asked.All, asked.Matching, Assert.Single(asked.Actions).Reference));
        Assert.Contains("Of three actions one is overdue.", overview.Lead, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Words_are_found_in_reference_title_and_outcome_and_signs_stand_for_themselves(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await ThreeActionsAsync(database);

        Assert.Equal(["A10"], await ReferencesAsync(database, programme, new(Text: "a10")));
        Assert.Equal(["A3"], await ReferencesAsync(database, programme, new(Text: " STAFF know ")));
        Assert.Equal(["A3"], await ReferencesAsync(database, programme, new(Text: "100% of [new] staff_")));
        Assert.Empty(await ReferencesAsync(database, programme, new(Text: "1_0")));
        Assert.Empty(await ReferencesAsync(database, programme, new(Text: "A%2")));
        Assert.Empty(await ReferencesAsync(database, programme, new(Text: "A[1-3]")));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_list_is_sorted_by_objective_due_date_or_lead(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await ThreeActionsAsync(database);

        Assert.Equal(["A2", "A3", "A10"], await ReferencesAsync(database, programme, new(Order: PlanOrder.Objective)));
        Assert.Equal(["A3", "A10", "A2"], await ReferencesAsync(database, programme, new(Order: PlanOrder.DueDate)));
        Assert.Equal(["A3", "A2", "A10"], await ReferencesAsync(database, programme, new(Order: PlanOrder.Lead)));
    }

    [Fact]
    public async Task A_plan_of_120_actions_has_three_pages_and_needs_no_more_statements_than_one_of_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 31));
        var read = new PlanList(database);
        database.Statements.Clear();
        await read.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(), Never);
        var withOne = database.Statements.Count;
        await programme.PlanAsync(Enumerable.Range(2, 119).Select(number => $"A{number}"), Start, new DateOnly(2011, 8, 31));

        database.Statements.Clear();
        var first = await read.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(), Never);
        var withMany = database.Statements.Count;
        var last = await read.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(Page: 3), Never);
        var beyond = await read.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(Page: 99), Never);

        Assert.Equal((4, 4), (withOne, withMany));
        Assert.Equal((50, 120, 3, "A1", "A50"), (first.Actions.Count, first.Matching, first.Pages, first.Actions[0].Reference, first.Actions[^1].Reference));
        Assert.Equal((20, 3, "A101"), (last.Actions.Count, last.Page, last.Actions[0].Reference));
        Assert.Equal((3, "A101"), (beyond.Page, beyond.Actions[0].Reference));
    }

    [Fact]
    public async Task An_empty_plan_is_one_empty_page()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var plan = await new PlanList(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, new(), Never);

        Assert.Equal((0, 0, 1, 1), (plan.All, plan.Matching, plan.Page, plan.Pages));
        Assert.True(plan.MayEnter);
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, true)]
    [InlineData(Role.ServiceDirector, true)]
    [InlineData(Role.PerformanceOfficer, true)]
    [InlineData(Role.ScrutinyOfficer, true)]
    [InlineData(Role.BoardMember, true)]
    [InlineData(Role.Reader, false)]
    [InlineData(Role.Administrator, false)]
    public async Task The_plan_is_for_those_who_work_on_it_and_watch_over_it(Role role, bool sees)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, new DateOnly(2011, 8, 31));
        Task<PlanList.Shown> LoadAsync() => new PlanList(database).LoadAsync(programme.As(role), TestProgramme.Slug, new(), Never);

        if (sees)
            Assert.Single((await LoadAsync()).Actions);
        else
            Assert.Equal("Your role shows you approved and published information only. Ask the programme manager if you need more.", (await Assert.ThrowsAsync<NotAllowed>(LoadAsync)).Message);
    }

    [Fact]
    public async Task Nobody_does_not_even_learn_that_the_programme_is_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => new PlanList(database).LoadAsync(Actor.Nobody, TestProgramme.Slug, new(), Never));
    }
}
