using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>
/// Takes an action through its life: its owner says that it is completed, another person verifies it on its evidence or
/// looks at it again, it is reopened or withdrawn. Each is an entry in its history with one sentence.
/// </summary>
public sealed class MoveAction(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IAboutAction
    {
        public string Programme { get; set; } = "";

        /// <summary>The action's reference: A7.</summary>
        public string Action { get; set; } = "";

        /// <summary>The version that the person saw when writing.</summary>
        public int Version { get; set; }

        /// <summary>Any but <see cref="StageMove.Update"/>, which is <see cref="UpdateAction"/>.</summary>
        public StageMove? Move { get; set; }

        /// <summary>What was done, what was seen, or why.</summary>
        public string? Sentence { get; set; }

        /// <summary>Completing, verifying and looking again may say what difference the action made.</summary>
        public Impact? Impact { get; set; }

        /// <summary>Verifying and looking again may say when to look next.</summary>
        public DateOnly? RecheckOn { get; set; }

        /// <summary>The pieces of evidence that the person who verifies was shown, as <see cref="SeenAs"/> writes them; null where none were to be looked at.</summary>
        public string? EvidenceSeen { get; set; }

        /// <summary>Which pieces count, so that one added or taken out meanwhile is noticed.</summary>
        public static string SeenAs(IEnumerable<int> evidenceIds) => string.Join(',', evidenceIds.Order());

        /// <summary>Reopening says how it goes from now on.</summary>
        public Progress? Progress { get; set; }

        /// <summary>Withdrawing says who agreed.</summary>
        public string? AgreedBy { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Move).NotNull().WithMessage("Choose what is to be done with the action.")
                    .Must(move => move is null || (move != StageMove.Update && Enum.IsDefined(move.Value))).WithMessage("Choose what is to be done with the action.");
                RuleFor(input => input.Sentence).NotEmpty().WithMessage(input => Asks(input.Move))
                    .MaximumLength(ActionUpdate.SentenceLength).WithMessage($"Say it in at most {ActionUpdate.SentenceLength} characters.");
                RuleFor(input => input.Impact).IsInEnum().WithMessage("Choose what difference the action made.");
                RuleFor(input => input.Progress).NotNull().When(input => input.Move is StageMove.Reopen).WithMessage("Choose how the action goes: on track, at risk or off track.")
                    .IsInEnum().WithMessage("Choose how the action goes: on track, at risk or off track.");
                RuleFor(input => input.AgreedBy).NotEmpty().When(input => input.Move is StageMove.Withdraw).WithMessage("Say who agreed that the action is withdrawn.")
                    .MaximumLength(ActionUpdate.AgreedByLength).WithMessage($"Write it in at most {ActionUpdate.AgreedByLength} characters.");
            }

            private static string Asks(StageMove? move) => move switch
            {
                StageMove.Complete => "Say in one sentence what was done.",
                StageMove.Verify or StageMove.Recheck => "Say in one sentence what you saw.",
                StageMove.Reopen => "Say why the action is reopened.",
                StageMove.Withdraw => "Say why the action is withdrawn.",
                StageMove.Update or null => "Say it in one sentence.",
            };
        }
    }

    /// <returns>The action's reference.</returns>
    public async Task<string> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var move = input.Move!.Value;
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var opened = await db.OpenActionAsync(actor, input, Permission.ReadProgramme, cancel);
        var (programme, scope, action) = opened;
        var isTheirs = action.IsOf(actor) || (move is not (StageMove.Complete or StageMove.Withdraw) && await db.WasDoneByAsync(action.Id, actor, cancel));
        if (scope.Earlier is not null)
            return action.Reference;
        if (!StageMoves.May(actor, programme.Id, action.Stage, move, isTheirs))
            throw new NotAllowed(Permissions.Refusal(StageMoves.Asks(move)));
        action.RequireSeen(input.Version);
        if (input.RecheckOn is { } recheckOn && move is (StageMove.Verify or StageMove.Recheck))
            RequireSensible(recheckOn, programme);

        await db.Evidence.Where(evidence => evidence.ActionId == action.Id && evidence.EndedIn == null).LoadAsync(cancel);
        if (move is StageMove.Verify or StageMove.Recheck && input.EvidenceSeen is { } seen && seen != Input.SeenAs(action.Evidence.Where(one => one.EndedIn is null).Select(one => one.Id)))
            throw new BrokenRule($"The evidence of action {action.Reference} has changed since you opened the form. Look at it as it stands now, then save again.");
        await db.RequireShownAsync(action, input.Impact, cancel);
        var sentence = input.Sentence!.Trim();
        var done = move switch
        {
            StageMove.Complete => action.Complete(sentence, input.Impact, scope.Change),
            StageMove.Verify => action.Verify(sentence, input.Impact, input.RecheckOn, scope.Change),
            StageMove.Recheck => action.Recheck(sentence, input.Impact, input.RecheckOn, scope.Change),
            StageMove.Reopen => action.Reopen(input.Progress!.Value, sentence, scope.Change),
            StageMove.Withdraw => action.Withdraw(sentence, input.AgreedBy!.Trim(), scope.Change),
            StageMove.Update => throw new InvalidOperationException("An update is not a move of this use case."),
        };
        await scope.CommitAsync($"{move.Done()} action {action.Reference}: {done.Sentence}", cancel, () => action.Reference);
        return action.Reference;
    }

    private static void RequireSensible(DateOnly recheckOn, ProgrammeHeader programme)
    {
        if (recheckOn <= programme.JudgedOn)
            throw Refused.At(nameof(Input.RecheckOn), $"Choose a day after {Words.Date(programme.JudgedOn)} on which to look at it again.");
        if (recheckOn > programme.JudgedOn.AddYears(PriorityAction.LongestYears))
            throw Refused.At(nameof(Input.RecheckOn), $"{Words.Date(recheckOn)} is more than {Words.InText(PriorityAction.LongestYears)} years ahead. Check the year.");
    }
}
