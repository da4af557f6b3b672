using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A person who may own a measure, or owns it.</summary>
public sealed record OwnerChoice(int Id, string Name, string Post)
{
    /// <summary>The name, for a list; for those who see only what is published the post.</summary>
    public string InShort(bool publishedOnly) => publishedOnly ? Post : Name;

    /// <summary>Name and post; for those who see only what is published the post alone.</summary>
    public string Shown(bool publishedOnly) => Post.Length == 0 ? publishedOnly ? "" : Name : publishedOnly ? Post : $"{Name}, {Post}";
}

/// <summary>Who may own a measure: whoever has a role in the programme. Somebody who owned it before may keep it without one.</summary>
internal static class OwnerChoices
{
    /// <param name="present">Those who own measures now, with or without a role.</param>
    public static async Task<IReadOnlyList<OwnerChoice>> LoadOwnerChoicesAsync(this TrackerContext db, int programmeId, IEnumerable<int?> present, CancellationToken cancel)
    {
        var owners = present.OfType<int>().Distinct().ToList();
        return await db.Users.AsNoTracking()
            .Where(person => owners.Contains(person.Id)
                || (person.IsActive && person.Memberships.Any(membership => membership.EndedIn == null && membership.ProgrammeId == programmeId)))
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new OwnerChoice(person.Id, person.Name, person.Post))
            .ToListAsync(cancel);
    }

    /// <summary>Those of the people wanted who have a role in the programme.</summary>
    public static Task<Dictionary<int, Person>> LoadPossibleOwnersAsync(this TrackerContext db, int programmeId, IEnumerable<int?> wanted, CancellationToken cancel)
    {
        var people = wanted.OfType<int>().Distinct().ToList();
        return db.Users
            .Where(person => people.Contains(person.Id) && person.IsActive && person.Memberships.Any(membership => membership.EndedIn == null && membership.ProgrammeId == programmeId))
            .ToDictionaryAsync(person => person.Id, cancel);
    }

    internal const string NoRole = "This person has no role in the programme any more. Choose another.";

    /// <summary>Owner now Ann Smith, before nobody.</summary>
    public static string Handover(Person? before, Person? now) => $"owner now {now?.Name ?? "nobody"}, before {before?.Name ?? "nobody"}";
}
