namespace ImprovementTracker.Domain.Reports;

/// <summary>The documents that a report quotes, numbered in the order in which it first does.</summary>
internal sealed class ReportSources
{
    private readonly List<string> _titles = [];

    /// <summary>Each as a note at the report's end: Source 1: the letter of 29 October 2009.</summary>
    public IEnumerable<string> Notes => _titles.Select((title, index) => $"Source {index + 1}: {title}");

    /// <summary> (source 1); nothing without a document.</summary>
    public string Cite(string? title) => title is null ? "" : $" ({Name(title)})";

    /// <summary>source 1.</summary>
    public string Name(string title)
    {
        if (!_titles.Contains(title))
            _titles.Add(title);
        return $"source {_titles.IndexOf(title) + 1}";
    }
}
