using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>The programmes that a person has a role in, each with what matters most; an administrator sees the others by name.</summary>
public sealed class ProgrammeList(IDbContextFactory<TrackerContext> database)
{
    /// <summary>The latest inspection that the person may know of; a peer challenge is none.</summary>
    public sealed record LastInspection(int Id, string Title, KnownDate On);

    /// <param name="IsByNameOnly">An administrator without a role in it: name and setting up, nothing of what was found.</param>
    /// <param name="State">Null where none is recorded, or it is shown by name only.</param>
    public sealed record Line(
        string Slug,
        string Authority,
        string Name,
        InterventionKind Intervention,
        KnownDate? IntervenedOn,
        bool IsByNameOnly,
        LifecycleState? State,
        int OpenPriorityAreas,
        LastInspection? LastInspection);

    public sealed record Content(IReadOnlyList<Line> Lines, bool MayStart);

    public async Task<Content> LoadAsync(Actor actor, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var held = actor.Roles.Where(role => role.ProgrammeId is not null).Select(role => role.ProgrammeId!.Value).Distinct().ToList();
        var programmes = await db.Programmes.AsNoTracking()
            .Where(programme => actor.IsAdministrator || held.Contains(programme.Id))
            .OrderBy(programme => programme.Authority).ThenBy(programme => programme.StartsOn).ThenBy(programme => programme.Id)
            .Select(programme => new
            {
                programme.Id,
                programme.Slug,
                programme.Authority,
                programme.Name,
                programme.Intervention,
                programme.IntervenedOn,
                State = programme.Statuses.OrderByDescending(status => status.Since).ThenByDescending(status => status.RecordedIn).Select(status => (LifecycleState?)status.State).FirstOrDefault(),
            })
            .ToListAsync(cancel);

        List<int> read = [.. programmes.Select(programme => programme.Id).Where(id => actor.May(Permission.ReadPublished, id) == Extent.Yes)];
        var seen = db.Inspections.AsNoTracking().SeenBy(actor, read);
        var last = (await seen.Where(inspection => inspection.Kind != InspectionKind.PeerChallenge).Select(inspection => new { inspection.ProgrammeId, inspection.Id, inspection.Title, inspection.FieldworkFrom }).ToListAsync(cancel))
            .GroupBy(inspection => inspection.ProgrammeId)
            .ToDictionary(group => group.Key, group => group.OrderBy(inspection => inspection.FieldworkFrom).ThenBy(inspection => inspection.Id).Last());
        var open = (await db.LoadOpenPriorityAreasAsync(seen, cancel)).CountBy(area => area.ProgrammeId).ToDictionary();

        var lines = programmes.Select(programme =>
        {
            var isRead = read.Contains(programme.Id);
            var inspection = last.GetValueOrDefault(programme.Id);
            return new Line(programme.Slug, programme.Authority, programme.Name, programme.Intervention, programme.IntervenedOn, !isRead, isRead ? programme.State : null,
                open.GetValueOrDefault(programme.Id), inspection is null ? null : new LastInspection(inspection.Id, inspection.Title, inspection.FieldworkFrom));
        });
        return new Content([.. lines], CreateProgramme.IsFor(actor));
    }
}
