using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Who may add evidence and take it out: those who update the action, and no board member, who verifies on it.</summary>
public static class EvidenceRules
{
    /// <param name="isTheirs">Whether the person leads the action or is accountable for it.</param>
    public static bool MayChange(Actor actor, int programmeId, bool isTheirs) => actor.May(Permission.UpdateAction, programmeId, isTheirs);

    /// <summary>Why somebody else's evidence stays.</summary>
    public const string WhoChanges = "Evidence is added and taken out by who leads the action or is accountable for it, or by the programme manager. Ask one of them.";

    internal static void RequireMayChange(Actor actor, int programmeId, PriorityAction action)
    {
        if (!MayChange(actor, programmeId, action.IsOf(actor)))
            throw new NotAllowed(WhoChanges);
    }
}
