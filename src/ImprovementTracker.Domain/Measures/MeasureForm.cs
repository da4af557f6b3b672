using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What the form for a measure needs: the themes, and what is said of the measure now.</summary>
public sealed class MeasureForm(IDbContextFactory<TrackerContext> database)
{
    /// <param name="People">Who may own it, and whoever owns it now.</param>
    /// <param name="HasFigures">Whether figures are recorded, so that unit and period stay as they are.</param>
    /// <param name="LastMonth">The last month for which it is collected; null while it is.</param>
    public sealed record Opened(ProgrammeHeader Programme, SaveMeasure.Input Input, IReadOnlyList<(int Id, string Name)> Themes, IReadOnlyList<OwnerChoice> People, bool HasFigures, Month? LastMonth);

    /// <param name="code">The measure to change; null for a new one.</param>
    public async Task<Opened> LoadAsync(Actor actor, string slug, string? code, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var themes = await db.Themes.AsNoTracking()
            .Where(theme => theme.ProgrammeId == programme.Id)
            .OrderBy(theme => theme.Order).ThenBy(theme => theme.Id)
            .Select(theme => new { theme.Id, theme.Name })
            .ToListAsync(cancel);
        var measure = code is null ? null : await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id && measure.Code == code)
            .Select(measure => new { Entry = measure, HasFigures = db.Observations.Any(observation => observation.MeasureId == measure.Id) })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var entry = measure?.Entry;
        var people = await db.LoadOwnerChoicesAsync(programme.Id, [entry?.OwnerId], cancel);
        var input = entry is null ? new() { Decimals = 0 } : SaveMeasure.Input.Of(entry);
        input.Programme = slug;
        return new Opened(
            programme,
            input,
            [.. themes.Select(theme => (theme.Id, theme.Name))],
            people,
            measure?.HasFigures ?? false,
            entry?.LastMonth);
    }
}
