using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What the forms for notes on a chart and for rebases show: those that stand, and the areas to choose from. Four statements.</summary>
public sealed class MeasureNotes(IDbContextFactory<TrackerContext> database)
{
    public sealed record Opened(ProgrammeHeader Programme, MeasureRow Measure, AreaTree Areas, IReadOnlyList<SeriesNote> Annotations, IReadOnlyList<SeriesNote> Rebases);

    public async Task<Opened> LoadAsync(Actor actor, string slug, string code, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var remarks = await db.LoadRemarksAsync(actor, programme.Id, measure.Id, cancel);
        return new(programme, measure, await db.LoadAreasAsync(programme.Id, cancel), remarks.Annotations, remarks.Rebases);
    }
}
