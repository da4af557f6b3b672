using System.Globalization;
using System.Text;
using ImprovementTracker.Domain.Dashboards;

namespace ImprovementTracker.Documents.Dashboards;

/// <summary>The dates ahead as a calendar program reads them (iCalendar, RFC 5545): each a whole day that takes up no time of anybody's.</summary>
public static class CalendarText
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Octets of a line without its end; longer ones are folded (RFC 5545, section 3.1).</summary>
    private const int LineLength = 75;

    /// <param name="site">The address of the tracker, for links: https://tracker.example.org.</param>
    /// <param name="now">UTC.</param>
    public static string Of(DatesAhead.Content dates, string site, DateTime now)
    {
        var text = new StringBuilder();
        var programme = $"{site}/p/{dates.Programme.Slug}";
        Write(text, "BEGIN", "VCALENDAR");
        Write(text, "VERSION", "2.0");
        Write(text, "PRODID", "-//ImprovementTracker//Dates ahead//EN");
        Write(text, "CALSCALE", "GREGORIAN");
        Write(text, "X-WR-CALNAME", Escaped($"Dates ahead: {dates.Programme.Title}"));
        foreach (var item in dates.Behind.Concat(dates.Items))
        {
            var illustrative = item.IsIllustrative ? " (illustrative)" : "";
            Begin(text, dates, item, now, sequence: 0);
            Write(text, "SUMMARY", Escaped($"{item.Kind.Label()}: {item.Title}{illustrative}"));
            if (item.Note is not null)
                Write(text, "DESCRIPTION", Escaped(item.Note));
            Write(text, "URL", $"{programme}/{item.Page ?? "dates"}");
            Write(text, "END", "VEVENT");
        }
        foreach (var item in dates.Gone)
        {
            // The higher number tells the program that this replaces what it was told before.
            Begin(text, dates, item, now, sequence: 1);
            Write(text, "SUMMARY", "Taken back");
            Write(text, "STATUS", "CANCELLED");
            Write(text, "END", "VEVENT");
        }
        Write(text, "END", "VCALENDAR");
        return text.ToString();
    }

    private static void Begin(StringBuilder text, DatesAhead.Content dates, DatesAhead.Item item, DateTime now, int sequence)
    {
        Write(text, "BEGIN", "VEVENT");
        Write(text, "UID", $"{item.Key}.{dates.Programme.Slug}@improvementtracker");
        Write(text, "DTSTAMP", now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Write(text, "DTSTART;VALUE=DATE", item.On.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Write(text, "SEQUENCE", sequence.ToString(CultureInfo.InvariantCulture));
        Write(text, "TRANSP", "TRANSPARENT");
    }

    /// <summary>A text value: section 3.3.11.</summary>
    private static string Escaped(string text)
    {
        var escaped = text.ReplaceLineEndings("\n").Replace(@"\", @"\\", StringComparison.Ordinal).Replace(";", @"\;", StringComparison.Ordinal).Replace(",", @"\,", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
        return new string([.. escaped.Where(letter => !char.IsControl(letter))]);
    }

    /// <summary>A line, folded between whole characters: the rest follows on lines that begin with a space.</summary>
    private static void Write(StringBuilder text, string name, string value)
    {
        var octets = 0;
        foreach (var letter in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + letter.Utf8SequenceLength > LineLength)
            {
                text.Append("\r\n ");
                octets = 1;
            }
            text.Append(letter);
            octets += letter.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
