using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What the form needs that gives several measures to one owner: who owns each now, and who could.</summary>
public sealed class OwnersForm(IDbContextFactory<TrackerContext> database)
{
    public sealed record Opened(ProgrammeHeader Programme, IReadOnlyList<Line> Measures, IReadOnlyList<OwnerChoice> People);

    /// <param name="Theme">Null for a measure without one.</param>
    /// <param name="Owner">Null while nobody owns it.</param>
    public sealed record Line(string Code, string Name, string? Theme, OwnerChoice? Owner);

    public async Task<Opened> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var measures = await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id)
            .OrderBy(measure => measure.ThemeId == null).ThenBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .Select(measure => new Line(measure.Code, measure.Name, measure.Theme!.Name, measure.Owner == null ? null : new OwnerChoice(measure.Owner.Id, measure.Owner.Name, measure.Owner.Post)))
            .ToListAsync(cancel);
        return new(programme, measures, await db.LoadOwnerChoicesAsync(programme.Id, [], cancel));
    }
}
