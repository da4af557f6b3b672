using System.Text.RegularExpressions;
using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Plan;

/// <summary>A service director with a phone, an unsteady connection and half a minute.</summary>
public sealed partial class UpdatingOnATrainTests(UpdatingOnATrainTests.Demonstration demonstration) : IClassFixture<UpdatingOnATrainTests.Demonstration>, IAsyncLifetime
{
    private const string Programme = "/p/nottinghamshire-2010";
    private PersonAtWork _director = null!;

    /// <summary>One running program for all of these tests.</summary>
    public sealed class Demonstration : IAsyncLifetime
    {
        public RunningTracker Tracker { get; private set; } = null!;

        public async Task InitializeAsync() => Tracker = await RunningTracker.StartAsync();

        public async Task DisposeAsync() => await Tracker.DisposeAsync();
    }

    public async Task InitializeAsync()
    {
        _director = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Service director");
        await Page.SetViewportSizeAsync(360, 740);
    }

    public async Task DisposeAsync() => await _director.DisposeAsync();

    private IPage Page => _director.Page;
    private ILocator Sentence => Page.GetByLabel("Where it stands, in one sentence");
    private ILocator Save => Page.GetByRole(AriaRole.Button, new() { Name = "Save the update" });
    private ILocator BringBack => Page.GetByRole(AriaRole.Button, new() { NameRegex = KeptOn() });
    private ILocator Latest => Page.Locator("section[aria-labelledby=history] li p").First;

    [GeneratedRegex(@"^Bring back what you typed on \d{1,2} [A-Z][a-z]+ \d{4} at \d\d:\d\d$")]
    private static partial Regex KeptOn();

    [GeneratedRegex("^Nottinghamshire County Council")]
    private static partial Regex Nottinghamshire();

    private Task<IResponse?> OpenAsync() => Page.GotoAsync($"{Programme}/actions/A5/update");

    [Fact]
    public async Task From_signing_in_to_a_saved_update_are_three_taps_and_a_sentence()
    {
        // Signing in led here.
        Assert.Equal("/", new Uri(Page.Url).AbsolutePath);
        var taps = 0;
        async Task TapAsync(ILocator what)
        {
            await what.ClickAsync();
            taps++;
        }

        await TapAsync(Page.GetByRole(AriaRole.Link, new() { NameRegex = Nottinghamshire() }));
        await _director.LookAsync("overview-with-my-actions");
        await TapAsync(Page.Locator("section[aria-labelledby=own]").GetByRole(AriaRole.Link, new() { Name = "Update A11" }));
        await Sentence.FillAsync("Bassetlaw has taken over all eleven children.");
        await TapAsync(Save);

        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your update is in the history.");
        await Assertions.Expect(Latest).ToHaveTextAsync("Bassetlaw has taken over all eleven children.");
        Assert.Equal(3, taps);
    }

    [Fact]
    public async Task An_update_takes_three_taps_and_a_sentence()
    {
        await Page.GotoAsync($"{Programme}/my-actions");
        await _director.LookAsync("my-actions");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Update A5" }).ClickAsync();
        await _director.LookAsync("update-action");
        await Page.GetByLabel("Off track").CheckAsync();
        await Sentence.FillAsync("The health trusts have not agreed.");
        await Save.ClickAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your update is in the history.");
        await Assertions.Expect(Latest).ToHaveTextAsync("The health trusts have not agreed.");
        await _director.LookAsync("updated-action");
    }

