using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>Gives a person a new link to set a password: the first one went astray, or the password was forgotten.</summary>
public sealed class GiveLink(IDbContextFactory<TrackerContext> database)
{
    public async Task<OneTimeLink> ExecuteAsync(Actor actor, int personId, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, null, cancel);
        var person = await db.GetPersonAsync(personId, cancel);
        if (!person.IsActive)
            throw new BrokenRule($"{person.Name} may not sign in. Open the account again first.");
        if (person.IsDemonstration)
            throw new BrokenRule("The people of the demonstration sign in without a password.");

        var link = await db.GiveLinkAsync(person, db.Clock.GetUtcNow().UtcDateTime, cancel);
        await scope.CommitAsync($"gave {person.Name} a link to set a password", cancel);
        return link;
    }
}
