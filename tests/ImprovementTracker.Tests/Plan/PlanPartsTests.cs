using Bunit;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Web.Plan;

namespace ImprovementTracker.Tests.Plan;

public class PlanPartsTests : BunitContext
{
    private static readonly DateOnly Judged = new(2011, 7, 1);

    private IRenderedComponent<MyActionBlock> Block(MyActions.Line line, bool mayUpdate = true) =>
        Render<MyActionBlock>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Line, line).Add(c => c.MayUpdate, mayUpdate));

    private static MyActions.Line Line(Stage stage = Stage.InProgress, bool leads = true) =>
        new("A7", "Rebuild the teams", stage, Progress.AtRisk, new DateOnly(2011, 6, 30), new DateOnly(2011, 5, 31), new DateOnly(2011, 6, 11), "Two posts are empty.", leads, false, Judged);

    private static string TextOf(IRenderedComponent<MyActionBlock> block) => string.Join(' ', block.Nodes.Select(node => node.TextContent)).ReplaceLineEndings(" ");

    [Fact]
    public void An_action_of_mine_says_how_it_stands_when_it_is_due_and_what_was_said_last()
    {
        var block = Block(Line());

        Assert.Equal("A7 Rebuild the teams", block.Find("h2 a").TextContent);
        Assert.Equal(["At risk", "Overdue"], block.FindAll(".tag").Select(tag => tag.TextContent));
        Assert.Contains("Due 30 June 2011, 1 day overdue.", TextOf(block), StringComparison.Ordinal);
        Assert.Contains("First agreed: 31 May 2011.", TextOf(block), StringComparison.Ordinal);
        Assert.Contains("Last update 20 days ago: Two posts are empty.", TextOf(block), StringComparison.Ordinal);
        Assert.Equal("/p/testshire/actions/A7/update", block.Find("a.button").GetAttribute("href"));
    }

    [Fact]
    public void A_finished_action_and_one_that_the_role_cannot_update_offer_no_update()
    {
        Assert.Empty(Block(Line(Stage.Completed)).FindAll("a.button"));
        Assert.Empty(Block(Line(), mayUpdate: false).FindAll("a.button"));
        Assert.DoesNotContain("overdue", TextOf(Block(Line(Stage.Completed))), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_accountable_but_does_not_lead_is_told_so()
    {
        Assert.Contains("You are accountable; somebody else leads it.", TextOf(Block(Line(leads: false))), StringComparison.Ordinal);
        Assert.DoesNotContain("somebody else", TextOf(Block(Line())), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_of_the_history_that_moved_the_date_says_from_when_to_when_and_why()
    {
        var at = new DateTime(2011, 6, 14, 8, 30, 0, DateTimeKind.Utc);
        var history = Render<ActionHistory>(p => p.Add(c => c.Entries,
        [
            new HistoryEntry(2, at, "Anna Smith", "Two posts are empty.", Stage.InProgress, Progress.OffTrack, new DateOnly(2011, 6, 30), new DateOnly(2011, 5, 31), "Nobody applied."),
            new HistoryEntry(1, at.AddDays(-1), "John Brown", "Begun.", Stage.InProgress, Progress.OnTrack, new DateOnly(2011, 5, 31), null, null),
        ]));

        var entries = history.FindAll("li").Select(entry => string.Join('|', entry.QuerySelectorAll("p").Select(line => line.TextContent.Trim())));
        Assert.Equal(
        [
            "Two posts are empty.|Due date moved from 31 May 2011 to 30 June 2011: Nobody applied.|Off track Anna Smith, 14 June 2011 at 09:30",
            "Begun.|On track John Brown, 13 June 2011 at 09:30",
        ], entries);
    }

    [Fact]
    public void The_history_says_where_another_difference_was_seen_and_when_to_look_again()
    {
        var at = new DateTime(2011, 6, 14, 8, 30, 0, DateTimeKind.Utc);
        HistoryEntry Entry(long place, string said, Stage stage, Impact impact, DateOnly? recheckOn) => new(place, at, "Anna Smith", said, stage, null, new DateOnly(2011, 5, 31), null, null) { Impact = impact, RecheckOn = recheckOn };
        var history = Render<ActionHistory>(p => p.Add(c => c.Entries,
        [
            Entry(4, "Nothing to add.", Stage.Verified, Impact.Some, null),
            Entry(3, "Twenty cases were read.", Stage.Verified, Impact.Some, new DateOnly(2011, 12, 1)),
            Entry(2, "All posts are filled.", Stage.Completed, Impact.Some, null),
            Entry(1, "Entered in the plan.", Stage.NotStarted, Impact.NotYetKnown, null),
        ]));

        var some = Impact.Some.Label().ToLowerInvariant();
        Assert.Equal(
        [
            "Nothing to add.|Nobody is to look at it again.",
            "Twenty cases were read.|To be looked at again on 1 December 2011.",
            $"All posts are filled.|Difference made: {some}, before: not yet known.",
            "Entered in the plan.",
        ], history.FindAll("li").Select(entry => string.Join('|', entry.QuerySelectorAll("p").SkipLast(1).Select(line => line.TextContent.Trim()))));
        var latest = Render<ActionHistory>(p => p.Add(c => c.Entries, [Entry(3, "Twenty cases were read.", Stage.Verified, Impact.Some, null)]).Add(c => c.Before, Entry(2, "All posts are filled.", Stage.Completed, Impact.Some, null)));
        Assert.DoesNotContain("Difference made", latest.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_shows_what_is_chosen_and_how_much_of_the_plan_that_is()
    {
        var programme = new Domain.Programmes.ProgrammeHeader(1, "testshire", "Testshire Council", "improvement notice", Domain.Programmes.InterventionKind.None, null, Judged, null, Judged);
        var plan = new PlanList.Shown(programme, false, [], [], 3, new Dictionary<ActionStatus, int> { [ActionStatus.AtRisk] = 24 }, 0, 0, 0, [(5, "Anna Smith")], [(3, "Assessment")], 1);

        var filters = Render<PlanFilters>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Plan, plan).Add(c => c.Filter, new(ActionStatus.AtRisk, 3, 5, OnlyOverdue: true, "duty", PlanOrder.Lead)));

        Assert.Equal(["At risk", "Assessment", "Anna Smith", "Lead"], filters.FindAll("option[selected]").Select(option => option.TextContent));
        Assert.Equal("duty", filters.Find("input[name=text]").GetAttribute("value"));
        Assert.True(filters.Find("input[name=overdue]").HasAttribute("checked"));
        Assert.Equal("3 of 24 actions shown. Show the whole plan", filters.Find("[role=status]").TextContent);
        Assert.Empty(Render<PlanFilters>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Plan, plan).Add(c => c.Filter, new())).FindAll("[role=status]"));
    }
}
