using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>On 1 July 2011.</summary>
public class PlanOnAPageTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 1);

    private static Task<PlanOnAPage.Shown> LoadAsync(TestDatabase database, Actor actor) => new PlanOnAPage(database).LoadAsync(actor, TestProgramme.Slug, Never);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Each_action_stands_with_what_it_answers_and_how_its_measures_stand(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, new(2011, 5), RecordedValue.Counted(70, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, new(2011, 6), RecordedValue.Counted(76, 100));
        await new SaveTarget(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = "in-time", SetBy = TargetSetter.Local, From = "2011-01", Lines = [new() { Value = "80" }] }, Never);
        var letter = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForDevelopment, "Supervision is weak."), (FindingKind.AreaForDevelopment, "Records are poor."));
        var secret = await programme.InspectAsync(Visibility.Embargoed, (FindingKind.AreaForPriorityAction, "Not to be known yet."));
        var late = await programme.PlanAsync("A2", Start, new DateOnly(2011, 6, 30));
        var withdrawn = await programme.PlanAsync("A3", Start, new DateOnly(2011, 6, 30));
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(late, withdrawn, programme.InTime);
            db.AttachRange(letter.Findings);
            db.AttachRange(secret.Findings);
            late.Report(Progress.OffTrack, "Two posts are empty.", null, null, change);
            withdrawn.Withdraw("Another takes its place.", "The board", change);
            foreach (var finding in letter.Findings.Concat(secret.Findings))
                db.Add(new ActionFinding(late, finding, change));
            db.Add(new ActionMeasure(late, programme.InTime, change));
        });

        var plan = await LoadAsync(database, programme.As(Role.BoardMember));

        var line = Assert.Single(plan.Objectives.SelectMany(objective => objective.Actions));
        Assert.Equal(("A2", ActionStatus.OffTrack, true, false), (line.Action.Reference, line.Status, line.IsOverdue, line.IsRecheckDue));
        var letterOn = letter.FieldworkFrom;
        Assert.Equal([$"Two areas for development, {letterOn}"], line.Answers);
        Assert.Equal([new PlanOnAPage.Moved("in-time", "Assessments in time", "76% in June 2011", TargetVerdict.Missed, new FigureMarks(false, true, false))], line.Measures);
        Assert.Equal((1, 1, 1, 0), (plan.Counts.Values.Sum(), plan.Overdue, plan.Withdrawn, plan.Left));
        // Whoever may know of the embargoed visit sees that it is answered too.
        Assert.Contains((await LoadAsync(database, programme.As(Role.ProgrammeManager))).Objectives.SelectMany(objective => objective.Actions).Single().Answers, said => said.StartsWith("Area for priority action", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_sees_nothing_of_the_plan_and_an_empty_plan_is_no_error()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(Role.Reader)));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, Actor.Nobody));
        Assert.Empty((await LoadAsync(database, programme.As(Role.BoardMember))).Objectives.SelectMany(objective => objective.Actions));
    }

    [Fact]
    public async Task More_actions_than_go_on_a_page_are_counted_and_not_shown()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync(Enumerable.Range(1, 203).Select(number => $"A{number}"), Start, Start.AddYears(1));

        var plan = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal((203, 3), (plan.Counts.Values.Sum(), plan.Left));
        var shown = plan.Objectives.SelectMany(objective => objective.Actions).Select(line => line.Action.Reference).ToList();
        Assert.Equal((200, "A1", "A200"), (shown.Count, shown[0], shown[^1]));
    }
}
