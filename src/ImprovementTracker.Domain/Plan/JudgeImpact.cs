using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>
/// Says what difference an action makes once it is completed or verified: that is often seen months later, and its stage
/// stays. Before that, an update says it.
/// </summary>
public sealed class JudgeImpact(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IAboutAction
    {
        public string Programme { get; set; } = "";

        /// <summary>The action's reference: A7.</summary>
        public string Action { get; set; } = "";

        /// <summary>The version that the person saw when writing.</summary>
        public int Version { get; set; }

        public Impact? Impact { get; set; }

        /// <summary>What shows it.</summary>
        public string? Sentence { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Impact).NotNull().WithMessage("Choose what difference the action makes.").IsInEnum().WithMessage("Choose what difference the action makes.");
                RuleFor(input => input.Sentence).NotEmpty().WithMessage("Say in one sentence what shows it.")
                    .MaximumLength(ActionUpdate.SentenceLength).WithMessage($"Say it in at most {ActionUpdate.SentenceLength} characters.");
            }
        }
    }

    /// <returns>The action's reference.</returns>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var opened = await db.OpenActionAsync(actor, input, Permission.UpdateAction, cancel);
        var (programme, scope, action) = opened;
        actor.Require(Permission.UpdateAction, programme.Id, action.IsOf(actor));
        if (scope.Earlier is not null)
            return action.Reference;
        action.RequireSeen(input.Version);

        var impact = input.Impact!.Value;
        if (impact == action.Impact)
            throw Refused.At(nameof(Input.Impact), $"It is entered as that already: {impact.Label().ToLowerInvariant()}. Choose another, or go back.");
        await db.RequireShownAsync(action, impact, cancel);
        action.Judge(impact, input.Sentence!.Trim(), scope.Change);
        await scope.CommitAsync($"judged the impact of action {action.Reference}: {impact.Label().ToLowerInvariant()}", cancel, () => action.Reference);
        return action.Reference;
    }
}

/// <summary>On what an impact may be claimed.</summary>
internal static class ImpactOnEvidence
{
    /// <exception cref="ValidationException">A difference that lasts is claimed, and nothing in evidence shows it.</exception>
    public static async Task RequireShownAsync(this TrackerContext db, PriorityAction action, Impact? impact, CancellationToken cancel)
    {
        if (impact == Impact.Sustained && action.Impact != Impact.Sustained && !await db.Evidence.AnyAsync(one => one.ActionId == action.Id && one.EndedIn == null, cancel))
            throw Refused.At(nameof(JudgeImpact.Input.Impact), $"‘{Impact.Sustained.Label()}’ needs evidence that shows it. Add the evidence first, or choose ‘{Impact.Some.Label()}’.");
    }
}
