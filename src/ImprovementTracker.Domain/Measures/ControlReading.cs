namespace ImprovementTracker.Domain.Measures;

/// <summary>What a series says: change or chance, in one word and in sentences.</summary>
/// <param name="Variation">The meaning of the latest value; null where there are too few values to conclude anything.</param>
/// <param name="Cause">The rule that fires for it.</param>
/// <param name="Sentences">What the word rests on, then what a reader must know of the limits.</param>
public sealed record ControlReading(ControlChart Chart, Variation? Variation, SpecialCause Cause, IReadOnlyList<string> Sentences)
{
    public static ControlReading Of(ControlChart chart)
    {
        var shows = chart.Latest.ShowsIcons;
        var cause = chart.Points.LastOrDefault(point => point.Value is not null).Cause ?? SpecialCause.None;
        List<string> sentences = shows && chart.Variation is not null ? [InWords(chart, cause)] : [];
        sentences.AddRange(chart.Notes());
        return new(chart, shows ? chart.Variation : null, cause, sentences);
    }

    /// <summary>Whether the point's rule is shown.</summary>
    public bool IsFlagged(ControlPoint point) => point.Cause is not (null or SpecialCause.None) && Chart.Segments[point.Segment - 1].ShowsIcons;

    private static string InWords(ControlChart chart, SpecialCause cause) => cause switch
    {
        SpecialCause.None => "No clear change: the latest figure is one that chance alone would bring.",
        _ => $"{chart.Variation!.Value.Label()}: the latest figure is {Lower(cause.Label())}.",
    };

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];
}
