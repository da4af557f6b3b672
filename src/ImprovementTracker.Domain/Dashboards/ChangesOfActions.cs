using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Which actions moved between two moments: entered, in stage, progress, impact or what holds them up, in their dates, in what they are held to, and in who leads them.</summary>
internal static class ChangesOfActions
{
    private sealed record Update(int ActionId, string Reference, string Title, DateOnly BaselineDueOn, bool IsIllustrative, int Id, long RecordedIn, string Sentence,
        Stage Stage, Progress? Progress, Impact Impact, DateOnly DueOn, DateOnly? MovedFrom, string? SlipReason, string? AgreedBy, string? BlockedBy, string? Lead, string? Accountable, DateOnly? StartsOn, EvidenceStrength? EvidenceNeeded, DateOnly? RecheckOn)
    {
        public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);

        /// <summary>At risk, blocked; impact some.</summary>
        public string Standing => Status.Label() + (BlockedBy is null ? "" : ", blocked") + (Impact == Impact.NotYetKnown ? "" : $"; impact: {Impact.Label().ToLowerInvariant()}");

        /// <summary>What is told of how it differs from an earlier entry: what one of them does not know is no difference.</summary>
        public IEnumerable<(string Was, string Is)> TermsSince(Update earlier)
        {
            if (earlier.StartsOn is { } started && StartsOn is { } starts && started != starts)
                yield return ($"starts {Words.Date(started)}", $"starts {Words.Date(starts)}");
            if (earlier.EvidenceNeeded is { } needed && EvidenceNeeded is { } needs && needed != needs)
                yield return ($"evidence demanded: {needed.Label().ToLowerInvariant()}", $"evidence demanded: {needs.Label().ToLowerInvariant()}");
            if (earlier.RecheckOn != RecheckOn)
                yield return (Look(earlier.RecheckOn), Look(RecheckOn));

            static string Look(DateOnly? on) => on is { } day ? $"look again on {Words.Date(day)}" : "no day to look again";
        }

        public string Owners => $"led by {Lead ?? "nobody"}, accountable: {Accountable ?? "nobody"}";
    }

    public static async Task<(List<(ChangeTopic, WhatChanged.Line)> Lines, int OtherUpdates)> LoadAsync(TrackerContext db, int programmeId, ChangesBetween between, CancellationToken cancel)
    {
        var (after, upTo) = (between.After, between.UpTo);
        // The entries in between, and of each action that has one the last before.
        var entries = await db.ActionUpdates.AsNoTracking().EntriesKnownAt(upTo)
            .Where(update => update.Action.ProgrammeId == programmeId && update.Action.Updates.Any(one => one.RecordedIn > after && one.RecordedIn <= upTo)
                && (update.RecordedIn > after || !update.Action.Updates.Any(later => later.RecordedIn <= after && later.Id > update.Id)))
            .Select(update => new Update(update.ActionId, update.Action.Reference, update.Action.Title, update.Action.BaselineDueOn, update.Action.IsIllustrative, update.Id, update.RecordedIn, update.Sentence,
                update.Stage, update.Progress, update.Impact, update.DueOn, update.MovedFrom, update.SlipReason, update.AgreedBy, update.BlockedBy, update.Lead!.Name, update.Accountable!.Name, update.StartsOn, update.EvidenceNeeded, update.RecheckOn))
            .ToListAsync(cancel);

        List<(ChangeTopic, WhatChanged.Line)> lines = [];
        var others = 0;
        foreach (var action in entries.GroupBy(entry => entry.ActionId).OrderBy(action => action.First().Reference.Length).ThenBy(action => action.First().Reference, StringComparer.OrdinalIgnoreCase))
        {
            var before = action.Where(entry => entry.RecordedIn <= after).MaxBy(entry => entry.Id);
            var since = action.Where(entry => entry.RecordedIn > after).OrderBy(entry => entry.Id).ToList();
            var known = lines.Count;
            Tell(lines, before, since, between);
            // An action that moved is told with all its entries; those of one that did not are counted.
            if (lines.Count == known)
                others += since.Count;
        }
        return (lines, others);
    }

    private static void Tell(List<(ChangeTopic, WhatChanged.Line)> lines, Update? before, List<Update> since, ChangesBetween between)
    {
        var last = since[^1];
        WhatChanged.Line Line(string was, string stands, IEnumerable<WhatChanged.Entry> entries) =>
            new($"{last.Reference}: {last.Title}", $"actions/{Uri.EscapeDataString(last.Reference)}", was, stands, [.. entries], last.IsIllustrative);

        if (before is null || since.Exists(entry => entry.Standing != before.Standing))
            lines.Add((ChangeTopic.Actions, Line(before?.Standing ?? "", last.Standing, since.Select(entry => between.Entry(entry.RecordedIn, entry.Standing, entry.Sentence)))));

        var moves = since.Where(entry => entry.MovedFrom is { } from && from != entry.DueOn).ToList();
        if (moves.Count > 0)
        {
            lines.Add((ChangeTopic.DueDates, Line(Words.Date(before?.DueOn ?? moves[0].MovedFrom!.Value), Words.Date(last.DueOn),
                moves.Select(move => between.Entry(move.RecordedIn, $"{Words.Date(move.MovedFrom!.Value)} to {Words.Date(move.DueOn)}{(move.AgreedBy is null ? "" : $", agreed by {move.AgreedBy}")}", move.SlipReason))) with
            {
                Note = $"First agreed: {Words.Date(last.BaselineDueOn)}",
            }));
        }

        var first = before ?? since[0];
        var held = since.Select((entry, place) => (Entry: entry, Terms: entry.TermsSince(place == 0 ? first : since[place - 1]).ToList())).Where(one => one.Terms.Count > 0).ToList();
        var terms = last.TermsSince(first).ToList();
        if (held.Count > 0)
        {
            // What came and went again in between stands in the entries alone.
            lines.Add((ChangeTopic.Terms, Line(Said(terms.Select(term => term.Was)), Said(terms.Select(term => term.Is)),
                held.Select(one => between.Entry(one.Entry.RecordedIn, Said(one.Terms.Select(term => term.Is)), one.Entry.Sentence)))));
        }

        static string Said(IEnumerable<string> terms) => string.Join("; ", terms) is { Length: > 0 } said ? Words.Sentence(said) : "As before";

        var handed = since.Where((entry, place) => (place == 0 ? before : since[place - 1]) is { } earlier && earlier.Owners != entry.Owners).ToList();
        if (handed.Count > 0)
            lines.Add((ChangeTopic.Links, Line(Words.Sentence((before ?? since[0]).Owners), Words.Sentence(last.Owners), handed.Select(entry => between.Entry(entry.RecordedIn, Words.Sentence(entry.Owners), entry.Sentence)))));
    }
}
