using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The import's pages as a browser without script uses them, on a database that takes its time.</summary>
public sealed class ImportPagesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}";
    private const string Start = $"{Here}/import";

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string name, byte[] content)
    {
        var form = (await browser.PageAsync(Start)).Forms.First(form => form.QuerySelector("[type=file]") is not null);
        using var body = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
            body.Add(new StringContent(input.Value), input.Name!);
        body.Add(new ByteArrayContent(content), "Input.File", name);
        return await browser.PostAsync(new Uri(Start, UriKind.Relative), body);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string name, string content) => SendAsync(browser, name, Encoding.UTF8.GetBytes(content));

    private static async Task<string> AddMeasureAsync(HttpClient officer, string name)
    {
        var added = await officer.FillInAsync($"{Here}/measures/new", ("Input.Name", name), ("Input.Phrase", "visits made on time"), ("Input.Definition", "Share of visits made in time."), ("Input.Unit", "Percentage"),
            ("Input.Numerator", "visits made on time"), ("Input.Denominator", "visits due"), ("Input.Decimals", "0"), ("Input.Polarity", "HigherIsBetter"), ("Input.Period", "InMonth"));
        return added.LedTo().Split('?')[0];
    }

    private static async Task<string> UntilItEndsAsync(HttpClient officer, string recording)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var answer = await officer.GetAsync(new Uri(recording, UriKind.Relative));
            if (answer.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther)
                return answer.LedTo();
            await Task.Delay(50);
        }
        throw new TimeoutException("The recording did not end.");
    }

    [Fact]
    public async Task From_a_strange_file_to_recorded_figures_and_a_second_file_that_is_understood_at_once()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddMeasureAsync(officer, "Visits in time");

        var sent = await SendAsync(officer, "may.csv", "Ind;Loc;Mth;N;D\nVisits in time;Nrth;Jul 2010;41;50\nVisits in time;All;Jul 2010;80;100\n");
        var meaning = sent.LedTo();
        Assert.Matches($"^{Start}/\\d+/meaning$", meaning);
        var form = await officer.PageAsync(meaning);
        Assert.Contains("No column was found that names the measure.", form.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        var columns = await officer.FillInAsync(meaning, [("Input.Columns[0].Meaning", "Measure"), ("Input.Columns[1].Meaning", "Area"), ("Input.Columns[2].Meaning", "Month"), ("Input.Columns[3].Meaning", "Numerator"), ("Input.Columns[4].Meaning", "Denominator")]);
        var look = columns.LedTo();
        Assert.Contains("Two names are not known here: 'Nrth' and 'All'.", (await officer.PageAsync(look)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);

        var names = await officer.PageAsync(meaning);
        string NameOf(string label) => names.QuerySelectorAll("label").Single(one => one.TextContent == label).GetAttribute("for") is { } id ? names.GetElementById(id)!.GetAttribute("name")! : "";
        var north = names.QuerySelectorAll<IHtmlOptionElement>($"[name='{NameOf("Area 'Nrth'")}'] option").Single(option => option.Text.EndsWith("North", StringComparison.Ordinal)).Value;
        var chosen = names.QuerySelectorAll<IHtmlSelectElement>("form.tracker select").ToDictionary(select => select.Name!, select => select.Value!);
        chosen[NameOf("Area 'Nrth'")] = north;
        chosen[NameOf("Area 'All'")] = "-";
        await officer.FillInAsync(meaning, [.. chosen.Select(field => (field.Key, field.Value))]);

        var preview = await officer.PageAsync(look);
        Assert.Equal(["2NewVisits in timeNorthJuly 201041 of 50"], preview.QuerySelectorAll("tbody tr").Select(row => string.Concat(row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))));
        Assert.Contains("'All' is left out, as was said of it before: 1 row.", preview.QuerySelector("[aria-labelledby='notes']")!.TextContent, StringComparison.Ordinal);
        var recording = await officer.PressAsync(look, "Record 1 figure");
        Assert.Equal($"{look}/recording", recording.LedTo());
        var end = await UntilItEndsAsync(officer, recording.LedTo());
        Assert.Equal(end, await UntilItEndsAsync(officer, recording.LedTo()));
        var done = await officer.PageAsync(end);
        Assert.Contains("You imported 1 figure from may.csv: 1 new, 0 changed.", done.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("North: 82% (provisional) in July 2010, the only figure there is.", (await officer.PageAsync($"{page}?area={north}")).QuerySelector("#sentence")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(new Uri(look, UriKind.Relative))).StatusCode);

        var second = await SendAsync(officer, "june.csv", "ind,loc,mth,n,d\nvisits in time,NRTH,2010-08,43,50\n");
        Assert.Matches($"^{Start}/\\d+$", second.LedTo());
        Assert.NotNull((await officer.PageAsync(second.LedTo())).QuerySelectorAll("button").SingleOrDefault(button => button.TextContent == "Record 1 figure"));
    }

    [Fact]
    public async Task A_file_with_an_error_shows_it_first_and_offers_no_recording_until_it_is_thrown_away()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        await AddMeasureAsync(officer, "Plans in time");

        var look = (await SendAsync(officer, "plans.csv", "Measure,Area,Month,Numerator,Denominator\nPlans in time,North,2010-07,1,2\nPlans in time,South,2010-07,3,2\n")).LedTo();
        var page = await officer.PageAsync(look);

        Assert.Equal("D3: 3 is more than the 2 visits due. Check both numbers: the first counts only some or all of the second.", Assert.Single(page.QuerySelectorAll("td.detail")).TextContent);
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => button.TextContent.StartsWith("Record", StringComparison.Ordinal));
        Assert.Equal(2, (await officer.PageAsync($"{look}?what=all")).QuerySelectorAll("td.detail").Length);
        var away = await officer.PressAsync(look, "Throw the file away");
        Assert.Contains("You gave up importing plans.csv.", (await officer.PageAsync(away.LedTo())).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(new Uri(look, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Figures_far_from_the_earlier_months_are_listed_first_and_recorded_once_a_reason_is_given()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        await AddMeasureAsync(officer, "Cases in time");
        const string heading = "Measure,Area,Month,Numerator,Denominator\n";
        // 49% and 51% in turn: mean 50, moving range 2, limits 44.68% and 55.32%.
        var year = string.Concat(Enumerable.Range(0, 12).Select(place => $"Cases in time,North,{2009 + ((place + 6) / 12)}-{((place + 6) % 12) + 1:00},{(place % 2 == 0 ? 49 : 51)},100\n"));
        var first = (await SendAsync(officer, "year.csv", heading + year)).LedTo();
        Assert.Empty((await officer.PageAsync(first)).QuerySelectorAll("textarea"));
        await UntilItEndsAsync(officer, (await officer.PressAsync(first, "Record 12 figures")).LedTo());

        var look = (await SendAsync(officer, "july.csv", $"{heading}Cases in time,South,2010-07,60,100\nCases in time,North,2010-07,60,100\n")).LedTo();
        var page = await officer.PageAsync(look);
        Assert.Equal("60 of 100This is far from the earlier months (between 45% and 55%): say why.", string.Join(' ', Assert.Single(page.QuerySelectorAll("td.detail")).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["All 2", "Far from the earlier months: 1"], page.QuerySelectorAll("select[name=what] option").Take(2).Select(option => option.TextContent));
        Assert.NotNull(page.QuerySelectorAll("label").SingleOrDefault(label => label.TextContent == "Why is this figure far from the earlier months?"));

        var silent = await officer.FillInAsync(look, ("Input.Reason", " "));
        Assert.Contains("1 figure is far from the earlier months: say why.", await silent.ProblemsAsync());
        var recording = await officer.FillInAsync(look, ("Input.Reason", "A new team began."));
        var done = await officer.PageAsync(await UntilItEndsAsync(officer, recording.LedTo()));

        Assert.Contains("You imported 2 figures from july.csv: 2 new, 0 changed.", done.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_none_is_refused_at_its_field()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);

        Assert.StartsWith("The file is empty.", Assert.Single(await (await SendAsync(officer, "x.csv", "")).ProblemsAsync()), StringComparison.Ordinal);
        Assert.StartsWith("The file could not be read as an Excel workbook.", Assert.Single(await (await SendAsync(officer, "x.xlsx", "PK\u0003\u0004 nonsense")).ProblemsAsync()), StringComparison.Ordinal);
        var nonsense = new byte[10_000_000];
        new Random(1).NextBytes(nonsense);
        Assert.StartsWith("The file is neither an Excel workbook nor text.", Assert.Single(await (await SendAsync(officer, "none.csv", nonsense)).ProblemsAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("none.csv", (await officer.PageAsync(Start)).Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("The file has 50 MB, and at most 10 MB can be read.", Assert.Single(await (await SendAsync(officer, "x.xlsx", new byte[50_000_000])).ProblemsAsync()), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "locked.xlsx", BadSpreadsheetTests.Workbook("protected.xlsx"), "The workbook is protected with a password. Save it without one, and send that." },
        { "endless.xlsx", BadSpreadsheetTests.Endless(), "The workbook is far larger unpacked than a sheet of figures should be." },
        { "lying.xlsx", BadSpreadsheetTests.Lying(), "The file could not be read as an Excel workbook." },
        { "wide.csv", Encoding.Unicode.GetBytes("Measure,Area,Month,Value\nReferrals,North,2011-05,7\n"), "The file is neither an Excel workbook nor text." },
    };

    [Theory, MemberData(nameof(BadFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_is_no_spreadsheet_is_refused_in_a_sentence_and_nothing_of_it_is_kept(string name, byte[] content, string refusal)
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);

        Assert.StartsWith(refusal, Assert.Single(await (await SendAsync(officer, name, content)).ProblemsAsync()), StringComparison.Ordinal);

        Assert.DoesNotContain(name, (await officer.PageAsync(Start)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(officer, "good.csv", "Measure,Area,Month,Value\nReferrals,North,2011-05,7\n")).StatusCode);
    }

    [Fact]
    public async Task Nobody_else_sees_a_begun_import_and_only_those_who_record_begin_one()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        await AddMeasureAsync(officer, "Seen in time");
        var look = (await SendAsync(officer, "mine.csv", "Measure,Area,Month,Numerator,Denominator\nSeen in time,North,2010-07,1,2\n")).LedTo();

        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await work.BrowserOfAsync(role);
            var mayImport = role is Role.ProgrammeManager or Role.PerformanceOfficer;
            Assert.Equal(mayImport ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync(new Uri(Start, UriKind.Relative))).StatusCode);
            foreach (var page in new[] { look, $"{look}/meaning" })
                Assert.Equal(role == Role.PerformanceOfficer ? HttpStatusCode.OK : mayImport ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, (await browser.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri($"{look}/progress", UriKind.Relative))).StatusCode);
        }
    }
}
