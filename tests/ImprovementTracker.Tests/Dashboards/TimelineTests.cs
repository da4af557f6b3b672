using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Plan;

namespace ImprovementTracker.Tests.Dashboards;

public sealed class TimelineTests : IAsyncLifetime
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

    private Task<Timeline.Content> LoadAsync(Role role, TimelineTopic? topic = null) => new Timeline(_database).LoadAsync(_programme.As(role), TestProgramme.Slug, topic, Never);

    private Task<int> AddAsync(string on, string sentence, TimelineKind kind = TimelineKind.Other) =>
        new AddTimelineEntry(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, On = on, Kind = kind, Sentence = sentence }, Never);

    private async Task CompleteAsync(string reference, params (int Day, Stage Stage)[] moves)
    {
        var action = await _programme.PlanAsync(reference, new DateOnly(2011, 1, 1), new DateOnly(2011, 9, 30));
        foreach (var (day, stage) in moves)
        {
            _database.Clock.Utc = new DateTime(2011, 8, day, 12, 0, 0, DateTimeKind.Utc);
            await _programme.ChangeAsync((db, change) => db.PriorityActions.Single(one => one.Id == action.Id).BringTo(stage, Impact.Some, "Moved.", change));
        }
    }

    [Fact]
    public async Task Everything_dated_stands_in_order_and_a_month_comes_before_its_days()
    {
        await AddAsync("15 April 2011", "A review meeting was held.", TimelineKind.Review);
        await AddAsync("April 2011", "The month's first entry.");
        await AddAsync("May 2010", "The earliest entry.");
        await _programme.InspectAsync(Visibility.Published);
        await _programme.ChangeAsync((db, change) => db.ProgrammeStatuses.Add(
            new ProgrammeStatus(db.Programmes.Single(), LifecycleState.Issued, KnownDate.In(2010, 6), "The improvement notice was issued.", null, change)));

        Assert.Equal(
            [
                ("8 October 2009", "Unannounced inspection (Ofsted)."),
                ("29 October 2009", "Unannounced inspection: findings published."),
                ("May 2010", "The earliest entry."),
                ("June 2010", "State of the programme: issued. The improvement notice was issued."),
                ("April 2011", "The month's first entry."),
                ("15 April 2011", "A review meeting was held."),
            ],
            (await LoadAsync(Role.Reader)).Items.Select(item => (item.On.ToString(), item.Sentence)));
    }

    [Fact]
    public async Task What_inspectors_found_is_said_where_it_was_published()
    {
        await _programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Children are not seen."), (FindingKind.Strength, "Committed staff."), (FindingKind.AreaForPriorityAction, "Cases are closed early."));

        Assert.Equal(["Unannounced inspection (Ofsted).", "Unannounced inspection: findings published (one strength and two areas for priority action)."], (await LoadAsync(Role.Reader)).Items.Select(item => item.Sentence));
    }

    [Fact]
    public async Task A_peer_challenge_is_no_inspection_and_its_note_and_tally_stand_with_it()
    {
        await _programme.ChangeAsync((db, change) =>
        {
            db.Attach(_programme.Programme);
            var newspaper = new SourceDocument(_programme.Programme, "Newspaper", "The Post", null);
            var peers = new Inspection(_programme.Programme, change);
            peers.Describe(InspectionKind.PeerChallenge, "Peer challenge", "Peer challenge team", KnownDate.In(2011, 5), null, null, Visibility.Published, "Their own report is not held.", null);
            var full = new Inspection(_programme.Programme, change);
            full.Describe(InspectionKind.SafeguardingAndLookedAfterChildren, "Full inspection", "Ofsted", KnownDate.In(2010, 3), null, null, Visibility.Published, null, null);
            full.StateTally(13, 33, Grade.Inadequate, newspaper);
            db.AddRange(newspaper, peers, full);
        });

        Assert.Equal(
            [(TimelineTopic.Inspection, "13 of 33 judged areas inadequate (Newspaper)", null), (TimelineTopic.PeerChallenge, null, "Their own report is not held.")],
            (await LoadAsync(Role.Reader)).Items.Select(item => (item.Topic, item.Figure, item.Note)));
        Assert.Equal("Full inspection", (await new ProgrammeList(_database).LoadAsync(_programme.As(Role.Reader), Never)).Lines.Single().LastInspection!.Title);
    }

    [Fact]
    public async Task A_notice_whose_issue_nobody_recorded_as_a_state_is_still_there()
    {
        await _programme.ChangeAsync((db, _) => db.Programmes.Single().PlaceUnder(InterventionKind.ImprovementNotice, KnownDate.In(2010, 6), null));

        Assert.Equal((KnownDate.In(2010, 6), "Improvement notice issued."), (await LoadAsync(Role.Reader)).Items.Select(item => (item.On, item.Sentence)).Single());
    }

    [Fact]
    public async Task One_kind_is_shown_alone_and_the_others_can_still_be_chosen()
    {
        await AddAsync("April 2011", "Staff were recruited.", TimelineKind.Resources);
        await AddAsync("May 2011", "Figures were published.", TimelineKind.Performance);

        var page = await LoadAsync(Role.BoardMember, TimelineTopic.Resources);

        Assert.Equal(["Staff were recruited."], page.Items.Select(item => item.Sentence));
        Assert.Equal([TimelineTopic.Performance, TimelineTopic.Resources], page.Topics);
    }

    [Fact]
    public async Task An_action_stands_on_the_day_it_was_last_completed_and_a_reopened_one_not_at_all()
    {
        await CompleteAsync("A1", (1, Stage.Completed), (2, Stage.InProgress), (3, Stage.Completed), (4, Stage.Verified));
        await CompleteAsync("A2", (5, Stage.Completed), (6, Stage.InProgress));

        Assert.Equal([(KnownDate.On(2011, 8, 3), "A1 Action A1: completed.", "actions/A1")], (await LoadAsync(Role.BoardMember)).Items.Select(item => (item.On, item.Sentence, item.Page)));
        Assert.Empty((await LoadAsync(Role.Reader)).Items);
    }

    [Fact]
    public async Task What_was_planned_for_a_day_gone_by_is_dated_and_what_lies_ahead_or_was_called_off_is_not()
    {
        var manager = _programme.As(Role.ProgrammeManager);
        Task<int> PlanAsync(PlannedKind kind, DateOnly on, string title) => new PlanDate(_database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Kind = kind, On = on, Title = title }, Never);
        await PlanAsync(PlannedKind.Review, new(2011, 4, 15), "Department for Education");
        await PlanAsync(PlannedKind.CommitteeMeeting, new(2011, 6, 20), "Scrutiny committee");
        await PlanAsync(PlannedKind.BoardMeeting, new(2011, 7, 1), "Improvement board");
        var off = await PlanAsync(PlannedKind.BoardMeeting, new(2011, 6, 1), "Improvement board");
        await new TakeBackPlannedDate(_database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, DateId = off, Reason = "No business." }, Never);

        // Today is 1 July 2011.
        Assert.Equal(
            [("15 April 2011", TimelineTopic.Review, "Review of progress planned for this day: Department for Education."), ("20 June 2011", TimelineTopic.Scrutiny, "Committee meeting planned for this day: Scrutiny committee.")],
            (await LoadAsync(Role.Reader)).Items.Where(item => item.Sentence.Contains("planned", StringComparison.Ordinal)).Select(item => (item.On.ToString(), item.Topic, item.Sentence)));
    }

    [Fact]
    public async Task Judgements_of_requirements_and_milestones_reached_are_dated_for_those_who_read_the_plan()
    {
        await _programme.PlanAsync("A1", new DateOnly(2011, 1, 1), new DateOnly(2011, 9, 30));
        await _programme.ChangeAsync((db, change) =>
        {
            var requirement = new Requirement(db.Programmes.Single(), "R1", isIllustrative: false, change);
            requirement.Describe("Children are seen in time.", false, null, null, null, null);
            db.Add(requirement);
            requirement.Review(true, KnownDate.In(2011, 4), "The department found it met.", null, change);
            requirement.TakeBack(requirement.Review(false, KnownDate.In(2011, 3), "Said of another.", null, change), "It was of another.", change);
            var action = db.PriorityActions.Single();
            var reached = new Milestone(action, "Six teams work", new(2011, 5, 31), change);
            var open = new Milestone(action, "All teams work", new(2011, 8, 31), change);
            db.AddRange(reached, open);
            reached.Revise("Six teams work", new(2011, 5, 31), new(2011, 5, 20), null, change);
        });

        string[] told = ["R1 judged met: The department found it met.", "A1: milestone reached, Six teams work."];
        Assert.Equal(told, (await LoadAsync(Role.BoardMember)).Items.Select(item => item.Sentence).Where(sentence => sentence.Contains("judged", StringComparison.Ordinal) || sentence.Contains("milestone", StringComparison.Ordinal)));
        Assert.DoesNotContain((await LoadAsync(Role.Reader)).Items, item => told.Contains(item.Sentence));
    }
}
