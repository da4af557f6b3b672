using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Which findings a later visit judged again between two moments, and which of these entries were taken back; only of inspections and visits that the person may know of.</summary>
internal static class ChangesOfFindings
{
    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, Actor actor, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var seen = db.Inspections.SeenBy(actor, programmeId).Select(inspection => inspection.Id);
        var reviews = await db.FindingReviews.AsNoTracking().WithTakenBack()
            .Where(review => review.RecordedIn <= upTo && review.Finding.Inspection.ProgrammeId == programmeId && seen.Contains(review.Finding.InspectionId) && seen.Contains(review.VisitId)
                && review.Finding.Reviews.Any(one => ((one.RecordedIn > after && one.RecordedIn <= upTo) || (one.EndedIn > after && one.EndedIn <= upTo)) && seen.Contains(one.VisitId)))
            .OrderBy(review => review.RecordedIn).ThenBy(review => review.Id)
            .Select(review => new
            {
                review.FindingId,
                review.Finding.InspectionId,
                review.Finding.Order,
                review.Finding.Kind,
                IsTakenOut = review.Finding.EndedIn != null,
                FindingWords = review.Finding.Words,
                Inspection = review.Finding.Inspection.Title,
                Visit = review.Visit.Title,
                VisitOn = review.Visit.Published ?? review.Visit.FieldworkFrom,
                review.Visit.FieldworkFrom,
                review.Outcome,
                review.Words,
                review.Note,
                review.RecordedIn,
                review.EndedIn,
                review.EndReason,
            })
            .ToListAsync(cancel);
        return reviews.GroupBy(review => review.FindingId).OrderBy(finding => finding.First().InspectionId).ThenBy(finding => finding.First().Order).Select(finding =>
        {
            var first = finding.First();
            string At(long moment) => FindingState.Of(finding.Where(review => AsKnown.Stood(review.RecordedIn, review.EndedIn, moment)).Select(review => new FindingState.Review(review.Outcome, review.FieldworkFrom, review.RecordedIn))).Label();
            return (ChangeTopic.Findings, new WhatChanged.Line($"{first.Kind.Label()}: {Words.Shortened(first.FindingWords, WhatChanged.MostQuoted)}", first.IsTakenOut ? $"inspections/{first.InspectionId}" : $"findings/{first.FindingId}", At(after), At(upTo),
                between.InOrder(
                    finding.Where(review => between.Has(review.RecordedIn)).Select(review => (review.RecordedIn, $"{review.Outcome.Label()}: {review.Visit}, {review.FieldworkFrom}", review.Words ?? review.Note)),
                    finding.Where(review => between.Has(review.EndedIn)).Select(review => (review.EndedIn!.Value, $"Taken back that it was {review.Outcome.Label().ToLowerInvariant()}: {review.Visit}, {review.FieldworkFrom}", review.EndReason))))
            { Note = first.Inspection });
        });
    }
}
