using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>All on 1 July 2011, when the figures of May are the last that are due.</summary>
public class DisagreementsAndGapsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);
    private const string StoodStill = "Assessments in time: no improvement from December 2010 to May 2011 beyond what chance would bring.";

    private static Task<DisagreementsAndGaps.Shown> LoadAsync(TestDatabase database, Actor actor) => new DisagreementsAndGaps(database).LoadAsync(actor, TestProgramme.Slug, Never);

    /// <summary>Twelve months to May 2011, 50% and 60% in turn: mean 55, limits 28.4 and 81.6, nothing but chance.</summary>
    private static Task RecordAYearAsync(TestProgramme programme) => programme.ChangeAsync((db, change) =>
    {
        db.AttachRange(programme.InTime, programme.Whole);
        for (var place = 0; place < 12; place++)
        {
            var observation = new Observation(programme.InTime, programme.Whole, May2011.AddMonths(place - 11), PeriodType.InMonth);
            observation.Revise(RecordedValue.Counted(place % 2 == 0 ? 25 : 30, 50), change);
            db.Add(observation);
        }
    });

    /// <summary>Entered and said on the day; the days come in their order, as no change is recorded before an earlier one.</summary>
    private static async Task ActAsync(TestDatabase database, TestProgramme programme, string reference, (DateOnly Starts, DateOnly Due, DateOnly Said) days, Progress progress, Measure? measure)
    {
        database.Clock.Utc = days.Said.ToDateTime(new(12, 0), DateTimeKind.Utc);
        var action = await programme.PlanAsync(reference, days.Starts, days.Due);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(action);
            action.Report(progress, "It goes as planned.", null, null, change);
            if (measure is null)
                return;
            db.Attach(measure);
            db.Add(new ActionMeasure(action, measure, change));
        });
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_action_said_to_be_on_track_is_listed_with_everything_that_speaks_against_that(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        database.Clock.Utc = new(2011, 5, 1, 12, 0, 0, DateTimeKind.Utc);
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAYearAsync(programme);
        var (december, january, august) = (new DateOnly(2010, 12, 1), new DateOnly(2011, 1, 1), new DateOnly(2011, 8, 31));
        await ActAsync(database, programme, "A1", (december, august, new(2011, 5, 31)), Progress.OnTrack, programme.InTime);
        await ActAsync(database, programme, "A2", (january, new(2011, 6, 30), new(2011, 6, 1)), Progress.OnTrack, programme.InTime);
        await ActAsync(database, programme, "A3", (january, new(2011, 6, 30), new(2011, 6, 1)), Progress.AtRisk, programme.InTime);
        await ActAsync(database, programme, "A4", (december, new(2011, 7, 1), new(2011, 7, 1)), Progress.OnTrack, programme.Referrals);

        var page = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(3, page.OnTrack);
        Assert.Equal(["A1", "A2"], page.Disagreements.Select(action => action.Reference));
        Assert.Equal(["No update for 31 days: the last was on 31 May 2011.", StoodStill], page.Disagreements[0].Reasons.Select(reason => reason.Sentence));
        Assert.Equal(["It was due on 30 June 2011: 1 day overdue."], page.Disagreements[1].Reasons.Select(reason => reason.Sentence));
        Assert.Equal("The service director", page.Disagreements[0].Lead);
        var one = (await new ActionPage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "A1", Never)).Lenses;
        Assert.Equal((true, 1, 1), (one.Disagrees, one.Judged, one.Measures));
        Assert.Equal(page.Disagreements[0].Reasons, one.ByRule.Reasons);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Figures_of_the_parts_say_whether_the_whole_has_moved(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        foreach (var place in Enumerable.Range(0, 12))
        {
            foreach (var area in new[] { programme.North, programme.South })
                await programme.RecordAsync(programme.InTime, area, May2011.AddMonths(place - 11), RecordedValue.Counted(place % 2 == 0 ? 25 : 30, 50));
        }
        await ActAsync(database, programme, "A1", (new(2010, 12, 1), new(2011, 8, 31), new(2011, 7, 1)), Progress.OnTrack, programme.InTime);

        var page = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal([StoodStill], Assert.Single(page.Disagreements).Reasons.Select(reason => reason.Sentence));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_the_plan_lacks_is_said_in_sentences(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var findings = (await programme.InspectAsync(Visibility.Published, (FindingKind.Strength, "Staff care."), (FindingKind.AreaForDevelopment, "Supervision is rare."), (FindingKind.AreaForPriorityAction, "Timescales are poor."))).Findings.OrderBy(finding => finding.Order).ToList();
        await programme.InspectAsync(Visibility.Draft, (FindingKind.AreaForDevelopment, "Nobody knows of this yet."));
        var answering = await programme.PlanAsync("A1", new(2011, 1, 1), new(2011, 8, 31));
        var withdrawn = await programme.PlanAsync("A2", new(2011, 1, 1), new(2011, 8, 31));
        Requirement withoutDate = null!;
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.Programme, programme.InTime, programme.North, answering, withdrawn, findings[1], findings[2], programme[Role.PerformanceOfficer]);
            withdrawn.Withdraw("It is not needed.", "the board", change);
            db.AddRange(new ActionFinding(answering, findings[2], change), new ActionFinding(withdrawn, findings[1], change));
            var (nothing, dated, targeted) = (new Requirement(programme.Programme, "R1", false, change), new Requirement(programme.Programme, "R2", false, change), new Requirement(programme.Programme, "R3", false, change));
            nothing.Describe("Listen to children.", true, null, null, null, null);
            dated.Describe("Appoint a chair", true, null, null, null, KnownDate.In(new(2011, 9)));
            targeted.Describe("Assess in time", true, null, null, null, null);
            db.AddRange(nothing, dated, targeted);
            db.Add(new Target(programme.InTime, programme.North, TargetSetter.DfeNotice, null, null, false, new(2010, 4), null, change).WithSteps(TargetPath.Steps, new TargetStep(new(2010, 4), 80)).For(targeted));
            withoutDate = nothing;
        });

        var page = await LoadAsync(database, programme.As(Role.BoardMember));

        Gap[] lacking =
        [
            new(GapKind.FindingWithoutAction, "Area for development, Unannounced inspection of 8 October 2009", "is answered by no action: ‘Supervision is rare.’", Id: findings[1].Id),
            new(GapKind.ActionWithoutMeasure, "A1 Action A1", "names no measure by which one could see whether it works.", Key: "A1"),
            new(GapKind.RequirementWithoutTarget, "Requirement R1", "has no target and no date by which it must be done: Listen to children.", Id: withoutDate.Id),
            new(GapKind.TargetWithoutFigure, "Assessments in time", "has no figure of North for May 2011 (not recorded) to compare with the DfE notice's target.", Key: "in-time"),
            new(GapKind.MeasureWithoutOwner, "Assessments in time", "is owned by nobody.", Key: "in-time"),
            new(GapKind.MeasureWithoutOwner, "Referrals", "is owned by nobody.", Key: "referrals"),
        ];
        Assert.Equal(lacking, page.Gaps);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(3, 4));
        Assert.DoesNotContain((await LoadAsync(database, programme.As(Role.BoardMember))).Gaps, gap => gap.Kind == GapKind.TargetWithoutFigure);
        Assert.Contains((await LoadAsync(database, programme.As(Role.ProgrammeManager))).Gaps, gap => gap.Sentence.Contains("Nobody knows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gaps_are_mended_by_those_who_enter_what_is_missing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        async Task<GapKind[]> MendsAsync(Role role)
        {
            var page = await LoadAsync(database, programme.As(role));
            return [.. Enum.GetValues<GapKind>().Where(page.MayMend)];
        }

        Assert.Equal(Enum.GetValues<GapKind>(), await MendsAsync(Role.ProgrammeManager));
        Assert.Equal([GapKind.TargetWithoutFigure, GapKind.MeasureWithoutOwner], await MendsAsync(Role.PerformanceOfficer));
        Assert.Empty(await MendsAsync(Role.BoardMember));
        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(Role.Reader)));
    }
}