    [Fact]
    public async Task What_was_typed_is_offered_again_after_the_tab_was_closed_and_forgotten_once_it_is_saved()
    {
        await OpenAsync();
        await Assertions.Expect(BringBack).ToHaveCountAsync(0);
        await Page.GetByLabel("Off track").CheckAsync();
        await Sentence.FillAsync("The health trusts have not agreed.");
        await Page.GetByText("Move the due date").ClickAsync();
        await Page.GetByLabel("Why it moves").FillAsync("They meet in July.");

        await Page.GotoAsync("about:blank");
        await OpenAsync();
        await _director.LookAsync("offered-again");
        await BringBack.ClickAsync();

        await Assertions.Expect(Sentence).ToHaveValueAsync("The health trusts have not agreed.");
        await Assertions.Expect(Page.GetByLabel("Off track")).ToBeCheckedAsync();
        await Assertions.Expect(Page.GetByLabel("Why it moves")).ToBeVisibleAsync();
        await Page.GetByLabel("Why it moves").FillAsync("");
        await Save.ClickAsync();
        await Assertions.Expect(Latest).ToHaveTextAsync("The health trusts have not agreed.");
        await OpenAsync();
        await Assertions.Expect(BringBack).ToHaveCountAsync(0);
        _director.AssertNoComplaints();
    }

    [Fact]
    public async Task A_save_without_a_connection_loses_nothing()
    {
        await OpenAsync();
        await Sentence.FillAsync("The health trusts have not agreed.");
        var failed = new TaskCompletionSource();
        Page.RequestFailed += (_, _) => failed.TrySetResult();
        await Page.Context.SetOfflineAsync(true);
        await Save.ClickAsync();
        await failed.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await Page.Context.SetOfflineAsync(false);

        await OpenAsync();
        await BringBack.ClickAsync();
        await Save.ClickAsync();

        await Assertions.Expect(Latest).ToHaveTextAsync("The health trusts have not agreed.");
    }

    [Fact]
    public async Task An_update_whose_confirmation_was_lost_is_not_entered_twice()
    {
        await OpenAsync();
        await Sentence.FillAsync("Saved, but the answer was lost.");
        var kept = await Page.EvaluateAsync<string>("JSON.stringify(localStorage)");
        await Save.ClickAsync();
        await Assertions.Expect(Latest).ToHaveTextAsync("Saved, but the answer was lost.");
        var entries = await Page.Locator("section[aria-labelledby=history] li").CountAsync();
        await Page.EvaluateAsync("kept => Object.entries(JSON.parse(kept)).forEach(([key, value]) => localStorage.setItem(key, value))", kept);

        await OpenAsync();
        await BringBack.ClickAsync();
        await Save.ClickAsync();

        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your update is in the history.");
        await Assertions.Expect(Page.Locator("section[aria-labelledby=history] li")).ToHaveCountAsync(entries);
    }

    [Fact]
    public async Task Gone_back_after_a_save_and_corrected_it_is_a_second_entry()
    {
        await OpenAsync();
        await Sentence.FillAsync("The health trusts hav agreed.");
        await Save.ClickAsync();
        await Assertions.Expect(Latest).ToHaveTextAsync("The health trusts hav agreed.");
        await Page.GoBackAsync();
        await Sentence.FillAsync("The health trusts have agreed.");

        await Save.ClickAsync();

        await Assertions.Expect(Latest).ToHaveTextAsync("The health trusts have agreed.");
        await Assertions.Expect(Page.Locator("section[aria-labelledby=history] li p").Filter(new() { HasText = "The health trusts hav agreed." })).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("actions/A5/update")]
    [InlineData("my-actions")]
    public async Task Signing_out_on_any_page_takes_what_was_typed_along(string page)
    {
        await OpenAsync();
        await Sentence.FillAsync("Not for whoever comes next.");
        await Assertions.Expect(Sentence).ToHaveValueAsync("Not for whoever comes next.");
        Assert.Equal(1, await Page.EvaluateAsync<int>("localStorage.length"));

        await Page.GotoAsync($"{Programme}/{page}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Page.WaitForURLAsync("**/sign-in");

        Assert.Equal(0, await Page.EvaluateAsync<int>("localStorage.length"));
    }

    [Fact]
    public async Task Somebody_else_at_the_same_browser_is_not_offered_it()
    {
        await OpenAsync();
        await Sentence.FillAsync("Mine.");
        await Page.Context.ClearCookiesAsync();
        await Page.GotoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Programme manager" }).ClickAsync();

        await OpenAsync();

        await Assertions.Expect(Save).ToBeVisibleAsync();
        await Assertions.Expect(BringBack).ToHaveCountAsync(0);
    }
}
