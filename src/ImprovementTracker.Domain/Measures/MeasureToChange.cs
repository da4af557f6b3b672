using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A measure as the forms show it that give it another definition, retire it or take it up again: two statements.</summary>
public sealed class MeasureToChange(IDbContextFactory<TrackerContext> database)
{
    public sealed record Opened(ProgrammeHeader Programme, MeasureRow Measure);

    public async Task<Opened> LoadAsync(Actor actor, string slug, string code, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        return new(programme, measure);
    }
}
