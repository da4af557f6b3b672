using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>Closes the account of a person who has left, or opens it again. What the person did stays.</summary>
public sealed class ChangeAccess(IDbContextFactory<TrackerContext> database)
{
    public async Task ExecuteAsync(Actor actor, int personId, bool maySignIn, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, null, cancel);
        var person = await db.GetPersonAsync(personId, cancel);
        if (person.IsActive == maySignIn)
            return;
        if (maySignIn)
        {
            person.Return();
            await scope.CommitAsync($"opened the account of {person.Name} again", cancel);
            return;
        }
        if (person.Id == actor.PersonId)
            throw new BrokenRule("You cannot close your own account. Ask another administrator to do it.");
        person.Leave();
        await db.TakeLinksAsync(person.Id, cancel);
        await scope.CommitAsync($"closed the account of {person.Name}", cancel);
    }
}
