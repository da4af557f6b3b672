using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ImprovementTracker.Tests.Measures;

/// <summary>A small Excel workbook for a test: texts, numbers, dates, formulas and errors in cells; merged cells, hidden rows, columns and sheets.</summary>
public sealed class MadeWorkbook
{
    private sealed record Made(string Name, object?[][] Rows, string[]? Merged, int[]? HiddenRows, int[]? HiddenColumns, bool IsHidden);

    private readonly List<Made> _sheets = [];

    /// <summary>A formula and what it gave when the workbook was saved.</summary>
    public sealed record Formula(string Text, double Gave);

    /// <summary>A cell's error: #N/A.</summary>
    public sealed record Fault(string Text);

    public MadeWorkbook With(string name, object?[][] rows, string[]? merged = null, int[]? hiddenRows = null, int[]? hiddenColumns = null, bool isHidden = false)
    {
        _sheets.Add(new(name, rows, merged, hiddenRows, hiddenColumns, isHidden));
        return this;
    }

    public byte[] ToArray()
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                // 0 plain, 1 a date.
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            book.Workbook = new Workbook(new Sheets(_sheets.Select((sheet, index) => Add(book, sheet, (uint)index + 1))));
        }
        return bytes.ToArray();
    }

    private static Sheet Add(WorkbookPart book, Made sheet, uint number)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        foreach (var (cells, index) in sheet.Rows.Select((cells, index) => (cells, index)).Where(row => row.cells.Length > 0))
        {
            var row = new Row { RowIndex = (uint)index + 1, Hidden = sheet.HiddenRows?.Contains(index + 1) == true ? true : null };
            row.Append(cells.Select((value, column) => CellOf(value, Domain.Measures.Sheet.Address(column, index + 1))).OfType<Cell>());
            data.Append(row);
        }
        part.Worksheet = new Worksheet();
        if (sheet.HiddenColumns is not null)
            part.Worksheet.Append(new Columns(sheet.HiddenColumns.Select(column => new Column { Min = (uint)column, Max = (uint)column, Hidden = true, Width = 9, CustomWidth = true })));
        part.Worksheet.Append(data);
        if (sheet.Merged is not null)
            part.Worksheet.Append(new MergeCells(sheet.Merged.Select(range => new MergeCell { Reference = range })));
        return new Sheet { Name = sheet.Name, SheetId = number, Id = book.GetIdOfPart(part), State = sheet.IsHidden ? SheetStateValues.Hidden : null };
    }

    private static Cell? CellOf(object? value, string address)
    {
        var cell = value switch
        {
            null => null,
            string text => new Cell(new InlineString(new Text(text))) { DataType = CellValues.InlineString },
            DateOnly day => new Cell(new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture))) { StyleIndex = 1 },
            Formula formula => new Cell(new CellFormula(formula.Text), new CellValue(formula.Gave.ToString(CultureInfo.InvariantCulture))),
            Fault fault => new Cell(new CellFormula("NA()"), new CellValue(fault.Text)) { DataType = CellValues.Error },
            _ => new Cell(new CellValue(Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))),
        };
        if (cell is not null)
            cell.CellReference = address;
        return cell;
    }
}
