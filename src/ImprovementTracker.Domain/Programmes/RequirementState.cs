namespace ImprovementTracker.Domain.Programmes;

/// <summary>How a requirement of the notice stands.</summary>
public enum RequirementStanding { Open, Overdue, Met, NotMet }

/// <summary>How a requirement without targets stands: as it was last judged, and until then open, or overdue once its due date has passed.</summary>
/// <param name="Since">When it was judged so; null where nobody has judged it.</param>
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
        RequirementStanding.Open => "Open",
        RequirementStanding.Overdue => "Overdue",
        RequirementStanding.Met => "Met",
        RequirementStanding.NotMet => "Not met",
    };
}
