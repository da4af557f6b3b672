using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What stands in a cell of a statistics file: a number, or a symbol in its place.</summary>
public readonly record struct DfeValue(decimal? Number, string? Symbol);

/// <summary>The symbols that stand for a figure in statistics of the Department for Education. None of them is 0.</summary>
public static class DfeSymbol
{
    public const string Confidential = "c";
    public const string NotApplicable = "z";
    public const string Unavailable = "x";

    /// <summary>What the symbol says, in words; null where it is none.</summary>
    public static string? Explain(string? symbol) => symbol switch
    {
        Confidential => "withheld, because the number of children is small",
        NotApplicable => "not applicable",
        Unavailable => "not available",
        "low" or "k" => "too small to show when rounded, but not none",
        "u" => "not reliable enough to show",
        ":" or ".." => "not available (a symbol of older files)",
        "~" or "-" => "not shown (a symbol of older files)",
        _ => null,
    };

    public static string AllInWords => "c, z, x, low, k and u";

    /// <summary>Reads a cell; false where it is neither a number nor a symbol that is known.</summary>
    public static bool TryRead(string text, out DfeValue value)
    {
        text = text.Trim();
        // A large round number may be written as 1e+05.
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && number is >= -Largest and <= Largest)
        {
            value = new(number, null);
            return true;
        }
        var symbol = text.ToLowerInvariant();
        value = new(null, symbol);
        return Explain(symbol) is not null;
    }

    private const decimal Largest = 999_999_999m;
}
