using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Unlocks one approved figure from a document, so that it can be changed or taken back; readers go on seeing what was approved.</summary>
public sealed class UnlockFigure(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public string Measure { get; set; } = "";
        public int Id { get; set; }

        /// <summary>The number of the revision that the page showed.</summary>
        public int Seen { get; set; }

        public string? Reason { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Reason).NotEmpty().WithMessage("Say why an approved figure must change.")
                .MaximumLength(ObservationRevision.ReasonLength).WithMessage(MonthChecks.ReasonTooLong);
        }
    }

    /// <summary>The figure's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, input.Programme, cancel);
        actor.Require(Permission.ApproveMonth, programme.Id, isTheirs: false);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var (figure, current) = await db.FindStatedAsync(programme.Id, input.Measure, input.Id, input.Seen, cancel);
        if ((await db.OwnEntriesAsync(actor, [figure], cancel)).Count > 0)
            throw new NotAllowed("Another person than the one who entered this figure must unlock it.");
        if (current is { Status: ValueStatus.Provisional } or { Kind: ValueKind.TakenBack })
            throw new BrokenRule("This figure is not locked.");
        figure.Revise(current.As(ValueStatus.Provisional, input.Reason!.Trim()), scope.Change);
        await scope.CommitAsync($"unlocked a figure from a document: {figure.Named()}, because {input.Reason!.Trim()}", () => figure.Id, cancel);
        return figure.Id;
    }
}
