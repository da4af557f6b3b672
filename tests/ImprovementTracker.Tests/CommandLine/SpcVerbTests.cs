using System.Text.Json;

namespace ImprovementTracker.Tests.CommandLine;

public sealed class SpcVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-spc-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<ProgramRun> CallAsync(string csv, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "series.csv"), csv);
        return await ProgramRun.CallAsync(_folder, ["spc", .. arguments]);
    }

    private static string Months(params decimal[] values) =>
        string.Join('\n', values.Select((value, index) => $"{new DateOnly(2010, 4, 1).AddMonths(index):yyyy-MM-dd},{value}"));

    private static JsonElement Json(ProgramRun run) => JsonDocument.Parse(run.Output).RootElement;

    private static IEnumerable<string?> Of(ProgramRun run, string key) => Json(run).GetProperty("points").EnumerateArray().Select(point => point.GetProperty(key).ToString());

    // Mean 6, every range 3: limits 6 -/+ 7.98, near 6 -/+ 5.32.
    [Fact]
    public async Task A_series_is_printed_with_its_limits_and_one_verdict_for_each_target_in_the_order_given()
    {
        var run = await CallAsync("date,value\r\n2010-04-01,3\r\n2010-05-01,\r\n2010-06-01,6.0\r\n2010-07-01,9\r\n", "--target", "14", "series.csv", "--direction=higher", "--target", "-2", "--target=13.98");

        const string limits = """segment":1,"mean":6,"lower":-1.98,"upper":13.98,"nearLower":0.68,"nearUpper":11.32,""";
        const string expected = $$"""
            {"short":true,"points":[
            {"date":"2010-04-01","value":3,"{{limits}}"flag":"none","meaning":"common"},
            {"date":"2010-05-01","value":null,"{{limits}}"flag":null,"meaning":null},
            {"date":"2010-06-01","value":6,"{{limits}}"flag":"none","meaning":"common"},
            {"date":"2010-07-01","value":9,"{{limits}}"flag":"none","meaning":"common"}],
            "variation":"common","assurance":[{"target":14,"verdict":"consistently-failing"},{"target":-2,"verdict":"consistently-passing"},{"target":13.98,"verdict":"hit-and-miss"}]}
            """;
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(expected.ReplaceLineEndings(""), run.Output.TrimEnd('\n'));
        Assert.Equal(["series.csv"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    // Every range 3 and mean 10, from the first twelve: limits 2.02 and 17.98, near 4.68 and 15.32.
    [Fact]
    public async Task Every_flag_and_meaning_has_its_word()
    {
        decimal[] baseline = [8.5m, 11.5m, 8.5m, 11.5m, 8.5m, 11.5m, 8.5m, 11.5m, 8.5m, 11.5m, 8.5m, 11.5m];
        var csv = Months([.. baseline, 18, 9, 2, 11, 16, 17, 9, 4, 3, 11, 7, 8, 9, 10, 11, 12, 13, 12, 11, 10, 9, 8, 7, 8, 7, 8, 7, 8, 11, 12, 11, 12, 11, 12, 11]);

        var none = await CallAsync(csv, "series.csv", "--baseline", "12");
        var lower = await CallAsync(csv, "series.csv", "--baseline", "12", "--direction", "lower");

        string[] flags =
        [
            .. Enumerable.Repeat("none", 12),
            "above-limit", "none", "below-limit", "none", "two-of-three-above", "two-of-three-above", "none", "two-of-three-below", "two-of-three-below", "none",
            .. Enumerable.Repeat("rising", 6), .. Enumerable.Repeat("falling", 7), .. Enumerable.Repeat("shift-below", 5), .. Enumerable.Repeat("shift-above", 7),
        ];
        Assert.Equal(flags, Of(none, "flag"));
        Assert.Equal(flags.Select(flag => flag == "none" ? "common" : flag is "rising" || flag.EndsWith("above", StringComparison.Ordinal) || flag == "above-limit" ? "high" : "low"), Of(none, "meaning"));
        Assert.Equal(flags.Select(flag => flag == "none" ? "common" : flag is "rising" || flag.EndsWith("above", StringComparison.Ordinal) || flag == "above-limit" ? "concern" : "improvement"), Of(lower, "meaning"));
        Assert.Equal(("high", "concern"), (Json(none).GetProperty("variation").GetString(), Json(lower).GetProperty("variation").GetString()));
        Assert.False(Json(none).GetProperty("short").GetBoolean());
    }

    [Fact]
    public async Task Below_three_values_limits_and_verdicts_are_null()
    {
        var run = await CallAsync("2010-04-01,3\n2010-05-01,6", "series.csv", "--direction", "lower", "--target", "80");

        const string nothing = """segment":1,"mean":null,"lower":null,"upper":null,"nearLower":null,"nearUpper":null,"flag":null,"meaning":null""";
        Assert.Equal(
            $$"""{"short":true,"points":[{"date":"2010-04-01","value":3,"{{nothing}}},{"date":"2010-05-01","value":6,"{{nothing}}}],"variation":null,"assurance":[{"target":80,"verdict":null}]}""",
            run.Output.TrimEnd('\n'));
    }

    [Fact]
    public async Task A_rebase_parts_the_series_and_says_when_it_begins_later_than_asked()
    {
        var run = await CallAsync(Months(1, 2, 3, 11, 12, 13), "series.csv", "--rebase", "2010-06-15", "--rebase", "2012-01-01");

        Assert.Equal(["1", "1", "1", "2", "2", "2"], Of(run, "segment"));
        Assert.Equal(["2", "2", "2", "12", "12", "12"], Of(run, "mean"));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "The rebase of 15 June 2010 begins with the next value, July 2010: there is none for 15 June 2010.",
                "The rebase of January 2012 changes nothing yet: there is no value on that day or after it.",
            ],
            run.ErrorLines);
    }

    // The published worked values: the jump to 10 is screened, or is not.
    [Theory]
    [InlineData(-0.7156, 4.6044, "above-limit")]
    [InlineData(-3.0626, 6.9515, "above-limit", "--no-screening")]
    public async Task Screening_can_be_switched_off(double lower, double upper, string fifth, params string[] arguments)
    {
        var run = await CallAsync(Months(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1), ["series.csv", .. arguments]);

        var point = Json(run).GetProperty("points")[4];
        Assert.Equal((lower, upper, fifth), (Math.Round(point.GetProperty("lower").GetDouble(), 4), Math.Round(point.GetProperty("upper").GetDouble(), 4), point.GetProperty("flag").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_judged_is_said_beside_the_result()
    {
        var run = await CallAsync(Months(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9), "series.csv", "--target", "6");

        Assert.Equal((0, 0), (run.ExitCode, Json(run).GetProperty("assurance").GetArrayLength()));
        Assert.StartsWith("Too little variation to judge", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("No target is judged: say with --direction whether higher or lower is better.", run.ErrorLines[1]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_not_understood_is_one_line_on_standard_error()
    {
        var missing = await CallAsync("", "nowhere.csv");
        var broken = await CallAsync("date,value\n2010-04-01,much\n", "series.csv");

        Assert.Equal((1, "", 1, ""), (missing.ExitCode, missing.Output, broken.ExitCode, broken.Output));
        Assert.Equal($"There is no file {Path.Combine(_folder, "nowhere.csv")}. Name a file with a date and a value on each line.", Assert.Single(missing.ErrorLines));
        Assert.StartsWith($"{Path.Combine(_folder, "series.csv")}: Line 2: 'much' is not a value.", Assert.Single(broken.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FILE.csv is missing.", "--direction", "higher")]
    [InlineData("'other.csv' is not understood.", "series.csv", "other.csv")]
    [InlineData("--direction is 'up': write higher, lower or none.", "series.csv", "--direction", "up")]
    [InlineData("--direction is given twice.", "series.csv", "--direction", "none", "--direction", "none")]
    [InlineData("--target is 'eighty': write a number such as 80 or 97.5.", "series.csv", "--target", "80", "--target", "eighty")]
    [InlineData("--baseline is '11': write a whole number of values, 12 or more.", "series.csv", "--baseline", "11")]
    [InlineData("--baseline is '12.5': write a whole number of values, 12 or more.", "series.csv", "--baseline", "12.5")]
    [InlineData("--rebase is '1 April 2010': write a date as 2010-04-01.", "series.csv", "--rebase", "1 April 2010")]
    [InlineData("'--no-screening=yes' is not understood.", "series.csv", "--no-screening=yes")]
    public async Task A_wrong_call_says_what_is_wrong(string expected, params string[] arguments)
    {
        var run = await CallAsync("2010-04-01,3\n", arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(expected, run.ErrorLines[0]);
        Assert.Contains("spc FILE.csv [--direction higher|lower|none]", run.Error, StringComparison.Ordinal);
    }
}
