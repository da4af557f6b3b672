using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Documents.Measures;

/// <summary>A series in a csv file: a date and a value on each line, no value where a month is missing.</summary>
public static class DatedValuesFile
{
    private const int LargestFile = 5_000_000;
    private const int MostLines = 100_000;
    private const decimal Largest = 1_000_000_000_000_000m;
    private const decimal Smallest = 0.000_000_001m;

    /// <summary>In the order of dates.</summary>
    /// <exception cref="BrokenRule">Something in the file is not understood; the message names the line.</exception>
    public static async Task<IReadOnlyList<DatedValue>> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var bytes = new byte[LargestFile + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (length > LargestFile)
            throw new BrokenRule("The file is larger than 5 MB: a series has one short line for each month.");
        using var text = new StreamReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
        return InOrder(Lines(text));
    }

    /// <summary>Reads 2010-04-01, and 2010-04 for the first day of a month.</summary>
    public static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1900 and <= 2999;

    /// <summary>Reads 37, -0.5 and 1e3: a point before decimals, no separators; nothing too large or too small to be worked with exactly.</summary>
    public static bool TryReadNumber(string text, out decimal number)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out number))
            return false;
        var isZero = text.AsSpan()[..(text.IndexOfAny(['e', 'E']) is var exponent and >= 0 ? exponent : text.Length)].IndexOfAnyInRange('1', '9') < 0;
        return isZero || Math.Abs(number) is >= Smallest and <= Largest;
    }

    private static List<DatedValue> InOrder(IEnumerable<(int Line, DatedValue Value)> lines)
    {
        var read = lines.OrderBy(line => line.Value.On).ThenBy(line => line.Line).ToList();
        for (var i = 1; i < read.Count; i++)
            if (read[i].Value.On == read[i - 1].Value.On)
                throw new BrokenRule($"Line {read[i].Line}: {Iso(read[i].Value.On)} is there already, on line {read[i - 1].Line}. Keep one of them.");
        if (read.Count == 0)
            throw new BrokenRule("The file has no line with a date and a value, such as 2010-04-01,37.");
        return read.ConvertAll(line => line.Value);
    }

    private static IEnumerable<(int Line, DatedValue Value)> Lines(StreamReader text)
    {
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            CacheFields = false,
        });
        var mayBeHeader = true;
        for (var number = 1; parser.Read(); number++)
        {
            if (number > MostLines)
                throw new BrokenRule($"Line {number}: the file has more than 100,000 lines.");
            if (string.IsNullOrWhiteSpace(parser.RawRecord))
                continue;
            List<string> fields = [.. parser.Record!.Select(field => field.Trim())];
            if (!(mayBeHeader && IsHeader(fields)))
                yield return (number, Read(number, parser.RawRecord.Trim(), fields));
            mayBeHeader = false;
        }
    }

    /// <summary>Words over both columns: what begins with a figure or has no second column is rather a line gone wrong.</summary>
    private static bool IsHeader(List<string> fields) =>
        fields is [{ Length: > 0 } first, { Length: > 0 } second, ..] && !first.Any(char.IsAsciiDigit) && char.IsLetter(second[0]) && !TryReadNumber(second, out _);

    private static DatedValue Read(int number, string line, List<string> fields)
    {
        if (fields.Count < 2)
            throw new BrokenRule($"Line {number}: '{Shortened(line)}' is not a date and a value with a comma between, such as 2010-04-01,37. For a missing month leave the value empty: 2010-05-01,");
        if (!TryReadDay(fields[0], out var day))
            throw new BrokenRule($"Line {number}: '{Shortened(fields[0])}' is not a date. Write it as 2010-04-01.");
        if (fields.Skip(2).Any(field => field.Length > 0))
            throw new BrokenRule($"Line {number}: there is more than a date and a value. Write decimals with a point, no separators in thousands, and nothing after the value.");
        if (fields[1].Length == 0)
            return new(day, null);
        return TryReadNumber(fields[1], out var value) ? new(day, value)
            : throw new BrokenRule($"Line {number}: '{Shortened(fields[1])}' is not a value. Write a number with a point before decimals, such as 37.5, or nothing for a missing month.");
    }

    private static string Shortened(string text)
    {
        var plain = new string([.. text.Take(40).Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return text.Length > 40 ? $"{plain}…" : plain;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
