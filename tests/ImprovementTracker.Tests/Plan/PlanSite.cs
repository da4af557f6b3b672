using AngleSharp.Dom;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

/// <summary>The running site with the programme, in which the service director leads A1.</summary>
internal sealed class PlanSite(TrackerHost host, TestProgramme programme) : IAsyncDisposable
{
    private const string Password = "four quiet green words";
    private static readonly CancellationToken Never = CancellationToken.None;

    public TestProgramme Programme => programme;

    public static async Task<PlanSite> EmptyAsync()
    {
        var host = new TrackerHost();
        var programme = await TestProgramme.CreateAsync(host.Get<IDbContextFactory<TrackerContext>>());
        await programme.ChangeAsync((db, _) => db.Attach(programme.Programme).Entity.Describe("Testshire Council", "improvement notice", new DateOnly(2010, 1, 1), new DateOnly(2011, 7, 1)));
        return new(host, programme);
    }

    public static async Task<PlanSite> WithAnActionAsync()
    {
        var site = await EmptyAsync();
        await site.Programme.PlanAsync("A1", new DateOnly(2011, 1, 10), new DateOnly(2011, 8, 31));
        return site;
    }

    public async Task<HttpClient> AsAsync(Role role)
    {
        var person = programme[role];
        var link = await host.Get<GiveLink>().ExecuteAsync(Actor.System("test"), person.Id, Never);
        await host.Get<SetPassword>().ExecuteAsync(Actor.Nobody, new() { Link = link.Secret, Password = Password }, Never);
        var browser = host.Browser();
        await browser.SignInAsync(person.Email!, Password);
        return browser;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}

internal static class PlanReading
{
    /// <summary>What was said of the action, the latest first.</summary>
    public static async Task<IReadOnlyList<string>> HistoryAsync(this HttpClient browser, string action) =>
        [.. (await browser.PageAsync($"/p/{TestProgramme.Slug}/actions/{action}")).QuerySelectorAll("section[aria-labelledby=history] li p:first-child").Select(line => line.TextContent)];
}
