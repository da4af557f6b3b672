using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Who may add evidence and take it out.</summary>
public static class EvidenceRules
{
    /// <summary>Those who update the action, and those who verify it: a verifier may bring what they saw.</summary>
    public static bool MayAdd(Actor actor, int programmeId, bool isTheirs) =>
        actor.May(Permission.UpdateAction, programmeId, isTheirs) || actor.May(Permission.VerifyAction, programmeId, isTheirs);

    internal static void RequireMayAdd(Actor actor, int programmeId, PriorityAction action)
    {
        if (!MayAdd(actor, programmeId, action.IsOf(actor)))
            throw new NotAllowed(Permissions.Refusal(Permission.UpdateAction));
    }
}
