using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a person wants to see of areas against targets; each that is null is chosen from the data.</summary>
public sealed record AreasChoice(Month? Month = null, TargetSetter? SetBy = null, int? ThemeId = null);

/// <summary>Every area by every measure for one month, against the targets of one setter.</summary>
/// <param name="Months">The months that can be chosen, latest first.</param>
/// <param name="HasTargets">Whether the setter has set any target for the measures shown, in whatever month.</param>
/// <param name="Tolerances">What counts as within tolerance, as sentences.</param>
/// <param name="IsWholeOnly">Whether the person sees approved figures of the whole authority only.</param>
public sealed record AreasTable(
    ProgrammeHeader Programme,
    Month Month,
    IReadOnlyList<Month> Months,
    TargetSetter SetBy,
    bool HasTargets,
    string Lead,
    IReadOnlyList<ThemeChoice> Themes,
    int? ThemeId,
    IReadOnlyList<AreaLine> Areas,
    IReadOnlyList<MeasureLine> Measures,
    IReadOnlyList<string> Tolerances,
    bool IsWholeOnly)
{
    public bool IsEmpty => Areas.Count == 0 || Measures.Count == 0;
}

public sealed record ThemeChoice(int Id, string Name);

/// <summary>An area in force in the month; its depth in the tree is 0 for the whole authority.</summary>
public sealed record AreaLine(int Id, string Name, AreaKind Kind, int Depth);

/// <summary>A measure with its figure for each area.</summary>
/// <param name="Asked">What is asked of every area in the month: 80%, 550 to 700. Empty where nothing is.</param>
/// <param name="Cells">In the order of the areas.</param>
public sealed record MeasureLine(string Code, string Name, string? Theme, string Asked, bool IsRange, bool IsAskedIllustrative, IReadOnlyList<AreaCell> Cells)
{
    /// <summary>Whether the setter asks something of it in the month, at least of one area.</summary>
    public bool IsAsked => Asked.Length > 0 || Cells.Any(cell => cell.OwnTarget.Length > 0);
}

/// <summary>How one area stands on one measure.</summary>
/// <param name="Text">The figure, never saying otherwise than the verdict; or 'no value'.</param>
/// <param name="Gap">The distance to the target (4 below), or why there is no figure.</param>
/// <param name="OwnTarget">The area's own target where it differs from what is asked of all.</param>
/// <param name="Reason">The reason given for a figure that was not captured; else empty.</param>
public sealed record AreaCell(
    string Text,
    MeasureValue Value,
    TargetComparison Comparison,
    string Gap,
    string OwnTarget,
    string Reason,
    FigureMarks Marks,
    bool DiffersFromParts)
{
    public TargetVerdict Verdict => Comparison.Verdict;

    /// <summary>What the figure is held to in the month; null where nothing is asked.</summary>
    public TargetPlan? Target { get; init; }

    /// <summary>464 of 610; put into words only where they are asked for.</summary>
    public string Counts => FigureText.Counts(Value);
    public bool HasFigure => Verdict != TargetVerdict.NoData;

    /// <param name="askedOfAll">What the setter asks of every area, so that only another target is said to be the area's own.</param>
    internal static AreaCell Of(MeasureRow measure, int areaId, AreaFigure figure, TargetSetter setter, Month month, string askedOfAll)
    {
        var shape = measure.Shape;
        var target = measure.TargetFor(areaId, setter, month);
        var level = target?.LevelIn(month);
        var comparison = TargetComparison.Of(figure.Figure, level, shape.Polarity);
        // Only a target for this very area can differ from what is asked of all.
        var own = target?.AreaId is null ? askedOfAll : Asked(level, shape) + (target.IsIllustrative ? ", illustrative" : "");
        return new AreaCell(
            figure.Figure is { } value ? measure.Text(value, areaId, month) : "no value",
            figure.Value,
            comparison,
            figure.Figure is null ? figure.WhyNone : measure.Gap(comparison, areaId, month),
            own == askedOfAll ? "" : own,
            figure.Reason,
            figure.ShownMarks,
            figure.Figure is not null && figure.DiffersFromParts == true)
        {
            Target = target,
        };
    }

    internal static string Asked(TargetLevel? level, MeasureShape shape) => level is null ? "" : FigureText.OfLevel(level, shape.Unit, shape.Decimals);
}
