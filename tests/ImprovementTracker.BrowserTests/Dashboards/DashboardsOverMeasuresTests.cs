using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Dashboards;

/// <summary>A board member looks beyond the month: what changes, which areas are behind, and since when.</summary>
public class DashboardsOverMeasuresTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string Nottinghamshire = "/p/nottinghamshire-2010";
    private readonly RunningTracker _tracker = demonstration.Tracker;

    [Fact]
    public async Task From_the_summary_to_what_has_to_be_spoken_of()
    {
        await using var member = await PersonAtWork.SignedInAsync(_tracker, "Board chair");
        var page = member.Page;
        await page.GotoAsync(Nottinghamshire);
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Programme" }).GetByRole(AriaRole.Link, new() { Name = "Summary", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("p.lead")).ToContainTextAsync("Up to May 2011");
        await member.LookAsync("summary");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Area" }).SelectOptionAsync(new SelectOptionValue { Label = "Bassetlaw" });
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Measures" }).SelectOptionAsync("notable");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("only=notable", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("p.lead")).ToContainTextAsync("Bassetlaw: ");
        await member.LookAsync("summary-bassetlaw");
    }

    [Fact]
    public async Task From_the_areas_on_one_measure_to_their_months()
    {
        await using var member = await PersonAtWork.SignedInAsync(_tracker, "Board chair");
        var page = member.Page;
        await member.VisitAsync($"{Nottinghamshire}/measures/initial-assessments-in-time/areas?month=2011-05", "areas-on-a-measure");
        // 59 of 71 are 83.1%: with a decimal, because another locality would be written alike without it.
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Broxtowe" })).ToContainTextAsync("83.1%");

        await page.GetByRole(AriaRole.Link, new() { Name = "a run of months" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "May 2011" })).ToBeAttachedAsync();
        await member.LookAsync("run-of-a-measure");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Show" }).SelectOptionAsync(new SelectOptionValue { Label = "Bassetlaw" });
        await page.GetByRole(AriaRole.Combobox, new() { Name = "How far back" }).SelectOptionAsync("6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Bassetlaw, month by month");
        await member.LookAsync("run-of-an-area");
    }
}
