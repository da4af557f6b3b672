using AngleSharp.Dom;
using Bunit;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Dashboards;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Tests.Dashboards;

public sealed class DashboardPartsTests : BunitContext
{
    private static readonly Month May2011 = new(2011, 5);
    private static readonly ProgrammeHeader Programme = new(1, "testshire", "Testshire Council", "improvement notice", InterventionKind.ImprovementNotice, null, new(2010, 1, 1), null, new(2011, 6, 14));

    private static AreaCell Cell(string text, TargetVerdict verdict, string gap, string ownTarget = "", string reason = "", bool illustrative = false, bool provisional = false) =>
        new(text, new MeasureValue.Counted(MeasureUnit.Percentage, 41, 50), new(verdict, null), gap, ownTarget, reason, new(illustrative, provisional, IsRevised: false), false);

    private static AreasTable Table(params MeasureLine[] measures) => new(Programme, May2011, [May2011], TargetSetter.DfeNotice, true, "", [], null,
        [new(1, "Testshire", AreaKind.Authority, 0), new(2, "North", AreaKind.Locality, 1)], measures, ["Up to 5 points short of it counts as within tolerance."], false);

    private static readonly MeasureLine InTime = new("in-time", "Assessments in time", "Assessment", "80%", false, true,
        [Cell("76%", TargetVerdict.WithinTolerance, "4 below", provisional: true), Cell("no value", TargetVerdict.NoData, "not captured", reason: "The system was down.")]);

    private static readonly MeasureLine Referrals = new("referrals", "Referrals", "Front door", "", false, false,
        [Cell("640", TargetVerdict.NoTarget, ""), Cell("320", TargetVerdict.NoTarget, "", illustrative: true)]);

