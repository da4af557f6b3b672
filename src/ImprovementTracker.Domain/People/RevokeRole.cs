using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>Takes a role from a person; that it was held stays in the history.</summary>
public sealed class RevokeRole(IDbContextFactory<TrackerContext> database)
{
    public async Task ExecuteAsync(Actor actor, int membershipId, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await using var db = await database.CreateDbContextAsync(cancel);
        var found = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(membership => membership.Id == membershipId, cancel)
            ?? throw new NotFound("There is no such role. Open the list of people again.");

        await using var scope = await db.StartChangeAsync(actor, found.ProgrammeId, null, cancel);
        var membership = await db.Memberships.Include(membership => membership.Person).SingleAsync(membership => membership.Id == membershipId, cancel);
        if (membership.EndedIn is not null)
            return;
        if (membership.Role == Role.Administrator && !await db.Memberships.AnyAsync(
            other => other.Id != membershipId && other.Role == Role.Administrator && other.EndedIn == null && other.Person.IsActive, cancel))
        {
            throw new BrokenRule("The installation needs an administrator. Make another person administrator first.");
        }

        membership.End(scope.Change);
        await scope.CommitAsync($"took from {membership.Person.Name} the role {membership.Role.Label().ToLower(Words.British)}", cancel);
    }
}
