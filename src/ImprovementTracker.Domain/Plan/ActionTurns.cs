namespace ImprovementTracker.Domain.Plan;

/// <summary>A completion of an action, and the day on which it was taken back; null while it stands.</summary>
public sealed record Completion(DateOnly On, DateOnly? ReopenedOn);

/// <summary>The entries of an action's history at which its life turned: completed, verified, looked at again, reopened, withdrawn.</summary>
public static class ActionTurns
{
    /// <param name="history">Of one action, in any order.</param>
    public static IReadOnlyList<HistoryEntry> Of(IEnumerable<HistoryEntry> history)
    {
        var before = Stage.NotStarted;
        var turns = new List<HistoryEntry>();
        foreach (var entry in history.OrderBy(entry => entry.Sequence))
        {
            if (entry.Move == StageMove.Recheck || (entry.Stage != before && !(before.IsOpen() && entry.Stage.IsOpen())))
                turns.Add(entry);
            before = entry.Stage;
        }
        return turns;
    }

    /// <summary>Each time that it was completed, in order; to be verified afterwards is no second time.</summary>
    public static IReadOnlyList<Completion> Completions(IEnumerable<HistoryEntry> history)
    {
        var completions = new List<Completion>();
        foreach (var turn in Of(history))
        {
            var isOpenCompletion = completions.Count > 0 && completions[^1].ReopenedOn is null;
            if (turn.Stage is Stage.Completed or Stage.Verified && !isOpenCompletion)
                completions.Add(new(turn.SaidOn, null));
            else if (turn.Stage is not (Stage.Completed or Stage.Verified) && isOpenCompletion)
                completions[^1] = completions[^1] with { ReopenedOn = turn.SaidOn };
        }
        return completions;
    }

    /// <summary>What happened at the turn, for the start of a sentence: Completed, Verified, Reopened.</summary>
    public static string Label(HistoryEntry turn) => turn.Move == StageMove.Recheck ? "Looked at again" : turn.Stage switch
    {
        Stage.Completed or Stage.Verified or Stage.Withdrawn => turn.Stage.Label(),
        Stage.NotStarted or Stage.InProgress => "Reopened",
    };
}
