using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>Takes back what was entered wrongly of a later visit's word on a finding. It stays in the record with the reason; the finding stands as if it had not been entered.</summary>
public sealed class TakeBackReview(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : WhyTakenBack
    {
        public int FindingId { get; set; }
        public int ReviewId { get; set; }
    }

    /// <summary>The id of the inspection that the finding belongs to.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new WhyTakenBack.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var review = await db.FindingReviews.WithTakenBack().Include(review => review.Finding.Inspection).Include(review => review.Visit)
            .SingleOrDefaultAsync(review => review.Id == input.ReviewId && review.FindingId == input.FindingId && review.Finding.EndedIn == null && review.Finding.Inspection.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound("There is no such entry of a later visit in this programme. Choose one from the finding's inspection.");
        review.TakeBack(input.Reason!.Trim(), scope.Change);
        // The history is read by more people than an inspection that is not published.
        var isOpen = review.Visit.Visibility == Visibility.Published && review.Finding.Inspection.Visibility == Visibility.Published;
        await scope.CommitAsync(isOpen ? $"took back that {review.Visit.Title}, {review.Visit.FieldworkFrom}, called a finding {review.Outcome.Label().ToLowerInvariant()}, because {review.EndReason}" : "took back what was entered of a visit that is not published",
            () => review.Finding.InspectionId, cancel);
        return review.Finding.InspectionId;
    }
}
