using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Dashboards;

/// <summary>A performance officer sets a measure up, records a month and records it again; a board member sees it at the next load.</summary>
public class PerformanceOfficerPathTests
{
    private const string Measures = "/p/nottinghamshire-2010/measures";

    [Fact]
    public async Task From_a_new_measure_to_a_month_that_was_recorded_twice()
    {
        await using var tracker = await RunningTracker.StartAsync();
        await using var officer = await PersonAtWork.SignedInAsync(tracker, "Performance officer");
        var page = officer.Page;
        await page.GotoAsync($"{Measures}/new");
        await officer.LookAsync("measure-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the measure" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Type the measure's name." })).ToBeVisibleAsync();
        await officer.LookAsync("measure-refused");

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Supervisions held");
        await page.GetByLabel("In a sentence").FillAsync("supervisions held as planned");
        await page.GetByLabel("Definition").FillAsync("Share of supervisions that were held in the month they were due.");
        await page.GetByLabel("A percentage").CheckAsync();
        await page.GetByLabel("What is counted").FillAsync("supervisions held");
        await page.GetByLabel("Among how many").FillAsync("supervisions due");
        await page.GetByLabel("Higher is better").CheckAsync();
        await page.GetByLabel("The month", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the measure" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The measure is there.")).ToBeVisibleAsync();
        await officer.LookAsync("measure-empty");

        await page.GotoAsync($"{Measures}/supervisions-held/record?month=2011-05");
        await officer.LookAsync("record-month");
        var ashfield = page.GetByRole(AriaRole.Group, new() { Name = "Ashfield" });
        await ashfield.GetByLabel("Supervisions held").FillAsync("31");
        await ashfield.GetByLabel("Supervisions due").FillAsync("30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record May 2011" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "31 is more than the 30 supervisions due." })).ToBeVisibleAsync();
        await officer.LookAsync("record-month-refused");
        await ashfield.GetByLabel("Supervisions held").FillAsync("21");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record May 2011" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The month's figures are recorded.")).ToBeVisibleAsync();

        await page.GotoAsync($"{Measures}/supervisions-held/record?month=2011-05");
        await Assertions.Expect(ashfield.GetByLabel("Supervisions held")).ToHaveValueAsync("21");
        await ashfield.GetByLabel("Supervisions held").FillAsync("24");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record May 2011" }).ClickAsync();
        await page.GotoAsync($"{Measures}/supervisions-held/record?month=2011-05");
        await ashfield.GetByText("The earlier revision").ClickAsync();
        await Assertions.Expect(ashfield.GetByText("21 of 30 (70%), provisional, by Performance officer (demonstration)")).ToBeVisibleAsync();

        await page.GotoAsync($"{Measures}/supervisions-held/targets/new");
        await officer.LookAsync("target-new");
        await page.GetByLabel("Local", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("First month in force").FillAsync("2011-05");
        await page.GetByLabel("Level 1", new() { Exact = true }).FillAsync("90");
        await page.GetByLabel("Tolerance (optional)").FillAsync("5");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the target" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The target is kept as you see it here.")).ToBeVisibleAsync();

        await using var member = await PersonAtWork.SignedInAsync(tracker, "Board chair");
        await member.Page.GotoAsync("/p/nottinghamshire-2010/areas?month=2011-05&target=local");
        var row = member.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ashfield" });
        await Assertions.Expect(row).ToContainTextAsync("10 below");
        await member.LookAsync("areas-local");
    }
}
