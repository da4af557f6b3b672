using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// Takes a programme to the next state of its notice or direction: on a date known to the day or the month, with the reason
/// and the document that says so. Each move is a row of its history; none is changed afterwards, and one entered wrongly is taken back.
/// </summary>
public sealed class MoveProgramme(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";

        public LifecycleState? State { get; set; }

        /// <summary>As written: 15 April 2011, or April 2011.</summary>
        public string? Since { get; set; }

        /// <summary>What was decided, and by whom, in one sentence.</summary>
        public string? Reason { get; set; }

        public SourceChoice Source { get; set => field = value ?? new(); } = new();

        /// <summary>What was issued, where the programme began without a notice or direction.</summary>
        public InterventionKind? Intervention { get; set; }

        public string? LegalBasis { get; set; }

        /// <summary>The version that the form was filled with.</summary>
        public int Version { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.State).NotNull().WithMessage("Choose where it stands now.").IsInEnum().WithMessage("Choose where it stands now.");
                RuleFor(input => input.Since).Must(WrittenDate.IsReadable).WithMessage(WrittenDate.Advice);
                RuleFor(input => input.Reason).NotEmpty().WithMessage("Say in one sentence what was decided, and by whom.")
                    .MaximumLength(ProgrammeStatus.ReasonLength).WithMessage($"Say it in at most {ProgrammeStatus.ReasonLength} characters.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
                RuleFor(input => input.Intervention).IsInEnum().WithMessage("Choose what was issued.");
                RuleFor(input => input.LegalBasis).MaximumLength(Domain.Programmes.Programme.LegalBasisLength).WithMessage($"Keep the legal basis to {Domain.Programmes.Programme.LegalBasisLength} characters.");
            }
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.Earlier is not null)
            return;

        var programme = await db.Programmes.Include(programme => programme.Statuses).SingleAsync(programme => programme.Id == header.Id, cancel);
        if (programme.Version != input.Version)
            throw new BrokenRule("Somebody else has changed this programme since you opened the form. Read where it stands now, then save again if it still holds.");
        var (state, since) = (input.State!.Value, WrittenDate.Read(input.Since)!.Value);
        if (!programme.Next.Contains(state))
            throw Refused.At(nameof(Input.State), WhyNot(programme.State, programme.Next, state));
        RequireSensible(since, programme, Words.DayInEngland(scope.Change.RecordedAt));
        programme.Move(state, since, input.Reason!.Trim(), await input.Source.FindOrMakeAsync(db.SourceDocuments, programme, cancel), scope.Change);
        if (state == LifecycleState.Issued)
            PlaceUnder(programme, input, since);
        await scope.CommitAsync($"moved the programme to {state.Label().ToLowerInvariant()}, {since}{(state == LifecycleState.Issued ? $" ({programme.Intervention.Label().ToLowerInvariant()}{(programme.LegalBasis is null ? "" : $", {programme.LegalBasis}")})" : "")}", cancel);
    }

    private static string WhyNot(LifecycleState from, IReadOnlyList<LifecycleState> next, LifecycleState to) =>
        next.Count == 0
            ? $"It is {from.Label().ToLowerInvariant()}, which is its end. Start a programme for another notice or direction."
            : $"From {from.Label().ToLowerInvariant()} it does not go to {to.Label().ToLowerInvariant()}. Choose {string.Join(" or ", next.Select(state => state.Label().ToLowerInvariant()))}.";

    private static void RequireSensible(KnownDate since, Programme programme, DateOnly today)
    {
        if (since.FirstPossibleDay > today)
            throw Refused.At(nameof(Input.Since), "This is still to come. Enter the move once it has been made.");
        if (programme.Latest is { } latest && since < latest.Since)
            throw Refused.At(nameof(Input.Since), $"It has been {latest.State.Label().ToLowerInvariant()} since {latest.Since}: the next move cannot lie before that. If both are of one month, type the day.");
    }

    /// <summary>Only a programme that began without one is placed under it; what a programme answers does not change, only the day where the first entry was taken back.</summary>
    private static void PlaceUnder(Programme programme, Input input, KnownDate since)
    {
        if (programme.Intervention != InterventionKind.None)
        {
            programme.PlaceUnder(programme.Intervention, since, programme.LegalBasis);
            return;
        }
        if (input.Intervention is not { } kind || kind == InterventionKind.None)
            throw Refused.At(nameof(Input.Intervention), "Choose what was issued: an improvement notice or a statutory direction.");
        programme.PlaceUnder(kind, since, input.LegalBasis.OrNull());
    }
}
