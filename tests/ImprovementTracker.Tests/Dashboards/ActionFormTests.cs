using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

public class ActionFormTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2011, 1, 10);
    private static readonly DateOnly Due = new(2011, 12, 31);

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_action_opens_with_the_next_reference_and_everything_that_can_be_chosen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A9", Start, Due);
        await programme.InspectAsync(Visibility.Embargoed, (FindingKind.Strength, "Good partnership."), (FindingKind.AreaForPriorityAction, "Timescales are poor."), (FindingKind.Recommendation, "Train staff."));

        var form = await new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, null, null, Never);

        Assert.Equal(("A10", null, new DateOnly(2011, 7, 1), null), (form.Input.Reference, form.Input.Action, form.Input.StartsOn, form.DueOn));
        Assert.Equal(["OA9"], form.Objectives.Select(objective => objective.Reference));
        Assert.Equal(["The board member", "The performance officer", "The programme manager", "The reader", "The scrutiny officer", "The service director"], form.People.Select(person => person.Name));
        var inspection = Assert.Single(form.Inspections);
        Assert.Equal(("Unannounced inspection", KnownDate.On(2009, 10, 29)), (inspection.Title, inspection.On));
        Assert.Equal(["Timescales are poor.", "Train staff."], inspection.Findings.Select(finding => finding.Words));
        Assert.Equal([("Assessment", "Assessments in time"), ("Assessment", "Referrals")], form.Themes.SelectMany(theme => theme.Measures.Select(measure => (theme.Name, measure.Name))));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_action_that_stands_opens_as_it_is_also_with_a_lead_who_has_left_and_a_strength_that_it_answers(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var action = await programme.PlanAsync("A9", Start, Due);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.Strength, "Good partnership."), (FindingKind.Strength, "Good training."));
        var finding = inspection.Findings.First();
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(action, inspection, programme.InTime, programme.Referrals, programme[Role.ServiceDirector]);
            db.AddRange(new ActionFinding(action, finding, change), new ActionMeasure(action, programme.InTime, change));
            var ended = new ActionMeasure(action, programme.Referrals, change);
            ended.End(change);
            db.Add(ended);
            programme[Role.ServiceDirector].Leave();
        });

        var form = await new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A9", null, Never);

        Assert.Equal(("A9", "Action A9", programme[Role.ServiceDirector].Id, Start, Due), (form.Input.Action, form.Input.Title, form.Input.LeadId, form.Input.StartsOn, form.DueOn));
        Assert.Equal([finding.Id], form.Input.Findings);
        Assert.Equal([programme.InTime.Id], form.Input.Measures);
        Assert.Contains(form.People, person => person.Name == "The service director");
        Assert.Equal(["Good partnership."], Assert.Single(form.Inspections).Findings.Select(choice => choice.Words));
        await new SaveAction(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form.Input, Never);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.PerformanceOfficer)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_programme_manager_opens_the_form(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => new ActionForm(database).LoadAsync(programme.As(role), TestProgramme.Slug, null, null, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new ActionForm(database).LoadAsync(programme.As(role), TestProgramme.Slug, "A1", null, Never));
    }

    [Fact]
    public async Task Nobody_and_a_reference_that_is_not_there_find_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => new ActionForm(database).LoadAsync(Actor.Nobody, TestProgramme.Slug, null, null, Never));
        await Assert.ThrowsAsync<NotFound>(() => new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", null, Never));
    }

    [Fact]
    public async Task A_new_action_opens_with_what_it_is_entered_for_ticked_and_with_nothing_of_another_programme()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var findings = (await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForDevelopment, "Records are thin."), (FindingKind.Strength, "Staff care."))).Findings.Select(finding => finding.Id).ToList();
        var requirement = await new SaveRequirement(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Words = "Children are seen in time." }, Never);
        Finding elsewhere = null!;
        await programme.ChangeAsync((db, change) =>
        {
            var other = new Inspection(new Programme("elsewhere", "Elsewhere Council", "improvement notice", new DateOnly(2010, 1, 1)), change);
            other.Describe(InspectionKind.FocusedVisit, "Visit", "Ofsted", KnownDate.In(2011, 5), null, KnownDate.In(2011, 6), Visibility.Published, null, null);
            other.Findings.Add(elsewhere = new Finding(other, FindingKind.AreaForDevelopment, 1, "Elsewhere.", null, null, null, change));
            db.Add(other);
        });

        async Task<SaveAction.Input> OpenAsync(ActionForm.Reason reason) =>
            (await new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, null, reason, Never)).Input;

        var input = await OpenAsync(new(findings[0], requirement, "in-time"));
        Assert.Equal([findings[0]], input.Findings);
        Assert.Equal([requirement], input.Requirements);
        Assert.Equal([programme.InTime.Id], input.Measures);
        foreach (var reason in new ActionForm.Reason[] { new(elsewhere.Id), new(findings[1]), new(Requirement: requirement + 1000), new(Measure: "unheard-of"), new() })
        {
            var nothing = await OpenAsync(reason);
            Assert.Empty(nothing.Findings);
            Assert.Empty(nothing.Requirements);
            Assert.Empty(nothing.Measures);
        }
    }

    [Fact]
    public async Task The_number_of_statements_does_not_grow_with_what_can_be_chosen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var read = new ActionForm(database);
        database.Statements.Clear();
        await read.LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", null, Never);
        var withOne = database.Statements.Count;
        for (var number = 2; number <= 30; number++)
        {
            await programme.PlanAsync($"A{number}", Start, Due);
            await programme.InspectAsync(Visibility.Published, (FindingKind.Recommendation, "First."), (FindingKind.Recommendation, "Second."), (FindingKind.Recommendation, "Third."), (FindingKind.Recommendation, "Fourth."));
        }

        database.Statements.Clear();
        var form = await read.LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", null, Never);

        Assert.Equal((29, 30), (form.Inspections.Count, form.Objectives.Count));
        Assert.Equal((7, 7), (withOne, database.Statements.Count));
    }
}
