using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Dashboards;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;
using static ImprovementTracker.Tests.Dashboards.WhatChangedInJune;

namespace ImprovementTracker.Tests.Measures;

public class TakeBackDefinitionTests
{
    private const string Ten = "Share of assessments completed within ten working days.";
    private const string Seven = "Share of assessments completed within seven working days.";

    private static Task<Month> RedefineAsync(TestDatabase database, TestProgramme programme, string from, string definition) =>
        new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new()
        {
            Programme = TestProgramme.Slug,
            Measure = "in-time",
            From = from,
            Definition = definition,
            Numerator = "assessments completed in time",
            Denominator = "assessments completed",
            WhatChanged = "other days are counted",
        }, Never);

    private static Task<Month> TakeBackAsync(TestDatabase database, TestProgramme programme, string from) => new TakeBackDefinition(database).ExecuteAsync(programme.As(Role.PerformanceOfficer),
        new() { Programme = TestProgramme.Slug, Measure = "in-time", From = from, Reason = "The circular was withdrawn." }, Never);

    private static async Task<MeasureRow> RowAsync(TestDatabase database, TestProgramme programme) =>
        (await new MeasureToChange(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, "in-time", Never)).Measure;

    [Theory, OnSqlite, OnSqlServer]
    public async Task It_means_again_what_it_meant_its_months_are_one_series_and_another_may_begin_in_the_same_month(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await RedefineAsync(database, programme, "2011-04", Seven);

        Assert.Equal(new Month(2011, 4), await TakeBackAsync(database, programme, "2011-04"));

        var row = await RowAsync(database, programme);
        Assert.Equal((Ten, 0, 0), (row.Definition, row.Earlier.Count, row.StartsAnew.Count));
        await using var db = database.CreateDbContext();
        var kept = await db.EarlierDefinitions.WithTakenBack().SingleAsync();
        Assert.Equal((Seven, "The circular was withdrawn."), (kept.Definition, kept.EndReason));
        await RedefineAsync(database, programme, "2011-04", Seven);
        Assert.Equal([new Month(2011, 4)], (await RowAsync(database, programme)).StartsAnew);
    }

    [Fact]
    public async Task Only_the_latest_is_taken_back_and_not_one_that_the_person_has_not_seen()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        Assert.Equal("This measure has had one definition only. There is nothing to take back.", (await Assert.ThrowsAsync<BrokenRule>(() => TakeBackAsync(database, programme, "2011-04"))).Message);
        await RedefineAsync(database, programme, "2011-02", "Within five days.");
        await RedefineAsync(database, programme, "2011-04", Seven);

        Assert.StartsWith("Somebody has changed the definitions since you opened this page: the latest holds from April 2011 on.", (await Assert.ThrowsAsync<BrokenRule>(() => TakeBackAsync(database, programme, "2011-02"))).Message, StringComparison.Ordinal);
        await TakeBackAsync(database, programme, "2011-04");

        var row = await RowAsync(database, programme);
        Assert.Equal(("Within five days.", Ten), (row.Definition, row.Earlier.Single().Definition));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_changed_tells_it_as_it_stood_and_then_that_it_was_taken_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database);
        await RedefineAsync(database, programme, "2011-04", Seven);
        database.Clock.Utc = new DateTime(2011, 7, 1, 12, 0, 0, DateTimeKind.Utc);
        var before = Told(await AskAsync(database, programme.As(Role.BoardMember)));

        await TakeBackAsync(database, programme, "2011-04");

        var june = await AskAsync(database, programme.As(Role.BoardMember));
        Assert.Equal(before, Told(june));
        Assert.Equal((Ten, Seven), (Only(june, ChangeTopic.Definitions).Before, Only(june, ChangeTopic.Definitions).After));
        var july = Only(await AskAsync(database, programme.As(Role.BoardMember), new(new DateOnly(2011, 7, 1), new DateOnly(2011, 7, 31))), ChangeTopic.Definitions);
        Assert.Equal((Seven, Ten, "Taken back that it has another definition from April 2011 on", "The circular was withdrawn."), (july.Before, july.After, july.Entries.Single().What, july.Entries.Single().Said));
    }
}
