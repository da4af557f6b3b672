using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;
using static ImprovementTracker.Tests.Dashboards.WhatChangedInJune;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>Figures, targets and definitions.</summary>
public class WhatChangedInFiguresTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task A_correction_that_takes_a_figure_below_its_target_is_told_as_revised_and_as_crossing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database, async programme =>
        {
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
        });
        await CountAsync(database, programme, April, 75, 100, "Ten were counted twice.");

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("Since 1 June 2011: one crossing of a target and one figure revised.", content.InWords);
        var crossing = Only(content, ChangeTopic.Crossings);
        Assert.Equal(("Assessments in time, Testshire: Local", "Met in April 2011: 85% against 80%", "Missed in April 2011: 75% against 80%", "Met before, not now"), (crossing.Title, crossing.Before, crossing.After, crossing.Note));
        Assert.Equal("The performance officer", crossing.Entries.Single().Who);
        var revised = Only(content, ChangeTopic.Values);
        Assert.Equal(("Assessments in time, Testshire, April 2011", "85 of 100 (85%)", "75 of 100 (75%)"), (revised.Title, revised.Before, revised.After));
        Assert.Equal(("By correction", "Ten were counted twice."), (revised.Entries.Single().What, revised.Entries.Single().Said));
    }

    [Fact]
    public async Task A_new_month_that_misses_what_the_last_met_is_a_crossing_with_both_months_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
        });
        await CountAsync(database, programme, May, 75, 100);

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        var crossing = Only(content, ChangeTopic.Crossings);
        Assert.Equal(("Met in April 2011: 85% against 80%", "Missed in May 2011: 75% against 80%"), (crossing.Before, crossing.After));
        Assert.Equal(("", "1 figure, May 2011"), (Only(content, ChangeTopic.Figures).Before, Only(content, ChangeTopic.Figures).After));
    }

    [Fact]
    public async Task A_target_that_is_raised_is_told_and_so_is_every_month_that_it_makes_a_miss()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
            await CountAsync(database, programme, May, 95, 100);
        });
        await using (var db = database.CreateDbContext())
            await SetTargetAsync(database, programme, "90", (await db.Targets.SingleAsync()).Id);

        var content = await AskAsync(database, programme.As(Role.Reader));

        // Nothing is approved, so a reader is told of the target alone.
        Assert.Equal("Since 1 June 2011: one target set, changed or ended.", content.InWords);
        var target = Only(content, ChangeTopic.Targets);
        Assert.Equal(("Assessments in time: Local", "80% from January 2011.", "90% from January 2011.", "Performance officer"), (target.Title, target.Before, target.After, target.Entries.Single().Who));
        var crossing = Only(await AskAsync(database, programme.As(Role.BoardMember)), ChangeTopic.Crossings);
        Assert.Equal(("Met in April 2011: 85% against 80%", "Missed in April 2011: 85% against 90%"), (crossing.Before, crossing.After));
    }

    [Fact]
    public async Task A_reader_is_told_of_a_revision_once_it_is_approved_and_without_counts_or_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await CountAsync(database, programme, April, 85, 100);
            await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Month = April.ToIso(), Seen = long.MaxValue }, Never);
        });
        var manager = programme.As(Role.ProgrammeManager);
        await new UnlockMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = April.ToIso(), Reason = "Late entries." }, Never);
        await CountAsync(database, programme, April, 75, 100, "Ten were counted twice.");
        Assert.Empty((await AskAsync(database, programme.As(Role.Reader))).Groups);

        await new ApproveMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = April.ToIso(), Seen = long.MaxValue }, Never);

        var revised = Only(await AskAsync(database, programme.As(Role.Reader)), ChangeTopic.Values);
        Assert.Equal(("85%", "75%", "By approval", null, "Programme manager"), (revised.Before, revised.After, revised.Entries.Single().What, revised.Entries.Single().Said, revised.Entries.Single().Who));
    }

    [Theory]
    [InlineData("2011-05", false)]
    [InlineData("2011-04", false)]
    [InlineData("2011-03", false)]
    [InlineData(null, true)]
    public async Task A_crossing_is_not_claimed_across_another_definition(string? from, bool isClaimed)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
        });
        if (from is not null)
            await RedefineAsync(database, programme, from);
        await CountAsync(database, programme, May, 75, 100);

        var topics = (await AskAsync(database, programme.As(Role.BoardMember))).Groups.Select(group => group.Topic).ToList();

        Assert.Equal((isClaimed, !isClaimed), (topics.Contains(ChangeTopic.Crossings), topics.Contains(ChangeTopic.Definitions)));
    }

    [Fact]
    public async Task A_month_that_was_counted_anew_by_another_definition_has_crossed_nothing_and_a_month_before_it_has()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
            await CountAsync(database, programme, May, 85, 100);
        });
        await RedefineAsync(database, programme, "2011-05");
        await CountAsync(database, programme, April, 75, 100, "Ten were counted twice.");
        await CountAsync(database, programme, May, 75, 100, "Counted by days.");

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("Missed in April 2011: 75% against 80%", Only(content, ChangeTopic.Crossings).After);
        Assert.Equal(["75 of 100 (75%)", "75 of 100 (75%)"], content.Groups.Single(group => group.Topic == ChangeTopic.Values).Lines.Select(line => line.After));
    }

    [Fact]
    public async Task Another_definition_is_told_with_what_the_measure_meant_until_then()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);
        await RedefineAsync(database, programme, "2011-04");
        database.Clock.Utc = new DateTime(2011, 7, 4, 12, 0, 0, DateTimeKind.Utc);
        await RedefineAsync(database, programme, "2011-06", "Share of all cases.");

        var line = Only(await AskAsync(database, programme.As(Role.Reader)), ChangeTopic.Definitions);

        Assert.Equal(("Assessments in time", "Share of assessments completed within ten working days.", "Share of assessments by day."), (line.Title, line.Before, line.After));
        Assert.Equal([("Another definition from April 2011 on", "Counted by days.")], line.Entries.Select(entry => (entry.What, entry.Said!)));
    }

    private static Task<Month> RedefineAsync(TestDatabase database, TestProgramme programme, string from, string definition = "Share of assessments by day.") =>
        new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = "in-time", From = from, Definition = definition, Numerator = "assessments in time", Denominator = "assessments", WhatChanged = "Counted by days." }, Never);
}
