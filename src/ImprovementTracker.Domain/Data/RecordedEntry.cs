using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Data;

/// <summary>
/// An entry that stays in the record and counts until somebody takes it back: a visit's word on a finding, a judgement of
/// a requirement, a state of the programme. What is read counts, unless <see cref="TakingBack.WithTakenBack"/> asks for all.
/// </summary>
public abstract class RecordedEntry
{
    /// <summary>For the database.</summary>
    private protected RecordedEntry() { }

    private protected RecordedEntry(Change recordedIn) => RecordedIn = recordedIn.Sequence;

    public int Id { get; private set; }
    public long RecordedIn { get; private set; }

    /// <summary>The change that took it back; null while it counts.</summary>
    public long? EndedIn { get; private set; }

    /// <summary>Why it was taken back.</summary>
    public string? EndReason { get; private set; }

    /// <summary>It was entered wrongly, or called off, and counts no more; it stays in the record with the reason.</summary>
    /// <exception cref="BrokenRule">It was taken back before.</exception>
    internal void TakeBack(string reason, Change change)
    {
        RequireStanding();
        (EndedIn, EndReason) = (change.Sequence, reason);
    }

    /// <exception cref="BrokenRule">It was taken back before.</exception>
    internal void RequireStanding()
    {
        if (EndedIn is not null)
            throw new BrokenRule("This was taken back already. Load the page again.");
    }
}
