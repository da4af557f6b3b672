using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Figures as people read them: rounded half away from zero to the measure's decimals, and with more decimals where
/// the rounded text would contradict the verdict beside it (79.6% against a target of 80% is not written 80%).
/// </summary>
public static class FigureText
{
    private const int MostDecimals = 8;
    private static readonly string[] Formats = [.. Enumerable.Range(0, 29).Select(decimals => $"N{decimals}")];

    /// <summary>76%, 1,598, 15.2.</summary>
    public static string Of(decimal figure, MeasureUnit unit, int decimals) =>
        Number(figure, decimals) + (unit == MeasureUnit.Percentage ? "%" : "");

    /// <summary>The counts behind a share or a ratio: 464 of 610; 4,330 ÷ 246 where the one is not part of the other.</summary>
    public static string Counts(long numerator, long denominator, MeasureUnit unit) =>
        $"{Words.Count(numerator)} {(unit == MeasureUnit.Percentage ? "of" : "÷")} {Words.Count(denominator)}";

    /// <summary>The same of a value; empty where it was not counted in cases, or has no denominator.</summary>
    public static string Counts(MeasureValue value) =>
        value is MeasureValue.Counted { Unit: var unit, Numerator: var numerator, Denominator: { } denominator } ? Counts(numerator, denominator, unit) : "";

    /// <summary>A target's level with all the decimals it was set with: 80%, 97.5%.</summary>
    public static string OfLevel(decimal level, MeasureUnit unit, int decimals)
    {
        var set = Plain(level);
        return Of(set, unit, Math.Max(decimals, set.Scale));
    }

    /// <summary>Dividing by one in this form drops the trailing zeros that the database adds.</summary>
    internal static decimal Plain(decimal set) => set / 1.0000000000000000000000000000m;

    /// <summary>What a target asks: 80%, or 550 to 700 for an expected range.</summary>
    public static string OfLevel(TargetLevel level, MeasureUnit unit, int decimals) =>
        OfLevel(level.Value, unit, decimals) + (level.UpperValue is { } upper ? $" to {OfLevel(upper, unit, decimals)}" : "");

    /// <summary>The figure beside a target's verdict: never a text that says otherwise than the verdict.</summary>
    public static string Beside(decimal figure, TargetLevel? target, Polarity polarity, MeasureUnit unit, int decimals) =>
        Of(figure, unit, DecimalsBeside(figure, target, polarity, decimals));

    /// <summary>The fewest decimals, from the measure's own on, with which the rounded figure has the verdict of the unrounded one, and lies on the same side of the target.</summary>
    public static int DecimalsBeside(decimal figure, TargetLevel? target, Polarity polarity, int decimals)
    {
        var said = Said(figure);
        var places = decimals;
        while (places < MostDecimals && Said(Rounded(figure, places)) != said)
            places++;
        return places;

        (TargetVerdict, int?) Said(decimal written)
        {
            var comparison = TargetComparison.Of(written, target, polarity);
            return (comparison.Verdict, comparison.Distance is { } distance ? Math.Sign(distance) : null);
        }
    }

    /// <summary>
    /// The fewest decimals, from the given on, with which no two figures of a group that differ are written alike: so that
    /// nothing that looks equal is said to be higher.
    /// </summary>
    public static int DecimalsToTellApart(int decimals, IEnumerable<IEnumerable<decimal>> groups)
    {
        var places = decimals;
        foreach (var figures in groups.Select(group => group.Distinct().ToList()))
        {
            while (places < MostDecimals && figures.Select(figure => Rounded(figure, places)).Distinct().Count() < figures.Count)
                places++;
        }
        return places;
    }

    /// <summary>
    /// A distance to a target as words: 4 points below, 35 above, on target, within the range. It is the distance of the
    /// figure as it is written beside it, so that the two subtract: 75.5 written as 76% is 4 points below 80%. It has as many
    /// decimals as it needs not to be written as 0 while it is not.
    /// </summary>
    /// <param name="decimals">With which the figure is written.</param>
    public static string Distance(TargetComparison comparison, MeasureUnit unit, int decimals) => Distance(comparison, unit, decimals, isNamed: true);

    /// <summary>The same for a cell of a table, without its unit: 4 below, 35 above, on target, within the range.</summary>
    public static string Gap(TargetComparison comparison, MeasureUnit unit, int decimals) => Distance(comparison, unit, decimals, isNamed: false);

    /// <summary>How large a distance is, whichever way it goes: 4 points, 35.</summary>
    public static string Size(decimal distance, MeasureUnit unit, int decimals) => Size(distance, unit, decimals, isNamed: true);

    /// <summary>The same rounded up, where as much as is written has to suffice: 0.45 a month is 0.5 points.</summary>
    public static string SizeAtLeast(decimal distance, MeasureUnit unit, int decimals)
    {
        var size = Rounded(Math.Abs(distance), decimals);
        if (size < Math.Abs(distance))
            size += new decimal(1, 0, 0, false, (byte)decimals);
        return Size(size, unit, decimals);
    }

    private static string Distance(TargetComparison comparison, MeasureUnit unit, int decimals, bool isNamed)
    {
        if (comparison.Distance is not { } distance)
            return "";
        if (distance == 0)
            return comparison.Verdict == TargetVerdict.WithinRange ? "within the range" : "on target";
        return $"{Size(AsWritten(comparison, distance, decimals), unit, Math.Max(decimals, Plain(comparison.Bound!.Value).Scale), isNamed)} {(distance < 0 ? "below" : "above")}";
    }

    private static decimal AsWritten(TargetComparison comparison, decimal distance, int decimals)
    {
        var (figure, bound) = (comparison.Figure!.Value, comparison.Bound!.Value);
        var places = decimals;
        while (places < MostDecimals && Math.Sign(Rounded(figure, places) - bound) != Math.Sign(distance))
            places++;
        var written = Rounded(figure, places) - bound;
        return written == 0 ? distance : written;
    }

    private static string Size(decimal distance, MeasureUnit unit, int decimals, bool isNamed)
    {
        var places = decimals;
        while (places < MostDecimals && distance != 0 && Rounded(distance, places) == 0)
            places++;
        var size = Number(Math.Abs(distance), places);
        return isNamed && unit == MeasureUnit.Percentage ? size == "1" ? $"{size} point" : $"{size} points" : size;
    }

    private static decimal Rounded(decimal figure, int decimals) => Math.Round(figure, decimals, MidpointRounding.AwayFromZero);

    private static string Number(decimal figure, int decimals)
    {
        var text = Rounded(figure, decimals).ToString(Formats[decimals], Words.British);
        return text.StartsWith('-') ? "\u2212" + text[1..] : text;
    }
}
