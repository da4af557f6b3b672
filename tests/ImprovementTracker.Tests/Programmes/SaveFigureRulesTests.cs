using FluentValidation;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

public class SaveFigureRulesTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static SaveFigureRules.Input Rules(int? dueOn, int? limits, int? firm) =>
        new() { Programme = TestProgramme.Slug, FiguresDueOn = dueOn, FewestForLimits = limits, FewestForFirmLimits = firm, Seen = SaveFigureRules.Input.Of(15, 3, 12).Seen };

    [Fact]
    public async Task A_programme_starts_with_the_usual_rules_and_every_page_goes_by_new_ones_at_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        for (var month = new Month(2010, 12); month <= new Month(2011, 5); month = month.AddMonths(1))
            await programme.RecordAsync(programme.InTime, programme.Whole, month, RecordedValue.Counted(month.Number, 20));
        async Task<(int DueOn, int Limits, int Firm, DateOnly May, bool IsShort)> SeenAsync()
        {
            var setup = await new ProgrammeSetup(database).LoadAsync(manager, TestProgramme.Slug, Never);
            var may = (await new MonthStates(database).LoadAsync(manager, TestProgramme.Slug, new Month(2011, 5), Never)).Months.Single(month => month.Month == new Month(2011, 5));
            var chart = (await new MeasurePage(database).LoadAsync(manager, TestProgramme.Slug, "in-time", new(), Never)).Reading!.Chart;
            return (setup.FiguresDueOn, setup.Programme.FewestForLimits, setup.Programme.FewestForFirmLimits, may.DueOn, chart.Latest.IsShort);
        }
        Assert.Equal((15, 3, 12, new DateOnly(2011, 6, 15), true), await SeenAsync());

        await new SaveFigureRules(database).ExecuteAsync(manager, Rules(31, 4, 6), Never);

        // June has 30 days.
        Assert.Equal((31, 4, 6, new DateOnly(2011, 6, 30), false), await SeenAsync());
        await using var db = database.CreateDbContext();
        Assert.Equal("set the figures' due day to 31, limits from 4 figures on and firm limits from 6", (await db.Changes.OrderByDescending(change => change.Sequence).FirstAsync()).What);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_what_the_first_saved()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        await new SaveFigureRules(database).ExecuteAsync(manager, Rules(20, 3, 12), Never);

        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => new SaveFigureRules(database).ExecuteAsync(manager, Rules(10, 3, 12), Never));

        Assert.Equal(20, Assert.IsType<SaveFigureRules.Input>(error.AsItStands).FiguresDueOn);
    }

    [Theory]
    [InlineData(0, 3, 12, "Type a day of the month, 1 to 31.")]
    [InlineData(32, 3, 12, "Type a day of the month, 1 to 31.")]
    [InlineData(null, 3, 12, "Type the day on which a month's figures are due, such as 15.")]
    [InlineData(15, 2, 12, "Type 3 to 60: no limits can be worked out from fewer than 3 figures.")]
    [InlineData(15, null, 12, "Type how many figures a chart needs for limits, such as 3.")]
    [InlineData(15, 3, null, "Type from how many figures on something is concluded, such as 12.")]
    [InlineData(15, 3, 61, "Type 3 to 60.")]
    [InlineData(15, 12, 6, "Nothing is concluded before there are limits: type at least as many as for limits.")]
    public void What_cannot_be_is_refused_with_what_can(int? dueOn, int? limits, int? firm, string told) =>
        Assert.Equal(told, Assert.Single(new SaveFigureRules.Input.Validator().Validate(Rules(dueOn, limits, firm)).Errors).ErrorMessage);

    [Theory]
    [InlineData(Role.PerformanceOfficer)]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.Reader)]
    public async Task Only_who_keeps_the_programmes_settings_may_set_them(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => new SaveFigureRules(database).ExecuteAsync(programme.As(role), Rules(10, 3, 12), Never));
    }
}
