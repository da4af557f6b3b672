using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

public class SaveActionTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_action_answers_findings_moves_measures_and_begins_its_history(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var setting = await ActionsToSave.CreateAsync(database);

        Assert.Equal("A1", await setting.SaveAsync(setting.New()));

        var action = await setting.LoadAsync();
        Assert.Equal((Stage.NotStarted, new DateOnly(2011, 12, 31), new DateOnly(2011, 12, 31), null), (action.Stage, action.DueOn, action.BaselineDueOn, action.PartnerAgency));
        Assert.Equal(setting.Findings[0], Assert.Single(action.Findings).FindingId);
        Assert.Equal(setting.Programme.InTime.Id, Assert.Single(action.Measures).MeasureId);
        Assert.Equal("Entered in the plan. Led by The service director, accountable: The programme manager.", Assert.Single(action.Updates).Sentence);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Links_taken_away_are_ended_and_kept_and_links_added_get_a_row_of_their_own(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());

        await setting.SaveAsync(await setting.ChangeAsync(input => (input.Findings, input.Measures) = ([setting.Findings[1]], [])));
        await setting.SaveAsync(await setting.ChangeAsync(input => input.Findings = [setting.Findings[0], setting.Findings[1]]));

        var action = await setting.LoadAsync();
        var findings = action.Findings.OrderBy(link => link.Id).ToList();
        Assert.Equal([(setting.Findings[0], true), (setting.Findings[1], false), (setting.Findings[0], false)], findings.Select(link => (link.FindingId, link.EndedIn is not null)));
        Assert.Equal(findings[1].AddedIn, findings[0].EndedIn);
        Assert.True(findings[2].AddedIn > findings[1].AddedIn);
        var measures = action.Measures.OrderBy(link => link.Id).ToList();
        Assert.Equal([true, false], measures.Select(link => link.EndedIn is not null));
        Assert.Single(action.Updates);
    }

    private static Task<int> RequireAsync(ActionsToSave setting, string words) =>
        new SaveRequirement(setting.Database).ExecuteAsync(setting.Manager, new() { Programme = TestProgramme.Slug, Words = words }, Never);

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_requirements_that_an_action_answers_are_ended_and_kept_when_they_are_taken_away(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var setting = await ActionsToSave.CreateAsync(database);
        var (first, second) = (await RequireAsync(setting, "Children are seen in time."), await RequireAsync(setting, "Records are full."));
        var input = setting.New();
        input.Requirements = [first];
        await setting.SaveAsync(input);

        await setting.SaveAsync(await setting.ChangeAsync(change => change.Requirements = [second, second]));

        await using var db = database.CreateDbContext();
        var links = await db.ActionRequirements.AsNoTracking().OrderBy(link => link.Id).ToListAsync();
        Assert.Equal([(first, true), (second, false)], links.Select(link => (link.RequirementId, link.EndedIn is not null)));
        Assert.Equal(links[1].AddedIn, links[0].EndedIn);
        var page = await new ActionPage(database).LoadAsync(setting.Manager, TestProgramme.Slug, "A1", Never);
        Assert.Equal([("R2", "Records are full.")], page.Requirements.Select(requirement => (requirement.Reference, requirement.Words)));
        var notice = await new NoticeAndRequirements(database).LoadAsync(setting.Manager, TestProgramme.Slug, Never);
        Assert.Equal(["", "A1 Rebuild the assessment teams"], notice.Requirements.Select(line => string.Join(", ", line.Actions.Select(action => $"{action.Reference} {action.Title}"))));
    }

    [Fact]
    public async Task A_requirement_that_is_no_longer_asked_cannot_be_chosen_anew_but_stays_where_it_was_answered()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        var requirement = await RequireAsync(setting, "Children are seen in time.");
        var input = setting.New();
        input.Requirements = [requirement];
        await setting.SaveAsync(input);
        await setting.Programme.ChangeAsync((db, change) => db.Requirements.Single().End("The notice was changed.", change));

        var form = await new ActionForm(database).LoadAsync(setting.Manager, TestProgramme.Slug, "A1", null, Never);
        Assert.Equal([("R1", true)], form.Requirements.Select(choice => (choice.Reference, choice.IsEnded)));
        Assert.Equal([requirement], form.Input.Requirements);
        await setting.SaveAsync(form.Input);
        Assert.True((await new ActionPage(database).LoadAsync(setting.Manager, TestProgramme.Slug, "A1", Never)).Requirements.Single().IsEnded);

        Assert.Empty((await new ActionForm(database).LoadAsync(setting.Manager, TestProgramme.Slug, null, null, Never)).Requirements);
        var other = setting.New("A2");
        other.Requirements = [requirement];
        await Assert.ThrowsAsync<NotFound>(() => setting.SaveAsync(other));
    }

    [Fact]
    public async Task A_reference_that_is_taken_is_refused_with_one_that_is_free()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New("A9"));

        var error = await Assert.ThrowsAsync<ValidationException>(() => setting.SaveAsync(setting.New("a9")));

        Assert.Equal("There is an action a9 already. Choose another reference, such as A10.", Assert.Single(error.Errors).ErrorMessage);
    }

    [Fact]
    public async Task What_is_missing_or_impossible_is_asked_for_and_nothing_is_stored()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        await using var db = database.CreateDbContext();

        var missing = await Assert.ThrowsAsync<ValidationException>(() => setting.SaveAsync(new() { Programme = TestProgramme.Slug }));
        Assert.Equal(
        [
            "Choose the objective that the action serves.",
            "Write the reference as letters and a number without spaces, such as A7.",
            "Say what will be done.",
            "Say what will be better for children when it is done.",
            "Choose the day on which the action starts.",
            "Choose the day on which the action is due.",
        ], missing.Errors.Select(failure => failure.ErrorMessage));
        var backwards = setting.New();
        backwards.DueOn = new DateOnly(2011, 6, 30);
        Assert.Equal("The due date lies before the start. Check both dates.", (await Assert.ThrowsAsync<ValidationException>(() => setting.SaveAsync(backwards))).Errors.Single().ErrorMessage);
        var mistyped = setting.New();
        mistyped.DueOn = new DateOnly(2101, 12, 31);
        Assert.Equal("The due date is more than 10 years after the start. Check the year.", (await Assert.ThrowsAsync<ValidationException>(() => setting.SaveAsync(mistyped))).Errors.Single().ErrorMessage);
        var lost = setting.New();
        lost.Findings = [setting.Findings[0], setting.Findings[0] + 1000];
        await Assert.ThrowsAsync<NotFound>(() => setting.SaveAsync(lost));
        Assert.Empty(await db.PriorityActions.ToListAsync());
    }

    [Fact]
    public async Task A_start_behind_the_due_date_of_an_action_that_stands_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());

        var error = await Assert.ThrowsAsync<BrokenRule>(async () => await setting.SaveAsync(await setting.ChangeAsync(input => input.StartsOn = new DateOnly(2012, 1, 1))));

        Assert.Equal("Action A1 is due on 31 December 2011: it cannot start after that. Choose an earlier start, or move the due date first.", error.Message);
        Assert.Equal((new DateOnly(2011, 7, 1), 1), ((await setting.LoadAsync()).StartsOn, (await setting.LoadAsync()).Version));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Of_two_people_saving_over_each_other_the_second_is_told_and_nothing_is_overwritten(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());

        var first = await setting.ChangeAsync(input => input.Title = "As the first wrote it");
        var second = await setting.ChangeAsync(input => (input.Title, input.Findings) = ("As the second wrote it", []));
        await setting.SaveAsync(first);
        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => setting.SaveAsync(second));

        Assert.StartsWith("Somebody else changed action A1 while you were writing, so nothing was saved.", error.Message, StringComparison.Ordinal);
        Assert.Equal("As the first wrote it", Assert.IsType<SaveAction.Input>(error.AsItStands).Title);
        var action = await setting.LoadAsync();
        Assert.Equal("As the first wrote it", action.Title);
        Assert.Null(Assert.Single(action.Findings).EndedIn);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_same_form_sent_twice_acts_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var setting = await ActionsToSave.CreateAsync(database);
        var input = setting.New();

        Assert.Equal(["A1", "A1"], [await setting.SaveAsync(input), await setting.SaveAsync(input)]);

        Assert.Single((await setting.LoadAsync()).Updates);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.PerformanceOfficer)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_programme_manager_enters_and_changes_actions(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        await setting.SaveAsync(setting.New());

        await Assert.ThrowsAsync<NotAllowed>(() => new SaveAction(database).ExecuteAsync(setting.Programme.As(role), setting.New("A2"), Never));
        await Assert.ThrowsAsync<NotAllowed>(async () => await new SaveAction(database).ExecuteAsync(setting.Programme.As(role), await setting.ChangeAsync(input => input.Title = "Mine"), Never));

        Assert.Equal("Rebuild the assessment teams", (await setting.LoadAsync()).Title);
    }

    [Fact]
    public async Task Nobody_does_not_even_learn_that_the_programme_is_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => new SaveAction(database).ExecuteAsync(Actor.Nobody, setting.New(), Never));
    }

    [Fact]
    public async Task An_objective_of_another_programme_or_an_action_not_in_the_plan_is_not_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setting = await ActionsToSave.CreateAsync(database);
        var wrong = setting.New();
        wrong.ObjectiveId = setting.ObjectiveId + 1000;

        await Assert.ThrowsAsync<NotFound>(() => setting.SaveAsync(wrong));
        var unknown = setting.New();
        unknown.Action = "A1";
        await Assert.ThrowsAsync<NotFound>(() => setting.SaveAsync(unknown));
    }
}
