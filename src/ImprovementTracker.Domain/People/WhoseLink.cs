using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>Whom a one-time link was given to: what the page behind it has to ask for.</summary>
/// <param name="Name">Empty for the first administrator, whom nobody has named yet.</param>
public sealed record LinkHolder(bool IsFirstAdministrator, string Name, string Email);

/// <summary>Finds out whose one-time link this is; the link is the permission.</summary>
public sealed class WhoseLink(IDbContextFactory<TrackerContext> database)
{
    /// <summary>Null when the link is unknown, has been used or is older than a day.</summary>
    public async Task<LinkHolder?> LoadAsync(Actor actor, string? link, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateDbContextAsync(cancel);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        if (await db.IsFirstAdministratorsLinkAsync(link, now, cancel))
            return await db.HasAdministratorAsync(cancel) ? null : new LinkHolder(true, "", "");
        if (await db.FindLinkAsync(link, now, cancel) is not { } personId)
            return null;
        return await db.Users.AsNoTracking()
            .Where(person => person.Id == personId && person.IsActive)
            .Select(person => new LinkHolder(false, person.Name, person.Email!))
            .SingleOrDefaultAsync(cancel);
    }
}
