using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Reports;

/// <summary>
/// A committee report's whole content, ready to be laid out as a page or a Word file: what it says, in order, with the
/// paragraphs numbered through across the headings and the figures in an appendix.
/// </summary>
/// <param name="Authority">The council, above the title.</param>
/// <param name="Marking">'Not for publication' and why; null once a report may be published.</param>
/// <param name="Period">The months the report speaks of, as words: April 2010 to May 2011.</param>
/// <param name="AsKnownAt">When the figures were read: As known on 22 November 2026 at 17:45.</param>
public sealed record CommitteeReport(
    string Authority,
    string Title,
    string Programme,
    string? Marking,
    string Period,
    string AsKnownAt,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<ReportOfficer> Officers,
    IReadOnlyList<string> BackgroundPapers,
    IReadOnlyList<string> Notes,
    ReportAppendix Appendix);

/// <summary>
/// A part of the report under a heading. Level 1 is a main heading (Purpose, Information, Recommendation), level 2 a
/// heading below the main one before it. The sections follow each other in reading order.
/// </summary>
public sealed record ReportSection(int Level, string Heading, IReadOnlyList<ReportParagraph> Paragraphs);

/// <summary>A paragraph; its number runs through the whole report. Recommendations have none. Points are bullets below it.</summary>
public sealed record ReportParagraph(int? Number, string Text, IReadOnlyList<string> Points);

/// <summary>Lead officer, Scrutiny co-ordinator: who answers for the report.</summary>
public sealed record ReportOfficer(string Role, string Name);

/// <summary>Appendix A: a table and a chart for each measure.</summary>
public sealed record ReportAppendix(string Heading, string Introduction, IReadOnlyList<ReportMeasure> Measures);

/// <summary>One measure in the appendix.</summary>
/// <param name="Code">Unique in the programme; addresses and anchors use it.</param>
/// <param name="Sentence">What the table and chart show, as one true sentence; also the chart's text for those who cannot see it.</param>
/// <param name="Months">Every month of the period, in order, also those without a value.</param>
/// <param name="Targets">A line each: its name with who set it, and its level in each of <paramref name="Months"/> (null where none is in force).</param>
public sealed record ReportMeasure(
    string Code,
    string Name,
    string Definition,
    MeasureUnit Unit,
    int Decimals,
    string Sentence,
    IReadOnlyList<ReportMonth> Months,
    IReadOnlyList<ReportTargetLine> Targets);

/// <summary>A measure's month: the unrounded figure for the chart, and the texts for the table's cells.</summary>
/// <param name="Figure">Null where there is none: a gap in the chart.</param>
/// <param name="FigureText">The figure as the table shows it, or why there is none.</param>
/// <param name="Counts">Numerator of denominator (464 of 610); empty where there are none.</param>
/// <param name="Verdict">Against the first target; a word.</param>
/// <param name="Source">The document, or 'recorded'; 'illustrative' where invented for the demonstration.</param>
public sealed record ReportMonth(Month Month, decimal? Figure, string FigureText, string Counts, string Verdict, string Source);

/// <summary>A target's line in the chart.</summary>
/// <param name="Name">With the level at which it ends: Local 77% in May 2011.</param>
public sealed record ReportTargetLine(string Name, IReadOnlyList<decimal?> Levels);
