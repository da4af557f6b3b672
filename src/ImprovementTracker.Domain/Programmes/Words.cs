using System.Globalization;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>How dates, numbers and lists are written for people: UK English, months in full.</summary>
public static class Words
{
    public static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>29 October 2009.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>A recorded moment (UTC) as the clock in England showed it: 14 June 2011 at 09:30.</summary>
    public static string Moment(DateTime utc)
    {
        var local = InEngland(utc);
        return $"{local.ToString("d MMMM yyyy", British)} at {local.ToString("HH:mm", British)}";
    }

    /// <summary>The day that a recorded moment (UTC) fell on in England.</summary>
    public static DateOnly DayInEngland(DateTime utc) => DateOnly.FromDateTime(InEngland(utc));

    /// <summary>The moment (UTC) at which the day began in England.</summary>
    public static DateTime StartInEngland(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), England);

    /// <summary>Whole numbers with separators: 1,598.</summary>
    public static string Count(long number) => number.ToString("N0", British);

    /// <summary>1 action, 2 actions.</summary>
    public static string Count(long number, string one, string many) => $"{(number == 0 ? "no" : Count(number))} {(number == 1 ? one : many)}";

    /// <summary>Numbers to nine in words, larger ones in figures, as in running text.</summary>
    public static string InText(long number) => number switch
    {
        0 => "none",
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        _ => Count(number),
    };

    /// <summary>a, b and c.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    /// <summary>A document and where in it: Scrutiny report, paragraph 3; Improvement notice, annex A. Empty without a document.</summary>
    public static string Cite(string? document, string? paragraph) => document is null ? ""
        : string.IsNullOrWhiteSpace(paragraph) ? document
        : paragraph.Contains(' ', StringComparison.Ordinal) ? $"{document}, {paragraph}" : $"{document}, paragraph {paragraph}";

    /// <summary>First letter in upper case, the rest as it is.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpper(text[0], British) + text[1..];

    /// <summary>A name in the middle of a sentence: initial assessments in time; NI 59 and DfE stay as they are.</summary>
    public static string InSentence(string name)
    {
        var first = name.Split(' ')[0];
        return first.Length > 1 && first.Skip(1).All(letter => char.IsLower(letter) || letter is '-' or '\'' or '’') ? char.ToLower(name[0], British) + name[1..] : name;
    }

    /// <summary>With one full stop at its end, whether or not it has one already.</summary>
    public static string Stopped(string text) => text.TrimEnd().TrimEnd('.') + ".";

    /// <summary>Its first words where it is long, up to a whole word and three points; the rest stands where the line leads.</summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most - 1);
        return text[..(end > 0 ? end : most - 1)].TrimEnd(' ', ',', ';', '.') + "…";
    }

    /// <summary>Behind other words: a comma and what is said; nothing where there is nothing to say.</summary>
    public static string After(string words) => words.Length == 0 ? "" : $", {words}";

    private static readonly TimeZoneInfo England = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private static DateTime InEngland(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), England);
}
