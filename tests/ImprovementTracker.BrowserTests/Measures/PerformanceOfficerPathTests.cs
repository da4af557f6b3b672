using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Measures;

/// <summary>A performance officer records a month, and records it again.</summary>
public class PerformanceOfficerPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string Measure = "/p/nottinghamshire-2010/measures/initial-assessments-in-time";

    [Fact]
    public async Task What_was_typed_for_one_month_is_offered_for_that_month_alone()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        var kept = page.GetByText("You typed here before and it was not saved.");
        await page.GotoAsync($"{Measure}/record?month=2011-04");
        await page.GetByRole(AriaRole.Group, new() { Name = "Bassetlaw" }).GetByLabel("Initial assessments completed within 10 working days").FillAsync("41");

        await page.GotoAsync($"{Measure}/record?month=2011-03");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Record March 2011" })).ToBeVisibleAsync();
        await Assertions.Expect(kept).ToHaveCountAsync(0);
        await page.GotoAsync($"{Measure}/record?month=2011-04");
        await Assertions.Expect(kept).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync();
    }

    [Fact]
    public async Task A_month_recorded_again_is_on_the_page_at_once_with_the_earlier_number()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        await officer.VisitAsync($"{Measure}?month=2011-05", "measure-officer");
        await page.GetByRole(AriaRole.Link, new() { Name = "Record a month" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Month" }).SelectOptionAsync("2011-05");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open that month" }).ClickAsync();
        var ashfield = page.GetByRole(AriaRole.Group, new() { Name = "Ashfield" });
        var inTime = ashfield.GetByLabel("Initial assessments completed within 10 working days");
        await Assertions.Expect(inTime).ToHaveValueAsync("66");
        await officer.LookAsync("record");

        await inTime.FillAsync("93");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record May 2011" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("93 is more than the 92");
        await Assertions.Expect(inTime).ToHaveValueAsync("93");
        await officer.LookAsync("record-refused");

        await inTime.FillAsync("70");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record May 2011" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/record", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByText("70 of 92").First).ToBeVisibleAsync();
        await officer.LookAsync("measure-recorded");

        await page.GotoAsync("/p/nottinghamshire-2010/areas?month=2011-05&counts=1");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ashfield" })).ToContainTextAsync("76%");
        var ashfieldPage = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ashfield" }).GetByRole(AriaRole.Link).First;
        await ashfieldPage.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the earlier numbers with who and when" }).ClickAsync();
        await Assertions.Expect(page.GetByText("66 of 92").First).ToBeVisibleAsync();
        await officer.LookAsync("measure-history");
    }

    [Fact]
    public async Task The_forms_for_a_measure_and_a_target()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        await officer.VisitAsync("/p/nottinghamshire-2010/measures/new", "measure-new");
        await officer.Page.GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await officer.LookAsync("measure-new-refused");
        await officer.VisitAsync($"{Measure}/targets/new", "target-new");
    }
}
