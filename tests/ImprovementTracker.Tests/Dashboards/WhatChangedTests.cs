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

/// <summary>Of which days it tells, to whom, and that it tells the same again.</summary>
public class WhatChangedTests
{
    [Fact]
    public async Task Read_again_after_further_changes_the_same_two_moments_give_the_same_answer()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await programme.PlanAsync("A1", Start, new DateOnly(2011, 9, 30));
            await SetTargetAsync(database, programme, "80");
            await CountAsync(database, programme, April, 85, 100);
        });
        async Task ChangeEverythingAsync(int version, Progress progress, int part, string level)
        {
            await UpdateAsync(database, programme, version, progress, $"Step {version}.", new DateOnly(2011, 10, 1).AddDays(version), "Later.");
            await CountAsync(database, programme, April, part, 100, "Counted again.");
            await CountAsync(database, programme, May, part, 100, "Counted again.");
            await new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), new() { Programme = TestProgramme.Slug, Action = "A1", Strength = EvidenceStrength.Statement, Title = $"Statement {version}", DatedOn = Start }, Never);
            await using var db = database.CreateDbContext();
            await SetTargetAsync(database, programme, level, await db.Targets.Where(target => target.EndedIn == null).Select(target => target.Id).SingleAsync());
        }
        await ChangeEverythingAsync(1, Progress.AtRisk, 75, "82");
        database.Clock.Utc = new DateTime(2011, 7, 1, 0, 0, 0, DateTimeKind.Utc);
        var first = await AskAsync(database, programme.As(Role.BoardMember));
        Assert.Equal([ChangeTopic.Crossings, ChangeTopic.Actions, ChangeTopic.DueDates, ChangeTopic.Evidence, ChangeTopic.Targets, ChangeTopic.Values, ChangeTopic.Figures], first.Groups.Select(group => group.Topic));

        await ChangeEverythingAsync(2, Progress.OffTrack, 95, "70");
        await using (var db = database.CreateDbContext())
            await new EndEvidence(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Action = "A1", EvidenceId = await db.Evidence.MinAsync(one => one.Id), Reason = "Wrong." }, Never);

        Assert.Equal(Told(first), Told(await AskAsync(database, programme.As(Role.BoardMember))));
    }

    [Theory]
    [InlineData(Role.BoardMember, "Since 12 May 2011, nothing that this page lists changed.")]
    [InlineData(Role.Reader, "Since 12 May 2011, nothing published that this page lists changed.")]
    public async Task Without_dates_it_is_the_last_thirty_days_and_says_when_nothing_changed(Role role, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);

        var content = await AskAsync(database, programme.As(role), new());

        // 12 May to 10 June: 20 days and 10.
        Assert.Equal(expected, content.InWords);
        Assert.Empty(content.Groups);
    }

    [Fact]
    public async Task A_day_begins_and_ends_as_in_England_and_both_days_count()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);
        // Half past midnight on 11 June in England, in summer time.
        database.Clock.Utc = new DateTime(2011, 6, 10, 23, 30, 0, DateTimeKind.Utc);
        await programme.PlanAsync("A1", Start, Due);
        database.Clock.Utc = new DateTime(2011, 7, 1, 12, 0, 0, DateTimeKind.Utc);
        var (tenth, eleventh, twelfth) = (new DateOnly(2011, 6, 10), new DateOnly(2011, 6, 11), new DateOnly(2011, 6, 12));
        async Task<int> CountAsync(DateOnly from, DateOnly to) => (await AskAsync(database, programme.As(Role.BoardMember), new(from, to))).Groups.Count;

        Assert.Equal((0, 1, 0), (await CountAsync(tenth, tenth), await CountAsync(eleventh, eleventh), await CountAsync(twelfth, twelfth)));
        // Turned round they are the same two days.
        Assert.Equal("From 10 June 2011 to 12 June 2011", (await AskAsync(database, programme.As(Role.BoardMember), new(twelfth, tenth))).Period);
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(null)]
    public async Task Those_who_may_not_read_the_programme_are_told_nothing(Role? role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database);

        await Assert.ThrowsAnyAsync<BrokenRule>(() => AskAsync(database, role is { } held ? programme.As(held) : Actor.Nobody));
    }
}
