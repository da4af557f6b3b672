using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>
/// What changed in a programme between two moments, from the recorded history alone: what stood before the first day
/// against what stood at the end of the last. Whoever sees only what is published is told of that alone; what
/// hangs on an inspection is told from its publication on (<see cref="PublishedInspections"/>). Ten statements.
/// </summary>
public sealed class WhatChanged(IDbContextFactory<TrackerContext> database)
{
    /// <summary>How many days are looked back over where nobody says.</summary>
    public const int UsualDays = 30;

    /// <summary>Of one kind of change no more lines than this are listed; all are counted.</summary>
    public const int MostLines = 200;

    /// <summary>Of quoted words no more characters than this stand in a line's title.</summary>
    internal const int MostQuoted = 160;

    /// <param name="From">The first day; null for the usual number of days back.</param>
    /// <param name="To">The last day; null for everything up to now.</param>
    public sealed record Interval(DateOnly? From = null, DateOnly? To = null);

    /// <summary>Who recorded it and when, and what was said with it.</summary>
    /// <param name="Who">The person's name; the post for those who see only what is published. Empty where it is not known.</param>
    /// <param name="RecordedAt">UTC.</param>
    public sealed record Entry(string Who, DateTime RecordedAt, string What, string? Said);

    /// <summary>One thing that changed: how it stood at the first moment and at the second.</summary>
    /// <param name="Title">What it is: A1: Action A1.</param>
    /// <param name="Page">Where it is read about, as the address within the programme; null where the person has no such page.</param>
    /// <param name="Before">Empty where there was nothing.</param>
    /// <param name="After">Empty where there is nothing any more.</param>
    /// <param name="Entries">What was recorded in between, the earliest first.</param>
    public sealed record Line(string Title, string? Page, string Before, string After, IReadOnlyList<Entry> Entries, bool IsIllustrative = false)
    {
        /// <summary>What else must be known of it: the date first agreed.</summary>
        public string? Note { get; init; }
    }

    /// <param name="Lines">The first of them, up to <see cref="MostLines"/>.</param>
    /// <param name="Count">How many there are.</param>
    public sealed record Group(ChangeTopic Topic, IReadOnlyList<Line> Lines, int Count);

    /// <param name="From">The first day looked at.</param>
    /// <param name="To">The last; null for up to now.</param>
    /// <param name="Earliest">The first day on which anything can have changed.</param>
    /// <param name="Groups">Only those that have a line.</param>
    /// <param name="OtherUpdates">Entries that were made to actions without moving them.</param>
    /// <param name="PublishedOnly">Whether only what is approved and published is told.</param>
    /// <param name="ReadAt">When it was read (UTC).</param>
    public sealed record Content(ProgrammeHeader Programme, DateOnly From, DateOnly? To, DateOnly Earliest, IReadOnlyList<Group> Groups, int OtherUpdates, bool PublishedOnly, DateTime ReadAt)
    {
        /// <summary>From 2 June 2011 to 1 July 2011; since 2 June 2011.</summary>
        public string Period => To is { } last ? last == From ? $"On {Words.Date(From)}" : $"From {Words.Date(From)} to {Words.Date(last)}" : $"Since {Words.Date(From)}";

        /// <summary>How much changed, in one or two sentences.</summary>
        public string InWords
        {
            get
            {
                var nothing = PublishedOnly ? "nothing published that this page lists changed" : "nothing that this page lists changed";
                var main = Groups.Count == 0
                    ? $"{Period}, {nothing}."
                    : $"{Period}: {Words.List([.. Groups.Select(group => group.Topic.Counted(group.Count))])}.";
                return OtherUpdates == 0 ? main : $"{main} {Words.Sentence(Words.InText(OtherUpdates))} {(Groups.Count == 0 ? "" : "more ")}{(OtherUpdates == 1 ? "entry on an action" : "entries on actions")} moved nothing.";
            }
        }
    }

