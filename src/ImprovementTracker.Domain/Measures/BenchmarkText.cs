using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Benchmarks as people read them.</summary>
public static class BenchmarkText
{
    /// <summary>22.4%, with a decimal more than the measure's own where the figure is no whole number; or what its symbol says.</summary>
    public static string Figure(decimal? value, string? symbol, MeasureUnit unit, int decimals) => value is { } figure
        ? FigureText.Of(figure, unit, figure == decimal.Truncate(figure) ? decimals : Decimals(decimals))
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

    /// <summary>In the year to March 2024; on 30 September 2024; in April 2023.</summary>
    public static string InPeriod(Month end, PeriodType period) => period switch
    {
        PeriodType.InMonth => $"in {end}",
        PeriodType.AtMonthEnd => $"on {Words.Date(end.LastDay)}",
        PeriodType.Quarter => $"in the quarter to {end}",
        PeriodType.Year or PeriodType.Rolling12Months => $"in the year to {end}",
        PeriodType.YearToDate => $"in the year to date, {end}",
        PeriodType.NotSaid => $"for {end}",
    };

    /// <summary>With how many decimals published figures are written: one more than a measure that has none itself.</summary>
    public static int Decimals(int decimals) => Math.Max(decimals, 1);
}
