using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>One of the invented people, whom anybody may sign in as where the demonstration is on.</summary>
public sealed record DemonstrationPerson(int Id, string Name, string Post, IReadOnlyList<Role> Roles);

/// <summary>The invented people of the demonstration; none where the database is not marked as one.</summary>
public sealed class DemonstrationPeople(IDbContextFactory<TrackerContext> database)
{
    public async Task<IReadOnlyList<DemonstrationPerson>> LoadAsync(Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await database.CreateDbContextAsync(cancel);
        var people = await db.Users.AsNoTracking()
            .Where(person => person.IsDemonstration && person.IsActive && db.InstallationMarks.Any(mark => mark.Name == InstallationMark.Demonstration))
            .OrderBy(person => person.Id)
            .Select(person => new { person.Id, person.Name, person.Post, Roles = person.Memberships.Where(membership => membership.EndedIn == null).Select(membership => membership.Role).ToList() })
            .ToListAsync(cancel);
        return [.. people.Select(person => new DemonstrationPerson(person.Id, person.Name, person.Post, [.. person.Roles.Distinct().Order()]))];
    }
}
