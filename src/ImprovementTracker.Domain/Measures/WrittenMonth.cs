using System.Globalization;
using System.Text.RegularExpressions;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Reads a month as spreadsheets write it: May 2011, May-11, 2011-05, 05/2011, 201105, and its first or last day
/// (01/05/2011, day first; 40664, the number of that day in Excel). Any other day is refused: it is most often an American date, or 'May-11' that Excel made into
/// the eleventh of May.
/// </summary>
public static partial class WrittenMonth
{
    // Excel's number of 1 January 1990 and of 31 December 2100; it counts from the day before 1900 and knows a 29 February 1900.
    private const int FirstSerial = 32_874;
    private const int LastSerial = 73_415;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public const string Advice = "Write the month as May 2011.";

    /// <summary>Whether it is a month.</summary>
    public static bool TryRead(SheetCell cell, out Month month) => Read(cell, out month) is "";

    /// <summary>Empty where the cell is a month; else a sentence that says what is wrong where it speaks of time, and null where it does not.</summary>
    public static string? Read(SheetCell cell, out Month month)
    {
        month = default;
        return cell.Kind switch
        {
            CellKind.Day => OfDay(cell.Day, out month),
            CellKind.Number => OfNumber(cell.Number, out month) ? "" : null,
            CellKind.Text => OfText(cell.Text, out month),
            CellKind.Empty or CellKind.Error => null,
        };
    }

    /// <summary>
    /// Whether several months that are written 2009-10 and 2010-11 are rather financial years: each ends with the year after
    /// the one it begins with. One alone is a month, as it is written here.
    /// </summary>
    /// <param name="texts">As they are written; empty for what is no text.</param>
    internal static bool AreRatherYears(IReadOnlyCollection<string> texts) => texts.All(text => RatherAYear(text) is not null) && texts.Distinct().Count() > 1;

    /// <summary>Says so of one of them; null where it cannot be a year.</summary>
    internal static string? RatherAYear(string text) =>
        YearAndMonth().Match(text.Replace('\u2013', '-').Trim()) is { Success: true } year && Digits(year, "month") == (Digits(year, "year") + 1) % 100 && OfParts(Digits(year, "year"), Digits(year, "month"), out var month)
            ? $"{SheetText.Quote(text)} may be the financial year or a month. Write {month.FirstDay.ToString("MMMM", Words.British)} as {month.FirstDay.ToString("MMM", Words.British)} {month.FirstDay.Year}." : null;

    /// <summary>201105, or the number that Excel keeps for the first or last day of a month.</summary>
    private static bool OfNumber(double number, out Month month)
    {
        month = default;
        if (number % 1 != 0)
            return false;
        if (number is >= FirstSerial and <= LastSerial)
            return OfDay(SerialZero.AddDays((int)number), out month).Length == 0;
        return number is >= 190_001 and <= 299_912 && OfParts((int)number / 100, (int)number % 100, out month);
    }

    private static string? OfText(string text, out Month month)
    {
        month = default;
        var plain = text.Replace('\u2013', '-').Replace('\u2019', '\'').Trim();
        if (NameAndYear().Match(plain) is { Success: true } named && IndexOf(named.Groups["name"].Value) is var number and > 0)
            return OfParts(Year(named.Groups["year"].Value), number, out month) ? "" : NotAMonth(text);
        if (DayNameYear().Match(plain) is { Success: true } worded && IndexOf(worded.Groups["name"].Value) is var inWords and > 0)
            return OfDay(worded, Year(worded.Groups["year"].Value), inWords, text, out month);
        if (YearAndMonth().Match(plain) is { Success: true } year)
        {
            // 2011/12 is rather the financial year than December; 2011-12 is how months are written here.
            if (year.Groups["sign"].Value == "/" && RatherAYear(plain) is { } either)
                return either;
            return OfParts(Digits(year, "year"), Digits(year, "month"), out month) ? "" : NotAMonth(text);
        }
        if (MonthAndYear().Match(plain) is { Success: true } short1)
            return OfParts(Digits(short1, "year"), Digits(short1, "month"), out month) ? "" : NotAMonth(text);
        if (DayMonthYear().Match(plain) is { Success: true } british)
            return OfDay(british, Year(british.Groups["year"].Value), Digits(british, "month"), text, out month);
        if (YearMonthDay().Match(plain) is { Success: true } iso)
            return OfDay(iso, Digits(iso, "year"), Digits(iso, "month"), text, out month);
        if (Serial().IsMatch(plain))
            return OfNumber(int.Parse(plain, CultureInfo.InvariantCulture), out month) ? "" : null;
        if (Quarter().IsMatch(plain))
            return $"{SheetText.Quote(text)} is a quarter. Figures are recorded by month: give each month its own.";
        if (IndexOf(plain.TrimEnd('.')) > 0)
            return $"{SheetText.Quote(text)} does not say which year. {Advice}";
        return null;
    }

