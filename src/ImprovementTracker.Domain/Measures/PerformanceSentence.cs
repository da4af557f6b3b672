using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A month that has a figure.</summary>
public sealed record SeriesPoint(Month Month, decimal Figure);

/// <summary>Sentences about a measure that are true of its data, whatever the data are.</summary>
public static class PerformanceSentence
{
    /// <summary>76% in May 2011, up from 37% in April 2010. Without a full stop.</summary>
    /// <param name="points">The months that have a figure, in order.</param>
    /// <param name="last">The month that the reader looks at; said to lack a figure where it does.</param>
    public static string Change(MeasureShape measure, IReadOnlyList<SeriesPoint> points, Month last, int? decimals = null)
    {
        if (points.Count == 0)
            return $"No figure {measure.When(last)} or before";
        var (first, latest) = (points[0], points[^1]);
        var missing = latest.Month < last ? $"No figure {measure.When(last)}; the latest is " : "";
        var places = DecimalsToTellApart(first.Figure, latest.Figure, decimals ?? measure.Decimals);
        return $"{missing}{Text(latest.Figure, measure, places)} {measure.When(latest.Month)}, {Since(measure, points, places)}";
    }

    /// <summary>The second half of that sentence: up from 37% in April 2010, the same as in April 2010, the only figure there is.</summary>
    /// <param name="points">The months that have a figure, in order; at least one.</param>
    public static string Since(MeasureShape measure, IReadOnlyList<SeriesPoint> points, int decimals)
    {
        var (first, latest) = (points[0], points[^1]);
        return points.Count == 1 ? "the only figure there is"
            : latest.Figure == first.Figure ? $"the same as {measure.When(first.Month)}"
            : $"{(latest.Figure > first.Figure ? "up" : "down")} from {Text(first.Figure, measure, DecimalsToTellApart(first.Figure, latest.Figure, decimals))} {measure.When(first.Month)}";
    }

    /// <summary>4 points below the DfE notice's target of 80%. Empty without a target or a figure.</summary>
    public static string AgainstTarget(MeasureShape measure, decimal? figure, TargetLevel? level, TargetSetter setter)
    {
        var comparison = TargetComparison.Of(figure, level, measure.Polarity);
        if (level is null || comparison.Distance is not { } distance)
            return "";
        var asked = level.UpperValue is { } upper
            ? $"{setter.Possessive()} expected range of {Level(level.Value, measure)} to {Level(upper, measure)}"
            : $"{setter.Possessive()} target of {Level(level.Value, measure)}";
        if (distance == 0)
            return level.IsRange ? $"within {asked}" : $"exactly {asked}";
        return $"{FigureText.Distance(comparison, measure.Unit, measure.Decimals)} {asked}";
    }

    /// <summary>
    /// A committee report's sentence: 76% of Initial Assessments completed in time in May 2011 compared with 37% in April 2010.
    /// Without a full stop. Null when the period has no figure at all.
    /// </summary>
    /// <param name="phrase">What the figure is of, as the council says it.</param>
    /// <param name="last">The last month of the report's period; said to lack a figure where it does.</param>
    public static string? ForReport(MeasureShape measure, string phrase, IReadOnlyList<SeriesPoint> points, Month last, int? decimals = null)
    {
        if (points.Count == 0)
            return null;
        var (first, latest) = (points[0], points[^1]);
        var places = points.Count == 1 ? decimals ?? measure.Decimals : DecimalsToTellApart(first.Figure, latest.Figure, decimals ?? measure.Decimals);
        var of = measure.Unit == MeasureUnit.Percentage ? " of" : "";
        var sentence = $"{Text(latest.Figure, measure, places)}{of} {phrase} {measure.When(latest.Month)}";
        var missing = latest.Month < last ? $"; there is no figure for {last}" : "";
        var earlier = points.Count == 1 ? ""
            : latest.Figure == first.Figure ? $", the same as {measure.When(first.Month)}"
            : $" compared with {Text(first.Figure, measure, places)} {measure.When(first.Month)}";
        return sentence + earlier + missing;
    }

    /// <summary>The fewest decimals, from the measure's own on, with which two different figures are written differently.</summary>
    private static int DecimalsToTellApart(decimal one, decimal other, int decimals)
    {
        var places = decimals;
        while (places < 8 && one != other && Math.Round(one, places, MidpointRounding.AwayFromZero) == Math.Round(other, places, MidpointRounding.AwayFromZero))
            places++;
        return places;
    }

    private static string Text(decimal figure, MeasureShape measure, int decimals) => FigureText.Of(figure, measure.Unit, decimals);

    private static string Level(decimal level, MeasureShape measure) => FigureText.OfLevel(level, measure.Unit, measure.Decimals);
}
