using Bunit;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Web.Inspections;

namespace ImprovementTracker.Tests.Inspections;

public class InspectionTagTests : BunitContext
{
    [Fact]
    public void A_grade_is_the_inspectors_word_with_a_shape()
    {
        var tag = Render<GradeTag>(p => p.Add(c => c.Grade, Grade.RequiresImprovement)).Find(".tag");

        Assert.Equal("Requires improvement to be good", tag.TextContent);
        Assert.Contains("near", tag.ClassList);
        Assert.NotNull(tag.QuerySelector("svg path"));
    }

    [Fact]
    public void An_area_for_priority_action_stands_out_from_an_area_for_development_by_shape_and_colour()
    {
        var priority = FindingKind.AreaForPriorityAction.Look();
        var development = FindingKind.AreaForDevelopment.Look();

        Assert.NotEqual(priority.Shape, development.Shape);
        Assert.NotEqual(priority.CssClass, development.CssClass);
        Assert.Equal("Area for priority action", Render<FindingKindTag>(p => p.Add(c => c.Kind, FindingKind.AreaForPriorityAction)).Find(".tag").TextContent);
    }

    [Fact]
    public void A_finding_that_a_later_visit_called_addressed_has_a_tick()
    {
        var tag = Render<ReviewOutcomeTag>(p => p.Add(c => c.Outcome, ReviewOutcome.Addressed)).Find(".tag");

        Assert.Equal("Addressed", tag.TextContent);
        Assert.Contains("done", tag.ClassList);
    }
}
