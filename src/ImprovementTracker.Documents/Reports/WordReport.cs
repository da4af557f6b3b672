using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Documents.Reports;

/// <summary>
/// The committee report as a Word file: real headings, paragraphs that Word numbers, a native chart and a table for each
/// measure. The same report gives the same bytes.
/// </summary>
public static class WordReport
{
    /// <param name="output">Need not be seekable; what is written comes in one piece.</param>
    /// <exception cref="InvalidOperationException">The report cannot be laid out as it is given; the message says why.</exception>
    public static void Write(CommitteeReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        CheckNumbers(report);
        CheckTargets(report.Appendix);

        using var written = new MemoryStream();
        using (var package = WordprocessingDocument.Create(written, WordprocessingDocumentType.Document))
        {
            package.PartExtensionProvider.Add(MeasureWorkbook.ContentType, ".xlsx");
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            WordProperties.AddTo(package, report);
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = WordStyles.Create();
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = WordNumbering.Create();
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = WordPage.Settings();
            var body = new Body();
            body.Append(WordText.Of(report));
            body.Append(WordAppendix.Of(report.Appendix, main));
            body.Append(WordPage.AddTo(main, report));
            main.Document = new Document(body);
        }
        PackageBytes.CopyWithoutClock(written, output);
    }

    private static void CheckNumbers(CommitteeReport report)
    {
        var expected = 0;
        foreach (var number in report.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Number).OfType<int>())
        {
            expected++;
            if (number != expected)
                throw new InvalidOperationException($"The report's paragraphs must be numbered 1, 2, 3 and so on without a gap, because Word counts them itself: paragraph {number} stands where paragraph {expected} was expected.");
        }
    }

    private static void CheckTargets(ReportAppendix appendix)
    {
        foreach (var measure in appendix.Measures)
        {
            if (measure.Targets.FirstOrDefault(target => target.Levels.Count != measure.Months.Count) is { } target)
                throw new InvalidOperationException($"The target '{target.Name}' of '{measure.Name}' has {target.Levels.Count} levels for {measure.Months.Count} months: it needs one for each month, empty where the target is not in force.");
        }
    }
}
