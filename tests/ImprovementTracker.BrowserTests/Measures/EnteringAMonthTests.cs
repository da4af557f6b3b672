using System.Text.RegularExpressions;
using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Measures;

/// <summary>A month is entered by keyboard and from a spreadsheet, on a connection that fails and a server that is started again.</summary>
public sealed partial class EnteringAMonthTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string June = "/p/nottinghamshire-2010/enter-month?month=2011-06";
    private const string Referrals = "Referrals Referrals accepted";
    private const string InTime = "Initial assessments in time Initial assessments completed within 10 working days";
    private const string Completed = "Initial assessments in time, out of: Initial assessments completed";

    [GeneratedRegex(@"^Bring back what you typed on \d{1,2} [A-Z][a-z]+ \d{4} at \d\d:\d\d$")]
    private static partial Regex KeptOn();

    private static ILocator Cell(IPage page, string line, string area) => page.GetByRole(AriaRole.Textbox, new() { Name = $"{line} {area}", Exact = true });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator BringBack(IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = KeptOn() });

    private static ILocator Kept(IPage page) => page.Locator(".kept");

    private static ILocator Problem(IPage page) => page.GetByRole(AriaRole.Alert);

    private static async Task RecordAsync(IPage page, string month = "June 2011")
    {
        await Button(page, $"Record {month}").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("The month's figures are recorded.");
    }

    [Fact]
    public async Task Everything_is_reached_and_typed_by_keyboard()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        await page.GotoAsync("/p/nottinghamshire-2010");
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter a month" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Enter May 2011");
        await page.GotoAsync(June);

        // Along the line with Tab and the arrows, down with Enter.
        await Cell(page, Referrals, "Ashfield").FocusAsync();
        await page.Keyboard.TypeAsync("90");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("85");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync("70");
        await Assertions.Expect(Cell(page, Referrals, "Broxtowe")).ToHaveValueAsync("70");
        // Within a number the arrow moves the caret: 70 becomes 780.
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.TypeAsync("8");
        await Assertions.Expect(Cell(page, Referrals, "Broxtowe")).ToHaveValueAsync("780");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Cell(page, Referrals, "Broxtowe")).ToHaveValueAsync("");
        await page.Keyboard.TypeAsync("78");
        foreach (var (area, number) in new[] { ("Gedling", "80"), ("Mansfield", "100"), ("Newark and Sherwood", "85") })
        {
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(number);
            await Assertions.Expect(Cell(page, Referrals, area)).ToHaveValueAsync(number);
        }

        // Not captured leads to its reason, and the reason back into the grid.
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("nc");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Rushcliffe: why?" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("The case system was down.");

        await Cell(page, InTime, "Ashfield").FillAsync("70");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cell(page, Completed, "Ashfield")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("60");
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(page.GetByText("Ashfield: 70 is more than the 60 initial assessments completed.")).ToBeVisibleAsync();

        // Two of three things are wrong: said at the top with the way to each, and nothing is recorded.
        await Cell(page, Completed, "Bassetlaw").FillAsync("80");
        await Button(page, "Record June 2011").ClickAsync();
        await Assertions.Expect(Problem(page)).ToContainTextAsync("Initial assessments in time, Bassetlaw: Type the number of initial assessments completed within 10 working days, or mark it 'not captured' and say why.");
        await officer.LookAsync("month-grid-refused");
        await Problem(page).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Ashfield") }).ClickAsync();
        await Assertions.Expect(Cell(page, InTime, "Ashfield")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("42");
        await Cell(page, InTime, "Bassetlaw").FillAsync("56");

        await RecordAsync(page);
        await Assertions.Expect(Cell(page, Referrals, "Ashfield")).ToHaveValueAsync("90");
        await Assertions.Expect(Cell(page, Referrals, "Rushcliffe")).ToHaveValueAsync("nc");
        await Assertions.Expect(BringBack(page)).ToHaveCountAsync(0);
        // 42 of 60.
        await page.GotoAsync("/p/nottinghamshire-2010/areas?month=2011-06");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Ashfield" })).ToContainTextAsync("70%");
    }

    [Fact]
    public async Task A_block_from_a_spreadsheet_lands_cell_by_cell_with_its_error_marked_in_place()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(June);
        await page.EvaluateAsync("text => navigator.clipboard.writeText(text)", "101\t92\t81\t86\r\n91\t86\tabout 70\t\r\n21\t22\t15\t17\r\n");

        var first = Cell(page, "Contacts Contacts received", "Ashfield");
        await first.FocusAsync();
        await page.Keyboard.PressAsync("Control+V");

        await Assertions.Expect(first).ToHaveValueAsync("101");
        await Assertions.Expect(Cell(page, "Contacts Contacts received", "Gedling")).ToHaveValueAsync("86");
        await Assertions.Expect(Cell(page, "Re-referrals within twelve months Referrals within twelve months of an earlier one", "Gedling")).ToHaveValueAsync("17");
        var wrong = Cell(page, Referrals, "Broxtowe");
        await Assertions.Expect(wrong).ToHaveValueAsync("about 70");
        await Assertions.Expect(wrong).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(wrong).ToHaveAccessibleDescriptionAsync("Error: Broxtowe: Type a whole number, such as 464.");
        await Assertions.Expect(page.GetByText("11 cells are filled in from what you pasted. One cell has to be put right: it is marked in the grid.")).ToBeVisibleAsync();
        await officer.LookAsync("month-grid-pasted");

        await Button(page, "Record June 2011").ClickAsync();
        await Assertions.Expect(Problem(page)).ToContainTextAsync("Referrals, Broxtowe: Type a whole number, such as 464.");
        await Button(page, "Record June 2011").FocusAsync();
        await first.FocusAsync();
        await page.Keyboard.PressAsync("Control+V");
        await Button(page, "Take the paste back").ClickAsync();
        await Assertions.Expect(wrong).ToHaveValueAsync("about 70");
        await page.ReloadAsync();
        await Button(page, "Throw it away").ClickAsync();
        await Assertions.Expect(Kept(page)).ToHaveTextAsync("Nothing is waiting to be recorded.");
        await Assertions.Expect(first).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Assertions.Expect(BringBack(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_authoritys_own_value_beside_another_sum_of_its_parts_is_flagged_and_a_leap_asks_why()
    {
        await using var manager = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Programme manager");
        var page = manager.Page;
        await page.GotoAsync("/p/nottinghamshire-2010/enter-month?month=2011-05");
        var own = Cell(page, "Contacts Contacts received", "Nottinghamshire");
        await Assertions.Expect(own).ToHaveAttributeAsync("placeholder", "644");

        await own.FillAsync("640");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByText("Nottinghamshire: Its own value, 640, is not the sum of its parts, 644. Its own stands.")).ToBeVisibleAsync();
        await Cell(page, "Contacts Contacts received", "Ashfield").FillAsync("900");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Ashfield: This is far from the earlier months (between 55 and 220): say why.")).ToBeVisibleAsync();
        await Button(page, "Record May 2011").ClickAsync();
        await Assertions.Expect(Problem(page)).ToContainTextAsync("Contacts, Ashfield: This is far from the earlier months");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Ashfield: why?" }).FillAsync("Police notices are counted from May on.");
        await RecordAsync(page, "May 2011");

        await page.GotoAsync("/p/nottinghamshire-2010/measures/contacts/record?month=2011-05");
        await Assertions.Expect(page.GetByText("Police notices are counted from May on.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Its own value, 640, is not the sum of its parts, 1,440. Its own stands.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_without_a_connection_is_kept_and_recorded_when_it_is_back()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        const string April = "/p/nottinghamshire-2010/enter-month?month=2011-04";
        await page.GotoAsync(April);
        var conferences = Cell(page, "Referrals Referrals accepted", "Ashfield");
        var before = await conferences.InputValueAsync();

        await page.Context.SetOfflineAsync(true);
        await conferences.FillAsync("97");
        await Assertions.Expect(Kept(page)).ToHaveTextAsync("Kept in this browser only: the server cannot be reached.");
        await Button(page, "Record April 2011").ClickAsync();
        await Assertions.Expect(Problem(page)).ToContainTextAsync("The server cannot be reached. What you typed is kept in this browser");
        await Assertions.Expect(conferences).ToHaveValueAsync("97");

        await page.GotoAsync("about:blank");
        await page.Context.SetOfflineAsync(false);
        await page.GotoAsync(April);
        await Assertions.Expect(page.GetByText("You typed one value here before and did not record it.")).ToBeVisibleAsync();
        await Assertions.Expect(conferences).ToHaveValueAsync(before);
        await BringBack(page).ClickAsync();
        await Assertions.Expect(conferences).ToHaveValueAsync("97");
        await RecordAsync(page, "April 2011");
        await page.GotoAsync(April);
        await Assertions.Expect(conferences).ToHaveValueAsync("97");
        await Assertions.Expect(BringBack(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_typed_in_two_windows_is_kept_in_both()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        const string April = "/p/nottinghamshire-2010/enter-month?month=2011-04";
        await page.GotoAsync(April);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(April);

        await Cell(page, Referrals, "Broxtowe").FillAsync("91");
        await Assertions.Expect(Kept(page)).ToContainTextAsync("Kept, not recorded: one value");
        await Cell(other, Referrals, "Gedling").FillAsync("92");
        await Assertions.Expect(Kept(other)).ToContainTextAsync("Kept, not recorded: 2 values");
        await other.CloseAsync();

        await page.GotoAsync("about:blank");
        await page.GotoAsync(April);
        await Assertions.Expect(page.GetByText("You typed 2 values here before and did not record them.")).ToBeVisibleAsync();
        await BringBack(page).ClickAsync();
        await Assertions.Expect(Cell(page, Referrals, "Broxtowe")).ToHaveValueAsync("91");
        await Assertions.Expect(Cell(page, Referrals, "Gedling")).ToHaveValueAsync("92");
        await page.ReloadAsync();
        await Button(page, "Throw it away").ClickAsync();
        await Assertions.Expect(Kept(page)).ToHaveTextAsync("Nothing is waiting to be recorded.");
        await page.ReloadAsync();
        await Assertions.Expect(BringBack(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_values_and_chooses()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        await using var manager = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Programme manager");
        const string May = "/p/nottinghamshire-2010/enter-month?month=2011-05";
        await officer.Page.GotoAsync(May);
        await manager.Page.GotoAsync(May);
        foreach (var (page, ashfield, gedling) in new[] { (manager.Page, "98", "85"), (officer.Page, "99", "86") })
        {
            await Cell(page, Referrals, "Ashfield").FillAsync(ashfield);
            await Cell(page, Referrals, "Gedling").FillAsync(gedling);
        }
        await RecordAsync(manager.Page, "May 2011");

        await Button(officer.Page, "Record May 2011").ClickAsync();
        await Assertions.Expect(Problem(officer.Page)).ToContainTextAsync("2 values were recorded by somebody else while you typed.");
        await Assertions.Expect(officer.Page.Locator(".say").Filter(new() { HasText = "Which is right?" }).First).ToContainTextAsync(new Regex("Ashfield: Programme manager.* recorded 98 on .*, while you typed 99. Which is right?"));
        await officer.LookAsync("month-grid-meanwhile");
        await Button(officer.Page, "Ashfield: mine").ClickAsync();
        await Button(officer.Page, "Gedling: theirs").ClickAsync();
        await Assertions.Expect(Cell(officer.Page, Referrals, "Gedling")).ToHaveValueAsync("85");
        await RecordAsync(officer.Page, "May 2011");
        await Assertions.Expect(Cell(officer.Page, Referrals, "Ashfield")).ToHaveValueAsync("99");
        await Assertions.Expect(Cell(officer.Page, Referrals, "Gedling")).ToHaveValueAsync("85");
    }

    [Fact]
    public async Task What_was_typed_is_there_after_the_server_was_ended_without_warning_also_in_another_browser()
    {
        await using var tracker = await RunningTracker.StartAsync();
        await using var officer = await PersonAtWork.SignedInAsync(tracker, "Performance officer");
        await officer.Page.GotoAsync(June);
        await Cell(officer.Page, Referrals, "Ashfield").FillAsync("90");
        // The first time, in a program that has just begun.
        await Assertions.Expect(Kept(officer.Page)).ToContainTextAsync("Kept, not recorded: one value");
        await Cell(officer.Page, Referrals, "Bassetlaw").FillAsync("85");
        await Assertions.Expect(Kept(officer.Page)).ToContainTextAsync("Kept, not recorded: 2 values", new() { Timeout = 2000 });
        await tracker.KillAsync();
        await Cell(officer.Page, Referrals, "Broxtowe").FillAsync("78");
        await Assertions.Expect(Kept(officer.Page)).ToHaveTextAsync("Kept in this browser only: the server cannot be reached.");

        await tracker.StartAgainAsync();

        // The page that stayed open goes on; another browser has what had reached the server.
        await Assertions.Expect(Kept(officer.Page)).ToContainTextAsync("Kept, not recorded: 3 values");
        await using var elsewhere = await PersonAtWork.SignedInAsync(tracker, "Performance officer");
        await elsewhere.Page.GotoAsync(June);
        await BringBack(elsewhere.Page).ClickAsync();
        await Assertions.Expect(Cell(elsewhere.Page, Referrals, "Broxtowe")).ToHaveValueAsync("78");
        await RecordAsync(elsewhere.Page);
        await Button(officer.Page, "Sign out").ClickAsync();
        Assert.Equal(0, await officer.Page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task Why_a_figure_is_so_is_said_from_the_grid()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        await page.GotoAsync("/p/nottinghamshire-2010/enter-month?month=2011-02");
        await Cell(page, InTime, "Ashfield").FocusAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Say why it is so, and what comes next" }).ClickAsync();
        await officer.LookAsync("comment");
        await page.GetByLabel("Why it is so").FillAsync("Two social workers left in January.");
        await page.GetByLabel("What comes next").FillAsync("Both posts are filled from April.");
        await Button(page, "Save the commentary").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("What you said stands with the month's figure.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Comment on February 2011" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Two social workers left in January.").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_typed_and_is_approved_meanwhile_is_named_and_a_reason_that_is_too_long_is_kept_here_alone()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        const string December = "/p/nottinghamshire-2010/enter-month?month=2010-12";
        await page.GotoAsync(December);
        var approved = Cell(page, Referrals, "Ashfield");
        var recorded = await approved.InputValueAsync();
        var measure = await page.EvaluateAsync<string>("document.querySelector('tr[data-name=Referrals]').dataset.measure");
        var area = await page.EvaluateAsync<string>("[...document.querySelectorAll('thead th[data-area]')].find(head => head.textContent.trim() === 'Ashfield').dataset.area");
        // As it was kept before the month was approved.
        await page.EvaluateAsync("([measure, area]) => { const form = document.getElementById('month-grid'); localStorage.setItem(`draft:${form.dataset.person}:${location.pathname}:2010-12`, JSON.stringify({ at: Date.now(), cells: [{ measure, areaId: Number(area), numerator: '999', seen: 1 }] })); }", new[] { measure, area });
        await page.ReloadAsync();

        var notice = page.Locator(".told .notice");
        await Assertions.Expect(notice).ToContainTextAsync("One value that you typed before and did not record is not brought back: it was approved meanwhile, and is locked.");
        await Assertions.Expect(notice).ToContainTextAsync(new Regex($"Referrals, Ashfield: you typed 999\\. Recorded now: {recorded}, approved, by .* on "));
        await officer.LookAsync("month-grid-locked");
        await Assertions.Expect(BringBack(page)).ToHaveCountAsync(0);
        await Button(page, "Throw away what I typed there").ClickAsync();
        await page.ReloadAsync();
        await Assertions.Expect(notice).ToHaveCountAsync(0);

        await page.GotoAsync("/p/nottinghamshire-2010/enter-month?month=2011-04");
        await page.EvaluateAsync("([measure, area]) => { const form = document.getElementById('month-grid'); localStorage.setItem(`draft:${form.dataset.person}:${location.pathname}:2011-04`, JSON.stringify({ at: Date.now(), cells: [{ measure, areaId: Number(area), notCaptured: true, reason: 'a'.repeat(1001), seen: 1 }] })); }", new[] { measure, area });
        await page.ReloadAsync();
        await BringBack(page).ClickAsync();
        await Cell(page, Referrals, "Gedling").FillAsync("81");
        await Assertions.Expect(Kept(page)).ToHaveTextAsync(new Regex("^Kept, not recorded: one value, .*\\. Kept in this browser only: Referrals, Ashfield\\. This reason is longer than the 1,000 characters that are kept\\. Shorten it to 500"));
        await Assertions.Expect(page.Locator(".say").Filter(new() { HasText = "This reason is longer than the 1,000 characters" })).ToBeVisibleAsync();
        Assert.Contains(new string('a', 1001), await page.EvaluateAsync<string>("JSON.stringify(localStorage)"), StringComparison.Ordinal);
        await page.GetByLabel("Ashfield: why?").FillAsync("The form was new.");
        await Assertions.Expect(Kept(page)).ToContainTextAsync("Kept, not recorded: 2 values");
        await Assertions.Expect(Kept(page)).Not.ToContainTextAsync("this browser only");
        await page.EvaluateAsync("localStorage.clear()");
    }
}
