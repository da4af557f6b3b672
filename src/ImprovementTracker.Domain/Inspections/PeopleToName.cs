using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>Somebody who may be named on an embargoed inspection.</summary>
public sealed record PersonToName(int Id, string Name, string Post);

internal static class PeopleToName
{
    /// <summary>The people of the programme whose role lets them see an embargoed inspection where they are named; one statement.</summary>
    public static async Task<List<PersonToName>> MayBeNamedAsync(this TrackerContext db, int programmeId, CancellationToken cancel)
    {
        var roles = Enum.GetValues<Role>().Where(role => Permissions.Of(role, Permission.SeeEmbargoed) == Extent.OnlyWhereNamed).ToList();
        return await db.Users.AsNoTracking()
            .Where(person => person.IsActive && person.Memberships.Any(held => held.ProgrammeId == programmeId && held.EndedIn == null && roles.Contains(held.Role)))
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new PersonToName(person.Id, person.Name, person.Post))
            .ToListAsync(cancel);
    }
}
