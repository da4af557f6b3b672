using System.Text;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>A csv file of the Department for Education's 'Explore education statistics', read row by row.</summary>
public static class DfeStatisticsFile
{
    /// <summary>Reads the headings now, and the rows as they are asked for, once; the stream stays open until then.</summary>
    /// <exception cref="BrokenRule">It is not such a file; also while the rows are read.</exception>
    public static DfeTable Open(Stream stream)
    {
        if (WhatElse(stream) is { } something)
            throw new BrokenRule($"This is {something}, not a csv file. Choose the csv file of the release; unpack it first if it came in an archive.");
        var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        var rows = new CsvRows(new CsvText(reader));
        var headings = Next(rows) ?? throw new BrokenRule("The file is empty. Choose the csv file of a release of 'Explore education statistics'.");
        var columns = new DfeColumns(headings);
        return new(columns, Rows(rows, columns));
    }

    /// <summary>What a file is by its first bytes, where it is certainly no text.</summary>
    private static string? WhatElse(Stream stream)
    {
        if (!stream.CanSeek)
            return null;
        var begin = stream.Position;
        Span<byte> first = stackalloc byte[4];
        var length = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = begin;
        return first[..length] switch
        {
            [(byte)'P', (byte)'K', 3, 4] => "a spreadsheet or an archive",
            [0xD0, 0xCF, 0x11, 0xE0] => "an old or a password-protected spreadsheet",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F'] => "a PDF",
            _ => null,
        };
    }

    private static IEnumerable<DfeRow> Rows(CsvRows rows, DfeColumns columns)
    {
        while (Next(rows) is { } cells)
        {
            // A spreadsheet program leaves out the empty cells at a row's end.
            while (cells.Count < columns.Names.Count)
                cells.Add("");
            if (cells.Count > columns.Names.Count && cells.Skip(columns.Names.Count).Any(cell => cell.Length > 0))
                throw new BrokenRule($"Row {Words.Count(rows.Number)} has {Words.Count(cells.Count)} cells, but there are {Words.Count(columns.Names.Count)} headings. Choose the file as it was published.");
            yield return RowOf(rows.Number, cells, columns);
        }
    }

    private static DfeRow RowOf(int number, List<string> cells, DfeColumns columns)
    {
        string Cell(string column) => columns.Place(column) is { } place ? cells[place] : "";

        return new(number, Cell("time_period"), Cell("time_identifier"), LevelOf(Cell("geographic_level")), Cell("region_code"), Cell("region_name"),
            Cell("old_la_code"), Cell("new_la_code"), Cell("la_name"), cells);
    }

    private static DfeLevel LevelOf(string text) => text.ToLowerInvariant() switch
    {
        "national" => DfeLevel.National,
        "regional" => DfeLevel.Regional,
        "local authority" => DfeLevel.LocalAuthority,
        _ => DfeLevel.Other,
    };

    private static List<string>? Next(CsvRows rows)
    {
        try
        {
            return rows.Read();
        }
        catch (DecoderFallbackException)
        {
            throw new BrokenRule($"{(rows.Number == 0 ? "The file" : $"After row {Words.Count(rows.Number)} the file")} holds letters that are not written as UTF-8. Choose the csv file as it was published, or save it as 'CSV UTF-8'.");
        }
    }
}
