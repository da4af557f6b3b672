using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>The figures of the whole authority on several measures, up to the month in which the programme is judged, and how they have moved lately.</summary>
internal sealed class FiguresOfWhole
{
    private readonly ProgrammeHeader _programme;
    private readonly AreaTree _tree;
    private readonly ILookup<int, Month> _rebases;

    private FiguresOfWhole(ProgrammeHeader programme, AreaTree tree, MonthlyFigures figures, ILookup<int, Month> rebases) =>
        (_programme, _tree, Figures, _rebases) = (programme, tree, figures, rebases);

    /// <summary>Of the whole authority in every month; of its parts in the month asked for.</summary>
    public MonthlyFigures Figures { get; }

    /// <summary>Three statements however much there is.</summary>
    /// <param name="everyArea">The month for which the figures of every area are wanted too.</param>
    public static async Task<FiguresOfWhole> LoadAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, AreaTree tree, IReadOnlyCollection<MeasureRow> measures, Month? everyArea, CancellationToken cancel)
    {
        var whole = tree.Whole?.Id;
        var latest = Month.Of(programme.JudgedOn);
        var ids = measures.Select(measure => measure.Id).ToList();
        var rebases = (await db.Rebases.AsNoTracking()
            .Where(rebase => ids.Contains(rebase.MeasureId) && rebase.EndedIn == null && (rebase.AreaId == null || rebase.AreaId == whole))
            .Select(rebase => new { rebase.MeasureId, rebase.From })
            .ToListAsync(cancel)).ToLookup(rebase => rebase.MeasureId, rebase => rebase.From);
        var values = db.RevisionsVisibleTo(actor, programme.Id).Where(revision => ids.Contains(revision.Observation.MeasureId) && revision.Observation.Month <= latest);
        var own = await values.Where(revision => revision.Observation.AreaId == whole).AsRows().ToListAsync(cancel);
        // There are many parts, and they matter only where the whole has no figure of its own.
        var complete = own.Where(row => row.Kind is ValueKind.Counted or ValueKind.Stated).ToLookup(row => (row.MeasureId, row.Period));
        var summed = measures.Where(measure => measure.First is { } first && complete[(measure.Id, measure.Shape.Period)].Count() <= (measure.Last ?? latest).MonthsSince(first)).Select(measure => measure.Id).ToList();
        var parts = await values.Where(revision => revision.Observation.AreaId != whole && (summed.Contains(revision.Observation.MeasureId) || revision.Observation.Month == everyArea)).AsRows().ToListAsync(cancel);
        return new(programme, tree, new MonthlyFigures(tree, own.Concat(parts), actor.SeesOnlyPublished(programme.Id)), rebases);
    }

    /// <summary>Null where too little is known to say.</summary>
    public RecentMovement? MovementOf(MeasureRow measure)
    {
        var latest = Month.Of(_programme.JudgedOn);
        if (_tree.Whole is not { } whole || measure.First is not { } first || first > latest)
            return null;
        var chart = MeasureSeries.ChartOf(_programme, measure.Shape, Figures, whole.Id, measure.CountedAlikeSince(latest) ?? first, latest, _rebases[measure.Id], []);
        return RecentMovement.Of(chart, measure.Shape.Polarity, latest);
    }
}
