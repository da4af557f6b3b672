using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ImprovementTracker.Documents.Reports;

/// <summary>Paragraphs and runs of text, as the rest of the report puts them together.</summary>
internal static class WordParts
{
    public static Paragraph Paragraph(string style, string text) => Paragraph(style, Run(text));

    public static Paragraph Paragraph(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>A paragraph that Word numbers, or marks with a bullet, in the one list of that kind.</summary>
    public static Paragraph InList(string style, int list, string text)
    {
        var paragraph = Paragraph(style, text);
        paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
            new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list });
        return paragraph;
    }

    public static Paragraph KeptWithNext(this Paragraph paragraph)
    {
        paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        return paragraph;
    }

    /// <summary>A bold label and what belongs to it: Lead officer: Service Director.</summary>
    public static Paragraph Labelled(string style, string label, string text) =>
        Paragraph(style, Bold($"{label}: "), Run(text));

    public static Run Bold(string text)
    {
        var run = Run(text);
        run.RunProperties = new RunProperties(new Bold());
        return run;
    }

    /// <summary>Text as it was typed: its line breaks are kept, what a file may not hold is left out.</summary>
    public static Run Run(string text)
    {
        var run = new Run();
        var lines = Allowed(text).ReplaceLineEndings("\n").Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0)
                run.Append(new Break());
            run.Append(new Text(lines[line].Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        }
        return run;
    }

    /// <summary>Text on one line, for names and descriptions.</summary>
    public static string Plain(string text) => Allowed(text).ReplaceLineEndings(" ").Replace('\t', ' ').Trim();

    private static string Allowed(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
                kept.Append(text[at]).Append(text[++at]);
            else if (XmlConvert.IsXmlChar(text[at]))
                kept.Append(text[at]);
        }
        return kept.ToString();
    }
}
