using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>One action seen twice: as its owner says it goes, and as the record says by rule. Six statements.</summary>
public sealed class TwoLenses(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Judged">How many of the measures that it should move have figures enough to be judged.</param>
    /// <param name="Measures">How many measures it should move.</param>
    public sealed record Shown(StatusByRule.Facts Action, StatusByRule ByRule, int Judged, int Measures)
    {
        public bool Disagrees => ByRule.Disagrees(Action);
    }

    public async Task<Shown> LoadAsync(Actor actor, string slug, string reference, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadProgramme, cancel);
        var action = await db.PriorityActions.AsNoTracking()
            .Where(action => action.ProgrammeId == programme.Id && action.Reference == reference)
            .Select(action => new
            {
                Facts = new StatusByRule.Facts(action.Stage, action.Progress, action.StartsOn, action.DueOn, action.Updates.Max(update => (DateOnly?)update.SaidOn)),
                Measures = action.Measures.Where(link => link.EndedIn == null).Select(link => link.MeasureId).ToList(),
            })
            .SingleOrDefaultAsync(cancel)
            ?? throw new NotFound("There is no such action in this programme. Choose one from the list of actions.");
        if (!action.Facts.Stage.IsOpen() || action.Measures.Count == 0)
            return new(action.Facts, StatusByRule.Of(action.Facts, [], programme.JudgedOn), 0, action.Measures.Count);
        var measures = (await db.LoadMeasuresAsync(actor, programme, cancel)).Where(measure => action.Measures.Contains(measure.Id)).ToList();
        var figures = await FiguresOfWhole.LoadAsync(db, actor, programme, tree, measures, null, cancel);
        var moved = measures.ConvertAll(measure => new FiguresToMove(measure.Code, measure.Name, figures.MovementOf(measure)));
        return new(action.Facts, StatusByRule.Of(action.Facts, moved, programme.JudgedOn), moved.Count(measure => measure.Movement is not null), moved.Count);
    }
}
