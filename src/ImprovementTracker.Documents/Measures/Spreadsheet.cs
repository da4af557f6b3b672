using System.Globalization;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>Reads a spreadsheet that somebody sent: csv, xlsx or xls, told apart by what is in it and not by its name.</summary>
public static class Spreadsheet
{
    public const int LargestFile = 10_000_000;

    /// <summary>Rows down to which a sheet may hold something.</summary>
    public const int MostRows = 200_000;

    public const int MostColumns = 500;

    /// <summary>Cells that hold something.</summary>
    public const int MostCells = 2_000_000;

    /// <summary>Longer texts in a cell are cut.</summary>
    internal const int LongestText = 1_000;

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;
    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>What may be sent, as a sentence.</summary>
    public static string Limits => $"An Excel workbook (.xlsx or .xls) or a csv file, up to {LargestFile / 1_000_000} MB, {Words.Count(MostRows)} rows and {MostColumns} columns.";

    /// <param name="sheet">Which sheet of a workbook; null for the first that holds something.</param>
    /// <exception cref="BrokenRule">It is no spreadsheet, is too large, or is locked; the message says what to do.</exception>
    public static Sheet Read(byte[] content, string? sheet, CancellationToken cancel)
    {
        if (content.Length > LargestFile)
            throw TooLarge(content.Length);
        if (content.Length == 0)
            throw new BrokenRule("The file is empty. Choose one with a row of headings and figures under it.");
        var isWorkbook = content.AsSpan().StartsWith(Zip) || content.AsSpan().StartsWith(Compound);
        return isWorkbook ? WorkbookFile.Read(content, sheet, cancel) : TextFile.Read(content, cancel);
    }

    /// <summary>For those who know the length before they read.</summary>
    public static BrokenRule TooLarge(long length) =>
        new($"The file has {(length / 1_000_000m).ToString("0.#", CultureInfo.InvariantCulture)} MB, and at most {LargestFile / 1_000_000} MB can be read. Take out what is not needed, or send it in parts.");

    internal static BrokenRule TooLong(int row) =>
        new($"The sheet goes on below row {Words.Count(row)}, and at most {Words.Count(MostRows)} rows can be read. Send it in parts.");

    internal static BrokenRule TooWide(int columns) =>
        new($"The sheet has {Words.Count(columns)} columns, and at most {MostColumns} can be read. Take out what is not needed, also empty columns that are formatted.");

    internal static BrokenRule TooFull() =>
        new($"The sheet holds more than {Words.Count(MostCells)} cells. Send it in parts.");

    internal static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    /// <summary>Without the empty cells at its end; null where nothing is in it.</summary>
    internal static SheetRow? Row(int number, List<SheetCell> cells)
    {
        var length = cells.FindLastIndex(cell => !cell.IsEmpty) + 1;
        return length == 0 ? null : new(number, [.. cells.Take(length)]);
    }
}
