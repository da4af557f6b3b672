using System.Net;
using AngleSharp.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Plan;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Approving a month as a browser without script does it. The programme's record ends on 1 July 2011.</summary>
public sealed class MonthsPagesTests
{
    private const string Here = $"/p/{Data.TestProgramme.Slug}";

    private static async Task<PlanSite> WithMayAsync()
    {
        var site = await PlanSite.EmptyAsync();
        var officer = await site.AsAsync(Role.PerformanceOfficer);
        var lines = (await officer.PageAsync($"{Here}/measures/in-time/record?month=2011-05")).QuerySelectorAll("fieldset.entry")
            .ToDictionary(entry => entry.QuerySelector("legend")!.TextContent.Trim(), entry => entry.QuerySelector("input[name$='.AreaId']")!.GetAttribute("name")!.Replace(".AreaId", "", StringComparison.Ordinal));
        await officer.FillInAsync($"{Here}/measures/in-time/record?month=2011-05", ($"{lines["North"]}.Numerator", "40"), ($"{lines["North"]}.Denominator", "50"), ($"{lines["South"]}.Numerator", "36"), ($"{lines["South"]}.Denominator", "50"));
        return site;
    }

    [Fact]
    public async Task A_month_is_approved_by_another_person_unlocked_with_a_reason_and_shown_to_readers_meanwhile()
    {
        await using var site = await WithMayAsync();
        var officer = await site.AsAsync(Role.PerformanceOfficer);
        var manager = await site.AsAsync(Role.ProgrammeManager);

        var own = await officer.PageAsync($"{Here}/months/2011-05");
        Assert.Contains("You entered 2 of these figures. Another person must approve them.", own.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(own.QuerySelectorAll("button"), button => button.TextContent.Contains("Approve", StringComparison.Ordinal));

        var months = await manager.PageAsync($"{Here}/months");
        var may = months.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.Trim() == "May 2011");
        Assert.Contains("To approve", may.TextContent, StringComparison.Ordinal);
        var toApprove = await manager.PageAsync(may.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(["All that wait for you", "Assessments in time (2)"], toApprove.QuerySelectorAll("select[name='Input.Measure'] option").Select(choice => choice.TextContent.Trim()));
        var approved = await manager.PressAsync(may.QuerySelector("a")!.GetAttribute("href")!, "Approve");
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        var page = await manager.PageAsync(approved.LedTo());
        Assert.Contains("The figures are approved and locked.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Complete; approved.", page.QuerySelector(".lead")!.TextContent);

        var refused = await manager.FillInAsync($"{Here}/months/2011-05/unlock", ("Input.Reason", ""));
        Assert.Equal(["Say why approved figures must change."], await refused.ProblemsAsync());
        var unlocked = await manager.FillInAsync($"{Here}/months/2011-05/unlock", ("Input.Reason", "A late return from North."), ("Input.Measure", ""));
        Assert.Equal("Complete; not yet approved.", (await manager.PageAsync(unlocked.LedTo())).QuerySelector(".lead")!.TextContent);
    }

    [Fact]
    public async Task Recording_a_month_again_takes_back_nothing_that_somebody_else_recorded_meanwhile()
    {
        await using var site = await WithMayAsync();
        var (officer, manager) = (await site.AsAsync(Role.PerformanceOfficer), await site.AsAsync(Role.ProgrammeManager));
        const string Form = $"{Here}/measures/in-time/record?month=2011-05";
        static string Line(AngleSharp.Html.Dom.IHtmlDocument page, string area) =>
            page.QuerySelectorAll("fieldset.entry").Single(entry => entry.QuerySelector("legend")!.TextContent.Trim() == area).QuerySelector("input[name$='.AreaId']")!.GetAttribute("name")!.Replace(".AreaId", "", StringComparison.Ordinal);
        static (string, string)[] Typed(AngleSharp.Html.Dom.IHtmlDocument page, string north, string south) =>
            [($"{Line(page, "North")}.Numerator", north), ($"{Line(page, "North")}.Denominator", "50"), ($"{Line(page, "South")}.Numerator", south), ($"{Line(page, "South")}.Denominator", "50")];

        var opened = await officer.PageAsync(Form);
        await manager.FillInAsync(Form, Typed(opened, "42", "37"));
        var refused = await officer.SendAsync(opened, Form, Typed(opened, "40", "38"));
        Assert.Equal(["South was recorded by somebody else while you typed: it now says 37 of 50 (74%). Look at both, and record again if yours is right."], await refused.ProblemsAsync());
        var saved = await officer.SendAsync(await refused.PageAsync(), Form, Typed(opened, "40", "38"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = (await officer.PageAsync(Form)).QuerySelectorAll("input[name$='.Numerator']").Select(input => input.GetAttribute("value") ?? "").ToList();
        Assert.Equal(["42", "38", ""], after);
    }

    [Theory]
    [InlineData(Role.BoardMember, true)]
    [InlineData(Role.Reader, false)]
    public async Task Those_who_see_provisional_figures_see_how_far_a_month_is_and_only_those(Role role, bool sees)
    {
        await using var site = await WithMayAsync();
        var browser = await site.AsAsync(role);

        var list = await browser.GetAsync($"{Here}/months");
        var one = await browser.GetAsync($"{Here}/months/2011-05");

        Assert.Equal(sees ? (HttpStatusCode.OK, HttpStatusCode.OK) : (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (list.StatusCode, one.StatusCode));
        Assert.DoesNotContain((await one.PageAsync()).QuerySelectorAll("button"), button => button.TextContent.Contains("Approve", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2011-13")]
    [InlineData("may")]
    [InlineData("2031-01")]
    public async Task A_month_that_is_none_or_has_not_begun_is_not_found(string month)
    {
        await using var site = await WithMayAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await (await site.AsAsync(Role.ProgrammeManager)).GetAsync($"{Here}/months/{month}")).StatusCode);
    }
}
