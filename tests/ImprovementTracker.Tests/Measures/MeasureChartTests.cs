using Bunit;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Tests.Measures;

public class MeasureChartTests : BunitContext
{
    private static Month At(int index) => new Month(2010, 4).AddMonths(index);

    private static IReadOnlyList<ChartPoint> Points(params decimal?[] figures) =>
        [.. figures.Select((figure, index) => new ChartPoint(At(index), figure, $"{figure}%"))];

    private static ChartTarget Target(string name, params decimal?[] levels) => new(name, [.. levels.Select((level, index) => new ChartLevel(At(index), level))]);

    private IRenderedComponent<MeasureChart> Chart(IReadOnlyList<ChartPoint> points, params ChartTarget[] targets) => Render<MeasureChart>(chart => chart
        .Add(c => c.Title, "Initial assessments in time").Add(c => c.Sentence, "76% in May 2011, up from 37% in April 2010.")
        .Add(c => c.Points, points).Add(c => c.Targets, targets).Add(c => c.Unit, MeasureUnit.Percentage));

    [Fact]
    public void A_screen_reader_hears_the_measure_and_the_sentence()
    {
        var chart = Chart(Points(37, 76));
        var svg = chart.Find("svg.wide");

        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal("Initial assessments in time", chart.Find("#" + svg.GetAttribute("aria-labelledby")).TextContent);
        Assert.Equal("76% in May 2011, up from 37% in April 2010.", chart.Find("#" + svg.GetAttribute("aria-describedby")).TextContent);
    }

    [Fact]
    public void The_last_value_and_each_target_stand_at_the_end_of_their_lines_with_who_set_them()
    {
        var chart = Chart(Points(37, 40, 76), Target("DfE notice", 60, 80, 80), Target("Local", 75, 75, 82.5m));

        Assert.Equal(["76% June 2010", "DfE notice 80%", "Local 82.5%"], chart.FindAll("svg.wide text.strong, svg.wide text.ask").Select(text => text.TextContent));
    }

    [Fact]
    public void Labels_of_lines_that_end_together_do_not_overlap()
    {
        var layout = new ChartLayout(ChartSize.Wide, Points(37, 80), [Target("DfE notice", 80, 80), Target("Local", 79, 79)], [], MeasureUnit.Percentage, 0);

        var heights = layout.EndLabels.Select(label => label.Y).Order().ToList();
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= ChartSize.Wide.LineHeight - .001));
    }

    [Fact]
    public void A_month_without_a_figure_breaks_the_line_and_the_caption_says_so()
    {
        var chart = Chart(Points(37, 39, null, 44, 47));

        Assert.Equal(2, chart.FindAll("svg.wide polyline").Count);
        Assert.Equal(4, chart.FindAll("svg.wide .point").Count);
        Assert.Contains("Where the line breaks, a month has no figure.", chart.Find("figcaption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_ends_before_a_month_from_which_something_else_is_counted_and_the_caption_says_so()
    {
        var points = Points(37, 39, 52, 55, 54).Select((point, place) => point with { StartsAnew = place == 2 }).ToList();

        var chart = Chart(points);

        Assert.Equal([2, 3], chart.FindAll("svg.wide polyline").Select(line => line.GetAttribute("points")!.Split(' ').Length));
        Assert.Contains("Where the line breaks, something else is counted from there on.", chart.Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.Contains("Where the line breaks, a month has no figure, or something else is counted from there on.", Chart([.. points, new ChartPoint(At(5), null, "")]).Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Where the line breaks", Chart(Points(37, 39, 52)).Find("figcaption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Stated_figures_are_squares_and_illustrative_ones_hollow_and_the_caption_says_so()
    {
        var chart = Chart([new(At(0), 37, "37%", IsStated: true), new(At(1), 39, "39%", IsIllustrative: true)]);

        Assert.Single(chart.FindAll("svg.wide rect.point:not(.hollow)"));
        Assert.Single(chart.FindAll("svg.wide circle.point.hollow"));
        Assert.Contains("Squares are figures as a document stated them", chart.Find("figcaption").TextContent, StringComparison.Ordinal);
        Assert.Contains("Hollow points are illustrative.", chart.Find("figcaption").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expected_range_is_a_band_between_two_broken_lines()
    {
        var range = new ChartTarget("DfE notice", [new(At(0), 55, 70), new(At(1), 55, 70)]);

        var chart = Chart(Points(60, 64), range);

        Assert.Single(chart.FindAll("svg.wide path.band"));
        Assert.Equal(2, chart.FindAll("svg.wide path.target").Count);
        Assert.Equal("DfE notice 55% to 70%", chart.Find("svg.wide text.ask").TextContent);
    }

    [Fact]
    public void A_target_is_drawn_only_in_the_months_in_which_it_is_in_force()
    {
        // Two months of 50 on a drawing from 0: the level begins half a month before May and ends at June, the last.
        var layout = new ChartLayout(ChartSize.Wide, Points(60, 64, 66), [Target("DfE notice", null, 80, 80)], [], MeasureUnit.Percentage, 0);
        var scale = layout.Scale;

        var path = layout.LevelPath([.. layout.Targets[0].Levels.Where(level => level.Level is not null)]);

        Assert.StartsWith($"M{ChartLayout.N((scale.Left + (scale.Left + scale.Right) / 2) / 2)} {ChartLayout.N(scale.Top)} ", path, StringComparison.Ordinal);
        Assert.EndsWith($"L{ChartLayout.N(scale.Right)} {ChartLayout.N(scale.Top)}", path, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_that_would_overlap_stand_in_rows_the_earlier_one_above()
    {
        ChartAnnotation[] notes = [new(At(0), "A long sentence about the notice"), new(At(1), "Ofsted visit"), new(At(11), "Review")];

        var placed = new ChartLayout(ChartSize.Wide, Points([.. Enumerable.Repeat((decimal?)50, 12)]), [], notes, MeasureUnit.Percentage, 0).Annotations;

        Assert.Equal(["Review 0", "Ofsted visit 0", "A long sentence about the notice 1"], placed.Select(note => $"{note.Text} {note.Row}"));
    }

    [Fact]
    public void A_measure_without_any_figure_still_shows_its_months_and_target()
    {
        var chart = Chart(Points(null, null), Target("DfE notice", 80, 80));

        Assert.Empty(chart.FindAll("svg.wide .point"));
        Assert.Equal("DfE notice 80%", chart.Find("svg.wide text.ask").TextContent);
    }
}
