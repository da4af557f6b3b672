using AngleSharp.Dom;
using Bunit;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Domain.Reports;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Web.Dashboards;
using ImprovementTracker.Web.Measures;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>
/// North's May 2010 was recorded as 20 of 50 and then as 25 of 50, its May 2011 as 40 of 50 and then as 41 of 50. Its April
/// 2011 and everything of South stand as first recorded. A document stated 80% for the year, and then 84%. Nothing is approved.
/// </summary>
public sealed class FigureMarksOnPagesTests : BunitContext
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2010 = new(2010, 5);
    private static readonly Month April2011 = new(2011, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static async Task<TestProgramme> RecordAsync(TestDatabase database)
    {
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2010, RecordedValue.Counted(20, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2010, RecordedValue.Counted(25, 50));
        await programme.RecordAsync(programme.InTime, programme.North, April2011, RecordedValue.Counted(30, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(34, 50));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Stated(80, new SourceDocument(programme.Programme, "Scrutiny report", "The council", null), "3"), PeriodType.Year);
        await ReviseAsync(programme, programme.North, May2010, RecordedValue.Counted(25, 50));
        await ReviseAsync(programme, programme.North, May2011, RecordedValue.Counted(41, 50));
        await ReviseAsync(programme, programme.Whole, May2011, new(ValueKind.Stated, null, null, 84, null));
        return programme;
    }

    private static Task ReviseAsync(TestProgramme programme, Area area, Month month, RecordedValue value) => programme.ChangeAsync((db, change) =>
        db.Observations.Include(observation => observation.Revisions).Single(observation => observation.AreaId == area.Id && observation.Month == month).Revise(value, change));

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);

    [Fact]
    public async Task In_the_matrix_and_in_a_run_of_months_the_mark_stands_on_the_figures_that_were_revised()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await RecordAsync(database);

        var month = await new AreasAgainstTargets(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(May2011), Never);
        var run = await new RunOfMonths(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(May2011, MeasureCode: "in-time"), Never);

        // Testshire is the sum of both; North; South.
        Assert.Equal(["provisional, revised", "provisional, revised", "provisional"], month.Measures[0].Cells.Select(cell => cell.Marks.InWords));
        Assert.Equal(["provisional", "provisional, revised"], run.Rows[1].Cells.TakeLast(2).Select(cell => cell!.Marks.InWords));
        var row = Render<AreasByPlace>(p => p.Add(c => c.Slug, TestProgramme.Slug).Add(c => c.Table, month)).FindAll("tbody tr");
        Assert.Equal(["p, provisional", "r, revised"], row[1].QuerySelector("td")!.QuerySelectorAll(".sign").Select(sign => sign.TextContent));
        Assert.Equal(["p, provisional"], row[2].QuerySelector("td")!.QuerySelectorAll(".sign").Select(sign => sign.TextContent));
        Assert.Contains("revised: another value was recorded before", Render<AreasKey>(p => p.Add(c => c.Table, month)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranked_and_in_the_small_charts_a_figure_says_that_it_was_revised_and_so_does_that_of_the_year_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await RecordAsync(database);

        var sheet = await new AreasOnOneMeasure(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "in-time", new(May2011), Never);

        var ranks = Render<AreaRanks>(p => p.Add(c => c.Slug, TestProgramme.Slug).Add(c => c.Sheet, sheet)).FindAll("tbody tr");
        // Testshire: 50 of 100 in May 2010, 75 of 100 in May 2011.
        Assert.Equal(["50%, provisional, revised", "50%, provisional, revised", "50%, provisional"], ranks.Select(row => Plain(row.Children[4])));
        Assert.EndsWith("provisional, revised", Plain(ranks[1].Children[6]), StringComparison.Ordinal);
        var captions = Render<AreaCharts>(p => p.Add(c => c.Slug, TestProgramme.Slug).Add(c => c.Sheet, sheet)).FindAll("figcaption");
        Assert.Equal(["Testshire 75% provisional, revised", "North 82% provisional, revised", "South 68% provisional"], captions.Select(Plain));
    }

    [Fact]
    public async Task A_longer_period_and_a_figure_stated_elsewhere_say_it_too()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await RecordAsync(database);
        var page = new MeasurePage(database);

        var north = await page.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "in-time", new(May2011, AreaId: programme.North.Id), Never);
        var whole = await page.LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "in-time", new(May2011), Never);

        var periods = Render<MeasurePeriods>(p => p.Add(c => c.Sheet, north));
        // April and May 2011: 30 and 41 of 50 each.
        Assert.Contains("Year to date April 2011 to May 2011 71% 71 of 100, provisional, revised", periods.FindAll("tbody tr").Select(Plain));
        Assert.Contains("Revised: another value was recorded before, for the whole or for a part.", periods.Markup, StringComparison.Ordinal);
        Assert.Equal("84%, May 2011, in the year, provisional, revised", Plain(Render<MeasureElsewhere>(p => p.Add(c => c.Sheet, whole)).Find("li span")));
    }

    [Fact]
    public async Task The_report_says_it_in_its_sentence_in_its_appendix_and_in_its_notes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await RecordAsync(database);

        var report = await new CommitteeReports(database).LoadAsync(programme.As(Role.ScrutinyOfficer), TestProgramme.Slug, May2010, May2011, Never);

        var points = report.Sections.SelectMany(section => section.Paragraphs).SelectMany(paragraph => paragraph.Points).ToList();
        Assert.Contains("75% of assessments completed in time in May 2011 compared with 50% in May 2010 (provisional, revised)", points);
        Assert.Contains(points, point => point.StartsWith("Assessments in time: 84%, May 2011, ", StringComparison.Ordinal) && point.Contains(", provisional, revised", StringComparison.Ordinal));
        Assert.Equal("sum of 2 areas, provisional, revised", report.Appendix.Measures[0].Months[^1].Source);
        // North alone reported April 2011, so there is no figure that could be either.
        Assert.Equal("", report.Appendix.Measures[0].Months[^2].Source);
        Assert.Contains("Some figures are revised: another value was recorded before, for the whole or for a part.", report.Notes);
    }
}
