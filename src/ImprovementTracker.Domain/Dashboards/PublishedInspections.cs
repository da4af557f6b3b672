using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>
/// Which inspections of a programme were published by the end of an interval, and with which change each was. What hangs on
/// an inspection is told as changed from its publication on, however early it was entered: so the same days give the same
/// answer before and after, and what was entered under embargo is told once, when people learn of it.
/// </summary>
/// <param name="In">The change that published each: the last before which it was not published, or the one that entered it so.</param>
internal sealed record PublishedInspections(IReadOnlyDictionary<int, long> In, ChangesBetween Between)
{
    /// <summary>All of them, for the database.</summary>
    public IReadOnlyList<int> Ids { get; } = [.. In.Keys];

    /// <summary>Those published in the interval.</summary>
    public IReadOnlyList<int> Fresh { get; } = [.. In.Where(pair => Between.Has(pair.Value)).Select(pair => pair.Key)];

    /// <summary>A published inspection, with the change that published it.</summary>
    internal sealed record Publication
    {
        public required int Id { get; init; }
        public required Change Change { get; init; }
    }

    /// <summary>For the database.</summary>
    public static IQueryable<Publication> Changes(TrackerContext db, int programmeId) => db.Inspections.AsNoTracking()
        .Where(inspection => inspection.ProgrammeId == programmeId && inspection.Visibility == Visibility.Published)
        .Join(db.Changes,
            inspection => inspection.Corrections.Where(before => before.Visibility != Visibility.Published).Max(before => (long?)before.RecordedIn) ?? inspection.AddedIn,
            change => change.Sequence,
            (inspection, change) => new Publication { Id = inspection.Id, Change = change });

    /// <summary>From which change on something that hangs on these inspections is told.</summary>
    public long Told(long recordedIn, params ReadOnlySpan<int> inspections)
    {
        foreach (var inspection in inspections)
            recordedIn = Math.Max(recordedIn, In[inspection]);
        return recordedIn;
    }
}
