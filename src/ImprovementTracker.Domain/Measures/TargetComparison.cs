namespace ImprovementTracker.Domain.Measures;

/// <summary>How a figure stands against one target.</summary>
public enum TargetVerdict { Met, WithinTolerance, Missed, BelowRange, WithinRange, AboveRange, NoTarget, NoData }

/// <summary>Whether a tolerance is in points (of the unit) or in per cent of the target.</summary>
public enum ToleranceKind { Points, PercentOfTarget }

/// <summary>What a target asks in one month. An expected range has both bounds; any other target only the value.</summary>
public sealed record TargetLevel(decimal Value, decimal? UpperValue = null, decimal Tolerance = 0, ToleranceKind ToleranceKind = ToleranceKind.Points)
{
    public bool IsRange => UpperValue is not null;

    /// <summary>The tolerance in points of the measure's unit.</summary>
    public decimal ToleranceInPoints => ToleranceKind == ToleranceKind.Points ? Tolerance : Math.Abs(Value) * Tolerance / 100m;
}

/// <summary>
/// Rule M5: the comparison of a figure with a target, always on unrounded values. Verdict and distance; the distance is
/// figure minus target in points of the unit (for a range: to the nearer bound, 0 inside), null without figure or target.
/// </summary>
public sealed record TargetComparison(TargetVerdict Verdict, decimal? Distance)
{
    /// <summary>What the distance is measured from: the target, or the nearer bound of a range; null without a distance.</summary>
    public decimal? Bound { get; private init; }

    /// <summary>The figure compared; null without a distance, and within a range, where it makes none.</summary>
    public decimal? Figure => Bound + Distance;

    public static TargetComparison Of(decimal? figure, TargetLevel? target, Polarity polarity)
    {
        if (figure is not { } value)
            return new(TargetVerdict.NoData, null);
        if (target is null)
            return new(TargetVerdict.NoTarget, null);
        if (target.UpperValue is { } upper)
            return OfRange(value, target.Value, upper);

        var distance = value - target.Value;
        var shortfall = polarity switch
        {
            Polarity.HigherIsBetter => -distance,
            Polarity.LowerIsBetter => distance,
            Polarity.CloseToTarget => Math.Abs(distance),
            Polarity.None => (decimal?)null,
        };
        var verdict = (polarity, shortfall) switch
        {
            (_, null) => TargetVerdict.NoTarget,
            (Polarity.CloseToTarget, { } off) => off <= target.ToleranceInPoints ? TargetVerdict.Met : TargetVerdict.Missed,
            (_, <= 0) => TargetVerdict.Met,
            (_, { } off) => off <= target.ToleranceInPoints ? TargetVerdict.WithinTolerance : TargetVerdict.Missed,
        };
        return verdict == TargetVerdict.NoTarget ? new(verdict, null) : new(verdict, distance) { Bound = target.Value };
    }

    private static TargetComparison OfRange(decimal value, decimal lower, decimal upper) =>
        value < lower ? new(TargetVerdict.BelowRange, value - lower) { Bound = lower }
        : value > upper ? new(TargetVerdict.AboveRange, value - upper) { Bound = upper }
        : new(TargetVerdict.WithinRange, 0);
}

public static class TargetVerdictWords
{
    public static string Label(this TargetVerdict verdict) => verdict switch
    {
        TargetVerdict.Met => "Met",
        TargetVerdict.WithinTolerance => "Within tolerance",
        TargetVerdict.Missed => "Missed",
        TargetVerdict.BelowRange => "Below the range",
        TargetVerdict.WithinRange => "Within the range",
        TargetVerdict.AboveRange => "Above the range",
        TargetVerdict.NoTarget => "No target",
        TargetVerdict.NoData => "No value",
    };
}
