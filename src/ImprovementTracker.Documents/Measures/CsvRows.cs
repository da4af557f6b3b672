using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>The rows of a csv file, one at a time, so that a large file never stands in memory as a whole.</summary>
internal sealed class CsvRows(CsvText text)
{
    public const int MostColumns = 1_000;
    public const int LongestCell = 10_000;
    public const int MostRows = 5_000_000;

    internal const string AsPublished = "Choose the file as it was published.";

    private CsvParser? _parser;

    /// <summary>As a spreadsheet counts: the first row is 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next row, each cell without spaces around it; null at the end. Empty rows are passed over, and counted.</summary>
    public List<string>? Read()
    {
        while (ReadRow() is { } cells)
        {
            if (cells.Exists(cell => cell.Length > 0))
                return cells;
        }
        return null;
    }

    private List<string>? ReadRow()
    {
        text.Row = Number + 1;
        _parser ??= new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            // Some spreadsheet programs write semicolons.
            Delimiter = TextFile.SeparatorOf(text.Begin()).ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = data => RefuseUnclosed(data.Field),
            MaxFieldSize = LongestCell,
            CacheFields = false,
        });
        try
        {
            if (!_parser.Read())
                return null;
        }
        catch (MaxFieldSizeException)
        {
            throw new BrokenRule($"Row {Words.Count(Number + 1)} has a cell of more than {Words.Count(LongestCell)} letters. {AsPublished}");
        }
        if (++Number > MostRows)
            throw new BrokenRule($"The file has more than {Words.Count(MostRows)} rows. {AsPublished}");
        if (_parser.Count > MostColumns)
            throw new BrokenRule($"Row {Words.Count(Number)} has more than {Words.Count(MostColumns)} columns. {AsPublished}");
        return [.. _parser.Record!.Select(cell => cell.Trim())];
    }

    /// <summary>A quotation mark elsewhere is part of the text; one that opens a cell takes all that follows into it.</summary>
    private void RefuseUnclosed(string field)
    {
        if (field.StartsWith('"') && field.Count(letter => letter == '"') % 2 == 1)
            throw new BrokenRule($"Row {Words.Count(Number)}: a quotation mark is opened and never closed. {AsPublished}");
    }
}
