using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Documents.Reports;

/// <summary>The report before its appendix: whose it is, what it says in numbered paragraphs, who answers for it, notes.</summary>
internal static class WordText
{
    public static IEnumerable<OpenXmlElement> Of(CommitteeReport report) =>
    [
        .. Front(report),
        .. report.Sections.SelectMany(Section),
        .. Officers(report),
        .. Notes(report.Notes),
    ];

    private static IEnumerable<Paragraph> Front(CommitteeReport report)
    {
        if (report.Marking is not null)
            yield return WordParts.Paragraph(WordStyles.Marking, report.Marking);
        yield return WordParts.Paragraph(WordStyles.Authority, report.Authority);
        yield return WordParts.Paragraph(WordStyles.Title, report.Title);
        yield return WordParts.Paragraph(WordStyles.Subtitle, report.Programme);
        yield return WordParts.Labelled(WordStyles.Details, "Period", report.Period);
        yield return WordParts.Paragraph(WordStyles.Details, report.AsKnownAt);
    }

    private static IEnumerable<Paragraph> Section(ReportSection section) =>
    [
        WordParts.Paragraph(HeadingStyle(section), section.Heading),
        .. section.Paragraphs.SelectMany(Paragraph),
    ];

    private static string HeadingStyle(ReportSection section) => section.Level switch
    {
        1 => WordStyles.Heading1,
        2 => WordStyles.Heading2,
        _ => throw new InvalidOperationException($"The heading '{section.Heading}' has level {section.Level}: a report has headings of level 1 and 2."),
    };

    private static IEnumerable<Paragraph> Paragraph(ReportParagraph paragraph)
    {
        var text = paragraph.Number is null
            ? WordParts.Paragraph(WordStyles.Body, paragraph.Text)
            : WordParts.InList(WordStyles.Numbered, WordNumbering.Paragraphs, paragraph.Text);
        var points = paragraph.Number is null ? Bullets(paragraph.Points) : Bullets(paragraph.Points, WordStyles.BulletBelow, WordNumbering.BulletsBelow);
        return [paragraph.Points.Count == 0 ? text : text.KeptWithNext(), .. points];
    }

    private static IEnumerable<Paragraph> Bullets(IReadOnlyList<string> points, string style = WordStyles.Bullet, int list = WordNumbering.Bullets) =>
        points.Select((point, index) => Spaced(WordParts.InList(style, list, point), isLast: index == points.Count - 1));

    // After the last bullet the next paragraph stands as far off as after any other.
    private static Paragraph Spaced(Paragraph bullet, bool isLast)
    {
        if (isLast)
            bullet.ParagraphProperties!.SpacingBetweenLines = new SpacingBetweenLines { After = "160" };
        return bullet;
    }

    private static IEnumerable<Paragraph> Officers(CommitteeReport report) =>
    [
        .. report.Officers.Select(officer => WordParts.Labelled(WordStyles.Officers, officer.Role, officer.Name)),
        .. BackgroundPapers(report.BackgroundPapers),
    ];

    private static IEnumerable<Paragraph> BackgroundPapers(IReadOnlyList<string> papers) => papers.Count == 0
        ? [WordParts.Labelled(WordStyles.Officers, "Background papers", "none")]
        : [WordParts.Paragraph(WordStyles.Officers, WordParts.Bold("Background papers:")).KeptWithNext(), .. Bullets(papers)];

    private static IEnumerable<Paragraph> Notes(IReadOnlyList<string> notes) =>
        notes.Count == 0 ? [] : [WordParts.Paragraph(WordStyles.Heading1, "Notes"), .. Bullets(notes)];
}
