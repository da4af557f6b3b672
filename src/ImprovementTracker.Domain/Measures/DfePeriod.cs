using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>When the period of a row in a statistics file ends.</summary>
public static class DfePeriod
{
    private static readonly string[] MonthNames = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(name => name.ToLowerInvariant())];

    /// <param name="yearEnds">The month with which a 'reporting year' of this release ends, which the file itself does not say.</param>
    /// <exception cref="BrokenRule">It is not written as the Department writes periods.</exception>
    public static (Month End, bool IsQuarter) End(DfeRow row, int yearEnds)
    {
        var (first, last) = Years(row);
        var named = row.TimeIdentifier.Trim().ToLowerInvariant();
        if (named is [.. var year, ' ', 'q', >= '1' and <= '4'] && YearEnd(year, row) is { } ends)
            return (new Month(first, ends).AddMonths(3 * (named[^1] - '0') - (first == last ? 12 : 0)), true);
        if (Array.FindIndex(MonthNames, month => named.Split(' ').Contains(month)) is >= 0 and var index)
            return (new(last, index + 1), false);
        return named switch
        {
            "reporting year" => (new(last, yearEnds), false),
            _ => (new(last, YearEnd(named, row) ?? throw Unknown(row)), false),
        };
    }

    private static int? YearEnd(string name, DfeRow row) => name switch
    {
        "financial year" or "tax year" when TwoYears(row) => 3,
        "academic year" when TwoYears(row) => 8,
        "calendar year" when !TwoYears(row) => 12,
        _ => null,
    };

    private static bool TwoYears(DfeRow row) => row.TimePeriod.Trim().Length == 6;

    // 2024, or 202324 for two years that follow each other.
    private static (int First, int Last) Years(DfeRow row)
    {
        var text = row.TimePeriod.Trim();
        if (text.Length is not (4 or 6) || !text.All(char.IsAsciiDigit) || !int.TryParse(text[..4], CultureInfo.InvariantCulture, out var first) || first is < 1990 or > 2100)
            throw Unknown(row);
        if (text.Length == 4)
            return (first, first);
        return int.Parse(text[4..], CultureInfo.InvariantCulture) == (first + 1) % 100 ? (first, first + 1) : throw Unknown(row);
    }

    private static BrokenRule Unknown(DfeRow row) => new(
        $"Row {row.Number.ToString(CultureInfo.InvariantCulture)}: '{row.TimePeriod}' with '{row.TimeIdentifier}' is no period that is understood, such as 2024 with Reporting year, or 202324 with Financial year. Nothing of the file was taken.");
}
