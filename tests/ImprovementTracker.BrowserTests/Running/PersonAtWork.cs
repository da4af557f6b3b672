using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Running;

/// <summary>Somebody at a browser: signs in by clicking, goes from page to page, and has each page looked at.</summary>
public sealed class PersonAtWork : IAsyncDisposable
{
    private readonly IBrowserContext _window;
    private readonly List<string> _complaints = [];

    private PersonAtWork(IBrowserContext window, IPage page)
    {
        _window = window;
        Page = page;
        page.Console += (_, message) =>
        {
            // A page that is refused or not there is part of some tests; what the browser says of it is not a fault of the page.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                _complaints.Add($"{page.Url}: {message.Text}");
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            if (request.ResourceType is "stylesheet" or "script" or "image" or "font")
                _complaints.Add($"{page.Url}: {request.Url} was not loaded");
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType is "stylesheet" or "script" or "image" or "font")
                _complaints.Add($"{page.Url}: {response.Url} answered {response.Status}");
        };
    }

    public IPage Page { get; }

    /// <summary>Opens a window; nobody is signed in.</summary>
    public static async Task<PersonAtWork> AtAsync(RunningTracker tracker)
    {
        var window = await Chromium.OpenWindowAsync(tracker);
        return new PersonAtWork(window, await window.NewPageAsync());
    }

    /// <summary>Opens a window and signs in as one of the demonstration's people, by the button on the sign-in page.</summary>
    /// <param name="name">As the page calls them: Board chair.</param>
    public static async Task<PersonAtWork> SignedInAsync(RunningTracker tracker, string name)
    {
        var person = await AtAsync(tracker);
        await person.Page.GotoAsync("/sign-in");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
        return person;
    }

    /// <summary>Goes to the page and looks at it: it must be there and pass every check of <see cref="PageCheck"/>.</summary>
    /// <param name="name">For the pictures' files.</param>
    public async Task VisitAsync(string path, string name)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer is { Ok: true }, $"{path} answered {answer?.Status} {answer?.StatusText}");
        await LookAsync(name);
    }

    /// <summary>Looks at the page as it is now, after clicking or sending a form.</summary>
    public async Task LookAsync(string name)
    {
        await PageCheck.AssertGoodAsync(Page);
        await Pictures.TakeAsync(Page, name);
        AssertNoComplaints();
    }

    /// <summary>Fails where the browser reported an error since the window was opened: script, refused content, a missing file.</summary>
    public void AssertNoComplaints() => Assert.True(_complaints.Count == 0, string.Join(Environment.NewLine, _complaints));

    public ValueTask DisposeAsync() => _window.DisposeAsync();
}
