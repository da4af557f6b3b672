namespace ImprovementTracker.Domain.Programmes;

/// <summary>How a requirement of the notice stands.</summary>
public enum RequirementStanding
{
    Met,
    /// <summary>What is asked so far is met, and more is asked later.</summary>
    OnCourse,
    NotMet,
    Overdue,
    /// <summary>Its targets cannot be judged: the last month has no figure.</summary>
    NoFigure,
    Open,
}

/// <summary>
/// How a requirement stands. With targets that is what their figures say; without, it is as it was last judged, and until
/// then open, or overdue once its due date has passed.
/// </summary>
/// <param name="Since">Since when it has been so; null where nobody has judged it and no figure says.</param>
public sealed record RequirementState(RequirementStanding Standing, KnownDate? Since)
{
    /// <summary>A judgement, of which day it speaks and in which order it was entered.</summary>
    public sealed record Judgement(bool IsMet, KnownDate On, long RecordedIn);

    /// <param name="judgedOn">Today, or the day with which the programme's record ended.</param>
    public static RequirementState Of(KnownDate? dueOn, IEnumerable<Judgement> judgements, DateOnly judgedOn)
    {
        var all = judgements.OrderBy(judgement => judgement.On).ThenBy(judgement => judgement.RecordedIn).ToList();
        if (all.Count == 0)
            return new(dueOn?.LastPossibleDay < judgedOn ? RequirementStanding.Overdue : RequirementStanding.Open, null);
        var last = all[^1];
        var before = all.FindLastIndex(judgement => judgement.IsMet != last.IsMet);
        return new(last.IsMet ? RequirementStanding.Met : RequirementStanding.NotMet, all[before + 1].On);
    }
}

public static class RequirementWords
{
    public static string Label(this RequirementStanding standing) => standing switch
    {
        RequirementStanding.Met => "Met",
        RequirementStanding.OnCourse => "On course",
        RequirementStanding.NotMet => "Not met",
        RequirementStanding.Overdue => "Overdue",
        RequirementStanding.NoFigure => "No figure",
        RequirementStanding.Open => "Open",
    };

    /// <summary>In the middle of a sentence: two on course.</summary>
    public static string InText(this RequirementStanding standing) => standing == RequirementStanding.NoFigure ? "without a figure" : standing.Label().ToLowerInvariant();
}
