using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What a requirement was judged to be.</summary>
public enum RequirementOutcome { Met, NotMet }

/// <summary>Enters that a requirement was judged to be met, or not, on a date: by whom and on what ground. Earlier judgements stay as they are.</summary>
public sealed class ReviewRequirement(IDbContextFactory<TrackerContext> database)
{
    /// <summary>Why one that has targets is not judged by a sentence.</summary>
    public const string ByItsTargets = "This requirement has targets, and their figures say whether it is met. A judgement would count for nothing beside them. End its targets first if it is judged otherwise.";

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public int RequirementId { get; set; }
        public RequirementOutcome? Outcome { get; set; }

        /// <summary>As written: 15 April 2011, or April 2011.</summary>
        public string? On { get; set; }

        /// <summary>Who judged so and why, in one sentence.</summary>
        public string? Said { get; set; }

        public SourceChoice Source { get; set => field = value ?? new(); } = new();

        /// <summary>The version that the form was filled with.</summary>
        public int Version { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Outcome).NotNull().WithMessage("Choose whether it was judged to be met.").IsInEnum().WithMessage("Choose whether it was judged to be met.");
                RuleFor(input => input.On).Must(WrittenDate.IsReadable).WithMessage(WrittenDate.Advice);
                RuleFor(input => input.Said).NotEmpty().WithMessage("Say in one sentence who judged so, and why.")
                    .MaximumLength(RequirementReview.SaidLength).WithMessage($"Say it in at most {RequirementReview.SaidLength} characters.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
            }
        }
    }

    /// <summary>The requirement's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var requirement = await db.Requirements.Include(requirement => requirement.Programme)
            .SingleOrDefaultAsync(requirement => requirement.Id == input.RequirementId && requirement.ProgrammeId == header.Id && requirement.EndedIn == null, cancel)
            ?? throw new NotFound("There is no such requirement in this programme. Choose one from the notice's page.");
        if (requirement.Version != input.Version)
            throw new BrokenRule("Somebody else has changed or judged this requirement since you opened it. Read what it says now, then save again if your judgement still holds.");
        if (await db.Targets.AnyAsync(target => target.RequirementId == requirement.Id && target.EndedIn == null, cancel))
            throw new BrokenRule(ByItsTargets);
        var on = WrittenDate.Read(input.On)!.Value;
        if (on.FirstPossibleDay > Words.DayInEngland(scope.Change.RecordedAt))
            throw Refused.At(nameof(Input.On), "This is still to come. Enter the judgement once it has been made.");
        var isMet = input.Outcome == RequirementOutcome.Met;
        requirement.Review(isMet, on, input.Said!.Trim(), await input.Source.FindOrMakeAsync(db.SourceDocuments, requirement.Programme, cancel), scope.Change);
        await scope.CommitAsync($"entered that the requirement {requirement.Reference} was judged {(isMet ? "met" : "not met")}, {on}", () => requirement.Id, cancel);
        return requirement.Id;
    }
}
