namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Between which values a series moves by chance: the mean and the limits of an XmR chart (individual values and moving
/// ranges), after NHS England's 'Making data count'. Limits are not clipped to what is possible, such as 0 to 100.
/// </summary>
public sealed record ControlLimits
{
    private const decimal LimitFactor = 2.66m;
    private const decimal ScreeningFactor = 3.267m;

    /// <summary>
    /// A figure worked out from counts, one in three, is cut at its 28th digit, and so is a mean. What lies closer together than
    /// this part of the largest value is equal: far less than any two figures differ by, far more than cutting does.
    /// </summary>
    private const decimal Rounding = 1e-20m;

    private readonly decimal _slack;

    private ControlLimits(decimal mean, decimal toLimit, decimal toNear, decimal slack)
    {
        Mean = mean;
        Lower = mean - toLimit;
        Upper = mean + toLimit;
        NearLower = mean - toNear;
        NearUpper = mean + toNear;
        _slack = slack;
    }

    public decimal Mean { get; }
    public decimal Lower { get; }
    public decimal Upper { get; }

    /// <summary>Two thirds of the way from the mean to the lower limit.</summary>
    public decimal NearLower { get; }

    /// <summary>Two thirds of the way from the mean to the upper limit.</summary>
    public decimal NearUpper { get; }

    /// <summary>There is no variation left to measure by: both limits are the mean.</summary>
    public bool AreFlat { get; private init; }

    /// <summary>Values differ, but only by jumps so rare that screening left no variation: limits exist, and there is too little to judge by.</summary>
    public bool TooLittleVariation { get; private init; }

    /// <param name="baseline">At least two values, in the order of their dates.</param>
    /// <param name="screened">Whether jumps of 3.267 times the average and more are left out of it, once.</param>
    public static ControlLimits Of(ReadOnlySpan<decimal> baseline, bool screened)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(baseline.Length, 2);
        var ranges = baseline.Length - 1;
        var (sum, largest, total) = (baseline[0], Math.Abs(baseline[0]), 0m);
        for (var i = 1; i < baseline.Length; i++)
        {
            sum += baseline[i];
            largest = Math.Max(largest, Math.Abs(baseline[i]));
            total += Math.Abs(baseline[i] - baseline[i - 1]);
        }
        var slack = largest * Rounding;
        if (total <= slack)
            return new(baseline[0], 0, 0, slack) { AreFlat = true };

        // Multiplied rather than divided: a jump of exactly 3.267 times the average is left out whatever the number of values.
        var (kept, keptTotal) = (ranges, total);
        for (var i = 1; screened && i < baseline.Length; i++)
        {
            var range = Math.Abs(baseline[i] - baseline[i - 1]);
            if (range * ranges >= (ScreeningFactor * total) - slack)
                (kept, keptTotal) = (kept - 1, keptTotal - range);
        }
        var mean = sum / baseline.Length;
        return keptTotal <= slack
            ? new(mean, 0, 0, slack) { AreFlat = true, TooLittleVariation = true }
            : new(mean, LimitFactor * keptTotal / kept, 2 * LimitFactor * keptTotal / (3 * kept), slack);
    }

    /// <summary>
    /// How far from the mean: 0 exactly on it, 1 as far as the near line, 2 beyond that and as far as the limit, 3 beyond the limit;
    /// negative below the mean. A value on a line is still within it.
    /// </summary>
    public int ZoneOf(decimal value) => Compare(value, Mean) switch
    {
        0 => 0,
        > 0 => Compare(value, Upper) > 0 ? 3 : Compare(value, NearUpper) > 0 ? 2 : 1,
        < 0 => Compare(value, Lower) < 0 ? -3 : Compare(value, NearLower) < 0 ? -2 : -1,
    };

    private int Compare(decimal value, decimal line) => Math.Abs(value - line) <= _slack ? 0 : value.CompareTo(line);
}
