using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What the law gives an inspection's plans time for, and which of them were sent.</summary>
/// <param name="Clocks">Those that can be counted.</param>
internal sealed record InspectionClocks(int Id, string Title, IReadOnlyList<StatutoryClock> Clocks, IReadOnlyList<InspectionClocks.SentLine> Sent)
{
    public sealed record SentLine(StatutoryPlan Plan, DateOnly SentOn, string? SourceTitle, string? SourceAddress);

    /// <summary>Of every inspection that the person may know of, and that was received or has a plan sent. One statement.</summary>
    public static async Task<List<InspectionClocks>> LoadAsync(TrackerContext db, Actor actor, int programmeId, WorkingDays days, CancellationToken cancel)
    {
        var inspections = await db.Inspections.AsNoTracking()
            .Where(inspection => inspection.ProgrammeId == programmeId && (inspection.ReceivedOn != null || inspection.SentPlans.Any(sent => sent.EndedIn == null)))
            .SeenBy(actor, programmeId)
            .OrderBy(inspection => inspection.Id)
            .Select(inspection => new
            {
                inspection.Id,
                inspection.Title,
                inspection.Kind,
                inspection.FieldworkFrom,
                inspection.ReceivedOn,
                Grades = inspection.Judgements.Where(judgement => judgement.EndedIn == null).OrderBy(judgement => judgement.JudgedArea.Order).ThenBy(judgement => judgement.JudgedArea.Name)
                    .Select(judgement => new { judgement.JudgedArea.Name, judgement.Grade }).ToList(),
                Sent = inspection.SentPlans.Where(sent => sent.EndedIn == null).OrderBy(sent => sent.Plan).Select(sent => new SentLine(sent.Plan, sent.SentOn, sent.Source!.Title, sent.Source.Address)).ToList(),
                HasPriorityArea = inspection.Findings.Any(finding => finding.EndedIn == null && finding.Kind == FindingKind.AreaForPriorityAction),
            })
            .ToListAsync(cancel);
        return inspections.ConvertAll(inspection => new InspectionClocks(inspection.Id, inspection.Title,
            [.. StatutoryClocks.Of(inspection.Kind, inspection.FieldworkFrom, StatutoryClocks.Overall(inspection.Grades.Select(one => (one.Name, one.Grade))), inspection.HasPriorityArea, inspection.ReceivedOn, days).Where(clock => clock.DueOn is not null)],
            inspection.Sent));
    }
}
