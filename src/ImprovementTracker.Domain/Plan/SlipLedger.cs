using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Plan;

/// <summary>An entry of an action's history as people read it: who said what and when, and how the action stood after it.</summary>
/// <param name="Sequence">Its place in the order of all changes.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="MovedFrom">The due date before; null when it did not move.</param>
public sealed record HistoryEntry(long Sequence, DateTime RecordedAt, string Who, string Sentence, Stage Stage, Progress? Progress, DateOnly DueOn, DateOnly? MovedFrom, string? SlipReason)
{
    /// <summary>What was done to the action; null where it was entered, handed over or its impact judged.</summary>
    public StageMove? Move { get; init; }

    /// <summary>Who agreed to the new date or to the withdrawal.</summary>
    public string? AgreedBy { get; init; }

    /// <summary>What held it up from then on; null where nothing did.</summary>
    public string? BlockedBy { get; init; }

    public Impact Impact { get; init; }

    /// <summary>The day on which it is to be looked at again; null where nobody is to.</summary>
    public DateOnly? RecheckOn { get; init; }

    public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
    public DateOnly SaidOn => Words.DayInEngland(RecordedAt);
}

/// <summary>One move of an action's due date: from when to when, why and on whose word.</summary>
public sealed record Slip(DateOnly From, DateOnly To, string? Why, string Who, DateOnly SaidOn, string? AgreedBy = null)
{
    /// <summary>Days later; negative where the date was brought forward.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>28 days later, 3 days earlier.</summary>
    public string InWords => SlipLedger.Distance(Days);
}

/// <summary>Every move of an action's due date in the order in which it was made, and how far they have led from the date first agreed.</summary>
public sealed record SlipLedger(DateOnly BaselineDueOn, DateOnly DueOn, IReadOnlyList<Slip> Slips)
{
    /// <param name="history">In any order; entries that moved no date are passed over.</param>
    public static SlipLedger Of(DateOnly baselineDueOn, DateOnly dueOn, IEnumerable<HistoryEntry> history) => new(baselineDueOn, dueOn,
        [.. history.OrderBy(entry => entry.Sequence).SelectMany(Move)]);

    /// <summary>From the date first agreed to the date now, in days; negative where the action is due earlier.</summary>
    public int Days => DueOn.DayNumber - BaselineDueOn.DayNumber;

    /// <summary>The due date has moved twice: it is now 59 days later than first agreed.</summary>
    public string InWords => Slips.Count == 0
        ? "The due date has not moved."
        : $"The due date has moved {Times(Slips.Count)}: it is now {(Days == 0 ? "the one first agreed" : Distance(Days) + " than first agreed")}.";

    private static IEnumerable<Slip> Move(HistoryEntry entry) =>
        entry.MovedFrom is { } from && from != entry.DueOn ? [new Slip(from, entry.DueOn, entry.SlipReason, entry.Who, entry.SaidOn, entry.AgreedBy)] : [];

    internal static string Distance(int days) => $"{Words.Count(Math.Abs(days), "day", "days")} {(days < 0 ? "earlier" : "later")}";

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => $"{Words.InText(count)} times" };
}
