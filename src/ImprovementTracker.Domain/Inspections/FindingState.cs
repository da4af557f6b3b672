using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>How a finding stands: as the latest visit left it, and open until a visit has looked at it again.</summary>
public static class FindingState
{
    /// <summary>A later visit's outcome, when the visit was and in which order it was entered.</summary>
    public sealed record Review(ReviewOutcome Outcome, KnownDate VisitOn, long RecordedIn);

    /// <param name="reviews">Only those of visits that the reader may know of.</param>
    public static ReviewOutcome Of(IEnumerable<Review> reviews) =>
        reviews.OrderBy(review => review.VisitOn).ThenBy(review => review.RecordedIn).LastOrDefault()?.Outcome ?? ReviewOutcome.Open;

    /// <summary>Whether the council still owes something: anything but addressed.</summary>
    public static bool IsOpen(this ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Open or ReviewOutcome.StillOfConcern => true,
        ReviewOutcome.Addressed => false,
    };
}
