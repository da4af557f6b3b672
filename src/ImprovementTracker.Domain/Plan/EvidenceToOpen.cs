using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>A file of evidence, for those who may see the programme's plan.</summary>
public sealed class EvidenceToOpen(IDbContextFactory<TrackerContext> database)
{
    public sealed record Shown(string FileName, string ContentType, byte[] Content);

    /// <exception cref="NotFound">There is no such file in this programme.</exception>
    public async Task<Shown> LoadAsync(Actor actor, string slug, int evidenceId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        return await db.Evidence.AsNoTracking()
            .Where(evidence => evidence.Id == evidenceId && evidence.Action.ProgrammeId == programme.Id && evidence.FileHash != null)
            .Select(evidence => new Shown(evidence.FileName!, evidence.File!.ContentType, evidence.File.Content))
            .SingleOrDefaultAsync(cancel)
            ?? throw new NotFound("There is no such file in this programme. Open the action again.");
    }
}
