using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Dashboards;

/// <summary>A board member reads before the meeting: what is on course, what is not, and whether a number can be trusted.</summary>
public class BoardMemberPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string Nottinghamshire = "/p/nottinghamshire-2010";
    private readonly RunningTracker _tracker = demonstration.Tracker;

    private static ILocator Menu(IPage page, string name) =>
        page.GetByRole(AriaRole.Navigation, new() { Name = "Programme" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    [Fact]
    public async Task From_the_programmes_to_the_overview_and_from_a_figure_to_its_source()
    {
        await using var member = await PersonAtWork.SignedInAsync(_tracker, "Board chair");
        var page = member.Page;
        await member.VisitAsync("/", "programmes");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nottinghamshire County Council" }).First.ClickAsync();

        await Assertions.Expect(page.GetByText("Both areas for priority action are recorded as addressed.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Position at 31 May 2011")).ToBeVisibleAsync();
        await member.LookAsync("overview");

        await page.GetByRole(AriaRole.Link, new() { Name = "Initial assessments in time" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("p.lead")).ToHaveTextAsync("76% in May 2011, up from 37% in April 2010: 4 points below the DfE notice's target of 80%.");
        await Assertions.Expect(page.Locator("svg.wide").GetByText("DfE notice 80%")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Scrutiny report on safeguarding improvement, June 2011").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("84%").First).ToBeVisibleAsync();
        await member.LookAsync("measure");
    }

    [Fact]
    public async Task Every_area_against_every_target_with_the_choice_in_the_address()
    {
        await using var member = await PersonAtWork.SignedInAsync(_tracker, "Board chair");
        var page = member.Page;
        await page.GotoAsync(Nottinghamshire);
        await Menu(page, "Areas against targets").ClickAsync();
        await member.LookAsync("areas-by-place");
        var bassetlaw = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Bassetlaw" });
        await Assertions.Expect(bassetlaw).ToContainTextAsync("Missed");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Month" }).SelectOptionAsync("2011-04");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Show", Exact = true }).SelectOptionAsync("theme");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("month=2011-04", StringComparison.Ordinal) && url.Contains("show=theme", StringComparison.Ordinal));
        await member.LookAsync("areas-by-theme");

        await page.GotoAsync($"{Nottinghamshire}/areas?month=2011-05&target=ofsted");
        await Assertions.Expect(page.GetByText("Ofsted has set no numeric target").First).ToBeVisibleAsync();
        await member.LookAsync("areas-ofsted");
    }

    [Fact]
    public async Task The_judged_areas_and_the_other_programme_beside_it()
    {
        await using var member = await PersonAtWork.SignedInAsync(_tracker, "Board chair");
        var page = member.Page;
        await page.GotoAsync(Nottinghamshire);
        await Menu(page, "Judged areas").ClickAsync();
        await Assertions.Expect(page.GetByText("13 of 33 inadequate")).ToBeVisibleAsync();
        await member.LookAsync("judged-areas");
        await Menu(page, "Measures").ClickAsync();
        await member.LookAsync("measures");

        await page.GetByRole(AriaRole.Link, new() { Name = "Change programme" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Nottingham City Council" }).First.ClickAsync();
        await member.LookAsync("overview-city");
        await Menu(page, "Judged areas").ClickAsync();
        await Assertions.Expect(page.GetByText("Requires improvement to be good").First).ToBeVisibleAsync();
        await member.LookAsync("judged-areas-city");
    }
}