    public async Task<Content> LoadAsync(Actor actor, string slug, Interval interval, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, areas) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadPublished, cancel);
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var today = Words.DayInEngland(now);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var (from, to) = Ordered(interval, programme.JudgedOn, today);
        var content = new Content(programme, from, to, Earlier(programme.StartsOn, today), [], 0, publishedOnly, now);
        if (await LoadChangesAsync(db, programme.Id, from, to, publishedOnly, cancel) is not var (between, published))
            return content;

        List<(ChangeTopic Topic, Line Line)> lines = [];
        var others = 0;
        if (!publishedOnly)
        {
            var actions = await ChangesOfActions.LoadAsync(db, programme.Id, between, cancel);
            lines.AddRange(actions.Lines);
            others = actions.OtherUpdates;
            lines.AddRange(await ChangesOfRequirements.LoadAsync(db, programme.Id, between, cancel));
            lines.AddRange(await ChangesOfLinksAndEvidence.LoadAsync(db, programme.Id, published, between, cancel));
        }
        lines.AddRange(await ChangesOfFindings.LoadAsync(db, programme.Id, published, between, cancel));
        lines.AddRange(await ChangesOfRecord.LoadAsync(db, actor, programme, published, between, cancel));
        lines.AddRange(await ChangesOfFigures.LoadAsync(db, actor, programme, areas, between, cancel));
        return content with
        {
            OtherUpdates = others,
            Groups = [.. lines.GroupBy(line => line.Topic).OrderBy(group => group.Key).Select(group => new Group(group.Key, [.. group.Take(MostLines).Select(line => line.Line)], group.Count()))],
        };
    }

    /// <summary>The days asked about; two that stand the wrong way round are turned, and the future is not asked about.</summary>
    private static (DateOnly From, DateOnly? To) Ordered(Interval interval, DateOnly judgedOn, DateOnly today)
    {
        var to = interval.To < today ? interval.To : null;
        var from = interval.From ?? (to is { } last && last < judgedOn ? last : judgedOn).AddDays(1 - UsualDays);
        if (to is { } end && end < from)
            return (end, from < today ? from : null);
        return (Earlier(from, today), to);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>The programme's changes of those days, and those that published its inspections; null where there are none of those days. Their order is that of their numbers, so the first and the last bound everything that was recorded.</summary>
    private static async Task<(ChangesBetween, PublishedInspections)?> LoadChangesAsync(TrackerContext db, int programmeId, DateOnly from, DateOnly? to, bool publishedOnly, CancellationToken cancel)
    {
        var start = Words.StartInEngland(from);
        var changes = db.Changes.AsNoTracking().Where(change => (change.ProgrammeId == programmeId || change.ProgrammeId == null) && change.RecordedAt >= start);
        if (to is { } last)
        {
            var end = Words.StartInEngland(last.AddDays(1));
            changes = changes.Where(change => change.RecordedAt < end);
        }
        var rows = await changes
            .Select(change => new { change.Sequence, change.RecordedAt, change.PersonId, change.PersonName, change.What, Post = db.Users.Where(person => person.Id == change.PersonId).Select(person => person.Post).FirstOrDefault(), Published = 0 })
            .Concat(PublishedInspections.Changes(db, programmeId).Select(one => new { one.Change.Sequence, one.Change.RecordedAt, one.Change.PersonId, one.Change.PersonName, one.Change.What, Post = (string?)null, Published = one.Id }))
            .ToListAsync(cancel);
        var made = rows.Where(row => row.Published == 0).ToDictionary(row => row.Sequence);
        if (made.Count == 0)
            return null;
        var between = new ChangesBetween(made.Keys.Min() - 1, made.Keys.Max(),
            made.ToDictionary(pair => pair.Key, pair => (publishedOnly && pair.Value.PersonId is not null ? pair.Value.Post ?? "" : pair.Value.PersonName, pair.Value.RecordedAt, pair.Value.What)));
        return (between, new PublishedInspections(rows.Where(row => row.Published != 0 && row.Sequence <= between.UpTo).ToDictionary(row => row.Published, row => row.Sequence), between));
    }
}

/// <summary>The changes after one moment and up to another, with who made each and when.</summary>
internal sealed record ChangesBetween(long After, long UpTo, IReadOnlyDictionary<long, (string Who, DateTime At, string What)> Made)
{
    public bool Has(long? sequence) => sequence > After && sequence <= UpTo;

    /// <summary>Several things that were recorded, the earliest first.</summary>
    public IReadOnlyList<WhatChanged.Entry> InOrder(params IEnumerable<IEnumerable<(long In, string What, string? Said)>> recorded) =>
        [.. recorded.SelectMany(some => some).OrderBy(one => one.In).Select(one => Entry(one.In, one.What, one.Said))];

    /// <summary>What was recorded by that change.</summary>
    public WhatChanged.Entry Entry(long sequence, string what, string? said = null) =>
        Made.TryGetValue(sequence, out var made) ? new(made.Who, made.At, what, string.IsNullOrWhiteSpace(said) ? null : said) : throw new InvalidOperationException($"Change {sequence} belongs to another programme.");
}
