using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public class RequirementStateTests
{
    private static RequirementState.Judgement Judged(bool isMet, KnownDate on, long recordedIn) => new(isMet, on, recordedIn);

    [Fact]
    public void A_requirement_due_on_a_day_is_overdue_from_the_day_after_it()
    {
        var dueOn = KnownDate.On(2011, 3, 31);

        Assert.Equal(RequirementStanding.Open, RequirementState.Of(dueOn, [], new(2011, 3, 31)).Standing);
        Assert.Equal(RequirementStanding.Overdue, RequirementState.Of(dueOn, [], new(2011, 4, 1)).Standing);
    }

    [Fact]
    public void A_requirement_due_in_a_month_is_overdue_once_the_month_has_passed()
    {
        var dueIn = KnownDate.In(2011, 4);

        Assert.Equal(RequirementStanding.Open, RequirementState.Of(dueIn, [], new(2011, 4, 30)).Standing);
        Assert.Equal(RequirementStanding.Overdue, RequirementState.Of(dueIn, [], new(2011, 5, 1)).Standing);
    }

    [Fact]
    public void Without_a_due_date_it_stays_open_until_it_is_judged() =>
        Assert.Equal(new RequirementState(RequirementStanding.Open, null), RequirementState.Of(null, [], new(2030, 1, 1)));

    [Fact]
    public void It_stands_as_it_was_last_judged_since_the_first_judgement_that_says_so()
    {
        var state = RequirementState.Of(KnownDate.On(2011, 3, 31),
            [Judged(true, KnownDate.On(2011, 7, 18), 9), Judged(true, KnownDate.On(2011, 4, 15), 7), Judged(false, KnownDate.In(2011, 1), 5), Judged(true, KnownDate.In(2010, 9), 3)], new(2011, 12, 1));

        Assert.Equal(new RequirementState(RequirementStanding.Met, KnownDate.On(2011, 4, 15)), state);
    }

    [Fact]
    public void Of_two_judgements_of_one_day_the_one_entered_later_counts()
    {
        var day = KnownDate.On(2011, 4, 15);

        Assert.Equal(new RequirementState(RequirementStanding.NotMet, day), RequirementState.Of(null, [Judged(false, day, 8), Judged(true, day, 6)], new(2011, 12, 1)));
    }
}
