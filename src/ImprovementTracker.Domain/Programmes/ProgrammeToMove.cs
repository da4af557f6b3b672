using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What the form that moves a programme needs: where it stands, what may follow, and the documents.</summary>
public sealed class ProgrammeToMove(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Since">Null where no state is recorded yet.</param>
    /// <param name="Next">What may follow; empty at the end of its life.</param>
    public sealed record Form(ProgrammeHeader Programme, LifecycleState State, KnownDate? Since, IReadOnlyList<LifecycleState> Next, IReadOnlyList<SourceOption> Sources, MoveProgramme.Input Input);

    public async Task<Form> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var now = await db.Programmes.AsNoTracking()
            .Where(one => one.Id == programme.Id)
            .Select(one => new
            {
                one.Version,
                State = one.Statuses.OrderByDescending(status => status.RecordedIn).Select(status => (LifecycleState?)status.State).FirstOrDefault(),
                Since = one.Statuses.OrderByDescending(status => status.RecordedIn).Select(status => (KnownDate?)status.Since).FirstOrDefault(),
            })
            .SingleAsync(cancel);
        var state = now.State ?? LifecycleMoves.Unrecorded(programme.Intervention);
        return new Form(programme, state, now.Since, LifecycleMoves.Next(now.State, programme.Intervention), await db.LoadSourcesAsync(programme.Id, cancel), new() { Programme = slug, Version = now.Version });
    }
}
