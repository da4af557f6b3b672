using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.CommandLine;

public sealed class VerbsTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"tracker-verbs-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private Task<ProgramRun> CallAsync(params string[] arguments) => ProgramRun.CallAsync(_folder, arguments);

    private Task<ProgramRun> HereAsync(params string[] arguments) => ProgramRun.HereAsync(_folder, arguments);

    [Fact]
    public async Task Migrating_makes_the_database_where_there_is_none_and_may_be_repeated()
    {
        var first = await CallAsync("migrate");
        var again = await HereAsync("migrate");

        Assert.Equal((0, "The database is up to date.", ""), (first.ExitCode, first.Output.Trim(), first.Error));
        Assert.Equal(first, again);
        Assert.True(File.Exists(Path.Combine(_folder, "tracker.db")));
    }

    [Fact]
    public async Task An_administrator_is_made_and_nothing_but_the_address_is_printed()
    {
        await TestDatabase.PutIntoAsync(_folder);

        var run = await CallAsync("create-admin", "--email", "ann@example.org", "--name=Ann Keeper");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^http://127\.0\.0\.1:0/set-password\?link=[\w-]{43}$", Assert.Single(run.OutputLines));
    }

    [Fact]
    public async Task The_address_that_people_know_is_printed_where_a_setting_names_it()
    {
        await TestDatabase.PutIntoAsync(_folder);

        var run = await ProgramRun.HereAsync(_folder, ["create-admin", "--email", "ann@example.org", "--name", "Ann"], ("PublicAddress", "https://tracker.example.gov.uk/"));

        Assert.StartsWith("https://tracker.example.gov.uk/set-password?link=", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installation_without_figures_lists_no_report()
    {
        await TestDatabase.PutIntoAsync(_folder);

        var run = await HereAsync("report", "--list");

        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("There is no verb 'migrat'.", "migrat")]
    [InlineData("'--fast' is not understood.", "migrate", "--fast")]
    [InlineData("--email is missing.", "create-admin", "--name", "Ann")]
    [InlineData("--name needs a value.", "create-admin", "--email", "ann@example.org", "--name")]
    [InlineData("--email is given twice.", "create-admin", "--email", "a@example.org", "--email", "b@example.org")]
    [InlineData("--list stands alone.", "report", "--list", "--programme", "testshire")]
    [InlineData("--from is missing.", "report", "--programme", "testshire")]
    [InlineData("--from is 'May 2011': write a month as 2011-05.", "report", "--programme", "testshire", "--from", "May 2011", "--to", "2011-05", "--format", "docx", "--out", "x.docx")]
    [InlineData("--format is 'pdf': write docx or html.", "report", "--programme", "testshire", "--from", "2010-04", "--to", "2011-05", "--format", "pdf", "--out", "x.pdf")]
    public async Task A_wrong_call_says_what_is_wrong_and_how_it_is_done(string expected, params string[] arguments)
    {
        var run = await CallAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(expected, run.ErrorLines[0]);
        Assert.Contains("report --programme SLUG --from YYYY-MM --to YYYY-MM --format docx|html --out FILE", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "tracker.db")));
    }

    [Fact]
    public async Task What_cannot_be_done_is_one_line_on_standard_error()
    {
        await TestDatabase.PutIntoAsync(_folder);

        var run = await HereAsync("report", "--programme", "nowhere", "--from", "2010-04", "--to", "2011-05", "--format", "docx", "--out", "report.docx");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal("There is no such programme, or you have no role in it. Choose one of your programmes.", Assert.Single(run.ErrorLines));
        Assert.Equal(["tracker.db"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_report_is_not_written_into_a_folder_that_is_not_there()
    {
        var run = await HereAsync("report", "--programme", "nowhere", "--from", "2010-04", "--to", "2011-05", "--format", "docx", "--out", "missing/report.docx");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("There is no folder", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demonstrations_programmes_are_listed_and_reported_on_as_a_page_and_as_a_Word_file()
    {
        (string, string)[] settings = [("Demonstration", "")];
        string[] report = ["report", "--programme", "nottinghamshire-2010", "--from", "2010-04", "--to", "2011-05"];
        await DemonstrationDatabase.PutIntoAsync(_folder);
        const string sentence = "76% of Initial Assessments completed in time in May 2011 compared with 37% in April 2010";

        var list = await ProgramRun.HereAsync(_folder, ["report", "--list"], settings);
        var page = await ProgramRun.CallAsync(_folder, [.. report, "--format", "html", "--out", "report.html"], settings);
        var word = await ProgramRun.HereAsync(_folder, [.. report, "--format", "docx", "--out", "report.docx"], settings);

        Assert.Equal(["nottingham-2022 2022-07 2023-08", "nottinghamshire-2010 2010-04 2011-05"], list.OutputLines);
        Assert.All(new[] { list, page, word }, run => Assert.Equal((0, ""), (run.ExitCode, run.Error)));
        Assert.Equal([Path.Combine(_folder, "report.html"), Path.Combine(_folder, "report.docx")], page.OutputLines.Concat(word.OutputLines));
        var html = await new HtmlParser().ParseDocumentAsync(await File.ReadAllTextAsync(Path.Combine(_folder, "report.html")));
        Assert.Contains(sentence, html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("--ink:", html.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll("link, script, [src]"));
        using var docx = WordprocessingDocument.Open(Path.Combine(_folder, "report.docx"), isEditable: false);
        Assert.Contains(sentence, docx.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_goes_to_standard_output()
    {
        var run = await CallAsync("help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("create-admin --email ADDRESS --name NAME", run.Output, StringComparison.Ordinal);
    }
}
