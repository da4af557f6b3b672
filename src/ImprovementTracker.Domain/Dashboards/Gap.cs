using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a plan lacks to lead from a finding to figures that show whether it works.</summary>
public enum GapKind { FindingWithoutAction, ActionWithoutMeasure, RequirementWithoutTarget, TargetWithoutFigure, MeasureWithoutOwner }

/// <summary>One thing that is missing, as a sentence.</summary>
/// <param name="About">The name of what it is missing from, with which the sentence begins.</param>
/// <param name="Sentence">What goes on after the name.</param>
/// <param name="Key">An action's reference or a measure's code; null for what is known by its number.</param>
/// <param name="Id">A finding's or a requirement's number; null for what is known by its key.</param>
public sealed record Gap(GapKind Kind, string About, string Sentence, string? Key = null, int? Id = null);

/// <summary>The words of gaps.</summary>
public static class GapWords
{
    private const int MostWords = 140;

    /// <summary>Findings without an action: the heading of their list.</summary>
    public static string Label(this GapKind kind) => kind switch
    {
        GapKind.FindingWithoutAction => "Findings without an action",
        GapKind.ActionWithoutMeasure => "Actions without a measure",
        GapKind.RequirementWithoutTarget => "Requirements without a target or date",
        GapKind.TargetWithoutFigure => "Targets without a figure",
        GapKind.MeasureWithoutOwner => "Measures without an owner",
    };

    /// <summary>1 finding without an action, 2 findings without an action.</summary>
    public static string Counted(this GapKind kind, int count) => kind switch
    {
        GapKind.FindingWithoutAction => $"{Words.InText(count)} {(count == 1 ? "finding" : "findings")} without an action",
        GapKind.ActionWithoutMeasure => $"{Words.InText(count)} {(count == 1 ? "action" : "actions")} without a measure",
        GapKind.RequirementWithoutTarget => $"{Words.InText(count)} {(count == 1 ? "requirement" : "requirements")} without a target or date",
        GapKind.TargetWithoutFigure => $"{Words.InText(count)} {(count == 1 ? "target" : "targets")} without a figure",
        GapKind.MeasureWithoutOwner => $"{Words.InText(count)} {(count == 1 ? "measure" : "measures")} without an owner",
    };

    internal static Gap Finding(int id, FindingKind kind, string words, string inspection, KnownDate on) =>
        new(GapKind.FindingWithoutAction, $"{kind.Label()}, {inspection} of {on}", $"is answered by no action: ‘{Words.Shortened(words, MostWords)}’", Id: id);

    internal static Gap Action(string reference, string title) =>
        new(GapKind.ActionWithoutMeasure, $"{reference} {title}", "names no measure by which one could see whether it works.", Key: reference);

    internal static Gap Requirement(int id, string reference, string words) =>
        new(GapKind.RequirementWithoutTarget, $"Requirement {reference}", $"has no target and no date by which it must be done: {Words.Stopped(Words.Shortened(words, MostWords))}", Id: id);

    /// <param name="setters">Whose targets: the DfE notice's, the local.</param>
    internal static Gap Target(string code, string measure, string area, Month month, IReadOnlyList<string> setters, string whyNone) =>
        new(GapKind.TargetWithoutFigure, measure, $"has no figure of {area} for {month} ({whyNone}) to compare with {Words.List(setters)} target{(setters.Count == 1 ? "" : "s")}.", Key: code);

    internal static Gap Measure(string code, string name) => new(GapKind.MeasureWithoutOwner, name, "is owned by nobody.", Key: code);
}
