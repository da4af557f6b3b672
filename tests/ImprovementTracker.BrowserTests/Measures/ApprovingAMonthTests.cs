using System.Text.RegularExpressions;
using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Measures;

/// <summary>The programme manager approves what the performance officer entered, and both look at how the figures are kept.</summary>
public class ApprovingAMonthTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string Nottinghamshire = "/p/nottinghamshire-2010";
    private readonly RunningTracker _tracker = demonstration.Tracker;

    [Fact]
    public async Task A_month_is_looked_at_approved_and_unlocked_with_a_reason()
    {
        await using var manager = await PersonAtWork.SignedInAsync(_tracker, "Programme manager");
        var page = manager.Page;
        await page.GotoAsync($"{Nottinghamshire}/months");
        await manager.LookAsync("months");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "May 2011" }).GetByRole(AriaRole.Link).ClickAsync();
        await manager.LookAsync("month-to-approve");

        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The figures are approved and locked.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Unlock" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("Say why approved figures must change.");
        await manager.LookAsync("unlock-refused");
        await page.GetByLabel("Why they must change").FillAsync("Bassetlaw sent a late return.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The figures are unlocked and provisional.");
        manager.AssertNoComplaints();
    }

    [Fact]
    public async Task A_chart_is_walked_through_with_the_arrow_keys_and_leads_to_the_table()
    {
        await using var member = await PersonAtWork.SignedInAsync(_tracker, "Board chair");
        var page = member.Page;
        await page.GotoAsync($"{Nottinghamshire}/measures/initial-assessments-in-time?others=1");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Chance or change" })).ToBeVisibleAsync();
        await member.LookAsync("measure-with-others");

        var latest = page.Locator("svg.wide a[href='#m-2011-05']");
        await latest.FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        var before = page.Locator("svg.wide a[href='#m-2011-04']");
        await Assertions.Expect(before).ToBeFocusedAsync();
        await Assertions.Expect(before).ToHaveAttributeAsync("tabindex", "0");
        await Assertions.Expect(latest).ToHaveAttributeAsync("tabindex", "-1");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Locator("svg.wide a[href='#m-2010-04']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.EndsWith("#m-2010-04", StringComparison.Ordinal));
        member.AssertNoComplaints();
    }

    [Fact]
    public async Task What_others_reach_stands_beside_a_measure_with_the_place_among_them_and_leads_to_its_release()
    {
        await using var member = await PersonAtWork.SignedInAsync(_tracker, "Board chair");
        var page = member.Page;

        await member.VisitAsync("/p/nottingham-2022/measures/agency-social-workers?others=1", "measure-with-benchmarks");
        await Assertions.Expect(page.Locator("section[aria-labelledby=others]")).ToContainTextAsync("Nottingham is 8th of 11 on 30 September 2022");
        await page.GetByRole(AriaRole.Link, new() { Name = "Every period" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Benchmarks: Agency social workers" })).ToBeVisibleAsync();
        await page.Locator("summary").First.ClickAsync();
        await Assertions.Expect(page.Locator("details[open] li").First).ToHaveTextAsync("Manchester (very close): 8.4%");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Children's social work workforce" }).First).ToHaveAttributeAsync("href", new Regex("^https://explore-education-statistics"));
        await member.LookAsync("benchmarks-of-a-measure");
        member.AssertNoComplaints();
    }

    [Theory]
    [InlineData("measures/library", "library")]
    [InlineData("benchmarks", "benchmarks")]
    [InlineData("benchmarks/import", "benchmarks-import")]
    [InlineData("measures/initial-assessments-in-time/annotations", "annotations")]
    [InlineData("measures/initial-assessments-in-time/rebases", "rebases")]
    [InlineData("measures/initial-assessments-in-time/definition", "definition")]
    [InlineData("measures/initial-assessments-in-time/retire", "retire")]
    public async Task The_other_pages_of_those_who_keep_the_figures(string address, string picture)
    {
        await using var officer = await PersonAtWork.SignedInAsync(_tracker, "Performance officer");

        await officer.VisitAsync($"{Nottinghamshire}/{address}", picture);

        officer.AssertNoComplaints();
    }
}
