using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ImprovementTracker.Domain.Reports;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace ImprovementTracker.Documents.Reports;

/// <summary>Appendix A on a page of its own: for each measure what it is, one sentence, the chart and the same figures as a table.</summary>
internal static class WordAppendix
{
    public static IEnumerable<OpenXmlElement> Of(ReportAppendix appendix, MainDocumentPart main)
    {
        yield return OnNewPage(WordParts.Paragraph(WordStyles.Heading1, appendix.Heading));
        if (appendix.Introduction.Length > 0)
            yield return WordParts.Paragraph(WordStyles.Body, appendix.Introduction);
        for (var index = 0; index < appendix.Measures.Count; index++)
        {
            foreach (var element in Measure(appendix.Measures[index], (uint)index + 1, main))
                yield return element;
        }
        // Word wants a paragraph after a table that ends the document; this one takes no room that would ask for another page.
        yield return WordParts.Paragraph(WordStyles.End);
    }

    private static IEnumerable<OpenXmlElement> Measure(ReportMeasure measure, uint number, MainDocumentPart main)
    {
        var hasChart = measure.Months.Any(month => month.Figure is not null);
        var heading = WordParts.Paragraph(WordStyles.Heading2, measure.Name);
        // Two charts with their tables do not fit on a page, and offices differ in what they keep together: so each begins one, the first below the appendix's heading.
        yield return number > 1 && hasChart ? OnNewPage(heading) : heading;
        if (measure.Definition.Length > 0)
            yield return WordParts.Paragraph(WordStyles.Definition, measure.Definition);
        yield return WordParts.Paragraph(WordStyles.Sentence, measure.Sentence);
        if (hasChart)
            yield return WordParts.Paragraph(WordStyles.Chart, new Run(Chart(measure, number, main)));
        yield return WordTable.Of(measure);
    }

    private static Paragraph OnNewPage(Paragraph heading)
    {
        heading.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        heading.ParagraphProperties.SpacingBetweenLines = new SpacingBetweenLines { Before = "0" };
        return heading;
    }

    private static Drawing Chart(ReportMeasure measure, uint number, MainDocumentPart main)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"rIdChart{number}");
        MeasureChart.AddTo(main.AddNewPart<ChartPart>(id), measure);
        return new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = ChartFrame.WidthEmu, Cy = ChartFrame.HeightEmu },
            new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Wp.DocProperties
            {
                Id = number,
                Name = $"Chart {number}",
                Title = WordParts.Plain($"Chart: {measure.Name}"),
                Description = WordParts.Plain($"{measure.Sentence} The table that follows has the same figures."),
            },
            new Wp.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new C.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        });
    }
}
