using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>The programme's inspections that a person may know of, latest first, each with what was found and what is still open.</summary>
public sealed class InspectionList(IDbContextFactory<TrackerContext> database)
{
    public sealed record KindCount(FindingKind Kind, int Count);

    /// <summary>13 of 33 judged areas inadequate.</summary>
    public sealed record Tally(int Count, int OutOf, Grade Grade);

    /// <param name="Grades">How many judged areas have a grade.</param>
    /// <param name="OpenPriorityAreas">Areas for priority action that no later visit has called addressed.</param>
    public sealed record Line(
        int Id,
        string Title,
        InspectionKind Kind,
        string Inspectorate,
        KnownDate FieldworkFrom,
        KnownDate? FieldworkTo,
        KnownDate? Published,
        Visibility Visibility,
        Tally? Tally,
        int Grades,
        IReadOnlyList<KindCount> Findings,
        int OpenPriorityAreas);

    public sealed record Content(ProgrammeHeader Programme, IReadOnlyList<Line> Lines, bool MayEnter);

    public async Task<Content> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var seen = db.Inspections.AsNoTracking().Where(inspection => inspection.ProgrammeId == programme.Id).SeenBy(actor, programme.Id);

        var inspections = await seen.OrderByDescending(inspection => inspection.FieldworkFrom).ThenByDescending(inspection => inspection.Id)
            .Select(inspection => new
            {
                inspection.Id,
                inspection.Title,
                inspection.Kind,
                inspection.Inspectorate,
                inspection.FieldworkFrom,
                inspection.FieldworkTo,
                inspection.Published,
                inspection.Visibility,
                inspection.TallyCount,
                inspection.TallyOutOf,
                inspection.TallyGrade,
                Grades = inspection.Judgements.Count(judgement => judgement.EndedIn == null),
            })
            .ToListAsync(cancel);
        var found = (await seen.SelectMany(inspection => inspection.Findings)
            .Where(finding => finding.EndedIn == null)
            .GroupBy(finding => new { finding.InspectionId, finding.Kind })
            .Select(group => new { group.Key.InspectionId, group.Key.Kind, Count = group.Count() })
            .ToListAsync(cancel)).ToLookup(group => group.InspectionId);
        var open = (await db.LoadOpenPriorityAreasAsync(seen, cancel)).ToLookup(area => area.InspectionId);

        var lines = inspections.Select(inspection => new Line(inspection.Id, inspection.Title, inspection.Kind, inspection.Inspectorate,
            inspection.FieldworkFrom, inspection.FieldworkTo, inspection.Published, inspection.Visibility,
            inspection is { TallyCount: { } count, TallyOutOf: { } outOf, TallyGrade: { } grade } ? new Tally(count, outOf, grade) : null, inspection.Grades,
            [.. found[inspection.Id].OrderBy(group => group.Kind).Select(group => new KindCount(group.Kind, group.Count))], open[inspection.Id].Count()));
        return new Content(programme, [.. lines], actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes);
    }
}
