using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Which requirements of the notice were judged between two moments, of which a judgement was taken back, which say something else or are due on another day, which were added and which are no longer asked.</summary>
internal static class ChangesOfRequirements
{
    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var reviews = db.RequirementReviews.WithTakenBack();
        var rows = await db.Requirements.AsNoTracking()
            .Where(one => one.ProgrammeId == programmeId && ((one.AddedIn > after && one.AddedIn <= upTo) || (one.EndedIn > after && one.EndedIn <= upTo)
                || one.Corrections.Any(correction => correction.RecordedIn > after && correction.RecordedIn <= upTo)
                || reviews.Any(review => review.RequirementId == one.Id && ((review.RecordedIn > after && review.RecordedIn <= upTo) || (review.EndedIn > after && review.EndedIn <= upTo)))))
            .OrderBy(one => one.Reference.Length).ThenBy(one => one.Reference)
            .Select(one => new
            {
                one.Reference,
                one.Words,
                one.IsIllustrative,
                one.AddedIn,
                one.EndedIn,
                one.IsVerbatim,
                one.DueOn,
                Corrections = one.Corrections.Where(correction => correction.RecordedIn > after).OrderByDescending(correction => correction.RecordedIn).Select(correction => new Earlier(correction.Words, correction.IsVerbatim, correction.DueOn, correction.Reason, correction.RecordedIn)).ToList(),
                Targets = db.Targets.Where(target => target.RequirementId == one.Id).Select(target => new { target.AddedIn, target.EndedIn }).ToList(),
                Reviews = reviews.Where(review => review.RequirementId == one.Id && review.RecordedIn <= upTo).OrderBy(review => review.Id).Select(review => new { review.IsMet, review.On, review.Said, review.RecordedIn, review.EndedIn, review.EndReason }).ToList(),
            })
            .ToListAsync(cancel);
        return rows.Select(row =>
        {
            // With targets its figures decide, as RequirementRecord says it: a judgement is told and counts for nothing.
            string At(long moment) => row.AddedIn > moment ? "" : row.EndedIn <= moment ? "No longer asked"
                : row.Targets.Any(target => AsKnown.Stood(target.AddedIn, target.EndedIn, moment)) ? "By its targets"
                : row.Reviews.Where(review => AsKnown.Stood(review.RecordedIn, review.EndedIn, moment)).OrderBy(review => review.On).ThenBy(review => review.RecordedIn).LastOrDefault() is not { } last ? "Not judged" : Judged(last.IsMet);
            return (ChangeTopic.Requirements, new WhatChanged.Line($"{row.Reference}: {Words.Shortened(row.Corrections.LastOrDefault(correction => correction.RecordedIn > upTo)?.Said ?? row.Words, WhatChanged.MostQuoted)}", "notice", At(after), At(upTo), between.InOrder(
                row.Reviews.Where(review => between.Has(review.RecordedIn)).Select(review => (review.RecordedIn, $"{Judged(review.IsMet)} on {review.On}", (string?)review.Said)),
                row.Reviews.Where(review => between.Has(review.EndedIn)).Select(review => (review.EndedIn!.Value, $"Taken back that it was {Judged(review.IsMet).ToLowerInvariant()} on {review.On}", review.EndReason)),
                Corrected(new(row.Words, row.IsVerbatim, row.DueOn, null, 0), row.Corrections).Where(told => between.Has(told.In)),
                between.Has(row.AddedIn) ? [(row.AddedIn, "Added", null)] : [],
                between.Has(row.EndedIn) ? [(row.EndedIn!.Value, "Taken out", row.Corrections.Find(correction => correction.RecordedIn == row.EndedIn)?.Reason)] : []), row.IsIllustrative));
        });
    }

    private sealed record Earlier(string Said, bool IsVerbatim, KnownDate? DueOn, string? Reason, long RecordedIn);

    /// <summary>What came in the place of each thing that it said.</summary>
    /// <param name="corrections">Each with what was said until then, the latest first.</param>
    private static IEnumerable<(long In, string What, string? Why)> Corrected(Earlier now, IEnumerable<Earlier> corrections)
    {
        foreach (var before in corrections)
        {
            if (before.DueOn != now.DueOn)
                yield return (before.RecordedIn, $"{(now.DueOn is { } due ? $"Due {due}" : "No day by which it is due")}, before {(before.DueOn is { } was ? was.ToString() : "no day")}", before.Reason);
            if ((before.Said, before.IsVerbatim) != (now.Said, now.IsVerbatim))
                yield return (before.RecordedIn, $"Other words, before: {Words.Shortened(before.Said, WhatChanged.MostQuoted)}", before.Reason);
            now = before;
        }
    }

    private static string Judged(bool isMet) => isMet ? "Met" : "Not met";
}
