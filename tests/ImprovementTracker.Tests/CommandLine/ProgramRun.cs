using System.Diagnostics;
using System.Reflection;
using ImprovementTracker.Web.CommandLine;

namespace ImprovementTracker.Tests.CommandLine;

/// <summary>The program called with a verb from a folder that is not its own: what it printed, and how it ended.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = typeof(ProgramRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == "Program").Value!;

    public IReadOnlyList<string> OutputLines => Lines(Output);
    public IReadOnlyList<string> ErrorLines => Lines(Error);

    /// <summary>As <see cref="CallAsync"/>, but within the tests' process: quicker by the start of a program, and deaf to how it starts.</summary>
    public static async Task<ProgramRun> HereAsync(string folder, string[] arguments, params (string Name, string Value)[] settings)
    {
        var given = settings.ToDictionary(pair => pair.Name, pair => pair.Value);
        given.TryAdd("ConnectionStrings__Tracker", $"Data Source={folder}/tracker.db;Pooling=False");
        given.TryAdd("Demonstration", "false");
        given.TryAdd("urls", "http://127.0.0.1:0");
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await Verbs.RunAsync(arguments, new Terminal(folder, output, error, [.. given.Select(pair => $"--{pair.Key.Replace("__", ":", StringComparison.Ordinal)}={pair.Value}")]));
        return new ProgramRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The built program as a process of its own.</summary>
    /// <param name="folder">Holds the database, unless the settings name another, and is where the program is called from.</param>
    public static async Task<ProgramRun> CallAsync(string folder, string[] arguments, params (string Name, string Value)[] settings)
    {
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Tracker"] = $"Data Source={folder}/tracker.db";
        start.Environment["Logs__Folder"] = Path.Combine(folder, "logs");
        start.Environment["Demonstration"] = "false";
        // The program runs for a second: what it would learn for a long life is not worth its time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        using var cancel = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(cancel.Token);
        var error = process.StandardError.ReadToEndAsync(cancel.Token);
        try
        {
            await process.WaitForExitAsync(cancel.Token);
            return new ProgramRun(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end within {Patience.TotalSeconds:0} seconds.");
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
