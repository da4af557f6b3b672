using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What inspectors graded, at each inspection in the order of their dates, beside the grade aimed for. A blank is legitimate.</summary>
public sealed class JudgedAreas(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Tally">As stated, where the grades themselves are not known.</param>
    /// <param name="TallySource">The tally's own document with its paragraph; empty where it is the inspection's.</param>
    public sealed record Column(int InspectionId, string Title, KnownDate On, Visibility Visibility, InspectionList.Tally? Tally, string? Note, string? SourceTitle, string? SourceAddress, string TallySource = "", string? TallySourceAddress = null);

    /// <param name="Grades">One for each column; null where the area was not judged or its grade is not known.</param>
    public sealed record Row(string Name, IReadOnlyList<Grade?> Grades, Grade? AimedFor, Month? AimedForBy, bool AimIsIllustrative);

    public sealed record Content(ProgrammeHeader Programme, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, bool MayEnter);

    public async Task<Content> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var seen = db.Inspections.AsNoTracking().Where(inspection => inspection.ProgrammeId == programme.Id).SeenBy(actor, programme.Id);

        var columns = await seen.Where(inspection => inspection.TallyGrade != null || inspection.Judgements.Any(judgement => judgement.EndedIn == null))
            .OrderBy(inspection => inspection.FieldworkFrom).ThenBy(inspection => inspection.Id)
            .Select(inspection => new
            {
                inspection.Id,
                inspection.Title,
                inspection.FieldworkFrom,
                inspection.Visibility,
                inspection.TallyCount,
                inspection.TallyOutOf,
                inspection.TallyGrade,
                TallySource = (string?)inspection.TallySource!.Title,
                TallySourceAddress = inspection.TallySource!.Address,
                inspection.TallyParagraph,
                inspection.Note,
                SourceTitle = (string?)inspection.Source!.Title,
                SourceAddress = inspection.Source!.Address,
            })
            .ToListAsync(cancel);
        var judgements = (await seen.SelectMany(inspection => inspection.Judgements)
            .Where(judgement => judgement.EndedIn == null)
            .Select(judgement => new { judgement.InspectionId, judgement.JudgedAreaId, judgement.Grade })
            .ToListAsync(cancel)).ToDictionary(judgement => (judgement.JudgedAreaId, judgement.InspectionId), judgement => judgement.Grade);
        // An area first heard of in an inspection not to be known of would give that inspection away.
        var areas = await db.JudgedAreas.AsNoTracking()
            .Where(area => area.ProgrammeId == programme.Id
                && (!db.Judgements.Any(judgement => judgement.EndedIn == null && judgement.JudgedAreaId == area.Id)
                    || area.Aims.Any(aim => !db.Judgements.Any(judgement => judgement.JudgedAreaId == area.Id && judgement.AddedIn <= aim.AddedIn))
                    || seen.Any(inspection => inspection.Judgements.Any(judgement => judgement.EndedIn == null && judgement.JudgedAreaId == area.Id))))
            .OrderBy(area => area.Order).ThenBy(area => area.Name)
            .Select(area => new { area.Id, area.Name, Aim = area.Aims.Where(aim => aim.EndedIn == null).Select(aim => new { aim.Grade, aim.By, aim.IsIllustrative }).FirstOrDefault() })
            .ToListAsync(cancel);

        return new Content(programme,
            [.. columns.Select(column => new Column(column.Id, column.Title, column.FieldworkFrom, column.Visibility,
                column is { TallyCount: { } count, TallyOutOf: { } outOf, TallyGrade: { } grade } ? new InspectionList.Tally(count, outOf, grade) : null, column.Note, column.SourceTitle, column.SourceAddress,
                Words.Cite(column.TallySource, column.TallyParagraph), column.TallySourceAddress))],
            [.. areas.Select(area => new Row(area.Name,
                [.. columns.Select(column => judgements.TryGetValue((area.Id, column.Id), out var grade) ? grade : (Grade?)null)], area.Aim?.Grade, area.Aim?.By, area.Aim?.IsIllustrative ?? false))],
            actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes);
    }
}
