using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Plan;

/// <summary>What the plan's pages say in a sentence.</summary>
public static class PlanWords
{
    /// <summary>You have 3 open actions: 1 is overdue.</summary>
    public static string Lead(this MyActions.Shown mine) =>
        mine.Actions.Count == 0 ? "No action of this programme is yours."
        : mine.Open.Any() ? Own(mine.Open.Count(), mine.Overdue)
        : "All your actions are finished.";

    /// <summary>The same of the overview's.</summary>
    public static string InWords(this OwnActions own) => Own(own.Open, own.Overdue);

    private static string Own(int open, int overdue)
    {
        var late = (open, overdue) switch
        {
            (1, 0) => "it is not overdue",
            (1, _) => "it is overdue",
            (_, 0) => "none is overdue",
            _ when overdue == open => "all are overdue",
            _ => $"{Words.Count(overdue)} {(overdue == 1 ? "is" : "are")} overdue",
        };
        return $"You have {Words.Count(open, "open action", "open actions")}: {late}.";
    }

    /// <summary>The plan has 24 actions: 2 off track, 3 at risk, 19 on track. 4 are overdue. 1 more was withdrawn.</summary>
    public static string Lead(this PlanList.Shown plan) => Lead(plan.Counts, plan.Overdue, plan.RechecksDue, plan.Withdrawn);

    /// <summary>The same above the plan on a page.</summary>
    public static string Lead(this PlanOnAPage.Shown plan) => Lead(plan.Counts, plan.Overdue, plan.RechecksDue, plan.Withdrawn);

    private static string Lead(IReadOnlyDictionary<ActionStatus, int> by, int overdue, int rechecks, int gone)
    {
        var all = by.Values.Sum();
        if (all == 0)
            return gone == 0 ? "The plan has no action yet." : $"The plan has no action: {Words.Count(gone)} {(gone == 1 ? "was" : "were")} withdrawn.";
        ActionStatus[] worstFirst = [ActionStatus.OffTrack, ActionStatus.AtRisk, ActionStatus.OnTrack, ActionStatus.NotStarted, ActionStatus.Completed, ActionStatus.Verified];
        var counts = worstFirst.Where(by.ContainsKey).Select(status => $"{Words.Count(by[status])} {status.AfterNumber()}");
        var late = overdue == 0 ? "None is overdue" : $"{Words.Count(overdue)} {(overdue == 1 ? "is" : "are")} overdue";
        var again = rechecks == 0 ? "" : $" {Words.Count(rechecks)} verified {(rechecks == 1 ? "is" : "are")} to be looked at again.";
        var withdrawn = gone == 0 ? "" : $" {Words.Count(gone)} more {(gone == 1 ? "was" : "were")} withdrawn.";
        return $"The plan has {Words.Count(all, "action", "actions")}: {Words.List([.. counts])}. {late}.{again}{withdrawn}";
    }

    /// <summary>No update yet, Last update today, Last update 12 days ago; with its date where the record had ended before.</summary>
    public static string LastUpdate(MyActions.Line line) => line.DaysSinceSaid switch
    {
        null => line.SaidLast is { } day ? $"Last update on {Words.Date(day)}" : "No update yet",
        0 => "Last update today",
        1 => "Last update yesterday",
        var days => $"Last update {Words.Count(days.Value)} days ago",
    };

    /// <summary>What whoever takes an action over has to expect of it next, each as a sentence.</summary>
    public static IReadOnlyList<string> ComesNext(this HandoverList.Line line)
    {
        var next = line.Stage switch
        {
            Stage.NotStarted => line.StartsOn < line.JudgedOn ? $"It was to start on {Words.Date(line.StartsOn)}." : $"It starts on {Words.Date(line.StartsOn)}.",
            Stage.InProgress => line.NextStep is null ? "No milestone is open: it is to be completed." : "",
            Stage.Completed => "Another person verifies it.",
            Stage.Verified => line.RecheckOn is { } day ? $"To be looked at again on {Words.Date(day)}." : "Nothing: it is verified.",
            Stage.Withdrawn => "Nothing: it is withdrawn.",
        };
        return [.. new[]
        {
            line.BlockedBy is null ? "" : $"Held up: {Words.Stopped(line.BlockedBy)}",
            line.NextStep is { } step && line.Stage.IsOpen() ? $"Milestone due {Words.Date(step.DueOn)}: {Words.Stopped(step.Title)}" : "",
            next,
        }.Where(sentence => sentence.Length > 0)];
    }

    /// <summary>What a new action is entered for; null where that is nothing in particular.</summary>
    public static string? TickedInWords(this ActionForm.Opened form)
    {
        List<string> ticked =
        [
            .. form.Inspections.SelectMany(inspection => inspection.Findings).Where(finding => form.Input.Findings.Contains(finding.Id)).Select(finding => $"the finding ‘{Words.Shortened(finding.Words, 160).TrimEnd('.')}’"),
            .. form.Requirements.Where(requirement => form.Input.Requirements.Contains(requirement.Id)).Select(requirement => $"requirement {requirement.Reference}"),
            .. form.Themes.SelectMany(theme => theme.Measures).Where(measure => form.Input.Measures.Contains(measure.Id)).Select(measure => $"the measure {measure.Name}"),
        ];
        return ticked.Count == 0 ? null : Words.List(ticked);
    }
}
