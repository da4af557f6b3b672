using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The measures' pages as a browser without script uses them, on a database that takes its time.</summary>
public sealed class MeasurePagesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}";

    private static (string, string)[] Measure(string name) =>
    [
        ("Input.Name", name), ("Input.Phrase", "visits made on time"), ("Input.Definition", "Share of visits made within the council's own standard."), ("Input.Unit", "Percentage"),
        ("Input.Numerator", "visits made on time"), ("Input.Denominator", "visits due"), ("Input.Decimals", "0"), ("Input.Polarity", "HigherIsBetter"), ("Input.Period", "InMonth"),
    ];

    private static async Task<string> AddMeasureAsync(HttpClient officer, string name)
    {
        var added = await officer.FillInAsync($"{Here}/measures/new", Measure(name));
        return added.LedTo().Split('?')[0];
    }

    /// <summary>The form's lines by the area that each is about.</summary>
    private static async Task<Dictionary<string, string>> LinesAsync(HttpClient officer, string address) => (await officer.PageAsync(address)).QuerySelectorAll("fieldset.entry")
        .ToDictionary(entry => entry.QuerySelector("legend")!.TextContent.Trim(), entry => entry.QuerySelector<IHtmlInputElement>("input[name$='.AreaId']")!.Name!.Replace(".AreaId", "", StringComparison.Ordinal));

    [Fact]
    public async Task From_a_new_measure_to_its_first_month_its_revision_and_its_target()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddMeasureAsync(officer, "Visits on time");
        Assert.Equal($"{Here}/measures/visits-on-time", page);
        Assert.Contains("No figure of it is recorded yet.", (await officer.PageAsync(page)).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

        var lines = await LinesAsync(officer, $"{page}/record?month=2010-07");
        Assert.Equal(["North", "South", "Testshire"], lines.Keys);
        var recorded = await officer.FillInAsync($"{page}/record?month=2010-07", ($"{lines["North"]}.Numerator", "41"), ($"{lines["North"]}.Denominator", "50"), ($"{lines["South"]}.NotCaptured", "true"), ($"{lines["South"]}.Reason", "The system was down."));
        Assert.StartsWith($"{page}?month=2010-07&saved=month", recorded.LedTo(), StringComparison.Ordinal);
        var saved = await officer.PageAsync(recorded.LedTo());
        Assert.Contains("The month's figures are recorded.", saved.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("No figure in July 2010 or before.", saved.QuerySelector("#sentence")!.TextContent);
        Assert.StartsWith("Only some of its parts reported in July 2010.", saved.QuerySelector(".empty p")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith($"{page}?month=2010-07&area=", saved.QuerySelector(".empty a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("1 of 2 reported", saved.QuerySelector("[aria-labelledby='months'] tbody tr")!.TextContent, StringComparison.Ordinal);
        var south = saved.QuerySelectorAll("[aria-labelledby='areas'] tbody tr").Single(row => row.TextContent.Contains("South", StringComparison.Ordinal));
        Assert.Equal(["not captured", "The system was down."], new[] { south.QuerySelectorAll("td")[1], south.QuerySelectorAll("td")[2] }.Select(cell => cell.TextContent.Trim()));
        var ofSouth = await officer.PageAsync(south.QuerySelector("a")!.GetAttribute("href")!);
        Assert.StartsWith("The system was down.", ofSouth.QuerySelector("[aria-labelledby='months'] td.source")!.TextContent.Trim(), StringComparison.Ordinal);
        var cells = (await officer.PageAsync($"{Here}/areas?month=2010-07&counts=1")).QuerySelectorAll(".matrix td .gap").Select(gap => gap.TextContent).ToList();
        Assert.Contains("The system was down.", cells);
        Assert.DoesNotContain("The system was down.", (await officer.PageAsync($"{Here}/areas?month=2010-07")).QuerySelector(".matrix")!.TextContent, StringComparison.Ordinal);

        var again = await officer.PageAsync($"{page}/record?month=2010-07");
        Assert.Equal("41", again.QuerySelector<IHtmlInputElement>($"[name='{lines["North"]}.Numerator']")!.Value);
        Assert.True(again.QuerySelector<IHtmlInputElement>($"[name='{lines["South"]}.NotCaptured']")!.IsChecked);
        await officer.FillInAsync($"{page}/record?month=2010-07", ($"{lines["North"]}.Numerator", "42"), ($"{lines["North"]}.Denominator", "50"), ($"{lines["South"]}.Numerator", "34"), ($"{lines["South"]}.Denominator", "50"));
        var revised = await officer.PageAsync($"{page}/record?month=2010-07");
        Assert.Contains("41 of 50 (82%), provisional, by The performance officer on ", revised.QuerySelectorAll("fieldset.entry")[0].QuerySelector("details ul")!.TextContent, StringComparison.Ordinal);

        var set = await officer.FillInAsync($"{page}/targets/new", ("Input.SetBy", "Local"), ("Input.From", "2010-06"), ("Input.Lines[0].Value", "80"), ("Input.Path", "Steps"), ("Input.Tolerance", "5"), ("Input.ToleranceKind", "Points"));
        Assert.StartsWith($"{page}/targets?saved=target-in-force", set.LedTo(), StringComparison.Ordinal);
        var board = await (await work.BrowserOfAsync(Role.BoardMember)).PageAsync(page);
        // 42 and 34 of 50 each are 76 of 100.
        Assert.Equal("76% (provisional, revised) in July 2010, the only figure there is: 4 points below the local target of 80%.", board.QuerySelector("#sentence")!.TextContent);
        Assert.Equal("Within tolerance", board.QuerySelector(".facts .tag")!.TextContent);
        Assert.Null(board.QuerySelector($"a[href='{page}/edit']"));
        var history = await officer.PageAsync($"{page}?history=1");
        Assert.Equal(
            ["42 of 50 (84%), as it stands", "41 of 50 (82%), earlier"],
            history.QuerySelectorAll("[aria-labelledby='revisions'] tbody tr").Where(row => row.QuerySelector("th")!.TextContent.Contains("North", StringComparison.Ordinal)).Select(row => row.QuerySelectorAll("td")[0].TextContent));
    }

    [Fact]
    public async Task A_refused_month_says_what_to_do_at_its_place_and_keeps_what_was_typed()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddMeasureAsync(officer, "Reviews on time");
        var lines = await LinesAsync(officer, $"{page}/record?month=2010-07");

        var refused = await officer.FillInAsync($"{page}/record?month=2010-07", ($"{lines["North"]}.Numerator", "51"), ($"{lines["North"]}.Denominator", "50"), ($"{lines["South"]}.Numerator", "7"), ($"{lines["South"]}.Denominator", "9"));

        var form = await refused.PageAsync();
        var problem = form.QuerySelector(".problem li a")!;
        Assert.Equal("North: 51 is more than the 50 visits due. Check both numbers: the first counts only some or all of the second.", problem.TextContent);
        var at = form.GetElementById(problem.GetAttribute("href")!.Split('#')[1]);
        Assert.Equal(("51", $"{lines["North"]}.Numerator"), (((IHtmlInputElement)at!).Value, at.GetAttribute("name")));
        Assert.Equal("7", form.QuerySelector<IHtmlInputElement>($"[name='{lines["South"]}.Numerator']")!.Value);
        Assert.NotNull((await officer.PageAsync(page)).QuerySelector(".empty"));
    }

    [Fact]
    public async Task Who_records_over_somebody_else_is_told_and_can_record_again()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddMeasureAsync(officer, "Plans on time");
        var lines = await LinesAsync(officer, $"{page}/record?month=2010-07");
        var opened = await officer.PageAsync($"{page}/record?month=2010-07");
        await officer.FillInAsync($"{page}/record?month=2010-07", ($"{lines["North"]}.Numerator", "40"), ($"{lines["North"]}.Denominator", "50"));

        async Task<HttpResponseMessage> SendAsync(IHtmlDocument form) => await officer.PostAsync(new Uri($"{page}/record?month=2010-07", UriKind.Relative), new FormUrlEncodedContent(
            form.QuerySelectorAll<IHtmlInputElement>("form[method=post].tracker input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value))
                .Concat([KeyValuePair.Create($"{lines["North"]}.Numerator", "45"), KeyValuePair.Create($"{lines["North"]}.Denominator", "50")])));

        var refused = await SendAsync(opened);
        Assert.Equal(["North was recorded by somebody else while you typed: it now says 40 of 50 (80%). Look at both, and record again if yours is right."], await refused.ProblemsAsync());
        var sent = await SendAsync(await refused.PageAsync());
        Assert.StartsWith($"{page}?month=2010-07&saved=month", sent.LedTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_and_a_target_that_are_not_right_come_back_as_they_were_typed()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddMeasureAsync(officer, "Conferences on time");

        var measure = await officer.FillInAsync($"{Here}/measures/new", ("Input.Name", "Conferences on time"), ("Input.Phrase", "x"), ("Input.Definition", "y"), ("Input.Unit", "Percentage"), ("Input.Numerator", "z"), ("Input.Decimals", "0"), ("Input.Polarity", "None"), ("Input.Period", "InMonth"));
        Assert.Equal(["Say among how many, such as: initial assessments completed. A percentage needs it."], await measure.ProblemsAsync());
        Assert.True((await measure.PageAsync()).QuerySelector<IHtmlInputElement>("[name='Input.Polarity'][value='None']")!.IsChecked);

        var target = await officer.FillInAsync($"{page}/targets/new", ("Input.SetBy", "DfeNotice"), ("Input.From", "2010-06"), ("Input.Lines[0].Value", "eighty"), ("Input.Path", "Steps"), ("Input.ToleranceKind", "Points"));
        Assert.Equal(["Say in which document it is set: choose one, or describe a new one. Only a local target may have none.", "Type a number, such as 80 or 97.5."], (await target.ProblemsAsync()).Order().ToList());
        Assert.Equal("eighty", (await target.PageAsync()).QuerySelector<IHtmlInputElement>("[name='Input.Lines[0].Value']")!.Value);
    }

    [Fact]
    public async Task A_changed_target_takes_the_place_of_the_one_before()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddMeasureAsync(officer, "Interviews on time");
        var lines = await LinesAsync(officer, $"{page}/record?month=2010-07");
        await officer.FillInAsync($"{page}/record?month=2010-07", ($"{lines["Testshire"]}.Numerator", "41"), ($"{lines["Testshire"]}.Denominator", "50"));
        await officer.FillInAsync($"{page}/targets/new", ("Input.SetBy", "Local"), ("Input.From", "2010-06"), ("Input.Lines[0].Value", "80"), ("Input.Path", "Steps"), ("Input.ToleranceKind", "Points"));
        var change = (await officer.PageAsync(page)).QuerySelector(".facts a")!.GetAttribute("href")!;

        var form = await officer.PageAsync(change);
        Assert.Equal(("Change a target", "80"), (form.QuerySelector("h1")!.TextContent, form.QuerySelector<IHtmlInputElement>("[name='Input.Lines[0].Value']")!.Value));
        await officer.FillInAsync(change, ("Input.SetBy", "Local"), ("Input.From", "2010-06"), ("Input.Lines[0].Value", "85"), ("Input.Path", "Steps"), ("Input.ToleranceKind", "Points"));

        Assert.Equal("82% (provisional) in July 2010, the only figure there is: 3 points below the local target of 85%.", (await officer.PageAsync(page)).QuerySelector("#sentence")!.TextContent);
        // The old address leads to the target as it stands now.
        Assert.Equal("85", (await officer.PageAsync(change)).QuerySelector<IHtmlInputElement>("[name='Input.Lines[0].Value']")!.Value);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("/areas", true)]
    [InlineData("/measures", true)]
    [InlineData("/measures/seen-by-all", true)]
    [InlineData("/measures/seen-by-all/record", false)]
    [InlineData("/measures/seen-by-all/edit", false)]
    [InlineData("/measures/seen-by-all/targets/new", false)]
    [InlineData("/measures/new", false)]
    public async Task Each_page_opens_to_its_roles_and_tells_the_others_whom_to_ask(string page, bool isForReading)
    {
        await (await work.BrowserOfAsync(Role.PerformanceOfficer)).FillInAsync($"{Here}/measures/new", Measure("Seen by all"));
        foreach (var role in Enum.GetValues<Role>())
        {
            var answer = await (await work.BrowserOfAsync(role)).GetAsync(Here + page);
            var mayOpen = isForReading ? role != Role.Administrator : role is Role.ProgrammeManager or Role.PerformanceOfficer;
            Assert.True((mayOpen ? HttpStatusCode.OK : HttpStatusCode.Forbidden) == answer.StatusCode, $"{role}: {answer.StatusCode}");
            Assert.NotEmpty((await answer.PageAsync()).QuerySelector("h1")!.TextContent);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await work.StrangerAsync()).GetAsync(Here + page)).StatusCode);
    }

    [Fact]
    public async Task A_measure_that_is_not_there_leads_back_to_the_list()
    {
        var answer = await (await work.BrowserOfAsync(Role.BoardMember)).GetAsync($"{Here}/measures/unknown");

        Assert.Equal((HttpStatusCode.NotFound, "There is no such measure in this programme. Choose one from the list of measures."), (answer.StatusCode, (await answer.PageAsync()).QuerySelector(".lead")!.TextContent));
    }
}
