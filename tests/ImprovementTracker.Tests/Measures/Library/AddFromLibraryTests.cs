using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Measures.Library;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures.Library;

public class AddFromLibraryTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static AddFromLibrary.Input Take(LibrarySection section, string? theme, params string[] codes) =>
        new() { Programme = TestProgramme.Slug, Sections = [new() { Section = section, Theme = theme, Codes = [.. codes] }] };

    private static async Task<List<Measure>> MeasuresAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.Measures.AsNoTracking().Include(measure => measure.Theme).OrderBy(measure => measure.Order).ToListAsync();
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Measures_of_the_library_become_the_programmes_own(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var input = Take(LibrarySection.FrontDoor, programme.Theme.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), "initial-assessments-in-time", "contacts");
        input.Sections.Add(new() { Section = LibrarySection.LookedAfter, Codes = ["children-looked-after-rate"] });

        Assert.Equal(3, await new AddFromLibrary(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never));

        var added = (await MeasuresAsync(database)).Skip(2).ToList();
        Assert.Equal([("contacts", "Assessment", 3), ("initial-assessments-in-time", "Assessment", 4), ("children-looked-after-rate", null, 5)], added.Select(measure => (measure.Code, measure.Theme?.Name, measure.Order)));
        var assessments = added[1];
        Assert.Equal(("initial assessments completed", MeasureUnit.Percentage, Polarity.HigherIsBetter, PeriodType.InMonth), (assessments.Denominator, assessments.Unit, assessments.Polarity, assessments.Period));
        Assert.StartsWith("10 working days of the referral, from April 2010 (Working Together 2010)", assessments.Timescale, StringComparison.Ordinal);
        Assert.Contains("National indicator NI 59.", assessments.Definition, StringComparison.Ordinal);
        Assert.Equal("Nearly all are in time, none waits unseen, and an audit finds them good enough to decide by.", assessments.GoodLooksLike);
        Assert.Equal((Polarity.None, MeasureUnit.RatePer10000, false), (added[2].Polarity, added[2].Unit, added[2].NumeratorIsPart));
    }

    [Fact]
    public async Task The_whole_library_can_be_added_at_once_each_section_under_a_theme_of_its_own()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        var input = (await new LibraryToChoose(database).LoadAsync(manager, TestProgramme.Slug, Never)).Input;
        foreach (var section in input.Sections)
            section.Codes = [.. MeasureLibrary.All.Where(entry => entry.Section == section.Section).Select(entry => entry.Code)];

        // The programme has referrals and assessments in time already.
        Assert.Equal(66, await new AddFromLibrary(database).ExecuteAsync(manager, input, Never));

        Assert.Equal(
            [("Assessment", 2), ("Front door and assessment", 14), ("Children in need and child protection", 14), ("Looked after children and care leavers", 23), ("Workforce and quality", 15)],
            (await MeasuresAsync(database)).GroupBy(measure => measure.Theme!.Name).Select(theme => (theme.Key, theme.Count())));
        var left = await new LibraryToChoose(database).LoadAsync(manager, TestProgramme.Slug, Never);
        Assert.All(left.Sections, section => Assert.Empty(section.Offered));
    }

    [Fact]
    public async Task A_theme_that_is_called_like_the_section_is_used_and_not_added_twice()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await new AddFromLibrary(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Take(LibrarySection.Workforce, AddFromLibrary.Input.OwnTheme, "vacancies"), Never);

        await new AddFromLibrary(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Take(LibrarySection.Workforce, AddFromLibrary.Input.OwnTheme, "turnover"), Never);

        var themes = (await MeasuresAsync(database)).Skip(2).Select(measure => measure.ThemeId).ToList();
        Assert.Equal(2, themes.Count);
        Assert.Single(themes.Distinct());
    }

    [Fact]
    public async Task Who_may_not_add_themes_chooses_one_that_is_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);

        var refusal = await Assert.ThrowsAsync<ValidationException>(() => new AddFromLibrary(database).ExecuteAsync(officer, Take(LibrarySection.Workforce, AddFromLibrary.Input.OwnTheme, "turnover"), Never));
        var elsewhere = await Assert.ThrowsAsync<ValidationException>(() => new AddFromLibrary(database).ExecuteAsync(officer, Take(LibrarySection.Workforce, "999", "turnover"), Never));

        Assert.Equal(("Sections[0].Theme", "Only the programme manager and an administrator add themes. Choose one that is there, or none."), (refusal.Errors.Single().PropertyName, refusal.Errors.Single().ErrorMessage));
        Assert.Equal("That theme is not in this programme any more. Choose another.", elsewhere.Errors.Single().ErrorMessage);
        Assert.Equal(2, (await MeasuresAsync(database)).Count);
        var opened = await new LibraryToChoose(database).LoadAsync(officer, TestProgramme.Slug, Never);
        Assert.Equal((false, true), (opened.MayAddThemes, opened.Input.Sections.TrueForAll(section => section.Theme is null)));
    }

    [Fact]
    public async Task What_the_programme_has_already_is_said_and_stays_as_it_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);

        var opened = await new LibraryToChoose(database).LoadAsync(officer, TestProgramme.Slug, Never);
        Assert.Equal(0, await new AddFromLibrary(database).ExecuteAsync(officer, Take(LibrarySection.FrontDoor, null, "referrals"), Never));

        // 'Assessments in time' by its name, 'referrals' by its code.
        Assert.Equal([("referrals", "Referrals"), ("in-time", "Assessments in time")], opened.Sections[0].There);
        Assert.Equal((14, 14, 23, 15), (opened.Sections[0].Offered.Count, opened.Sections[1].Offered.Count, opened.Sections[2].Offered.Count, opened.Sections[3].Offered.Count));
        Assert.Equal("Referrals received in the month.", (await MeasuresAsync(database)).Single(measure => measure.Code == "referrals").Definition);
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_once_and_nothing_ticked_adds_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Take(LibrarySection.FrontDoor, null, "contacts");

        Assert.Equal((1, 1), (await new AddFromLibrary(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never), await new AddFromLibrary(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never)));
        Assert.Equal(3, (await MeasuresAsync(database)).Count);
        Assert.Equal("Tick at least one measure.", new AddFromLibrary.Input.Validator().Validate(new AddFromLibrary.Input()).Errors.Single().ErrorMessage);
        Assert.Equal("One of these is not in the library any more. Open the page again.", new AddFromLibrary.Input.Validator().Validate(Take(LibrarySection.FrontDoor, null, "unknown")).Errors.Single().ErrorMessage);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_feed_the_measures_take_from_the_library(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => new AddFromLibrary(database).ExecuteAsync(programme.As(role), Take(LibrarySection.FrontDoor, null, "contacts"), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new LibraryToChoose(database).LoadAsync(programme.As(role), TestProgramme.Slug, Never));
        await Assert.ThrowsAsync<NotFound>(() => new AddFromLibrary(database).ExecuteAsync(Actor.Nobody, Take(LibrarySection.FrontDoor, null, "contacts"), Never));
    }
}
