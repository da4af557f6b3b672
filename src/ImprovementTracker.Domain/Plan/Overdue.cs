using System.Linq.Expressions;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Plan;

/// <summary>
/// When an action is late: its due date lies before the day the programme is judged on, and it is not completed,
/// verified or withdrawn. On its due date an action is not yet late.
/// </summary>
public static class Overdue
{
    public static bool Is(Stage stage, DateOnly dueOn, DateOnly judgedOn) => stage.IsOpen() && dueOn < judgedOn;

    /// <summary>The same rule for the database.</summary>
    public static Expression<Func<PriorityAction, bool>> On(DateOnly judgedOn) =>
        action => (action.Stage == Stage.NotStarted || action.Stage == Stage.InProgress) && action.DueOn < judgedOn;

    /// <summary>How far off an open action's due date is: due today, due in 6 days, 6 days overdue.</summary>
    public static string InWords(DateOnly dueOn, DateOnly judgedOn) => (dueOn.DayNumber - judgedOn.DayNumber) switch
    {
        0 => "due today",
        1 => "due tomorrow",
        > 1 and var days => $"due in {Words.Count(days, "day", "days")}",
        var days => $"{Words.Count(-days, "day", "days")} overdue",
    };
}
