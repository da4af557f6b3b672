using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Dashboards;

/// <summary>What the overview says of its parts.</summary>
public static class OverviewWords
{
    public static string MeasuresHeading(OverviewBoard board) => !board.HasTargets ? "Measures" : board.SetBy switch
    {
        TargetSetter.DfeNotice => "The notice's measures",
        TargetSetter.Ofsted => "Measures with a target of Ofsted",
        TargetSetter.Statute => "Measures with a statutory target",
        TargetSetter.National => "Measures with a national target",
        TargetSetter.Local => "Measures with a local target",
    };

    /// <summary>The head of the column of lines: since April 2010 where all begin then.</summary>
    public static string LineHeading(OverviewBoard board) =>
        board.Measures.Where(measure => measure.Figures.Any(figure => figure is not null)).Select(measure => measure.From).Distinct().ToList() is [var only] && only != board.Month ? $"Since {only}" : "Over time";

    public static string NothingNeeded(OverviewBoard board) => board.SeesPlan
        ? "Nothing: no action is overdue or off track, no area for priority action is open, and every open finding has an action."
        : "No area for priority action of a published inspection is open.";

    public static string AsItStands(OverviewBoard board) => board.SeesPlan
        ? "Findings and plan as they stand."
        : "Published inspections only, as they stand.";

    public static string Kind(OverviewFinding finding) => $"{finding.Kind.Label()}, {finding.Inspection}, {finding.On}";

    /// <summary>Due 29 July 2011, moved twice; first agreed: 31 March 2011.</summary>
    public static string Due(OverviewAction action)
    {
        var moved = action.Moves switch { 0 => "", 1 => ", moved once", 2 => ", moved twice", var times => $", moved {Words.InText(times)} times" };
        var first = action.BaselineDueOn == action.DueOn ? "" : $"; first agreed: {Words.Date(action.BaselineDueOn)}";
        return $"Due {Words.Date(action.DueOn)}{moved}{first}.";
    }
}
