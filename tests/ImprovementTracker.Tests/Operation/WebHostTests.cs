using System.Net;
using System.Text.RegularExpressions;

namespace ImprovementTracker.Tests.Operation;

public sealed partial class WebHostTests(TrackerHost host) : IClassFixture<TrackerHost>
{
    [GeneratedRegex("^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$")]
    private static partial Regex Reference();

    [Fact]
    public async Task A_monitor_is_told_that_program_and_database_answer_and_when_they_do_not()
    {
        await using var own = new TrackerHost();
        var browser = own.Browser();

        var well = await browser.GetAsync("/health");
        own.DatabaseIsBroken = true;
        var unwell = await browser.GetAsync("/health");

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (well.StatusCode, await well.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (unwell.StatusCode, await unwell.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Every_answer_forbids_foreign_script_frames_and_guessing()
    {
        foreach (var address in new[] { "/sign-in", "/nowhere", "/tracker.css", "/health", "/people" })
        {
            var headers = (await host.Browser().GetAsync(address)).Headers;

            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
            Assert.Matches(Reference(), Assert.Single(headers.GetValues("X-Reference")));
        }
    }

    [Fact]
    public async Task The_browsers_script_and_the_stylesheet_are_served_to_everybody()
    {
        Assert.Equal(HttpStatusCode.OK, (await host.Browser().GetAsync("/tracker.css")).StatusCode);
        Assert.True((await host.Browser().GetByteArrayAsync("/_framework/blazor.web.js")).Length > 100_000);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_answered_with_a_number_that_the_log_has_too()
    {
        await using var own = new TrackerHost();
        var browser = own.Browser();
        await browser.GetAsync("/sign-in");
        own.DatabaseIsBroken = true;

        var answer = await browser.GetAsync("/set-password?link=secret-of-somebody");
        own.DatabaseIsBroken = false;

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var reference = Assert.Single(answer.Headers.GetValues("X-Reference"));
        var page = await answer.PageAsync();
        Assert.Equal("Something went wrong", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(reference, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", page.Body!.TextContent, StringComparison.Ordinal);
        var log = own.Log();
        Assert.Matches($@"INF {reference} GET /set-password 500 in \d+ ms, person none", log);
        Assert.Matches($@"ERR {reference} [\s\S]*The database is broken for a test\.", log);
    }

    [Fact]
    public async Task The_log_has_a_line_for_each_request_and_holds_nothing_that_was_asked_or_typed()
    {
        await using var own = new TrackerHost();
        var email = await own.AddPersonAsync("Hal Private", "four quiet green words", isAdministrator: true);
        var browser = own.Browser();
        await browser.SignInAsync(email, "four quiet green words", back: "/people?search=child-name");
        await browser.GetAsync("/people?search=child-name");
        await browser.GetAsync("/a%0d%0afalse-line");

        var log = own.Log();

        Assert.Matches(@"INF \S+ POST /sign-in 302 in \d+ ms, person \d+", log);
        Assert.Matches(@"INF \S+ GET /people 200 in \d+ ms, person \d+", log);
        Assert.Contains("GET /a%0D%0Afalse-line 404", log, StringComparison.Ordinal);
        foreach (var hidden in new[] { "child-name", "Hal", "hal.private", "quiet green" })
            Assert.DoesNotContain(hidden, log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_to_whoever_is_signed_in()
    {
        await using var own = new TrackerHost();
        var browser = own.Browser();
        await browser.SignInAsync(await own.AddPersonAsync("Ida Lost", "four quiet green words"), "four quiet green words");

        var answer = await browser.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("This page is not here", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("This page is not here · ImprovementTracker", page.Title);
    }

    [Fact]
    public async Task Whoever_may_not_see_a_page_is_told_why_and_what_to_do()
    {
        await using var own = new TrackerHost();
        var browser = own.Browser();
        await browser.SignInAsync(await own.AddPersonAsync("Jo Curious", "four quiet green words"), "four quiet green words");

        var answer = await browser.GetAsync("/people");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("You may not see or do this", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Only an administrator can do this.", page.QuerySelector(".lead")!.TextContent);
        Assert.DoesNotContain("ERR", own.Log(), StringComparison.Ordinal);
    }
}
