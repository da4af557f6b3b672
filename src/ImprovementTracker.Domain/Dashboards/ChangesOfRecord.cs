using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>
/// What came into the programme's record between two moments: where it stands, inspections published, grades given and aimed
/// for, entries of the timeline, dates planned, notes on charts and rebases. One statement.
/// </summary>
internal static class ChangesOfRecord
{
    private enum Kind { State, Inspection, Grade, Aim, Note, Rebase, Entry, Planned }

    /// <summary>One of them, whatever it is: all come by one statement.</summary>
    private sealed record Row
    {
        public required Kind Kind { get; init; }
        public required int Id { get; init; }

        /// <summary>With what it is told: the inspection of a grade, the measure of a note.</summary>
        public required string Of { get; init; }

        public required string Title { get; init; }

        /// <summary>A state or a grade by its name in the code; the only area of a note.</summary>
        public required string? Value { get; init; }

        public required string? Text { get; init; }

        /// <summary>A known date as the database keeps it; empty where there is none.</summary>
        public required string On { get; init; }

        /// <summary>As the database keeps it; of a planned date its day as a number, 20110718; 0 where there is none.</summary>
        public required int Month { get; init; }

        public required bool IsIllustrative { get; init; }
        public required long AddedIn { get; init; }
        public required long? EndedIn { get; init; }
        public required string? EndReason { get; init; }

        public string Date => KnownDate.Parse(On).ToString();
        public string Day => Words.Date(new DateOnly(Month / 10000, Month / 100 % 100, Month % 100));
        public string MonthName => Programmes.Month.FromNumber(Month).ToString();

        public bool StoodAt(long moment) => AsKnown.Stood(AddedIn, EndedIn, moment);
    }

