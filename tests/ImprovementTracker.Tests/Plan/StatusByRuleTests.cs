using System.Globalization;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Tests.Plan;

/// <summary>All judged on 1 July 2011.</summary>
public class StatusByRuleTests
{
    private static readonly DateOnly Judged = new(2011, 7, 1);
    private static readonly StatusByRule.Facts Well = new(Stage.InProgress, Progress.OnTrack, new(2010, 12, 1), new(2011, 8, 31), Judged);
    private static readonly FiguresToMove Still = new("in-time", "Assessments in time", new(new(2010, 12), new(2011, 5), Improved: false));
    private static readonly FiguresToMove Better = new("plans", "Plans reviewed", new(new(2010, 12), new(2011, 5), Improved: true));
    private static readonly FiguresToMove Unknown = new("visits", "Visits", null);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Said(StatusByRule.Facts action, params FiguresToMove[] measures) => [.. StatusByRule.Of(action, measures, Judged).Reasons.Select(reason => reason.Sentence)];

    [Fact]
    public void Nothing_speaks_against_an_action_that_is_in_time_spoken_of_and_moves_its_measure() => Assert.Empty(Said(Well, Better));

    [Fact]
    public void Due_today_it_is_not_late_and_due_yesterday_it_is()
    {
        Assert.Empty(Said(Well with { DueOn = Judged }));
        Assert.Equal(["It was due on 30 June 2011: 1 day overdue."], Said(Well with { DueOn = Day("2011-06-30") }));
    }

    [Fact]
    public void After_thirty_days_an_update_still_holds_and_after_thirty_one_it_is_missed()
    {
        Assert.Empty(Said(Well with { SaidLast = Day("2011-06-01") }));
        Assert.Equal(["No update for 31 days: the last was on 31 May 2011."], Said(Well with { SaidLast = Day("2011-05-31") }));
    }

    [Fact]
    public void Where_nothing_was_ever_said_it_is_counted_from_the_start()
    {
        Assert.Empty(Said(Well with { SaidLast = null, StartsOn = Day("2011-06-01") }));
        Assert.Equal(["No update since it was to start on 31 May 2011, 31 days ago."], Said(Well with { SaidLast = null, StartsOn = Day("2011-05-31") }));
    }

    [Fact]
    public void Before_it_is_to_start_nobody_owes_an_update()
    {
        var planned = Well with { Stage = Stage.NotStarted, Progress = null, SaidLast = Day("2011-01-10") };

        Assert.Empty(Said(planned with { StartsOn = Day("2011-09-01"), DueOn = Day("2011-12-31") }));
        Assert.Equal(["No update since it was to start on 31 May 2011, 31 days ago."], Said(planned with { StartsOn = Day("2011-05-31") }));
    }

    [Fact]
    public void An_action_that_came_into_the_plan_after_its_start_is_given_thirty_days_from_then()
    {
        var late = Well with { SaidLast = null, StartsOn = Day("2011-01-10"), EnteredOn = Day("2011-06-01") };

        Assert.Empty(Said(late));
        Assert.Equal(["No update since it came into the plan on 31 May 2011, 31 days ago."], Said(late with { EnteredOn = Day("2011-05-31") }));
        Assert.Equal(["No update for 31 days: the last was on 31 May 2011."], Said(late with { EnteredOn = Day("2011-02-01"), SaidLast = Day("2011-05-31") }));
    }

    [Fact]
    public void What_was_entered_after_the_record_had_ended_is_not_missed() => Assert.Empty(Said(Well with { SaidLast = Day("2026-11-23") }));

    [Fact]
    public void A_measure_that_stood_still_for_six_months_of_work_speaks_against_it()
    {
        var reason = Assert.Single(StatusByRule.Of(Well, [Still], Judged).Reasons);

        Assert.Equal(new RuleReason(RuleSign.MeasureNotMoving, "Assessments in time: no improvement from December 2010 to May 2011 beyond what chance would bring.", "in-time"), reason);
    }

    [Fact]
    public void Six_months_of_which_it_was_not_yet_at_work_in_the_first_say_nothing_of_it()
    {
        Assert.Empty(Said(Well with { StartsOn = Day("2011-01-01") }, Still));
        Assert.Single(Said(Well with { StartsOn = Day("2010-12-31") }, Still));
    }

    [Fact]
    public void One_measure_that_improved_is_enough_and_one_of_which_too_little_is_known_is_not()
    {
        Assert.Empty(Said(Well, Still, Better));
        Assert.Single(Said(Well, Still, Unknown));
        Assert.Equal(2, Said(Well, Still, Still with { Code = "plans", Name = "Plans reviewed" }).Length);
        Assert.Empty(Said(Well, Unknown));
        Assert.Empty(Said(Well));
    }

    [Theory]
    [InlineData(Stage.Completed)]
    [InlineData(Stage.Verified)]
    [InlineData(Stage.Withdrawn)]
    public void A_finished_or_withdrawn_action_is_not_judged(Stage stage) =>
        Assert.Empty(Said(new(stage, null, Day("2010-12-01"), Day("2011-01-31"), Day("2011-01-31")), Still));

    [Theory]
    [InlineData(Stage.InProgress, Progress.OnTrack, true)]
    [InlineData(Stage.InProgress, Progress.AtRisk, false)]
    [InlineData(Stage.InProgress, Progress.OffTrack, false)]
    [InlineData(Stage.NotStarted, null, false)]
    public void They_disagree_only_where_the_owner_says_on_track(Stage stage, Progress? progress, bool disagree)
    {
        var late = new StatusByRule.Facts(stage, progress, Day("2011-01-01"), Day("2011-06-30"), Judged);

        Assert.Equal(disagree, StatusByRule.Of(late, [], Judged).Disagrees(late));
        Assert.False(StatusByRule.Of(Well, [], Judged).Disagrees(Well));
    }
}
