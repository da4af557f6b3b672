using System.Text.RegularExpressions;
using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Inspections;

/// <summary>From a finding to the evidence in two clicks, and on two sheets of paper.</summary>
public class FindingThreadPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private static Task<string[]> ThreadsOfAsync(IPage page) => page.Locator("a", new() { HasText = "From these words to the evidence" }).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");

    [Fact]
    public async Task The_gravest_finding_of_2009_with_what_was_done_and_whether_the_figures_moved()
    {
        await using var chair = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Board chair");
        var page = chair.Page;
        await page.GotoAsync("/p/nottinghamshire-2010/inspections/1");
        await page.Locator("li", new() { HasText = "The response to child protection referrals does not meet statutory guidance" }).GetByRole(AriaRole.Link, new() { Name = "From these words to the evidence" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "From the inspectors’ words to the evidence" }).WaitForAsync();

        await Assertions.Expect(page.GetByText("The inspectors' letter itself is not held.")).ToBeVisibleAsync();
        // A2 should move two measures, A4 and A18 one each; the other five actions are not completed or name none.
        await Assertions.Expect(page.Locator(".completion")).ToHaveCountAsync(4);
        await Assertions.Expect(page.GetByText("Initial assessments in time: 39% in May 2010, the month before; 47% in September 2010, three months after.")).ToBeVisibleAsync();
        await chair.LookAsync("finding-thread");

        await page.GetByRole(AriaRole.Link, new() { Name = "A18 Clear the backlog of initial assessments" }).ClickAsync();
        await page.WaitForURLAsync("**/actions/A18");
        await page.GetByRole(AriaRole.Link, new() { Name = "From these words to the evidence" }).First.ClickAsync();
        await page.WaitForURLAsync(new Regex("/findings/[0-9]+$"));
    }

    [Fact]
    public async Task Every_thread_of_the_demonstration_prints_on_two_sheets()
    {
        await using var chair = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Board chair");
        var page = chair.Page;
        var threads = new List<string>();
        foreach (var (programme, findings) in new[] { ("nottinghamshire-2010", 12), ("nottingham-2022", 8) })
        {
            await page.GotoAsync($"/p/{programme}/inspections");
            var inspections = await page.Locator("main a[href*='/inspections/']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(link => link.getAttribute('href').split('#')[0]))]");
            var found = new List<string>();
            foreach (var inspection in inspections)
            {
                await page.GotoAsync(inspection);
                found.AddRange(await ThreadsOfAsync(page));
            }
            Assert.Equal(findings, found.Count);
            threads.AddRange(found);
        }

        foreach (var thread in threads)
        {
            await page.GotoAsync(thread);
            Assert.True(await page.SheetsAsync() is 1 or 2, $"{thread} does not print on two sheets.");
        }
    }

    [Fact]
    public async Task A_reader_sees_the_words_and_no_plan()
    {
        await using var reader = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Reader");
        await reader.VisitAsync("/p/nottinghamshire-2010/findings/11", "finding-thread-reader");
        await Assertions.Expect(reader.Page.GetByText("A18")).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Page.Locator(".completion")).ToHaveCountAsync(0);
    }
}
