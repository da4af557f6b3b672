using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

public static class WorkingDaysInForce
{
    /// <summary>England's working days without those that an administrator has added; one statement.</summary>
    public static async Task<WorkingDays> LoadWorkingDaysAsync(this TrackerContext db, CancellationToken cancel) =>
        new(await db.NonWorkingDays.AsNoTracking().Where(day => day.EndedIn == null).Select(day => day.Day).ToListAsync(cancel));
}
