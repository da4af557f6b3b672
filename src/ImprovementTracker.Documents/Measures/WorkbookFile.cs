using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>Reads one sheet of an Excel workbook: what formulas gave when it was saved, merged cells in all their places, hidden rows and columns left out.</summary>
internal static class WorkbookFile
{
    /// <summary>What a workbook may grow to when it is unpacked.</summary>
    private const long LargestUnpacked = 120_000_000;
    private const int MostParts = 2_000;
    private const int MostMerged = 20_000;

    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Sheet Read(byte[] content, string? sheet, CancellationToken cancel)
    {
        try
        {
            if (content[0] == 'P')
                RefuseBomb(content);
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(content, writable: false));
            return Read(content, reader, sheet, cancel);
        }
        catch (InvalidPasswordException)
        {
            throw new BrokenRule("The workbook is protected with a password. Save it without one, and send that.");
        }
        // The library meets broken workbooks with errors of many kinds.
        catch (Exception error) when (error is not (BrokenRule or OperationCanceledException or OutOfMemoryException))
        {
            throw new BrokenRule("The file could not be read as an Excel workbook. Open it in Excel, save it again as .xlsx, and send that.");
        }
    }

    private static void RefuseBomb(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        // Nothing more than the stated length is ever unpacked of a part.
        if (zip.Entries.Count > MostParts || zip.Entries.Sum(entry => Math.Min(entry.Length, LargestUnpacked + 1)) > LargestUnpacked)
            throw new BrokenRule("The workbook is far larger unpacked than a sheet of figures should be. Copy the figures into a new workbook, and send that.");
        if (!zip.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            throw new BrokenRule("The file is a packed folder and no Excel workbook. Unpack it, and send the workbook.");
    }

    private static Sheet Read(byte[] content, IExcelDataReader reader, string? wanted, CancellationToken cancel)
    {
        Sheet? chosen = null;
        var visible = new List<string>();
        var hidden = new List<string>();
        do
        {
            cancel.ThrowIfCancellationRequested();
            if (reader.RowCount == 0 || reader.FieldCount == 0)
                continue;
            (reader.VisibleState == "visible" ? visible : hidden).Add(reader.Name);
            var isChosen = wanted is not null ? reader.Name == wanted : chosen is null && reader.VisibleState == "visible";
            if (!isChosen)
                continue;
            chosen = ReadSheet(content, reader, cancel);
            // A sheet of formats and pictures alone is not where the figures are.
            if (wanted is null && chosen.Rows.Count == 0)
            {
                chosen = null;
                visible.Remove(reader.Name);
            }
        }
        while (reader.NextResult());
        if (chosen is null && wanted is not null)
            throw new BrokenRule($"The workbook has no sheet '{wanted}' with anything in it. Choose one of the others.");
        if (chosen is null)
            throw new BrokenRule(hidden.Count > 0 ? $"All sheets of the workbook that hold anything are hidden: {Words.List(hidden)}. Show the one to import in Excel, save it and send it again." : "No sheet of the workbook holds anything. Choose one with a row of headings and figures under it.");
        return chosen with { OtherSheets = [.. visible.Where(name => name != chosen.Name)] };
    }

    private static Sheet ReadSheet(byte[] content, IExcelDataReader reader, CancellationToken cancel)
    {
        if (reader.FieldCount > Spreadsheet.MostColumns)
            throw Spreadsheet.TooWide(reader.FieldCount);
        var isOlder = content[0] != 'P';
        var errors = isOlder ? [] : WorkbookErrors.Of(content, reader.Name, cancel);
        if (reader.MergeCells is { Length: > MostMerged } many)
            throw new BrokenRule($"The sheet has {Words.Count(many.Length)} merged cells, and at most {Words.Count(MostMerged)} can be read. Unmerge them, or send the figures as a csv file.");
        var merged = new MergedCells(reader.MergeCells ?? []);
        var (rows, hiddenRows, filled) = (new List<SheetRow>(), new List<int>(), new HashSet<int>());
        var hiddenColumns = Enumerable.Range(0, reader.FieldCount).Where(column => reader.GetColumnWidth(column) == 0).ToHashSet();
        var line = new List<SheetCell>(reader.FieldCount);
        var cells = 0;
        for (var index = 0; reader.Read(); index++)
        {
            if (index % 1000 == 0)
                cancel.ThrowIfCancellationRequested();
            line.Clear();
            for (var column = 0; column < reader.FieldCount; column++)
                line.Add(errors.TryGetValue((index, column), out var error) ? SheetCell.Error(error) : CellOf(reader, column));
            merged.Fill(index, line);
            foreach (var column in hiddenColumns.Where(column => column < line.Count && !line[column].IsEmpty))
            {
                filled.Add(column);
                line[column] = SheetCell.Empty;
            }
            if (Spreadsheet.Row(index + 1, line) is not { } row)
                continue;
            if (index >= Spreadsheet.MostRows)
                throw Spreadsheet.TooLong(Spreadsheet.MostRows);
            if ((cells += row.Cells.Count) > Spreadsheet.MostCells)
                throw Spreadsheet.TooFull();
            if (reader.RowHeight == 0)
                hiddenRows.Add(row.Number);
            else
                rows.Add(row);
        }
        return new(reader.Name, rows) { HiddenRows = hiddenRows, HiddenColumns = [.. filled.Order()], IsOlderWorkbook = isOlder };
    }

    private static SheetCell CellOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null or DBNull => SheetCell.Empty,
        string text => SheetCell.Of(Spreadsheet.Cut(text)),
        double number => double.IsFinite(number) ? SheetCell.Of(number) : SheetCell.Error("#NUM!"),
        int number => SheetCell.Of(number),
        DateTime moment => SheetCell.Of(DateOnly.FromDateTime(moment)),
        bool yes => SheetCell.Of(yes ? "TRUE" : "FALSE"),
        var other => SheetCell.Of(other.ToString()),
    };
}
