using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>
/// How a requirement stands by the figures of its targets: it is met only when every one of them is, and has been for as
/// long as the one that was met last.
/// </summary>
/// <param name="InWords">How many of its targets are met, as a sentence; empty for a single one, which says so itself.</param>
public sealed record RequirementRecord(RequirementState State, string InWords)
{
    /// <param name="targets">At least one.</param>
    public static RequirementRecord Of(IReadOnlyList<TargetRecord> targets)
    {
        var standing = Standing([.. targets.Select(target => target.Outcome)]);
        // A target that has ended speaks of its own months only.
        var current = targets.Where(target => !target.HasEnded).ToList();
        var since = standing is RequirementStanding.Met or RequirementStanding.OnCourse ? (current.Count > 0 ? current : targets).Max(target => target.Since) : null;
        return new(new RequirementState(standing, since is { } month ? KnownDate.In(month) : null), Sentence(targets, since));
    }

    /// <summary>For each requirement that targets of these measures serve, the records of those targets, in the measures' order.</summary>
    /// <param name="figures">Of every month of the measures.</param>
    /// <param name="due">The last month whose figures are due.</param>
    internal static ILookup<int, TargetRecord> TargetsOf(IEnumerable<MeasureRow> measures, AreaTree areas, MonthlyFigures figures, Month due) =>
        (from measure in measures
         from target in measure.Targets
         let area = target.AreaId ?? areas.Whole?.Id
         where area is not null && target.RequirementId is not null
         select (Requirement: target.RequirementId!.Value, Record: TargetRecord.Of(measure, target, area.Value, figures, due))).ToLookup(pair => pair.Requirement, pair => pair.Record);

    /// <summary>How a requirement stands: with targets by what their figures say; without, as it was last judged.</summary>
    /// <param name="judgedOn">Today, or the day with which the programme's record ended.</param>
    internal static RequirementRecord Of(IReadOnlyList<TargetRecord> targets, KnownDate? dueOn, IEnumerable<RequirementState.Judgement> judgements, DateOnly judgedOn) =>
        targets.Count > 0 ? Of(targets) : new(RequirementState.Of(dueOn, judgements, judgedOn), "");

    private static RequirementStanding Standing(IReadOnlyCollection<TargetOutcome> outcomes) =>
        outcomes.Contains(TargetOutcome.NotMet) ? RequirementStanding.NotMet
        : outcomes.Contains(TargetOutcome.NoFigure) || outcomes.Contains(TargetOutcome.NotJudged) ? RequirementStanding.NoFigure
        : outcomes.Contains(TargetOutcome.NotBegun) ? RequirementStanding.Open
        : outcomes.Contains(TargetOutcome.OnCourse) ? RequirementStanding.OnCourse
        : RequirementStanding.Met;

    private static string Sentence(IReadOnlyList<TargetRecord> targets, Month? since)
    {
        var met = targets.Count(target => target.Outcome is TargetOutcome.Met or TargetOutcome.OnCourse);
        return targets.Count == 1 ? ""
            : since is { } month ? $"{(targets.Count == 2 ? "Both" : $"All {Words.InText(targets.Count)}")} of its targets have been met since {month}."
            : met == 0 ? $"{(targets.Count == 2 ? "Neither" : "None")} of its {Words.InText(targets.Count)} targets is met."
            : $"{Words.Sentence(Words.InText(met))} of its {Words.InText(targets.Count)} targets {(met == 1 ? "is" : "are")} met.";
    }
}
