using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The figures of one month, as approving and unlocking find them.</summary>
internal static class MonthInDatabase
{
    /// <param name="code">The only measure wanted; null or empty, as a form sends it, for all of the programme.</param>
    public static IQueryable<Observation> OfMonth(this IQueryable<Observation> observations, int programmeId, Month month, string? code)
    {
        code = string.IsNullOrEmpty(code) ? null : code;
        return observations.Where(observation => observation.Measure.ProgrammeId == programmeId && observation.Month == month && observation.Period == observation.Measure.Period && (code == null || observation.Measure.Code == code));
    }

    /// <summary>Those whose current revision stands so, with that revision alone.</summary>
    public static Task<List<Observation>> StandingAsync(this IQueryable<Observation> observations, ValueStatus status, CancellationToken cancel) => observations
        .Where(observation => observation.Revisions.Any(revision => revision.SupersededIn == null && revision.Status == status))
        .Include(observation => observation.Revisions.Where(revision => revision.SupersededIn == null)).ThenInclude(revision => revision.Source)
        .ToListAsync(cancel);

    /// <summary>Those of the changes by which the current figures were entered that the person made.</summary>
    public static async Task<HashSet<long>> OwnEntriesAsync(this TrackerContext db, Actor actor, List<Observation> observations, CancellationToken cancel)
    {
        if (actor.PersonId is not { } person)
            return [];
        var entered = observations.Select(observation => observation.Revisions.Single().EnteredIn).Distinct().ToList();
        return [.. await db.Changes.Where(change => entered.Contains(change.Sequence) && change.PersonId == person).Select(change => change.Sequence).ToListAsync(cancel)];
    }
}
