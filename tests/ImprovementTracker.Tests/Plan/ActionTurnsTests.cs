using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Tests.Plan;

public class ActionTurnsTests
{
    private static readonly DateOnly Due = new(2011, 6, 30);

    private static HistoryEntry Entry(int day, Stage stage, StageMove? move = null) =>
        new(day, new DateTime(2011, 3, day, 12, 0, 0, DateTimeKind.Utc), "Ann", "Said.", stage, stage == Stage.InProgress ? Progress.OnTrack : null, Due, null, null) { Move = move };

    private static readonly HistoryEntry[] Reopened =
    [
        Entry(1, Stage.NotStarted),
        Entry(2, Stage.InProgress, StageMove.Update),
        Entry(3, Stage.InProgress, StageMove.Update),
        Entry(4, Stage.Completed, StageMove.Complete),
        Entry(5, Stage.Verified, StageMove.Verify),
        Entry(6, Stage.Verified, StageMove.Recheck),
        Entry(7, Stage.Verified),
        Entry(8, Stage.InProgress, StageMove.Reopen),
        Entry(9, Stage.InProgress, StageMove.Update),
        Entry(10, Stage.Completed, StageMove.Complete),
    ];

    [Fact]
    public void Only_the_entries_stand_at_which_its_life_turned_the_oldest_first() => Assert.Equal(
        [(4, "Completed"), (5, "Verified"), (6, "Looked at again"), (8, "Reopened"), (10, "Completed")],
        ActionTurns.Of(Reopened.Reverse()).Select(turn => (turn.SaidOn.Day, ActionTurns.Label(turn))));

    [Fact]
    public void To_be_verified_is_no_second_completion_and_one_that_was_taken_back_says_when() => Assert.Equal(
        [new Completion(new DateOnly(2011, 3, 4), new DateOnly(2011, 3, 8)), new Completion(new DateOnly(2011, 3, 10), null)],
        ActionTurns.Completions(Reopened));

    [Fact]
    public void A_withdrawn_action_was_not_completed()
    {
        HistoryEntry[] history = [Entry(1, Stage.NotStarted), Entry(2, Stage.Withdrawn, StageMove.Withdraw), Entry(3, Stage.InProgress, StageMove.Reopen)];

        Assert.Empty(ActionTurns.Completions(history));
        Assert.Equal(["Withdrawn", "Reopened"], ActionTurns.Of(history).Select(ActionTurns.Label));
    }
}
