using System.Net;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;
using ImprovementTracker.Web.Dashboards;

namespace ImprovementTracker.Tests.Dashboards;

public sealed class CalendarFilesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}/dates";

    // A calendar program sends no cookie and asks for no page.
    private async Task<(HttpStatusCode Status, string Text, string? Kept)> SubscribedAsync(string address)
    {
        var answer = await work.Host.Browser().GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.CacheControl?.ToString());
    }

    private static async Task<string> AddressAsync(HttpClient browser) => (await browser.PageAsync($"{Here}/calendar")).QuerySelector(".address code")!.TextContent;

    [Fact]
    public async Task A_date_is_planned_seen_in_a_calendar_and_moved_and_the_calendars_address_ends_when_its_person_says_so()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var meeting = Words.DayInEngland(DateTime.UtcNow).AddDays(60);
        var planned = await manager.FillInAsync($"{Here}/new", ("Input.Kind", nameof(PlannedKind.CommitteeMeeting)), ("Input.On", $"{meeting:yyyy-MM-dd}"), ("Input.Title", "Scrutiny committee, north"));
        Assert.StartsWith($"{Here}?saved=date", planned.LedTo(), StringComparison.Ordinal);
        var page = await manager.PageAsync(planned.LedTo());
        Assert.Equal(2, page.QuerySelectorAll("ol.thread li").Length);
        Assert.Contains($"{Words.Date(meeting)} · Committee meeting", page.QuerySelectorAll("ol.thread li")[1].TextContent, StringComparison.Ordinal);

        var director = await work.BrowserOfAsync(Role.ServiceDirector);
        await director.PressAsync($"{Here}/calendar", "Make an address");
        var address = await AddressAsync(director);
        Assert.Matches($@"^https://localhost/calendar/[0-9a-f]{{32}}/{ProgrammeAtWork.Slug}\.ics$", address);
        var (status, text, kept) = await SubscribedAsync(address);
        Assert.Equal((HttpStatusCode.OK, "no-store, private"), (status, kept));
        Assert.Contains($"DTSTART;VALUE=DATE:{meeting:yyyyMMdd}", text, StringComparison.Ordinal);
        Assert.Contains(@"Scrutiny committee\, north", text, StringComparison.Ordinal);

        var moved = await manager.FillInAsync(page.QuerySelector("ol.thread a[href$='take-back']")!.GetAttribute("href")!, ("Input.Reason", "The chair is away."), ("Input.MovedTo", $"{meeting.AddDays(7):yyyy-MM-dd}"));
        Assert.StartsWith($"{Here}?saved=date-moved", moved.LedTo(), StringComparison.Ordinal);
        text = (await SubscribedAsync(address)).Text;
        Assert.Contains($"DTSTART;VALUE=DATE:{meeting.AddDays(7):yyyyMMdd}", text, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", text, StringComparison.Ordinal);

        await director.PressAsync($"{Here}/calendar", "Make a new address");
        var second = await AddressAsync(director);
        Assert.Equal((HttpStatusCode.NotFound, "", "no-store, private"), await SubscribedAsync(address));
        Assert.Equal(HttpStatusCode.OK, (await SubscribedAsync(second)).Status);
        await director.PressAsync($"{Here}/calendar", "End the address");
        Assert.Equal(HttpStatusCode.NotFound, (await SubscribedAsync(second)).Status);

        // The secret part stands in no log.
        var log = work.Host.Log();
        Assert.Contains($"/calendar/.../{ProgrammeAtWork.Slug}.ics", log, StringComparison.Ordinal);
        Assert.DoesNotContain(new Uri(address).Segments[2].TrimEnd('/'), log, StringComparison.Ordinal);
        Assert.DoesNotContain(new Uri(second).Segments[2].TrimEnd('/'), log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_shows_no_programme_in_which_its_person_has_no_role_and_no_guessed_address_shows_anything()
    {
        var reader = await work.BrowserOfAsync(Role.Reader);
        await reader.PressAsync($"{Here}/calendar", "Make an address");
        var address = await AddressAsync(reader);
        Assert.Equal(HttpStatusCode.OK, (await SubscribedAsync(address)).Status);

        string[] others = [address.Replace(ProgrammeAtWork.Slug, "elsewhere", StringComparison.Ordinal), $"/calendar/{Guid.NewGuid():N}/{ProgrammeAtWork.Slug}.ics", $"/calendar/none/{ProgrammeAtWork.Slug}.ics", $"/calendar/{Guid.Empty:N}/{ProgrammeAtWork.Slug}.ics"];
        foreach (var other in others)
            Assert.Equal((HttpStatusCode.NotFound, "", "no-store, private"), await SubscribedAsync(other));
    }

    [Fact]
    public async Task Who_is_signed_in_takes_the_dates_as_a_file_and_nobody_else_does()
    {
        var answer = await (await work.BrowserOfAsync(Role.Reader)).GetAsync($"{Here}.ics");

        Assert.Equal(("text/calendar", $"dates-ahead-{ProgrammeAtWork.Slug}.ics"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(HttpStatusCode.Redirect, (await work.Host.Browser().GetAsync($"{Here}.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await work.BrowserOfAsync(Role.Administrator)).GetAsync($"{Here}.ics")).StatusCode);
    }

    [Fact]
    public async Task Who_tries_address_after_address_is_stopped_for_a_minute()
    {
        await using var host = new TrackerHost();
        var browser = host.Browser();
        for (var asked = 0; asked < CalendarFiles.MostInAMinute; asked++)
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/calendar/none/testshire.ics")).StatusCode);

        var stopped = await browser.GetAsync("/calendar/none/testshire.ics");

        Assert.Equal((HttpStatusCode.TooManyRequests, "60", ""), (stopped.StatusCode, stopped.Headers.GetValues("Retry-After").Single(), await stopped.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).StatusCode);
    }
}
