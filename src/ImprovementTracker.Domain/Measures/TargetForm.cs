using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What the form for a target needs: the areas and documents to choose from, and what the target to change asks now.</summary>
public sealed class TargetForm(IDbContextFactory<TrackerContext> database)
{
    /// <summary>How many lines the form offers beyond those that are filled.</summary>
    public const int FreeLines = 4;

    /// <param name="Target">The target to change as it stands now; null for one more.</param>
    public sealed record Opened(ProgrammeHeader Programme, MeasureRow Measure, AreaTree Areas, IReadOnlyList<SourceOption> Sources, IReadOnlyList<RequirementChoice> Requirements, TargetPlan? Target, SaveTarget.Input Input);

    /// <summary>A requirement of the notice that a target can serve: R3, and what it asks.</summary>
    public sealed record RequirementChoice(int Id, string Reference, string Words);

    /// <param name="instead">The target to change, which may have been changed since: what stands of it now is found. Null for one more.</param>
    public async Task<Opened> LoadAsync(Actor actor, string slug, string code, int? instead, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.RecordValues, cancel);
        var areas = await db.LoadAreasAsync(programme.Id, cancel);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var sources = await db.SourcesSeenBy(actor, programme.Id).LoadAsOptionsAsync(cancel);
        // A number that is asked of the whole is not asked of every team: 1,400 referrals in each of them.
        var input = new SaveTarget.Input { From = Month.Of(programme.JudgedOn).ToIso(), AreaId = measure.Shape.Unit == MeasureUnit.Count ? areas.Whole?.Id : null };
        TargetPlan? target = null;
        if (instead is { } id)
        {
            var standing = await db.FindStandingTargetAsync(measure.Id, id, cancel);
            target = measure.Targets.SingleOrDefault(target => target.Id == standing) ?? throw new NotFound(EndTarget.NoSuchTarget);
            var keys = await db.Targets.Where(one => one.Id == target.Id).Select(one => new { one.SourceId, one.RequirementId }).SingleAsync(cancel);
            input = SaveTarget.Input.Of(target, id, keys.SourceId, keys.RequirementId);
        }
        (input.Programme, input.Measure) = (slug, code);
        input.Lines.AddRange(Enumerable.Range(0, FreeLines).Select(_ => new SaveTarget.Line()));
        var served = input.RequirementId;
        var requirements = await db.Requirements.AsNoTracking()
            .Where(requirement => requirement.ProgrammeId == programme.Id && (requirement.EndedIn == null || requirement.Id == served))
            .Select(requirement => new RequirementChoice(requirement.Id, requirement.Reference, requirement.Words))
            .ToListAsync(cancel);
        return new Opened(programme, measure, areas, sources,
            [.. requirements.OrderBy(one => one.Reference.Length).ThenBy(one => one.Reference, StringComparer.OrdinalIgnoreCase)], target, input);
    }
}
