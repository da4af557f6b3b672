using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A statistics file that the person has chosen to import, and whether the programme can be compared.</summary>
public sealed class StatisticsFile(IDbContextFactory<TrackerContext> database)
{
    public sealed record Kept(string Name, byte[] Content);

    /// <param name="AuthorityCode">Null while the programme has none: nothing can be imported.</param>
    /// <param name="File">Null where no number was asked for.</param>
    /// <param name="Sources">The programme's documents, of which one may be the release that the file is of.</param>
    public sealed record Shown(ProgrammeHeader Programme, string? AuthorityCode, Kept? File, IReadOnlyList<SourceOption> Sources);

    /// <exception cref="NotFound">The file was replaced by another, or is somebody else's.</exception>
    public async Task<Shown> LoadAsync(Actor actor, string slug, int? fileId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var code = await db.Programmes.AsNoTracking().Where(one => one.Id == programme.Id).Select(one => one.AuthorityCode).SingleAsync(cancel);
        var file = fileId is null ? null
            : await db.ImportFiles.AsNoTracking()
                .Where(kept => kept.Id == fileId && kept.ProgrammeId == programme.Id && kept.PersonId == actor.PersonId && kept.Mapping == KeepStatisticsFile.Purpose)
                .Select(kept => new Kept(kept.Name, kept.Content))
                .SingleOrDefaultAsync(cancel)
            ?? throw new NotFound("That file is no longer kept: another was chosen since. Choose the file again.");
        return new(programme, code, file, await db.SourcesSeenBy(actor, programme.Id).LoadAsOptionsAsync(cancel));
    }
}
