namespace ImprovementTracker.Domain.Measures;

/// <summary>A stretch of a series within which values are compared with each other, and never with those outside it.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Start">Place of its first point in the chart's points.</param>
/// <param name="Length">Its points, missing months among them.</param>
/// <param name="Values">Its points that have a value.</param>
/// <param name="Limits">Null where there are too few values.</param>
/// <param name="IsShort">Fewer values than icons are shown for: its limits are provisional.</param>
public sealed record ControlSegment(int Number, int Start, int Length, int Values, ControlLimits? Limits, bool IsShort)
{
    /// <summary>Whether pages show what its values mean: enough of them, and enough variation among them to judge by.</summary>
    public bool ShowsIcons => Limits is { TooLittleVariation: false } && !IsShort;
}
