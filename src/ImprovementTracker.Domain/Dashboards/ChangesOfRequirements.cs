using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Which requirements of the notice were judged between two moments, which were added and which are no longer asked.</summary>
internal static class ChangesOfRequirements
{
    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var rows = await db.Requirements.AsNoTracking()
            .Where(one => one.ProgrammeId == programmeId && ((one.AddedIn > after && one.AddedIn <= upTo) || (one.EndedIn > after && one.EndedIn <= upTo)
                || one.Reviews.Any(review => review.RecordedIn > after && review.RecordedIn <= upTo)))
            .OrderBy(one => one.Reference.Length).ThenBy(one => one.Reference)
            .Select(one => new
            {
                one.Reference,
                one.Words,
                one.IsIllustrative,
                one.AddedIn,
                one.EndedIn,
                Reviews = one.Reviews.Where(review => review.RecordedIn <= upTo).OrderBy(review => review.Id).Select(review => new { review.IsMet, review.On, review.Said, review.RecordedIn }).ToList(),
            })
            .ToListAsync(cancel);
        return rows.Select(row =>
        {
            string At(long moment) => row.AddedIn > moment ? "" : row.EndedIn <= moment ? "No longer asked"
                : row.Reviews.Where(review => review.RecordedIn <= moment).OrderBy(review => review.On).ThenBy(review => review.RecordedIn).LastOrDefault() is not { } last ? "Not judged" : Judged(last.IsMet);
            List<(long In, WhatChanged.Entry Entry)> entries = [.. row.Reviews.Where(review => review.RecordedIn > after).Select(review => (review.RecordedIn, between.Entry(review.RecordedIn, $"{Judged(review.IsMet)} on {review.On}", review.Said)))];
            if (between.Has(row.AddedIn))
                entries.Add((row.AddedIn, between.Entry(row.AddedIn, "Added")));
            if (between.Has(row.EndedIn))
                entries.Add((row.EndedIn!.Value, between.Entry(row.EndedIn.Value, "Taken out")));
            return (ChangeTopic.Requirements, new WhatChanged.Line($"{row.Reference}: {Words.Shortened(row.Words, WhatChanged.MostQuoted)}", "notice", At(after), At(upTo), [.. entries.OrderBy(entry => entry.In).Select(entry => entry.Entry)], row.IsIllustrative));
        });
    }

    private static string Judged(bool isMet) => isMet ? "Met" : "Not met";
}
