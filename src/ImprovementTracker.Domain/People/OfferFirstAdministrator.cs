using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>While nobody administers the installation, gives out the one link with which the first administrator sets a password.</summary>
public sealed class OfferFirstAdministrator(IDbContextFactory<TrackerContext> database)
{
    /// <summary>A new link, which ends the one given out before; null once there is an administrator.</summary>
    public async Task<OneTimeLink?> ExecuteAsync(Actor actor, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, null, cancel);
        var mark = await db.InstallationMarks.SingleOrDefaultAsync(mark => mark.Name == InstallationMark.FirstAdministrator, cancel);
        if (await db.HasAdministratorAsync(cancel))
            return null;

        var link = OneTimeLink.New(db.Clock.GetUtcNow().UtcDateTime);
        if (mark is null)
            db.InstallationMarks.Add(mark = new InstallationMark(InstallationMark.FirstAdministrator, ""));
        mark.Value = $"{link.Hash} {OneTimeLink.ToText(link.EndsAt)}";
        await scope.CommitAsync("offered the first administrator's link", cancel);
        return link;
    }
}
