using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Takes back a judgement of a requirement that was entered wrongly. It stays in the record with the reason; the requirement stands as if it had not been entered.</summary>
public sealed class TakeBackJudgement(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : WhyTakenBack
    {
        public int RequirementId { get; set; }
        public int ReviewId { get; set; }
    }

    /// <summary>The requirement's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new WhyTakenBack.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var review = await db.RequirementReviews.WithTakenBack().Include(review => review.Requirement)
            .SingleOrDefaultAsync(review => review.Id == input.ReviewId && review.RequirementId == input.RequirementId && review.Requirement.ProgrammeId == header.Id && review.Requirement.EndedIn == null, cancel)
            ?? throw new NotFound("There is no such judgement of a requirement in this programme. Choose one from the notice's page.");
        review.Requirement.TakeBack(review, input.Reason!.Trim(), scope.Change);
        await scope.CommitAsync($"took back that the requirement {review.Requirement.Reference} was judged {(review.IsMet ? "met" : "not met")}, {review.On}, because {review.EndReason}", () => review.RequirementId, cancel);
        return review.RequirementId;
    }
}
