using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>An entry of the timeline as the form shows it that takes it back.</summary>
public sealed class EntryToTakeBack(IDbContextFactory<TrackerContext> database)
{
    internal const string Missing = "There is no such entry of the timeline in this programme. Choose one from the timeline.";

    public sealed record Form(ProgrammeHeader Programme, KnownDate On, string Sentence, bool IsTakenBack);

    /// <exception cref="NotFound">There is none.</exception>
    public async Task<Form> LoadAsync(Actor actor, string slug, int entryId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var entry = await db.TimelineEntries.AsNoTracking().WithTakenBack()
            .Where(entry => entry.Id == entryId && entry.ProgrammeId == programme.Id)
            .Select(entry => new { entry.On, entry.Sentence, IsTakenBack = entry.EndedIn != null })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound(Missing);
        return new Form(programme, entry.On, entry.Sentence, entry.IsTakenBack);
    }
}
