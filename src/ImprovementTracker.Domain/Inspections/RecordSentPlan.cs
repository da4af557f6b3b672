using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>Records the day on which a plan due by law was sent, which stops its clock; or another day than was recorded before, with the reason.</summary>
public sealed class RecordSentPlan(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : IChangesWhatStands
    {
        public string Programme { get; set; } = "";
        public int InspectionId { get; set; }
        public StatutoryPlan? Plan { get; set; }
        public DateOnly? SentOn { get; set; }

        /// <summary>Why the day recorded before was wrong; not asked for the first one.</summary>
        public string? Reason { get; set; }

        public SourceChoice Source { get; set => field = value ?? new(); } = new();

        public string? Seen { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        /// <summary>The form as it opens: with the day recorded now, where one is.</summary>
        public static Input Of(int inspectionId, StatutoryPlan plan, DateOnly? sentOn, int? sourceId) =>
            new Input { InspectionId = inspectionId, Plan = plan, SentOn = sentOn, Source = new() { SourceId = sourceId } }.Marked();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Plan).NotNull().WithMessage("Choose which plan was sent.").IsInEnum().WithMessage("Choose which plan was sent.");
                RuleFor(input => input.SentOn).NotNull().WithMessage("Enter the day on which it was sent.");
                RuleFor(input => input.Reason).MaximumLength(SentPlan.ReasonLength).WithMessage($"Keep the reason to {SentPlan.ReasonLength} characters.");
                RuleFor(input => input.Source).SetValidator(new SourceChoice.Validator());
            }
        }
    }

    /// <summary>The inspection's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var (plan, sentOn) = (input.Plan!.Value, input.SentOn!.Value);
        var inspection = await db.Inspections.Include(inspection => inspection.Programme).Include(inspection => inspection.SentPlans.Where(sent => sent.EndedIn == null && sent.Plan == plan))
            .SingleOrDefaultAsync(inspection => inspection.Id == input.InspectionId && inspection.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound("There is no such inspection in this programme. Choose one from the list of inspections.");
        RequireSensible(sentOn, inspection, Words.DayInEngland(scope.Change.RecordedAt));
        var before = inspection.SentPlans.SingleOrDefault();
        input.RequireSeen(Input.Of(inspection.Id, plan, before?.SentOn, before?.SourceId), $"when the {Words.InSentence(plan.Label())} was sent");
        var reason = input.Reason.OrNull();
        if (before is not null && reason is null)
            throw Refused.At(nameof(Input.Reason), $"{Words.Date(before.SentOn)} was recorded before. Say why that was wrong: it stays on record.");
        before?.End(scope.Change);
        inspection.SentPlans.Add(new SentPlan(inspection, plan, sentOn, before is null ? null : reason, await input.Source.FindOrMakeAsync(db.SourceDocuments, inspection.Programme, cancel), scope.Change));
        // The history is read by more people than an inspection that is not published.
        var of = inspection.Visibility == Visibility.Published ? inspection.Title : "an inspection that is not published";
        await scope.CommitAsync($"recorded that the {Words.InSentence(plan.Label())} after {of} was sent on {Words.Date(sentOn)}", () => inspection.Id, cancel);
        return inspection.Id;
    }

    private static void RequireSensible(DateOnly sentOn, Inspection inspection, DateOnly today)
    {
        if (sentOn > today)
            throw Refused.At(nameof(Input.SentOn), "This day is still to come. Enter the day on which it was sent, once it was.");
        if (inspection.ReceivedOn is { } received && sentOn < received)
            throw Refused.At(nameof(Input.SentOn), $"It cannot have been sent before the letter or report was received, on {Words.Date(received)}. Check both dates.");
        if (sentOn < inspection.FieldworkFrom.FirstPossibleDay)
            throw Refused.At(nameof(Input.SentOn), $"It cannot have been sent before the visit, {inspection.FieldworkFrom}. Check both dates.");
    }
}
