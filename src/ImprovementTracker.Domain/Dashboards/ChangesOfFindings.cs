using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Which findings a later visit judged again between two moments, and which of these entries were taken back; only of inspections and visits that are published, and from then on.</summary>
internal static class ChangesOfFindings
{
    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, int programmeId, PublishedInspections published, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var (shown, fresh) = (published.Ids, published.Fresh);
        var found = await db.FindingReviews.AsNoTracking().WithTakenBack()
            .Where(review => review.RecordedIn <= upTo && review.Finding.Inspection.ProgrammeId == programmeId && shown.Contains(review.Finding.InspectionId) && shown.Contains(review.VisitId)
                && (fresh.Contains(review.Finding.InspectionId) || review.Finding.Reviews.Any(one => one.RecordedIn <= upTo && (one.RecordedIn > after || (one.EndedIn > after && one.EndedIn <= upTo) || fresh.Contains(one.VisitId)) && shown.Contains(one.VisitId))))
            .OrderBy(review => review.RecordedIn).ThenBy(review => review.Id)
            .Select(review => new
            {
                review.FindingId,
                review.VisitId,
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
        return found.Select(review => (Review: review, In: published.Told(review.RecordedIn, review.VisitId, review.InspectionId)))
            // What was taken back before it was published was never told.
            .Where(one => one.Review.EndedIn is null || one.Review.EndedIn > one.In)
            .GroupBy(one => one.Review.FindingId)
            .Where(finding => finding.Any(one => between.Has(one.In) || between.Has(one.Review.EndedIn)))
            .OrderBy(finding => finding.First().Review.InspectionId).ThenBy(finding => finding.First().Review.Order).Select(finding =>
        {
            var first = finding.First().Review;
            string At(long moment) => FindingState.Of(finding.Where(one => AsKnown.Stood(one.In, one.Review.EndedIn, moment)).Select(one => new FindingState.Review(one.Review.Outcome, one.Review.FieldworkFrom, one.Review.RecordedIn))).Label();
            return (ChangeTopic.Findings, new WhatChanged.Line($"{first.Kind.Label()}: {Words.Shortened(first.FindingWords, WhatChanged.MostQuoted)}", first.IsTakenOut ? $"inspections/{first.InspectionId}" : $"findings/{first.FindingId}", At(after), At(upTo),
                between.InOrder(
                    finding.Where(one => between.Has(one.In)).Select(one => (one.In, $"{one.Review.Outcome.Label()}: {one.Review.Visit}, {one.Review.FieldworkFrom}", one.Review.Words ?? one.Review.Note)),
                    finding.Where(one => between.Has(one.Review.EndedIn)).Select(one => (one.Review.EndedIn!.Value, $"Taken back that it was {one.Review.Outcome.Label().ToLowerInvariant()}: {one.Review.Visit}, {one.Review.FieldworkFrom}", one.Review.EndReason))))
            { Note = first.Inspection });
        });
    }
}
