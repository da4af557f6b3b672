using System.Text;
using ImprovementTracker.BrowserTests.Running;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Measures;

/// <summary>A performance officer imports a spreadsheet whose words are not known here, cancels once, and records it.</summary>
public class ImportPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string Start = "/p/nottinghamshire-2010/import";

    // The demonstration records June 2010 for the localities, not for the county itself.
    private const string Figures = "Ind;Loc;Mth;In time;Total;RAG\nInitial assessments in time;County;Jun 2010;310;610;red\nNI 59;County;Jul 2010;320;600;red\nNI 59;All teams;Jul 2010;1;2;\n";

    private static Task SendAsync(IPage page, string name, string content) =>
        page.GetByLabel("Spreadsheet").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(content) });

    private static Task GoOnAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Go on") }).ClickAsync();

    [Fact]
    public async Task A_file_is_explained_looked_at_cancelled_recorded_and_the_next_one_is_understood_at_once()
    {
        await using var officer = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Performance officer");
        var page = officer.Page;
        await page.GotoAsync("/p/nottinghamshire-2010");
        await page.GetByRole(AriaRole.Link, new() { Name = "Import figures" }).ClickAsync();
        await officer.LookAsync("import");
        await GoOnAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a file.");
        await officer.LookAsync("import-refused");

        await SendAsync(page, "june.csv", Figures);
        await GoOnAsync(page);
        await page.GetByLabel("A 'Ind'").SelectOptionAsync("Measure");
        await page.GetByLabel("B 'Loc'").SelectOptionAsync("Area");
        await page.GetByLabel("C 'Mth'").SelectOptionAsync("Month");
        await officer.LookAsync("import-columns");
        await GoOnAsync(page);
        await Assertions.Expect(page.GetByText("Three names are not known here: 'NI 59', 'County' and 'All teams'.")).ToBeVisibleAsync();
        await officer.LookAsync("import-unknown");

        await page.GetByRole(AriaRole.Link, new() { Name = "Say what columns and names mean" }).ClickAsync();
        await page.GetByLabel("Measure 'NI 59'").SelectOptionAsync(new SelectOptionValue { Label = "Initial assessments in time" });
        await page.GetByLabel("Area 'County'").SelectOptionAsync(new SelectOptionValue { Label = "Nottinghamshire" });
        await page.GetByLabel("Area 'All teams'").SelectOptionAsync(new SelectOptionValue { Label = "Leave its rows out" });
        await officer.LookAsync("import-names");
        await GoOnAsync(page);
        await Assertions.Expect(page.GetByText("2 new figures would be recorded.")).ToBeVisibleAsync();
        await officer.LookAsync("import-preview");
        var look = new Uri(page.Url).PathAndQuery;

        // Somebody else is saving, so that the recording has to wait.
        await using (var other = new SqliteConnection($"Data Source={demonstration.Tracker.Database}"))
        {
            await other.OpenAsync();
            await using var saving = other.BeginTransaction(deferred: false);
            await page.GetByRole(AriaRole.Button, new() { Name = "Record 2 figures" }).ClickAsync();
            // The page asks how far it is while it loads, so its end is not waited for.
            await page.WaitForURLAsync("**/recording", new() { WaitUntil = WaitUntilState.Commit });
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cancel: record nothing" })).ToBeVisibleAsync();
            await officer.LookAsync("import-recording");
            var pressed = page.GetByRole(AriaRole.Button, new() { Name = "Cancel: record nothing" }).ClickAsync();
            await Task.Delay(500);
            await saving.RollbackAsync();
            await pressed;
        }
        await page.WaitForURLAsync(url => url.Contains("ended=cancelled", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".notice").Filter(new() { HasText = "Nothing was recorded." })).ToBeVisibleAsync();
        await officer.LookAsync("import-cancelled");

        await page.GotoAsync(look);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record 2 figures" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("done=", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByText("You imported 2 figures from june.csv: 2 new, 0 changed.")).ToBeVisibleAsync();
        await officer.LookAsync("import-done");

        await SendAsync(page, "again.csv", Figures.Replace("310", "611", StringComparison.Ordinal).Replace("320", "321", StringComparison.Ordinal));
        await GoOnAsync(page);
        await Assertions.Expect(page.GetByText("D2: 611 is more than the 610")).ToBeVisibleAsync();
        await page.GetByLabel("Show").SelectOptionAsync("all");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("was 320 of 600, is 321 of 600")).ToBeVisibleAsync();
        await officer.LookAsync("import-errors");
        await page.GotoAsync(Start);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "again.csv" })).ToBeVisibleAsync();
        await officer.LookAsync("import-waiting");
    }
}
