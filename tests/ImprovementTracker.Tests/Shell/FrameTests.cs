using AngleSharp.Dom;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.Shell;

public sealed class FrameTests(TrackerHost host) : IClassFixture<TrackerHost>
{
    [Fact]
    public async Task The_first_thing_on_a_page_leads_past_the_frame_to_the_page_itself()
    {
        var page = await host.Browser().PageAsync("/sign-in?back=%2Fpeople");

        var first = page.QuerySelector("a")!;
        Assert.Equal(("Skip to the page", "/sign-in?back=%2Fpeople#main"), (first.TextContent, first.GetAttribute("href")));
        Assert.Equal("MAIN", page.GetElementById("main")!.NodeName);
    }

    [Fact]
    public async Task A_page_without_a_connection_does_not_load_the_script_that_would_hold_one()
    {
        Assert.Empty((await host.Browser().PageAsync("/sign-in")).QuerySelectorAll("script[src*=blazor]"));
    }

    [Fact]
    public async Task A_visitor_is_offered_to_sign_in_and_a_person_is_named_and_can_sign_out()
    {
        var email = await host.AddPersonAsync("Fay Framed", "four quiet green words", isAdministrator: true);
        var browser = host.Browser();
        Assert.Equal(["Sign in"], (await browser.PageAsync("/sign-in")).QuerySelectorAll(".who > li").Skip(1).Select(item => item.TextContent.Trim()));

        await browser.SignInAsync(email, "four quiet green words");

        var who = (await browser.PageAsync("/people")).QuerySelector(".who")!;
        Assert.Equal("Fay Framed", who.Children[0].TextContent.Trim());
        Assert.Equal("/sign-out", who.QuerySelector("li:last-child form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task A_password_that_was_refused_is_not_sent_back()
    {
        var page = await (await host.Browser().SignInAsync("nobody@example.org", "wrong words here")).PageAsync();

        Assert.NotEmpty(page.QuerySelectorAll(".problem li"));
        Assert.Equal("nobody@example.org", page.QuerySelector("input[type=email]")!.GetAttribute("value"));
        Assert.DoesNotContain("wrong words here", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
