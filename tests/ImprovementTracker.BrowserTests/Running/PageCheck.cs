using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Running;

/// <summary>What holds for every page: a title, one heading, no accessibility fault in light or dark, and no sideways scrolling on a phone or when enlarged.</summary>
public static class PageCheck
{
    private const int Wide = 1280;
    private const int EnlargedToDouble = 640;
    private const int Phone = 360;

    private static readonly AxeRunOptions AllRules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        // What is in order is not described: on a page of a thousand cells that takes longer than looking.
        ResultTypes = [ResultType.Violations],
    };

    public static async Task AssertGoodAsync(IPage page)
    {
        var faults = new List<string>();
        await CheckWordsAsync(page, faults);
        await CheckAccessibilityAsync(page, faults);
        await CheckWidthAsync(page, faults);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, [page.Url, .. faults]));
    }

    private static async Task CheckWordsAsync(IPage page, List<string> faults)
    {
        var title = await page.TitleAsync();
        if (!title.Contains("ImprovementTracker", StringComparison.Ordinal) || title.Length < "ImprovementTracker".Length + 3)
            faults.Add($"  the title is '{title}': it must say what the page is, and ImprovementTracker");
        var headings = await page.Locator("h1").CountAsync();
        if (headings != 1)
            faults.Add($"  the page has {headings} main headings instead of one");
        if (await page.Locator("html[lang=en-GB]").CountAsync() != 1)
            faults.Add("  the page does not say that it is in British English");
    }

    private static async Task CheckAccessibilityAsync(IPage page, List<string> faults)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { Wide, Phone })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.SetViewportSizeAsync(width, 900);
                foreach (var violation in (await page.RunAxe(AllRules)).Violations)
                    faults.Add(Describe(violation, scheme, width));
            }
        }
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Wide, 900);
    }

    private static async Task CheckWidthAsync(IPage page, List<string> faults)
    {
        foreach (var width in new[] { Phone, EnlargedToDouble })
        {
            await page.SetViewportSizeAsync(width, 900);
            var needed = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
            if (needed > width)
                faults.Add($"  at {width} pixels the page scrolls sideways: it needs {needed}");
        }
        await page.SetViewportSizeAsync(Wide, 900);
    }

    private static string Describe(AxeResultItem violation, ColorScheme scheme, int width) => string.Join(Environment.NewLine,
        [$"  {scheme}, {width} wide, {violation.Impact}: {violation.Help} ({violation.Id})", .. violation.Nodes.Take(5).Select(node => $"    {node.Target}  {Shorten(node.Html)}")]);

    private static string Shorten(string html) => html.Length <= 160 ? html : html[..160] + "...";
}
