using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What the form for a judgement of a requirement needs: the requirement's words and the documents.</summary>
public sealed class RequirementToReview(IDbContextFactory<TrackerContext> database)
{
    public sealed record Form(ProgrammeHeader Programme, string Reference, string Words, bool IsVerbatim, bool IsIllustrative, IReadOnlyList<SourceOption> Sources, ReviewRequirement.Input Input, bool HasTargets);

    public async Task<Form> LoadAsync(Actor actor, string slug, int requirementId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.EnterPlan, cancel);
        var found = await db.Requirements.AsNoTracking()
            .Where(requirement => requirement.Id == requirementId && requirement.ProgrammeId == programme.Id && requirement.EndedIn == null)
            .Select(requirement => new { requirement.Reference, requirement.Words, requirement.IsVerbatim, requirement.IsIllustrative, requirement.Version, HasTargets = db.Targets.Any(target => target.RequirementId == requirementId && target.EndedIn == null) })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such requirement in this programme. Choose one from the notice's page.");
        return new Form(programme, found.Reference, found.Words, found.IsVerbatim, found.IsIllustrative, await db.LoadSourcesAsync(programme.Id, cancel),
            new() { Programme = slug, RequirementId = requirementId, Version = found.Version }, found.HasTargets);
    }
}
