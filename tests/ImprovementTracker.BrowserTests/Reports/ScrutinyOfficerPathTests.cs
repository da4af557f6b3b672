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

    // Monday 12 September 2011: 9, 8, 7, 6 and 5 September lie between, so the papers open on Friday the 2nd; a day later on Monday the 5th.
    [Fact]
    public async Task The_last_day_for_a_committees_papers_moves_with_the_meeting_and_is_in_the_officers_own_calendar()
    {
        await using var officer = await PersonAtWork.SignedInAsync(tracker.Tracker, "Scrutiny officer");
        await using var manager = await PersonAtWork.SignedInAsync(tracker.Tracker, "Programme manager");
        await manager.Page.GotoAsync("/p/nottinghamshire-2010/dates");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "Plan a date" }).ClickAsync();
        await manager.LookAsync("dates-new");
        await manager.Page.GetByLabel("Committee meeting").CheckAsync();
        await manager.Page.GetByLabel("Day", new() { Exact = true }).FillAsync("2011-09-12");
        await manager.Page.GetByLabel("Who meets or reviews").FillAsync("Children's Committee");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Plan the date" }).ClickAsync();
        await manager.Page.GetByText("The date is planned.").WaitForAsync();

        await officer.Page.GotoAsync("/p/nottinghamshire-2010");
        await officer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Programme" }).GetByRole(AriaRole.Link, new() { Name = "Dates ahead" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("Papers open to inspection by 2 September 2011.")).ToBeVisibleAsync();
        await officer.LookAsync("dates");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "Show them in my calendar" }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Make an address" }).ClickAsync();
        await officer.LookAsync("dates-calendar");
        var address = await officer.Page.Locator(".address code").InnerTextAsync();

        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "Move or call off Children's Committee" }).ClickAsync();
        await manager.LookAsync("dates-move");
        await manager.Page.GetByLabel("Why it does not take place on that day").FillAsync("The chamber is taken.");
        await manager.Page.GetByLabel("New day (optional)").FillAsync("2011-09-13");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Take it off this day" }).ClickAsync();
        await manager.Page.GetByText("It is planned for its new day.").WaitForAsync();
        await Assertions.Expect(manager.Page.GetByText("Papers open to inspection by 5 September 2011.")).ToBeVisibleAsync();

        // A calendar program: it knows the address and nothing else.
        using var program = new HttpClient();
        var calendar = await program.GetStringAsync(new Uri(address));
        Assert.Contains("DTSTART;VALUE=DATE:20110913", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20110905", calendar, StringComparison.Ordinal);
    }

    private static string WordsOf(string file)
    {
        using var archive = ZipFile.OpenRead(file);
        using var document = archive.GetEntry("word/document.xml")!.Open();
        XNamespace word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return string.Join('\n', XDocument.Load(document).Descendants(word + "p").Select(paragraph => string.Concat(paragraph.Descendants(word + "t").Select(text => text.Value))));
    }
}
