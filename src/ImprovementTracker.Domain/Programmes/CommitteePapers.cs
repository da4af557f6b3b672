namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// By when the agenda and reports of a committee must be open to inspection: at least five clear days before the meeting
/// (Local Government Act 1972, section 100B(3); five instead of three in England since 1 October 2002). Neither the day on
/// which they are opened nor the day of the meeting counts, and by practice no weekend and no bank holiday does.
/// </summary>
/// <param name="OpenBy">The last working day on which they can be opened in time.</param>
/// <param name="MayMove">Not all bank holidays up to the meeting are announced, so it may still become an earlier day.</param>
public sealed record CommitteePapers(DateOnly OpenBy, bool MayMove)
{
    public const int ClearDays = 5;

    /// <summary>The rule as a sentence with its source, for those who plan by it.</summary>
    public const string Rule = "A committee's agenda and reports must be open to inspection at least five clear days before the meeting (Local Government Act 1972, section 100B). Neither the day on which they are opened nor the day of the meeting counts; weekends and bank holidays are left out.";

    public static CommitteePapers For(DateOnly meeting, WorkingDays days) =>
        new(days.Before(meeting, ClearDays + 1), !WorkingDays.AreKnownUntil(meeting.AddDays(-1)));

    /// <summary>On the meeting's own line.</summary>
    public string InWords => $"Papers open to inspection by {Words.Date(OpenBy)}{Movable}.";

    /// <summary>After a day that may still become another one.</summary>
    public string Movable => MayMove ? "; the day may still move, because not all bank holidays until then are announced" : "";
}
