using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Inspections;
using ImprovementTracker.Web.Measures;
using ImprovementTracker.Web.Programmes;

namespace ImprovementTracker.Web.Plan;

/// <summary>What the page of disagreements and gaps says first, and where its gaps are seen and mended.</summary>
public static class GapLinks
{
    /// <summary>12 actions are said to be on track; the record speaks against three. Two gaps: one finding without an action and one measure without an owner.</summary>
    public static string Lead(this DisagreementsAndGaps.Shown page)
    {
        var against = page.Disagreements.Count;
        var actions = page.OnTrack switch
        {
            0 => "No action is said to be on track.",
            1 => against == 0 ? "One action is said to be on track; the record does not speak against it." : "One action is said to be on track; the record speaks against it.",
            var all => $"{Words.Sentence(Words.InText(all))} actions are said to be on track; the record speaks against {(against == all ? "all of them" : Words.InText(against))}.",
        };
        if (page.Gaps.Count == 0)
            return $"{actions} No gaps.";
        var kinds = page.Gaps.GroupBy(gap => gap.Kind).Select(kind => kind.Key.Counted(kind.Count()));
        return $"{actions} {Words.Sentence(Words.InText(page.Gaps.Count))} {(page.Gaps.Count == 1 ? "gap" : "gaps")}: {Words.List([.. kinds])}.";
    }

    /// <summary>The page of what something is missing from.</summary>
    public static string Address(this Gap gap, string slug) => gap.Kind switch
    {
        GapKind.FindingWithoutAction => InspectionAddress.Thread(slug, gap.Id!.Value),
        GapKind.ActionWithoutMeasure => PlanAddress.Action(slug, gap.Key!),
        GapKind.RequirementWithoutTarget => ProgrammeAddress.Notice(slug, gap.Id!.Value),
        GapKind.TargetWithoutFigure or GapKind.MeasureWithoutOwner => MeasureAddress.Of(slug, gap.Key!),
    };

    /// <summary>The form on which what is missing is put in.</summary>
    public static string MendAddress(this Gap gap, string slug) => gap.Kind switch
    {
        GapKind.FindingWithoutAction => PlanAddress.NewActionOnFinding(slug, gap.Id!.Value),
        GapKind.ActionWithoutMeasure => PlanAddress.Edit(slug, gap.Key!),
        GapKind.RequirementWithoutTarget => ProgrammeAddress.Requirement(slug, gap.Id!.Value),
        GapKind.TargetWithoutFigure => MeasureAddress.Record(slug, gap.Key!),
        GapKind.MeasureWithoutOwner => MeasureAddress.Owners(slug),
    };

    /// <summary>What the link to that form says.</summary>
    public static string Mend(this GapKind kind) => kind switch
    {
        GapKind.FindingWithoutAction => "Enter an action",
        GapKind.ActionWithoutMeasure => "Name a measure",
        GapKind.RequirementWithoutTarget => "Set a date",
        GapKind.TargetWithoutFigure => "Record the figure",
        GapKind.MeasureWithoutOwner => "Name an owner",
    };
}
