using System.Net;
using AngleSharp.Dom;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Plan;

namespace ImprovementTracker.Tests.Dashboards;

/// <summary>The dashboards over measures as a browser gets them. The programme's record ends on 1 July 2011.</summary>
public sealed class DashboardPagesTests
{
    private const string Here = $"/p/{TestProgramme.Slug}";
    private static readonly Month May2011 = new(2011, 5);

    private static async Task<PlanSite> WithFiguresAsync()
    {
        var site = await PlanSite.EmptyAsync();
        var programme = site.Programme;
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.Referrals, programme.North, programme.South);
            // North rises for twelve months from 50% to 72%; South stays at 50%.
            foreach (var month in Enumerable.Range(0, 12))
            {
                foreach (var (area, count) in new[] { (programme.North, 25 + month), (programme.South, 25) })
                {
                    var observation = new Observation(programme.InTime, area, May2011.AddMonths(month - 11), PeriodType.InMonth);
                    observation.Revise(RecordedValue.Counted(count, 50), change);
                    db.Add(observation);
                }
            }
            db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, new(2010, 4), null, change).WithSteps(TargetPath.Steps, new TargetStep(new(2010, 4), 70)));
            db.Add(new Benchmark(programme.InTime, Comparator.England, "England", new(2011, 3), PeriodType.Year, 74.5m, null, null, null, "statistics.csv", change));
        });
        return site;
    }

    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task The_summary_says_which_way_a_measure_went_and_what_it_can_be_expected_to_meet()
    {
        await using var site = await WithFiguresAsync();
        var browser = await site.AsAsync(Role.BoardMember);

        var page = await browser.PageAsync($"{Here}/summary?area={site.Programme.North.Id}");

        var row = page.QuerySelectorAll("tbody tr").Single(one => one.QuerySelector("th")!.TextContent.Contains("Assessments in time", StringComparison.Ordinal));
        // Moving ranges of 2 throughout: limits of 61 less and plus 5.32, so 72% lies above them and a target of 70% is failed.
        Assert.Equal(["Improvement", "Met", "Consistently failing"], row.QuerySelectorAll(".tag").Select(tag => tag.TextContent));
        Assert.Contains("Above the upper limit", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("met for two months in a row, 2 points above", Plain(row), StringComparison.Ordinal);
        Assert.Equal($"{Here}/measures/in-time?month=2011-05&area={site.Programme.North.Id}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.StartsWith("North: up to May 2011", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("nav.main a[aria-current=page]"), link => link.TextContent == "Summary");

        var notable = await browser.PageAsync($"{Here}/summary?area={site.Programme.North.Id}&only=notable");
        Assert.Single(notable.QuerySelectorAll("tbody tr:not(.group)"));
        Assert.Contains("1 measure is not shown", Plain(notable.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_measure_in_every_area_is_a_ranking_and_a_chart_of_each_with_what_others_reach()
    {
        await using var site = await WithFiguresAsync();

        var page = await (await site.AsAsync(Role.BoardMember)).PageAsync($"{Here}/measures/in-time/areas?month=2011-05");

        Assert.Equal(["Testshire", "North", "South", "Elsewhere, to compare", "England"], page.QuerySelectorAll("tbody th").Select(head => head.TextContent.Trim()));
        Assert.Equal(["", "1", "2"], page.QuerySelectorAll("tbody tr:not(.group) td:nth-child(2)").Take(3).Select(rank => rank.TextContent));
        // England has a figure and no rank.
        Assert.Equal(["74.5%", "Year to March 2011.", "statistics.csv"], page.QuerySelectorAll("tbody tr")[^1].QuerySelectorAll("td").Select(Plain));
        Assert.Equal(3, page.QuerySelectorAll("figure.multiple svg[role=img]").Length);
        var north = page.QuerySelectorAll("figure.multiple")[1];
        Assert.Equal("North: 72% (provisional) in May 2011, up from 50% (provisional) in June 2010: 2 points above the DfE notice's target of 70%", north.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"));
        Assert.Contains("70%", north.QuerySelectorAll("text").Select(text => text.TextContent));
        Assert.Contains("E 74.5%", north.QuerySelectorAll("text").Select(text => text.TextContent));
        Assert.NotNull(north.QuerySelector("polyline.behind"));
    }

    [Fact]
    public async Task Areas_against_targets_become_a_run_of_months_by_the_address()
    {
        await using var site = await WithFiguresAsync();
        var browser = await site.AsAsync(Role.BoardMember);

        var areas = await browser.PageAsync($"{Here}/areas?run=6&month=2011-05&of=measure-in-time");
        Assert.Equal(["Area", "Dec 2010", "Jan 2011", "Feb 2011", "Mar 2011", "Apr 2011", "May 2011"], areas.QuerySelectorAll("thead th").Select(head => head.TextContent));
        Assert.Equal(["62%, Missed", "64%, Missed", "66%, Missed", "68%, Missed", "70%, Met", "72%, Met"], areas.QuerySelectorAll("tbody tr")[1].QuerySelectorAll("td a").Select(figure => figure.TextContent));

        var measures = await browser.PageAsync($"{Here}/areas?run=6&of=area-{site.Programme.North.Id}");
        Assert.Equal("North, month by month", measures.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Assessment", "Assessments in time", "Referrals"], measures.QuerySelectorAll("tbody th").Select(head => (head.QuerySelector("a") ?? head).TextContent));

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{Here}/areas?run=6&of=measure-nothing")).StatusCode);
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("measures/in-time/areas")]
    [InlineData("areas?run=12")]
    public async Task A_reader_is_shown_approved_figures_of_the_whole_authority_alone(string page)
    {
        await using var site = await WithFiguresAsync();

        var shown = await (await site.AsAsync(Role.Reader)).PageAsync($"{Here}/{page}");

        Assert.DoesNotContain("North", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Approved figures of the whole authority", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
