using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What the form for a requirement of the notice needs: the requirement as it is entered now, themes and documents.</summary>
public sealed class RequirementToEdit(IDbContextFactory<TrackerContext> database)
{
    public sealed record ThemeChoice(int Id, string Name);

    public sealed record Form(ProgrammeHeader Programme, SaveRequirement.Input Input, IReadOnlyList<ThemeChoice> Themes, IReadOnlyList<SourceOption> Sources);

    /// <param name="requirementId">Null for a new requirement.</param>
    public async Task<Form> LoadAsync(Actor actor, string slug, int? requirementId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var input = new SaveRequirement.Input { Programme = slug };
        if (requirementId is not null)
        {
            var now = await db.Requirements.AsNoTracking()
                .SingleOrDefaultAsync(requirement => requirement.Id == requirementId && requirement.ProgrammeId == programme.Id && requirement.EndedIn == null, cancel)
                ?? throw new NotFound("There is no such requirement in this programme. Choose one from the notice's page.");
            input = SaveRequirement.Input.Of(now);
            input.Programme = slug;
        }
        var themes = await db.Themes.AsNoTracking()
            .Where(theme => theme.ProgrammeId == programme.Id)
            .OrderBy(theme => theme.Order).ThenBy(theme => theme.Name)
            .Select(theme => new ThemeChoice(theme.Id, theme.Name))
            .ToListAsync(cancel);
        return new Form(programme, input, themes, await db.LoadSourcesAsync(programme.Id, cancel));
    }
}
