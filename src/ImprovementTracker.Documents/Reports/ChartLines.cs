using DocumentFormat.OpenXml;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Reports;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Newer = DocumentFormat.OpenXml.Office2013.Drawing.Chart;

namespace ImprovementTracker.Documents.Reports;

/// <summary>The lines of a measure's chart: its own with a mark at each month and its last value, then each target's with its name.</summary>
internal static class ChartLines
{
    private const string NewerLabels = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}";

    private static readonly A.PresetLineDashValues[] Dashes =
    [
        A.PresetLineDashValues.Dash, A.PresetLineDashValues.SystemDot, A.PresetLineDashValues.LargeDashDot, A.PresetLineDashValues.SystemDash,
        A.PresetLineDashValues.LargeDash, A.PresetLineDashValues.LargeDashDotDot, A.PresetLineDashValues.DashDot,
    ];

    public static IEnumerable<C.LineChartSeries> Of(ReportMeasure measure, IReadOnlyList<LineLabel?> labels)
    {
        yield return Measure(measure, labels[0]);
        for (var target = 0; target < measure.Targets.Count; target++)
            yield return Target(measure, target, labels[target + 1]);
    }

    private static C.LineChartSeries Measure(ReportMeasure measure, LineLabel? label)
    {
        var figures = measure.Months.Select(month => month.Figure).ToList();
        var line = Start(0, measure.Name, ChartParts.Stroke(28_575, WordLook.Measure));
        line.Append(new C.Marker(
            new C.Symbol { Val = C.MarkerStyleValues.Circle },
            new C.Size { Val = (byte)(figures.Count > 18 ? 4 : 6) },
            new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = WordLook.Measure }), ChartParts.Stroke(9_525, WordLook.Measure))));
        if (label is not null)
            line.Append(Labels(label, ValueFormat(measure, label.Point), WordLook.Measure, isName: false));
        return Finish(line, 0, measure, figures);
    }

    private static C.LineChartSeries Target(ReportMeasure measure, int index, LineLabel? label)
    {
        var target = measure.Targets[index];
        var colour = WordLook.Targets[index % WordLook.Targets.Count];
        var line = Start(index + 1, target.Name, ChartParts.Stroke(19_050, colour, Dashes[index % Dashes.Length]));
        line.Append(new C.Marker(new C.Symbol { Val = C.MarkerStyleValues.None }));
        line.Append(LonelyMonths(target.Levels).Select(month => Dash(month, colour)));
        if (label is not null)
            line.Append(Labels(label, "General", colour, isName: true));
        return Finish(line, index + 1, measure, target.Levels);
    }

    private static C.LineChartSeries Start(int index, string name, A.Outline stroke) => new(
        new C.Index { Val = (uint)index },
        new C.Order { Val = (uint)index },
        new C.SeriesText(new C.StringReference(
            new C.Formula(MeasureWorkbook.Name(index + 1)),
            new C.StringCache(new C.PointCount { Val = 1 }, Point(0, WordParts.Plain(name))))),
        new C.ChartShapeProperties(stroke));

    private static C.LineChartSeries Finish(C.LineChartSeries line, int index, ReportMeasure measure, IReadOnlyList<decimal?> values)
    {
        var count = (uint)measure.Months.Count;
        var months = new C.StringCache(new C.PointCount { Val = count });
        months.Append(measure.Months.Select((month, at) => Point(at, month.Month.ToShortString())));
        var figures = new C.NumberingCache(new C.FormatCode(ChartScale.FigureFormat(measure.Unit, measure.Decimals)), new C.PointCount { Val = count });
        // A month without a figure has no point at all: that is what makes the gap.
        figures.Append(values.Select((value, at) => value is { } figure
            ? new C.NumericPoint(new C.NumericValue(MeasureWorkbook.Number(figure))) { Index = (uint)at } : null).OfType<OpenXmlElement>());
        line.Append(
            new C.CategoryAxisData(new C.StringReference(new C.Formula(MeasureWorkbook.Values(0, measure.Months.Count)), months)),
            new C.Values(new C.NumberReference(new C.Formula(MeasureWorkbook.Values(index + 1, measure.Months.Count)), figures)),
            new C.Smooth { Val = false });
        return line;
    }

    private static C.StringPoint Point(int index, string text) => new(new C.NumericValue(text)) { Index = (uint)index };

    // The label shows the figure with as many decimals as the table beside it: 79.6% is not 80% when the target is 80%.
    private static string ValueFormat(ReportMeasure measure, int month)
    {
        var text = measure.Months[month].FigureText;
        var point = text.LastIndexOf('.');
        var decimals = point < 0 ? 0 : text.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count();
        return ChartScale.FigureFormat(measure.Unit, decimals);
    }

    // A target in force for one month only would have no line to see.
    private static IEnumerable<int> LonelyMonths(IReadOnlyList<decimal?> levels) => Enumerable.Range(0, levels.Count).Where(month =>
        levels[month] is not null && (month == 0 || levels[month - 1] is null) && (month == levels.Count - 1 || levels[month + 1] is null));

    private static C.DataPoint Dash(int month, string colour) => new(
        new C.Index { Val = (uint)month },
        new C.Marker(
            new C.Symbol { Val = C.MarkerStyleValues.Dash },
            new C.Size { Val = 9 },
            new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = colour }), ChartParts.Stroke(9_525, colour))),
        new C.Bubble3D { Val = false });

    private static C.DataLabels Labels(LineLabel label, string format, string colour, bool isName)
    {
        var last = new C.DataLabel(new C.Index { Val = (uint)label.Point });
        if (label.Across != 0 || Math.Abs(label.Down) > 0.001)
            last.Append(new C.Layout(new C.ManualLayout(new C.Left { Val = label.Across }, new C.Top { Val = Math.Round(label.Down, 4) })));
        last.Append(
            new C.NumberingFormat { FormatCode = format, SourceLinked = false },
            new C.ChartShapeProperties(new A.NoFill(), new A.Outline(new A.NoFill())),
            isName ? ChartParts.Letters(colour, points: ChartLabels.NamePoints) : ChartParts.Letters(colour, bold: true),
            new C.DataLabelPosition { Val = Position(label.Side) });
        last.Append(Shown(value: !isName, name: isName));
        var labels = new C.DataLabels(last);
        labels.Append(Shown(value: false, name: false));
        // Strokes from a moved label to its point would only clutter: the label has the line's colour and stands in its order.
        labels.Append(new C.DLblsExtensionList(new C.DLblsExtension(new Newer.ShowLeaderLines { Val = false }) { Uri = NewerLabels }));
        return labels;
    }

    private static C.DataLabelPositionValues Position(LabelSide side) => side switch
    {
        LabelSide.Right => C.DataLabelPositionValues.Right,
        LabelSide.Above => C.DataLabelPositionValues.Top,
        LabelSide.Below => C.DataLabelPositionValues.Bottom,
    };

    private static OpenXmlElement[] Shown(bool value, bool name) =>
    [
        new C.ShowLegendKey { Val = false },
        new C.ShowValue { Val = value },
        new C.ShowCategoryName { Val = false },
        new C.ShowSeriesName { Val = name },
        new C.ShowPercent { Val = false },
        new C.ShowBubbleSize { Val = false },
    ];
}
