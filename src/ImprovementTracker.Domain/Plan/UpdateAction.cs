using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>
/// What the person who leads an action says of it: how it goes, in one sentence, and perhaps a new date with its reason.
/// It is one entry in the action's history; the date first agreed stays.
/// </summary>
public sealed class UpdateAction(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IAboutAction
    {
        public string Programme { get; set; } = "";

        /// <summary>The action's reference: A7.</summary>
        public string Action { get; set; } = "";

        /// <summary>The version that the person saw when writing.</summary>
        public int Version { get; set; }

        public Progress? Progress { get; set; }
        public string? Sentence { get; set; }

        /// <summary>Only when the due date moves; then with its reason.</summary>
        public DateOnly? NewDueOn { get; set; }

        public string? SlipReason { get; set; }

        /// <summary>Who agreed to the new date, where anybody had to: a board, a person, a post.</summary>
        public string? AgreedBy { get; set; }

        /// <summary>What holds the action up; empty while nothing does.</summary>
        public string? BlockedBy { get; set; }

        /// <summary>What held it up when the form was opened: where the person left that as it was, what somebody else says of it meanwhile stays.</summary>
        public string? BlockedBySeen { get; set; }

        /// <summary>What difference it has made so far; null where that is as it was.</summary>
        public Impact? Impact { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Progress).NotNull().WithMessage("Choose how the action goes: on track, at risk or off track.")
                    .IsInEnum().WithMessage("Choose how the action goes: on track, at risk or off track.");
                RuleFor(input => input.Sentence).NotEmpty().WithMessage("Say in one sentence where the action stands.")
                    .MaximumLength(ActionUpdate.SentenceLength).WithMessage($"Say it in at most {ActionUpdate.SentenceLength} characters.");
                RuleFor(input => input.SlipReason).NotEmpty().When(input => input.NewDueOn is not null).WithMessage("Say why the due date moves.")
                    .MaximumLength(ActionUpdate.SlipReasonLength).WithMessage($"Say it in at most {ActionUpdate.SlipReasonLength} characters.");
                RuleFor(input => input.AgreedBy).MaximumLength(ActionUpdate.AgreedByLength).WithMessage($"Write it in at most {ActionUpdate.AgreedByLength} characters.");
                RuleFor(input => input.BlockedBy).MaximumLength(ActionUpdate.BlockedByLength).WithMessage($"Say it in at most {ActionUpdate.BlockedByLength} characters.");
                RuleFor(input => input.Impact).IsInEnum().WithMessage("Choose what difference the action made.");
                RuleFor(input => input.NewDueOn).NotNull().When(input => !string.IsNullOrWhiteSpace(input.SlipReason))
                    .WithMessage("Choose the new due date, or clear its reason.");
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
        RequireSensible(input.NewDueOn, action, programme);

        await db.RequireShownAsync(action, input.Impact, cancel);
        var sentence = input.Sentence!.Trim();
        var update = action.Report(input.Progress!.Value, sentence, input.NewDueOn, input.SlipReason?.Trim(), scope.Change, input.AgreedBy.OrNull(), input.BlockedBy.OrNull(), input.Impact);
        var moved = update.MovedFrom is { } from ? $", due date moved from {Words.Date(from)} to {Words.Date(update.DueOn)}" : "";
        await scope.CommitAsync($"updated action {action.Reference}: {input.Progress.Value.Label().ToLowerInvariant()}{moved}", cancel, () => action.Reference);
        return action.Reference;
    }

    private static void RequireSensible(DateOnly? newDueOn, PriorityAction action, ProgrammeHeader programme)
    {
        if (newDueOn is not { } date || date == action.DueOn)
            return;
        if (date < programme.JudgedOn)
            throw Refused.At(nameof(Input.NewDueOn), $"{Words.Date(date)} has passed. Choose {Words.Date(programme.JudgedOn)} or a later day.");
        if (date > action.DueOn.AddYears(PriorityAction.LongestYears))
            throw Refused.At(nameof(Input.NewDueOn), $"{Words.Date(date)} is more than {Words.InText(PriorityAction.LongestYears)} years after the present due date. Check the year.");
    }
}
