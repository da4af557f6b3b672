using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What people have said of a measure's figures: what happened, where its limits begin anew, why a month is as it is.</summary>
public sealed record MeasureRemarks(IReadOnlyList<SeriesNote> Annotations, IReadOnlyList<SeriesNote> Rebases, IReadOnlyList<CommentaryNote> Commentaries)
{
    /// <summary>Those that an area's chart shows: its own and those of every area.</summary>
    public MeasureRemarks For(int areaId) => new(
        [.. Annotations.Where(note => note.IsAbout(areaId))],
        [.. Rebases.Where(rebase => rebase.IsAbout(areaId))],
        [.. Commentaries.Where(commentary => commentary.AreaId == areaId)]);
}

/// <summary>A note on a chart, or a rebase with its reason, as it stands now.</summary>
/// <param name="AreaId">The only area that it is about; null for every area.</param>
/// <param name="Text">What happened, or why the limits begin anew; empty where the person may know only that they do.</param>
public sealed record SeriesNote(int Id, Month Month, int? AreaId, string? Area, string Text, string Who, DateTime RecordedAt)
{
    /// <summary>Whether an area's chart shows it.</summary>
    public bool IsAbout(int areaId) => AreaId is null || AreaId == areaId;
}

/// <summary>Why a month's figure in an area is as it is, and what comes next.</summary>
public sealed record CommentaryNote(int Id, int AreaId, Month Month, string Why, string? WhatNext, string Who, DateTime RecordedAt);

public static class RemarksOnMeasure
{
    private enum Kind { Annotation, Rebase, Commentary }

    /// <summary>
    /// All that stands now, in the order of the months; one statement. A reader gets only that the whole authority's limits
    /// begin anew, without reason and name: nobody has looked at what the rest gives away.
    /// </summary>
    public static async Task<MeasureRemarks> LoadRemarksAsync(this TrackerContext db, Actor actor, int programmeId, int measureId, CancellationToken cancel)
    {
        var rebases = db.Rebases.Where(rebase => rebase.MeasureId == measureId && rebase.EndedIn == null)
            .Select(rebase => new { Kind = (int)Kind.Rebase, rebase.Id, rebase.AreaId, Area = (string?)rebase.Area!.Name, IsPart = rebase.Area!.ParentId != null, Month = rebase.From, Text = rebase.Reason, WhatNext = (string?)null, rebase.AddedIn });
        var annotations = db.Annotations.Where(note => note.MeasureId == measureId && note.EndedIn == null)
            .Select(note => new { Kind = (int)Kind.Annotation, note.Id, note.AreaId, Area = (string?)note.Area!.Name, IsPart = note.Area!.ParentId != null, note.Month, note.Text, WhatNext = (string?)null, note.AddedIn });
        var commentaries = db.Commentaries.Where(commentary => commentary.MeasureId == measureId && commentary.EndedIn == null)
            .Select(commentary => new { Kind = (int)Kind.Commentary, commentary.Id, AreaId = (int?)commentary.AreaId, Area = (string?)commentary.Area.Name, IsPart = commentary.Area.ParentId != null, commentary.Month, Text = commentary.Why, commentary.WhatNext, commentary.AddedIn });
        var publishedOnly = actor.SeesOnlyPublished(programmeId);
        var seen = publishedOnly ? rebases.Where(rebase => !rebase.IsPart) : annotations.Concat(rebases).Concat(commentaries);
        var all = await seen
            .Join(db.Changes, remark => remark.AddedIn, change => change.Sequence, (remark, change) => new { remark.Kind, remark.Id, remark.AreaId, remark.Area, remark.Month, remark.Text, remark.WhatNext, change.PersonName, change.RecordedAt })
            .OrderBy(remark => remark.Month).ThenBy(remark => remark.Id)
            .ToListAsync(cancel);
        IReadOnlyList<SeriesNote> Notes(Kind kind) => [.. all.Where(remark => remark.Kind == (int)kind)
            .Select(remark => new SeriesNote(remark.Id, remark.Month, remark.AreaId, remark.Area, publishedOnly ? "" : remark.Text, publishedOnly ? "" : remark.PersonName, remark.RecordedAt))];
        return new(
            Notes(Kind.Annotation),
            Notes(Kind.Rebase),
            [.. all.Where(remark => remark.Kind == (int)Kind.Commentary)
                .Select(remark => new CommentaryNote(remark.Id, remark.AreaId!.Value, remark.Month, remark.Text, remark.WhatNext, remark.PersonName, remark.RecordedAt))]);
    }
}
