using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A month that has a figure.</summary>
/// <param name="Marks">What a sentence is to say beside the figure; nothing where that stands beside the sentence.</param>
public sealed record SeriesPoint(Month Month, decimal Figure, FigureMarks Marks = default);

/// <summary>How much of a measure's record a line shows, so that a sentence about the line claims nothing of the rest.</summary>
/// <param name="Since">The month with which the line begins although earlier ones are recorded; null where it begins with the record.</param>
/// <param name="EndsEarly">Whether later months are recorded than the line shows.</param>
/// <param name="PublishedOnly">Whether others may have figures that this person does not see.</param>
public sealed record LineReach(Month? Since = null, bool EndsEarly = false, bool PublishedOnly = false)
{
    public static readonly LineReach All = new();

    /// <summary>No figure in May 2011 or before; no figure from June 2008 to May 2011 where the line begins later than the record.</summary>
    internal string NoFigure(MeasureShape measure, Month last) =>
        $"No {(PublishedOnly ? "published " : "")}figure {(Since is not { } since ? $"{measure.When(last)} or before" : since == last ? measure.When(last) : $"from {since} to {last}")}";

    /// <summary>What the only figure of the line is: the only figure there is, the only figure since June 2008. Empty where the line is one month of several.</summary>
    internal string Only(Month last)
    {
        var figure = PublishedOnly ? "figure published" : "figure";
        return Since == last ? ""
            : (Since, EndsEarly) switch
            {
                (null, false) => PublishedOnly ? "the only figure published" : "the only figure there is",
                (null, true) => PublishedOnly ? "the first figure published" : "the first figure there is",
                ({ } since, false) => $"the only {figure} since {since}",
                ({ } since, true) => $"the only {figure} from {since} to {last}",
            };
    }
}

/// <summary>Sentences about a measure that are true of its data, whatever the data are.</summary>
public static class PerformanceSentence
{
    /// <summary>76% in May 2011, up from 37% in April 2010. Without a full stop.</summary>
    /// <param name="points">The months that have a figure, in order.</param>
    /// <param name="last">The month that the reader looks at; said to lack a figure where it does.</param>
    public static string Change(MeasureShape measure, IReadOnlyList<SeriesPoint> points, Month last, LineReach reach, int? decimals = null)
    {
        if (points.Count == 0)
            return reach.NoFigure(measure, last);
        var (first, latest) = (points[0], points[^1]);
        var missing = latest.Month < last ? $"No {(reach.PublishedOnly ? "published " : "")}figure {measure.When(last)}; the latest is " : "";
        var places = DecimalsToTellApart(first.Figure, latest.Figure, decimals ?? measure.Decimals);
        var since = Since(measure, points, last, reach, places);
        return $"{missing}{Text(latest.Figure, measure, places)}{Marked(latest)} {measure.When(latest.Month)}{(since.Length == 0 ? "" : ", ")}{since}";
    }

    /// <summary>The months that are counted as the last one is: only these are ever compared.</summary>
    /// <param name="since">The first month of the last one's definition; null where it held from the beginning.</param>
    public static IReadOnlyList<SeriesPoint> CountedAlike(IReadOnlyList<SeriesPoint> points, Month? since) =>
        since is { } start ? [.. points.Where(point => point.Month >= start)] : points;

    /// <summary>The second half of that sentence: up from 37% in April 2010, the same as in April 2010, the only figure there is.</summary>
    /// <param name="points">The months that have a figure, in order; at least one.</param>
    /// <param name="last">The month with which the line ends.</param>
    public static string Since(MeasureShape measure, IReadOnlyList<SeriesPoint> points, Month last, LineReach reach, int decimals)
    {
        var (first, latest) = (points[0], points[^1]);
        return points.Count == 1 ? reach.Only(last)
            : latest.Figure == first.Figure ? $"the same as {measure.When(first.Month)}"
            : $"{(latest.Figure > first.Figure ? "up" : "down")} from {Text(first.Figure, measure, DecimalsToTellApart(first.Figure, latest.Figure, decimals))}{Marked(first)} {measure.When(first.Month)}";
    }

    private static string Marked(SeriesPoint point) => point.Marks.InWords is { Length: > 0 } words ? $" ({words})" : "";

    /// <summary>4 points below the DfE notice's target of 80%. Empty without a target or a figure.</summary>
    /// <param name="decimals">With which the figure is written where it stands; null where that is as beside this target alone.</param>
    public static string AgainstTarget(MeasureShape measure, decimal? figure, TargetLevel? level, TargetSetter setter, int? decimals = null)
    {
        var comparison = TargetComparison.Of(figure, level, measure.Polarity);
        if (level is null || comparison.Distance is not { } distance)
            return "";
        var asked = level.UpperValue is { } upper
            ? $"{setter.Possessive()} expected range of {Level(level.Value, measure)} to {Level(upper, measure)}"
            : $"{setter.Possessive()} target of {Level(level.Value, measure)}";
        if (distance == 0)
            return level.IsRange ? $"within {asked}" : $"exactly {asked}";
        return $"{FigureText.Distance(comparison, measure.Unit, decimals ?? FigureText.DecimalsBeside(figure!.Value, level, measure.Polarity, measure.Decimals))} {asked}";
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

    /// <summary>With how many decimals a sentence writes its two figures.</summary>
    /// <param name="points">The months that have a figure, in order; at least one.</param>
    /// <param name="decimals">Those of the latest figure where it stands alone.</param>
    public static int DecimalsOf(IReadOnlyList<SeriesPoint> points, int decimals) => DecimalsToTellApart(points[0].Figure, points[^1].Figure, decimals);

    private static int DecimalsToTellApart(decimal one, decimal other, int decimals) => FigureText.DecimalsToTellApart(decimals, [[one, other]]);

    private static string Text(decimal figure, MeasureShape measure, int decimals) => FigureText.Of(figure, measure.Unit, decimals);

    private static string Level(decimal level, MeasureShape measure) => FigureText.OfLevel(level, measure.Unit, measure.Decimals);
}
