using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Plan;

/// <summary>What the plan's pages say in a sentence.</summary>
public static class PlanWords
{
    /// <summary>You have 3 open actions: 1 is overdue.</summary>
    public static string Lead(this MyActions.Shown mine)
    {
        var open = mine.Open.Count();
        if (mine.Actions.Count == 0)
            return "No action of this programme is yours.";
        if (open == 0)
            return "All your actions are finished.";
        var late = mine.Overdue == 0 ? "none is overdue" : mine.Overdue == open && open > 1 ? "all are overdue" : $"{Words.Count(mine.Overdue)} {(mine.Overdue == 1 ? "is" : "are")} overdue";
        return $"You have {Words.Count(open, "open action", "open actions")}: {late}.";
    }

    /// <summary>The plan has 24 actions: 2 off track, 3 at risk, 19 on track. 4 are overdue. 1 more was withdrawn.</summary>
    public static string Lead(this PlanList.Shown plan)
    {
        if (plan.All == 0)
            return plan.Withdrawn == 0 ? "The plan has no action yet." : $"The plan has no action: {Words.Count(plan.Withdrawn)} {(plan.Withdrawn == 1 ? "was" : "were")} withdrawn.";
        ActionStatus[] worstFirst = [ActionStatus.OffTrack, ActionStatus.AtRisk, ActionStatus.OnTrack, ActionStatus.NotStarted, ActionStatus.Completed, ActionStatus.Verified];
        var counts = worstFirst.Where(plan.Counts.ContainsKey).Select(status => $"{Words.Count(plan.Counts[status])} {status.AfterNumber()}");
        var late = plan.Overdue == 0 ? "None is overdue" : $"{Words.Count(plan.Overdue)} {(plan.Overdue == 1 ? "is" : "are")} overdue";
        var withdrawn = plan.Withdrawn == 0 ? "" : $" {Words.Count(plan.Withdrawn)} more {(plan.Withdrawn == 1 ? "was" : "were")} withdrawn.";
        return $"The plan has {Words.Count(plan.All, "action", "actions")}: {Words.List([.. counts])}. {late}.{withdrawn}";
    }

    /// <summary>No update yet, Last update today, Last update 12 days ago; with its date where the record had ended before.</summary>
    public static string LastUpdate(MyActions.Line line) => line.DaysSinceSaid switch
    {
        null => line.SaidLast is { } day ? $"Last update on {Words.Date(day)}" : "No update yet",
        0 => "Last update today",
        1 => "Last update yesterday",
        var days => $"Last update {Words.Count(days.Value)} days ago",
    };
}
