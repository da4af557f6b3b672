using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a person wants to see of the summary; each that is null is chosen from the data.</summary>
/// <param name="AreaId">The area looked at; null for the whole authority.</param>
/// <param name="OnlyNotable">Only measures of which something has to be said: a change that chance does not explain, a target missed, a range left.</param>
public sealed record SummaryChoice(Month? Month = null, int? AreaId = null, int? ThemeId = null, bool OnlyNotable = false);

/// <summary>Every measure of one area in a month: its figure, its targets, and whether it changes or only moves by chance.</summary>
/// <param name="Area">Null while there are no areas.</param>
/// <param name="Areas">Those that can be chosen.</param>
/// <param name="Months">The months that can be chosen, latest first.</param>
/// <param name="LeftOut">How many measures are not shown because nothing has to be said of them.</param>
/// <param name="FewestForFirmLimits">With fewer values nothing is said of variation.</param>
public sealed record SummaryTable(
    ProgrammeHeader Programme,
    Month Month,
    AreaNode? Area,
    IReadOnlyList<AreaNode> Areas,
    IReadOnlyList<Month> Months,
    IReadOnlyList<ThemeChoice> Themes,
    int? ThemeId,
    bool OnlyNotable,
    string Lead,
    IReadOnlyList<SummaryLine> Lines,
    int LeftOut,
    int FewestForFirmLimits,
    bool IsWholeOnly)
{
    public bool IsEmpty => Area is null || Lines.Count + LeftOut == 0;
}

/// <summary>A measure in the summary.</summary>
/// <param name="Text">The month's figure, or 'no value'.</param>
/// <param name="Latest">Where the month has no figure, why, and which is the latest; else empty.</param>
/// <param name="Before">The figure of the month before, or why there is none.</param>
/// <param name="From">The month with which the line begins.</param>
/// <param name="Figures">The line's months, null where there is none.</param>
/// <param name="Sentence">The line in words.</param>
/// <param name="Level">What the first target in force asks; null for a range.</param>
/// <param name="Change">Chance or change; null where too little is known to judge.</param>
/// <param name="WhyNotJudged">Why there is no word for its variation; empty where there is one.</param>
public sealed record SummaryLine(
    string Code,
    string Name,
    string? Theme,
    MeasureUnit Unit,
    AreaFigure Figure,
    string Text,
    string Latest,
    AreaFigure Previous,
    string Before,
    Month From,
    IReadOnlyList<decimal?> Figures,
    string Sentence,
    decimal? Level,
    SummaryChange? Change,
    string WhyNotJudged,
    IReadOnlyList<SummaryTarget> Targets)
{
    /// <summary>What stands beside the figure of the month before; nothing where that was counted differently and is not shown.</summary>
    public FigureMarks BeforeMarks { get; init; }

    /// <summary>Who answers for its figures; empty while nobody does.</summary>
    public string Owner { get; init; } = "";

    public bool IsNotable => Change is { Variation: not Variation.Common }
        || Targets.Any(target => target.Verdict is TargetVerdict.Missed or TargetVerdict.BelowRange or TargetVerdict.AboveRange);

    public bool FailsConsistently => Targets.Any(target => target.Assurance == Assurance.ConsistentlyFailing);
}

/// <summary>What the latest value shows.</summary>
/// <param name="Month">The month of that value.</param>
public sealed record SummaryChange(Variation Variation, SpecialCause Cause, Month Month)
{
    /// <summary>What is to be known of that value.</summary>
    public FigureMarks Marks { get; init; }
}

/// <summary>A target in force in the month.</summary>
/// <param name="Asked">80%; 550 to 700.</param>
/// <param name="Distance">4 points below; empty without a figure.</param>
/// <param name="Run">How long it has been met: this month, for 3 months in a row; empty where it is not met.</param>
/// <param name="Assurance">Null where nothing can be said: too few values, a range, no polarity.</param>
public sealed record SummaryTarget(TargetSetter SetBy, string Asked, bool IsIllustrative, TargetVerdict Verdict, string Distance, string Run, Assurance? Assurance);
