using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Sets a target for a measure, or changes one: the one changed ends and another begins, so what was asked at any moment stays known.</summary>
public sealed partial class SaveTarget(IDbContextFactory<TrackerContext> database)
{
    /// <summary>The new target's number.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, entered.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var measure = await db.Measures.Include(measure => measure.Programme).SingleOrDefaultAsync(measure => measure.ProgrammeId == entered.Id && measure.Code == input.Measure, cancel)
            ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var area = input.AreaId is not { } areaId ? null
            : await db.Areas.SingleOrDefaultAsync(area => area.Id == areaId && area.ProgrammeId == entered.Id, cancel) ?? throw Refused.At(nameof(Input.AreaId), "That area is not in this programme any more. Choose another.");
        var source = await input.Source.FindOrMakeAsync(db.SourcesSeenBy(actor, entered.Id), measure.Programme, cancel);
        var steps = input.Levels();
        Fit(measure, steps, input);

        var standing = await db.Targets.Where(target => target.MeasureId == measure.Id && target.EndedIn == null).ToListAsync(cancel);
        var changed = input.Instead is not { } instead ? null : await ChangedAsync(db, measure, standing, instead, input, cancel);
        // One that was taken out meanwhile stays where the target served it already.
        var served = changed?.RequirementId;
        var requirement = input.RequirementId is not { } requirementId ? null
            : await db.Requirements.SingleOrDefaultAsync(one => one.Id == requirementId && one.ProgrammeId == entered.Id && (one.EndedIn == null || one.Id == served), cancel)
                ?? throw Refused.At(nameof(Input.RequirementId), "The notice does not ask for that any more. Choose another requirement, or none.");
        var from = Month.Parse(input.From!);
        if (standing.Exists(target => target != changed && target.SetBy == input.SetBy && target.AreaId == area?.Id && target.From == from))
            throw Refused.At(nameof(Input.From), $"There is a target from {from} by the same setter already. Change that one, or choose another month.");

        changed?.End(scope.Change);
        var made = new Target(measure, area, input.SetBy!.Value, source, TypedText.OrNull(input.Paragraph), changed?.IsIllustrative ?? false, from, Month.TryParse(input.To, out var to) ? to : null, scope.Change)
            .WithSteps(steps.Count > 1 ? input.Path : TargetPath.Steps, steps.Select(step => new TargetStep(step.Month, step.Value, step.UpperValue)))
            .WithTolerance(PlainNumber.Read(input.Tolerance) ?? 0, input.ToleranceKind)
            .For(requirement);
        db.Targets.Add(made);
        await scope.CommitAsync($"{(changed is null ? "set" : "changed")} a target of {measure.Name} ({input.SetBy.Value.Label()})", () => made.Id, cancel);
        return made.Id;
    }

    /// <summary>The target that is to be changed, as it stands now.</summary>
    /// <exception cref="ChangedMeanwhile">The person has not seen it so.</exception>
    private static async Task<Target> ChangedAsync(TrackerContext db, Measure measure, List<Target> standing, int instead, Input input, CancellationToken cancel)
    {
        var id = await db.FindStandingTargetAsync(measure.Id, instead, cancel);
        var target = standing.Find(target => target.Id == id) ?? throw new NotFound(EndTarget.NoSuchTarget);
        var plan = await db.Targets.AsNoTracking().Where(one => one.Id == id).Select(VisibleValues.AsPlan).SingleAsync(cancel);
        input.RequireSeen(Input.Of(plan, instead, target.SourceId, target.RequirementId), $"{target.SetBy.Targets(1)} of {measure.Name}");
        return target;
    }

    /// <summary>Whether the levels make sense for this measure.</summary>
    private static void Fit(Measure measure, IReadOnlyList<TargetPoint> steps, Input input)
    {
        for (var place = 0; place < input.Lines.Count; place++)
        {
            if (measure.Polarity == Polarity.None && !input.Lines[place].IsEmpty && string.IsNullOrWhiteSpace(input.Lines[place].UpTo))
                throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.UpTo), "Neither more nor less of this is better by itself, so give an expected range: from, and up to.");
            if (measure.Unit == MeasureUnit.Percentage && PlainNumber.Read(input.Lines[place].Value) > 100)
                throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.Value), "A percentage goes up to 100.");
            if (measure.Unit == MeasureUnit.Percentage && PlainNumber.Read(input.Lines[place].UpTo) > 100)
                throw Refused.AtLine(nameof(Input.Lines), place, nameof(Line.UpTo), "A percentage goes up to 100.");
        }
        if (steps.Any(step => step.UpperValue is not null) && PlainNumber.Read(input.Tolerance) > 0)
            throw Refused.At(nameof(Input.Tolerance), "A range has no tolerance: widen the range instead.");
    }
}
