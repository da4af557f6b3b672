using Bunit;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Tests.Measures;

public class TargetStatusTagTests : BunitContext
{
    [Theory]
    [InlineData(TargetVerdict.Met, "Met", "met")]
    [InlineData(TargetVerdict.WithinTolerance, "Within tolerance", "near")]
    [InlineData(TargetVerdict.Missed, "Missed", "missed")]
    [InlineData(TargetVerdict.BelowRange, "Below the range", "plain")]
    [InlineData(TargetVerdict.WithinRange, "Within the range", "plain")]
    [InlineData(TargetVerdict.AboveRange, "Above the range", "plain")]
    [InlineData(TargetVerdict.NoTarget, "No target", "none")]
    [InlineData(TargetVerdict.NoData, "No value", "none")]
    public void A_verdict_is_a_shape_a_word_and_a_colour(TargetVerdict verdict, string word, string colour)
    {
        var tag = Render<TargetStatusTag>(p => p.Add(c => c.Verdict, verdict));

        Assert.Equal(word, tag.Find(".tag").TextContent);
        Assert.Contains(colour, tag.Find(".tag").ClassList);
        Assert.NotEmpty(tag.Find("svg[aria-hidden=true] path").GetAttribute("d")!);
    }

    [Fact]
    public void Verdicts_that_differ_in_meaning_differ_in_shape()
    {
        var shapes = Enum.GetValues<TargetVerdict>().Except([TargetVerdict.NoData]).Select(verdict => verdict.Look().Shape).ToList();

        Assert.Equal(shapes.Count, shapes.Distinct().Count());
    }

    [Fact]
    public void A_cell_reads_the_verdict_aloud_beside_the_figure()
    {
        var cell = Render(row => { row.OpenElement(0, "tr"); row.AddContent(1, TargetCell.Row([new(TargetVerdict.Missed, "69%", "11 points below")])); row.CloseElement(); });

        Assert.Equal("69%, Missed", cell.Find(".v").TextContent);
        Assert.Contains("missed", cell.Find("td").ClassList);
        Assert.Equal("11 points below", cell.Find(".gap").TextContent.Trim());
    }

    [Fact]
    public void What_people_have_typed_is_shown_as_they_typed_it()
    {
        var cell = Render(row => row.AddContent(0, TargetCell.Row([new(TargetVerdict.NoData, "no value", "not captured", "<b>The & system</b> was \"down\"")])));

        Assert.Equal("<b>The & system</b> was \"down\"", cell.FindAll(".gap")[1].TextContent);
    }
}
