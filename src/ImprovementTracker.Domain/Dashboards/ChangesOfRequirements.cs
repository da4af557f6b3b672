using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Which requirements of the notice were judged between two moments, of which a judgement was taken back, which were added and which are no longer asked.</summary>
internal static class ChangesOfRequirements
{
    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var reviews = db.RequirementReviews.WithTakenBack();
        var rows = await db.Requirements.AsNoTracking()
            .Where(one => one.ProgrammeId == programmeId && ((one.AddedIn > after && one.AddedIn <= upTo) || (one.EndedIn > after && one.EndedIn <= upTo)
                || reviews.Any(review => review.RequirementId == one.Id && ((review.RecordedIn > after && review.RecordedIn <= upTo) || (review.EndedIn > after && review.EndedIn <= upTo)))))
            .OrderBy(one => one.Reference.Length).ThenBy(one => one.Reference)
            .Select(one => new
            {
                one.Reference,
                one.Words,
                one.IsIllustrative,
                one.AddedIn,
                one.EndedIn,
                Reviews = reviews.Where(review => review.RequirementId == one.Id && review.RecordedIn <= upTo).OrderBy(review => review.Id).Select(review => new { review.IsMet, review.On, review.Said, review.RecordedIn, review.EndedIn, review.EndReason }).ToList(),
            })
            .ToListAsync(cancel);
        return rows.Select(row =>
        {
            string At(long moment) => row.AddedIn > moment ? "" : row.EndedIn <= moment ? "No longer asked"
                : row.Reviews.Where(review => AsKnown.Stood(review.RecordedIn, review.EndedIn, moment)).OrderBy(review => review.On).ThenBy(review => review.RecordedIn).LastOrDefault() is not { } last ? "Not judged" : Judged(last.IsMet);
            return (ChangeTopic.Requirements, new WhatChanged.Line($"{row.Reference}: {Words.Shortened(row.Words, WhatChanged.MostQuoted)}", "notice", At(after), At(upTo), between.InOrder(
                row.Reviews.Where(review => between.Has(review.RecordedIn)).Select(review => (review.RecordedIn, $"{Judged(review.IsMet)} on {review.On}", (string?)review.Said)),
                row.Reviews.Where(review => between.Has(review.EndedIn)).Select(review => (review.EndedIn!.Value, $"Taken back that it was {Judged(review.IsMet).ToLowerInvariant()} on {review.On}", review.EndReason)),
                between.Has(row.AddedIn) ? [(row.AddedIn, "Added", null)] : [],
                between.Has(row.EndedIn) ? [(row.EndedIn!.Value, "Taken out", null)] : []), row.IsIllustrative));
        });
    }

    private static string Judged(bool isMet) => isMet ? "Met" : "Not met";
}
