using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>The form of an objective as it opens: new with the next reference proposed, or with the words that stand.</summary>
public sealed class ObjectiveForm(IDbContextFactory<TrackerContext> database)
{
    public sealed record Opened(ProgrammeHeader Programme, SaveObjective.Input Input, IReadOnlyList<(int Id, string Name)> Themes);

    /// <param name="reference">The objective to change; null for a new one.</param>
    public async Task<Opened> LoadAsync(Actor actor, string slug, string? reference, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var themes = await db.Themes.AsNoTracking().Where(theme => theme.ProgrammeId == programme.Id).OrderBy(theme => theme.Order).ThenBy(theme => theme.Id)
            .Select(theme => new { theme.Id, theme.Name }).ToListAsync(cancel);
        var input = reference is null
            ? new() { Reference = PlanReference.Next('O', await db.Objectives.Where(objective => objective.ProgrammeId == programme.Id).Select(objective => objective.Reference).ToListAsync(cancel)) }
            : await db.Objectives.AsNoTracking().Where(objective => objective.ProgrammeId == programme.Id && objective.Reference == reference)
                .Select(objective => SaveObjective.Input.Of(objective.Id, objective.Reference, objective.Title, objective.OutcomeSought, objective.ThemeId))
                .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such objective in this programme. Choose one from the list of actions.");
        input.Programme = programme.Slug;
        return new(programme, input, [.. themes.Select(theme => (theme.Id, theme.Name))]);
    }
}
