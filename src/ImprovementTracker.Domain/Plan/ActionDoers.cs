namespace ImprovementTracker.Domain.Plan;

/// <summary>
/// Who has done an action, by its history: whoever ever led it or was accountable for it, and whoever said last that it is
/// completed. They do not verify it, whoever has it now.
/// </summary>
public static class ActionDoers
{
    /// <param name="EnteredBy">Null where no person made the entry.</param>
    public sealed record Entry(long Sequence, int? LeadId, int? AccountableId, StageMove? Move, int? EnteredBy);

    public static bool Include(int person, IReadOnlyCollection<Entry> history) =>
        history.Any(entry => entry.LeadId == person || entry.AccountableId == person)
        || history.Where(entry => entry.Move == StageMove.Complete).MaxBy(entry => entry.Sequence)?.EnteredBy == person;
}
