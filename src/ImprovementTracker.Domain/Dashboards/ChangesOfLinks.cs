using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What an action came to answer or to move between two moments, what it no longer does, and who came to own a measure.</summary>
internal static class ChangesOfLinks
{
    private enum Kind { Finding, Requirement, Measure, Owner }

    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, Actor actor, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var seen = db.Inspections.SeenBy(actor, programmeId).Select(inspection => inspection.Id);
        var rows = await db.ActionFindings.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId && seen.Contains(link.Finding.InspectionId)).ChangedBetween(after, upTo)
                .Select(link => new { Kind = Kind.Finding, From = link.Action.Reference, To = link.Finding.Words, link.Action.IsIllustrative, link.AddedIn, link.EndedIn })
            .Concat(db.ActionRequirements.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(link => new { Kind = Kind.Requirement, From = link.Action.Reference, To = link.Requirement.Reference, link.Action.IsIllustrative, link.AddedIn, link.EndedIn }))
            .Concat(db.ActionMeasures.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(link => new { Kind = Kind.Measure, From = link.Action.Reference, To = link.Measure.Name, link.Action.IsIllustrative, link.AddedIn, link.EndedIn }))
            .Concat(db.MeasureOwners.AsNoTracking().Where(owner => owner.Measure.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(owner => new { Kind = Kind.Owner, From = owner.Measure.Code, To = owner.Measure.Name + "\n" + owner.Person.Name, IsIllustrative = false, owner.AddedIn, owner.EndedIn }))
            .ToListAsync(cancel);

        return rows.GroupBy(row => (row.Kind, row.From, Of: row.Kind == Kind.Owner ? row.To.Split('\n')[0] : row.To))
            .OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.From.Length).ThenBy(group => group.Key.From, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key.Of, StringComparer.Ordinal)
            .Select(group =>
            {
                string Stands(string to) => group.Key.Kind == Kind.Owner ? $"Owned by {to.Split('\n')[1]}" : "Linked";
                string At(long moment) => group.Where(row => AsKnown.Stood(row.AddedIn, row.EndedIn, moment)).Select(row => Stands(row.To)).FirstOrDefault() ?? (group.Key.Kind == Kind.Owner ? "Owned by nobody" : "Not linked");
                var (kind, from, of) = group.Key;
                var added = group.Where(row => between.Has(row.AddedIn)).Select(row => (In: row.AddedIn, What: Stands(row.To)));
                // Where one owner follows another in the same change, the new one says it all.
                var ended = group.Where(row => between.Has(row.EndedIn) && !group.Any(next => next.AddedIn == row.EndedIn)).Select(row => (In: row.EndedIn!.Value, What: kind == Kind.Owner ? "Owned by nobody" : "Link taken out"));
                return (ChangeTopic.Links, new WhatChanged.Line(
                    Title(kind, from, of),
                    kind == Kind.Owner ? $"measures/{Uri.EscapeDataString(from)}" : $"actions/{Uri.EscapeDataString(from)}",
                    At(after), At(upTo),
                    [.. added.Concat(ended).OrderBy(entry => entry.In).Select(entry => between.Entry(entry.In, entry.What))],
                    group.First().IsIllustrative));
            });
    }

    private static string Title(Kind kind, string from, string of) => kind switch
    {
        Kind.Finding => $"{from} answers the finding: {Words.Shortened(of, WhatChanged.MostQuoted)}",
        Kind.Requirement => $"{from} answers requirement {of}",
        Kind.Measure => $"{from} should move the measure {of}",
        Kind.Owner => of,
    };
}
