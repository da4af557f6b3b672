using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>An area for priority action that no later visit has called addressed.</summary>
public sealed record OpenPriorityArea(int ProgrammeId, int InspectionId, int FindingId);

public static class OpenPriorityAreas
{
    /// <summary>The open ones among the inspections seen, judged by the visits among them; two statements.</summary>
    public static async Task<IReadOnlyList<OpenPriorityArea>> LoadOpenPriorityAreasAsync(this TrackerContext db, IQueryable<Inspection> seen, CancellationToken cancel)
    {
        var areas = await seen.SelectMany(inspection => inspection.Findings)
            .Where(finding => finding.EndedIn == null && finding.Kind == FindingKind.AreaForPriorityAction)
            .OrderBy(finding => finding.Id)
            .Select(finding => new OpenPriorityArea(finding.Inspection.ProgrammeId, finding.InspectionId, finding.Id))
            .ToListAsync(cancel);
        var reviews = (await db.FindingReviews.AsNoTracking()
            .Where(review => review.Finding.Kind == FindingKind.AreaForPriorityAction)
            .Join(seen, review => review.VisitId, visit => visit.Id, (review, visit) => new { review.FindingId, State = new FindingState.Review(review.Outcome, visit.FieldworkFrom, review.RecordedIn) })
            .ToListAsync(cancel)).ToLookup(review => review.FindingId, review => review.State);
        return [.. areas.Where(area => FindingState.Of(reviews[area.FindingId]).IsOpen())];
    }
}
