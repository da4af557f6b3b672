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

/// <summary>Actions, dates, evidence, links, owners and requirements.</summary>
public class WhatChangedInPlanTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task An_action_that_moved_is_told_from_what_to_what_with_every_entry_and_a_slip_with_the_date_first_agreed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database, programme => programme.PlanAsync("A1", Start, Due));
        await UpdateAsync(database, programme, 1, Progress.OnTrack, "Begun.");
        database.Clock.Utc = new DateTime(2011, 6, 20, 9, 30, 0, DateTimeKind.Utc);
        await UpdateAsync(database, programme, 2, Progress.AtRisk, "Two posts are empty.", new DateOnly(2011, 7, 14), "Interviews are on 7 July.");

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("Since 1 June 2011: one action entered or moved and one due date moved.", content.InWords);
        var moved = Only(content, ChangeTopic.Actions);
        Assert.Equal(("A1: Action A1", "actions/A1", "Not started", "At risk"), (moved.Title, moved.Page, moved.Before, moved.After));
        Assert.Equal([("The service director", "On track", "Begun."), ("The service director", "At risk", "Two posts are empty.")], moved.Entries.Select(entry => (entry.Who, entry.What, entry.Said!)));
        Assert.Equal(new DateTime(2011, 6, 20, 9, 30, 0), moved.Entries[1].RecordedAt);
        var slip = Only(content, ChangeTopic.DueDates);
        Assert.Equal(("30 June 2011", "14 July 2011", "First agreed: 30 June 2011"), (slip.Before, slip.After, slip.Note));
        Assert.Equal(("30 June 2011 to 14 July 2011", "Interviews are on 7 July."), (slip.Entries.Single().What, slip.Entries.Single().Said));
    }

    [Fact]
    public async Task An_action_entered_is_told_as_new_and_an_entry_that_moves_nothing_is_only_counted()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, async programme =>
        {
            await programme.PlanAsync("A1", Start, Due);
            await UpdateAsync(database, programme, 1, Progress.OnTrack, "Begun.");
        });
        await UpdateAsync(database, programme, 2, Progress.OnTrack, "Goes on.");
        await programme.PlanAsync("A2", Start, Due);

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("Since 1 June 2011: one action entered or moved. One more entry on an action moved nothing.", content.InWords);
        Assert.Equal(("A2: Action A2", "", "Not started"), (Only(content, ChangeTopic.Actions).Title, Only(content, ChangeTopic.Actions).Before, Only(content, ChangeTopic.Actions).After));
    }

    [Fact]
    public async Task A_handover_is_told_with_who_led_before_and_who_leads_now()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, programme => programme.PlanAsync("A1", Start, Due));
        await programme.ChangeAsync((db, change) =>
        {
            var action = db.PriorityActions.Include(action => action.Accountable).Single();
            action.Assign(db.Users.Single(person => person.Id == programme[Role.BoardMember].Id), action.Accountable);
            action.Record("Handed over.", change);
        });

        var line = Only(await AskAsync(database, programme.As(Role.ProgrammeManager)), ChangeTopic.Links);

        Assert.Equal(("Led by The service director, accountable: The programme manager", "Led by The board member, accountable: The programme manager"), (line.Before, line.After));
        Assert.Equal("Handed over.", line.Entries.Single().Said);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Evidence_links_owners_and_requirements_are_told_when_they_come_and_when_they_go(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database, async programme =>
        {
            var action = await programme.PlanAsync("A1", Start, Due);
            await programme.ChangeAsync((db, change) =>
            {
                db.AttachRange(action, programme.Programme, programme.InTime);
                db.AddRange(new Evidence(action, EvidenceStrength.Document, "Minutes of the board", Start, change), new ActionMeasure(action, programme.InTime, change));
                var requirement = new Requirement(programme.Programme, "R1", isIllustrative: false, change);
                requirement.Describe("Every child is seen in time.", false, null, null, null, null);
                requirement.Review(false, KnownDate.On(2011, 4, 1), "The DfE: too few.", null, change);
                db.Add(requirement);
            });
        });
        var manager = programme.As(Role.ProgrammeManager);
        await programme.ChangeAsync((db, change) =>
        {
            db.Evidence.Single().End("They are of another board.", change);
            db.Add(new Evidence(db.PriorityActions.Single(), EvidenceStrength.Data, "Figures of May", Start, change));
            db.ActionMeasures.Single().End(change);
            db.Requirements.Include(one => one.Reviews).Single().Review(true, KnownDate.On(2011, 6, 9), "The DfE: enough now.", null, change);
        }, manager);
        await new GiveMeasures(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Measures = ["in-time"], OwnerId = programme[Role.PerformanceOfficer].Id }, Never);

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        var evidence = content.Groups.Single(group => group.Topic == ChangeTopic.Evidence).Lines;
        Assert.Equal([("A1: Document: Minutes of the board", "Counts", "Taken out", "They are of another board."), ("A1: Data: Figures of May", "", "Counts", null)], evidence.Select(line => (line.Title, line.Before, line.After, line.Entries.Single().Said)));
        var links = content.Groups.Single(group => group.Topic == ChangeTopic.Links).Lines;
        Assert.Equal([("A1 should move the measure Assessments in time", "Linked", "Not linked"), ("Assessments in time", "Owned by nobody", "Owned by The performance officer")], links.Select(line => (line.Title, line.Before, line.After)));
        var requirement = Only(content, ChangeTopic.Requirements);
        Assert.Equal(("R1: Every child is seen in time.", "Not met", "Met", "The DfE: enough now."), (requirement.Title, requirement.Before, requirement.After, requirement.Entries.Single().Said));
        Assert.All(content.Groups.SelectMany(group => group.Lines).SelectMany(line => line.Entries), entry => Assert.Equal("The programme manager", entry.Who));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_milestone_is_told_when_it_is_added_moved_reached_and_taken_out_with_the_reasons(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await SetUpAsync(database, programme => programme.PlanAsync("A1", Start, Due));
        var director = programme.As(Role.ServiceDirector);
        SaveMilestone.Input Milestone(string title) => new() { Programme = TestProgramme.Slug, Action = "A1", Title = title, DueOn = new DateOnly(2011, 6, 20) };
        async Task ChangeAsync(string title, Action<SaveMilestone.Input> how)
        {
            var shown = (await new ActionPage(database).LoadAsync(director, TestProgramme.Slug, "A1", Never)).Milestones.Single(one => one.Title == title);
            var input = SaveMilestone.Input.Of(shown.Id, shown.Title, shown.DueOn, shown.DoneOn);
            (input.Programme, input.Action) = (TestProgramme.Slug, "A1");
            how(input);
            await new SaveMilestone(database).ExecuteAsync(director, input, Never);
        }
        await new SaveMilestone(database).ExecuteAsync(director, Milestone("Six posts are filled."), Never);
        await new SaveMilestone(database).ExecuteAsync(director, Milestone("A trainer is found."), Never);
        await ChangeAsync("Six posts are filled.", input => (input.DueOn, input.Reason) = (new DateOnly(2011, 6, 30), "Nobody applied."));
        await ChangeAsync("Six posts are filled.", input => input.DoneOn = new DateOnly(2011, 6, 9));
        var june = await AskAsync(database, programme.As(Role.BoardMember));
        database.Clock.Utc = new DateTime(2011, 7, 5, 12, 0, 0, DateTimeKind.Utc);
        await ChangeAsync("A trainer is found.", input => (input.IsTakenOut, input.Reason) = (true, "It is part of another action."));

        var told = june.Groups.Single(group => group.Topic == ChangeTopic.Milestones).Lines;
        Assert.Equal([("A1: Six posts are filled.", "", "Reached on 9 June 2011"), ("A1: A trainer is found.", "", "Due 20 June 2011")], told.Select(line => (line.Title, line.Before, line.After)));
        Assert.Equal([("Added, due 20 June 2011", null), ("Due date moved from 20 June 2011 to 30 June 2011", "Nobody applied."), ("Reached on 9 June 2011", (string?)null)], told[0].Entries.Select(entry => (entry.What, entry.Said)));
        var july = Only(await AskAsync(database, programme.As(Role.BoardMember), new(new DateOnly(2011, 7, 1), new DateOnly(2011, 7, 31))), ChangeTopic.Milestones);
        Assert.Equal(("Due 20 June 2011", "Taken out", "Taken out", "It is part of another action."), (july.Before, july.After, july.Entries.Single().What, july.Entries.Single().Said));
    }

    private static async Task HoldToAsync(TestDatabase database, TestProgramme programme, DateOnly startsOn, EvidenceStrength needed, string reason)
    {
        var input = (await new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", null, Never)).Input;
        (input.StartsOn, input.EvidenceNeeded, input.Reason, input.Submission) = (startsOn, needed, reason, Guid.NewGuid());
        await new SaveAction(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
    }

    [Fact]
    public async Task Another_start_and_other_evidence_demanded_are_told_with_the_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await SetUpAsync(database, programme => programme.PlanAsync("A1", Start, Due));
        var needed = (await new ActionForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "A1", null, Never)).Input.EvidenceNeeded;
        Assert.NotEqual(EvidenceStrength.AuditedSample, needed);
        await HoldToAsync(database, programme, new(2011, 6, 13), needed, "The lead begins in June.");
        await HoldToAsync(database, programme, new(2011, 6, 13), EvidenceStrength.AuditedSample, "The board wants to see files.");

        var content = await AskAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(0, content.OtherUpdates);
        var line = Only(content, ChangeTopic.Terms);
        Assert.Equal(
            ($"Starts 10 January 2011; evidence demanded: {needed.Label().ToLowerInvariant()}", $"Starts 13 June 2011; evidence demanded: {EvidenceStrength.AuditedSample.Label().ToLowerInvariant()}"),
            (line.Before, line.After));
        Assert.Equal(["Starts 13 June 2011", $"Evidence demanded: {EvidenceStrength.AuditedSample.Label().ToLowerInvariant()}"], line.Entries.Select(entry => entry.What));
        Assert.All(line.Entries, entry => Assert.NotEmpty(entry.Said!));

        await HoldToAsync(database, programme, Start, needed, "As it was agreed first.");
        line = Only(await AskAsync(database, programme.As(Role.BoardMember)), ChangeTopic.Terms);
        Assert.Equal(("As before", "As before", 3), (line.Before, line.After, line.Entries.Count));
    }
}
