using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Plan;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>Today is 1 July 2011.</summary>
public sealed class DatesAheadTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Task<DatesAhead.Content> LoadAsync(TestDatabase database, TestProgramme programme, Role role) =>
        new DatesAhead(database).LoadAsync(programme.As(role), TestProgramme.Slug, Never);

    private static Task<int> PlanAsync(TestDatabase database, TestProgramme programme, PlannedKind kind, DateOnly on, string title) =>
        new PlanDate(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Kind = kind, On = on, Title = title }, Never);

    private static Task ReceiveAsync(TestProgramme programme, Visibility visibility, string title, DateOnly received) => programme.ChangeAsync((db, change) =>
    {
        var inspection = new Inspection(db.Programmes.Single(), change);
        inspection.Describe(InspectionKind.FocusedVisit, title, "Ofsted", KnownDate.On(2011, 6, 1), null, null, visibility, null, null);
        inspection.Receive(received);
        inspection.Findings.Add(new Finding(inspection, FindingKind.AreaForPriorityAction, 1, "Children are not seen.", null, null, null, change));
        db.Add(inspection);
    });

    [Theory, OnSqlite, OnSqlServer]
    public async Task Meetings_reviews_and_papers_days_stand_in_order_from_today_on(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await PlanAsync(database, programme, PlannedKind.CommitteeMeeting, new(2011, 7, 18), "Scrutiny committee");
        await PlanAsync(database, programme, PlannedKind.Review, new(2011, 7, 1), "The department");
        await PlanAsync(database, programme, PlannedKind.BoardMeeting, new(2011, 6, 30), "Improvement board");
        await PlanAsync(database, programme, PlannedKind.CommitteeMeeting, new(2011, 7, 5), "Health committee");

        var page = await LoadAsync(database, programme, Role.Reader);

        // The committee of Monday 18 July has 11 to 15 July before it; that of Tuesday 5 July should have opened its papers on 27 June.
        Assert.Equal(
            [
                ("1 July 2011", AheadKind.Review, "The department", null),
                ("5 July 2011", AheadKind.CommitteeMeeting, "Health committee", "Papers open to inspection by 27 June 2011."),
                ("8 July 2011", AheadKind.Papers, "Scrutiny committee", "For the meeting of 18 July 2011."),
                ("18 July 2011", AheadKind.CommitteeMeeting, "Scrutiny committee", "Papers open to inspection by 8 July 2011."),
            ],
            page.Items.Select(item => (Words.Date(item.On), item.Kind, item.Title, item.Note)));
        Assert.Equal(["Health committee", "Improvement board"], page.Behind.Select(item => item.Title));
        Assert.False(page.MayEnter);
    }

    [Fact]
    public async Task What_was_taken_back_is_ahead_no_more_and_leaves_only_its_mark_without_its_words()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await PlanAsync(database, programme, PlannedKind.CommitteeMeeting, new(2011, 7, 18), "Scrutiny committee");
        await new TakeBackPlannedDate(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, DateId = id, Reason = "No business.", MovedTo = new(2011, 7, 25) }, Never);

        var page = await LoadAsync(database, programme, Role.ProgrammeManager);

        Assert.Equal([("15 July 2011", AheadKind.Papers), ("25 July 2011", AheadKind.CommitteeMeeting)], page.Items.Select(item => (Words.Date(item.On), item.Kind)));
        Assert.Equal([($"papers-{id}", "", null), ($"planned-{id}", "", null)], page.Gone.Select(item => (item.Key, item.Title, item.Note)));
        Assert.True(page.MayEnter);
    }

    // Received on Monday 20 June 2011: seventy working days are fourteen weeks, and 29 August is a bank holiday.
    [Fact]
    public async Task A_plan_due_by_law_stands_there_until_it_is_sent_and_only_for_those_who_may_know_of_the_inspection()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await ReceiveAsync(programme, Visibility.Embargoed, "Secret visit", new(2011, 6, 20));

        var item = Assert.Single((await LoadAsync(database, programme, Role.ProgrammeManager)).Items);
        Assert.Equal(("27 September 2011", AheadKind.StatutoryClock, "Final action plan, after Secret visit"), (Words.Date(item.On), item.Kind, item.Title));
        foreach (var role in new[] { Role.BoardMember, Role.ServiceDirector, Role.ScrutinyOfficer, Role.PerformanceOfficer, Role.Reader })
            Assert.Empty((await LoadAsync(database, programme, role)).Items);

        await programme.ChangeAsync((db, change) => db.SentPlans.Add(new SentPlan(db.Inspections.Single(), StatutoryPlan.Final, new(2011, 6, 30), null, null, change)));
        Assert.Empty((await LoadAsync(database, programme, Role.ProgrammeManager)).Items);
    }

    [Fact]
    public async Task A_plan_by_law_that_is_overdue_stands_before_everything_until_it_is_sent()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await ReceiveAsync(programme, Visibility.Published, "Focused visit", new(2011, 2, 1));
        await PlanAsync(database, programme, PlannedKind.Review, new(2011, 7, 1), "The department");

        var first = (await LoadAsync(database, programme, Role.Reader)).Items[0];

        Assert.Equal(AheadKind.StatutoryClock, first.Kind);
        Assert.Contains("overdue: no day is recorded on which it was sent.", first.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_open_actions_that_a_person_leads_are_theirs_to_see_ahead()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(["A1", "A2"], new(2011, 1, 1), new(2011, 9, 1));
        await programme.PlanAsync("A3", new(2011, 1, 1), new(2011, 6, 30));
        await programme.ChangeAsync((db, change) => db.PriorityActions.Single(action => action.Reference == "A2").BringTo(Domain.Plan.Stage.Completed, Domain.Plan.Impact.Some, "Done.", change));

        Assert.Equal([("action-A1", "A1 Action A1", "actions/A1")], (await LoadAsync(database, programme, Role.ServiceDirector)).Items.Select(item => (item.Key, item.Title, item.Page!)));
        Assert.Empty((await LoadAsync(database, programme, Role.ProgrammeManager)).Items);
    }
}
