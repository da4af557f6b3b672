using ImprovementTracker.Domain.People;

namespace ImprovementTracker.Domain.Plan;

/// <summary>What may be done to an action that takes it from one stage to another, or keeps it there.</summary>
public enum StageMove { Update, Complete, Verify, Recheck, Reopen, Withdraw }

/// <summary>
/// The life of an action: which moves its stage allows, where they lead, and what permission each asks for. Blue is
/// reached by verifying alone; what was verified, completed or withdrawn comes back by reopening alone, with its reason.
/// </summary>
public static class StageMoves
{
    /// <summary>The stage that the move leads to; null where it is not allowed from this one.</summary>
    public static Stage? From(Stage stage, StageMove move) => (stage, move) switch
    {
        (Stage.NotStarted or Stage.InProgress, StageMove.Update) => Stage.InProgress,
        (Stage.NotStarted or Stage.InProgress, StageMove.Complete) => Stage.Completed,
        (Stage.NotStarted or Stage.InProgress or Stage.Completed, StageMove.Withdraw) => Stage.Withdrawn,
        (Stage.Completed, StageMove.Verify) => Stage.Verified,
        (Stage.Verified, StageMove.Recheck) => Stage.Verified,
        (Stage.Completed or Stage.Verified or Stage.Withdrawn, StageMove.Reopen) => Stage.InProgress,
        _ => null,
    };

    /// <summary>
    /// Whether the person may make the move. Reopening is for those who verify, for another's action, and for who keeps
    /// the plan; of a withdrawn action for who keeps the plan alone.
    /// </summary>
    /// <param name="isTheirs">Whether the person leads or led the action, is or was accountable for it, or completed it.</param>
    public static bool May(Actor actor, int programmeId, Stage stage, StageMove move, bool isTheirs) => move switch
    {
        StageMove.Update or StageMove.Complete => actor.May(Permission.UpdateAction, programmeId, isTheirs),
        StageMove.Verify or StageMove.Recheck => !isTheirs && actor.May(Permission.VerifyAction, programmeId, isTheirs),
        StageMove.Reopen => actor.May(Permission.EnterPlan, programmeId, isTheirs)
            || (stage is Stage.Completed or Stage.Verified && !isTheirs && actor.May(Permission.VerifyAction, programmeId, isTheirs)),
        StageMove.Withdraw => actor.May(Permission.EnterPlan, programmeId, isTheirs),
    };

    /// <summary>What is said of it afterwards: completed, verified.</summary>
    public static string Done(this StageMove move) => move switch
    {
        StageMove.Update => "updated",
        StageMove.Complete => "completed",
        StageMove.Verify => "verified",
        StageMove.Recheck => "looked again at",
        StageMove.Reopen => "reopened",
        StageMove.Withdraw => "withdrew",
    };

    /// <summary>What the move asks for, where the person is told that they may not.</summary>
    public static Permission Asks(StageMove move) => move switch
    {
        StageMove.Update or StageMove.Complete => Permission.UpdateAction,
        StageMove.Verify or StageMove.Recheck => Permission.VerifyAction,
        StageMove.Reopen or StageMove.Withdraw => Permission.EnterPlan,
    };

    /// <summary>Why the stage does not allow the move, and what to do.</summary>
    public static string WhyNot(string reference, Stage stage, StageMove move) => move switch
    {
        StageMove.Update when stage is Stage.Withdrawn => $"Action {reference} was withdrawn: it takes no more updates.",
        StageMove.Update => $"Action {reference} is {stage.InText()}: it takes no more progress. Ask the programme manager to reopen it if that is wrong.",
        StageMove.Complete => $"Action {reference} is {stage.InText()}: only an action that is not started or in progress can be completed.",
        StageMove.Verify => $"Action {reference} is {stage.InText()}: only a completed action can be verified.",
        StageMove.Recheck => $"Action {reference} is {stage.InText()}: only a verified action is checked again.",
        StageMove.Reopen => $"Action {reference} is {stage.InText()}: only a completed, verified or withdrawn action can be reopened.",
        StageMove.Withdraw => $"Action {reference} is {stage.InText()}: reopen it first if it is to be withdrawn.",
    };
}
