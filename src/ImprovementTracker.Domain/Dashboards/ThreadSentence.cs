using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a finding's thread comes to, in two or three sentences that are true of the record.</summary>
public static class ThreadSentence
{
    private static readonly ActionStatus[] BestFirst = [ActionStatus.Verified, ActionStatus.Completed, ActionStatus.OnTrack, ActionStatus.AtRisk, ActionStatus.OffTrack, ActionStatus.NotStarted];

    /// <summary>Recorded as addressed at the visit of February 2011. Eight actions answer it: four verified and four at risk. One is overdue.</summary>
    public static string Of(ThreadOfFinding thread) => string.Join(' ', new[] { State(thread), thread.ShowsPlan ? Actions(thread) : "" }.Where(sentence => sentence.Length > 0));

    private static string State(ThreadOfFinding thread) => thread.Visits.LastOrDefault(visit => visit.Reviews.Count > 0) is { On: var on }
        ? thread.State switch
        {
            ReviewOutcome.Addressed => $"Recorded as addressed at the visit of {on}.",
            ReviewOutcome.StillOfConcern => $"Still of concern at the visit of {on}.",
            ReviewOutcome.Open => $"Looked at and left open at the visit of {on}.",
        }
        : !thread.Finding.Kind.AsksForAction() ? ""
        : thread.Visits.Count == 0 ? "No later visit has been entered that could have looked at it again."
        : "No later visit is recorded as having spoken of it.";

    private static string Actions(ThreadOfFinding thread)
    {
        var counted = thread.Actions.Where(action => InPlan.Is(action.Stage)).ToList();
        var withdrawn = thread.Actions.Count - counted.Count;
        if (counted.Count == 0)
            return withdrawn > 0 ? $"No action answers it any more: {Words.InText(withdrawn)} {(withdrawn == 1 ? "was" : "were")} withdrawn."
                : thread.Finding.Kind.AsksForAction() ? "No action answers it yet." : "";
        var statuses = BestFirst.Select(status => (Status: status, Count: counted.Count(action => action.Status == status))).Where(one => one.Count > 0).ToList();
        var answers = counted.Count == 1 ? $"One action answers it: {Name(statuses[0].Status)}."
            : statuses.Count == 1 ? $"{Words.Sentence(Words.InText(counted.Count))} actions answer it, {(counted.Count == 2 ? "both" : "all")} {Name(statuses[0].Status)}."
            : $"{Words.Sentence(Words.InText(counted.Count))} actions answer it: {Words.List([.. statuses.Select(one => $"{Words.InText(one.Count)} {Name(one.Status)}")])}.";
        var late = counted.Count(action => action.IsOverdue);
        return answers + (late == 0 ? "" : counted.Count == 1 ? " It is overdue." : $" {Words.Sentence(Words.InText(late))} {(late == 1 ? "is" : "are")} overdue.");
    }

    private static string Name(ActionStatus status) => status == ActionStatus.Completed ? "completed and not yet verified" : status.Label().ToLowerInvariant();
}
