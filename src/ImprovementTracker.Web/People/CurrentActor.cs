using System.Globalization;
using System.Security.Claims;
using ImprovementTracker.Domain.People;

namespace ImprovementTracker.Web.People;

/// <summary>Who is asking in this request; found once, from the database, never from the cookie's own words.</summary>
public sealed class CurrentActor(IHttpContextAccessor http, WhoAsks who)
{
    private Task<Actor>? _actor;

    public Task<Actor> GetAsync() => _actor ??= FindAsync();

    private async Task<Actor> FindAsync()
    {
        var context = http.HttpContext;
        return int.TryParse(context?.User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await who.FindAsync(id, context!.RequestAborted)
            : Actor.Nobody;
    }
}
