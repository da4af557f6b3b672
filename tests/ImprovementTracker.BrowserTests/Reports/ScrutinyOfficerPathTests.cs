using System.IO.Compression;
using System.Xml.Linq;
using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Reports;

/// <summary>A scrutiny officer gets the committee's report before the meeting.</summary>
public class ScrutinyOfficerPathTests(DemonstrationTracker tracker) : IClassFixture<DemonstrationTracker>
{
    private const string Sentence = "76% of Initial Assessments completed in time in May 2011 compared with 37% in April 2010";

    [Fact]
    public async Task The_report_of_a_programme_and_period_as_a_page_and_as_a_Word_file()
    {
        await using var officer = await PersonAtWork.SignedInAsync(tracker.Tracker, "Scrutiny officer");
        var page = officer.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nottinghamshire County Council" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Programme" }).GetByRole(AriaRole.Link, new() { Name = "Committee report" }).ClickAsync();

        await page.GetByRole(AriaRole.Combobox, new() { Name = "From", Exact = true }).SelectOptionAsync("2010-04");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "To", Exact = true }).SelectOptionAsync("2011-05");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the report" }).ClickAsync();
        await page.WaitForURLAsync("**/report?from=2010-04&to=2011-05");

        await Assertions.Expect(page.GetByText(Sentence)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Not for publication.")).ToBeVisibleAsync();
        await officer.LookAsync("report");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download as Word" }).ClickAsync());
        Assert.Equal("committee-report-nottinghamshire-2010-2010-04-to-2011-05.docx", download.SuggestedFilename);
        Assert.Contains(Sentence, WordsOf(await download.PathAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_member_is_told_who_writes_reports()
    {
        await using var member = await PersonAtWork.SignedInAsync(tracker.Tracker, "Board chair");

        var answer = await member.Page.GotoAsync("/p/nottinghamshire-2010/report");

        Assert.Equal(403, answer!.Status);
        await Assertions.Expect(member.Page.GetByText("Only the scrutiny officer and the programme manager write reports.")).ToBeVisibleAsync();
        await member.LookAsync("report-refused");
    }

    private static string WordsOf(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var document = archive.GetEntry("word/document.xml")!.Open();
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return string.Join('\n', XDocument.Load(document).Descendants(word + "p").Select(paragraph => string.Concat(paragraph.Descendants(word + "t").Select(text => text.Value))));
    }
}
