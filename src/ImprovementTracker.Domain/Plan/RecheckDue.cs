using System.Linq.Expressions;

namespace ImprovementTracker.Domain.Plan;

/// <summary>
/// When a verified action comes back: the day on which somebody is to look at it again has come, and nobody has. Whoever
/// looks sets another day, or none.
/// </summary>
public static class RecheckDue
{
    public static bool Is(Stage stage, DateOnly? recheckOn, DateOnly judgedOn) => stage == Stage.Verified && recheckOn <= judgedOn;

    /// <summary>The same rule for the database.</summary>
    public static Expression<Func<PriorityAction, bool>> On(DateOnly judgedOn) =>
        action => action.Stage == Stage.Verified && action.RecheckOn <= judgedOn;
}
