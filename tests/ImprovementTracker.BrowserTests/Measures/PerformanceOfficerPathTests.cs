using System.Globalization;
using System.Text.RegularExpressions;
using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Measures;

/// <summary>A performance officer records a month, and records it again.</summary>
public sealed partial class PerformanceOfficerPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string Measure = "/p/nottinghamshire-2010/measures/initial-assessments-in-time";

    [GeneratedRegex(@"^Bring back what you typed on \d{1,2} [A-Z][a-z]+ \d{4} at \d\d:\d\d$")]
    private static partial Regex KeptOn();

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
    public async Task What_is_brought_back_finds_its_own_area_and_takes_nothing_back_that_was_recorded_meanwhile()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        await using var manager = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Programme manager");
        const string Record = "/p/nottinghamshire-2010/measures/contacts/record?month=2011-04";
        ILocator Contacts(PersonAtWork person, string area) => person.Page.GetByRole(AriaRole.Group, new() { Name = area, Exact = true }).GetByLabel("Contacts received");
        await officer.Page.GotoAsync(Record);
        var bassetlaw = await Contacts(officer, "Bassetlaw").InputValueAsync();
        var rushcliffe = await Contacts(officer, "Rushcliffe").InputValueAsync();
        var mansfield = int.Parse(await Contacts(officer, "Mansfield").InputValueAsync(), CultureInfo.InvariantCulture);
        await Contacts(officer, "Mansfield").FillAsync($"{mansfield + 1}");

        // Meanwhile the last area in the list is called otherwise and comes first, and Bassetlaw is recorded again.
        await manager.Page.GotoAsync("/p/nottinghamshire-2010/setup");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "Change Rushcliffe" }).ClickAsync();
        await manager.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("A new name for Rushcliffe");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Save the area" }).ClickAsync();
        await Assertions.Expect(manager.Page.GetByRole(AriaRole.Link, new() { Name = "Change A new name for Rushcliffe" })).ToBeVisibleAsync();
        await manager.Page.GotoAsync(Record);
        await Contacts(manager, "Bassetlaw").FillAsync($"{int.Parse(bassetlaw, CultureInfo.InvariantCulture) + 1}");
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Record April 2011" }).ClickAsync();
        await manager.Page.WaitForURLAsync(url => !url.Contains("/record", StringComparison.Ordinal));

        await officer.Page.GotoAsync(Record);
        await officer.Page.GetByRole(AriaRole.Button, new() { NameRegex = KeptOn() }).ClickAsync();
        await Assertions.Expect(Contacts(officer, "Mansfield")).ToHaveValueAsync($"{mansfield + 1}");
        await Assertions.Expect(Contacts(officer, "A new name for Rushcliffe")).ToHaveValueAsync(rushcliffe);
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Record April 2011" }).ClickAsync();
        await officer.Page.WaitForURLAsync(url => !url.Contains("/record", StringComparison.Ordinal));
        await officer.Page.GotoAsync(Record);
        await Assertions.Expect(Contacts(officer, "Mansfield")).ToHaveValueAsync($"{mansfield + 1}");
        await Assertions.Expect(Contacts(officer, "Bassetlaw")).ToHaveValueAsync($"{int.Parse(bassetlaw, CultureInfo.InvariantCulture) + 1}");
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
