using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>
/// What an action came to answer or to move between two moments, what it no longer does, which evidence came to count or
/// counts no more, how its milestones moved, and who came to own a measure. One statement.
/// </summary>
internal static class ChangesOfLinksAndEvidence
{
    private const string TakenOut = "taken out";

    private enum Kind { Finding, Requirement, Measure, Owner, Evidence, Milestone }

    /// <param name="From">The action's reference, or the measure's code.</param>
    /// <param name="Extra">The owner; how strong the evidence is, by its name in the code; of a milestone that it was taken out.</param>
    /// <param name="Due">Of a milestone, as 20110531.</param>
    /// <param name="Done">The day on which it was reached; 0 while it is not.</param>
    private sealed record Row(Kind Kind, int Id, string From, string To, string? Extra, bool IsIllustrative, long AddedIn, long? EndedIn, string? Because, int Due, int Done)
    {
        public bool StoodAt(long moment) => AsKnown.Stood(AddedIn, EndedIn, moment);
    }

    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, int programmeId, PublishedInspections published, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var (shown, fresh) = (published.Ids, published.Fresh);
        var found = await db.ActionFindings.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId && shown.Contains(link.Finding.InspectionId) && link.AddedIn <= upTo
                    && (link.AddedIn > after || (link.EndedIn > after && link.EndedIn <= upTo) || fresh.Contains(link.Finding.InspectionId)))
                .Select(link => new { Kind = Kind.Finding, link.Id, Inspection = link.Finding.InspectionId, From = link.Action.Reference, To = link.Finding.Words, Extra = (string?)null, link.Action.IsIllustrative, link.AddedIn, link.EndedIn, Because = (string?)null, Due = 0, Done = 0 })
            .Concat(db.ActionRequirements.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(link => new { Kind = Kind.Requirement, link.Id, Inspection = 0, From = link.Action.Reference, To = link.Requirement.Reference, Extra = (string?)null, link.Action.IsIllustrative, link.AddedIn, link.EndedIn, Because = (string?)null, Due = 0, Done = 0 }))
            .Concat(db.ActionMeasures.AsNoTracking().Where(link => link.Action.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(link => new { Kind = Kind.Measure, link.Id, Inspection = 0, From = link.Action.Reference, To = link.Measure.Name, Extra = (string?)null, link.Action.IsIllustrative, link.AddedIn, link.EndedIn, Because = (string?)null, Due = 0, Done = 0 }))
            .Concat(db.MeasureOwners.AsNoTracking().Where(owner => owner.Measure.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(owner => new { Kind = Kind.Owner, owner.Id, Inspection = 0, From = owner.Measure.Code, To = owner.Measure.Name, Extra = (string?)owner.Person.Name, IsIllustrative = false, owner.AddedIn, owner.EndedIn, Because = (string?)null, Due = 0, Done = 0 }))
            .Concat(db.Evidence.AsNoTracking().Where(one => one.Action.ProgrammeId == programmeId).ChangedBetween(after, upTo)
                .Select(one => new { Kind = Kind.Evidence, one.Id, Inspection = 0, From = one.Action.Reference, To = one.Title, Extra = (string?)one.Strength.ToString(), one.Action.IsIllustrative, one.AddedIn, one.EndedIn, Because = one.EndedBecause, Due = 0, Done = 0 }))
            // The revisions of those days, and of each milestone that has one the last before.
            .Concat(db.Set<MilestoneRevision>().AsNoTracking().Where(revision => revision.Milestone.Action.ProgrammeId == programmeId && revision.RecordedIn <= upTo && (revision.RecordedIn > after || revision.SupersededIn == null || revision.SupersededIn > after)
                    && revision.Milestone.Revisions.Any(one => one.RecordedIn > after && one.RecordedIn <= upTo))
                .Select(revision => new { Kind = Kind.Milestone, Id = revision.MilestoneId, Inspection = 0, From = revision.Milestone.Action.Reference, To = revision.Title, Extra = revision.Milestone.EndedIn == revision.RecordedIn ? TakenOut : null, revision.Milestone.Action.IsIllustrative, AddedIn = revision.RecordedIn, EndedIn = revision.SupersededIn, Because = revision.Reason, Due = (revision.DueOn.Year * 10000) + (revision.DueOn.Month * 100) + revision.DueOn.Day, Done = revision.DoneOn == null ? 0 : (revision.DoneOn.Value.Year * 10000) + (revision.DoneOn.Value.Month * 100) + revision.DoneOn.Value.Day }))
            .ToListAsync(cancel);
        var rows = found.Select(row => new Row(row.Kind, row.Id, row.From, row.To, row.Extra, row.IsIllustrative, row.Inspection == 0 ? row.AddedIn : published.Told(row.AddedIn, row.Inspection), row.EndedIn, row.Because, row.Due, row.Done))
            // A link that ended before its finding was published was never told.
            .Where(row => row.Kind == Kind.Milestone || ((row.EndedIn is null || row.EndedIn > row.AddedIn) && (between.Has(row.AddedIn) || between.Has(row.EndedIn)))).ToList();
        return rows.Where(row => row.Kind == Kind.Evidence).OrderBy(row => row.From.Length).ThenBy(row => row.From, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Id)
            .Select(row => (ChangeTopic.Evidence, Evidence(row, between)))
            .Concat(rows.Where(row => row.Kind == Kind.Milestone).GroupBy(row => row.Id).OrderBy(group => group.First().From.Length).ThenBy(group => group.First().From, StringComparer.OrdinalIgnoreCase).ThenBy(group => group.Key)
                .Select(group => (ChangeTopic.Milestones, Milestone([.. group.OrderBy(row => row.AddedIn)], between))))
            .Concat(rows.Where(row => row.Kind is not (Kind.Evidence or Kind.Milestone)).GroupBy(row => (row.Kind, row.From, row.To))
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

    /// <param name="said">What it said, the earliest first.</param>
    private static WhatChanged.Line Milestone(List<Row> said, ChangesBetween between)
    {
        string At(long moment) => said.FindLast(row => row.AddedIn <= moment) is not { } stood ? "" : stood.Extra is not null ? "Taken out" : stood.Done > 0 ? $"Reached on {Day(stood.Done)}" : $"Due {Day(stood.Due)}";
        return new($"{said[^1].From}: {said[^1].To}", $"actions/{Uri.EscapeDataString(said[^1].From)}", At(between.After), At(between.UpTo),
            between.InOrder(said.Select((row, place) => (Row: row, Before: place == 0 ? null : said[place - 1])).Where(pair => between.Has(pair.Row.AddedIn)).Select(pair => (pair.Row.AddedIn, Moved(pair.Before, pair.Row), pair.Row.Because))), said[^1].IsIllustrative);
    }

    private static string Moved(Row? before, Row now) => before is null ? $"Added, due {Day(now.Due)}"
        : now.Extra is not null ? "Taken out"
        : Words.Sentence(Words.List([.. new[]
        {
            before.Due == now.Due ? null : $"due date moved from {Day(before.Due)} to {Day(now.Due)}",
            before.Done == now.Done ? null : now.Done == 0 ? "not reached after all" : $"reached on {Day(now.Done)}",
            before.To == now.To ? null : "written otherwise",
        }.OfType<string>()]));

    private static string Day(int day) => Words.Date(new DateOnly(day / 10000, day / 100 % 100, day % 100));

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
        Kind.Owner or Kind.Evidence or Kind.Milestone => link.To,
    };
}
