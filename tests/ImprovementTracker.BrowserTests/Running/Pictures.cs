using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Running;

/// <summary>Pictures of the pages, wide, narrow, dark and as printed, in the folder that TRACKER_TEST_PICTURES names; none without it.</summary>
public static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TRACKER_TEST_PICTURES") is { Length: > 0 } named ? Path.GetFullPath(named) : null;

    public static async Task TakeAsync(IPage page, string name)
    {
        if (Folder is null)
            return;
        Directory.CreateDirectory(Folder);
        await TakeAsync(page, $"{name}-1280.png", 1280, ColorScheme.Light);
        await TakeAsync(page, $"{name}-1280-dark.png", 1280, ColorScheme.Dark);
        await TakeAsync(page, $"{name}-360.png", 360, ColorScheme.Light);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(1280, 900);
        await page.PdfAsync(new() { Path = Path.Combine(Folder, $"{name}-print.pdf"), Format = "A4", Margin = new() { Top = "15mm", Bottom = "15mm", Left = "15mm", Right = "15mm" } });
    }

    private static async Task TakeAsync(IPage page, string file, int width, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.SetViewportSizeAsync(width, 900);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, file), FullPage = true });
    }
}
