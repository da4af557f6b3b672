using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Takes back a figure from a document that was entered wrongly. It stays on record with the reason; readers see what was
/// approved before until another person approves this too.
/// </summary>
public sealed class TakeBackFigure(IDbContextFactory<TrackerContext> database)
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
            public Validator() => RuleFor(input => input.Reason).NotEmpty().WithMessage("Say what is wrong with the figure.")
                .MaximumLength(ObservationRevision.ReasonLength).WithMessage(MonthChecks.ReasonTooLong);
        }
    }

    /// <summary>The figure's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var (figure, _) = await db.FindToChangeAsync(programme.Id, input.Measure, input.Id, input.Seen, cancel);
        figure.Revise(RecordedValue.TakenBack(input.Reason!.Trim()), scope.Change);
        await scope.CommitAsync($"took back a figure from a document: {figure.Named()}, because {input.Reason!.Trim()}", () => figure.Id, cancel);
        return figure.Id;
    }
}
