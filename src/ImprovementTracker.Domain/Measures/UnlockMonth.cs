using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Unlocks the approved figures of a month, or of one measure in it, so that they can be recorded again: they are
/// provisional until somebody approves them anew. The reason is kept; readers go on seeing what was approved.
/// </summary>
public sealed class UnlockMonth(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        /// <summary>2011-05.</summary>
        public string? Month { get; set; }

        /// <summary>The code of the only measure to unlock; null for all of them.</summary>
        public string? Measure { get; set; }

        public string? Reason { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Month).Must(text => Programmes.Month.TryParse(text, out _)).WithMessage("Choose a month.");
                RuleFor(input => input.Reason).NotEmpty().WithMessage("Say why approved figures must change.")
                    .MaximumLength(ObservationRevision.ReasonLength).WithMessage($"Say it in at most {ObservationRevision.ReasonLength} characters.");
            }
        }
    }

    /// <summary>How many figures were unlocked.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        var month = Month.Parse(input.Month!);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, input.Programme, cancel);
        actor.Require(Permission.ApproveMonth, programme.Id, isTheirs: false);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var locked = await db.Observations.OfMonth(programme.Id, month, input.Measure)
            .Where(observation => !observation.Revisions.Any(revision => revision.SupersededIn == null && revision.Kind == ValueKind.TakenBack))
            .StandingAsync(ValueStatus.Approved, cancel);
        if (locked.Count == 0)
            throw new BrokenRule($"No figure of {month} is locked. Load the page again to see how the month stands.");
        var own = await db.OwnEntriesAsync(actor, locked, cancel);
        var unlocked = 0;
        foreach (var observation in locked)
        {
            var current = observation.Revisions.Single();
            if (!actor.May(Permission.ApproveMonth, programme.Id, isTheirs: own.Contains(current.EnteredIn)))
                continue;
            observation.Revise(current.As(ValueStatus.Provisional, input.Reason!.Trim()), scope.Change);
            unlocked++;
        }
        if (unlocked == 0)
            throw new BrokenRule("Another person than the one who entered these figures must unlock them.");
        await scope.CommitAsync($"unlocked {month}: {Words.Count(unlocked, "figure", "figures")}, because {input.Reason!.Trim()}", () => unlocked, cancel);
        return unlocked;
    }
}
