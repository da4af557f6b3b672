using Bunit;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Tests.Measures;

public class SparklineTests : BunitContext
{
    [Fact]
    public void The_line_is_said_in_words_and_ends_in_a_point_at_the_latest_figure()
    {
        var line = Render<Sparkline>(p => p.Add(c => c.Figures, [40, 60, null, 80, null]).Add(c => c.Target, 80m).Add(c => c.Text, "from 40% to 80%"));

        Assert.Equal("from 40% to 80%", line.Find("svg").GetAttribute("aria-label"));
        // 31 apart from 4 to 128 and 40 to 80 on 28 down to 4.
        Assert.Equal(["4,28 35,16", "97,4"], line.FindAll("polyline").Select(part => part.GetAttribute("points")));
        Assert.Equal("97", line.Find("circle").GetAttribute("cx"));
        Assert.Equal("4", line.Find("line").GetAttribute("y1"));
    }

    [Fact]
    public void The_line_ends_before_a_month_from_which_something_else_is_counted()
    {
        var line = Render<Sparkline>(p => p.Add(c => c.Figures, [40, 60, 60, 80, 80]).Add(c => c.Anew, [2]).Add(c => c.Text, "from 60% to 80%"));

        // As above: 31 from one month to the next, 40 to 80 on 28 down to 4.
        Assert.Equal(["4,28 35,16", "66,16 97,4 128,4"], line.FindAll("polyline").Select(part => part.GetAttribute("points")));
    }

    [Fact]
    public void Without_a_figure_nothing_is_drawn()
    {
        var line = Render<Sparkline>(p => p.Add(c => c.Figures, [null, null]).Add(c => c.Text, "no value"));

        Assert.Empty(line.Markup.Trim());
    }
}
