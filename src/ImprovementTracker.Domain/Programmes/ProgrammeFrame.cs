using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What the frame around every page of a programme shows, to anybody with a role in it; one statement.</summary>
public sealed class ProgrammeFrame(IDbContextFactory<TrackerContext> database)
{
    /// <exception cref="NotFound">There is none of that name, or the person has no role in it.</exception>
    public async Task<ProgrammeHeader> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.FindAsync(actor, slug, cancel);
    }
}