    private static string OfDay(Match match, int year, int number, string text, out Month month)
    {
        month = default;
        var day = Digits(match, "day");
        if (number is >= 1 and <= 12 && year is >= 1900 and <= 2999 && day >= 1 && day <= DateTime.DaysInMonth(year, number))
            return OfDay(new DateOnly(year, number, day), out month);
        return number > 12 && day is >= 1 and <= 12 ? $"{SheetText.Quote(text)} is no date with the day first; it looks American. {Advice}" : NotAMonth(text);
    }

    private static string OfDay(DateOnly day, out Month month)
    {
        month = default;
        if (day.Year is < 1900 or > 2999)
            return $"{Words.Date(day)} cannot be. {Advice}";
        month = Month.Of(day);
        if (day == month.FirstDay || day == month.LastDay)
            return "";
        var read = Words.Date(day);
        month = default;
        return $"This is {read}, and a figure belongs to a whole month. {Advice} (A date must be the first or the last day, with the day before the month.)";
    }

    private static bool OfParts(int year, int number, out Month month)
    {
        var is1 = year is >= 1900 and <= 2999 && number is >= 1 and <= 12;
        month = is1 ? new Month(year, number) : default;
        return is1;
    }

    private static string NotAMonth(string text) => $"{SheetText.Quote(text)} is no month. {Advice}";

    /// <summary>1 for January in full, cut to three letters or, for September, four; else 0.</summary>
    private static int IndexOf(string name)
    {
        if (name.Equals("sept", StringComparison.OrdinalIgnoreCase))
            return 9;
        var inFull = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        return name.Length == 3
            ? Array.FindIndex(inFull, month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1
            : name.Length > 3 ? Array.FindIndex(inFull, month => month.Equals(name, StringComparison.OrdinalIgnoreCase)) + 1 : 0;
    }

    /// <summary>Two digits are 1980 to 2079.</summary>
    private static int Year(string digits) => int.Parse(digits, CultureInfo.InvariantCulture) is var year && digits.Length == 2 ? year + (year >= 80 ? 1900 : 2000) : year;

    private static int Digits(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>[A-Za-z]{3,9})\.?[\s/,'-]*(?<year>\d{4}|\d{2})$")]
    private static partial Regex NameAndYear();

    [GeneratedRegex(@"^(?<day>\d{1,2})(?:st|nd|rd|th)?[\s/-]+(?<name>[A-Za-z]{3,9})\.?[\s/,'-]+(?<year>\d{4}|\d{2})$")]
    private static partial Regex DayNameYear();

    [GeneratedRegex(@"^(?<year>\d{4})(?<sign>[-/.]?)(?<month>\d{2}|(?<=[-/.])\d)$")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"^(?<month>\d{1,2})[-/.](?<year>\d{4})$")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4}|\d{2})(?:[ T]0?0:00(?::00)?)?$")]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[ T]0?0:00(?::00)?(?:\.0+)?Z?)?$")]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"^\d{5}$")]
    private static partial Regex Serial();

    [GeneratedRegex(@"^(?:q(?:uarter|tr)?\s*[1-4]\b|[1-4](?:st|nd|rd|th)?\s+(?:quarter|qtr)|\d{4}\S*\s*q[1-4]$)", RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();
}
