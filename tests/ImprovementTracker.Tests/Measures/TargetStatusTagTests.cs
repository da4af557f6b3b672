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
        var cell = Render<TargetCell>(p => p.Add(c => c.Text, new(TargetVerdict.Missed, "69%", "11 points below")));

        Assert.Equal("69%, Missed", cell.Find(".v").TextContent);
        Assert.Contains("missed", cell.Find("td").ClassList);
        Assert.Equal("11 points below", cell.Find(".gap").TextContent.Trim());
    }
}
