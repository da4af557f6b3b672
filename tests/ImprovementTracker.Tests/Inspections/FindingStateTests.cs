using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Inspections;

public class FindingStateTests
{
    private static FindingState.Review Said(ReviewOutcome outcome, KnownDate on, long recordedIn) => new(outcome, on, recordedIn);

    [Fact]
    public void A_finding_is_open_until_a_visit_has_looked_at_it() => Assert.Equal(ReviewOutcome.Open, FindingState.Of([]));

    [Fact]
    public void The_latest_visit_counts_whenever_it_was_entered() =>
        Assert.Equal(ReviewOutcome.StillOfConcern, FindingState.Of([Said(ReviewOutcome.StillOfConcern, KnownDate.On(2011, 7, 4), 5), Said(ReviewOutcome.Addressed, KnownDate.In(2011, 2), 9)]));

    [Fact]
    public void Of_one_visit_the_entry_made_last_counts() =>
        Assert.Equal(ReviewOutcome.Addressed, FindingState.Of([Said(ReviewOutcome.Addressed, KnownDate.In(2011, 2), 9), Said(ReviewOutcome.StillOfConcern, KnownDate.In(2011, 2), 5)]));
}
