using System.Linq.Expressions;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Which actions count as the plan's, wherever they are counted: every one but those that were withdrawn.</summary>
public static class InPlan
{
    /// <summary>The same rule for the database.</summary>
    public static readonly Expression<Func<PriorityAction, bool>> Counted = action => action.Stage != Stage.Withdrawn;

    public static bool Is(Stage stage) => stage != Stage.Withdrawn;
}
