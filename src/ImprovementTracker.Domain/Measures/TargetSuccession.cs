using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Follows a target through its changes: each ends it as it stood and starts another in the same change.</summary>
internal static class TargetSuccession
{
    /// <summary>What stands now of the target that had this number once; null where there never was one. One statement.</summary>
    public static async Task<int?> FindStandingTargetAsync(this TrackerContext db, int measureId, int targetId, CancellationToken cancel)
    {
        var all = await db.Targets.AsNoTracking().Where(target => target.MeasureId == measureId)
            .Select(target => new { target.Id, target.AddedIn, target.EndedIn }).ToListAsync(cancel);
        var found = all.Find(target => target.Id == targetId);
        while (found is { EndedIn: { } ended })
            found = all.Find(target => target.AddedIn == ended);
        return found?.Id;
    }
}
