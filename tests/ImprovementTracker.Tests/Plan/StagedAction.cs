using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Tests.Plan;

internal static class StagedAction
{
    /// <summary>Brings an action to a stage by the moves that lead there, each with the same sentence.</summary>
    public static void BringTo(this PriorityAction action, Stage stage, Impact impact, string sentence, Change change)
    {
        switch (stage)
        {
            case Stage.NotStarted:
                break;
            case Stage.InProgress when StageMoves.From(action.Stage, StageMove.Update) is null:
                action.Reopen(Progress.OnTrack, sentence, change);
                break;
            case Stage.InProgress:
                action.Report(Progress.OnTrack, sentence, null, null, change, impact: impact);
                break;
            case Stage.Completed:
                action.Complete(sentence, impact, change);
                break;
            case Stage.Verified:
                if (action.Stage != Stage.Completed)
                    action.Complete(sentence, impact, change);
                action.Evidence.Add(new Evidence(action, action.EvidenceNeeded, "Minutes of the board.", action.DueOn, change));
                action.Verify(sentence, impact, null, change);
                break;
            case Stage.Withdrawn:
                action.Withdraw(sentence, "Improvement board", change);
                break;
        }
    }
}
