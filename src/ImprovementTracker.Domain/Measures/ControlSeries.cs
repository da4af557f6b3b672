namespace ImprovementTracker.Domain.Measures;

/// <summary>What a control chart is drawn from: a series of one measure in one area, and what people have decided about it.</summary>
/// <param name="Values">In the order of their dates, each date once.</param>
public sealed record ControlSeries(IReadOnlyList<DatedValue> Values, Polarity Polarity)
{
    /// <summary>With fewer values than this a fixed baseline would be no baseline.</summary>
    public const int ShortestBaseline = 12;

    /// <summary>How many of each segment's first values its limits are worked out from; null for all of them, and all if there are fewer.</summary>
    public int? Baseline { get; init; }

    /// <summary>The days from which a person has said that the limits are worked out anew.</summary>
    public IReadOnlyList<DateOnly> Rebases { get; init; } = [];

    /// <summary>The days from which something else is measured under the same name: nothing is compared across them.</summary>
    public IReadOnlyList<DateOnly> DefinitionChanges { get; init; } = [];

    /// <summary>Whether the largest jumps are left out of the measure of variation.</summary>
    public bool Screened { get; init; } = true;

    /// <summary>With fewer values a segment has no limits, and nothing in it is judged.</summary>
    public int FewestForLimits { get; init; } = 3;

    /// <summary>With fewer values a segment is short: its limits are provisional.</summary>
    public int FewestForIcons { get; init; } = 12;
}
