using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a person wants to see of one measure in every area; each that is null is chosen from the data.</summary>
public sealed record OneMeasureChoice(Month? Month = null, TargetSetter? SetBy = null);

/// <summary>One measure in every area.</summary>
/// <param name="From">The month with which the lines begin.</param>
/// <param name="Months">The months that can be chosen, latest first.</param>
/// <param name="SetBy">Whose target the areas are held to; null where none is in force.</param>
/// <param name="Asking">Those who ask something of an area in the month.</param>
/// <param name="Areas">The whole authority first; then by level, those with a figure in their order and those without after them.</param>
/// <param name="Benchmarks">The latest that ends by the month: of England, the region, the neighbours; only where there is one.</param>
/// <param name="CountedSince">The month from which it is counted as it is; null where it always was.</param>
public sealed record AreasOnMeasure(
    ProgrammeHeader Programme,
    MeasureRow Measure,
    Month Month,
    Month From,
    IReadOnlyList<Month> Months,
    TargetSetter? SetBy,
    IReadOnlyList<TargetSetter> Asking,
    string Lead,
    IReadOnlyList<AreaOnMeasure> Areas,
    IReadOnlyList<BenchmarkLine> Benchmarks,
    Month? CountedSince,
    bool IsWholeOnly)
{
    /// <summary>Null where the authority is not in force in the month, or there is none.</summary>
    public AreaOnMeasure? Whole => Areas.Count > 0 && Areas[0].Depth == 0 ? Areas[0] : null;

    /// <summary>The benchmarks that the charts show.</summary>
    public IEnumerable<BenchmarkLine> Drawn => Benchmarks.Where(benchmark => benchmark.IsDrawn);

    public bool IsEmpty => Areas.All(area => area.Figures.All(figure => figure is null));
}

/// <summary>How one area stands on the measure.</summary>
/// <param name="Shown">The figure as it is written, with as many decimals as every other area has: so many that figures which differ are seen to.</param>
/// <param name="Text">The figure, or 'no value'.</param>
/// <param name="Rank">Its place among the areas of its level, which areas share whose figures are the same; null without a figure, and for the whole.</param>
/// <param name="Verdict">Null where no target is in force for any area.</param>
/// <param name="Distance">4 points below; empty without a figure or a target.</param>
/// <param name="Asked">80%; empty where nothing is asked of it.</param>
/// <param name="Before">Twelve months before.</param>
/// <param name="Figures">The line's months, null where there is none.</param>
/// <param name="Levels">What is asked in each of them.</param>
/// <param name="Sentence">The line in words, without a full stop.</param>
public sealed record AreaOnMeasure(
    AreaNode Area,
    int Depth,
    AreaFigure Figure,
    decimal? Shown,
    string Text,
    int? Rank,
    bool IsTied,
    TargetVerdict? Verdict,
    string Distance,
    string Asked,
    bool IsAskedIllustrative,
    EarlierFigure Before,
    IReadOnlyList<decimal?> Figures,
    IReadOnlyList<TargetLevel?> Levels,
    string Sentence);

/// <summary>The figure of twelve months before, or why there is none, and the difference since: a number, never better or worse.</summary>
/// <param name="Change">+12 points; empty where there is nothing to compare.</param>
public sealed record EarlierFigure(string Text, string Change, FigureMarks Marks);

/// <summary>What others reach, with its name and period.</summary>
/// <param name="Standing">The authority's own place among its statistical neighbours; empty where it is no figure of neighbours.</param>
/// <param name="IsDrawn">Whether it can be compared with an area's line: a number of a whole country is on another scale.</param>
public sealed record BenchmarkLine(Comparator Comparator, string Name, string Period, decimal Value, string Text, string File, BenchmarkSource? Source, string Standing, bool IsDrawn);

/// <summary>The order of areas on a measure: among those of the same level, best first where there is a better, else highest first.</summary>
public static class Ranking
{
    /// <summary>Whether the lowest figure comes first.</summary>
    public static bool LowestFirst(Polarity polarity) => polarity == Polarity.LowerIsBetter;

    /// <param name="areas">In the order of the tree.</param>
    internal static IReadOnlyList<AreaOnMeasure> Of(IReadOnlyList<AreaOnMeasure> areas, Polarity polarity) =>
        [.. areas.GroupBy(area => area.Depth).OrderBy(level => level.Key).SelectMany(level => level.Key == 0 ? level : OfLevel([.. level], LowestFirst(polarity)))];

    private static IEnumerable<AreaOnMeasure> OfLevel(List<AreaOnMeasure> areas, bool lowestFirst)
    {
        var placed = areas.FindAll(area => area.Shown is not null);
        int Before(decimal figure) => placed.Count(other => lowestFirst ? other.Shown < figure : other.Shown > figure);
        return placed
            .Select(area => area with { Rank = Before(area.Shown!.Value) + 1, IsTied = placed.Count(other => other.Shown == area.Shown) > 1 })
            .OrderBy(area => area.Rank)
            .Concat(areas.Where(area => area.Shown is null));
    }
}
