using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Benchmarks as people read them.</summary>
public static class BenchmarkText
{
    /// <summary>22.4%, with a decimal more than the measure's own where the figure is no whole number; or what its symbol says.</summary>
    public static string Figure(decimal? value, string? symbol, MeasureUnit unit, int decimals) => value is { } figure
        ? FigureText.Of(figure, unit, figure == decimal.Truncate(figure) ? decimals : Math.Max(decimals, 1))
        : $"{symbol}: {DfeSymbol.Explain(symbol) ?? "not given"}";

    /// <summary>Year to March 2024; 30 September 2024; April 2023.</summary>
    public static string PeriodOf(Month end, PeriodType period) => period switch
    {
        PeriodType.InMonth => end.ToString(),
        PeriodType.AtMonthEnd => Words.Date(end.LastDay),
        PeriodType.Quarter => $"Quarter to {end}",
        PeriodType.Year or PeriodType.Rolling12Months => $"Year to {end}",
        PeriodType.YearToDate => $"Year to date, {end}",
        PeriodType.NotSaid => $"{end}, period not stated",
    };

    /// <summary>England; East Midlands; Statistical neighbours of Nottinghamshire (April 2021), 9 of 10 known.</summary>
    public static string Who(string name, int? known, int? of) => known is null ? name : $"{name}, {known} of {of} known";

    /// <summary>The neighbours that a figure is the mean of, where their figures are known; empty where it is none of neighbours.</summary>
    public static IReadOnlyList<Neighbour> Neighbours(Comparator comparator, Month end, string? authorityCode) =>
        comparator == Comparator.Neighbours && authorityCode is not null && Authorities.WithCode(authorityCode) is { } authority ? NeighbourSets.InForceOn(end.LastDay)?.Of(authority) ?? [] : [];
}
