using ImprovementTracker.Tests.CommandLine;

namespace ImprovementTracker.Tests.Operation;

/// <summary>A wrong setting is named in one line, whether the program is to answer browsers or to do a job.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"tracker-settings-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task AssertNamedAsync(string expected, params (string Name, string Value)[] settings)
    {
        Directory.CreateDirectory(_folder);
        foreach (var run in new[] { await ProgramRun.CallAsync(_folder, [], settings), await ProgramRun.HereAsync(_folder, ["migrate"], settings) })
        {
            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        }
    }

    [Fact]
    public Task An_unknown_provider_is_named() =>
        AssertNamedAsync("The setting Database__Provider is 'Oracle'. Set it to Sqlite or SqlServer.", ("Database__Provider", "Oracle"));

    [Fact]
    public Task Something_that_is_no_connection_string_is_named() =>
        AssertNamedAsync("The setting ConnectionStrings__Tracker is not a connection string for Sqlite", ("ConnectionStrings__Tracker", "nonsense"));

    [Fact]
    public Task A_server_without_its_connection_string_is_named() =>
        AssertNamedAsync("ConnectionStrings__Tracker is empty", ("Database__Provider", "SqlServer"), ("ConnectionStrings__Tracker", ""));

    [Fact]
    public Task A_server_that_does_not_answer_leads_to_the_setting() =>
        AssertNamedAsync("Check the setting ConnectionStrings__Tracker.", ("Database__Provider", "SqlServer"),
            ("ConnectionStrings__Tracker", "Server=tcp:127.0.0.1,1;Database=Tracker;User Id=sa;Password=none;Encrypt=false;Connect Timeout=1;ConnectRetryCount=0"));

    [Fact]
    public async Task A_file_that_is_no_database_leads_to_the_setting()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tracker.db"), "Minutes of the meeting of 15 April 2011");

        await AssertNamedAsync("Check the setting ConnectionStrings__Tracker.");
    }

    [Fact]
    public Task A_demonstration_that_is_neither_on_nor_off_is_named() =>
        AssertNamedAsync("The setting Demonstration is 'perhaps'. Set it to true or false.", ("Demonstration", "perhaps"));

    [Fact]
    public Task The_demonstration_refuses_a_server() =>
        AssertNamedAsync("The demonstration runs on SQLite only.", ("Demonstration", "true"), ("Database__Provider", "SqlServer"),
            ("ConnectionStrings__Tracker", "Server=tcp:127.0.0.1,1;Database=Tracker;User Id=sa;Password=none"));
}
