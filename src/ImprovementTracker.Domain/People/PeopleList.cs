using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>A role as the list of people shows it.</summary>
/// <param name="Programme">Null for the administrator of the whole installation.</param>
public sealed record HeldRole(int MembershipId, Role Role, string? Programme);

/// <summary>A person as the administrator sees them.</summary>
/// <param name="HasPassword">False until the person has used the one-time link.</param>
public sealed record ListedPerson(int Id, string Name, string Post, string Email, bool IsActive, bool IsDemonstration, bool HasPassword, IReadOnlyList<HeldRole> Roles);

/// <summary>A programme in which a role can be given.</summary>
public sealed record ProgrammeChoice(int Id, string Name);

/// <summary>Everybody who may sign in or could once, with their roles, for the administrator.</summary>
public sealed record PeopleListPage(IReadOnlyList<ListedPerson> People, IReadOnlyList<ProgrammeChoice> Programmes);

/// <summary>Reads the list of people; two statements.</summary>
public sealed class PeopleList(IDbContextFactory<TrackerContext> database)
{
    public async Task<PeopleListPage> LoadAsync(Actor actor, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programmes = await db.Programmes.AsNoTracking()
            .OrderBy(programme => programme.Authority).ThenBy(programme => programme.Name)
            .Select(programme => new ProgrammeChoice(programme.Id, programme.Authority + ": " + programme.Name))
            .ToListAsync(cancel);
        var people = await db.Users.AsNoTracking()
            .OrderByDescending(person => person.IsActive).ThenBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Post,
                person.Email,
                person.IsActive,
                person.IsDemonstration,
                HasPassword = person.PasswordHash != null,
                Roles = person.Memberships.Where(membership => membership.EndedIn == null).Select(membership => new { membership.Id, membership.Role, membership.ProgrammeId }).ToList(),
            })
            .ToListAsync(cancel);

        var names = programmes.ToDictionary(programme => programme.Id, programme => programme.Name);
        return new(
            [.. people.Select(person => new ListedPerson(person.Id, person.Name, person.Post, person.Email ?? "", person.IsActive, person.IsDemonstration, person.HasPassword,
                [.. person.Roles.OrderBy(role => role.Role).ThenBy(role => role.Id).Select(role => new HeldRole(role.Id, role.Role, role.ProgrammeId is { } id ? names[id] : null))]))],
            programmes);
    }
}
