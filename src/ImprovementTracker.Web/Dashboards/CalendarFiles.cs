using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using ImprovementTracker.Documents.Dashboards;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.People;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace ImprovementTracker.Web.Dashboards;

/// <summary>
/// The dates ahead as a calendar: a download for who is signed in, and an address that a calendar program reads without
/// signing in. Its secret part is the permission; it shows what that person may see at that moment.
/// </summary>
public static class CalendarFiles
{
    /// <summary>Where the addresses begin whose next part is secret.</summary>
    public const string SecretPath = "/calendar/";

    /// <summary>How often one machine may ask in a minute; a council's calendar server asks for many people at once.</summary>
    public const int MostInAMinute = 120;

    private const string Limit = "calendar";

    public static void AddCalendars(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Limit, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = MostInAMinute, Window = TimeSpan.FromMinutes(1) }));
        limits.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            SayNothing(rejected.HttpContext);
            return ValueTask.CompletedTask;
        };
    });

    public static void MapCalendars(this WebApplication app)
    {
        app.MapGet("/p/{slug}/dates.ics", async (string slug, HttpContext http, DatesAhead dates, TimeProvider clock, CurrentActor current) =>
        {
            var shown = await dates.LoadAsync(await current.GetAsync(), slug, http.RequestAborted);
            return Results.File(File(shown, http, clock), CalendarText.ContentType, $"dates-ahead-{shown.Programme.Slug}.ics");
        }).RequireAuthorization();
        app.MapGet(SecretPath + "{key}/{slug}.ics", SubscribedAsync).AllowAnonymous().RequireRateLimiting(Limit);
    }

    /// <summary>The address to give to a calendar program.</summary>
    public static string Address(Guid key, string slug) => $"{SecretPath}{key:N}/{slug}.ics";

    /// <summary>A path as the log may have it: without the secret part.</summary>
    public static string Unsecret(string path)
    {
        var start = path.IndexOf(SecretPath, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return path;
        var secret = start + SecretPath.Length;
        var end = path.IndexOf('/', secret);
        return $"{path[..secret]}...{(end < 0 ? "" : path[end..])}";
    }

    /// <summary>Whatever stands in the way, the answer is the same empty one: it tells nobody whether there is such a person or programme.</summary>
    private static async Task<IResult> SubscribedAsync(string key, string slug, HttpContext http, WhoAsks whoAsks, DatesAhead dates, TimeProvider clock)
    {
        try
        {
            if (Guid.TryParseExact(key, "N", out var secret) && await whoAsks.FindByCalendarAsync(secret, http.RequestAborted) is var actor && actor != Actor.Nobody)
            {
                var shown = await dates.LoadAsync(actor, slug, http.RequestAborted);
                return Results.Bytes(File(shown, http, clock), CalendarText.ContentType);
            }
        }
        catch (BrokenRule)
        {
            // No role in the programme, or none that reads it.
        }
        SayNothing(http);
        return Results.NotFound();
    }

    private static byte[] File(DatesAhead.Content shown, HttpContext http, TimeProvider clock)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        var site = string.Create(CultureInfo.InvariantCulture, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}");
        return Encoding.UTF8.GetBytes(CalendarText.Of(shown, site, clock.GetUtcNow().UtcDateTime));
    }

    // A program reads it, not a person: no page in words.
    private static void SayNothing(HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
    }
}
