using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Documents.Reports;

/// <summary>A measure's months as a table: the header is said again on each page, no row is torn apart by a page's end.</summary>
internal static class WordTable
{
    private const string Empty = "\u2013";

    /// <param name="Holds">What the column has, as the table's description says it.</param>
    private sealed record Column(string Heading, string Holds, Func<ReportMonth, string> Text, bool IsFigure = false, bool IsStrong = false)
    {
        public int Width { get; init; }
    }

    public static Table Of(ReportMeasure measure)
    {
        var columns = Columns(measure);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Figures },
                new TableWidth { Width = Number(WordLook.TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true },
                new TableCaption { Val = WordParts.Plain($"{measure.Name}, by month") },
                new TableDescription { Val = WordParts.Plain($"A row for each month with {Words.List([.. columns.Skip(1).Select(column => column.Holds)])}. {measure.Sentence}") }),
            new TableGrid(columns.Select(column => new GridColumn { Width = Number(column.Width) })));
        table.Append(Header(columns));
        table.Append(measure.Months.Select((month, index) => Row(columns, month, KeepsNext(index, measure.Months.Count))));
        return table;
    }

    private static List<Column> Columns(ReportMeasure measure)
    {
        List<Column> columns =
        [
            new("Month", "the month", month => month.Month.ToString()),
            new("Figure", "the figure", month => month.FigureText, IsFigure: true, IsStrong: true),
        ];
        if (measure.Months.Any(month => month.Counts.Length > 0))
            columns.Add(new("Counts", "the counts behind it", month => month.Counts, IsFigure: true));
        if (measure.Targets.Count > 0)
            columns.Add(new("Against the target", "how it stands against the target", month => month.Verdict));

        List<Column> sized = [.. columns.Select(column => column with { Width = WordTableStyle.ColumnWidth(measure.Months.Select(column.Text), column.IsFigure) })];
        return [.. sized, new("Source", "its source", month => month.Source) { Width = WordLook.TextWidth - sized.Sum(column => column.Width) }];
    }

    // Where a table breaks, neither the header stands alone at a page's foot nor the last month at a page's head.
    private static bool KeepsNext(int month, int months) => month < months - 1 && (month == 0 || month == months - 2);

    private static TableRow Header(List<Column> columns)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(columns.Select(column => Cell(column, WordParts.Paragraph(WordStyles.TableHeading, column.Heading))));
        return row;
    }

    private static TableRow Row(List<Column> columns, ReportMonth month, bool keepsNext)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        foreach (var column in columns)
        {
            var text = column.Text(month) is { Length: > 0 } given ? given : Empty;
            var isStrong = column.IsStrong && month.Figure is not null;
            var paragraph = WordParts.Paragraph(WordStyles.TableText, isStrong ? WordParts.Bold(text) : WordParts.Run(text));
            row.Append(Cell(column, keepsNext ? paragraph.KeptWithNext() : paragraph));
        }
        return row;
    }

    private static TableCell Cell(Column column, Paragraph paragraph)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(column.Width), Type = TableWidthUnitValues.Dxa });
        if (column.IsFigure)
        {
            paragraph.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Right };
            properties.TableCellMargin = new TableCellMargin(new RightMargin { Width = Number(WordTableStyle.RoomAfterFigure), Type = TableWidthUnitValues.Dxa });
        }
        return new TableCell(properties, paragraph);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
