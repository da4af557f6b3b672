using System.Diagnostics;
using System.Globalization;
using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Benchmarks;

/// <summary>
/// An import of 100,000 figures: how long it takes, and how long somebody else who saves meanwhile waits at most. Recorded
/// twice: all new, then all changed with ten years behind them. Prints a table for docs/performance.md.
/// </summary>
internal static class LargeImport
{
    private const int Measures = 20;
    private const int Areas = 50;
    private const int Months = 100;
    private static readonly Month First = new(2003, 1);

    public static async Task MeasureAsync(TextWriter output)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(programme.Programme, programme.Whole);
            for (var number = 1; number <= Areas; number++)
                db.Areas.Add(new Area(programme.Programme, $"Team {number}", AreaKind.Team, programme.Whole, First.FirstDay));
            for (var number = 1; number <= Measures; number++)
            {
                var measure = new Measure(programme.Programme, $"measure-{number}");
                measure.Define($"Measure {number}", $"cases of kind {number} in time", "Share of cases in time.", "cases in time", "cases", MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
                db.Measures.Add(measure);
            }
        });
        await output.WriteLineAsync("| 100,000 figures | read | preview | recorded | processor | longest wait of another save | far from the earlier months |");
        await output.WriteLineAsync("|---|---|---|---|---|---|---|");
        await RecordAsync(database, programme, "all new", seed: 1, output);
        await RecordAsync(database, programme, "all changed", seed: 2, output);
    }

    private static async Task RecordAsync(TestDatabase database, TestProgramme programme, string name, int seed, TextWriter output)
    {
        var officer = programme.As(Role.PerformanceOfficer);
        var content = Encoding.UTF8.GetBytes(Csv(new Random(seed)));
        var watch = Stopwatch.StartNew();
        var sheet = Spreadsheet.Read(content, null, CancellationToken.None);
        var read = watch.Elapsed;
        watch.Restart();
        var preview = (await new ImportCheck(database).LoadAsync(officer, TestProgramme.Slug, sheet, ImportChoices.None, "large.csv", CancellationToken.None)).Preview!;
        var looked = watch.Elapsed;

        using var ended = new CancellationTokenSource();
        var waiting = Task.Run(() => LongestWaitAsync(database, ended.Token));
        var before = Environment.CpuUsage.TotalTime;
        watch.Restart();
        await new ImportMeasures(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Name = "large.csv", Sheet = sheet, Seen = preview.Mark, Reason = "Counted anew." }, null, CancellationToken.None);
        var (recorded, processor) = (watch.Elapsed, Environment.CpuUsage.TotalTime - before);
        await ended.CancelAsync();
        var longest = await waiting;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {read.TotalSeconds:N1} s | {looked.TotalSeconds:N1} s | {recorded.TotalSeconds:N1} s | {processor.TotalSeconds:N1} s | {longest.TotalSeconds:N1} s | {preview.FarFromEarlier:N0} |"));
    }

    private static string Csv(Random random)
    {
        var csv = new StringBuilder("Measure,Area,Month,Numerator,Denominator\n");
        foreach (var month in First.To(First.AddMonths(Months - 1)))
            for (var measure = 1; measure <= Measures; measure++)
                for (var area = 1; area <= Areas; area++)
                    csv.Append(CultureInfo.InvariantCulture, $"measure-{measure},Team {area},{month.ToIso()},{random.Next(40, 60)},{random.Next(70, 80)}\n");
        return csv.ToString();
    }

    /// <summary>Of saves that come one after the other with a tenth of a second between them.</summary>
    private static async Task<TimeSpan> LongestWaitAsync(TestDatabase database, CancellationToken ended)
    {
        var longest = TimeSpan.Zero;
        while (!ended.IsCancellationRequested)
        {
            var watch = Stopwatch.StartNew();
            await using (var db = database.CreateDbContext())
            await using (await db.StartChangeAsync(Actor.System("somebody else"), null, null, CancellationToken.None))
                longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            await Task.Delay(100, CancellationToken.None);
        }
        return longest;
    }
}
