using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What was said of a month's figure in an area, by whom and when.</summary>
/// <param name="Stands">Whether nothing was said in its place since.</param>
public sealed record CommentaryLine(int Id, int MeasureId, int AreaId, Month Month, string Why, string? WhatNext, string Who, DateTime SaidAt, bool Stands);

/// <summary>The commentary on a measure's figures.</summary>
public static class Commentaries
{
    internal static IQueryable<CommentaryLine> AsLines(this IQueryable<Commentary> commentaries, TrackerContext db) => commentaries.Select(commentary => new CommentaryLine(
        commentary.Id,
        commentary.MeasureId,
        commentary.AreaId,
        commentary.Month,
        commentary.Why,
        commentary.WhatNext,
        db.Changes.Where(change => change.Sequence == commentary.AddedIn).Select(change => change.PersonName).Single(),
        db.Changes.Where(change => change.Sequence == commentary.AddedIn).Select(change => change.RecordedAt).Single(),
        commentary.EndedIn == null));

    /// <summary>The measure, for somebody who may comment on it: always, or only where they own it.</summary>
    internal static async Task<Measure> FindMeasureToCommentAsync(this TrackerContext db, Actor actor, ProgrammeHeader programme, string code, CancellationToken cancel)
    {
        // Who may comment on nothing is told so, whether or not there is such a measure.
        if (actor.May(Permission.CommentOnValues, programme.Id) == Extent.No)
            actor.Require(Permission.CommentOnValues, programme.Id);
        var measure = await db.Measures.SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == code, cancel) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        actor.Require(Permission.CommentOnValues, programme.Id, isTheirs: measure.OwnerId is not null && measure.OwnerId == actor.PersonId);
        return measure;
    }
}
