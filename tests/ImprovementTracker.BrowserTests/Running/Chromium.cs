using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Running;

/// <summary>The one browser of the whole run; every person in a test gets a window of their own, with cookies of their own.</summary>
public static class Chromium
{
    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly Lazy<Task<IBrowser>> Browser = new(LaunchAsync);

    public static async Task<IBrowserContext> OpenWindowAsync(RunningTracker tracker)
    {
        var browser = await Browser.Value;
        var window = await browser.NewContextAsync(new()
        {
            BaseURL = tracker.Address,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ViewportSize = new() { Width = 1280, Height = 900 },
            ColorScheme = ColorScheme.Light,
            AcceptDownloads = true,
        });
        window.SetDefaultTimeout(15_000);
        return window;
    }

    private static async Task<IBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable(), Args = Arguments });
    }

    // Where none is found, Playwright uses the one that it has installed itself.
    private static string? Executable() =>
        Environment.GetEnvironmentVariable("TRACKER_TEST_BROWSER") is { Length: > 0 } named ? named : Places.FirstOrDefault(File.Exists);
}
