using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ImprovementTracker.Documents.Reports;

/// <summary>
/// A measure's line over the months with its targets as a chart that Word itself draws and edits: gaps for missing months,
/// each line labelled at its end, lines told apart by dash as well as by colour.
/// </summary>
internal static class MeasureChart
{
    private const uint MonthAxis = 1;
    private const uint FigureAxis = 2;

    public static void AddTo(ChartPart part, ReportMeasure measure)
    {
        var workbook = part.AddNewPart<EmbeddedPackagePart>(MeasureWorkbook.ContentType, "rId1");
        using (var stream = workbook.GetStream(FileMode.Create, FileAccess.Write))
            MeasureWorkbook.Write(measure, ChartScale.FigureFormat(measure.Unit, measure.Decimals), stream);

        part.ChartSpace = new C.ChartSpace(
            new C.Date1904 { Val = false },
            new C.EditingLanguage { Val = WordLook.Language },
            new C.RoundedCorners { Val = false },
            new C.Chart(
                new C.AutoTitleDeleted { Val = true },
                Plot(measure),
                new C.PlotVisibleOnly { Val = true },
                new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap }),
            new C.ShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
            ChartParts.Letters(WordLook.Quiet),
            new C.ExternalData(new C.AutoUpdate { Val = false }) { Id = "rId1" });
        part.ChartSpace.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
    }

    private static C.PlotArea Plot(ReportMeasure measure)
    {
        var scale = ChartScale.Of(measure);
        var frame = ChartFrame.For(measure.Unit, HasTurnedMonths(measure.Months.Count));
        var lines = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        lines.Append(ChartLines.Of(measure, ChartLabels.Of(measure, scale, frame)));
        lines.Append(new C.ShowMarker { Val = true }, new C.AxisId { Val = MonthAxis }, new C.AxisId { Val = FigureAxis });
        return new C.PlotArea(
            new C.Layout(new C.ManualLayout(
                new C.LayoutTarget { Val = C.LayoutTargetValues.Inner },
                new C.LeftMode { Val = C.LayoutModeValues.Edge },
                new C.TopMode { Val = C.LayoutModeValues.Edge },
                new C.Left { Val = frame.Left },
                new C.Top { Val = frame.Top },
                new C.Width { Val = frame.Width },
                new C.Height { Val = frame.Height })),
            lines,
            Months(measure.Months.Count),
            Figures(measure, scale),
            new C.ShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())));
    }

    // Where not every month has a label the labels lie aslant, for then every office leaves some out.
    private static bool HasTurnedMonths(int count) => ChartParts.MonthsBetweenLabels(count) > 1;

    private static C.CategoryAxis Months(int count) => new(
        new C.AxisId { Val = MonthAxis },
        new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
        new C.Delete { Val = false },
        new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
        new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
        new C.MajorTickMark { Val = C.TickMarkValues.Outside },
        new C.MinorTickMark { Val = C.TickMarkValues.None },
        new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
        new C.ShapeProperties(ChartParts.Stroke(9_525, WordLook.Quiet)),
        ChartParts.Letters(WordLook.Quiet, turned: HasTurnedMonths(count) ? -2_700_000 : 0),
        new C.CrossingAxis { Val = FigureAxis },
        new C.Crosses { Val = C.CrossesValues.AutoZero },
        new C.AutoLabeled { Val = false },
        new C.LabelAlignment { Val = C.LabelAlignmentValues.Center },
        new C.LabelOffset { Val = 100 },
        new C.TickLabelSkip { Val = ChartParts.MonthsBetweenLabels(count) },
        new C.TickMarkSkip { Val = 1 },
        new C.NoMultiLevelLabels { Val = true });

    private static C.ValueAxis Figures(ReportMeasure measure, ChartScale scale)
    {
        var axis = new C.ValueAxis(
            new C.AxisId { Val = FigureAxis },
            new C.Scaling(
                new C.Orientation { Val = C.OrientationValues.MinMax },
                new C.MaxAxisValue { Val = scale.Highest },
                new C.MinAxisValue { Val = scale.Lowest }),
            new C.Delete { Val = false },
            new C.AxisPosition { Val = C.AxisPositionValues.Left },
            new C.MajorGridlines(new C.ChartShapeProperties(ChartParts.Stroke(9_525, WordLook.Line))));
        if (measure.Unit != MeasureUnit.Percentage)
            axis.Append(ChartParts.TitleAbove(Words.Sentence(measure.Unit.Label())));
        axis.Append(
            new C.NumberingFormat { FormatCode = scale.Format(measure.Unit), SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            new C.ShapeProperties(new A.Outline(new A.NoFill())),
            ChartParts.Letters(WordLook.Quiet),
            new C.CrossingAxis { Val = MonthAxis },
            new C.Crosses { Val = C.CrossesValues.AutoZero },
            new C.CrossBetween { Val = measure.Months.Count > 1 ? C.CrossBetweenValues.MidpointCategory : C.CrossBetweenValues.Between },
            new C.MajorUnit { Val = scale.Step });
        return axis;
    }
}
