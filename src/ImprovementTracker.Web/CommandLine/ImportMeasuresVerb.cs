using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.CommandLine;

/// <summary>Records the figures of a spreadsheet, all or none, and prints what that did to each; with --dry-run what it would do.</summary>
public static class ImportMeasuresVerb
{
    private const string File = "FILE";
    private static readonly Actor Verb = Actor.System("import-measures");

    public static async Task RunAsync(string[] arguments, Terminal terminal)
    {
        var options = new Options(arguments, named: ["--programme", "--reason"], flags: ["--dry-run"], unnamed: File);
        var (path, programme, isTrial) = (terminal.PathOf(options.Need(File)), options.Need("--programme"), options.Has("--dry-run"));
        var name = Path.GetFileName(path);
        var sheet = Spreadsheet.Read(await ReadAsync(path), null, CancellationToken.None);

        await using var program = await terminal.OpenAsync("import-measures");
        var check = await program.Services.GetRequiredService<ImportCheck>().LoadAsync(Verb, programme, sheet, ImportChoices.None, name, CancellationToken.None);
        foreach (var note in ImportNotes.Of(sheet, check.Mapping))
            await terminal.Error.WriteLineAsync(note);
        var preview = check.Preview ?? throw new BrokenRule($"{string.Join(' ', check.Mapping.Missing)} Name the columns in the file, or import it once on the page 'Import figures'.");
        ImportPreviewFile.Write(preview, terminal.Output);
        if (preview.Counts[ImportOutcome.Refused] is > 0 and var refused)
            throw new BrokenRule($"{Words.Sentence(Words.Count(refused, "figure is", "figures are"))} refused, so none is recorded.");
        var reason = options.All("--reason").SingleOrDefault();
        if (preview.ToExplain > 0 && string.IsNullOrWhiteSpace(reason))
        {
            var sentence = $"{Words.Sentence(Words.Count(preview.ToExplain, "figure is", "figures are"))} far from the earlier months. Say why with --reason TEXT, {(preview.ToExplain == 1 ? "or in a column 'Reason' of the file" : "one sentence for all of them, or give each its own in a column 'Reason' of the file")}.";
            if (!isTrial)
                throw new BrokenRule($"{sentence} Nothing is recorded.");
            await terminal.Error.WriteLineAsync(sentence);
        }
        if (!isTrial && preview.ToRecord > 0)
        {
            var input = new ImportMeasures.Input { Programme = programme, Name = name, Sheet = sheet, Seen = preview.Mark, Reason = reason };
            await program.Services.GetRequiredService<ImportMeasures>().ExecuteAsync(Verb, input, null, CancellationToken.None);
        }
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new BrokenRule($"There is no file {path}. Name a spreadsheet: .xlsx, .xls or .csv.");
        if (file.Length > Spreadsheet.LargestFile)
            throw Spreadsheet.TooLarge(file.Length);
        return await System.IO.File.ReadAllBytesAsync(path);
    }
}
