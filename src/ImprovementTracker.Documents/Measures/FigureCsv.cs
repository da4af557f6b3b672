using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Documents.Measures;

/// <summary>Exported figures as a csv file that Excel opens and an import takes back; written row by row.</summary>
public static class FigureCsv
{
    public static async Task WriteAsync(FigureExport.Opened export, Stream output, CancellationToken cancel)
    {
        // Without the mark Excel takes UTF-8 for an older encoding.
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var column in FigureSheet.Columns)
            csv.WriteField(column.Heading);
        await csv.NextRecordAsync();
        await foreach (var figure in export.Figures.WithCancellation(cancel))
        {
            foreach (var column in FigureSheet.Columns)
                csv.WriteField(Text(column.Of(figure)));
            await csv.NextRecordAsync();
        }
    }

    private static string Text(ExportCell cell) =>
        cell.Month is { } month ? month.ToIso()
        : cell.Number is { } number ? Math.Round(number, 6).ToString(number.Scale > cell.Decimals ? "0.######" : "F" + cell.Decimals, CultureInfo.InvariantCulture)
        : FormulaGuard.Guarded(cell.Text ?? "");
}
