using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a person wants to see month by month; each that is null is chosen from the data.</summary>
/// <param name="Month">The last month of the run.</param>
/// <param name="Months">How many months.</param>
/// <param name="MeasureCode">The measure of which every area is shown; null to see every measure of one area.</param>
/// <param name="AreaId">The area of which every measure is shown; null for the whole authority.</param>
public sealed record RunChoice(Month? Month = null, TargetSetter? SetBy = null, int Months = 12, string? MeasureCode = null, int? AreaId = null);

/// <summary>A row for each area on one measure, or for each measure of one area; a column for each month.</summary>
/// <param name="Shown">The months of the run, in order.</param>
/// <param name="Choosable">The months with which it can end, latest first.</param>
/// <param name="Of">The measure's or the area's name.</param>
/// <param name="MeasureCode">Null where every measure of one area is shown.</param>
/// <param name="Tolerances">What counts as within tolerance, as sentences.</param>
/// <param name="Breaks">Sentences on measures that were counted differently for a part of the run.</param>
public sealed record RunTable(
    ProgrammeHeader Programme,
    IReadOnlyList<Month> Shown,
    IReadOnlyList<Month> Choosable,
    TargetSetter SetBy,
    string Lead,
    string Of,
    string? MeasureCode,
    int? AreaId,
    IReadOnlyList<MeasureName> Measures,
    IReadOnlyList<AreaNode> Areas,
    IReadOnlyList<RunRow> Rows,
    IReadOnlyList<string> Breaks,
    IReadOnlyList<string> Tolerances,
    bool IsWholeOnly)
{
    public Month Month => Shown[^1];
}

public sealed record MeasureName(string Code, string Name);

/// <summary>An area on the measure, or a measure of the area, month by month.</summary>
/// <param name="AreaInAddress">The area as addresses write it; null for the whole authority.</param>
/// <param name="Asked">What is asked in the last month: 80%. Empty where nothing is.</param>
/// <param name="Cells">In the order of the months; null where the area was not in force.</param>
public sealed record RunRow(string Name, string? Theme, int Depth, string MeasureCode, int? AreaInAddress, string Asked, bool IsAskedIllustrative, IReadOnlyList<AreaCell?> Cells)
{
    /// <summary>What is asked in each month, where that is not what is asked in the last; else empty.</summary>
    public IReadOnlyList<string> AskedBefore { get; init; } = [];
}

/// <summary>The sentence above a run of months, true whatever the data are: how many of its figures met their target.</summary>
public static class RunSentence
{
    /// <param name="of">The area or the measure that all figures are of.</param>
    public static string Of(string of, Month from, Month to, TargetSetter setter, IReadOnlyCollection<TargetVerdict> verdicts)
    {
        var judged = verdicts.Count(verdict => verdict is TargetVerdict.Met or TargetVerdict.WithinTolerance or TargetVerdict.Missed);
        var met = verdicts.Count(verdict => verdict == TargetVerdict.Met);
        var ranged = verdicts.Count(verdict => verdict is TargetVerdict.BelowRange or TargetVerdict.WithinRange or TargetVerdict.AboveRange);
        var within = verdicts.Count(verdict => verdict == TargetVerdict.WithinRange);
        var figures = $"of {of} from {from} to {to} that can be compared with {setter.Targets()}";
        if (judged + ranged == 0)
            return $"No figure {figures.Replace(" that can be", " can be", StringComparison.Ordinal)}.";
        var targets = judged == 0 ? "" : judged == 1
            ? $"The only figure {figures} {(met == 1 ? "met" : "did not meet")} its target."
            : $"Of the {Words.Count(judged)} figures {figures}, {HowMany(met, judged)} met {(met > 1 ? "their targets" : "its target")}.";
        var ranges = ranged == 0 ? "" : ranged == 1
            ? $"The only {(judged == 0 ? $"figure {figures}" : "one with an expected range")} lay {(within == 1 ? "within" : "outside")} {(judged == 0 ? "its expected range" : "it")}."
            : judged == 0
            ? $"Of the {Words.Count(ranged)} figures {figures}, {HowMany(within, ranged)} lay within {(within > 1 ? "their" : "its")} expected range."
            : $"Of the {Words.Count(ranged)} with an expected range, {HowMany(within, ranged)} lay within it.";
        return $"{targets} {ranges}".Trim();
    }

    private static string HowMany(int some, int all) => some == all ? "all" : Words.InText(some);
}
