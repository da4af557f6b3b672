using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Dashboards;

public class ThreadSentenceTests
{
    private static readonly DateOnly Day = new(2011, 6, 30);
    private static readonly ProgrammeHeader Programme = new(1, "testshire", "Testshire", "notice", InterventionKind.ImprovementNotice, null, Day, null, Day);

    private static ThreadOfFinding.Answer Action(Stage stage, Progress? progress = null, bool isOverdue = false) => new(1, "A1", "Action", null, null, Day, Day, stage, progress, Impact.NotYetKnown, null, false, isOverdue);

    private static ThreadOfFinding.Visit Visit(params ReviewOutcome[] said) => new(2, "Second inspection", KnownDate.In(2011, 2), false, [.. said.Select((outcome, place) => new ThreadOfFinding.Review(place, outcome, null, "A newspaper.", null, null, null, null, place, null))]);

    private static string Of(IReadOnlyList<ThreadOfFinding.Answer> actions, IReadOnlyList<ThreadOfFinding.Visit> visits, ReviewOutcome state = ReviewOutcome.Open, FindingKind kind = FindingKind.AreaForDevelopment, bool showsPlan = true) =>
        ThreadSentence.Of(new(Programme, new(1, kind, "Words.", null, null, null, null, 1, "Inspection", "Ofsted", KnownDate.In(2009, 10), null, null, Visibility.Published, null), state, visits, [], actions, [], [], showsPlan, false));

    [Fact]
    public void A_finding_that_nobody_answers_and_nobody_looked_at_says_both() =>
        Assert.Equal("No later visit has been entered that could have looked at it again. No action answers it yet.", Of([], []));

    [Fact]
    public void One_action_is_told_in_the_singular() =>
        Assert.Equal("No later visit is recorded as having spoken of it. One action answers it: off track. It is overdue.", Of([Action(Stage.InProgress, Progress.OffTrack, isOverdue: true)], [Visit()]));

    [Fact]
    public void Several_are_counted_by_how_they_stand_without_those_withdrawn() => Assert.Equal(
        "Recorded as addressed at the visit of February 2011. Three actions answer it: two verified and one completed and not yet verified.",
        Of([Action(Stage.Verified), Action(Stage.Completed), Action(Stage.Withdrawn), Action(Stage.Verified)], [Visit(ReviewOutcome.Addressed)], ReviewOutcome.Addressed));

    [Fact]
    public void Those_that_stand_alike_are_told_together() =>
        Assert.Equal("Still of concern at the visit of February 2011. Two actions answer it, both on track.",
            Of([Action(Stage.InProgress, Progress.OnTrack), Action(Stage.InProgress, Progress.OnTrack)], [Visit(ReviewOutcome.StillOfConcern)], ReviewOutcome.StillOfConcern));

    [Fact]
    public void Where_all_were_withdrawn_none_answers_it_any_more() =>
        Assert.Equal("Looked at and left open at the visit of February 2011. No action answers it any more: one was withdrawn.", Of([Action(Stage.Withdrawn)], [Visit(ReviewOutcome.Open)]));

    [Fact]
    public void A_strength_asks_for_nothing_and_a_reader_is_told_nothing_of_the_plan()
    {
        Assert.Equal("", Of([], [], kind: FindingKind.Strength));
        Assert.Equal("No later visit is recorded as having spoken of it.", Of([], [Visit()], showsPlan: false));
    }
}
