using ImprovementTracker.Documents.Reports;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using ImprovementTracker.Web.Reports;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>Lists what can be reported on, or writes the committee report for a period into a file.</summary>
public static class ReportVerb
{
    private static readonly Actor Verb = Actor.System("report");

    public static async Task RunAsync(string[] arguments, Terminal terminal)
    {
        var options = new Options(arguments, named: ["--programme", "--from", "--to", "--format", "--out"], flags: ["--list"]);
        if (options.Has("--list"))
        {
            if (arguments.Length > 1)
                throw new WrongUsage("--list stands alone.");
            await ListAsync(terminal);
            return;
        }
        var (from, to) = (MonthOf(options, "--from"), MonthOf(options, "--to"));
        var (programme, format, file) = (options.Need("--programme"), options.Need("--format"), options.Need("--out"));
        if (format is not ("docx" or "html"))
            throw new WrongUsage($"--format is '{format}': write docx or html.");
        await WriteAsync(terminal, programme, from, to, format, terminal.PathOf(file));
    }

    private static async Task ListAsync(Terminal terminal)
    {
        await using var program = await terminal.OpenAsync("report");
        foreach (var period in await program.Services.GetRequiredService<ReportPeriods>().LoadAsync(Verb, CancellationToken.None))
            await terminal.Output.WriteLineAsync($"{period.Slug} {period.First.ToIso()} {period.Last.ToIso()}");
    }

    private static async Task WriteAsync(Terminal terminal, string programme, Month from, Month to, string format, string file)
    {
        if (!Directory.Exists(Path.GetDirectoryName(file)))
            throw new BrokenRule($"There is no folder {Path.GetDirectoryName(file)}. Make it first, or name another file.");
        await using var program = await terminal.OpenAsync("report");
        var report = await program.Services.GetRequiredService<CommitteeReports>().LoadAsync(Verb, programme, from, to, CancellationToken.None);

        // The file gets its name once it is whole, so that nobody sends half a report to a committee.
        var draft = $"{file}.{Guid.NewGuid():N}.draft";
        try
        {
            await using (var stream = File.Create(draft))
            {
                if (format == "docx")
                    WordReport.Write(report, stream);
                else
                    await StandaloneReport.WriteAsync(report, program.Services, stream);
            }
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
        await terminal.Output.WriteLineAsync(file);
    }

    private static Month MonthOf(Options options, string name) =>
        Month.TryParse(options.Need(name), out var month) ? month : throw new WrongUsage($"{name} is '{options.Need(name)}': write a month as 2011-05.");
}
