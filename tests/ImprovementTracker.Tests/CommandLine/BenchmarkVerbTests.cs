using static ImprovementTracker.Tests.Measures.StatisticsText;

namespace ImprovementTracker.Tests.CommandLine;

public sealed class BenchmarkVerbTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"tracker-benchmark-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private async Task<ProgramRun> CallAsync(string content, params string[] arguments)
    {
        Directory.CreateDirectory(_folder);
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "statistics.csv"), content);
        return await ProgramRun.CallAsync(_folder, ["benchmark", "statistics.csv", .. arguments]);
    }

    [Fact]
    public async Task What_would_be_recorded_is_printed_and_no_database_is_made()
    {
        var run = await CallAsync(
            File("category,rereferral_percent", Authority("2024", "891", "All,24"), Authority("2024", "830", "All,29.9"), Authority("2024", "860", "All,14.1"), Authority("2024", "888", "All,16.6"),
                England("2024", "All,22.4"), Region("2024", "East Midlands", "All,x"), England("2021", "All,22.7")),
            "--measure", "re-referrals", "--authority", "E10000024");

        // (29.9 + 14.1 + 16.6) / 3 = 20.2
        Assert.Equal(["period,comparator,value,symbol", "2021-03,England,22.7,", "2024-03,England,22.4,", "2024-03,Region: East Midlands,,x", "2024-03,Statistical neighbours,20.2,"], run.OutputLines);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.False(System.IO.File.Exists(Path.Combine(_folder, "tracker.db")));
    }

    [Fact]
    public async Task A_percentage_that_the_file_does_not_give_is_worked_out_and_said_so_beside_the_output()
    {
        var run = await CallAsync(File("referral_count,rereferral_count", England("2024", "8,1")), "--measure=5", "--authority=E10000024");

        Assert.Equal(["period,comparator,value,symbol", "2024-03,England,12.5,"], run.OutputLines);
        Assert.Contains("worked out from counts", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData(1, "It could give re-referrals (5).", "--measure", "50", "--authority", "E10000024")]
    [InlineData(1, "No authority has the code E10000999", "--measure", "5", "--authority", "E10000999")]
    [InlineData(2, "--authority is missing.", "--measure", "5")]
    public async Task What_cannot_be_done_is_said_on_standard_error_alone(int exitCode, string said, params string[] arguments)
    {
        var run = await CallAsync(File("rereferral_percent", England("2024", "22.4")), arguments);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await ProgramRun.CallAsync(_folder, ["benchmark", "elsewhere.csv", "--measure", "5", "--authority", "E10000024"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("elsewhere.csv", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
