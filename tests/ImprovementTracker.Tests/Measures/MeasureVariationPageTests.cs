using AngleSharp.Dom;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Plan;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

/// <summary>A measure's page with enough months to tell change from chance. The programme's record ends on 1 July 2011.</summary>
public sealed class MeasureVariationPageTests
{
    private const string Here = $"/p/{TestProgramme.Slug}/measures/in-time";

    /// <summary>The whole authority's share of 50 in each month up to June 2011.</summary>
    private static async Task<PlanSite> WithAsync(params int[] numerators)
    {
        var site = await PlanSite.EmptyAsync();
        await site.Programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(site.Programme.InTime, site.Programme.Whole);
            for (var place = 0; place < numerators.Length; place++)
            {
                var observation = new Observation(site.Programme.InTime, site.Programme.Whole, new Month(2011, 6).AddMonths(place + 1 - numerators.Length), PeriodType.InMonth);
                observation.Revise(RecordedValue.Counted(numerators[place], 50), change);
                db.Add(observation);
            }
            db.Add(new Target(site.Programme.InTime, null, TargetSetter.DfeNotice, null, null, false, new Month(2010, 4), null, change).WithSteps(TargetPath.Steps, new TargetStep(new Month(2010, 4), 40)));
        });
        return site;
    }

    [Fact]
    public async Task A_figure_above_the_limits_is_an_improvement_in_a_word_a_sentence_the_chart_and_the_table()
    {
        // Twelve times 20 or 22 of 50 (40% and 44% in turn), then 60%: mean 42 with moving ranges of 4, far below 60 even with the jump left out.
        await using var site = await WithAsync(20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 30);

        var page = await (await site.AsAsync(Role.BoardMember)).PageAsync(Here);

        var section = page.QuerySelector("section[aria-labelledby=variation]")!;
        Assert.Equal("Improvement", section.QuerySelector(".tag")!.TextContent.Trim());
        Assert.Contains("Improvement: the latest figure is above the upper limit.", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("Above the upper limit", page.QuerySelector("svg.wide a[href='#m-2011-06']")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        var row = page.QuerySelector("tr#m-2011-06")!;
        Assert.Contains("above the upper limit", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("limit", page.QuerySelector("tr#m-2011-05")!.TextContent, StringComparison.Ordinal);
        // mean = (6 x 40 + 6 x 44 + 60) / 13 = 43.385; the jump of 16 is more than 3.267 times the average range of 5 and is left out: limits 43.385 -/+ 2.66 x 4.
        // 32.745 and 54.025: the target of 40 lies between them.
        Assert.Contains("Hit and miss", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Met for 13 months in a row.", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_fewer_than_twelve_figures_nothing_is_concluded_and_the_limits_are_provisional()
    {
        await using var site = await WithAsync(20, 22, 20, 22, 20, 30);

        var page = await (await site.AsAsync(Role.BoardMember)).PageAsync(Here);

        var section = page.QuerySelector("section[aria-labelledby=variation]")!;
        Assert.Empty(section.QuerySelectorAll(".tag"));
        Assert.Contains("The limits are provisional: there are only six values.", section.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hit and miss", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("svg .sign"));
    }

    [Fact]
    public async Task Longer_periods_are_summed_from_the_months_counts()
    {
        await using var site = await WithAsync(20, 22, 30);

        var page = await (await site.AsAsync(Role.BoardMember)).PageAsync(Here);

        // April to June 2011: 20 + 22 + 30 of 150 are 48%.
        var rows = page.QuerySelectorAll("section[aria-labelledby=periods] tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal("Last quarter|April 2011 to June 2011|48%|72 of 150, provisional", rows[0]);
        Assert.Contains("Provisional: not yet approved by another person.", page.QuerySelector("section[aria-labelledby=periods]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Twelve months|July 2010 to June 2011|3 of 12 months counted|", rows[2]);
    }

    [Fact]
    public async Task What_others_reach_is_shown_when_asked_for_with_how_many_are_known()
    {
        await using var site = await WithAsync(20, 22, 30);
        await site.Programme.ChangeAsync((db, change) =>
        {
            db.Attach(site.Programme.InTime);
            db.Add(new Benchmark(site.Programme.InTime, Comparator.England, "England", new Month(2010, 3), PeriodType.Year, 45.5m, null, null, null, "published.csv", change));
            db.Add(new Benchmark(site.Programme.InTime, Comparator.Neighbours, "Statistical neighbours", new Month(2010, 3), PeriodType.Year, null, "c", 0, 10, "published.csv", change));
        });
        var browser = await site.AsAsync(Role.BoardMember);
        var plain = await browser.PageAsync(Here);
        Assert.Empty(plain.QuerySelectorAll("svg .benchmark"));

        var page = await browser.PageAsync(plain.QuerySelector("section[aria-labelledby=others] a")!.GetAttribute("href")!);

        Assert.Equal(2, page.QuerySelectorAll("svg .benchmark").Length); // one in the wide drawing and one in the narrow
        var rows = page.QuerySelectorAll("section[aria-labelledby=others] tbody tr").Select(row => string.Join('|', row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))).ToList();
        Assert.Equal(["England Year to March 2010|45.5%|published.csv", "Statistical neighbours, 0 of 10 known Year to March 2010|c: withheld, because the number of children is small|published.csv"], rows);
    }

    [Fact]
    public async Task Figures_before_a_rebase_are_not_judged_by_the_limits_after_it()
    {
        await using var site = await WithAsync(5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 40, 41, 40, 41, 40, 41, 40, 41, 40, 41, 40, 41);
        await site.Programme.ChangeAsync((db, change) =>
        {
            db.Attach(site.Programme.InTime);
            db.Add(new Rebase(site.Programme.InTime, null, new Month(2010, 7), "Two new teams began.", change));
        }, site.Programme.As(Role.PerformanceOfficer));

        var page = await (await site.AsAsync(Role.BoardMember)).PageAsync(Here);

        Assert.Equal("No clear change", page.QuerySelector("section[aria-labelledby=variation] .tag")!.TextContent.Trim());
        Assert.Contains("Limits begin anew in July 2010: Two new teams began. The performance officer, ", page.QuerySelector("section[aria-labelledby=variation]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("svg.wide .limits").Length);
        Assert.Empty(page.QuerySelectorAll("svg .sign"));
    }

    [Fact]
    public async Task A_month_before_a_rebase_and_a_new_definition_keeps_the_limits_that_it_had()
    {
        await using var site = await WithAsync(20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20, 22);
        await site.Programme.ChangeAsync((db, change) =>
        {
            var measure = db.Attach(site.Programme.InTime).Entity;
            db.Add(new Rebase(measure, null, new Month(2011, 6), "Two new teams began.", change));
            measure.Redefine(new Month(2011, 6), "Share in time.", "assessments in time", "assessments", "Fifteen days.", change);
        });

        var page = await (await site.AsAsync(Role.BoardMember)).PageAsync($"{Here}?month=2011-05");

        var section = page.QuerySelector("section[aria-labelledby=variation]")!;
        Assert.Equal("No clear change", section.QuerySelector(".tag")!.TextContent.Trim());
        Assert.DoesNotContain("begin anew in", section.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("svg.wide .limits"));
    }

    [Fact]
    public async Task A_rebase_that_changes_nothing_is_not_said_to_begin_limits_and_a_new_definition_ends_the_line()
    {
        await using var site = await WithAsync(20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20, 22, 20, 22);
        await site.Programme.ChangeAsync((db, change) =>
        {
            var measure = db.Attach(site.Programme.InTime).Entity;
            db.Add(new Rebase(measure, null, new Month(2010, 5), "Two new teams began.", change));
            measure.Redefine(new Month(2011, 1), "Share in time.", "assessments in time", "assessments", "Fifteen days.", change);
        }, site.Programme.As(Role.PerformanceOfficer));

        var page = await (await site.AsAsync(Role.BoardMember)).PageAsync(Here);

        // The first figure is that of May 2010.
        var words = page.QuerySelector("section[aria-labelledby=variation]")!.TextContent;
        Assert.Contains("The rebase of May 2010 changes nothing: there is no value before it.", words, StringComparison.Ordinal);
        Assert.Contains("No limits begin anew in May 2010, though that was asked for: Two new teams began. The performance officer, ", words, StringComparison.Ordinal);
        Assert.Contains("Limits begin anew where a person has said so with a reason, and with a month from which the measure is counted differently; nowhere else.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Limits begin anew", page.QuerySelector("figure.chart .letters")!.TextContent, StringComparison.Ordinal);
        // May to December 2010, then January to June 2011.
        Assert.Equal([8, 6], page.QuerySelectorAll("svg.wide polyline.series").Select(line => line.GetAttribute("points")!.Split(' ').Length));
        var list = await (await site.AsAsync(Role.BoardMember)).PageAsync($"/p/{TestProgramme.Slug}/measures");
        Assert.Equal(2, list.QuerySelectorAll("svg.sparkline polyline").Length);
        Assert.Equal(2, (await (await site.AsAsync(Role.BoardMember)).PageAsync($"/p/{TestProgramme.Slug}")).QuerySelectorAll("svg.sparkline polyline").Length);
    }

    [Fact]
    public async Task The_summary_and_the_measures_own_page_judge_by_the_same_limits_however_long_the_record()
    {
        // Forty-eight months: the first twelve at 10% and 12%, then 40% and 44%. Over three years alone nothing would have changed.
        await using var site = await WithAsync([.. Enumerable.Range(0, 12).Select(place => place % 2 == 0 ? 5 : 6), .. Enumerable.Range(0, 36).Select(place => place % 2 == 0 ? 20 : 22)]);
        var member = await site.AsAsync(Role.BoardMember);

        var own = (await member.PageAsync(Here)).QuerySelector("section[aria-labelledby=variation] .tag")!.TextContent.Trim();
        var summary = (await member.PageAsync($"/p/{TestProgramme.Slug}/summary")).QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Assessments in time", StringComparison.Ordinal));

        // Thirty-six values in a row above the mean of all.
        Assert.Equal("Improvement", own);
        Assert.Contains("Improvement", summary.TextContent, StringComparison.Ordinal);
    }
}
