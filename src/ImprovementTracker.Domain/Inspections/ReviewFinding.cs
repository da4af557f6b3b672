using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>Enters what a later visit said of an earlier finding: in its own words where a document is held, otherwise how it is known.</summary>
public sealed class ReviewFinding(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public int FindingId { get; set; }

        /// <summary>The later inspection.</summary>
        public int? VisitId { get; set; }

        public ReviewOutcome? Outcome { get; set; }

        /// <summary>The inspectors' own, only from a document of theirs.</summary>
        public string? Words { get; set; }

        public string? Note { get; set; }

        /// <summary>None where it is the visit's own document.</summary>
        public SourceChoice Source { get; set => field = value ?? new(); } = new();

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.VisitId).NotNull().WithMessage("Choose the later visit.");
                RuleFor(input => input.Outcome).NotNull().WithMessage("Choose what the visit made of it.").IsInEnum().WithMessage("Choose what the visit made of it.");
                RuleFor(input => input.Words).MaximumLength(FindingReview.WordsLength).WithMessage($"Keep the words to {FindingReview.WordsLength} characters.");
                RuleFor(input => input.Note).MaximumLength(FindingReview.NoteLength).WithMessage($"Keep the note to {FindingReview.NoteLength} characters.")
                    .NotEmpty().When(input => string.IsNullOrWhiteSpace(input.Words), ApplyConditionTo.CurrentValidator)
                    .WithMessage("Type the inspectors' words above, or say here how it is known.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
            }
        }
    }

    /// <summary>The id of the inspection that the finding belongs to.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var programme = await db.Programmes.SingleAsync(programme => programme.Id == header.Id, cancel);
        var finding = await db.Findings.Include(finding => finding.Inspection)
            .SingleOrDefaultAsync(finding => finding.Id == input.FindingId && finding.EndedIn == null && finding.Inspection.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound("There is no such finding in this programme. Choose one from its inspection's page.");
        var visit = await db.Inspections.Include(visit => visit.Source).SingleOrDefaultAsync(visit => visit.Id == input.VisitId && visit.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound("There is no such visit in this programme. Enter the visit first, then what it said of this finding.");
        if (visit.Id == finding.InspectionId || !IsLater(visit.FieldworkFrom, finding.Inspection.FieldworkFrom))
            throw Refused.At(nameof(Input.VisitId), $"{visit.Title}, {visit.FieldworkFrom}, was not later than the inspection that made this finding. Choose a later visit.");
        if (await db.FindingReviews.Where(review => review.FindingId == finding.Id && review.VisitId == visit.Id).Join(db.Changes, review => review.RecordedIn, change => change.Sequence, (review, change) => new { review.Outcome, change.PersonName, change.RecordedAt }).FirstOrDefaultAsync(cancel) is { } said)
            throw Refused.At(nameof(Input.VisitId), $"What this visit said is entered already: {said.Outcome.Label().ToLowerInvariant()}, by {said.PersonName}, {Domain.Programmes.Words.Moment(said.RecordedAt)}. If that is wrong, take it back on the inspection's page first.");
        var source = await input.Source.FindOrMakeAsync(db.SourceDocuments, programme, cancel);
        var words = input.Words.OrNull();
        if (words is not null && source is null && visit.Source is null)
            throw Refused.At(nameof(Input.Words), "Quote the inspectors only from a document: choose or describe it below. Otherwise say in the note how it is known.");

        db.FindingReviews.Add(new FindingReview(finding, visit, input.Outcome!.Value, words, input.Note.OrNull(), source, scope.Change));
        var isOpen = visit.Visibility == Visibility.Published && finding.Inspection.Visibility == Visibility.Published;
        await scope.CommitAsync(isOpen ? $"entered what {visit.Title}, {visit.FieldworkFrom}, said of a finding: {input.Outcome.Value.Label().ToLowerInvariant()}" : "entered what a visit that is not published said of a finding",
            () => finding.InspectionId, cancel);
        return finding.InspectionId;
    }

    /// <summary>A visit known only to the month counts as later where it can have been.</summary>
    internal static bool IsLater(KnownDate visit, KnownDate than) => visit.LastPossibleDay > than.FirstPossibleDay;
}
