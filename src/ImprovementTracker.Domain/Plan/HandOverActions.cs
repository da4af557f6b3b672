using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>
/// Hands the open actions of somebody who leaves to somebody else, all that are ticked or none. Where the person leads an action
/// the other leads it from now on, where accountable the other is; each action has its own entry in its history.
/// A service director hands over what is theirs.
/// </summary>
public sealed class HandOverActions(IDbContextFactory<TrackerContext> database)
{
    /// <summary>So many actions are handed over at once.</summary>
    public const int MostActions = 200;

    /// <summary>The entry in the history names both people and the day besides.</summary>
    public const int SentenceLength = 220;

    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";

        /// <summary>Who hands over.</summary>
        public int? FromId { get; set; }

        /// <summary>Who takes over.</summary>
        public int? ToId { get; set; }

        // A form in which nothing is ticked carries no list at all: that is none, not nothing.

        /// <summary>The references of the actions whose lead passes.</summary>
        public List<string> Led { get; set => field = value ?? []; } = [];

        /// <summary>The references of the actions for which the other is accountable from now on.</summary>
        public List<string> Accountable { get; set => field = value ?? []; } = [];

        /// <summary>Why, or what the one who takes over must know.</summary>
        public string? Sentence { get; set; }

        /// <summary>The day of the handover.</summary>
        public DateOnly? On { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();
        public string? Seen { get; set; }

        /// <summary>The form as it opens, with everything ticked that the person has to hand over.</summary>
        /// <param name="open">The person's open actions.</param>
        public static Input Of(int personId, IReadOnlyCollection<PriorityAction> open) => new Input
        {
            FromId = personId,
            Led = [.. open.Where(action => action.LeadId == personId).Select(action => action.Reference)],
            Accountable = [.. open.Where(action => action.AccountableId == personId).Select(action => action.Reference)],
        }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.FromId).NotNull().WithMessage("Choose who hands over.");
                RuleFor(input => input.ToId).NotNull().WithMessage("Choose who takes over.")
                    .NotEqual(input => input.FromId).When(input => input.ToId is not null, ApplyConditionTo.CurrentValidator).WithMessage("Choose somebody else than the person who hands over.");
                RuleFor(input => input.Led).NotEmpty().When(input => input.Accountable.Count == 0).WithMessage("Tick at least one action.")
                    .Must((input, _) => input.Led.Union(input.Accountable).Count() <= MostActions).WithMessage($"Tick at most {MostActions} actions, and hand over the others after them.");
                RuleFor(input => input.Sentence).NotEmpty().WithMessage("Say in one sentence why, or what must be known of it.")
                    .MaximumLength(SentenceLength).WithMessage($"Say it in at most {SentenceLength} characters.");
                RuleFor(input => input.On).NotNull().WithMessage("Choose the day of the handover.");
            }
        }
    }

    /// <returns>The number of the change, by which <see cref="HandoverList"/> is found.</returns>
    public async Task<long> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, input.Programme, cancel);
        var from = input.FromId!.Value;
        actor.Require(Permission.UpdateAction, programme.Id, isTheirs: from == actor.PersonId);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.Earlier is { } earlier)
            return earlier.Sequence;

        RequireSensible(input.On!.Value, programme);
        var open = await db.OpenActionsOf(programme.Id, from).Include(action => action.Lead).Include(action => action.Accountable).Take(MostActions).ToListAsync(cancel);
        var leaver = open.Count == 0
            ? await db.Users.SingleOrDefaultAsync(person => person.Id == from, cancel)
            : open[0].LeadId == from ? open[0].Lead : open[0].Accountable;
        RequireSeen(input, Input.Of(from, open), leaver?.Name);
        var taker = await db.PeopleOf(programme.Id).SingleOrDefaultAsync(person => person.Id == input.ToId, cancel) ?? throw Refused.At(nameof(Input.ToId), ActionOwners.NoRole);

        var ticked = open.FindAll(action => input.Led.Contains(action.Reference) || input.Accountable.Contains(action.Reference));
        foreach (var action in ticked)
        {
            var before = (action.Lead, action.Accountable);
            var lead = input.Led.Contains(action.Reference) ? taker : action.Lead;
            var accountable = input.Accountable.Contains(action.Reference) ? taker : action.Accountable;
            action.HandOver(lead, accountable, $"{ActionOwners.Told(before, (lead, accountable))} Handed over on {Words.Date(input.On.Value)}: {Words.Stopped(input.Sentence!.Trim())}", scope.Change);
        }
        var of = from == actor.PersonId ? "" : $" from {leaver?.Name}";
        await scope.CommitAsync($"handed over {Words.Count(ticked.Count, "action", "actions")}{of} to {taker.Name} on {Words.Date(input.On.Value)}: {input.Sentence!.Trim()}", cancel);
        return scope.Change.Sequence;
    }

    /// <summary>Whoever sees that something else stands there keeps what they chose and said beside it.</summary>
    private static void RequireSeen(Input input, Input asItStands, string? name)
    {
        if (input.Seen != asItStands.Seen)
        {
            (asItStands.ToId, asItStands.Sentence, asItStands.On) = (input.ToId, input.Sentence, input.On);
            throw new ChangedMeanwhile($"the open actions of {name ?? "this person"}", asItStands);
        }
        if (input.Led.Except(asItStands.Led).Any() || input.Accountable.Except(asItStands.Accountable).Any())
            throw new NotFound("One of the actions is not open any more, or is not this person's. Open the page again.");
    }

    private static void RequireSensible(DateOnly on, ProgrammeHeader programme)
    {
        if (on > programme.JudgedOn)
            throw Refused.At(nameof(Input.On), $"{Words.Date(on)} lies ahead, and the actions change hands as soon as this is saved. Choose a day up to {Words.Date(programme.JudgedOn)}.");
        if (on < programme.StartsOn)
            throw Refused.At(nameof(Input.On), $"{Words.Date(on)} lies before the programme began on {Words.Date(programme.StartsOn)}. Check the year.");
    }
}
