using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A neighbour with its own published figure, or what its symbol says: 29.9%.</summary>
public sealed record NeighbourLine(string Name, Closeness? Closeness, string Figure)
{
    /// <summary>Whose mean a figure is, the closest first; empty where it is none of neighbours.</summary>
    public static IReadOnlyList<NeighbourLine> Of(BenchmarkRow row, MeasureUnit unit, int decimals) =>
        [.. (row.Neighbours?.Neighbours ?? []).Select(one => new NeighbourLine(one.Name, one.Closeness, BenchmarkText.Figure(one.Value, one.Symbol, unit, decimals)))];
}

/// <summary>An authority's place among its statistical neighbours as people read it.</summary>
public static class NeighbourWords
{
    /// <summary>3rd of 11; 3rd equal of 9; higher than 7 of 10. Empty where there is no place.</summary>
    public static string Brief(BenchmarkRow row, MeasureUnit unit, int decimals, Polarity polarity) =>
        row.Neighbours is { } figures && NeighbourStanding.Among(figures, unit, decimals, polarity) is { } standing ? Brief(standing) : "";

    /// <summary>
    /// Nottinghamshire is 3rd of 11 in the year to March 2024: among the best quarter of its 10 statistical neighbours. Or why
    /// there is no place; empty where the figure is none of neighbours.
    /// </summary>
    public static string Sentence(BenchmarkRow row, MeasureUnit unit, int decimals, Polarity polarity)
    {
        if (row.Neighbours is not { } figures)
            return "";
        var (own, period) = (figures.Own, BenchmarkText.InPeriod(row.PeriodEnd, row.Period));
        if (!unit.IsOfAnySize())
            return $"{own.Name} has no place among its statistical neighbours: these are numbers, and authorities differ in size.";
        if (own.Value is not { } value)
            return $"{own.Name} has no place among its statistical neighbours {period}: its own published figure is {DfeSymbol.Explain(own.Symbol) ?? "not given"}.";
        if (NeighbourStanding.Among(figures, unit, decimals, polarity) is not { } standing)
            return $"{own.Name} has no place among its statistical neighbours {period}: none of their figures is published.";
        string Text(decimal one) => BenchmarkText.Figure(one, null, unit, decimals);
        var theirs = figures.Neighbours.Select(one => one.Value).OfType<decimal>().ToList();
        var (least, most) = (Text(theirs.Min()), Text(theirs.Max()));
        return $"{own.Name} is {Place(standing, period)}. Its published figure is {Text(value)}; theirs {(least == most ? theirs.Count == 1 ? $"is {least}" : $"are all {least}" : $"run from {least} to {most}")}.";
    }

    private static string Brief(NeighbourStanding standing) => standing.Rank is { } rank
        ? $"{Ordinal(rank)}{(standing.Same > 0 ? " equal" : "")} of {standing.Known + 1}"
        : $"{Side(standing)} {Larger(standing)} of {standing.Known}{Alike(standing)}";

    private static string Place(NeighbourStanding standing, string period)
    {
        var whom = standing.Known == standing.Of ? $"its {standing.Of} statistical neighbours"
            : standing.Known == 1 ? $"the one statistical neighbour (of {standing.Of}) whose figure is published"
            : $"the {standing.Known} statistical neighbours (of {standing.Of}) whose figures are published";
        return standing.Rank is not null ? $"{Brief(standing)} {period}: {Part(standing.Part)} {whom}"
            : $"{Side(standing)} {(Larger(standing) == standing.Known ? standing.Known == 1 ? "" : "all of " : $"{Larger(standing)} of ")}{whom} {period}{Alike(standing)}";
    }

    private static string Part(NeighbourPart? part) => part is null ? "among" : part.Value switch
    {
        NeighbourPart.BestQuarter => "among the best quarter of",
        NeighbourPart.BetterHalf => "in the better half of",
        NeighbourPart.Middle => "in the middle of",
        NeighbourPart.WorseHalf => "in the worse half of",
        NeighbourPart.WorstQuarter => "among the worst quarter of",
    };

    // Where neither way is better, the side on which more of them are is no verdict either: higher than some comes first.
    private static string Side(NeighbourStanding standing) => standing.Below > 0 ? "higher than" : standing.Above > 0 ? "lower than" : "level with";

    private static int Larger(NeighbourStanding standing) => standing.Below > 0 ? standing.Below : standing.Above > 0 ? standing.Above : standing.Same;

    private static string Alike(NeighbourStanding standing) => standing.Same > 0 && standing.Below + standing.Above > 0 ? $", and level with {standing.Same}" : "";

    private static string Ordinal(int number) => number + ((number % 100) is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });
}
