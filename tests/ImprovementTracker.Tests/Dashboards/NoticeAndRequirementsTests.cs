using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>Testshire on 1 July 2011: figures up to April are due, those of May may be there.</summary>
public class NoticeAndRequirementsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month March2011 = new(2011, 3);

    private static async Task<Requirement> RequireAsync(TestProgramme programme, string reference, params (Measure Measure, Area? Area, decimal Level)[] targets)
    {
        Requirement requirement = null!;
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.Programme, programme.InTime, programme.Referrals, programme.Whole, programme.North);
            requirement = new Requirement(programme.Programme, reference, isIllustrative: false, change);
            requirement.Describe($"Requirement {reference}.", isVerbatim: false, null, null, null, null);
            db.Add(requirement);
            foreach (var (measure, area, level) in targets)
                db.Add(new Target(measure, area, TargetSetter.DfeNotice, null, null, false, March2011, null, change).WithSteps(TargetPath.Steps, new TargetStep(March2011, level)).For(requirement));
        });
        return requirement;
    }

    private static Task<NoticeAndRequirements.Content> LoadAsync(TestDatabase database, TestProgramme programme, Role role = Role.BoardMember) =>
        new NoticeAndRequirements(database).LoadAsync(programme.As(role), TestProgramme.Slug, Never);

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_requirement_stands_by_the_figures_of_its_standing_targets(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await RequireAsync(programme, "R1", (programme.InTime, null, 80));
        foreach (var (month, done) in new[] { (2, 60), (3, 79), (4, 85), (5, 90) })
            await programme.RecordAsync(programme.InTime, programme.Whole, new(2011, month), RecordedValue.Counted(done, 100));
        // A target that has been ended serves nothing any more.
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime);
            var ended = new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, March2011, null, change).WithSteps(TargetPath.Steps, new TargetStep(March2011, 99)).For(db.Requirements.Single());
            ended.End(change);
            db.Add(ended);
        });

        var line = Assert.Single((await LoadAsync(database, programme)).Requirements);

        Assert.Equal(new RequirementState(RequirementStanding.Met, KnownDate.In(2011, 4)), line.State);
        var target = Assert.Single(line.Targets);
        Assert.Equal(("80% from March 2011", "60% in February 2011 (provisional)", "Met for two months in a row, April 2011 to May 2011. These figures are provisional."), (target.Asked, target.Record.BaselineInWords(), target.Record.InWords()));
        Assert.Equal(["79%", "85%", "90%"], target.Shown.Select(month => month.Text));
    }

    [Fact]
    public async Task A_target_of_one_area_is_judged_there_and_one_for_all_by_the_whole_authority()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RequireAsync(programme, "R1", (programme.InTime, null, 80), (programme.InTime, programme.North, 80));
        await programme.RecordAsync(programme.InTime, programme.North, new(2011, 5), RecordedValue.Counted(70, 100));
        await programme.RecordAsync(programme.InTime, programme.South, new(2011, 5), RecordedValue.Counted(100, 100));

        var line = Assert.Single((await LoadAsync(database, programme)).Requirements);

        // Together 170 of 200.
        Assert.Equal([(null, "85%", TargetOutcome.Met), ("North", "70%", TargetOutcome.NotMet)], line.Targets.Select(target => (target.Area, target.Shown[^1].Text, target.Record.Outcome)));
        Assert.Equal((RequirementStanding.NotMet, "One of its two targets is met."), (line.State!.Standing, line.TargetsInWords));
    }

    [Fact]
    public async Task A_judgement_stands_beside_what_the_figures_say_and_does_not_overrule_them()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var requirement = await RequireAsync(programme, "R1", (programme.InTime, null, 80));
        await programme.RecordAsync(programme.InTime, programme.Whole, new(2011, 5), RecordedValue.Counted(70, 100));
        await programme.ChangeAsync((db, change) => db.Requirements.Single(one => one.Id == requirement.Id).Review(true, KnownDate.On(2011, 6, 1), "The board judged it met.", null, change));

        var line = Assert.Single((await LoadAsync(database, programme)).Requirements);

        Assert.Equal((RequirementStanding.NotMet, true), (line.State!.Standing, Assert.Single(line.Reviews).IsMet));
    }

    [Fact]
    public async Task Actions_that_answer_it_are_named_but_not_those_withdrawn_or_unlinked()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var requirement = await RequireAsync(programme, "R1");
        var actions = await programme.PlanAsync(["A10", "A2", "A3", "A4"], new(2011, 1, 10), new(2011, 6, 30));
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange([requirement, .. actions]);
            db.AddRange(actions.Select(action => new ActionRequirement(action, requirement, change)));
        });
        await programme.ChangeAsync((db, change) =>
        {
            db.ActionRequirements.Single(link => link.Action.Reference == "A3").End(change);
            db.PriorityActions.Single(action => action.Reference == "A4").Withdraw("Not needed.", "The board", change);
        });

        Assert.Equal([("A2", true), ("A10", true)], Assert.Single((await LoadAsync(database, programme)).Requirements).Actions.Select(action => (action.Reference, action.IsOverdue)));
    }

    [Fact]
    public async Task The_number_of_statements_does_not_grow_with_requirements_and_targets()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RequireAsync(programme, "R1", (programme.InTime, null, 80));
        database.Statements.Clear();
        await LoadAsync(database, programme);
        var withOne = database.Statements.Count;
        for (var number = 2; number <= 20; number++)
            await RequireAsync(programme, $"R{number}", (programme.InTime, null, number), (programme.Referrals, programme.North, number));

        database.Statements.Clear();
        var page = await LoadAsync(database, programme);

        Assert.Equal((20, 8, 8), (page.Requirements.Count, withOne, database.Statements.Count));
    }

    [Fact]
    public async Task In_the_demonstration_the_figures_of_a_requirement_are_those_of_its_measures_page()
    {
        await using var demonstration = await DemonstrationDatabase.CopyAsync();
        Actor board;
        await using (var db = demonstration.CreateDbContext())
            board = Actor.Of(1, "Board", [new ActorRole((await db.Programmes.SingleAsync(programme => programme.Slug == Demonstration.NottinghamshireSlug)).Id, Role.BoardMember)]);

        var page = await new NoticeAndRequirements(demonstration).LoadAsync(board, Demonstration.NottinghamshireSlug, Never);

        Assert.Equal([("R1", 2), ("R2", 3), ("R3", 0)], page.Requirements.Select(line => (line.Reference, line.Targets.Count)));
        foreach (var target in page.Requirements.SelectMany(line => line.Targets))
        {
            var sheet = await new MeasurePage(demonstration).LoadAsync(board, Demonstration.NottinghamshireSlug, target.Record.Measure.Code, new(Month: target.Record.Last), Never);
            Assert.All(target.Shown, month => Assert.Equal(sheet.Lines.Single(line => line.Month == month.Month).Text, month.Text));
            var place = sheet.Setters.ToList().IndexOf(TargetSetter.DfeNotice);
            Assert.All(target.Shown, month => Assert.Equal(sheet.Lines.Single(line => line.Month == month.Month).Verdicts[place], month.Verdict));
        }
    }

    [Fact]
    public async Task The_next_review_is_the_first_that_is_planned_from_today_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        Assert.Null((await LoadAsync(database, programme)).NextReview);
        foreach (var (kind, on) in new[] { (PlannedKind.Review, new DateOnly(2011, 10, 3)), (PlannedKind.Review, new(2011, 8, 1)), (PlannedKind.Review, new(2011, 6, 30)), (PlannedKind.BoardMeeting, new(2011, 7, 4)) })
            await new PlanDate(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Kind = kind, On = on, Title = "Department for Education" }, Never);

        Assert.Equal(new(new(2011, 8, 1), "Department for Education", IsIllustrative: false), (await LoadAsync(database, programme)).NextReview);
    }
}
