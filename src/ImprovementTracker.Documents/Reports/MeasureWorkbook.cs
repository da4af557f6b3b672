using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Documents.Reports;

/// <summary>
/// The workbook inside a chart, which opens when a person chooses to edit the chart's data: a row for each month, a column
/// for the measure and one for each target; a month without a figure is an empty cell.
/// </summary>
internal static class MeasureWorkbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Sheet = "Figures";
    private const uint HeadingStyle = 1;
    private const uint FigureStyle = 2;

    /// <summary>The cells of a column (0 is the months') that hold the values: Figures!$B$2:$B$15.</summary>
    public static string Values(int column, int months) => $"{Sheet}!${Letters(column)}$2:${Letters(column)}${months + 1}";

    /// <summary>The cell with a column's name: Figures!$B$1.</summary>
    public static string Name(int column) => $"{Sheet}!${Letters(column)}$1";

    public static void Write(ReportMeasure measure, string figureFormat, Stream output)
    {
        using var written = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(written, SpreadsheetDocumentType.Workbook))
        {
            var workbook = package.AddWorkbookPart();
            package.ChangeIdOfPart(workbook, "rId1");
            workbook.AddNewPart<WorkbookStylesPart>("rId1").Stylesheet = Look(figureFormat);
            workbook.AddNewPart<WorksheetPart>("rId2").Worksheet = new Worksheet(
                new Columns(new Column { Min = 1, Max = (uint)measure.Targets.Count + 2, Width = 18, CustomWidth = true }),
                new SheetData(Rows(measure)));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = Sheet, SheetId = 1, Id = "rId2" }));
        }
        PackageBytes.CopyWithoutClock(written, output);
    }

    private static IEnumerable<Row> Rows(ReportMeasure measure)
    {
        string[] names = ["Month", measure.Name, .. measure.Targets.Select(target => target.Name)];
        yield return Row(1, names.Select((name, column) => Text(column, 1, name, HeadingStyle)));
        for (var month = 0; month < measure.Months.Count; month++)
        {
            var row = month + 2;
            var figures = measure.Targets.Select(target => target.Levels[month]).Prepend(measure.Months[month].Figure);
            var cells = figures.Select((figure, index) => figure is { } value ? Figure(index + 1, row, value) : null).OfType<Cell>();
            yield return Row(row, cells.Prepend(Text(0, row, measure.Months[month].Month.ToShortString(), 0)));
        }
    }

    private static Row Row(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    private static Cell Text(int column, int row, string text, uint style) => new(new InlineString(new Text(WordParts.Plain(text))))
    {
        CellReference = $"{Letters(column)}{row}",
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private static Cell Figure(int column, int row, decimal figure) => new(new CellValue(Number(figure)))
    {
        CellReference = $"{Letters(column)}{row}",
        StyleIndex = FigureStyle,
    };

    /// <summary>A figure as Office keeps it: 15 to 17 digits, no separators.</summary>
    public static string Number(decimal figure) => ((double)figure).ToString(CultureInfo.InvariantCulture);

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    private static Stylesheet Look(string figureFormat) => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = figureFormat }) { Count = 1 },
        new Fonts(Face(), Face(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            new CellFormat { NumberFormatId = 0, FontId = 1, FillId = 0, BorderId = 0, FormatId = 0, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true })
        { Count = 3 },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static Font Face(params OpenXmlElement[] first) =>
        new([.. first, new FontSize { Val = 11 }, new FontName { Val = WordLook.Font }]);
}
