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

        var form = await new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, null, Never);

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

        var form = await new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A9", Never);

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

        await Assert.ThrowsAsync<NotAllowed>(() => new ActionForm(database).LoadAsync(programme.As(role), TestProgramme.Slug, null, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new ActionForm(database).LoadAsync(programme.As(role), TestProgramme.Slug, "A1", Never));
    }

    [Fact]
    public async Task Nobody_and_a_reference_that_is_not_there_find_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => new ActionForm(database).LoadAsync(Actor.Nobody, TestProgramme.Slug, null, Never));
        await Assert.ThrowsAsync<NotFound>(() => new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", Never));
    }

    [Fact]
    public async Task The_number_of_statements_does_not_grow_with_what_can_be_chosen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", Start, Due);
        var read = new ActionForm(database);
        database.Statements.Clear();
        await read.LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", Never);
        var withOne = database.Statements.Count;
        for (var number = 2; number <= 30; number++)
        {
            await programme.PlanAsync($"A{number}", Start, Due);
            await programme.InspectAsync(Visibility.Published, (FindingKind.Recommendation, "First."), (FindingKind.Recommendation, "Second."), (FindingKind.Recommendation, "Third."), (FindingKind.Recommendation, "Fourth."));
        }

        database.Statements.Clear();
        var form = await read.LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", Never);

        Assert.Equal((29, 30), (form.Inspections.Count, form.Objectives.Count));
        Assert.Equal((7, 7), (withOne, database.Statements.Count));
    }
}
