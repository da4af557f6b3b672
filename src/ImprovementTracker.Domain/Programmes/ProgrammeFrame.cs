using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What the frame around every page of a programme shows: its name, and how far the person may go in it.</summary>
public sealed class ProgrammeFrame(IDbContextFactory<TrackerContext> database)
{
    /// <param name="MayReadPlan">The plan and everything provisional.</param>
    /// <param name="MayReadPublished">What is approved and published.</param>
    /// <param name="MayUpdateActions">At least those led or accountable for.</param>
    public sealed record Content(string Slug, string Title, InterventionKind Intervention, bool MayReadPlan, bool MayReadPublished, bool MayUpdateActions, bool MayRecordValues, bool MayWriteReports, bool MayManageAreas);

    /// <summary>One statement.</summary>
    /// <exception cref="NotFound">There is no such programme, or not for this person.</exception>
    public async Task<Content> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, slug, cancel);
        bool May(Permission permission) => actor.May(permission, programme.Id) != Extent.No;
        return new(programme.Slug, programme.Title, programme.Intervention, May(Permission.ReadProgramme), May(Permission.ReadPublished), May(Permission.UpdateAction), May(Permission.RecordValues), May(Permission.WriteReport), May(Permission.ManageAreas));
    }
}
