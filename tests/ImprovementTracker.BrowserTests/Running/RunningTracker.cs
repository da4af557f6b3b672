using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;

namespace ImprovementTracker.BrowserTests.Running;

/// <summary>The built program as a process of its own, with a database in a folder of its own, on a free port of this machine.</summary>
public sealed class RunningTracker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = typeof(RunningTracker).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(pair => pair.Key == "Program").Value!;

    private readonly StringBuilder _output = new();
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    private RunningTracker(IReadOnlyDictionary<string, string> settings)
    {
        _settings = settings;
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Holds the database and the logs; removed at the end.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"tracker-browser-{Guid.NewGuid():N}");

    public string Database => Path.Combine(Folder, "data", "tracker.db");
    public string Address { get; private set; } = "";

    /// <summary>What the program has printed since it was last started.</summary>
    public string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <summary>Starts the program on a database of its own: without settings it holds the demonstration, filled once for the whole run and copied.</summary>
    /// <param name="settings">Settings beside those for address, database and logs; later ones win.</param>
    public static async Task<RunningTracker> StartAsync(params (string Name, string Value)[] settings)
    {
        var tracker = new RunningTracker(settings.ToDictionary(setting => setting.Name, setting => setting.Value));
        if (settings.Length == 0)
            await FilledOnce.CopyToAsync(Path.GetDirectoryName(tracker.Database)!);
        await tracker.StartAgainAsync();
        return tracker;
    }

    /// <summary>Starts the program on no database at all, as the README does: it makes one and fills it with the demonstration.</summary>
    public static async Task<RunningTracker> StartNewAsync()
    {
        var tracker = new RunningTracker(new Dictionary<string, string>());
        await tracker.StartAgainAsync();
        return tracker;
    }

    /// <summary>Starts the program on the database as it was left, and waits until it answers.</summary>
    public async Task StartAgainAsync()
    {
        if (Address.Length == 0)
            Address = $"http://127.0.0.1:{FreePort()}";
        lock (_output)
            _output.Clear();

        var start = new ProcessStartInfo("dotnet", [Program]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__Tracker"] = $"Data Source={Database}";
        start.Environment["Logs__Folder"] = Path.Combine(Folder, "logs");
        foreach (var (name, value) in _settings)
            start.Environment[name] = value;

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilItAnswersAsync();
    }

    /// <summary>Ends the program at once, as a power cut would: no chance to finish or to write anything.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>The lines of the program's log files.</summary>
    public IReadOnlyList<string> LogLines()
    {
        var lines = new List<string>();
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "logs"), "*.log"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
                lines.Add(line);
        }
        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task WaitUntilItAnswersAsync()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            if (_process!.HasExited)
                throw new InvalidOperationException($"The program ended with {_process.ExitCode} instead of answering:\n{Output}");
            try
            {
                using var answer = await _http.GetAsync(new Uri($"{Address}/health"));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }
            await Task.Delay(50);
        }
        await KillAsync();
        throw new TimeoutException($"The program did not answer within {Patience.TotalSeconds:0} seconds:\n{Output}");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
