using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Plan;

/// <summary>From the list of actions to what comes back, to a file, and to the plan on a page.</summary>
public sealed class WholePlanPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    [Fact]
    public async Task A_board_member_finds_what_is_to_be_looked_at_again_takes_it_as_a_file_and_prints_the_plan()
    {
        await using var member = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Board member");
        var page = member.Page;
        await page.GotoAsync("/p/nottinghamshire-2010/actions");
        await page.GetByLabel("Only to be looked at again").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await member.LookAsync("actions-to-look-at-again");
        await Assertions.Expect(page.GetByText("1 of 23 actions shown.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "A14 Contact centre staff" })).ToBeVisibleAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download these actions as an Excel file" }).ClickAsync());
        Assert.Matches(@"^plan-nottinghamshire-2010-as-at-\d{4}-\d\d-\d\d\.xlsx$", file.SuggestedFilename);

        await page.GetByRole(AriaRole.Link, new() { Name = "The plan on a page" }).ClickAsync();
        await member.LookAsync("plan-on-a-page");
        Assert.Equal(23, await page.Locator("table.whole-plan tbody tr:not(.group)").CountAsync());
        Assert.InRange(await page.SheetsAsync(), 1, 2);
        await page.GetByRole(AriaRole.Link, new() { Name = "A14 Contact centre staff" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "to be looked at again on 31 May 2011" })).ToBeVisibleAsync();
    }
}
