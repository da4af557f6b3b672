using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Inspections;

/// <summary>Anybody entitled reads what the inspectors found, in their words.</summary>
public class ReadInspectionPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    [Fact]
    public async Task The_twelve_findings_of_2009_with_the_actions_that_answer_them()
    {
        await using var reader = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Board chair");
        var page = reader.Page;
        await page.GotoAsync("/p/nottinghamshire-2010");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Programme" }).GetByRole(AriaRole.Link, new() { Name = "Inspections and findings" }).ClickAsync();
        await reader.LookAsync("inspections");
        await page.GetByRole(AriaRole.Link, new() { Name = "Annual unannounced inspection of contact, referral and assessment arrangements" }).ClickAsync();

        Assert.Equal(12, await page.Locator("blockquote").CountAsync());
        await Assertions.Expect(page.Locator("blockquote", new() { HasText = "There is no authority-wide system of regular monitoring and auditing of case files by managers." })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Crown copyright 2009").First).ToBeVisibleAsync();
        await reader.LookAsync("inspection");

        await page.GetByRole(AriaRole.Link, new() { Name = "A23" }).First.ClickAsync();
        await page.WaitForURLAsync("**/actions/A23");
    }

    [Fact]
    public async Task The_eight_areas_for_improvement_of_the_city_and_its_timeline()
    {
        await using var reader = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Board chair");
        var page = reader.Page;
        await page.GotoAsync("/p/nottingham-2022/inspections");
        await page.GetByRole(AriaRole.Link, new() { Name = "children’s services" }).First.ClickAsync();
        Assert.Equal(8, await page.Locator("blockquote").CountAsync());

        await reader.VisitAsync("/p/nottinghamshire-2010/timeline", "timeline");
        await Assertions.Expect(page.GetByText("1,598").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reader_sees_what_is_published_and_no_plan()
    {
        await using var reader = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Reader");
        await reader.VisitAsync("/p/nottinghamshire-2010", "overview-reader");
        await reader.VisitAsync("/p/nottinghamshire-2010/inspections/1", "inspection-reader");
        await Assertions.Expect(reader.Page.GetByText("A23")).ToHaveCountAsync(0);

        var plan = await reader.Page.GotoAsync("/p/nottinghamshire-2010/actions");
        Assert.Equal(403, plan!.Status);
    }
}
