using Bunit;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Web.Plan;

namespace ImprovementTracker.Tests.Plan;

public class GapLinksTests : BunitContext
{
    private static readonly DateOnly Judged = new(2011, 7, 1);
    private static readonly StatusByRule.Facts OnTrack = new(Stage.InProgress, Progress.OnTrack, new(2011, 1, 1), new(2011, 6, 30), Judged);
    private static readonly Gap NoOwner = new(GapKind.MeasureWithoutOwner, "Referrals", "is owned by nobody.", Key: "referrals");
    private static readonly Gap NoAction = new(GapKind.FindingWithoutAction, "Recommendation", "is answered by no action: ‘Listen.’", Id: 7);

    private static string Lead(int onTrack, int against, params Gap[] gaps) => new DisagreementsAndGaps.Shown(
        new ProgrammeHeader(1, "testshire", "Testshire Council", "improvement notice", default, null, new(2010, 1, 1), null, Judged),
        onTrack, [.. Enumerable.Repeat(new DisagreementsAndGaps.Disagreement("A1", "Train", null, false, []), against)], gaps, new(2011, 5), false, false).Lead();

    [Fact]
    public void The_page_says_first_how_many_there_are_of_each()
    {
        Assert.Equal("No action is said to be on track. No gaps.", Lead(0, 0));
        Assert.Equal("One action is said to be on track; the record does not speak against it. No gaps.", Lead(1, 0));
        Assert.Equal("One action is said to be on track; the record speaks against it. One gap: one measure without an owner.", Lead(1, 1, NoOwner));
        Assert.Equal("12 actions are said to be on track; the record speaks against none. Three gaps: one finding without an action and two measures without an owner.", Lead(12, 0, NoAction, NoOwner, NoOwner));
        Assert.Equal("Two actions are said to be on track; the record speaks against all of them. No gaps.", Lead(2, 2));
    }

    [Fact]
    public void Each_gap_leads_to_what_it_is_about_and_to_the_form_that_mends_it()
    {
        Assert.Equal(("/p/testshire/findings/7", "/p/testshire/actions/new?finding=7"), (NoAction.Address("testshire"), NoAction.MendAddress("testshire")));
        Assert.Equal(("/p/testshire/measures/referrals", "/p/testshire/measures/owners"), (NoOwner.Address("testshire"), NoOwner.MendAddress("testshire")));
        Assert.Equal("/p/testshire/actions/A7/edit", new Gap(GapKind.ActionWithoutMeasure, "A7 Train", "", Key: "A7").MendAddress("testshire"));
        Assert.Equal("/p/testshire/notice/requirements/3", new Gap(GapKind.RequirementWithoutTarget, "Requirement R3", "", Id: 3).MendAddress("testshire"));
        Assert.Equal("/p/testshire/measures/in-time/record", new Gap(GapKind.TargetWithoutFigure, "In time", "", Key: "in-time").MendAddress("testshire"));
    }

    private string Lenses(StatusByRule.Facts action, int judged = 0, int measures = 0) =>
        Render<LensesOnAction>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Lenses, new(action, StatusByRule.Of(action, [], Judged), judged, measures))).Markup;

    [Fact]
    public void An_open_action_shows_both_lenses_with_the_reasons_and_a_finished_one_none()
    {
        var late = Lenses(OnTrack);
        Assert.Contains("Owner and record disagree.", late, StringComparison.Ordinal);
        Assert.Contains("One sign against it", late, StringComparison.Ordinal);
        Assert.Contains("It was due on 30 June 2011: 1 day overdue.", late, StringComparison.Ordinal);
        Assert.Contains("It names no measure, so nothing is said of its figures.", late, StringComparison.Ordinal);
        var inTime = Lenses(OnTrack with { DueOn = Judged }, judged: 1, measures: 3);
        Assert.Contains("Nothing against it", inTime, StringComparison.Ordinal);
        Assert.Contains("One of its three measures has enough figures to be judged.", inTime, StringComparison.Ordinal);
        Assert.DoesNotContain("disagree", inTime, StringComparison.Ordinal);
        Assert.Equal("", Lenses(OnTrack with { Stage = Stage.Completed, Progress = null }).Trim());
    }

    [Fact]
    public async Task A_gap_is_mended_from_the_page_by_who_enters_the_plan_and_only_read_by_the_board()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        const string Address = $"/p/{TestProgramme.Slug}/disagreements-and-gaps";

        var manager = await (await site.AsAsync(Role.ProgrammeManager)).PageAsync(Address);
        var board = await (await site.AsAsync(Role.BoardMember)).PageAsync(Address);

        Assert.Equal("Disagreements and gaps", board.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Actions without a measure", "Measures without an owner"], board.QuerySelectorAll("#gaps ~ h3").Select(heading => heading.TextContent));
        Assert.NotNull(manager.QuerySelector($"main a[href='/p/{TestProgramme.Slug}/actions/A1/edit']"));
        Assert.Null(board.QuerySelector($"main a[href='/p/{TestProgramme.Slug}/actions/A1/edit']"));
        Assert.NotNull(board.QuerySelector($"nav a[href='{Address}'][aria-current=page]"));
    }
}
