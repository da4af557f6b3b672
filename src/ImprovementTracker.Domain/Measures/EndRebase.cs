using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Takes back a rebase: the limits run through that month again. Who made it, when and why stays known.</summary>
public sealed class EndRebase(IDbContextFactory<TrackerContext> database)
{
    public async Task ExecuteAsync(Actor actor, string slug, int rebaseId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, null, cancel);
        var rebase = await db.Rebases.Include(rebase => rebase.Measure)
            .SingleOrDefaultAsync(rebase => rebase.Id == rebaseId && rebase.Measure.ProgrammeId == programme.Id, cancel) ?? throw new NotFound("There is no such rebase in this programme.");
        if (rebase.EndedIn is not null)
            return;
        rebase.End(scope.Change);
        await scope.CommitAsync($"took back the rebase of {rebase.Measure.Name} from {rebase.From} on", cancel);
    }
}
