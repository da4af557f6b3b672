using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Plan;

namespace ImprovementTracker.Tests.Dashboards;

public class OverviewTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static Task<OverviewBoard> LoadAsync(TestDatabase database, Actor actor, Month? month = null) =>
        new Overview(database).LoadAsync(actor, TestProgramme.Slug, month, Never);

    private static Task AskAsync(TestProgramme programme, TargetSetter setter = TargetSetter.DfeNotice) => programme.ChangeAsync((db, change) =>
    {
        db.Attach(programme.InTime);
        var source = new SourceDocument(programme.Programme, "Improvement notice", "Department for Education", null);
        db.Attach(programme.Programme);
        db.Add(new Target(programme.InTime, null, setter, source, "paragraph 4", true, April2010, null, change)
            .WithSteps(TargetPath.Steps, new TargetStep(April2010, 60), new TargetStep(new Month(2011, 3), 80)).WithTolerance(5, ToleranceKind.Points));
    });

    private static Task MoveAsync(TestProgramme programme, PriorityAction action, Progress progress, DateOnly? due = null) => programme.ChangeAsync((db, change) =>
    {
        db.Attach(action);
        action.Report(progress, "Said for a test.", due, due is null ? null : "Two posts are vacant.", change);
    });

    private static async Task ReviewAsync(TestProgramme programme, Inspection inspection, int place, ReviewOutcome outcome, Visibility visibility = Visibility.Published)
    {
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.Programme, inspection);
            var visit = new Inspection(programme.Programme, change);
            visit.Describe(InspectionKind.UnannouncedContactReferralAssessment, "Later visit", "Ofsted", KnownDate.In(2011, 2), null, null, visibility, null, null);
            db.Add(new FindingReview(inspection.Findings.ElementAt(place), visit, outcome, null, null, null, change));
        });
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_board_member_sees_in_one_minute_where_the_programme_stands(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await AskAsync(programme);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.Strength, "Committed staff."), (FindingKind.AreaForPriorityAction, "Children are not seen."), (FindingKind.AreaForPriorityAction, "Cases are closed early."));
        await ReviewAsync(programme, inspection, 1, ReviewOutcome.Addressed);
        var late = await programme.PlanAsync("A1", new DateOnly(2010, 1, 1), new DateOnly(2011, 3, 31));
        await MoveAsync(programme, late, Progress.OnTrack, new DateOnly(2011, 5, 31));
        var offTrack = await programme.PlanAsync("A2", new DateOnly(2010, 1, 1), new DateOnly(2011, 12, 31));
        await MoveAsync(programme, offTrack, Progress.OffTrack);
        await programme.PlanAsync("A3", new DateOnly(2010, 1, 1), new DateOnly(2011, 12, 31));

        var board = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("The measure is better than in April 2010; the DfE notice's target is not met", board.Heading);
        Assert.Equal("In May 2011 the DfE notice's target is within tolerance. One of two areas for priority action is still open. Of three actions one is overdue and one is off track.", board.Lead);
        Assert.Equal("Position at 31 May 2011, as known on 1 July 2011", board.Position);
        var measure = Assert.Single(board.Measures);
        Assert.Equal(
            ("Assessments in time", "76%", "up from 37% (provisional) in April 2010", "80% by March 2011", "Improvement notice, paragraph 4", true, TargetVerdict.WithinTolerance, "4 points below"),
            (measure.Name, measure.Text, measure.Since, measure.Asked, measure.Document, measure.IsAskedIllustrative, measure.Verdict, measure.Distance));
        Assert.Equal((14, 37m, 76m, 80m, April2010), (measure.Figures.Count, measure.Figures[0], measure.Figures[^1], measure.Level, measure.From));
        Assert.Equal("76% (provisional) in May 2011, up from 37% (provisional) in April 2010: 4 points below the DfE notice's target of 80%", measure.Sentence);
        Assert.Equal(
            [("A1", true, new DateOnly(2011, 5, 31), new DateOnly(2011, 3, 31), 1), ("A2", false, new DateOnly(2011, 12, 31), new DateOnly(2011, 12, 31), 0)],
            board.Actions.Select(action => (action.Reference, action.IsOverdue, action.DueOn, action.BaselineDueOn, action.Moves)));
        Assert.Equal((ActionStatus.OffTrack, "Service director"), (board.Actions[1].Status, board.Actions[1].LeadPost));
        Assert.Equal([("Cases are closed early.", true, true)], board.Findings.Select(finding => (finding.Words, finding.IsOpenPriority, finding.HasNoAction)));
    }

    [Fact]
    public async Task Findings_that_ask_for_action_and_have_none_need_the_board_and_the_others_do_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Published,
            (FindingKind.Satisfactory, "Audit was carried out."), (FindingKind.AreaForDevelopment, "Supervision is not consistent."), (FindingKind.AreaForDevelopment, "Thresholds differ."), (FindingKind.AreaForDevelopment, "Auditing is patchy."));
        await ReviewAsync(programme, inspection, 3, ReviewOutcome.Addressed);
        var action = await programme.PlanAsync("A1", new DateOnly(2010, 1, 1), new DateOnly(2011, 12, 31));
        ActionFinding link = null!;
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(action, inspection);
            db.Add(link = new ActionFinding(action, inspection.Findings.ElementAt(2), change));
        });

        Assert.Equal(["Supervision is not consistent."], (await LoadAsync(database, programme.As(Role.BoardMember))).Findings.Select(finding => finding.Words));

        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(link);
            link.End(change);
        });
        Assert.Equal(["Supervision is not consistent.", "Thresholds differ."], (await LoadAsync(database, programme.As(Role.BoardMember))).Findings.Select(finding => finding.Words));
    }

    [Fact]
    public async Task An_answer_that_was_withdrawn_is_no_answer()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForDevelopment, "Thresholds differ."));
        var action = await programme.PlanAsync("A1", new DateOnly(2010, 1, 1), new DateOnly(2011, 1, 31));
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(action, inspection);
            db.Add(new ActionFinding(action, inspection.Findings.Single(), change));
            action.BringTo(Stage.Withdrawn, Impact.NotYetKnown, "No longer needed.", change);
        });

        var board = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Single(board.Findings);
        Assert.Empty(board.Actions);
        Assert.EndsWith("The plan has no actions yet.", board.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_words_of_inspectors_are_cut_between_words()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        // 25 times 'safeguarded, ' is 325 letters; of the first 220, the last whole word ends at the sixteenth comma.
        await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForDevelopment, string.Join(", ", Enumerable.Repeat("safeguarded", 25)) + "."));

        var words = Assert.Single((await LoadAsync(database, programme.As(Role.BoardMember))).Findings).Words;

        Assert.Equal(string.Join(", ", Enumerable.Repeat("safeguarded", 16)) + " …", words);
    }

    [Fact]
    public async Task A_month_without_a_figure_says_why_and_which_is_the_latest()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.NotCaptured("The system was down."));
        await AskAsync(programme);

        var board = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(("no value", "not captured; the latest is 37% in April 2010, provisional", TargetVerdict.NoData), (board.Measures[0].Text, board.Measures[0].Since, board.Measures[0].Verdict));
        Assert.Equal("No figures for May 2011 yet", board.Heading);
    }

    [Fact]
    public async Task An_earlier_month_can_be_looked_at()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await AskAsync(programme);

        var board = await LoadAsync(database, programme.As(Role.BoardMember), April2010);

        Assert.Equal(("37%", "the first figure there is", TargetVerdict.Missed, "23 points below"), (board.Measures[0].Text, board.Measures[0].Since, board.Measures[0].Verdict, board.Measures[0].Distance));
        Assert.Equal((May2011, April2010), (board.Months[0], board.Months[^1]));
    }

    [Fact]
    public async Task Without_a_notice_the_next_setters_targets_are_shown_and_without_any_every_measure()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var none = await LoadAsync(database, programme.As(Role.BoardMember));
        await AskAsync(programme, TargetSetter.Local);
        var local = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal((false, 2), (none.HasTargets, none.Measures.Count));
        Assert.Equal((true, TargetSetter.Local, "Assessments in time"), (local.HasTargets, local.SetBy, Assert.Single(local.Measures).Name));
    }

    [Fact]
    public async Task A_reader_sees_published_findings_and_approved_figures_and_no_plan()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100) with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await AskAsync(programme);
        await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Children are not seen."), (FindingKind.AreaForDevelopment, "Thresholds differ."));
        await programme.InspectAsync(Visibility.Embargoed, (FindingKind.AreaForPriorityAction, "In confidence."));
        await programme.PlanAsync("A1", new DateOnly(2010, 1, 1), new DateOnly(2011, 3, 31));

        var board = await LoadAsync(database, programme.As(Role.Reader));

        Assert.Equal((April2010, "37%"), (board.Month, board.Measures[0].Text));
        Assert.Equal("In April 2010 the DfE notice's target is missed. The area for priority action is still open.", board.Lead);
        Assert.Equal([("Children are not seen.", false)], board.Findings.Select(finding => (finding.Words, finding.HasNoAction)));
        Assert.Empty(board.Actions);
        Assert.False(board.SeesPlan);
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, 3)]
    [InlineData(Role.BoardMember, 1)]
    [InlineData(Role.ServiceDirector, 1)]
    [InlineData(Role.ScrutinyOfficer, 1)]
    [InlineData(Role.PerformanceOfficer, 1)]
    [InlineData(Role.Reader, 1)]
    public async Task Drafts_and_embargoed_inspections_are_for_those_who_may_know_of_them(Role role, int findings)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        foreach (var visibility in Enum.GetValues<Visibility>())
            await programme.InspectAsync(visibility, (FindingKind.AreaForPriorityAction, $"{visibility}."));

        Assert.Equal(findings, (await LoadAsync(database, programme.As(role))).Findings.Count);
    }

    [Fact]
    public async Task Who_is_named_on_an_embargoed_inspection_sees_what_it_found_and_what_it_says_of_earlier_findings()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var first = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Children are not seen."));
        await ReviewAsync(programme, first, 0, ReviewOutcome.Addressed, Visibility.Embargoed);
        Assert.Single((await LoadAsync(database, programme.As(Role.BoardMember))).Findings);

        await programme.ChangeAsync((db, change) =>
        {
            var visit = db.Inspections.Single(inspection => inspection.Title == "Later visit");
            db.Add(new InspectionReader(visit, programme[Role.BoardMember].Id, change));
        });

        Assert.Empty((await LoadAsync(database, programme.As(Role.BoardMember))).Findings);
        Assert.Single((await LoadAsync(database, programme.As(Role.ScrutinyOfficer))).Findings);
    }

    [Fact]
    public async Task An_administrator_without_another_role_and_a_stranger_see_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(Role.Administrator)));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, Actor.Nobody));
    }

    [Fact]
    public async Task A_verified_action_that_is_to_be_looked_at_again_needs_the_board()
    {
        await using var database = await TestDatabase.CreateAsync();
        database.Clock.Utc = new DateTime(2011, 9, 1, 9, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        foreach (var (reference, recheck) in new[] { ("A1", new DateOnly(2011, 9, 1)), ("A2", new DateOnly(2011, 9, 2)) })
        {
            var planned = await programme.PlanAsync(reference, new DateOnly(2011, 1, 10), new DateOnly(2011, 12, 31));
            await programme.ChangeAsync((db, change) =>
            {
                var action = db.Attach(planned).Entity;
                action.BringTo(Stage.Verified, Impact.Some, "Moved for the test.", change);
                action.Recheck("Seen again.", null, recheck, change);
            });
        }

        var board = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal((1, false), (board.RechecksDue, board.NeedsNothing));
        Assert.Equal(0, (await LoadAsync(database, programme.As(Role.Reader))).RechecksDue);
    }

    [Fact]
    public async Task Whoever_leads_or_is_accountable_for_open_actions_finds_those_due_first_and_how_many_there_are()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var start = new DateOnly(2011, 1, 1);
        await programme.PlanAsync(["A1", "A2", "A10"], start, new DateOnly(2011, 8, 1));
        await programme.PlanAsync("A3", start, new DateOnly(2011, 6, 30));
        var finished = await programme.PlanAsync("A4", start, new DateOnly(2011, 5, 1));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(finished).Entity.BringTo(Stage.Completed, Impact.Some, "Done.", change);
            var (handed, member) = (db.PriorityActions.Single(action => action.Reference == "A10"), db.Users.Single(person => person.Id == programme[Role.BoardMember].Id));
            handed.HandOver(null, member, "Assigned.", change);
        });

        var lead = (await LoadAsync(database, programme.As(Role.ServiceDirector))).Own!;
        Assert.Equal((3, 1, true), (lead.Open, lead.Overdue, lead.MayUpdate));
        Assert.Equal([("A3", true), ("A1", false), ("A2", false)], lead.First.Select(action => (action.Reference, action.IsOverdue)));
        var accountable = (await LoadAsync(database, programme.As(Role.BoardMember))).Own!;
        Assert.Equal((1, 0, false, "A10"), (accountable.Open, accountable.Overdue, accountable.MayUpdate, Assert.Single(accountable.First).Reference));
        foreach (var role in new[] { Role.ScrutinyOfficer, Role.Reader })
            Assert.Null((await LoadAsync(database, programme.As(role))).Own);
    }

    [Fact]
    public async Task Eight_statements_for_one_of_everything_and_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await AskAsync(programme);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        var actor = programme.As(Role.BoardMember);
        database.Statements.Clear();
        await LoadAsync(database, actor);
        Assert.Equal(8, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        await programme.InspectAsync(Visibility.Published, [.. Enumerable.Range(1, 100).Select(number => (FindingKind.AreaForPriorityAction, $"Finding {number}"))]);
        for (var number = 1; number <= 30; number++)
            await programme.PlanAsync($"A{number}", new DateOnly(2010, 1, 1), new DateOnly(2011, 3, 31));
        database.Statements.Clear();
        var board = await LoadAsync(database, actor);

        Assert.Equal(8, database.Statements.Count);
        Assert.Equal((12, 89, 8, 92, 12, 18), (board.Measures.Count, board.FurtherMeasures, board.Findings.Count, board.FurtherFindings, board.Actions.Count, board.FurtherActions));
    }

    [Fact]
    public async Task Sql_server_could_read_every_statement()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await AskAsync(programme);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(41, 50));
        await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Children are not seen."));
        await programme.PlanAsync("A1", new DateOnly(2010, 1, 1), new DateOnly(2011, 3, 31));

        var statements = await SqlServerRehearsal.RunAsync(database, factory => new Overview(factory).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, null, Never));

        Assert.Equal(8, statements.Count);
    }
}
