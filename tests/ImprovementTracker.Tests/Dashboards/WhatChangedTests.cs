using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Dashboards;

public class WhatChangedTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 10);
    private static readonly DateOnly Due = new(2011, 6, 30);
    private static readonly Month April = new(2011, 4);
    private static readonly Month May = new(2011, 5);

    /// <summary>The first of June to the last: what these tests ask about unless they say otherwise.</summary>
    private static readonly WhatChanged.Interval June = new(new DateOnly(2011, 6, 1), new DateOnly(2011, 6, 30));

    /// <summary>A programme that was set up on 2 May 2011; the clock then stands at noon on 10 June.</summary>
    private static async Task<TestProgramme> SetUpAsync(TestDatabase database, Func<TestProgramme, Task>? before = null)
    {
        database.Clock.Utc = new DateTime(2011, 5, 2, 12, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        if (before is not null)
            await before(programme);
        database.Clock.Utc = new DateTime(2011, 6, 10, 12, 0, 0, DateTimeKind.Utc);
        return programme;
    }

    private static Task<WhatChanged.Content> AskAsync(TestDatabase database, Actor actor, WhatChanged.Interval? interval = null) =>
        new WhatChanged(database).LoadAsync(actor, TestProgramme.Slug, interval ?? June, Never);

    private static WhatChanged.Line Only(WhatChanged.Content content, ChangeTopic topic) => Assert.Single(content.Groups.Single(group => group.Topic == topic).Lines);

    private static Task<string> UpdateAsync(TestDatabase database, TestProgramme programme, int version, Progress progress, string sentence, DateOnly? newDueOn = null, string? why = null) =>
        new UpdateAction(database).ExecuteAsync(programme.As(Role.ServiceDirector), new() { Programme = TestProgramme.Slug, Action = "A1", Version = version, Progress = progress, Sentence = sentence, NewDueOn = newDueOn, SlipReason = why }, Never);

    private static async Task<int> SetTargetAsync(TestDatabase database, TestProgramme programme, string level, int? instead = null)
    {
        var officer = programme.As(Role.PerformanceOfficer);
        var seen = (await new TargetForm(database).LoadAsync(officer, TestProgramme.Slug, "in-time", instead, Never)).Input.Seen;
        return await new SaveTarget(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Measure = "in-time", SetBy = TargetSetter.Local, From = "2011-01", Instead = instead, Seen = seen, Lines = [new() { Value = level }] }, Never);
    }

    private static Task<int> CountAsync(TestDatabase database, TestProgramme programme, Month month, int part, int all, string? why = null) =>
        new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = month.ToIso(), Lines = [new() { AreaId = programme.Whole.Id, Numerator = $"{part}", Denominator = $"{all}", Reason = why }] }, Never);

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_action_that_moved_is_told_from_what_to_what_with_every_entry_and_a_slip_with_the_date_first_agreed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database, programme => programme.PlanAsync("A1", Start, Due));
        await UpdateAsync(database, programme, 1, Progress.OnTrack, "Begun.");
        database.Clock.Utc = new DateTime(2011, 6, 20, 9, 30, 0, DateTimeKind.Utc);
        await UpdateAsync(database, programme, 2, Progress.AtRisk, "Two posts are empty.", new DateOnly(2011, 7, 14), "Interviews are on 7 July.");

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("Since 1 June 2011: one action entered or moved and one due date moved.", content.InWords);
        var moved = Only(content, ChangeTopic.Actions);
        Assert.Equal(("A1: Action A1", "actions/A1", "Not started", "At risk"), (moved.Title, moved.Page, moved.Before, moved.After));
        Assert.Equal([("The service director", "On track", "Begun."), ("The service director", "At risk", "Two posts are empty.")], moved.Entries.Select(entry => (entry.Who, entry.What, entry.Said!)));
        Assert.Equal(new DateTime(2011, 6, 20, 9, 30, 0), moved.Entries[1].RecordedAt);
        var slip = Only(content, ChangeTopic.DueDates);
        Assert.Equal(("30 June 2011", "14 July 2011", "First agreed: 30 June 2011"), (slip.Before, slip.After, slip.Note));
        Assert.Equal(("30 June 2011 to 14 July 2011", "Interviews are on 7 July."), (slip.Entries.Single().What, slip.Entries.Single().Said));
    }

    [Fact]
    public async Task An_action_entered_is_told_as_new_and_an_entry_that_moves_nothing_is_only_counted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await programme.PlanAsync("A1", Start, Due);
            await UpdateAsync(database, programme, 1, Progress.OnTrack, "Begun.");
        });
        await UpdateAsync(database, programme, 2, Progress.OnTrack, "Goes on.");
        await programme.PlanAsync("A2", Start, Due);

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("Since 1 June 2011: one action entered or moved. One more entry on an action moved nothing.", content.InWords);
        Assert.Equal(("A2: Action A2", "", "Not started"), (Only(content, ChangeTopic.Actions).Title, Only(content, ChangeTopic.Actions).Before, Only(content, ChangeTopic.Actions).After));
    }

    [Fact]
    public async Task A_handover_is_told_with_who_led_before_and_who_leads_now()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, programme => programme.PlanAsync("A1", Start, Due));
        await programme.ChangeAsync((db, change) =>
        {
            var action = db.PriorityActions.Include(action => action.Accountable).Single();
            action.Assign(db.Users.Single(person => person.Id == programme[Role.BoardMember].Id), action.Accountable);
            action.Record("Handed over.", change);
        });

        var line = Only(await AskAsync(database, programme.As(Role.ProgrammeManager)), ChangeTopic.Links);

        Assert.Equal(("Led by The service director, accountable: The programme manager", "Led by The board member, accountable: The programme manager"), (line.Before, line.After));
        Assert.Equal("Handed over.", line.Entries.Single().Said);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Evidence_links_owners_and_requirements_are_told_when_they_come_and_when_they_go(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database, async programme =>
        {
            var action = await programme.PlanAsync("A1", Start, Due);
            await programme.ChangeAsync((db, change) =>
            {
                db.AttachRange(action, programme.Programme, programme.InTime);
                db.AddRange(new Evidence(action, EvidenceStrength.Document, "Minutes of the board", Start, change), new ActionMeasure(action, programme.InTime, change));
                var requirement = new Requirement(programme.Programme, "R1", isIllustrative: false, change);
                requirement.Describe("Every child is seen in time.", false, null, null, null, null);
                requirement.Review(false, KnownDate.On(2011, 4, 1), "The DfE: too few.", null, change);
                db.Add(requirement);
            });
        });
        var manager = programme.As(Role.ProgrammeManager);
        await programme.ChangeAsync((db, change) =>
        {
            db.Evidence.Single().End("They are of another board.", change);
            db.Add(new Evidence(db.PriorityActions.Single(), EvidenceStrength.Data, "Figures of May", Start, change));
            db.ActionMeasures.Single().End(change);
            db.Requirements.Include(one => one.Reviews).Single().Review(true, KnownDate.On(2011, 6, 9), "The DfE: enough now.", null, change);
        }, manager);
        await new GiveMeasures(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Measures = ["in-time"], OwnerId = programme[Role.PerformanceOfficer].Id }, Never);

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        var evidence = content.Groups.Single(group => group.Topic == ChangeTopic.Evidence).Lines;
        Assert.Equal([("A1: Document: Minutes of the board", "Counts", "Taken out", "They are of another board."), ("A1: Data: Figures of May", "", "Counts", null)], evidence.Select(line => (line.Title, line.Before, line.After, line.Entries.Single().Said)));
        var links = content.Groups.Single(group => group.Topic == ChangeTopic.Links).Lines;
        Assert.Equal([("A1 should move the measure Assessments in time", "Linked", "Not linked"), ("Assessments in time", "Owned by nobody", "Owned by The performance officer")], links.Select(line => (line.Title, line.Before, line.After)));
        var requirement = Only(content, ChangeTopic.Requirements);
        Assert.Equal(("R1: Every child is seen in time.", "Not met", "Met", "The DfE: enough now."), (requirement.Title, requirement.Before, requirement.After, requirement.Entries.Single().Said));
        Assert.All(content.Groups.SelectMany(group => group.Lines).SelectMany(line => line.Entries), entry => Assert.Equal("The programme manager", entry.Who));
    }

    [Theory]
    [InlineData(Visibility.Published, Role.BoardMember, true)]
    [InlineData(Visibility.Published, Role.Reader, true)]
    [InlineData(Visibility.Embargoed, Role.BoardMember, false)]
    [InlineData(Visibility.Embargoed, Role.Reader, false)]
    [InlineData(Visibility.Embargoed, Role.ProgrammeManager, true)]
    public async Task A_finding_judged_again_is_told_to_those_who_may_know_of_the_visit(Visibility visibility, Role role, bool isTold)
    {
        await using var database = await TestDatabase.CreateAsync();
        Inspection letter = null!;
        var programme = await SetUpAsync(database, async programme => letter = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor.")));
        await programme.ChangeAsync((db, change) =>
        {
            var visit = new Inspection(db.Programmes.Single(), change);
            visit.Describe(InspectionKind.MonitoringVisit, "Second visit", "Ofsted", KnownDate.On(2011, 6, 1), null, KnownDate.On(2011, 6, 8), visibility, null, null);
            db.Add(visit);
            db.Add(new FindingReview(db.Findings.Single(), visit, ReviewOutcome.Addressed, "Children are seen in time.", null, null, change));
        }, programme.As(Role.ProgrammeManager));

        var content = await AskAsync(database, programme.As(role));

        Assert.Equal(isTold, content.Groups.Count == 1);
        if (!isTold)
            return;
        var line = Only(content, ChangeTopic.Findings);
        Assert.Equal(("Area for priority action: Timescales are poor.", "Open", "Addressed", "Children are seen in time."), (line.Title, line.Before, line.After, line.Entries.Single().Said));
        // Whoever sees only what is published sees posts and no names.
        Assert.Equal(role == Role.Reader ? "Programme manager" : "The programme manager", line.Entries.Single().Who);
        Assert.Equal($"inspections/{letter.Id}#finding-{letter.Findings.Single().Id}", line.Page);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_correction_that_takes_a_figure_below_its_target_is_told_as_revised_and_as_crossing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database, async programme =>
        {
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
        });
        await CountAsync(database, programme, April, 75, 100, "Ten were counted twice.");

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("Since 1 June 2011: one crossing of a target and one figure revised.", content.InWords);
        var crossing = Only(content, ChangeTopic.Crossings);
        Assert.Equal(("Assessments in time, Testshire: Local", "Met in April 2011: 85% against 80%", "Missed in April 2011: 75% against 80%", "Met before, not now"), (crossing.Title, crossing.Before, crossing.After, crossing.Note));
        Assert.Equal("The performance officer", crossing.Entries.Single().Who);
        var revised = Only(content, ChangeTopic.Values);
        Assert.Equal(("Assessments in time, Testshire, April 2011", "85 of 100 (85%)", "75 of 100 (75%)"), (revised.Title, revised.Before, revised.After));
        Assert.Equal(("By correction", "Ten were counted twice."), (revised.Entries.Single().What, revised.Entries.Single().Said));
    }

    [Fact]
    public async Task A_new_month_that_misses_what_the_last_met_is_a_crossing_with_both_months_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
        });
        await CountAsync(database, programme, May, 75, 100);

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        var crossing = Only(content, ChangeTopic.Crossings);
        Assert.Equal(("Met in April 2011: 85% against 80%", "Missed in May 2011: 75% against 80%"), (crossing.Before, crossing.After));
        Assert.Equal(("", "1 figure, May 2011"), (Only(content, ChangeTopic.Figures).Before, Only(content, ChangeTopic.Figures).After));
    }

    [Fact]
    public async Task A_target_that_is_raised_is_told_and_so_is_every_month_that_it_makes_a_miss()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
            await CountAsync(database, programme, May, 95, 100);
        });
        await using (var db = database.CreateDbContext())
            await SetTargetAsync(database, programme, "90", (await db.Targets.SingleAsync()).Id);

        var content = await AskAsync(database, programme.As(Role.Reader));

        // Nothing is approved, so a reader is told of the target alone.
        Assert.Equal("Since 1 June 2011: one target set, changed or ended.", content.InWords);
        var target = Only(content, ChangeTopic.Targets);
        Assert.Equal(("Assessments in time: Local", "80% from January 2011.", "90% from January 2011.", "Performance officer"), (target.Title, target.Before, target.After, target.Entries.Single().Who));
        var crossing = Only(await AskAsync(database, programme.As(Role.BoardMember)), ChangeTopic.Crossings);
        Assert.Equal(("Met in April 2011: 85% against 80%", "Missed in April 2011: 85% against 90%"), (crossing.Before, crossing.After));
    }

    [Fact]
    public async Task A_reader_is_told_of_a_revision_once_it_is_approved_and_without_counts_or_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await CountAsync(database, programme, April, 85, 100);
            await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Month = April.ToIso(), Seen = long.MaxValue }, Never);
        });
        var manager = programme.As(Role.ProgrammeManager);
        await new UnlockMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = April.ToIso(), Reason = "Late entries." }, Never);
        await CountAsync(database, programme, April, 75, 100, "Ten were counted twice.");
        Assert.Empty((await AskAsync(database, programme.As(Role.Reader))).Groups);

        await new ApproveMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = April.ToIso(), Seen = long.MaxValue }, Never);

        var revised = Only(await AskAsync(database, programme.As(Role.Reader)), ChangeTopic.Values);
        Assert.Equal(("85%", "75%", "By approval", null, "Programme manager"), (revised.Before, revised.After, revised.Entries.Single().What, revised.Entries.Single().Said, revised.Entries.Single().Who));
    }

    [Fact]
    public async Task Read_again_after_further_changes_the_same_two_moments_give_the_same_answer()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await programme.PlanAsync("A1", Start, new DateOnly(2011, 9, 30));
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
        });
        async Task ChangeEverythingAsync(int version, Progress progress, int part, string level)
        {
            await UpdateAsync(database, programme, version, progress, $"Step {version}.", new DateOnly(2011, 10, 1).AddDays(version), "Later.");
            await CountAsync(database, programme, April, part, 100, "Counted again.");
            await CountAsync(database, programme, May, part, 100, "Counted again.");
            await new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), new() { Programme = TestProgramme.Slug, Action = "A1", Strength = EvidenceStrength.Statement, Title = $"Statement {version}", DatedOn = Start }, Never);
            await using var db = database.CreateDbContext();
            await SetTargetAsync(database, programme, level, await db.Targets.Where(target => target.EndedIn == null).Select(target => target.Id).SingleAsync());
        }
        await ChangeEverythingAsync(1, Progress.AtRisk, 75, "82");
        database.Clock.Utc = new DateTime(2011, 7, 1, 0, 0, 0, DateTimeKind.Utc);
        string Told(WhatChanged.Content content) => System.Text.Json.JsonSerializer.Serialize(content.Groups) + content.Period;
        var first = await AskAsync(database, programme.As(Role.BoardMember));
        Assert.Equal([ChangeTopic.Crossings, ChangeTopic.Actions, ChangeTopic.DueDates, ChangeTopic.Evidence, ChangeTopic.Targets, ChangeTopic.Values, ChangeTopic.Figures], first.Groups.Select(group => group.Topic));

        await ChangeEverythingAsync(2, Progress.OffTrack, 95, "70");
        await using (var db = database.CreateDbContext())
            await new EndEvidence(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Action = "A1", EvidenceId = await db.Evidence.MinAsync(one => one.Id), Reason = "Wrong." }, Never);

        Assert.Equal(Told(first), Told(await AskAsync(database, programme.As(Role.BoardMember))));
    }

    [Theory]
    [InlineData(Role.BoardMember, "Since 12 May 2011, nothing that this page lists changed.")]
    [InlineData(Role.Reader, "Since 12 May 2011, nothing published that this page lists changed.")]
    public async Task Without_dates_it_is_the_last_thirty_days_and_says_when_nothing_changed(Role role, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);

        var content = await AskAsync(database, programme.As(role), new());

        // 12 May to 10 June: 20 days and 10.
        Assert.Equal(expected, content.InWords);
        Assert.Empty(content.Groups);
    }

    [Fact]
    public async Task A_day_begins_and_ends_as_in_England_and_both_days_count()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);
        // Half past midnight on 11 June in England, in summer time.
        database.Clock.Utc = new DateTime(2011, 6, 10, 23, 30, 0, DateTimeKind.Utc);
        await programme.PlanAsync("A1", Start, Due);
        database.Clock.Utc = new DateTime(2011, 7, 1, 12, 0, 0, DateTimeKind.Utc);
        var (tenth, eleventh, twelfth) = (new DateOnly(2011, 6, 10), new DateOnly(2011, 6, 11), new DateOnly(2011, 6, 12));
        async Task<int> CountAsync(DateOnly from, DateOnly to) => (await AskAsync(database, programme.As(Role.BoardMember), new(from, to))).Groups.Count;

        Assert.Equal((0, 1, 0), (await CountAsync(tenth, tenth), await CountAsync(eleventh, eleventh), await CountAsync(twelfth, twelfth)));
        // Turned round they are the same two days.
        Assert.Equal("From 10 June 2011 to 12 June 2011", (await AskAsync(database, programme.As(Role.BoardMember), new(twelfth, tenth))).Period);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(null)]
    public async Task Those_who_may_not_read_the_programme_are_told_nothing(Role? role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);

        await Assert.ThrowsAnyAsync<BrokenRule>(() => AskAsync(database, role is { } held ? programme.As(held) : Actor.Nobody));
    }
}
