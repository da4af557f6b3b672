using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Operation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>A figure reads the same on the overview, among the areas, in the list of measures and on its own page.</summary>
public class FiguresAgreeTests(DemonstrationDatabase demonstration) : IClassFixture<DemonstrationDatabase>
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Actor Everybody = Actor.System("test");

    [Theory]
    [InlineData(Demonstration.NottinghamshireSlug, "2011-05")]
    [InlineData(Demonstration.NottinghamshireSlug, "2011-03")]
    [InlineData(Demonstration.NottinghamshireSlug, "2010-04")]
    [InlineData(Demonstration.NottinghamSlug, null)]
    public async Task The_overview_the_areas_and_each_measure_say_the_same(string slug, string? iso)
    {
        var month = iso is null ? (Month?)null : Month.Parse(iso);
        var overview = await new Overview(demonstration.Database).LoadAsync(Everybody, slug, month, Never);
        var areas = await new AreasAgainstTargets(demonstration.Database).LoadAsync(Everybody, slug, new(month, overview.SetBy), Never);

        Assert.Equal(overview.Month, areas.Month);
        Assert.NotEmpty(areas.Measures);
        foreach (var line in areas.Measures)
        {
            var page = await new MeasurePage(demonstration.Database).LoadAsync(Everybody, slug, line.Code, new(areas.Month), Never);
            Assert.Equal(line.Cells.Select(cell => (cell.Text, cell.Counts)), page.ByArea.Select(area => (area.Text, area.Figure.Counts)));
            Assert.Equal(line.Cells[0].HasFigure ? line.Cells[0].Text : line.Cells[0].Gap, page.Lines[^1].Text);
            if (page.Standings.SingleOrDefault(standing => standing.SetBy == overview.SetBy) is { } standing)
                Assert.Equal(line.Cells[0].Verdict, standing.Verdict);

            if (overview.Measures.SingleOrDefault(measure => measure.Code == line.Code) is { } first)
            {
                Assert.Equal((line.Cells[0].Text, line.Cells[0].Verdict), (first.Text, first.Verdict));
                Assert.Equal(page.Sentence, first.Sentence + ".");
                Assert.Equal(page.Lines.Select(one => one.Figure.Figure), first.Figures);
            }
        }
    }

    [Theory]
    [InlineData(Demonstration.NottinghamshireSlug)]
    [InlineData(Demonstration.NottinghamSlug)]
    public async Task The_list_of_measures_says_what_each_measures_page_says(string slug)
    {
        var list = await new MeasureList(demonstration.Database).LoadAsync(Everybody, slug, Never);

        foreach (var line in list.Themes.SelectMany(theme => theme.Measures))
        {
            var page = await new MeasurePage(demonstration.Database).LoadAsync(Everybody, slug, line.Code, new(), Never);
            Assert.Equal((page.Sentence, page.ByArea[0].Text), (line.Sentence, line.Text));
        }
    }

    [Fact]
    public async Task The_known_figures_of_the_sources_come_out_as_they_were_written()
    {
        async Task<string> Sentence(string code) => (await new MeasurePage(demonstration.Database).LoadAsync(Everybody, Demonstration.NottinghamshireSlug, code, new(new Month(2011, 5)), Never)).Sentence;

        Assert.StartsWith("76% in May 2011, up from 37% in April 2010: ", await Sentence(Demonstration.InitialAssessments), StringComparison.Ordinal);
        Assert.StartsWith("73% in May 2011, up from 50% in April 2010: ", await Sentence(Demonstration.CoreAssessments), StringComparison.Ordinal);
        var initial = await new MeasurePage(demonstration.Database).LoadAsync(Everybody, Demonstration.NottinghamshireSlug, Demonstration.InitialAssessments, new(), Never);
        Assert.Contains(initial.Elsewhere, one => one.Text == "84%" && one.Period == PeriodType.NotSaid);
    }
}
