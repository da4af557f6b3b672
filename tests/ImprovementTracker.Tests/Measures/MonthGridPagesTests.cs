using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The grid of a month over HTTP: the page, and what its script sends.</summary>
public sealed class MonthGridPagesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}";
    private const string July2010 = $"{Here}/enter-month?month=2010-07";

    private static async Task<string> AddMeasureAsync(HttpClient officer, string name)
    {
        var added = await officer.FillInAsync($"{Here}/measures/new", ("Input.Name", name), ("Input.Phrase", "visits made on time"), ("Input.Definition", "Share of visits made within the council's own standard."), ("Input.Unit", "Percentage"),
            ("Input.Numerator", "visits made on time"), ("Input.Denominator", "visits due"), ("Input.Decimals", "0"), ("Input.Polarity", "HigherIsBetter"), ("Input.Period", "InMonth"));
        return added.LedTo().Split('?')[0].Split('/')[^1];
    }

    private static async Task<Dictionary<string, int>> AreasAsync(HttpClient officer) => (await officer.PageAsync(July2010)).QuerySelectorAll("th[data-area]")
        .ToDictionary(head => head.TextContent.Trim(), head => int.Parse(head.GetAttribute("data-area")!, System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string to, object content, IHtmlDocument? from = null)
    {
        var token = (from ?? await browser.PageAsync($"{Here}/measures")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Here}/enter-month/{to}", UriKind.Relative)) { Content = JsonContent.Create(content) };
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.SendAsync(request);
    }

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    private static object Cell(string measure, int area, string numerator, string denominator, int seen = 0, string? reason = null) => new { measure, areaId = area, numerator, denominator, seen, reason };

    [Fact]
    public async Task What_is_typed_is_kept_then_recorded_and_then_no_draft_any_more()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var measure = await AddMeasureAsync(officer, "Visits kept");
        var areas = await AreasAsync(officer);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(officer, "draft", new { month = "2010-07", cells = new[] { Cell(measure, areas["North"], "41", "fifty") } })).StatusCode);
        var kept = JsonDocument.Parse((await officer.PageAsync(July2010)).QuerySelector("#month-grid")!.GetAttribute("data-draft")!).RootElement.GetProperty("cells")[0];
        Assert.Equal((measure, areas["North"], "41", "fifty"), (kept.GetProperty("measure").GetString(), kept.GetProperty("areaId").GetInt32(), kept.GetProperty("numerator").GetString(), kept.GetProperty("denominator").GetString()));

        var recorded = await SendAsync(officer, "record?theme=all", new { month = "2010-07", submission = Guid.NewGuid(), cells = new[] { Cell(measure, areas["North"], "41", "50"), Cell(measure, areas["South"], "7", "9") } });
        Assert.Equal(HttpStatusCode.OK, recorded.StatusCode);
        var to = (await AnswerAsync(recorded)).GetProperty("to").GetString()!;
        Assert.StartsWith($"{July2010}&theme=all&saved=month", to, StringComparison.Ordinal);
        var page = await officer.PageAsync(to);
        Assert.Contains("The month's figures are recorded.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#month-grid")!.GetAttribute("data-draft"));
        var row = page.QuerySelector($"tr[data-measure='{measure}']")!;
        Assert.Equal(["", "41", "7"], row.QuerySelectorAll<IHtmlInputElement>("input").Select(input => input.Value));
        Assert.Equal(["", "50", "9"], row.NextElementSibling!.QuerySelectorAll<IHtmlInputElement>("input").Select(input => input.Value));
        Assert.Contains("41 of 50 (82%), provisional, by The performance officer on ", row.QuerySelectorAll("td")[1].GetAttribute("data-now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_answered_place_by_place()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var measure = await AddMeasureAsync(officer, "Visits wrong");
        var areas = await AreasAsync(officer);

        var refused = await SendAsync(officer, "record", new { month = "2010-07", submission = Guid.NewGuid(), cells = new[] { Cell(measure, areas["North"], "51", "50"), Cell(measure, areas["South"], "7", "") } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(
            [(areas["North"], "numerator", "51 is more than the 50 visits due. Check both numbers: the first counts only some or all of the second."),
             (areas["South"], "denominator", "Type the number of visits due too: a percentage needs both.")],
            (await AnswerAsync(refused)).GetProperty("problems").EnumerateArray().Select(one => (one.GetProperty("areaId").GetInt32(), one.GetProperty("field").GetString()!, one.GetProperty("message").GetString()!)));
        var empty = await SendAsync(officer, "record", new { month = "2010-07", submission = Guid.NewGuid(), cells = Array.Empty<object>() });
        Assert.Equal("Nothing was typed that is not recorded already.", (await AnswerAsync(empty)).GetProperty("message").GetString());
    }

    [Fact]
    public async Task Who_is_second_gets_the_others_value_and_who_sends_other_words_again_a_new_mark()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var measure = await AddMeasureAsync(officer, "Visits twice");
        var areas = await AreasAsync(officer);
        var mark = Guid.NewGuid();
        object Sent(string numerator, Guid submission, int seen = 0) => new { month = "2010-07", submission, cells = new[] { Cell(measure, areas["North"], numerator, "50", seen) } };
        await SendAsync(manager, "record", Sent("40", mark));

        var second = await SendAsync(officer, "record", Sent("45", Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var meanwhile = (await AnswerAsync(second)).GetProperty("meanwhile")[0];
        Assert.Equal(("40 of 50 (80%)", "40", 1, "The programme manager"), (meanwhile.GetProperty("text").GetString(), meanwhile.GetProperty("numerator").GetString(), meanwhile.GetProperty("seen").GetInt32(), meanwhile.GetProperty("who").GetString()));

        var again = await SendAsync(manager, "record", Sent("41", mark, seen: 1));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var next = (await AnswerAsync(again)).GetProperty("once").GetGuid();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(manager, "record", Sent("41", next, seen: 1))).StatusCode);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_taken()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        foreach (var to in new[] { "record", "draft" })
        {
            var answer = await officer.PostAsJsonAsync(new Uri($"{Here}/enter-month/{to}", UriKind.Relative), new { month = "2010-07", submission = Guid.NewGuid(), cells = Array.Empty<object>() });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.StartsWith("This page is not yours any more", (await AnswerAsync(answer)).GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_grid_opens_to_those_who_record_and_answers_nobody_else()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var measure = await AddMeasureAsync(officer, "Visits seen");
        var areas = await AreasAsync(officer);
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await work.BrowserOfAsync(role);
            var mayOpen = role is Role.ProgrammeManager or Role.PerformanceOfficer;
            var page = await browser.GetAsync(July2010);
            Assert.True((mayOpen ? HttpStatusCode.OK : HttpStatusCode.Forbidden) == page.StatusCode, $"{role}: {page.StatusCode}");
            var overview = await browser.PageAsync(role == Role.Administrator ? "/" : Here);
            Assert.Equal(mayOpen, overview.QuerySelector($"nav a[href='{Here}/enter-month']") is not null);
            if (mayOpen)
                continue;
            foreach (var to in new[] { "record", "draft" })
            {
                var sent = await SendAsync(browser, to, new { month = "2010-07", submission = Guid.NewGuid(), cells = new[] { Cell(measure, areas["North"], "1", "2") } }, overview);
                Assert.True(HttpStatusCode.Forbidden == sent.StatusCode, $"{role}, {to}: {sent.StatusCode}");
            }
        }
        Assert.Equal(HttpStatusCode.NotFound, (await (await work.StrangerAsync()).GetAsync(July2010)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await work.Host.Browser().GetAsync(July2010)).StatusCode);
    }

    [Fact]
    public async Task A_figure_is_commented_on_from_the_measures_table()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var measure = await AddMeasureAsync(officer, "Visits explained");
        var areas = await AreasAsync(officer);
        await SendAsync(officer, "record", new { month = "2010-07", submission = Guid.NewGuid(), cells = new[] { Cell(measure, areas["Testshire"], "41", "50") } });
        var address = (await officer.PageAsync($"{Here}/measures/{measure}")).QuerySelectorAll("[aria-labelledby=months] a").Single(link => link.TextContent.StartsWith("Comment", StringComparison.Ordinal)).GetAttribute("href")!;

        var form = await officer.PageAsync(address);
        Assert.Equal(("Why in July 2010, and what next", "Visits explained, Testshire: 82% (41 of 50) in July 2010, provisional."), (form.QuerySelector("h1")!.TextContent, form.QuerySelector(".lead")!.TextContent));
        Assert.Equal(["Say why the figure is as it is."], await (await officer.FillInAsync(address, ("Input.Why", ""), ("Input.WhatNext", "Nothing."))).ProblemsAsync());
        var saved = await officer.FillInAsync(address, ("Input.Why", "Two social workers left."), ("Input.WhatNext", "Both posts are advertised."));
        Assert.Contains("saved=comment", saved.LedTo(), StringComparison.Ordinal);
        Assert.Contains("What you said stands", (await officer.PageAsync(saved.LedTo())).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Two social workers left.", (await officer.PageAsync(address)).QuerySelector("section[aria-labelledby=now]")!.TextContent, StringComparison.Ordinal);

        foreach (var role in new[] { Role.ServiceDirector, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader, Role.Administrator })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await work.BrowserOfAsync(role)).GetAsync(address)).StatusCode);
        Assert.Null((await (await work.BrowserOfAsync(Role.BoardMember)).PageAsync($"{Here}/measures/{measure}")).QuerySelector($"a[href='{address}']"));
    }
}