    private IRenderedComponent<AreasByPlace> ByPlace(bool counts, params MeasureLine[] measures) =>
        Render<AreasByPlace>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Table, Table(measures)).Add(c => c.Counts, counts));

    [Fact]
    public void A_cell_says_figure_verdict_and_distance_and_leads_to_the_areas_line()
    {
        var row = ByPlace(counts: false, InTime).FindAll("tbody tr")[0];

        var cell = row.QuerySelector("td")!;
        Assert.Equal("near", cell.ClassName);
        Assert.Equal("76%, Within tolerance", cell.QuerySelector("a")!.TextContent);
        Assert.Equal("/p/testshire/measures/in-time?month=2011-05", cell.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("4 below", cell.QuerySelector(".gap")!.TextContent);
        Assert.Equal("p, provisional", cell.QuerySelector(".sign")!.TextContent);
    }

    [Fact]
    public void Without_a_figure_there_is_no_link_and_the_reason_stands_below()
    {
        var cell = ByPlace(counts: false, InTime).FindAll("tbody tr")[1].QuerySelector("td")!;

        Assert.Null(cell.QuerySelector("a"));
        Assert.Equal(("no value", "not captured"), (cell.QuerySelector(".v")!.TextContent, cell.QuerySelector(".gap")!.TextContent));
    }

    [Fact]
    public void Where_nothing_is_asked_the_figure_stands_without_a_shape_and_comes_after_those_that_are_judged()
    {
        var table = ByPlace(counts: false, Referrals, InTime);

        Assert.Equal(["Assessments in time", "Referrals"], table.FindAll("thead a").Select(link => link.TextContent));
        var bare = table.FindAll("tbody tr")[1].QuerySelectorAll("td")[1];
        Assert.Null(bare.QuerySelector(".mark"));
        Assert.Equal("320", bare.QuerySelector("a")!.TextContent);
        Assert.Equal("/p/testshire/measures/referrals?month=2011-05&area=2", bare.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("no target", table.FindAll("thead th")[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Numerator_and_denominator_are_there_on_demand()
    {
        Assert.DoesNotContain("41 of 50", ByPlace(counts: false, InTime).Markup, StringComparison.Ordinal);
        Assert.Contains("41 of 50", ByPlace(counts: true, InTime).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void By_theme_each_measure_stands_under_its_theme()
    {
        var table = Render<AreasByTheme>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Table, Table(Referrals, InTime)));

        Assert.Equal(["Front door", "Assessment"], table.FindAll("th[scope=rowgroup]").Select(theme => theme.TextContent));
        Assert.Equal(["Measure", "Testshire", "North"], table.FindAll("thead th").Select(head => head.TextContent));
    }

    [Fact]
    public void The_key_explains_only_what_is_there()
    {
        var key = Render<AreasKey>(p => p.Add(c => c.Table, Table(InTime)));

        Assert.Equal(["Within tolerance", "No value"], key.FindAll(".tag").Select(tag => tag.TextContent));
        Assert.Contains("provisional: not yet approved by another person", key.Markup, StringComparison.Ordinal);
        Assert.Contains("illustrative: invented for the demonstration", key.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("differs from the sum", key.Markup, StringComparison.Ordinal);
        Assert.Contains("Up to 5 points short", key.Markup, StringComparison.Ordinal);
    }

    /// <summary>The text as a person reads it: one space between words.</summary>
    private static string Plain(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);

    private static OverviewBoard Board(IReadOnlyList<OverviewFinding> findings, IReadOnlyList<OverviewAction> actions, bool seesPlan = true) =>
        new(Programme, May2011, [May2011], new(2011, 6, 20), "", "", TargetSetter.DfeNotice, true, [], 0, findings, 0, actions, 2, seesPlan);

    private static readonly OverviewAction Late = new("A7", "Duty teams staffed", ActionStatus.OffTrack, true, new(2011, 7, 29), new(2011, 3, 31), 2, "Service director", true);

    [Fact]
    public void An_action_that_needs_the_board_says_its_dates_and_who_leads_it()
    {
        var list = Render<NeedsBoard>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Board, Board([], [Late])));

        Assert.Equal("/p/testshire/actions/A7", list.Find("a").GetAttribute("href"));
        Assert.Equal("Led by: Service director. Due 29 July 2011, moved twice; first agreed: 31 March 2011. illustrative", Plain(list.Find("li .quiet")));
        Assert.Contains("2 more in the plan", list.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_says_why_it_needs_the_board_and_leads_to_the_inspectors_words()
    {
        var finding = new OverviewFinding(3, 9, FindingKind.AreaForPriorityAction, "Children are not seen.", "Unannounced inspection", KnownDate.On(2009, 10, 8), ReviewOutcome.StillOfConcern, true, true);

        var list = Render<NeedsBoard>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Board, Board([finding], [])));

        Assert.Equal(["Still of concern", "No action"], list.FindAll(".tag").Select(tag => tag.TextContent));
        Assert.Equal("/p/testshire/findings/9", list.Find("a").GetAttribute("href"));
        Assert.Equal("Area for priority action, Unannounced inspection, 8 October 2009", list.Find("li .quiet").TextContent);
    }

    [Fact]
    public void Nothing_that_needs_the_board_is_said_as_far_as_the_person_sees()
    {
        Assert.Equal("Nothing: no action is overdue or off track, no area for priority action is open, and every open finding has an action.", OverviewWords.NothingNeeded(Board([], [])));
        Assert.Equal("No area for priority action of a published inspection is open.", OverviewWords.NothingNeeded(Board([], [], seesPlan: false)));
    }

    [Fact]
    public void A_measure_in_the_overview_carries_period_source_target_and_who_set_it()
    {
        var figure = new AreaFigure(new MeasureValue.Stated(76, 0), null, null, new FigureMarks(IsIllustrative: false, IsProvisional: true, IsRevised: true), "Scrutiny report, paragraph 3");
        var measure = new OverviewMeasure("in-time", "Assessments in time", MeasureUnit.Percentage, "76%", "up from 37% in April 2010", new(2010, 4), [37, null, 76], "76% in May 2011, up from 37% in April 2010", 80, "80% by March 2011", "Improvement notice, paragraph 4", true, TargetVerdict.WithinTolerance, "4 points below", figure);
        var board = Board([], []) with { Measures = [measure] };

        var row = Render<OverviewMeasures>(p => p.Add(c => c.Slug, "testshire").Add(c => c.Board, board)).Find("tbody tr");

        Assert.Contains("stated: Scrutiny report, paragraph 3, provisional, revised", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("DfE notice: Improvement notice, paragraph 4, illustrative", Plain(row), StringComparison.Ordinal);
        Assert.Equal("76% in May 2011, up from 37% in April 2010", row.QuerySelector("svg.sparkline")!.GetAttribute("aria-label"));
        Assert.Equal("Within tolerance", row.QuerySelector(".tag")!.TextContent);
    }
}
