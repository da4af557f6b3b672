using FluentValidation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Programmes;

public sealed class SaveThemeTests : IAsyncLifetime
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

    private Task<int> SaveAsync(SaveTheme.Input input) => new SaveTheme(_database).ExecuteAsync(_programme.As(Role.ProgrammeManager), input, Never);

    private async Task<IEnumerable<(string, int)>> ThemesAsync() =>
        (await new ProgrammeSetup(_database).LoadAsync(_programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never)).Themes.Select(theme => (theme.Name, theme.Place));

    [Fact]
    public async Task A_new_theme_comes_last_unless_a_place_is_typed()
    {
        await SaveAsync(new() { Programme = TestProgramme.Slug, Name = "Workforce" });
        await SaveAsync(new() { Programme = TestProgramme.Slug, Name = " Contact and referral ", Place = "1" });

        Assert.Equal([("Assessment", 1), ("Contact and referral", 1), ("Workforce", 2)], await ThemesAsync());
    }

    [Fact]
    public async Task A_theme_is_renamed_and_keeps_its_place()
    {
        await SaveAsync(new() { Programme = TestProgramme.Slug, Id = _programme.Theme.Id, Name = "Assessment of children", Seen = SaveTheme.Input.Of(_programme.Theme.Id, "Assessment", 1).Seen });

        Assert.Equal([("Assessment of children", 1)], await ThemesAsync());
    }

    [Fact]
    public async Task Two_themes_of_one_name_are_refused()
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(new() { Programme = TestProgramme.Slug, Name = "assessment" }));

        Assert.Equal("Another theme has this name. Choose a different one.", error.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task The_second_of_two_people_who_change_a_theme_is_told()
    {
        var input = new SaveTheme.Input { Programme = TestProgramme.Slug, Id = _programme.Theme.Id, Name = "New", Seen = SaveTheme.Input.Of(_programme.Theme.Id, "Older", 1).Seen };

        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(input));

        Assert.StartsWith("Somebody else changed the theme Assessment while you were writing, so nothing was saved.", error.Message, StringComparison.Ordinal);
        var stands = Assert.IsType<SaveTheme.Input>(error.AsItStands);
        Assert.Equal(("Assessment", "1"), (stands.Name, stands.Place));
        Assert.Equal([("Assessment", 1)], await ThemesAsync());
        // Having seen what stands there, the person may choose their own.
        input.Seen = stands.Seen;
        await SaveAsync(input);
        Assert.Equal([("New", 1)], await ThemesAsync());
    }

    [Fact]
    public async Task The_form_sent_twice_adds_one_theme()
    {
        var input = new SaveTheme.Input { Programme = TestProgramme.Slug, Name = "Workforce" };

        Assert.Equal(await SaveAsync(input), await SaveAsync(input));

        Assert.Equal(2, (await ThemesAsync()).Count());
    }

    [Fact]
    public async Task A_place_is_a_number()
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(new() { Programme = TestProgramme.Slug, Name = "Workforce", Place = "last" }));

        Assert.Equal("Type the place in the list as a number from 1 to 999.", error.Errors.Single().ErrorMessage);
    }
}
