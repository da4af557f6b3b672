using System.Globalization;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>Prints what importing a statistics file of the Department for Education would record for a measure. Needs no database.</summary>
public static class BenchmarkVerb
{
    private const string StatisticsFile = "FILE.csv";

    public static async Task RunAsync(string[] arguments, Terminal terminal)
    {
        var options = new Options(arguments, named: ["--measure", "--authority"], flags: [], unnamed: StatisticsFile);
        var (path, measure, authority) = (terminal.PathOf(options.Need(StatisticsFile)), options.Need("--measure"), options.Need("--authority"));
        if (!File.Exists(path))
            throw new BrokenRule($"There is no file {path}. Name a csv file of a release of 'Explore education statistics'.");

        await using var stream = File.OpenRead(path);
        var table = DfeStatisticsFile.Open(stream);
        var series = DfeSeries.Choose(measure, table.Columns);
        var figures = BenchmarkReading.Read(table, series, authority);
        if (series.WorkedOut is { } how)
            await terminal.Error.WriteLineAsync($"The file does not give this percentage or average itself. It is worked out from counts, which are rounded for England and the regions: {how}.");

        await terminal.Output.WriteLineAsync("period,comparator,value,symbol");
        foreach (var figure in figures.Select(BenchmarkPlan.Kept))
            await terminal.Output.WriteLineAsync($"{figure.PeriodEnd.ToIso()},{Cell(NameOf(figure))},{figure.Value?.ToString(CultureInfo.InvariantCulture)},{figure.Symbol}");
    }

    private static string NameOf(BenchmarkFigure figure) => figure.Comparator switch
    {
        Comparator.England => figure.Name,
        Comparator.Region => $"Region: {figure.Name}",
        Comparator.Neighbours => "Statistical neighbours",
    };

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
