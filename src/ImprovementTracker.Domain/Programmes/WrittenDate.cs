using System.Globalization;
using System.Text.RegularExpressions;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Reads a date of record as people write it: 15 April 2011, 15/4/2011, or April 2011 where only the month is known.</summary>
public static partial class WrittenDate
{
    public const string Advice = "Type a date such as 15 April 2011, or April 2011 where only the month is known.";

    private static readonly string[] Days = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyy-M-d"];
    private static readonly string[] Months = ["MMMM yyyy", "MMM yyyy", "M/yyyy", "yyyy-M"];

    public static bool TryRead(string? text, out KnownDate date)
    {
        date = default;
        var plain = Ordinal().Replace(Space().Replace(text ?? "", " ").Trim(), "$1").Replace("Sept ", "Sep ", StringComparison.OrdinalIgnoreCase);
        if (TryExact(plain, Days, out var day))
            date = KnownDate.On(day);
        else if (TryExact(plain, Months, out var month))
            date = KnownDate.In(Month.Of(month));
        else
            return false;
        return true;
    }

    /// <summary>Null for empty text, which the caller allows.</summary>
    /// <exception cref="FormatException">The text is no date; validators refuse it first.</exception>
    public static KnownDate? Read(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : TryRead(text, out var date) ? date : throw new FormatException(Advice);

    public static bool IsReadableOrEmpty(string? text) => string.IsNullOrWhiteSpace(text) || TryRead(text, out _);

    public static bool IsReadable(string? text) => TryRead(text, out _);

    private static bool TryExact(string text, string[] formats, out DateOnly day) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 2999;

    [GeneratedRegex(@"\s+|,\s*")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(\d{1,2})(?:st|nd|rd|th)(?= )", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();
}
