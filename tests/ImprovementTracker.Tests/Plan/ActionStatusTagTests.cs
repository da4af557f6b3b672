using Bunit;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Web.Plan;

namespace ImprovementTracker.Tests.Plan;

public class ActionStatusTagTests : BunitContext
{
    private IRenderedComponent<ActionStatusTag> Tag(ActionStatus status, bool overdue = false) =>
        Render<ActionStatusTag>(p => p.Add(c => c.Status, status).Add(c => c.IsOverdue, overdue));

    [Fact]
    public void Only_a_verified_action_is_blue()
    {
        var blue = Enum.GetValues<ActionStatus>().Where(status => Tag(status).Find(".tag").ClassList.Contains("done"));

        Assert.Equal([ActionStatus.Verified], blue);
    }

    [Fact]
    public void Every_status_has_a_shape_of_its_own_and_its_word()
    {
        var drawn = Enum.GetValues<ActionStatus>().Select(status => Tag(status)).Select(tag => (tag.Find(".tag").TextContent, Path: tag.Find("path").GetAttribute("d"))).ToList();

        Assert.Equal(["Not started", "On track", "At risk", "Off track", "Completed, not yet verified", "Verified", "Withdrawn"], drawn.Select(one => one.TextContent));
        Assert.Equal(drawn.Count, drawn.Select(one => one.Path).Distinct().Count());
    }

    [Fact]
    public void An_overdue_action_says_so_beside_its_status()
    {
        Assert.Equal(["At risk", "Overdue"], Tag(ActionStatus.AtRisk, overdue: true).FindAll(".tag").Select(tag => tag.TextContent));
        Assert.Single(Tag(ActionStatus.AtRisk).FindAll(".tag"));
    }
}
