using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Takes a note off a measure's chart. What was on it at an earlier moment stays known.</summary>
public sealed class EndAnnotation(IDbContextFactory<TrackerContext> database)
{
    public async Task ExecuteAsync(Actor actor, string slug, int annotationId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, null, cancel);
        var annotation = await db.Annotations.Include(annotation => annotation.Measure)
            .SingleOrDefaultAsync(annotation => annotation.Id == annotationId && annotation.Measure.ProgrammeId == programme.Id, cancel) ?? throw new NotFound("There is no such note in this programme.");
        if (annotation.EndedIn is not null)
            return;
        annotation.End(scope.Change);
        await scope.CommitAsync($"took a note off the chart of {annotation.Measure.Name} at {annotation.Month}", cancel);
    }
}
