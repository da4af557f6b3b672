using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

public class SaveObjectiveTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static SaveObjective.Input New(string reference = "O1") =>
        new() { Programme = TestProgramme.Slug, Reference = reference, Title = " Assessments in time ", OutcomeSought = "Children are seen within ten working days." };

    private static async Task<List<Objective>> AllAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.Objectives.AsNoTracking().OrderBy(objective => objective.Id).ToListAsync();
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_objective_belongs_to_its_theme_and_the_form_opens_with_what_stands(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        var input = New();
        input.ThemeId = programme.Theme.Id;

        Assert.Equal("O1", await new SaveObjective(database).ExecuteAsync(manager, input, Never));
        var opened = await new ObjectiveForm(database).LoadAsync(manager, TestProgramme.Slug, "O1", Never);

        Assert.Equal(("O1", "Assessments in time", "Children are seen within ten working days.", programme.Theme.Id),
            (opened.Input.Reference, opened.Input.Title, opened.Input.OutcomeSought, opened.Input.ThemeId));
        Assert.Equal([(programme.Theme.Id, "Assessment")], opened.Themes);
        opened.Input.Title = "Assessments of good quality in time";
        await new SaveObjective(database).ExecuteAsync(manager, opened.Input, Never);
        Assert.Equal("Assessments of good quality in time", Assert.Single(await AllAsync(database)).Title);
    }

    [Fact]
    public async Task The_form_of_a_new_objective_proposes_the_next_reference()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await new SaveObjective(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New("O4"), Never);

        var opened = await new ObjectiveForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, null, Never);

        Assert.Equal(("O5", null), (opened.Input.Reference, opened.Input.Id));
    }

    [Fact]
    public async Task A_reference_that_is_taken_is_refused_with_one_that_is_free()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await new SaveObjective(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New(), Never);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new SaveObjective(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New("o1"), Never));

        Assert.Equal(("Reference", "There is an objective o1 already. Choose another reference, such as O2."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
        Assert.Single(await AllAsync(database));
    }

    [Fact]
    public async Task What_is_missing_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new SaveObjective(database).ExecuteAsync(
            programme.As(Role.ProgrammeManager), new SaveObjective.Input { Programme = TestProgramme.Slug, Reference = "new" }, Never));

        Assert.Equal(
        [
            "Write the reference as letters and a number without spaces, such as A7.",
            "Give the objective a title.",
            "Say what will be better for children when the objective is reached.",
        ], error.Errors.Select(failure => failure.ErrorMessage));
    }

    [Fact]
    public async Task Of_two_people_saving_over_each_other_the_second_is_told_and_nothing_is_overwritten()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        await new SaveObjective(database).ExecuteAsync(manager, New(), Never);
        var first = (await new ObjectiveForm(database).LoadAsync(manager, TestProgramme.Slug, "O1", Never)).Input;
        var second = (await new ObjectiveForm(database).LoadAsync(manager, TestProgramme.Slug, "O1", Never)).Input;

        first.Title = "As the first wrote it";
        await new SaveObjective(database).ExecuteAsync(manager, first, Never);
        second.Title = "As the second wrote it";
        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => new SaveObjective(database).ExecuteAsync(manager, second, Never));

        Assert.Equal("As the first wrote it", Assert.IsType<SaveObjective.Input>(error.AsItStands).Title);
        Assert.StartsWith("Somebody else changed objective O1 while you were writing", error.Message, StringComparison.Ordinal);
        Assert.Equal("As the first wrote it", Assert.Single(await AllAsync(database)).Title);
    }

    [Fact]
    public async Task The_same_form_sent_twice_acts_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = New();

        var first = await new SaveObjective(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        var second = await new SaveObjective(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        Assert.Equal(("O1", "O1"), (first, second));
        Assert.Single(await AllAsync(database));
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.PerformanceOfficer)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_programme_manager_enters_objectives(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<NotAllowed>(() => new SaveObjective(database).ExecuteAsync(programme.As(role), New(), Never));

        Assert.Equal("Only the programme manager enters inspections, findings, objectives and actions. Ask the programme manager to do it.", error.Message);
        await Assert.ThrowsAsync<NotAllowed>(() => new ObjectiveForm(database).LoadAsync(programme.As(role), TestProgramme.Slug, null, Never));
        Assert.Empty(await AllAsync(database));
    }

    [Fact]
    public async Task Nobody_does_not_even_learn_that_the_programme_is_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => new SaveObjective(database).ExecuteAsync(Actor.Nobody, New(), Never));
        await Assert.ThrowsAsync<NotFound>(() => new ObjectiveForm(database).LoadAsync(Actor.Nobody, TestProgramme.Slug, null, Never));
    }

    [Fact]
    public async Task A_theme_or_objective_of_another_programme_is_not_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var wrongTheme = New();
        wrongTheme.ThemeId = programme.Theme.Id + 1000;
        var wrongObjective = New();
        wrongObjective.Id = 1000;

        await Assert.ThrowsAsync<NotFound>(() => new SaveObjective(database).ExecuteAsync(programme.As(Role.ProgrammeManager), wrongTheme, Never));
        await Assert.ThrowsAsync<NotFound>(() => new SaveObjective(database).ExecuteAsync(programme.As(Role.ProgrammeManager), wrongObjective, Never));
        await Assert.ThrowsAsync<NotFound>(() => new ObjectiveForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "O9", Never));
    }
}
