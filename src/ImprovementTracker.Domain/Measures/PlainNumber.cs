using System.Globalization;
using System.Text.RegularExpressions;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Reads a level or tolerance as people type it: 80, 80%, 97.5, 1,598.</summary>
public static partial class PlainNumber
{
    public static readonly string Advice = "Type a number, such as 80 or 97.5.";

    /// <summary>More would not fit the database's column.</summary>
    private const decimal Largest = 999_999_999m;
    private const int MostDecimals = 6;

    // A comma stands between thousands alone: 97,5 may mean 97.5.
    [GeneratedRegex(@"^([0-9]*|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]*)?$")]
    private static partial Regex Form();

    public static bool TryRead(string? text, out decimal number)
    {
        number = 0;
        return text?.Trim().TrimEnd('%').TrimEnd() is { } plain && Form().IsMatch(plain)
            && decimal.TryParse(plain, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, Words.British, out number)
            && number is >= 0 and <= Largest && number.Scale <= MostDecimals;
    }

    /// <summary>Null for empty text.</summary>
    internal static decimal? Read(string? text) => TryRead(text, out var number) ? number : null;
}
