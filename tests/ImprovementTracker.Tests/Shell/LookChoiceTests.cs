using System.Net;
using AngleSharp.Dom;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.Shell;

public sealed class LookChoiceTests(TrackerHost host) : IClassFixture<TrackerHost>
{
    private static async Task<string?> LookOfAsync(HttpClient browser) => (await browser.PageAsync("/sign-in")).DocumentElement.GetAttribute("data-theme");

    [Fact]
    public async Task Without_a_choice_the_device_decides()
    {
        Assert.Null(await LookOfAsync(host.Browser()));
    }

    [Fact]
    public async Task A_visitor_chooses_dark_and_stays_on_the_page_and_can_go_back_to_light()
    {
        var browser = host.Browser();

        var answer = await browser.FillInAsync("/sign-in?back=%2Fpeople", ("look", "dark"));
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?back=%2Fpeople"), (answer.StatusCode, answer.LedTo()));
        Assert.Equal("dark", await LookOfAsync(browser));

        await browser.FillInAsync("/sign-in", ("look", "light"));
        Assert.Equal("light", await LookOfAsync(browser));
    }

    [Fact]
    public async Task A_look_that_does_not_exist_changes_nothing()
    {
        var browser = host.Browser();
        await browser.FillInAsync("/sign-in", ("look", "\"><b>"));

        Assert.Null(await LookOfAsync(browser));
    }

    [Fact]
    public async Task The_choice_never_leads_to_another_site()
    {
        var browser = host.Browser();
        var token = (await browser.PageAsync("/sign-in")).QuerySelector("form[action='/look'] [name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await browser.PostAsync(new Uri("/look", UriKind.Relative), new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("look", "dark"), new("back", "https://elsewhere.example/")]));

        Assert.Equal("/", answer.LedTo());
    }
}
