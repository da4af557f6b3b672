using ImprovementTracker.Tests.Measures;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.CommandLine;

public sealed class ImportMeasuresVerbTests : IAsyncLifetime
{
    private const string Slug = "nottinghamshire-2010";
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"tracker-import-{Guid.NewGuid():N}");

    public async Task InitializeAsync() => await DemonstrationDatabase.PutIntoAsync(_folder);

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private Task<ProgramRun> CallAsync(params string[] arguments) => ProgramRun.HereAsync(_folder, ["import-measures", .. arguments], ("Demonstration", ""));

    private string Write(string name, string content)
    {
        File.WriteAllText(Path.Combine(_folder, name), content);
        return name;
    }

    // The demonstration begins with April 2010.
    [Fact]
    public async Task A_trial_prints_what_would_be_done_and_records_nothing_and_a_recording_is_done_once()
    {
        var file = Write("march.csv", "Indicator;Month;Numerator;Denominator\nInitial assessments in time;Mar-10;1464;4000\n\nCore assessments in time;03/2010;n/a;n/a\n");
        var corrected = Write("corrected.csv", "Indicator;Month;Numerator;Denominator\nInitial assessments in time;Mar-10;1470;4000\nCore assessments in time;03/2010;n/a;n/a\n");

        var trial = await CallAsync(file, "--programme", Slug, "--dry-run");
        var again = await CallAsync("--programme", Slug, "--dry-run", file);
        var recorded = await ProgramRun.CallAsync(_folder, ["import-measures", file, "--programme", Slug], ("Demonstration", ""));
        var later = await CallAsync(corrected, "--programme", Slug);

        Assert.Equal(
            """
            row,measure,area,month,what,detail
            2,initial-assessments-in-time,Nottinghamshire,2010-03,new,"1,464 of 4,000"
            4,core-assessments-in-time,Nottinghamshire,2010-03,new,not captured

            """.ReplaceLineEndings("\n"), trial.Output);
        Assert.Equal((0, "No column names an area: all figures are taken for Nottinghamshire."), (trial.ExitCode, trial.Error.Trim()));
        Assert.Equal(trial.Output, again.Output);
        Assert.Equal((0, trial.Output), (recorded.ExitCode, recorded.Output));
        Assert.Equal(0, later.ExitCode);
        Assert.Equal(
        [
            "row,measure,area,month,what,detail",
            "2,initial-assessments-in-time,Nottinghamshire,2010-03,changed,\"was 1,464 of 4,000, is 1,470 of 4,000\"",
            "3,core-assessments-in-time,Nottinghamshire,2010-03,unchanged,not captured",
        ], later.OutputLines);
    }

    [Fact]
    public async Task One_refused_figure_keeps_all_from_being_recorded()
    {
        File.WriteAllBytes(Path.Combine(_folder, "figures.xlsx"), new MadeWorkbook().With("Figures",
        [
            ["Measure", "Area", "What", new DateOnly(2010, 3, 1), new DateOnly(2010, 4, 30)],
            ["Initial assessments in time", "Nottinghamshire", "Numerator", "1,464", 1],
            ["Initial assessments in time", "Nottinghamshire", "Denominator", 4000, 2],
            ["Initial assessments in time", "Nrth", "Numerator", new MadeWorkbook.Fault("#N/A"), null],
        ]).ToArray());

        var run = await CallAsync("figures.xlsx", "--programme", Slug);
        var trial = await CallAsync("figures.xlsx", "--programme", Slug, "--dry-run");

        Assert.Equal(
        [
            "row,measure,area,month,what,detail",
            "2,initial-assessments-in-time,Nottinghamshire,2010-03,new,\"1,464 of 4,000\"",
            "2,initial-assessments-in-time,Nottinghamshire,2010-04,refused,\"E2: April 2010 in Nottinghamshire is approved and locked: it says 37% as stated. Unlock it first, or take the figure out.\"",
            "4,initial-assessments-in-time,Nrth,,refused,\"B4: There is no area 'Nrth'. Say on the page 'What columns and names mean' which one it is, or correct the name.\"",
        ], run.OutputLines);
        Assert.Equal((1, "2 figures are refused, so none is recorded."), (run.ExitCode, Assert.Single(run.ErrorLines)));
        Assert.Equal(run, trial);
    }

    [Fact]
    public async Task A_figure_far_from_the_earlier_months_is_recorded_with_a_reason_only()
    {
        var file = Write("june.csv", "Measure,Area,Month,Numerator,Denominator\ninitial-assessments-in-time,Mansfield,2011-06,1,50\n");
        const string sentence = "1 figure is far from the earlier months. Say why with --reason TEXT, or in a column 'Reason' of the file.";

        var trial = await CallAsync(file, "--programme", Slug, "--dry-run");
        var refused = await CallAsync(file, "--programme", Slug);
        var recorded = await CallAsync(file, "--programme", Slug, "--reason", "The system was down for three weeks.");
        var later = await CallAsync(file, "--programme", Slug);

        Assert.StartsWith("2,initial-assessments-in-time,Mansfield,2011-06,new,\"1 of 50. This is far from the earlier months (between ", trial.OutputLines[1], StringComparison.Ordinal);
        Assert.Equal((0, sentence), (trial.ExitCode, Assert.Single(trial.ErrorLines)));
        Assert.Equal((1, $"{sentence} Nothing is recorded."), (refused.ExitCode, Assert.Single(refused.ErrorLines)));
        Assert.Equal((0, ""), (recorded.ExitCode, recorded.Error));
        Assert.Equal(trial.Output, recorded.Output);
        Assert.Equal((0, "2,initial-assessments-in-time,Mansfield,2011-06,unchanged,1 of 50"), (later.ExitCode, later.OutputLines[1]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_or_is_not_there_is_one_line_on_standard_error()
    {
        await using (var large = File.Create(Path.Combine(_folder, "large.csv")))
            large.SetLength(50_000_000);

        var missing = await CallAsync("nowhere.csv", "--programme", Slug);
        var tooLarge = await CallAsync("large.csv", "--programme", Slug);
        var unknown = await CallAsync(Write("odd.csv", "one,two\nthree,four\n"), "--programme", Slug);
        var elsewhere = await CallAsync(Write("good.csv", "Measure,Month,Value\nreferrals,2010-04,1\n"), "--programme", "nowhere");

        Assert.All(new[] { missing, tooLarge, elsewhere }, run => Assert.Equal((1, ""), (run.ExitCode, run.Output)));
        Assert.StartsWith("There is no file ", Assert.Single(missing.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith("The file has 50 MB, and at most 10 MB can be read.", Assert.Single(tooLarge.ErrorLines), StringComparison.Ordinal);
        Assert.Equal((1, ""), (unknown.ExitCode, unknown.Output));
        Assert.StartsWith("No column was found that names the measure.", unknown.ErrorLines[^1], StringComparison.Ordinal);
        Assert.StartsWith("There is no such programme", Assert.Single(elsewhere.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE is missing.", "--programme", "x")]
    [InlineData("--programme is missing.", "figures.csv")]
    [InlineData("'--fast' is not understood.", "figures.csv", "--programme", "x", "--fast")]
    public async Task A_wrong_call_says_what_is_wrong(string expected, params string[] arguments)
    {
        var run = await CallAsync(arguments);

        Assert.Equal((2, expected), (run.ExitCode, run.ErrorLines[0]));
    }
}
