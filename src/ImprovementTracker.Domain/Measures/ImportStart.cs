using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Where an import begins: the person's files that wait to be gone on with, and what an import just recorded.</summary>
public sealed class ImportStart(IDbContextFactory<TrackerContext> database)
{
    public sealed record Waiting(int Id, string Name, DateTime UploadedAt);

    /// <param name="Done">What was done, without its subject; null where nothing was asked about.</param>
    public sealed record Shown(ProgrammeHeader Programme, IReadOnlyList<Waiting> Files, string? Done);

    /// <summary>Three statements.</summary>
    /// <param name="submission">The mark of an import that has just ended.</param>
    public async Task<Shown> LoadAsync(Actor actor, string slug, Guid? submission, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var files = await OpenImport.Own(db, programme.Id, actor).AsNoTracking()
            .OrderByDescending(file => file.UploadedAt).ThenByDescending(file => file.Id)
            .Select(file => new Waiting(file.Id, file.Name, file.UploadedAt))
            .ToListAsync(cancel);
        var done = submission is null ? null : await db.Changes.AsNoTracking()
            .Where(change => change.ProgrammeId == programme.Id && change.PersonId == actor.PersonId && change.Submission == submission)
            .Select(change => change.What)
            .SingleOrDefaultAsync(cancel);
        return new(programme, files, done);
    }
}
