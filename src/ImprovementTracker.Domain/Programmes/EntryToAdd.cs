using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What the form for a new entry of the timeline needs.</summary>
public sealed class EntryToAdd(IDbContextFactory<TrackerContext> database)
{
    public sealed record Form(ProgrammeHeader Programme, IReadOnlyList<SourceOption> Sources);

    public async Task<Form> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        return new Form(programme, await db.LoadSourcesAsync(programme.Id, cancel));
    }
}
