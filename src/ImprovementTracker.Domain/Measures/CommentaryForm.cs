using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What the form for a commentary needs: the figure that it is about, what stands, and what was said before.</summary>
public sealed class CommentaryForm(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Figure">75% (30 of 40), or why there is none.</param>
    /// <param name="Marks">Provisional, revised, illustrative; empty where nothing is to be said of it.</param>
    /// <param name="Reason">What was said with the recorded value itself, such as why it is far from the earlier months; null where nothing.</param>
    /// <param name="Current">Null where nothing stands.</param>
    /// <param name="Earlier">What was said before, the latest first.</param>
    public sealed record Shown(ProgrammeHeader Programme, string Code, string Measure, MeasureShape Shape, AreaNode Area, Month Month, string Figure, string Marks, string? Reason, CommentaryLine? Current, IReadOnlyList<CommentaryLine> Earlier);

    /// <summary>Five statements. Without an area the whole authority, without a month the one the programme is judged in.</summary>
    public async Task<Shown> LoadAsync(Actor actor, string slug, string code, int? areaId, Month? month, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, slug, cancel);
        var measure = await db.FindMeasureToCommentAsync(actor, programme, code, cancel);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var area = (areaId is { } id ? tree.Find(id) : tree.Whole) ?? throw new NotFound(CommentOnValue.NoSuchArea);
        var shown = month ?? Month.Of(programme.JudgedOn);
        CommentOnValue.RequireBegun(shown, programme);
        var shape = new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period);
        var values = await db.RevisionsVisibleTo(actor, programme.Id)
            .Where(revision => revision.Observation.MeasureId == measure.Id && revision.Observation.Month == shown && revision.Observation.Period == measure.Period)
            .AsRows().ToListAsync(cancel);
        var figure = new MonthlyFigures(tree, values, actor.SeesOnlyPublished(programme.Id)).Of(shape, area.Id, shown);
        var said = await db.Commentaries.AsNoTracking()
            .Where(commentary => commentary.MeasureId == measure.Id && commentary.AreaId == area.Id && commentary.Month == shown)
            .OrderByDescending(commentary => commentary.Id)
            .AsLines(db).ToListAsync(cancel);
        var current = said.FirstOrDefault(line => line.Stands);
        return new Shown(
            programme, measure.Code, measure.Name, shape, area, shown, MonthGrid.TextOf(figure, shape), figure.ShownMarks.AllInWords, figure.Own?.Reason,
            current, [.. said.Where(line => line != current)]);
    }
}
