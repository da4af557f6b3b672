using System.Linq.Expressions;
using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>Finds out who is asking: the person with the roles held at this moment.</summary>
public sealed class WhoAsks(IDbContextFactory<TrackerContext> database)
{
    /// <summary>The person as an actor; nobody when unknown or no longer active. One statement, never from a cache.</summary>
    public Task<Actor> FindAsync(int personId, CancellationToken cancel) => FindAsync(person => person.Id == personId, cancel);

    /// <summary>The same for a calendar program, which knows the secret part of the person's calendar address and nothing else.</summary>
    public Task<Actor> FindByCalendarAsync(Guid key, CancellationToken cancel) => FindAsync(person => person.CalendarKey == key, cancel);

    private async Task<Actor> FindAsync(Expression<Func<Person, bool>> who, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await db.Users.AsNoTracking()
            .Where(who)
            .Where(person => person.IsActive)
            .Select(person => new
            {
                person.Id,
                person.Name,
                Roles = person.Memberships.Where(membership => membership.EndedIn == null).Select(membership => new ActorRole(membership.ProgrammeId, membership.Role)).ToList(),
            })
            .SingleOrDefaultAsync(cancel);
        return person is null ? Actor.Nobody : Actor.Of(person.Id, person.Name, person.Roles);
    }
}
