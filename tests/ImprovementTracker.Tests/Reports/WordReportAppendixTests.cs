using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace ImprovementTracker.Tests.Reports;

public class WordReportAppendixTests
{
    [Fact]
    public void The_appendix_begins_a_page_and_each_measure_has_definition_sentence_chart_and_table_in_that_order()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var appendix = file.MainDocumentPart!.Document.Body!.Elements().SkipWhile(element => element.InnerText != "Appendix A: measures").ToList();
        Assert.NotNull(((Paragraph)appendix[0]).ParagraphProperties!.PageBreakBefore);
        Assert.Equal(
            ["Each measure by month.", "Initial assessments in time", "Share of initial assessments completed within ten working days.", "76% in July 2010, up from 37% in April 2010."],
            appendix.Skip(1).Take(4).Select(element => element.InnerText));
        Assert.NotEmpty(appendix[5].Descendants<C.ChartReference>());
        Assert.IsType<Table>(appendix[6]);
        var kept = file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Where(style => style.StyleParagraphProperties?.KeepNext is not null).Select(style => style.StyleId!.Value!).ToHashSet();
        Assert.All(appendix[2..6], element => Assert.Contains(((Paragraph)element).ParagraphProperties!.ParagraphStyleId!.Val!.Value!, kept));
    }

    [Fact]
    public void A_chart_has_the_measures_figures_and_a_gap_where_a_month_has_none()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var chart = ChartOf(file, 0);
        Assert.Equal(C.DisplayBlanksAsValues.Gap, chart.Descendants<C.DisplayBlanksAs>().Single().Val!.Value);
        var lines = chart.Descendants<C.LineChartSeries>().ToList();
        Assert.Equal(["Initial assessments in time", "DfE notice 80%", "Local 60%"], lines.Select(line => line.GetFirstChild<C.SeriesText>()!.Descendants<C.NumericValue>().Single().Text));
        Assert.Equal(["Apr 10", "May 10", "Jun 10", "Jul 10"], lines[0].GetFirstChild<C.CategoryAxisData>()!.Descendants<C.NumericValue>().Select(month => month.Text));
        Assert.Equal([(0u, "37"), (1u, "44"), (3u, "76")], Points(lines[0]));
        Assert.Equal([(1u, "80"), (2u, "80"), (3u, "80")], Points(lines[1]));
        Assert.Equal(4u, lines[0].Descendants<C.NumberingCache>().Single().PointCount!.Val!.Value);
    }

    [Fact]
    public void The_workbook_that_opens_to_edit_a_chart_holds_the_same_numbers_where_the_chart_looks_for_them()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        using var workbook = SpreadsheetDocument.Open(file.MainDocumentPart!.ChartParts.First().EmbeddedPackagePart!.GetStream(), false);
        Assert.Equal("Figures", workbook.WorkbookPart!.Workbook.Sheets!.Elements<S.Sheet>().Single().Name);
        var cells = workbook.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<S.Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText);
        Assert.Equal(("Initial assessments in time", "DfE notice 80%", "Local 60%"), (cells["B1"], cells["C1"], cells["D1"]));
        Assert.Equal(("Apr 10", "37", "60"), (cells["A2"], cells["B2"], cells["D2"]));
        Assert.Equal(("Jul 10", "76", "80", "60"), (cells["A5"], cells["B5"], cells["C5"], cells["D5"]));
        Assert.False(cells.ContainsKey("B4") || cells.ContainsKey("C2"));
        var lines = ChartOf(file, 0).Descendants<C.LineChartSeries>().ToList();
        Assert.Equal(["Figures!$B$1", "Figures!$A$2:$A$5", "Figures!$B$2:$B$5"], lines[0].Descendants<C.Formula>().Select(formula => formula.Text));
        Assert.Equal("Figures!$D$2:$D$5", lines[2].Descendants<C.Formula>().Last().Text);
    }

    [Fact]
    public void A_targets_line_is_dashed_and_named_at_its_end_and_the_measures_last_value_is_written_beside_it()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var chart = ChartOf(file, 0);
        var lines = chart.Descendants<C.LineChartSeries>().ToList();
        var dashes = lines.Select(line => line.GetFirstChild<C.ChartShapeProperties>()!.Descendants<A.PresetDash>().Single().Val!.Value).ToList();
        Assert.Equal(A.PresetLineDashValues.Solid, dashes[0]);
        Assert.Equal(3, dashes.Distinct().Count());
        Assert.Equal([(3u, true, false), (3u, false, true), (3u, false, true)], lines.Select(line => line.Descendants<C.DataLabel>().Single()).Select(label =>
            (label.Index!.Val!.Value, label.GetFirstChild<C.ShowValue>()!.Val!.Value, label.GetFirstChild<C.ShowSeriesName>()!.Val!.Value)));
        Assert.Empty(chart.Descendants<C.Legend>());
    }

    [Fact]
    public void A_line_that_ends_before_the_last_month_is_labelled_where_it_ends()
    {
        using var file = MadeReport.Opened(MadeReport.With(MadeReport.Assessments with { Targets = [new("DfE notice 80%", [80, 80, null, null])] }));

        var label = ChartOf(file, 0).Descendants<C.LineChartSeries>().Last().Descendants<C.DataLabel>().Single();
        Assert.Equal(1u, label.Index!.Val!.Value);
        Assert.Equal(C.DataLabelPositionValues.Top, label.GetFirstChild<C.DataLabelPosition>()!.Val!.Value);
    }

    [Fact]
    public void Names_of_targets_that_lie_close_are_moved_apart_by_at_least_a_line()
    {
        using var file = MadeReport.Opened(MadeReport.With(MadeReport.Assessments with
        {
            Targets = [new("DfE notice 80%", [80, 80, 80, 80]), new("Local 79%", [79, 79, 79, 79])],
        }));

        var chart = ChartOf(file, 0);
        var moves = chart.Descendants<C.LineChartSeries>().Skip(1).Select(line => line.Descendants<C.DataLabel>().Single().Descendants<C.Top>().Single().Val!.Value).ToList();
        // The lines are one point of a hundred apart on a plot 0.78 of the chart's height, which is 195.6 points; a line of 9 points needs 10.8.
        var apart = (moves[1] - moves[0] + (0.01 * 0.78)) * 195.6;
        Assert.InRange(apart, 10.8, 15);
    }

    [Fact]
    public void A_percentage_is_drawn_from_0_to_100_and_a_count_from_0_with_thousands_separated()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        Assert.Equal((0, 100, "0\"%\""), Axis(ChartOf(file, 0)));
        Assert.Equal((0, 2000, "#,##0"), Axis(ChartOf(file, 1)));
        Assert.Equal("Number", ChartOf(file, 1).Descendants<C.Title>().Single().InnerText);
    }

    [Fact]
    public void A_percentage_above_100_is_not_cut_off()
    {
        ReportMonth[] months = [new(new Month(2011, 5), 104, "104%", "", "", "recorded")];
        using var file = MadeReport.Opened(MadeReport.With(MadeReport.Assessments with { Months = months, Targets = [] }));

        // The smallest round step that reaches 104 in six steps is 20.
        Assert.Equal((0, 120, "0\"%\""), Axis(ChartOf(file, 0)));
    }

    [Fact]
    public void The_last_value_stays_at_its_point_where_long_names_of_targets_need_the_room_beside_it()
    {
        using var file = MadeReport.Opened(MadeReport.With(MadeReport.Assessments with
        {
            Targets = [new("DfE notice 80% by December 2010 (illustrative)", [80, 80, 80, 80])],
        }));

        var label = ChartOf(file, 0).Descendants<C.LineChartSeries>().First().Descendants<C.DataLabel>().Single();
        Assert.Equal(C.DataLabelPositionValues.Bottom, label.GetFirstChild<C.DataLabelPosition>()!.Val!.Value);
        Assert.Empty(label.Descendants<C.ManualLayout>());
    }

    [Fact]
    public void The_last_value_is_written_with_the_decimals_of_the_table_so_that_both_say_the_same()
    {
        ReportMonth[] months = [new(new Month(2011, 5), 79.6m, "79.6%", "", "Missed", "recorded")];
        using var file = MadeReport.Opened(MadeReport.With(MadeReport.Assessments with { Months = months, Targets = [new("DfE notice 80%", [80])] }));

        var label = ChartOf(file, 0).Descendants<C.LineChartSeries>().First().Descendants<C.DataLabel>().Single();
        Assert.Equal("0.0\"%\"", label.GetFirstChild<C.NumberingFormat>()!.FormatCode!.Value);
    }

    [Fact]
    public void Who_cannot_see_a_chart_is_told_what_it_shows_and_that_a_table_follows()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var drawings = file.MainDocumentPart!.Document.Descendants<Wp.DocProperties>().ToList();
        Assert.Equal("76% in July 2010, up from 37% in April 2010. The table that follows has the same figures.", drawings[0].Description!.Value);
        Assert.Equal([1u, 2u], drawings.Select(drawing => drawing.Id!.Value));
    }

    [Fact]
    public void A_table_repeats_its_header_on_each_page_tears_no_row_and_says_what_it_holds()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var table = Tables(file)[0];
        var rows = table.Elements<TableRow>().ToList();
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row => Assert.NotNull(row.TableRowProperties!.GetFirstChild<CantSplit>()));
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.All(rows.Skip(1), row => Assert.Null(row.TableRowProperties!.GetFirstChild<TableHeader>()));
        var properties = table.GetFirstChild<TableProperties>()!;
        Assert.Equal("Initial assessments in time, by month", properties.TableCaption!.Val!.Value);
        Assert.StartsWith("A row for each month with the figure, the counts behind it, how it stands against the target and its source.", properties.TableDescription!.Val!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_gives_each_month_its_figure_at_the_right_and_leaves_out_columns_with_nothing_to_say()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        Assert.Equal(["Month", "Figure", "Counts", "Against the target", "Source"], Row(Tables(file)[0], 0));
        Assert.Equal(["May 2010", "44%", "268 of 610", "Missed", "illustrative"], Row(Tables(file)[0], 2));
        Assert.Equal(["June 2010", "Not captured", "\u2013", "No value", "recorded"], Row(Tables(file)[0], 3));
        Assert.Equal(["Month", "Figure", "Source"], Row(Tables(file)[1], 0));
        var figures = Tables(file)[0].Elements<TableRow>().Select(row => row.Elements<TableCell>().ElementAt(1).GetFirstChild<Paragraph>()!);
        Assert.All(figures, figure => Assert.Equal(JustificationValues.Right, figure.ParagraphProperties!.Justification!.Val!.Value));
    }

    [Fact]
    public void A_measure_without_any_figure_has_its_table_and_no_empty_chart()
    {
        ReportMonth[] months = [new(new Month(2011, 5), null, "Not recorded", "", "", "")];
        using var file = MadeReport.Opened(MadeReport.With(new("X", "Visits", "", MeasureUnit.Count, 0, "Nothing has been recorded.", months, [])));

        Assert.Empty(file.MainDocumentPart!.ChartParts);
        Assert.Equal(["May 2011", "Not recorded", "\u2013"], Row(Tables(file).Single(), 1));
    }

    [Fact]
    public void A_target_without_a_level_for_each_month_is_refused()
    {
        var report = MadeReport.With(MadeReport.Assessments with { Targets = [new("DfE notice 80%", [80])] });

        var error = Assert.Throws<InvalidOperationException>(() => MadeReport.Bytes(report));
        Assert.Contains("'DfE notice 80%' of 'Initial assessments in time' has 1 levels for 4 months", error.Message, StringComparison.Ordinal);
    }

    private static C.ChartSpace ChartOf(WordprocessingDocument file, int measure)
    {
        var reference = file.MainDocumentPart!.Document.Descendants<C.ChartReference>().ElementAt(measure);
        return ((ChartPart)file.MainDocumentPart.GetPartById(reference.Id!)).ChartSpace;
    }

    private static IEnumerable<(uint, string)> Points(C.LineChartSeries line) =>
        line.GetFirstChild<C.Values>()!.Descendants<C.NumericPoint>().Select(point => (point.Index!.Value, point.NumericValue!.Text));

    private static (double Lowest, double Highest, string Format) Axis(C.ChartSpace chart)
    {
        var axis = chart.Descendants<C.ValueAxis>().Single();
        return (axis.Descendants<C.MinAxisValue>().Single().Val!.Value, axis.Descendants<C.MaxAxisValue>().Single().Val!.Value, axis.GetFirstChild<C.NumberingFormat>()!.FormatCode!.Value!);
    }

    private static List<Table> Tables(WordprocessingDocument file) => [.. file.MainDocumentPart!.Document.Body!.Elements<Table>()];

    private static IEnumerable<string> Row(Table table, int row) => table.Elements<TableRow>().ElementAt(row).Elements<TableCell>().Select(cell => cell.InnerText);
}
