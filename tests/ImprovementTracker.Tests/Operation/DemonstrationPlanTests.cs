using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.Plan;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Operation;

/// <summary>The invented plans show every state that an action can be in, with believable histories.</summary>
public sealed class DemonstrationPlanTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    [Fact]
    public async Task Nottinghamshires_24_actions_end_in_every_state()
    {
        var actions = await ActionsAsync(Demonstration.NottinghamshireSlug);

        Assert.Equal(
        [
            (ActionStatus.NotStarted, "A13 A21"),
            (ActionStatus.OnTrack, "A9 A12"),
            (ActionStatus.AtRisk, "A5 A20 A24"),
            (ActionStatus.OffTrack, "A7 A11 A19 A23"),
            (ActionStatus.Completed, "A8 A15 A16 A18"),
            (ActionStatus.Verified, "A1 A2 A3 A4 A6 A10 A14 A22"),
            (ActionStatus.Withdrawn, "A17"),
        ], Summary(actions));
        Assert.Equal(24, actions.Count);
    }

    [Fact]
    public async Task Nottinghams_nine_actions_end_in_many_states()
    {
        Assert.Equal(
        [
            (ActionStatus.OnTrack, "A9"),
            (ActionStatus.AtRisk, "A2 A6"),
            (ActionStatus.OffTrack, "A5"),
            (ActionStatus.Completed, "A4 A7"),
            (ActionStatus.Verified, "A1 A3 A8"),
        ], Summary(await ActionsAsync(Demonstration.NottinghamSlug)));
    }

    [Fact]
    public async Task Three_actions_are_overdue_on_the_last_day_of_Nottinghamshires_record()
    {
        // Due 29 April, 31 May and 31 March 2011; the record ends on 14 June 2011.
        var overdue = (await ActionsAsync(Demonstration.NottinghamshireSlug)).Where(action => Overdue.Is(action.Stage, action.DueOn, new DateOnly(2011, 6, 14)));

        Assert.Equal(["A11", "A19", "A23"], overdue.Select(action => action.Reference).OrderBy(Number));
    }

    [Fact]
    public async Task The_duty_teams_action_has_moved_twice_each_time_with_its_reason()
    {
        var action = (await ActionsAsync(Demonstration.NottinghamshireSlug)).Single(action => action.Reference == "A7");

        var slips = action.Updates.Where(update => update.MovedFrom is not null).OrderBy(update => update.RecordedIn).ToList();

        Assert.Equal(new DateOnly(2011, 3, 31), action.BaselineDueOn);
        Assert.Equal(
            [(new DateOnly(2011, 3, 31), new DateOnly(2011, 5, 31)), (new DateOnly(2011, 5, 31), new DateOnly(2011, 7, 29))],
            slips.Select(slip => (slip.MovedFrom!.Value, slip.DueOn)));
        Assert.All(slips, slip => Assert.False(string.IsNullOrEmpty(slip.SlipReason)));
    }

    [Fact]
    public async Task A_verified_action_was_verified_by_somebody_who_neither_leads_it_nor_answers_for_it()
    {
        await using var db = demonstration.Database.CreateDbContext();
        var verified = await db.ActionUpdates.AsNoTracking().Where(update => update.Stage == Stage.Verified)
            .Join(db.Changes, update => update.RecordedIn, change => change.Sequence, (update, change) => new { update.Action.Reference, update.LeadId, update.AccountableId, change.PersonId })
            .ToListAsync();

        Assert.Equal(11, verified.Count);
        Assert.All(verified, update => Assert.True(update.PersonId != update.LeadId && update.PersonId != update.AccountableId, update.Reference));
    }

    [Fact]
    public async Task Every_update_is_said_while_the_action_runs_and_begins_with_its_entry_in_the_plan()
    {
        foreach (var slug in new[] { Demonstration.NottinghamshireSlug, Demonstration.NottinghamSlug })
        {
            foreach (var action in await ActionsAsync(slug))
            {
                var history = action.Updates.OrderBy(update => update.RecordedIn).ToList();

                Assert.Equal((Stage.NotStarted, "Entered in the plan."), (history[0].Stage, history[0].Sentence));
                Assert.All(history.Skip(1), update => Assert.True(update.SaidOn >= action.StartsOn, $"{action.Reference} on {update.SaidOn}"));
                Assert.Equal((action.Stage, action.Progress, action.DueOn), (history[^1].Stage, history[^1].Progress, history[^1].DueOn));
                Assert.True(action.BaselineDueOn >= action.StartsOn);
            }
        }
    }

    private static IEnumerable<(ActionStatus, string)> Summary(IEnumerable<PriorityAction> actions) => actions
        .GroupBy(action => ActionWords.StatusOf(action.Stage, action.Progress)).OrderBy(group => group.Key)
        .Select(group => (group.Key, string.Join(' ', group.Select(action => action.Reference).OrderBy(Number))));

    private static int Number(string reference) => int.Parse(reference[1..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<List<PriorityAction>> ActionsAsync(string slug)
    {
        await using var db = demonstration.Database.CreateDbContext();
        return await db.PriorityActions.AsNoTracking().Include(action => action.Updates).Where(action => action.Programme.Slug == slug).ToListAsync();
    }
}
