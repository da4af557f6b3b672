using System.Globalization;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>Tells change from chance in a series that a file holds, and prints the control chart as JSON; no database is opened.</summary>
public static class SpcVerb
{
    private const string File = "FILE.csv";

    public static async Task RunAsync(string[] arguments, Terminal terminal)
    {
        var options = new Options(arguments, named: ["--direction", "--target", "--baseline", "--rebase"], flags: ["--no-screening"], repeated: ["--target", "--rebase"], unnamed: File);
        var path = terminal.PathOf(options.Need(File));
        var polarity = PolarityOf(options);
        var targets = options.All("--target").Select(Target).ToList();
        var series = new ControlSeries([], polarity) { Baseline = BaselineOf(options), Rebases = [.. options.All("--rebase").Select(Day)], Screened = !options.Has("--no-screening") };

        var chart = ControlChart.Of(series with { Values = await ReadAsync(path) });

        foreach (var note in chart.RebaseNotes())
            await terminal.Error.WriteLineAsync(note);
        if (chart.Latest.Limits is { TooLittleVariation: true })
            await terminal.Error.WriteLineAsync(ControlChartWords.TooLittleVariation);
        if (targets.Count > 0 && polarity == Polarity.None)
            await terminal.Error.WriteLineAsync("No target is judged: say with --direction whether higher or lower is better.");
        await terminal.Output.WriteLineAsync(ControlChartJson.Write(chart, polarity == Polarity.None ? [] : targets));
    }

    private static async Task<IReadOnlyList<DatedValue>> ReadAsync(string path)
    {
        if (!System.IO.File.Exists(path))
            throw new BrokenRule($"There is no file {path}. Name a file with a date and a value on each line.");
        try
        {
            await using var stream = System.IO.File.OpenRead(path);
            return await DatedValuesFile.ReadAsync(stream, CancellationToken.None);
        }
        catch (BrokenRule broken)
        {
            throw new BrokenRule($"{path}: {broken.Message}");
        }
    }

    private static Polarity PolarityOf(Options options) => options.Has("--direction")
        ? options.Need("--direction") switch
        {
            "higher" => Polarity.HigherIsBetter,
            "lower" => Polarity.LowerIsBetter,
            "none" => Polarity.None,
            var other => throw new WrongUsage($"--direction is '{other}': write higher, lower or none."),
        }
        : Polarity.None;

    private static int? BaselineOf(Options options) => !options.Has("--baseline") ? null
        : int.TryParse(options.Need("--baseline"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= ControlSeries.ShortestBaseline ? length
        : throw new WrongUsage($"--baseline is '{options.Need("--baseline")}': write a whole number of values, {ControlSeries.ShortestBaseline} or more.");

    private static decimal Target(string text) =>
        DatedValuesFile.TryReadNumber(text, out var target) ? target : throw new WrongUsage($"--target is '{text}': write a number such as 80 or 97.5.");

    private static DateOnly Day(string text) =>
        DatedValuesFile.TryReadDay(text, out var day) ? day : throw new WrongUsage($"--rebase is '{text}': write a date as 2010-04-01.");
}
