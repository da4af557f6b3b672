namespace ImprovementTracker.Domain.Reports;

/// <summary>Collects a report's sections; numbers its paragraphs through.</summary>
internal sealed class NumberedSections
{
    private readonly List<(int Level, string Heading, List<ReportParagraph> Paragraphs)> _sections = [];
    private int _number;

    public IReadOnlyList<ReportSection> All => [.. _sections.Select(section => new ReportSection(section.Level, section.Heading, section.Paragraphs))];

    public void Heading(int level, string heading) => _sections.Add((level, heading, []));

    public void Paragraph(string text) => Add(++_number, text, []);

    /// <summary>A paragraph that introduces points; without points it is left out, unless it stands on its own.</summary>
    public void Paragraph(string text, IReadOnlyList<string> points, bool alsoWithoutPoints = false)
    {
        if (points.Count > 0 || alsoWithoutPoints)
            Add(++_number, text, points);
    }

    public void Unnumbered(string text) => Add(null, text, []);

    public void RemoveEmptyHeading()
    {
        if (_sections[^1].Paragraphs.Count == 0)
            _sections.RemoveAt(_sections.Count - 1);
    }

    private void Add(int? number, string text, IReadOnlyList<string> points) => _sections[^1].Paragraphs.Add(new(number, text, points));
}
