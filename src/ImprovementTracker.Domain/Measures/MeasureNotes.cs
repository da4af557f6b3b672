using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What people have said of a measure's figures: what happened, where its limits begin anew, why a month is as it is.</summary>
public sealed record MeasureNotes(IReadOnlyList<AnnotationNote> Annotations, IReadOnlyList<RebaseNote> Rebases, IReadOnlyList<CommentaryNote> Commentaries)
{
    /// <summary>Those that an area's chart shows: its own and those of every area.</summary>
    public MeasureNotes For(int areaId) => new(
        [.. Annotations.Where(note => note.AreaId is null || note.AreaId == areaId)],
        [.. Rebases.Where(rebase => rebase.AreaId is null || rebase.AreaId == areaId)],
        [.. Commentaries.Where(commentary => commentary.AreaId == areaId)]);
}

/// <param name="AreaId">Null where it is about every area.</param>
public sealed record AnnotationNote(int Id, int? AreaId, Month Month, string Text, string Who, DateTime RecordedAt);

/// <param name="AreaId">Null where it is about every area.</param>
public sealed record RebaseNote(int Id, int? AreaId, Month From, string Reason, string Who, DateTime RecordedAt);

public sealed record CommentaryNote(int Id, int AreaId, Month Month, string Why, string? WhatNext, string Who, DateTime RecordedAt);

public static class NotesOfMeasure
{
    private enum Kind { Annotation, Rebase, Commentary }

    /// <summary>All that stands now, in the order of the months; one statement.</summary>
    public static async Task<MeasureNotes> LoadNotesAsync(this TrackerContext db, int measureId, CancellationToken cancel)
    {
        var annotations = db.Annotations.Where(note => note.MeasureId == measureId && note.EndedIn == null)
            .Select(note => new { Kind = (int)Kind.Annotation, note.Id, note.AreaId, note.Month, note.Text, WhatNext = (string?)null, note.AddedIn });
        var rebases = db.Rebases.Where(rebase => rebase.MeasureId == measureId && rebase.EndedIn == null)
            .Select(rebase => new { Kind = (int)Kind.Rebase, rebase.Id, rebase.AreaId, Month = rebase.From, Text = rebase.Reason, WhatNext = (string?)null, rebase.AddedIn });
        var commentaries = db.Commentaries.Where(commentary => commentary.MeasureId == measureId && commentary.EndedIn == null)
            .Select(commentary => new { Kind = (int)Kind.Commentary, commentary.Id, AreaId = (int?)commentary.AreaId, commentary.Month, Text = commentary.Why, commentary.WhatNext, commentary.AddedIn });
        var notes = await annotations.Concat(rebases).Concat(commentaries)
            .Join(db.Changes, note => note.AddedIn, change => change.Sequence, (note, change) => new { note.Kind, note.Id, note.AreaId, note.Month, note.Text, note.WhatNext, change.PersonName, change.RecordedAt })
            .OrderBy(note => note.Month).ThenBy(note => note.Id)
            .ToListAsync(cancel);
        return new(
            [.. notes.Where(note => note.Kind == (int)Kind.Annotation).Select(note => new AnnotationNote(note.Id, note.AreaId, note.Month, note.Text, note.PersonName, note.RecordedAt))],
            [.. notes.Where(note => note.Kind == (int)Kind.Rebase).Select(note => new RebaseNote(note.Id, note.AreaId, note.Month, note.Text, note.PersonName, note.RecordedAt))],
            [.. notes.Where(note => note.Kind == (int)Kind.Commentary).Select(note => new CommentaryNote(note.Id, note.AreaId!.Value, note.Month, note.Text, note.WhatNext, note.PersonName, note.RecordedAt))]);
    }
}
