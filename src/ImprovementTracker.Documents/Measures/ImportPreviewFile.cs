using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Documents.Measures;

/// <summary>What an import would do, as csv: row, measure, area, month, what, detail.</summary>
public static class ImportPreviewFile
{
    public static void Write(ImportPreview preview, TextWriter output)
    {
        using var csv = new CsvWriter(output, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }, leaveOpen: true);
        foreach (var heading in new[] { "row", "measure", "area", "month", "what", "detail" })
            csv.WriteField(heading);
        csv.NextRecord();
        foreach (var line in preview.Lines)
        {
            csv.WriteField(line.Figure.Row);
            csv.WriteField(line.Figure.Measure?.Code ?? line.Figure.MeasureText);
            csv.WriteField(line.Figure.AreaText);
            csv.WriteField(line.Figure.Month?.ToIso());
            csv.WriteField(WordOf(line.What));
            csv.WriteField(DetailOf(line));
            csv.NextRecord();
        }
    }

    /// <summary>464 of 610. This is far from the earlier months (between 40% and 62%): say why.</summary>
    private static string DetailOf(ImportLine line) => line.Remarks.ToList() is { Count: > 0 } remarks ? $"{line.Detail}. {string.Join(' ', remarks)}" : line.Detail;

    private static string WordOf(ImportOutcome what) => what switch
    {
        ImportOutcome.New => "new",
        ImportOutcome.Changed => "changed",
        ImportOutcome.Unchanged => "unchanged",
        ImportOutcome.Refused => "refused",
    };
}
