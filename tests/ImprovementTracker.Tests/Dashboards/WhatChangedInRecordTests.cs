using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;
using static ImprovementTracker.Tests.Dashboards.WhatChangedInJune;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>Findings, inspections, grades, states, timeline and notes on charts.</summary>
public class WhatChangedInRecordTests
{
    [Theory]
    [InlineData(Visibility.Published, Role.BoardMember, true)]
    [InlineData(Visibility.Published, Role.Reader, true)]
    [InlineData(Visibility.Embargoed, Role.BoardMember, false)]
    [InlineData(Visibility.Embargoed, Role.Reader, false)]
    [InlineData(Visibility.Embargoed, Role.ProgrammeManager, false)]
    public async Task A_finding_judged_again_is_told_once_the_visit_is_published(Visibility visibility, Role role, bool isTold)
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

        Assert.Equal(isTold, content.Groups.Any(group => group.Topic == ChangeTopic.Findings));
        if (!isTold)
            return;
        var line = Only(content, ChangeTopic.Findings);
        Assert.Equal(("Area for priority action: Timescales are poor.", "Open", "Addressed", "Children are seen in time."), (line.Title, line.Before, line.After, line.Entries.Single().Said));
        // Whoever sees only what is published sees posts and no names.
        Assert.Equal(role == Role.Reader ? "Programme manager" : "The programme manager", line.Entries.Single().Who);
        // It leads to the finding's own page, which this person may see, and once the finding is taken out to its inspection.
        var finding = letter.Findings.Single().Id;
        Assert.Equal($"findings/{finding}", line.Page);
        Assert.Equal("Timescales are poor.", (await new FindingThread(database).LoadAsync(programme.As(role), TestProgramme.Slug, finding, Never)).Finding.Words);
        await programme.ChangeAsync((db, change) => db.Findings.Single().End(change));
        Assert.Equal($"inspections/{letter.Id}", Only(await AskAsync(database, programme.As(role)), ChangeTopic.Findings).Page);
    }

    private static Task<int> InspectAsync(TestDatabase database, TestProgramme programme, Visibility visibility, string title = "Full inspection") =>
        new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Kind = InspectionKind.SafeguardingAndLookedAfterChildren, Title = title, FieldworkFrom = "March 2011", Visibility = visibility }, Never);

    private static async Task ShowAsync(TestDatabase database, TestProgramme programme, int id, Visibility visibility, string? note = null)
    {
        var form = (await new InspectionToEdit(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Input;
        (form.Visibility, form.Note) = (visibility, note);
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form, Never);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_inspection_is_told_when_it_was_published_and_not_when_its_draft_was_entered_or_its_note_changed_later(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        int draft = 0, embargoed = 0, published = 0;
        var programme = await SetUpAsync(database, async programme =>
        {
            draft = await InspectAsync(database, programme, Visibility.Draft, "First");
            embargoed = await InspectAsync(database, programme, Visibility.Embargoed, "Second");
            published = await InspectAsync(database, programme, Visibility.Published, "Third");
        });
        await ShowAsync(database, programme, draft, Visibility.Published);
        await ShowAsync(database, programme, embargoed, Visibility.Published);
        await ShowAsync(database, programme, published, Visibility.Published, "A newspaper reports it too.");
        await InspectAsync(database, programme, Visibility.Published, "Fourth");
        await InspectAsync(database, programme, Visibility.Embargoed, "Fifth");

        var lines = (await AskAsync(database, programme.As(Role.Reader))).Groups.Single().Lines;

        Assert.Equal(
            [("First, March 2011", "Not published", "Published", "Published here"), ("Second, March 2011", "Not published", "Published", "Published here"), ("Fourth, March 2011", "", "Published", "Entered as published")],
            lines.Select(line => (line.Title, line.Before, line.After, line.Entries.Single().What)));
        Assert.Equal($"inspections/{draft}", lines[0].Page);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Grades_given_and_aimed_for_are_told_with_the_inspection_that_gave_them(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (id, hidden) = (0, 0);
        var programme = await SetUpAsync(database, async programme =>
        {
            (id, hidden) = (await InspectAsync(database, programme, Visibility.Published), await InspectAsync(database, programme, Visibility.Draft, "Not yet known"));
            await JudgeAsync(id, new JudgeAreas.Line { Name = "Leadership", AimedFor = Grade.Good, AimedForBy = "2011-12" });

            Task<int> JudgeAsync(int inspection, JudgeAreas.Line line) => Judge(programme, inspection, line);
        });
        await Judge(programme, id, new() { Name = "Safeguarding", Grade = Grade.Inadequate, AimedFor = Grade.Good });
        await Judge(programme, id, new() { Name = "Leadership", AimedFor = Grade.Good, AimedForBy = "2012-03" });
        await Judge(programme, hidden, new() { Name = "Secret area", Grade = Grade.Adequate, AimedFor = Grade.Outstanding });

        var lines = (await AskAsync(database, programme.As(Role.BoardMember))).Groups.Single(group => group.Topic == ChangeTopic.Grades).Lines;

        Assert.Equal(
            [("Leadership: grade aimed for", "Good by December 2011", "Good by March 2012", "judged-areas"), ("Safeguarding: Full inspection, March 2011", "", "Inadequate", $"inspections/{id}"), ("Safeguarding: grade aimed for", "", "Good", "judged-areas")],
            lines.Select(line => (line.Title, line.Before, line.After, line.Page!)));
        // The aim that took another's place is told once.
        Assert.Equal(["Good by March 2012"], lines[0].Entries.Select(entry => entry.What));

        async Task<int> Judge(TestProgramme at, int inspection, JudgeAreas.Line line)
        {
            line.Seen = (await new AreasToJudge(database).LoadAsync(at.As(Role.ProgrammeManager), TestProgramme.Slug, inspection, Never)).Lines.FirstOrDefault(one => one.Name == line.Name)?.Seen;
            return await new JudgeAreas(database).ExecuteAsync(at.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, InspectionId = inspection, Lines = [line] }, Never);
        }
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_state_entered_wrongly_is_told_as_it_stood_and_once_it_is_taken_back_with_the_reason(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database, programme => programme.ChangeAsync((db, change) =>
            db.Add(new ProgrammeStatus(db.Programmes.Single(), LifecycleState.OnTrack, KnownDate.In(2011, 4), "Ministers were content.", null, change))));
        var manager = programme.As(Role.ProgrammeManager);
        var form = (await new ProgrammeToMove(database).LoadAsync(manager, TestProgramme.Slug, Never)).Input;
        (form.Programme, form.State, form.Since, form.Reason) = (TestProgramme.Slug, LifecycleState.Lifted, "9 June 2011", "The department decided.");
        await new MoveProgramme(database).ExecuteAsync(manager, form, Never);
        database.Clock.Utc = new DateTime(2011, 6, 20, 12, 0, 0, DateTimeKind.Utc);
        var statusId = (await new NoticeAndRequirements(database).LoadAsync(manager, TestProgramme.Slug, Never)).Statuses[0].Id;
        await new TakeBackMove(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, StatusId = statusId, Reason = "It was only asked for." }, Never);

        var then = Only(await AskAsync(database, programme.As(Role.Reader), new(June.From, new DateOnly(2011, 6, 15))), ChangeTopic.State);
        var month = Only(await AskAsync(database, programme.As(Role.BoardMember)), ChangeTopic.State);

        Assert.Equal(("Testshire Council: improvement notice", "timeline", "On track, since April 2011", "Lifted, since 9 June 2011"), (then.Title, then.Page, then.Before, then.After));
        Assert.Equal([("Lifted, since 9 June 2011", "The department decided.", "Programme manager")], then.Entries.Select(entry => (entry.What, entry.Said!, entry.Who)));
        Assert.Equal(("notice", "On track, since April 2011", "On track, since April 2011"), (month.Page, month.Before, month.After));
        Assert.Equal([("Lifted, since 9 June 2011", "The department decided."), ("Taken back that it was lifted, since 9 June 2011", "It was only asked for.")], month.Entries.Select(entry => (entry.What, entry.Said!)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Notes_on_charts_rebases_and_timeline_entries_are_told_and_to_a_reader_no_note_and_no_reason(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var old = 0;
        var programme = await SetUpAsync(database, async programme =>
        {
            await programme.RecordAsync(programme.InTime, programme.Whole, May, RecordedValue.Counted(40, 50));
            await programme.RecordAsync(programme.InTime, programme.North, May, RecordedValue.Counted(20, 25));
            await programme.RecordAsync(programme.InTime, programme.North, May.AddMonths(-3), RecordedValue.Counted(15, 25));
            old = await NoteAsync(programme, "2011-02", "Two teams became one.");
        });
        var officer = programme.As(Role.PerformanceOfficer);
        await NoteAsync(programme, "2011-05", "Backlog cleared.");
        await new EndAnnotation(database).ExecuteAsync(officer, TestProgramme.Slug, old, Never);
        await new RebaseSeries(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Measure = "in-time", From = "2011-04", Reason = "One team decides now." }, Never);
        await new RebaseSeries(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Measure = "in-time", From = "2011-03", AreaId = programme.North.Id, Reason = "North moved." }, Never);
        await new AddTimelineEntry(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, On = "May 2011", Kind = TimelineKind.Resources, Sentence = "More money was agreed.", Figure = "25 million pounds" }, Never);

        var board = await AskAsync(database, programme.As(Role.BoardMember));
        var reader = await AskAsync(database, programme.As(Role.Reader));

        Assert.Equal(
            [
                ("Assessments in time, February 2011", "On the chart", "Taken off", "Note taken off", "Two teams became one."),
                ("Assessments in time, North, March 2011", "", "Limits worked out anew from March 2011 on", "Rebase", "North moved."),
                ("Assessments in time, April 2011", "", "Limits worked out anew from April 2011 on", "Rebase", "One team decides now."),
                ("Assessments in time, May 2011", "", "On the chart", "Note", "Backlog cleared."),
            ],
            board.Groups.Single(group => group.Topic == ChangeTopic.Notes).Lines.Select(line => (line.Title, line.Before, line.After, line.Entries.Single().What, line.Entries.Single().Said!)));
        var entry = Only(board, ChangeTopic.Timeline);
        Assert.Equal(("More money was agreed.", "", "May 2011", "25 million pounds", "timeline"), (entry.Title, entry.Before, entry.After, entry.Note, entry.Page));
        var rebase = Only(reader, ChangeTopic.Notes);
        Assert.Equal(("Assessments in time, April 2011", null), (rebase.Title, rebase.Entries.Single().Said));
        Assert.Equal("More money was agreed.", Only(reader, ChangeTopic.Timeline).Title);

        Task<int> NoteAsync(TestProgramme at, string month, string text) =>
            new Annotate(database).ExecuteAsync(at.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = month, Text = text }, Never);
    }

    [Fact]
    public async Task What_came_into_the_record_reads_the_same_after_it_was_ended_corrected_or_taken_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);
        var (manager, officer) = (programme.As(Role.ProgrammeManager), programme.As(Role.PerformanceOfficer));
        var letter = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor."));
        var visit = await InspectAsync(database, programme, Visibility.Draft);
        await ShowAsync(database, programme, visit, Visibility.Published);
        await new ReviewFinding(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, FindingId = letter.Findings.Single().Id, VisitId = visit, Outcome = ReviewOutcome.Addressed, Note = "A newspaper." }, Never);
        await new JudgeAreas(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, InspectionId = visit, Lines = [new() { Name = "Safeguarding", Grade = Grade.Inadequate, AimedFor = Grade.Good }] }, Never);
        await programme.ChangeAsync((db, change) => db.Add(new ProgrammeStatus(db.Programmes.Single(), LifecycleState.OnTrack, KnownDate.In(2011, 4), "Ministers were content.", null, change)), manager);
        var requirement = await new SaveRequirement(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Reference = "R1", Words = "Children are seen in time." }, Never);
        await programme.ChangeAsync((db, change) => db.Requirements.Single().Review(true, KnownDate.On(2011, 6, 9), "The department found it met.", null, change), manager);
        var note = await new Annotate(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = "2011-05", Text = "Backlog cleared." }, Never);
        database.Clock.Utc = new DateTime(2011, 7, 1, 0, 0, 0, DateTimeKind.Utc);
        var first = await AskAsync(database, programme.As(Role.BoardMember));
        Assert.Equal([ChangeTopic.State, ChangeTopic.Inspections, ChangeTopic.Grades, ChangeTopic.Findings, ChangeTopic.Requirements, ChangeTopic.Notes], first.Groups.Select(group => group.Topic));

        await using var db = database.CreateDbContext();
        await new TakeBackReview(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, FindingId = letter.Findings.Single().Id, ReviewId = (await db.FindingReviews.SingleAsync()).Id, Reason = "Of another." }, Never);
        await new TakeBackMove(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, StatusId = (await db.ProgrammeStatuses.SingleAsync()).Id, Reason = "Of another." }, Never);
        await new TakeBackJudgement(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, RequirementId = requirement, ReviewId = (await db.RequirementReviews.SingleAsync()).Id, Reason = "Of another." }, Never);
        await new EndAnnotation(database).ExecuteAsync(officer, TestProgramme.Slug, note, Never);
        await new JudgeAreas(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, InspectionId = visit, Lines = [new() { Name = "Safeguarding", Grade = Grade.Inadequate, AimedFor = Grade.Outstanding, Seen = JudgeAreas.Line.SeenAs(Grade.Inadequate, Grade.Good, null) }] }, Never);
        await ShowAsync(database, programme, visit, Visibility.Published, "The letter came in April.");

        Assert.Equal(Told(first), Told(await AskAsync(database, programme.As(Role.BoardMember))));
        Assert.Equal([(ChangeTopic.Findings, "Addressed", "Open"), (ChangeTopic.Requirements, "Met", "Not judged")],
            (await AskAsync(database, programme.As(Role.BoardMember), new(new DateOnly(2011, 7, 1)))).Groups.Where(group => group.Topic is ChangeTopic.Findings or ChangeTopic.Requirements).Select(group => (group.Topic, group.Lines.Single().Before, group.Lines.Single().After)));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_planned_date_that_was_moved_is_one_line_and_one_called_off_is_told_without_its_words(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (moved, off) = (0, 0);
        Task<int> PlanAsync(TestProgramme programme, PlannedKind kind, DateOnly on, string title) =>
            new PlanDate(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Kind = kind, On = on, Title = title }, Never);
        var programme = await SetUpAsync(database, async programme =>
        {
            moved = await PlanAsync(programme, PlannedKind.CommitteeMeeting, new(2011, 7, 18), "Scrutiny committee");
            off = await PlanAsync(programme, PlannedKind.BoardMeeting, new(2011, 7, 5), "Board with Mr Smith");
            await PlanAsync(programme, PlannedKind.Review, new(2011, 9, 1), "The department");
        });
        Task<int> TakeBackAsync(int id, string why, DateOnly? to = null) => new TakeBackPlannedDate(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, DateId = id, Reason = why, MovedTo = to }, Never);
        moved = await TakeBackAsync(moved, "The chair is away.", new(2011, 7, 25));
        await TakeBackAsync(moved, "The room is taken.", new(2011, 7, 26));
        await TakeBackAsync(off, "No business.");
        await PlanAsync(programme, PlannedKind.Review, new(2011, 12, 1), "The department");

        foreach (var role in new[] { Role.BoardMember, Role.Reader })
        {
            var lines = (await AskAsync(database, programme.As(role))).Groups.Single(group => group.Topic == ChangeTopic.Dates).Lines;

            Assert.Equal(
                [
                    ("Committee meeting: Scrutiny committee", "18 July 2011", "26 July 2011"),
                    ("Board meeting", "5 July 2011", "Taken back"),
                    ("Review of progress: The department", "", "1 December 2011"),
                ],
                lines.Select(line => (line.Title, line.Before, line.After)));
            Assert.Equal(["Moved to 25 July 2011: The chair is away.", "Moved to 26 July 2011: The room is taken."], lines[0].Entries.Select(entry => $"{entry.What}: {entry.Said}"));
            Assert.Equal(["Taken off 5 July 2011: No business."], lines[1].Entries.Select(entry => $"{entry.What}: {entry.Said}"));
            Assert.All(lines, line => Assert.Equal("dates", line.Page));
        }
    }

    [Fact]
    public async Task What_is_aimed_for_is_told_alike_whatever_is_judged_later_and_hides_an_inspection_that_is_not_published()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        Task JudgeAsync(int inspection, params JudgeAreas.Line[] lines) => new JudgeAreas(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, InspectionId = inspection, Lines = [.. lines] }, Never);
        var shown = await InspectAsync(database, programme, Visibility.Published);
        await JudgeAsync(shown, new JudgeAreas.Line { Name = "Adoption", AimedFor = Grade.Good });
        database.Clock.Utc = new DateTime(2011, 7, 4, 9, 0, 0, DateTimeKind.Utc);
        var before = Told(await AskAsync(database, programme.As(Role.Reader)));
        Assert.Contains("Adoption: grade aimed for", before, StringComparison.Ordinal);

        var secret = await InspectAsync(database, programme, Visibility.Embargoed, "Secret visit");
        await JudgeAsync(secret, new JudgeAreas.Line { Name = "Adoption", Grade = Grade.Adequate, AimedFor = Grade.Good, Seen = JudgeAreas.Line.SeenAs(null, Grade.Good, null) }, new JudgeAreas.Line { Name = "Fostering", Grade = Grade.Adequate, AimedFor = Grade.Good });

        Assert.Equal(before, Told(await AskAsync(database, programme.As(Role.Reader))));
        Assert.DoesNotContain("Fostering", Told(await AskAsync(database, programme.As(Role.Reader), new(new DateOnly(2011, 7, 1)))), StringComparison.Ordinal);
        // The page of judged areas goes by the same rule.
        Assert.Equal(["Adoption"], (await new JudgedAreas(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, Never)).Rows.Select(row => row.Name));
    }
}
