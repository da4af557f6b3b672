using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>On 1 July 2011 unless said otherwise; the finding is of October 2009.</summary>
public sealed class FindingThreadTests : IAsyncLifetime
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

    private Task<ThreadOfFinding> LoadAsync(Role role, int id) => new FindingThread(_database).LoadAsync(_programme.As(role), TestProgramme.Slug, id, Never);

    private async Task<Finding> FindAsync(Visibility visibility = Visibility.Published, FindingKind kind = FindingKind.AreaForPriorityAction) =>
        (await _programme.InspectAsync(visibility, (kind, "Referrals are closed prematurely."))).Findings.Single();

    /// <summary>An action that answers the finding and a requirement and should move the measure, completed today with two pieces of evidence.</summary>
    private async Task AnswerAsync(Finding finding, string reference)
    {
        var action = await _programme.PlanAsync(reference, new DateOnly(2011, 1, 1), new DateOnly(2011, 4, 30));
        await _programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(action, finding, _programme.Programme, _programme.InTime);
            var requirement = new Requirement(_programme.Programme, $"R{reference}", isIllustrative: false, change);
            requirement.Describe("Children are seen in time.", isVerbatim: false, null, "4", null, null);
            db.AddRange(new ActionFinding(action, finding, change), new ActionRequirement(action, requirement, change), new ActionMeasure(action, _programme.InTime, change),
                new Evidence(action, EvidenceStrength.Document, "The rota", new DateOnly(2011, 4, 1), change),
                new Evidence(action, EvidenceStrength.AuditedSample, "Sixty cases", new DateOnly(2011, 3, 1), change));
            action.Report(Progress.AtRisk, "Two posts are empty.", new DateOnly(2011, 5, 31), "Interviews are in May.", change, agreedBy: "Improvement board");
            action.Complete("Every referral is read.", Impact.Some, change);
        });
    }

    [Fact]
    public async Task One_page_leads_from_the_words_to_what_is_asked_done_moved_and_shown()
    {
        foreach (var (month, inTime) in new[] { (new Month(2011, 1), 55), (new Month(2011, 8), 62), (new Month(2011, 12), 71) })
            await _programme.RecordAsync(_programme.InTime, _programme.Whole, month, RecordedValue.Counted(inTime, 100));
        var finding = await FindAsync();
        _database.Clock.Utc = new DateTime(2011, 9, 28, 12, 0, 0, DateTimeKind.Utc);
        await AnswerAsync(finding, "A1");
        _database.Clock.Utc = new DateTime(2012, 1, 10, 12, 0, 0, DateTimeKind.Utc);

        var thread = await LoadAsync(Role.BoardMember, finding.Id);

        Assert.Equal(("Referrals are closed prematurely.", ReviewOutcome.Open, true, false), (thread.Finding.Words, thread.State, thread.ShowsPlan, thread.MayEnter));
        var asked = Assert.Single(thread.Requirements);
        Assert.Equal(("RA1", "4", "A1"), (asked.Reference, asked.Paragraph, Assert.Single(asked.AnsweredBy)));
        var action = Assert.Single(thread.Actions);
        Assert.Equal((ActionStatus.Completed, new DateOnly(2011, 4, 30), new DateOnly(2011, 5, 31), false), (action.Status, action.BaselineDueOn, action.DueOn, action.IsOverdue));
        var slip = Assert.Single(action.Slips.Slips);
        Assert.Equal((31, "Interviews are in May.", "Improvement board"), (slip.Days, slip.Why, slip.AgreedBy));
        Assert.Equal("Every referral is read.", Assert.Single(action.Turns).Sentence);
        var measure = Assert.Single(thread.Measures);
        Assert.Equal("71% (provisional) in December 2011, up from 55% (provisional) in January 2011.", measure.Sentence);
        var mark = Assert.Single(measure.Completions);
        Assert.Equal(("A1", new DateOnly(2011, 9, 28)), (mark.Reference, mark.Completion.On));
        Assert.Equal("62% in August 2011 (provisional), the month before; 71% in December 2011 (provisional), three months after.", mark.Figures.InWords);
        Assert.Equal(["Sixty cases", "The rota"], thread.Evidence.Select(one => one.Title));
    }

    [Fact]
    public async Task Links_and_evidence_that_were_taken_away_are_in_no_thread()
    {
        var finding = await FindAsync();
        await AnswerAsync(finding, "A1");
        await AnswerAsync(finding, "A2");
        await _programme.ChangeAsync((db, change) =>
        {
            db.ActionFindings.Single(link => link.Action.Reference == "A2").End(change);
            db.ActionRequirements.Single(link => link.Action.Reference == "A1").End(change);
            db.ActionMeasures.Single(link => link.Action.Reference == "A1").End(change);
            db.Evidence.Single(one => one.Action.Reference == "A1" && one.Title == "The rota").End("It is another team's.", change);
        });

        var thread = await LoadAsync(Role.BoardMember, finding.Id);

        Assert.Equal("A1", Assert.Single(thread.Actions).Reference);
        Assert.Equal("Sixty cases", Assert.Single(thread.Evidence).Title);
        Assert.Empty(thread.Requirements);
        Assert.Empty(thread.Measures);
    }

    [Fact]
    public async Task A_reader_sees_the_words_and_approved_figures_on_their_theme_and_nothing_of_the_plan()
    {
        var inspection = await _programme.InspectAsync(Visibility.Published);
        Finding finding = null!;
        await _programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(inspection, _programme.Theme);
            db.Add(finding = new Finding(inspection, FindingKind.AreaForDevelopment, 1, "Assessments are late.", null, _programme.Theme, null, change));
        });
        await AnswerAsync(finding, "A1");
        await _programme.RecordAsync(_programme.InTime, _programme.Whole, new Month(2011, 5), RecordedValue.Counted(62, 100) with { Status = ValueStatus.Approved });
        await _programme.RecordAsync(_programme.InTime, _programme.Whole, new Month(2011, 6), RecordedValue.Counted(90, 100));

        var thread = await LoadAsync(Role.Reader, finding.Id);

        Assert.False(thread.ShowsPlan);
        Assert.Empty(thread.Actions);
        Assert.Empty(thread.Requirements);
        Assert.Empty(thread.Evidence);
        var measure = Assert.Single(thread.Measures);
        Assert.Equal("62% in May 2011, the only figure published.", measure.Sentence);
        Assert.Empty(measure.Completions);
    }

    [Fact]
    public async Task What_a_later_visit_said_is_for_those_who_may_know_of_the_visit()
    {
        var finding = await FindAsync();
        var visit = await new SaveInspection(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), new()
        {
            Programme = TestProgramme.Slug,
            Kind = InspectionKind.UnannouncedContactReferralAssessment,
            Title = "Second inspection",
            FieldworkFrom = "February 2011",
            Visibility = Visibility.Embargoed,
            Readers = [_programme[Role.BoardMember].Id],
        }, Never);
        await new ReviewFinding(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager),
            new() { Programme = TestProgramme.Slug, FindingId = finding.Id, VisitId = visit, Outcome = ReviewOutcome.Addressed, Note = "A newspaper reports it." }, Never);

        foreach (var role in new[] { Role.ProgrammeManager, Role.BoardMember })
        {
            var named = await LoadAsync(role, finding.Id);
            var seen = Assert.Single(named.Visits);
            Assert.Equal((ReviewOutcome.Addressed, true, null, "A newspaper reports it."), (named.State, seen.IsNotPublished, seen.Reviews[0].Words, seen.Reviews[0].Note));
        }
        foreach (var role in new[] { Role.ServiceDirector, Role.ScrutinyOfficer, Role.PerformanceOfficer, Role.Reader })
        {
            var other = await LoadAsync(role, finding.Id);
            Assert.Equal(ReviewOutcome.Open, other.State);
            Assert.Empty(other.Visits);
        }
    }

    [Theory]
    [InlineData(Visibility.Draft, new[] { Role.ProgrammeManager })]
    [InlineData(Visibility.Embargoed, new[] { Role.ProgrammeManager })]
    [InlineData(Visibility.Published, new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader })]
    public async Task A_finding_is_seen_with_its_inspection_and_is_not_there_for_the_others(Visibility visibility, Role[] seenBy)
    {
        var finding = await FindAsync(visibility);

        foreach (var role in Enum.GetValues<Role>())
        {
            var error = await Record.ExceptionAsync(() => LoadAsync(role, finding.Id));
            if (seenBy.Contains(role))
                Assert.Null(error);
            else
                Assert.True(role == Role.Administrator ? error is NotAllowed : error is NotFound, $"{role}: {error}");
        }
    }

    [Fact]
    public async Task A_finding_that_was_taken_out_and_one_of_another_programme_are_not_there()
    {
        var finding = await FindAsync();
        await _programme.ChangeAsync((db, change) => db.Findings.Single(one => one.Id == finding.Id).End(change));

        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(Role.ProgrammeManager, finding.Id));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(Role.ProgrammeManager, finding.Id + 1000));
    }

    [Fact]
    public async Task A_requirement_stands_by_its_targets_figures_and_without_a_target_by_its_last_judgement_as_on_the_notices_page()
    {
        // Figures up to April are due; those of May are there already.
        foreach (var (month, inTime) in new[] { (3, 79), (4, 85), (5, 90) })
            await _programme.RecordAsync(_programme.InTime, _programme.Whole, new Month(2011, month), RecordedValue.Counted(inTime, 100));
        await _programme.RecordAsync(_programme.Referrals, _programme.Whole, new Month(2011, 5), RecordedValue.Counted(700, null));
        var finding = await FindAsync();
        foreach (var reference in new[] { "A1", "A2", "A3", "A4" })
            await AnswerAsync(finding, reference);
        await _programme.ChangeAsync((db, change) =>
        {
            var requirements = db.Requirements.OrderBy(one => one.Reference).ToList();
            db.AttachRange(_programme.InTime, _programme.Referrals);
            var march = new Month(2011, 3);
            db.Add(new Target(_programme.InTime, null, TargetSetter.DfeNotice, null, null, false, march, null, change).WithSteps(TargetPath.Steps, new TargetStep(march, 80)).For(requirements[0]));
            // None of the actions should move the measure of this one.
            db.Add(new Target(_programme.Referrals, null, TargetSetter.DfeNotice, null, null, false, march, null, change).WithSteps(TargetPath.Steps, new TargetStep(march, 500, 600)).For(requirements[1]));
            requirements[2].Review(false, KnownDate.On(2011, 2, 1), "Not yet.", null, change);
            requirements[2].Review(true, KnownDate.On(2011, 6, 1), "Seen by the board.", null, change);
            requirements[3].Review(true, KnownDate.On(2011, 6, 1), "Of another requirement.", null, change);
        });
        await _programme.ChangeAsync((db, change) =>
        {
            var mistaken = db.RequirementReviews.Include(review => review.Requirement).Single(review => review.Said == "Of another requirement.");
            mistaken.Requirement.TakeBack(mistaken, "It was entered against the wrong one.", change);
        });

        var thread = await LoadAsync(Role.BoardMember, finding.Id);

        Assert.Equal(
        [
            new(RequirementStanding.Met, KnownDate.In(2011, 4)),
            new(RequirementStanding.NotMet, null),
            new(RequirementStanding.Met, KnownDate.On(2011, 6, 1)),
            new(RequirementStanding.Open, null),
        ], thread.Requirements.Select(asked => asked.State));
        var notice = await new NoticeAndRequirements(_database).LoadAsync(_programme.As(Role.BoardMember), TestProgramme.Slug, Never);
        Assert.Equal(notice.Requirements.Select(line => line.State), thread.Requirements.Select(asked => asked.State));
        Assert.Equal(["in-time"], thread.Measures.Select(measure => measure.Code));
    }

    [Fact]
    public async Task It_takes_ten_statements_with_one_action_and_with_many()
    {
        await _programme.RecordAsync(_programme.InTime, _programme.Whole, new Month(2011, 5), RecordedValue.Counted(62, 100));
        var finding = await FindAsync();
        await AnswerAsync(finding, "A1");
        _database.Statements.Clear();
        await LoadAsync(Role.BoardMember, finding.Id);
        var withOne = _database.Statements.Count;

        for (var number = 2; number <= 12; number++)
            await AnswerAsync(finding, $"A{number}");
        await ManyOfEverything.AddAsync(_programme);
        _database.Statements.Clear();
        var thread = await LoadAsync(Role.BoardMember, finding.Id);

        Assert.Equal((10, 10, 12), (withOne, _database.Statements.Count, thread.Actions.Count));
    }
}
