using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Plan;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Which evidence came to count between two moments, and which counts no more.</summary>
internal static class ChangesOfEvidence
{
    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var rows = await db.Evidence.AsNoTracking()
            .Where(one => one.Action.ProgrammeId == programmeId).ChangedBetween(between.After, between.UpTo)
            .OrderBy(one => one.Action.Reference.Length).ThenBy(one => one.Action.Reference).ThenBy(one => one.Id)
            .Select(one => new { one.Action.Reference, one.Action.IsIllustrative, one.Title, one.Strength, one.AddedIn, one.EndedIn, one.EndedBecause })
            .ToListAsync(cancel);
        return rows.Select(row =>
        {
            var text = $"{row.Strength.Label()}: {row.Title}";
            List<WhatChanged.Entry> entries = [];
            if (between.Has(row.AddedIn))
                entries.Add(between.Entry(row.AddedIn, "Added"));
            if (between.Has(row.EndedIn))
                entries.Add(between.Entry(row.EndedIn!.Value, "Taken out", row.EndedBecause));
            return (ChangeTopic.Evidence, new WhatChanged.Line($"{row.Reference}: {text}", $"actions/{Uri.EscapeDataString(row.Reference)}",
                Counts(row.AddedIn, row.EndedIn, between.After), Counts(row.AddedIn, row.EndedIn, between.UpTo), entries, row.IsIllustrative));
        });
    }

    private static string Counts(long addedIn, long? endedIn, long moment) => AsKnown.Stood(addedIn, endedIn, moment) ? "Counts" : addedIn > moment ? "" : "Taken out";
}
