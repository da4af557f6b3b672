using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Takes a piece of evidence out of what counts, with the reason; it stays in the record. It is for those who do the action and for who added it. What a verified action rests on stays until it is reopened.</summary>
public sealed class EndEvidence(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IAboutAction
    {
        public string Programme { get; set; } = "";

        /// <summary>The action's reference: A7.</summary>
        public string Action { get; set; } = "";

        public int EvidenceId { get; set; }
        public string? Reason { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Reason).NotEmpty().WithMessage("Say why it counts no more.")
                .MaximumLength(Evidence.ReasonLength).WithMessage($"Say it in at most {Evidence.ReasonLength} characters.");
        }
    }

    /// <returns>The action's reference.</returns>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var opened = await db.OpenActionAsync(actor, input, Permission.ReadProgramme, cancel);
        var (programme, scope, action) = opened;
        EvidenceRules.RequireMayChange(actor, programme.Id, action);
        if (scope.Earlier is not null)
            return action.Reference;
        var held = await db.Evidence.Where(evidence => evidence.ActionId == action.Id && evidence.EndedIn == null).ToListAsync(cancel);
        var evidence = held.Find(one => one.Id == input.EvidenceId) ?? throw new NotFound("This evidence was taken out already. Load the page again.");
        if (action.Stage == Stage.Verified && !held.Exists(other => other != evidence && other.Strength.IsAtLeast(action.EvidenceNeeded)))
            throw new BrokenRule($"Action {action.Reference} is verified on this evidence alone. Add other evidence first, or reopen the action.");
        evidence.End(input.Reason!.Trim(), scope.Change);
        await scope.CommitAsync($"took evidence out of action {action.Reference}: {evidence.Title}, because {evidence.EndedBecause}", cancel, () => action.Reference);
        return action.Reference;
    }
}
