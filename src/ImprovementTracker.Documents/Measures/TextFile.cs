using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>Reads text with commas, semicolons or tabs between its cells.</summary>
internal static class TextFile
{
    private const int LongestCell = 32_000;
    private const int LinesLookedAt = 30;
    private static readonly char[] Separators = [',', ';', '\t'];

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Sheet Read(byte[] content, CancellationToken cancel)
    {
        var text = Decode(content);
        if (text.AsSpan().ContainsAny('\0', '\u0001', '\u0002'))
            throw new BrokenRule("The file is neither an Excel workbook nor text. Save it in Excel as .xlsx or as 'CSV UTF-8', and send that.");
        var separator = SeparatorIn(ref text);
        var rows = new List<SheetRow>();
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            MaxFieldSize = LongestCell,
            CacheFields = false,
        });
        var cells = 0;
        var line = new List<SheetCell>();
        try
        {
            for (var number = 1; parser.Read(); number++)
            {
                if (number % 1000 == 0)
                    cancel.ThrowIfCancellationRequested();
                line.Clear();
                for (var column = 0; column < parser.Count; column++)
                    line.Add(SheetCell.Of(FormulaGuard.Unguarded(Spreadsheet.Cut(parser[column]))));
                if (Spreadsheet.Row(number, line) is not { } row)
                    continue;
                if (row.Cells.Count > Spreadsheet.MostColumns)
                    throw Spreadsheet.TooWide(row.Cells.Count);
                if (number > Spreadsheet.MostRows)
                    throw Spreadsheet.TooLong(Spreadsheet.MostRows);
                if ((cells += row.Cells.Count) > Spreadsheet.MostCells)
                    throw Spreadsheet.TooFull();
                rows.Add(row);
            }
        }
        catch (CsvHelperException)
        {
            throw new BrokenRule($"Near line {Words.Count(parser.RawRow)} a cell has no end: a quotation mark is opened there and not closed. Correct it and send the file again.");
        }
        return new("", rows);
    }

    /// <summary>UTF-8, UTF-16 where it is marked so, else as older Windows programs write.</summary>
    private static string Decode(byte[] content)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(content);
        }
    }

    /// <summary>The one that Excel was told of in the first line ('sep=;', which is then taken away), else the one that the lines show.</summary>
    private static char SeparatorIn(ref string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            var told = text[4];
            text = text[5..].TrimStart('\r').TrimStart('\n');
            return told;
        }
        return SeparatorOf(text);
    }

    /// <summary>The one that most of the first lines hold equally often.</summary>
    internal static char SeparatorOf(string text)
    {
        var lines = FirstLines(text);
        return Separators.MaxBy(separator => lines.Select(line => CountOutsideQuotes(line, separator)).Where(count => count > 0).GroupBy(count => count).Select(same => same.Count() * 1000 + same.Key).DefaultIfEmpty().Max());
    }

    private static List<string> FirstLines(string text)
    {
        using var reader = new StringReader(text);
        var lines = new List<string>();
        while (lines.Count < LinesLookedAt && reader.ReadLine() is { } line)
            if (line.Length > 0)
                lines.Add(line);
        return lines;
    }

    private static int CountOutsideQuotes(string line, char separator)
    {
        var (count, isQuoted) = (0, false);
        foreach (var letter in line)
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter == separator && !isQuoted)
                count++;
        }
        return count;
    }
}
