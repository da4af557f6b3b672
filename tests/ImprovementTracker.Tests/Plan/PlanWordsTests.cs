using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Plan;

namespace ImprovementTracker.Tests.Plan;

public class PlanWordsTests
{
    private static readonly DateOnly Judged = new(2011, 7, 1);
    private static readonly ProgrammeHeader Programme = new(1, "testshire", "Testshire Council", "improvement notice", InterventionKind.None, null, Judged, null, Judged);

    private static MyActions.Line Line(Stage stage, DateOnly due) => new("A1", "Action", stage, null, due, due, null, null, true, false, Judged);

    private static string Mine(params MyActions.Line[] lines) => new MyActions.Shown(Programme, true, lines).Lead();

    private static string Plan(int overdue, params (ActionStatus Status, int Count)[] counts) => PlanWith(0, overdue, counts);

    private static string PlanWith(int withdrawn, int overdue, params (ActionStatus Status, int Count)[] counts) => PlanWith(0, withdrawn, overdue, counts);

    private static string PlanWith(int rechecks, int withdrawn, int overdue, params (ActionStatus Status, int Count)[] counts) =>
        new PlanList.Shown(Programme, false, [], [], 0, counts.ToDictionary(one => one.Status, one => one.Count), overdue, rechecks, withdrawn, [], [], 1).Lead();

    [Fact]
    public void My_actions_say_how_many_are_open_and_overdue()
    {
        var (open, late, done) = (Line(Stage.InProgress, Judged), Line(Stage.NotStarted, Judged.AddDays(-1)), Line(Stage.Completed, Judged.AddDays(-9)));

        Assert.Equal("You have 3 open actions: 1 is overdue.", Mine(late, open, open, done));
        Assert.Equal("You have 2 open actions: all are overdue.", Mine(late, late));
        Assert.Equal("You have 3 open actions: 2 are overdue.", Mine(late, late, open));
        Assert.Equal("You have 1 open action: it is not overdue.", Mine(open));
        Assert.Equal("You have 1 open action: it is overdue.", Mine(late, done));
        Assert.Equal("All your actions are finished.", Mine(done));
        Assert.Equal("No action of this programme is yours.", Mine());
    }

    [Fact]
    public void The_plan_is_summed_up_with_what_goes_worst_first()
    {
        Assert.Equal("The plan has 6 actions: 1 off track, 3 on track and 2 completed and not yet verified. 1 is overdue.",
            Plan(1, (ActionStatus.OnTrack, 3), (ActionStatus.Completed, 2), (ActionStatus.OffTrack, 1)));
        Assert.Equal("The plan has 1 action: 1 verified. None is overdue.", Plan(0, (ActionStatus.Verified, 1)));
        Assert.Equal("The plan has no action yet.", Plan(0));
    }

    [Fact]
    public void Verified_actions_to_be_looked_at_again_are_counted_among_the_verified_and_said()
    {
        Assert.Equal("The plan has 3 actions: 3 verified. None is overdue. 1 verified is to be looked at again.", PlanWith(1, 0, 0, (ActionStatus.Verified, 3)));
        Assert.Equal("The plan has 3 actions: 3 verified. None is overdue. 2 verified are to be looked at again. 1 more was withdrawn.", PlanWith(2, 1, 0, (ActionStatus.Verified, 3)));
    }

    [Fact]
    public void Withdrawn_actions_are_said_beside_the_plan_and_not_counted_in_it()
    {
        Assert.Equal("The plan has 1 action: 1 on track. None is overdue. 2 more were withdrawn.", PlanWith(2, 0, (ActionStatus.OnTrack, 1)));
        Assert.Equal("The plan has no action: 1 was withdrawn.", PlanWith(1, 0));
    }

    [Theory]
    [InlineData(null, "No update yet")]
    [InlineData("2011-06-14", "Last update today")]
    [InlineData("2011-06-13", "Last update yesterday")]
    [InlineData("2011-04-30", "Last update 45 days ago")]
    [InlineData("2026-11-23", "Last update on 23 November 2026")]
    public void How_long_nothing_was_said_is_said_of_the_day_on_which_the_programme_is_judged(string? said, string expected) => Assert.Equal(expected, PlanWords.LastUpdate(
        new("A1", "Action A1", Stage.InProgress, null, new(2011, 9, 30), new(2011, 9, 30), said is null ? null : DateOnly.Parse(said, System.Globalization.CultureInfo.InvariantCulture), null, true, false, JudgedOn: new(2011, 6, 14))));

    private static HandoverList.Line Handed(Stage stage) => new("A1", "Action A1", stage, null, Judged, Judged, Judged, null, null, false, Judged);

    [Fact]
    public void Whoever_takes_over_is_told_what_comes_next()
    {
        Assert.Equal(["It starts on 1 July 2011."], Handed(Stage.NotStarted).ComesNext());
        Assert.Equal(["It was to start on 30 June 2011."], (Handed(Stage.NotStarted) with { StartsOn = Judged.AddDays(-1) }).ComesNext());
        Assert.Equal(["Held up: The budget is not agreed.", "Milestone due 20 July 2011: Interviews are held."],
            (Handed(Stage.InProgress) with { BlockedBy = "The budget is not agreed", NextStep = new("Interviews are held", new(2011, 7, 20)) }).ComesNext());
        Assert.Equal(["No milestone is open: it is to be completed."], Handed(Stage.InProgress).ComesNext());
        Assert.Equal(["Another person verifies it."], Handed(Stage.Completed).ComesNext());
        Assert.Equal(["To be looked at again on 2 July 2011."], (Handed(Stage.Verified) with { RecheckOn = Judged.AddDays(1) }).ComesNext());
    }
}
