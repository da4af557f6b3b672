using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class SaveMeasureTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static SaveMeasure.Input Visits(TestProgramme? programme = null) => new()
    {
        Programme = TestProgramme.Slug,
        Name = "Visits on time",
        Phrase = "visits made on time",
        Definition = "Share of visits made within the council's own standard.",
        Unit = MeasureUnit.Percentage,
        Numerator = "visits made on time",
        Denominator = "visits due",
        Decimals = 1,
        Polarity = Polarity.HigherIsBetter,
        Period = PeriodType.InMonth,
        ThemeId = programme?.Theme.Id,
        WhyItMatters = "Children are seen.",
    };

    private static async Task<Measure> FindAsync(TestDatabase database, string code)
    {
        await using var db = database.CreateDbContext();
        return await db.Measures.AsNoTracking().SingleAsync(measure => measure.Code == code);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_measure_gets_its_address_from_its_name_and_stands_last(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);

        var code = await new SaveMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Visits(programme), Never);

        Assert.Equal("visits-on-time", code);
        var measure = await FindAsync(database, code);
        Assert.Equal(
            ("Visits on time", "visits made on time", "visits due", 1, Polarity.HigherIsBetter, PeriodType.InMonth, programme.Theme.Id, 3, true),
            (measure.Name, measure.Numerator, measure.Denominator, measure.Decimals, measure.Polarity, measure.Period, measure.ThemeId, measure.Order, measure.NumeratorIsPart));
    }

    [Theory]
    [InlineData("In time", "in-time-2")]
    [InlineData("New", "new-measure")]
    [InlineData("Owners", "owners-measure")]
    [InlineData("Export", "export-measure")]
    [InlineData("Children's visits: 3rd & later", "childrens-visits-3rd-later")]
    [InlineData("Contacts decided in one working day by the front door team", "contacts-decided-in-one-working-day-by")]
    [InlineData("%", "measure")]
    public async Task An_address_is_plain_short_and_unique(string name, string code)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Visits();
        input.Name = name;

        Assert.Equal(code, await new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
    }

    [Fact]
    public async Task A_changed_measure_keeps_its_address_and_its_place()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var opened = (await new MeasureForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "in-time", Never)).Input;
        opened.Name = "Assessments within ten days";
        opened.Decimals = 1;

        var code = await new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), opened, Never);

        var measure = await FindAsync(database, "in-time");
        Assert.Equal(("in-time", "Assessments within ten days", 1, 1, programme.Theme.Id), (code, measure.Name, measure.Decimals, measure.Order, measure.ThemeId));
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_gave_the_measure_an_owner_takes_nothing_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        var director = await programme.AddPersonAsync("The service director", Role.ServiceDirector);
        var stale = (await new MeasureForm(database).LoadAsync(officer, TestProgramme.Slug, "in-time", Never)).Input;
        await new GiveMeasures(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, OwnerId = director.Id, Measures = ["in-time"] }, Never);

        stale.WhyItMatters = "Children wait.";
        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => new SaveMeasure(database).ExecuteAsync(officer, stale, Never));

        Assert.Equal(director.Id, Assert.IsType<SaveMeasure.Input>(error.AsItStands).OwnerId);
        Assert.Equal(director.Id, (await FindAsync(database, "in-time")).OwnerId);
    }

    [Fact]
    public async Task An_address_typed_in_capitals_means_the_same_measure()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = (await new MeasureForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "in-time", Never)).Input;
        (input.Programme, input.Code) = ("TestShire", "IN-time");

        Assert.Equal("in-time", await new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
    }

    [Fact]
    public async Task The_kind_of_figure_stays_once_figures_are_recorded()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 5), RecordedValue.Counted(40, 50));
        async Task<string> RefusalAsync(Action<SaveMeasure.Input> change)
        {
            var input = (await new MeasureForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "in-time", Never)).Input;
            change(input);
            return (await Assert.ThrowsAsync<ValidationException>(() => new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never))).Errors.Single().ErrorMessage;
        }

        Assert.Equal("Figures are recorded as percentage already, so this stays as it is. Add a new measure for another kind of figure.", await RefusalAsync(input => input.Unit = MeasureUnit.Average));
        Assert.Equal("Figures are recorded as in the month already, so this stays as it is. Add a new measure for another kind of figure.", await RefusalAsync(input => input.Period = PeriodType.AtMonthEnd));
        Assert.True((await new MeasureForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "in-time", Never)).HasFigures);
    }

    [Fact]
    public async Task Two_measures_never_share_a_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Visits();
        input.Name = "assessments in TIME";

        var error = await Assert.ThrowsAsync<ValidationException>(() => new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));

        Assert.Equal(("Name", "There is a measure of this name already. Give this one another name, or change that one."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
    }

    [Fact]
    public async Task The_same_form_sent_twice_adds_one_measure()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Visits();

        var first = await new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        var second = await new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        Assert.Equal(("visits-on-time", "visits-on-time"), (first, second));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_its_place()
    {
        var result = new SaveMeasure.Input.Validator().Validate(new SaveMeasure.Input());

        Assert.Equal(
            ["Decimals", "Definition", "Name", "Numerator", "Period", "Phrase", "Polarity", "Unit"],
            result.Errors.Select(error => error.PropertyName).Distinct().Order());
    }

    [Theory]
    [InlineData(MeasureUnit.Percentage, false)]
    [InlineData(MeasureUnit.Average, false)]
    [InlineData(MeasureUnit.RatePer10000, false)]
    [InlineData(MeasureUnit.Count, true)]
    public void Only_a_number_needs_no_denominator(MeasureUnit unit, bool isFine)
    {
        var input = Visits();
        (input.Unit, input.Denominator) = (unit, " ");

        Assert.Equal(isFine, new SaveMeasure.Input.Validator().Validate(input).IsValid);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Decimals_are_0_to_3(int decimals, bool isFine)
    {
        var input = Visits();
        input.Decimals = decimals;

        Assert.Equal(isFine, new SaveMeasure.Input.Validator().Validate(input).IsValid);
    }

    [Fact]
    public void A_month_is_never_recorded_for_a_year()
    {
        var input = Visits();
        input.Period = PeriodType.Year;

        Assert.Equal("Choose what a month's figure covers.", new SaveMeasure.Input.Validator().Validate(input).Errors.Single().ErrorMessage);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_feed_the_measures_may_set_them_up(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => new SaveMeasure(database).ExecuteAsync(programme.As(role), Visits(), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new MeasureForm(database).LoadAsync(programme.As(role), TestProgramme.Slug, null, Never));
        await Assert.ThrowsAsync<NotFound>(() => new SaveMeasure(database).ExecuteAsync(Actor.Nobody, Visits(), Never));
    }

    [Fact]
    public async Task A_theme_or_measure_of_another_programme_is_not_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var theme = Visits();
        theme.ThemeId = 999;
        var unknown = Visits();
        unknown.Code = "unknown";

        await Assert.ThrowsAsync<ValidationException>(() => new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), theme, Never));
        await Assert.ThrowsAsync<NotFound>(() => new SaveMeasure(database).ExecuteAsync(programme.As(Role.ProgrammeManager), unknown, Never));
    }
}
