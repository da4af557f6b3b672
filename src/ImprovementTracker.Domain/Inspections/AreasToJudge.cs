using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>What the form for an inspection's grades needs: every judged area of the programme that its framework may judge, with its grade there and the aim.</summary>
public sealed class AreasToJudge(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Scale">The grades that an inspection of this kind gives; empty for one that gives none.</param>
    /// <param name="Lines">The lines as they are first shown; after those that are known the other names of its framework.</param>
    public sealed record Form(ProgrammeHeader Programme, int InspectionId, string Inspection, Visibility Visibility, IReadOnlyList<Grade> Scale, IReadOnlyList<JudgeAreas.Line> Lines)
    {
        /// <summary>The names of its framework: they need not be typed, and one that is given nothing is not entered.</summary>
        public IReadOnlyList<string> Offered { get; init; } = [];
    }

    public async Task<Form> LoadAsync(Actor actor, string slug, int inspectionId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var inspection = await db.Inspections.AsNoTracking()
            .Where(inspection => inspection.Id == inspectionId && inspection.ProgrammeId == programme.Id)
            .Select(inspection => new { inspection.Title, inspection.Kind, inspection.Visibility, inspection.FieldworkFrom })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such inspection in this programme. Choose one from the list of inspections.");
        var areas = await db.JudgedAreas.AsNoTracking()
            .Where(area => area.ProgrammeId == programme.Id)
            .OrderBy(area => area.Order).ThenBy(area => area.Name)
            .Select(area => new
            {
                area.Name,
                Aim = area.Aims.Where(aim => aim.EndedIn == null).Select(aim => new { aim.Grade, aim.By }).FirstOrDefault(),
                Grade = db.Judgements.Where(judgement => judgement.InspectionId == inspectionId && judgement.EndedIn == null && judgement.JudgedAreaId == area.Id).Select(judgement => (Grade?)judgement.Grade).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        var lines = areas.Where(area => area.Grade is not null || !GradeScale.IsOfAnother(area.Name, inspection.Kind, inspection.FieldworkFrom)).Select(area => new JudgeAreas.Line
        {
            Name = area.Name,
            Grade = area.Grade,
            AimedFor = area.Aim?.Grade,
            AimedForBy = area.Aim?.By?.ToIso(),
            Seen = JudgeAreas.Line.SeenAs(area.Grade, area.Aim?.Grade, area.Aim?.By),
        }).ToList();
        lines.AddRange(GradeScale.UsualNames(inspection.Kind, inspection.FieldworkFrom).Where(name => !areas.Exists(area => string.Equals(area.Name, name, StringComparison.OrdinalIgnoreCase)))
            .Select(name => new JudgeAreas.Line { Name = name }));
        return new Form(programme, inspectionId, inspection.Title, inspection.Visibility, GradeScale.Of(inspection.Kind), lines) { Offered = GradeScale.UsualNames(inspection.Kind, inspection.FieldworkFrom) };
    }
}