    public static async Task<IEnumerable<(ChangeTopic, WhatChanged.Line)>> LoadAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, PublishedInspections published, ChangesBetween between, CancellationToken cancel)
    {
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var rows = (await Rows(db, programme.Id, published, between, publishedOnly).ToListAsync(cancel)).Select(row => Since(row, published)).Where(row => row.EndedIn is null || row.EndedIn > row.AddedIn).ToList();
        var of = rows.ToLookup(row => row.Kind);
        return State(programme, [.. of[Kind.State].OrderBy(row => row.AddedIn)], between, publishedOnly)
            .Concat(of[Kind.Inspection].OrderBy(row => row.AddedIn).ThenBy(row => row.Id).Select(row => Published(row, between)))
            .Concat(Grades(of[Kind.Grade].Concat(of[Kind.Aim]), between))
            .Concat(of[Kind.Note].Concat(of[Kind.Rebase]).OrderBy(row => row.Title, StringComparer.Ordinal).ThenBy(row => row.Month).ThenBy(row => row.AddedIn).Select(row => Note(row, between, publishedOnly)))
            .Concat(of[Kind.Entry].OrderBy(row => row.AddedIn).ThenBy(row => row.Id).Select(row => Entry(row, between)))
            .Concat(Planned([.. of[Kind.Planned].OrderBy(row => row.AddedIn).ThenBy(row => row.Id)], between));
    }

    private static IQueryable<Row> Rows(TrackerContext db, int programmeId, PublishedInspections published, ChangesBetween between, bool publishedOnly)
    {
        var (after, upTo) = (between.After, between.UpTo);
        var (shown, fresh) = (published.Ids, published.Fresh);
        // All states up to the end: those before the first moment say where it stood then.
        var rows = db.ProgrammeStatuses.WithTakenBack().Where(status => status.ProgrammeId == programmeId && status.RecordedIn <= upTo)
            .Select(status => new Row { Kind = Kind.State, Id = status.Id, Of = "", Title = "", Value = status.State.ToString(), Text = status.Reason, On = (string)(object)status.Since, Month = 0, IsIllustrative = false, AddedIn = status.RecordedIn, EndedIn = status.EndedIn, EndReason = status.EndReason })
            // Published in the interval: since the last change before which it was not, or entered so.
            .Concat(db.Inspections.Where(inspection => fresh.Contains(inspection.Id))
                .Select(inspection => new Row { Kind = Kind.Inspection, Id = inspection.Id, Of = "", Title = inspection.Title, Value = null, Text = inspection.Inspectorate, On = (string)(object)inspection.FieldworkFrom, Month = 0, IsIllustrative = false, AddedIn = inspection.AddedIn, EndedIn = null, EndReason = null }))
            .Concat(db.Judgements.Where(judgement => shown.Contains(judgement.InspectionId) && judgement.AddedIn <= upTo && (judgement.AddedIn > after || (judgement.EndedIn > after && judgement.EndedIn <= upTo) || fresh.Contains(judgement.InspectionId)))
                .Select(judgement => new Row { Kind = Kind.Grade, Id = judgement.InspectionId, Of = judgement.Inspection.Title, Title = judgement.JudgedArea.Name, Value = judgement.Grade.ToString(), Text = null, On = (string)(object)judgement.Inspection.FieldworkFrom, Month = 0, IsIllustrative = false, AddedIn = judgement.AddedIn, EndedIn = judgement.EndedIn, EndReason = null }))
            // An area first heard of in an inspection not yet published would give that inspection away. From what was known by the end alone: what is judged later changes nothing here.
            .Concat(db.GradeAims.Where(aim => aim.JudgedArea.ProgrammeId == programmeId
                    && (db.GradeAims.Any(one => one.JudgedAreaId == aim.JudgedAreaId && !db.Judgements.Any(judgement => judgement.JudgedAreaId == one.JudgedAreaId && judgement.AddedIn <= one.AddedIn))
                        || db.Judgements.Any(judgement => judgement.JudgedAreaId == aim.JudgedAreaId && judgement.AddedIn <= upTo && shown.Contains(judgement.InspectionId))))
                .Where(aim => aim.AddedIn <= upTo && (aim.AddedIn > after || (aim.EndedIn > after && aim.EndedIn <= upTo)))
                .Select(aim => new Row { Kind = Kind.Aim, Id = 0, Of = "", Title = aim.JudgedArea.Name, Value = aim.Grade.ToString(), Text = null, On = "", Month = (int?)(object?)aim.By ?? 0, IsIllustrative = aim.IsIllustrative, AddedIn = aim.AddedIn, EndedIn = aim.EndedIn, EndReason = null }))
            .Concat(db.TimelineEntries.WithTakenBack().Where(entry => entry.ProgrammeId == programmeId && ((entry.RecordedIn > after && entry.RecordedIn <= upTo) || (entry.EndedIn > after && entry.EndedIn <= upTo)))
                .Select(entry => new Row { Kind = Kind.Entry, Id = entry.Id, Of = "", Title = entry.Sentence, Value = null, Text = entry.Figure, On = (string)(object)entry.On, Month = 0, IsIllustrative = entry.IsIllustrative, AddedIn = entry.RecordedIn, EndedIn = entry.EndedIn, EndReason = entry.EndReason }))
            .Concat(db.PlannedDates.WithTakenBack().Where(date => date.ProgrammeId == programmeId && ((date.RecordedIn > after && date.RecordedIn <= upTo) || (date.EndedIn > after && date.EndedIn <= upTo)))
                .Select(date => new Row { Kind = Kind.Planned, Id = date.Id, Of = "", Title = date.Title, Value = date.Kind.ToString(), Text = null, On = "", Month = (date.On.Year * 10000) + (date.On.Month * 100) + date.On.Day, IsIllustrative = date.IsIllustrative, AddedIn = date.RecordedIn, EndedIn = date.EndedIn, EndReason = date.EndReason }))
            .Concat(db.Rebases.Where(rebase => rebase.Measure.ProgrammeId == programmeId && (!publishedOnly || rebase.Area!.ParentId == null)).ChangedBetween(after, upTo)
                .Select(rebase => new Row { Kind = Kind.Rebase, Id = rebase.Id, Of = rebase.Measure.Code, Title = rebase.Measure.Name, Value = (string?)rebase.Area!.Name, Text = rebase.Reason, On = "", Month = (int)(object)rebase.From, IsIllustrative = false, AddedIn = rebase.AddedIn, EndedIn = rebase.EndedIn, EndReason = null }));
        return publishedOnly ? rows : rows.Concat(db.Annotations.Where(note => note.Measure.ProgrammeId == programmeId).ChangedBetween(after, upTo)
            .Select(note => new Row { Kind = Kind.Note, Id = note.Id, Of = note.Measure.Code, Title = note.Measure.Name, Value = (string?)note.Area!.Name, Text = note.Text, On = "", Month = (int)(object)note.Month, IsIllustrative = false, AddedIn = note.AddedIn, EndedIn = note.EndedIn, EndReason = null }));
    }

    /// <summary>A grade counts from the publication of the inspection that gave it.</summary>
    private static Row Since(Row row, PublishedInspections published) =>
        row.Kind is Kind.Grade or Kind.Inspection ? row with { AddedIn = published.Told(row.AddedIn, row.Id), Of = row.Kind == Kind.Inspection && published.In[row.Id] > row.AddedIn ? "before" : row.Of } : row;

    private static IEnumerable<(ChangeTopic, WhatChanged.Line)> State(ProgrammeHeader programme, List<Row> states, ChangesBetween between, bool publishedOnly)
    {
        if (!states.Exists(state => between.Has(state.AddedIn) || between.Has(state.EndedIn)))
            yield break;
        static string Label(Row state) => Enum.Parse<LifecycleState>(state.Value!).Label();
        string At(long moment) => states.FindLast(state => state.StoodAt(moment)) is { } stood ? $"{Label(stood)}, since {stood.Date}" : "";
        yield return (ChangeTopic.State, new(programme.Title, publishedOnly ? "timeline" : "notice", At(between.After), At(between.UpTo), between.InOrder(
            states.Where(state => between.Has(state.AddedIn)).Select(state => (state.AddedIn, $"{Label(state)}, since {state.Date}", state.Text)),
            states.Where(state => between.Has(state.EndedIn)).Select(state => (state.EndedIn!.Value, $"Taken back that it was {Label(state).ToLowerInvariant()}, since {state.Date}", state.EndReason)))));
    }

    private static (ChangeTopic, WhatChanged.Line) Published(Row row, ChangesBetween between) =>
        (ChangeTopic.Inspections, new($"{row.Title}, {row.Date}", $"inspections/{row.Id}", row.Of.Length == 0 ? "" : "Not published", "Published",
            [between.Entry(row.AddedIn, row.Of.Length == 0 ? "Entered as published" : "Published here")])
        { Note = row.Text });

    /// <summary>A judged area at an inspection, and what is aimed for in it, are a line each.</summary>
    private static IEnumerable<(ChangeTopic, WhatChanged.Line)> Grades(IEnumerable<Row> rows, ChangesBetween between) =>
        rows.GroupBy(row => (row.Kind, row.Id, row.Title)).OrderBy(group => group.Key.Title, StringComparer.Ordinal).ThenBy(group => group.Key.Kind).ThenBy(group => group.Key.Id).Select(group =>
        {
            string Text(Row row) => Enum.Parse<Grade>(row.Value!).Label() + (row.Month == 0 ? "" : $" by {row.MonthName}");
            string At(long moment) => group.FirstOrDefault(row => row.StoodAt(moment)) is { } stood ? Text(stood) : "";
            var first = group.First();
            var isAim = first.Kind == Kind.Aim;
            return (ChangeTopic.Grades, new WhatChanged.Line(isAim ? $"{first.Title}: grade aimed for" : $"{first.Title}: {first.Of}, {first.Date}", isAim ? "judged-areas" : $"inspections/{first.Id}", At(between.After), At(between.UpTo), between.InOrder(
                group.Where(row => between.Has(row.AddedIn)).Select(row => (row.AddedIn, Text(row), (string?)null)),
                // Where another follows in the same change, that says it all.
                group.Where(row => between.Has(row.EndedIn) && !group.Any(next => next.AddedIn == row.EndedIn)).Select(row => (row.EndedIn!.Value, isAim ? "No longer aimed for" : "Taken out", (string?)null))),
                group.Any(row => row.IsIllustrative)));
        });

    private static (ChangeTopic, WhatChanged.Line) Note(Row row, ChangesBetween between, bool publishedOnly)
    {
        var isRebase = row.Kind == Kind.Rebase;
        var text = isRebase ? $"Limits worked out anew from {row.MonthName} on" : "On the chart";
        string At(long moment) => row.StoodAt(moment) ? text : row.AddedIn > moment ? "" : isRebase ? "Limits run through again" : "Taken off";
        var said = publishedOnly ? null : row.Text;
        return (ChangeTopic.Notes, new($"{row.Title}{(row.Value is null ? "" : $", {row.Value}")}, {row.MonthName}", $"measures/{Uri.EscapeDataString(row.Of)}", At(between.After), At(between.UpTo), between.InOrder(
            between.Has(row.AddedIn) ? [(row.AddedIn, isRebase ? "Rebase" : "Note", said)] : [],
            between.Has(row.EndedIn) ? [(row.EndedIn!.Value, isRebase ? "Rebase taken back" : "Note taken off", said)] : [])));
    }

    private static (ChangeTopic, WhatChanged.Line) Entry(Row row, ChangesBetween between) =>
        // What an entry that was taken back said should not be read any more.
        between.Has(row.EndedIn)
            ? (ChangeTopic.Timeline, new($"An entry of {row.Date}", "timeline", between.Has(row.AddedIn) ? "" : "In the timeline", "Taken back", between.InOrder(
                between.Has(row.AddedIn) ? [(row.AddedIn, "Added", null)] : [],
                [(row.EndedIn!.Value, "Taken back", row.EndReason)]), row.IsIllustrative))
            : (ChangeTopic.Timeline, new(row.Title, "timeline", "", row.Date, [between.Entry(row.AddedIn, "Added")], row.IsIllustrative) { Note = row.Text });

    /// <summary>A planned date with every day that it was moved to is one line.</summary>
    private static IEnumerable<(ChangeTopic, WhatChanged.Line)> Planned(List<Row> rows, ChangesBetween between)
    {
        // To move one ends it and plans it anew in the same change.
        Row? Next(Row row) => rows.Find(next => next.AddedIn == row.EndedIn);
        foreach (var first in rows.Where(row => !rows.Exists(earlier => earlier.EndedIn == row.AddedIn)))
        {
            List<Row> days = [first];
            while (Next(days[^1]) is { } next)
                days.Add(next);
            var kind = Enum.Parse<PlannedKind>(first.Value!).Label();
            string At(long moment) => days.Find(day => day.StoodAt(moment))?.Day ?? "";
            var isGone = between.Has(days[^1].EndedIn);
            // What was taken back is told without its words, as an entry of the timeline is.
            yield return (ChangeTopic.Dates, new(isGone ? kind : $"{kind}: {first.Title}", "dates", At(between.After), isGone ? "Taken back" : At(between.UpTo), between.InOrder(
                between.Has(first.AddedIn) ? [(first.AddedIn, $"Planned for {first.Day}", null)] : [],
                days.Where(day => between.Has(day.EndedIn)).Select(day => (day.EndedIn!.Value, Next(day) is { } moved ? $"Moved to {moved.Day}" : $"Taken off {day.Day}", day.EndReason))),
                first.IsIllustrative));
        }
    }
}
