using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>
/// What an action came to answer or to move between two moments, what it no longer does, which evidence came to count or
/// counts no more, and who came to own a measure. One statement.
/// </summary>
internal static class ChangesOfLinksAndEvidence
{
    private enum Kind { Finding, Requirement, Measure, Owner, Evidence }

    /// <param name="From">The action's reference, or the measure's code.</param>
    /// <param name="Extra">The owner; how strong the evidence is, by its name in the code.</param>
    private sealed record Row(Kind Kind, int Id, string From, string To, string? Extra, bool IsIllustrative, long AddedIn, long? EndedIn, string? Because)
    {
        public bool StoodAt(long moment) => AsKnown.Stood(AddedIn, EndedIn, moment);
    }

    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, Actor actor, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var seen = db.Inspections.SeenBy(actor, programmeId).Select(inspection => inspection.Id);
        var found = await db.ActionFindings.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId && seen.Contains(link.Finding.InspectionId)).ChangedBetween(after, upTo)
                .Select(link => new { Kind = Kind.Finding, link.Id, From = link.Action.Reference, To = link.Finding.Words, Extra = (string?)null, link.Action.IsIllustrative, link.AddedIn, link.EndedIn, Because = (string?)null })
            .Concat(db.ActionRequirements.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(link => new { Kind = Kind.Requirement, link.Id, From = link.Action.Reference, To = link.Requirement.Reference, Extra = (string?)null, link.Action.IsIllustrative, link.AddedIn, link.EndedIn, Because = (string?)null }))
            .Concat(db.ActionMeasures.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(link => new { Kind = Kind.Measure, link.Id, From = link.Action.Reference, To = link.Measure.Name, Extra = (string?)null, link.Action.IsIllustrative, link.AddedIn, link.EndedIn, Because = (string?)null }))
            .Concat(db.MeasureOwners.AsNoTracking().Where(owner => owner.Measure.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(owner => new { Kind = Kind.Owner, owner.Id, From = owner.Measure.Code, To = owner.Measure.Name, Extra = (string?)owner.Person.Name, IsIllustrative = false, owner.AddedIn, owner.EndedIn, Because = (string?)null }))
            .Concat(db.Evidence.AsNoTracking().Where(one => one.Action.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(one => new { Kind = Kind.Evidence, one.Id, From = one.Action.Reference, To = one.Title, Extra = (string?)one.Strength.ToString(), one.Action.IsIllustrative, one.AddedIn, one.EndedIn, Because = one.EndedBecause }))
            .ToListAsync(cancel);
        var rows = found.ConvertAll(row => new Row(row.Kind, row.Id, row.From, row.To, row.Extra, row.IsIllustrative, row.AddedIn, row.EndedIn, row.Because));
        return rows.Where(row => row.Kind == Kind.Evidence).OrderBy(row => row.From.Length).ThenBy(row => row.From, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Id)
            .Select(row => (ChangeTopic.Evidence, Evidence(row, between)))
            .Concat(rows.Where(row => row.Kind != Kind.Evidence).GroupBy(row => (row.Kind, row.From, row.To))
                .OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.From.Length).ThenBy(group => group.Key.From, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key.To, StringComparer.Ordinal)
                .Select(group => (ChangeTopic.Links, Link([.. group], between))));
    }

    private static WhatChanged.Line Evidence(Row row, ChangesBetween between)
    {
        string At(long moment) => row.StoodAt(moment) ? "Counts" : row.AddedIn > moment ? "" : "Taken out";
        return new($"{row.From}: {Enum.Parse<EvidenceStrength>(row.Extra!).Label()}: {row.To}", $"actions/{Uri.EscapeDataString(row.From)}", At(between.After), At(between.UpTo), between.InOrder(
            between.Has(row.AddedIn) ? [(row.AddedIn, "Added", null)] : [],
            between.Has(row.EndedIn) ? [(row.EndedIn!.Value, "Taken out", row.Because)] : []), row.IsIllustrative);
    }

    private static WhatChanged.Line Link(List<Row> rows, ChangesBetween between)
    {
        var link = rows[0];
        var isOwner = link.Kind == Kind.Owner;
        string Stands(Row row) => isOwner ? $"Owned by {row.Extra}" : "Linked";
        string At(long moment) => rows.Find(row => row.StoodAt(moment)) is { } stood ? Stands(stood) : isOwner ? "Owned by nobody" : "Not linked";
        return new(Title(link), isOwner ? $"measures/{Uri.EscapeDataString(link.From)}" : $"actions/{Uri.EscapeDataString(link.From)}", At(between.After), At(between.UpTo), between.InOrder(
            rows.Where(row => between.Has(row.AddedIn)).Select(row => (row.AddedIn, Stands(row), (string?)null)),
            // Where one owner follows another in the same change, the new one says it all.
            rows.Where(row => between.Has(row.EndedIn) && !rows.Exists(next => next.AddedIn == row.EndedIn)).Select(row => (row.EndedIn!.Value, isOwner ? "Owned by nobody" : "Link taken out", (string?)null))),
            link.IsIllustrative);
    }

    private static string Title(Row link) => link.Kind switch
    {
        Kind.Finding => $"{link.From} answers the finding: {Words.Shortened(link.To, WhatChanged.MostQuoted)}",
        Kind.Requirement => $"{link.From} answers requirement {link.To}",
        Kind.Measure => $"{link.From} should move the measure {link.To}",
        Kind.Owner or Kind.Evidence => link.To,
    };
}
