using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a target asks from a month on.</summary>
public sealed record TargetPoint(Month Month, decimal Value, decimal? UpperValue = null);

/// <summary>Where a target's months lie, seen from a month.</summary>
public enum TargetTime { InForce, Later, Past }

/// <summary>A target as the rules need it: what it asks in each month, and how it is said.</summary>
public sealed record TargetPlan(
    int Id,
    int MeasureId,
    int? AreaId,
    TargetSetter SetBy,
    string? Document,
    string? Paragraph,
    bool IsIllustrative,
    Month From,
    Month? To,
    TargetPath Path,
    decimal Tolerance,
    ToleranceKind ToleranceKind,
    IReadOnlyList<TargetPoint> Points)
{
    /// <summary>Decimals of a level between two points of a straight path, unless the points have more.</summary>
    private const int DecimalsOnPath = 2;

    /// <summary>The requirement of the notice that it serves; null where it serves none.</summary>
    public int? RequirementId { get; init; }

    /// <summary>What it asks in the month; null before its first step and outside the months in which it is in force.</summary>
    public TargetLevel? LevelIn(Month month)
    {
        if (month < From || month > To)
            return null;
        var place = Points.Count - 1;
        while (place >= 0 && Points[place].Month > month)
            place--;
        if (place < 0)
            return null;
        var at = Points[place];
        if (Path == TargetPath.StraightLine && place + 1 < Points.Count)
        {
            var next = Points[place + 1];
            return Level(OnPath(month, at, next, at.Value, next.Value), at.UpperValue is { } upper && next.UpperValue is { } nextUpper ? OnPath(month, at, next, upper, nextUpper) : null);
        }
        return Level(at.Value, at.UpperValue);
    }

    /// <summary>A level between two points, in as many decimals as it is written with: a figure is compared with what a page says is asked.</summary>
    private static decimal OnPath(Month month, TargetPoint at, TargetPoint next, decimal from, decimal to)
    {
        var (gone, all) = (month.MonthsSince(at.Month), next.Month.MonthsSince(at.Month));
        if (gone == 0)
            return from;
        var decimals = Math.Max(DecimalsOnPath, (int)Math.Max(FigureText.Plain(from).Scale, FigureText.Plain(to).Scale));
        // Multiplied before it is divided, so that a level such as 64.5 comes out exactly.
        return Math.Round(from + ((to - from) * gone / all), decimals, MidpointRounding.AwayFromZero);
    }

    /// <summary>The level it leads to in the end.</summary>
    public TargetPoint Final => Points[^1];

    /// <summary>The month in which that level is asked; where it ends before it gets there, its last month.</summary>
    public Month LeadsTo => To < Final.Month ? To.Value : Final.Month;

    /// <summary>Whether it has run out, is in force or is still to begin, seen from a month.</summary>
    public TargetTime TimeIn(Month month) => month > To ? TargetTime.Past : month < From || month < Points[0].Month ? TargetTime.Later : TargetTime.InForce;

    /// <summary>The target of the same setter for the same area that came into force later and decides in the month instead of this one; null where none does.</summary>
    /// <param name="all">The targets of the measure.</param>
    public TargetPlan? GaveWayTo(Month month, IEnumerable<TargetPlan> all) => LevelIn(month) is null ? null
        : TargetChoice.For([.. all.Where(other => other.AreaId == AreaId)], MeasureId, AreaId ?? 0, SetBy, month) is { } decides && decides.Id != Id ? decides : null;

    /// <summary>80% by March 2011; expected range 550 to 700; 35 from April 2010 until March 2011.</summary>
    public string InWords(MeasureUnit unit, int decimals) => Asked(unit, decimals) + Ends();

    /// <summary>
    /// The same, seen from a month on its way: 77% due by May 2011, on the way to 85% by September 2011. What a figure is
    /// compared with stands in it.
    /// </summary>
    public string InWords(MeasureUnit unit, int decimals, Month month) =>
        OnTheWay(unit, decimals, month) is not { Length: > 0 } onTheWay || LevelIn(month) is not { } due ? InWords(unit, decimals)
        : $"{(due.IsRange ? "expected range " : "")}{FigureText.OfLevel(due, unit, decimals)} due {(due.IsRange ? "in" : "by")} {month}, {onTheWay}{Ends()}";

    /// <summary>on the way to 85% by September 2011; empty where the month's level is the one it leads to in the end, or it asks nothing.</summary>
    public string OnTheWay(MeasureUnit unit, int decimals, Month month) =>
        LevelIn(month) is not { } due || (due.Value == Final.Value && due.UpperValue == Final.UpperValue) ? ""
        : $"on the way to {FigureText.OfLevel(Level(Final.Value, Final.UpperValue), unit, decimals)} by {Final.Month}";

    private string Ends() => To is not { } to ? "" : Points.Count > 1 && Final.UpperValue is null ? $", in force until {to}" : $" until {to}";

    private string Asked(MeasureUnit unit, int decimals) => Final.UpperValue is { } upper
        ? $"expected range {Text(Final.Value, unit, decimals)} to {Text(upper, unit, decimals)}"
        : Points.Count > 1 ? $"{Text(Final.Value, unit, decimals)} by {Final.Month}" : $"{Text(Final.Value, unit, decimals)} from {(Final.Month > From ? Final.Month : From)}";

    /// <summary>
    /// The tolerance as a sentence: up to 5 points short of it counts as within tolerance. Empty when there is none, and for
    /// an expected range.
    /// </summary>
    public string ToleranceInWords(MeasureUnit unit, Polarity polarity)
    {
        if (Tolerance == 0 || Final.UpperValue is not null)
            return "";
        var size = ToleranceKind switch
        {
            ToleranceKind.Points => $"{Tolerance:0.####}{(unit == MeasureUnit.Percentage ? Tolerance == 1 ? " point" : " points" : "")}",
            ToleranceKind.PercentOfTarget => $"{Tolerance:0.####} per cent of the target",
        };
        return polarity switch
        {
            Polarity.HigherIsBetter => $"Up to {size} short of it counts as within tolerance.",
            Polarity.LowerIsBetter => $"Up to {size} above it counts as within tolerance.",
            Polarity.CloseToTarget => $"Up to {size} below or above it counts as met.",
            Polarity.None => "",
        };
    }

    private TargetLevel Level(decimal value, decimal? upper) => new(value, upper, Tolerance, ToleranceKind);

    private static string Text(decimal value, MeasureUnit unit, int decimals) => FigureText.OfLevel(value, unit, decimals);
}

/// <summary>Which of several targets an area is held to.</summary>
public static class TargetChoice
{
    /// <summary>
    /// The setter's target for the measure and area in the month: one for this very area before one for every area, and the
    /// one that came into force last where there are several. Null when there is none.
    /// </summary>
    public static TargetPlan? For(IReadOnlyList<TargetPlan> targets, int measureId, int areaId, TargetSetter setter, Month month)
    {
        // Asked many times for every figure of a large table: so one pass, nothing sorted, and no enumerator made.
        TargetPlan? chosen = null;
        for (var place = 0; place < targets.Count; place++)
        {
            var target = targets[place];
            if (target.MeasureId == measureId && target.SetBy == setter && (target.AreaId is null || target.AreaId == areaId)
                && (chosen is null || Precedence(target).CompareTo(Precedence(chosen)) > 0) && target.LevelIn(month) is not null)
                chosen = target;
        }
        return chosen;
    }

    private static (bool ForArea, Month From, int Id) Precedence(TargetPlan target) => (target.AreaId is not null, target.From, target.Id);
}
