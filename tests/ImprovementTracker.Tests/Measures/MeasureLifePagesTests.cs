using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The library and what may happen to a measure in its life, as a browser without script meets them.</summary>
public sealed class MeasureLifePagesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}/measures";

    private static async Task<string> AddAsync(HttpClient officer, string name)
    {
        var added = await officer.FillInAsync($"{Here}/new", ("Input.Name", name), ("Input.Phrase", "visits made on time"), ("Input.Definition", "Share of visits made in time."), ("Input.Unit", "Percentage"),
            ("Input.Numerator", "visits made on time"), ("Input.Denominator", "visits due"), ("Input.Decimals", "0"), ("Input.Polarity", "HigherIsBetter"), ("Input.Period", "InMonth"),
            ("Input.Timescale", "15 working days, a local standard."), ("Input.CollectedFrom", "The case system."), ("Input.GoodLooksLike", "Every child is seen."));
        return added.LedTo().Split('?')[0];
    }

    private static async Task RecordAsync(HttpClient officer, string page, string month, string numerator)
    {
        var form = await officer.PageAsync($"{page}/record?month={month}");
        var line = form.QuerySelectorAll("fieldset.entry").Single(entry => entry.QuerySelector("legend")!.TextContent.Trim() == "Testshire").QuerySelector<IHtmlInputElement>("input[name$='.AreaId']")!.Name!.Replace(".AreaId", "", StringComparison.Ordinal);
        var recorded = await officer.FillInAsync($"{page}/record?month={month}", ($"{line}.Numerator", numerator), ($"{line}.Denominator", "50"));
        Assert.Contains("saved=month", recorded.LedTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measures_are_ticked_in_the_library_and_then_changed()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        Assert.NotNull((await manager.PageAsync(Here)).QuerySelector($"a[href='{Here}/library']"));
        var library = await manager.PageAsync($"{Here}/library");
        Assert.Equal(68, library.QuerySelectorAll("input[type=checkbox]").Length + library.QuerySelectorAll("p.small a").Length);
        Assert.Contains("Until 2013/14", library.QuerySelector("input[value='initial-assessments-in-time']")!.ParentElement!.QuerySelector(".hint")!.TextContent, StringComparison.Ordinal);

        var nothing = await manager.PressAsync($"{Here}/library", "Add the measures ticked");
        Assert.Equal(["Tick at least one measure."], await nothing.ProblemsAsync());
        var added = await manager.FillInAsync($"{Here}/library", ("Input.Sections[3].Codes", "turnover"), ("Input.Sections[3].Codes", "vacancies"), ("Input.Sections[3].Theme", "own"), ("Input.Sections[0].Codes", "unallocated-cases"), ("Input.Sections[0].Theme", ""));

        Assert.StartsWith($"{Here}?saved=library", added.LedTo(), StringComparison.Ordinal);
        var list = await manager.PageAsync(added.LedTo());
        var section = list.QuerySelectorAll("section").Single(one => one.QuerySelector("h2")?.TextContent == "Workforce and quality");
        Assert.Equal(["Turnover of social workers", "Social worker vacancies"], section.QuerySelectorAll("th a").Select(link => link.TextContent));
        var again = await manager.PageAsync($"{Here}/library");
        Assert.Null(again.QuerySelector("input[value='turnover']"));
        Assert.Contains(again.QuerySelectorAll("p.small a"), link => link.TextContent == "Turnover of social workers");
        var edit = await manager.PageAsync($"{Here}/turnover/edit");
        Assert.Equal("A low and steady share; those who leave say why.", edit.QuerySelector<IHtmlTextAreaElement>("[name='Input.GoodLooksLike']")!.Value);
    }

    [Fact]
    public async Task From_another_definition_on_the_page_compares_nothing_before_and_keeps_what_it_meant()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddAsync(officer, "Visits within the standard");
        await RecordAsync(officer, page, "2010-07", "45");
        await RecordAsync(officer, page, "2010-08", "30");
        Assert.NotNull((await officer.PageAsync($"{page}/edit")).QuerySelector($"a[href='{page}/definition']"));

        var refused = await officer.FillInAsync($"{page}/definition", ("Input.From", "2010-08"), ("Input.WhatChanged", "Visits every ten working days."), ("Input.Definition", "Share of visits made in time."), ("Input.Numerator", "visits made on time"), ("Input.Denominator", "visits due"));
        Assert.StartsWith("The definition is as it was.", Assert.Single(await refused.ProblemsAsync()), StringComparison.Ordinal);
        var sent = await officer.FillInAsync($"{page}/definition", ("Input.From", "2010-08"), ("Input.WhatChanged", "Visits every ten working days."), ("Input.Definition", "Share of visits made within ten working days."), ("Input.Numerator", "visits made on time"), ("Input.Denominator", "visits due"));

        Assert.StartsWith($"{page}?saved=definition", sent.LedTo(), StringComparison.Ordinal);
        var shown = await officer.PageAsync(sent.LedTo());
        Assert.Equal("60% (provisional) in August 2010.", shown.QuerySelector("#sentence")!.TextContent);
        Assert.Contains(shown.QuerySelectorAll(".head p"), line => line.TextContent == "Counted differently from August 2010: Visits every ten working days.");
        var meaning = shown.QuerySelector("[aria-labelledby='meaning']")!;
        Assert.Contains("Until July 2010 it was counted differently", meaning.QuerySelector("details summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Share of visits made in time.", meaning.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("15 working days, a local standard.", meaning.TextContent, StringComparison.Ordinal);
        Assert.Contains("Every child is seen.", meaning.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_is_retired_and_taken_up_again()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddAsync(officer, "Visits to be given up");
        await RecordAsync(officer, page, "2010-08", "30");

        var refused = await officer.FillInAsync($"{page}/retire", ("Input.LastMonth", "2010-07"));
        Assert.StartsWith("Figures are recorded up to August 2010.", Assert.Single(await refused.ProblemsAsync()), StringComparison.Ordinal);
        var retired = await officer.FillInAsync($"{page}/retire", ("Input.LastMonth", "2010-08"));
        Assert.StartsWith($"{page}?saved=retired", retired.LedTo(), StringComparison.Ordinal);
        var section = (await officer.PageAsync(Here)).QuerySelector("[aria-labelledby='no-longer']")!;
        Assert.Contains(section.QuerySelectorAll("th a"), link => link.TextContent == "Visits to be given up");
        Assert.Equal("2010-08", (await officer.PageAsync($"{page}/record?month=2010-10")).QuerySelector<IHtmlOptionElement>("select[name=month] option")!.Value);

        var again = await officer.PressAsync($"{page}/retire", "Collect it again");
        Assert.StartsWith($"{page}?saved=taken-up", again.LedTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_and_a_rebase_are_entered_seen_and_taken_away()
    {
        var officer = await work.BrowserOfAsync(Role.PerformanceOfficer);
        var page = await AddAsync(officer, "Visits with notes");
        await RecordAsync(officer, page, "2010-07", "30");
        await RecordAsync(officer, page, "2010-08", "40");
        var measure = await officer.PageAsync(page);
        Assert.Equal([true, true], new[] { "annotations", "rebases" }.Select(form => measure.QuerySelector($"a[href='{page}/{form}']") is not null));

        var noted = await officer.FillInAsync($"{page}/annotations", ("Input.Month", "2010-08"), ("Input.Text", "Backlog cleared"));
        Assert.StartsWith($"{page}?saved=annotation", noted.LedTo(), StringComparison.Ordinal);
        var early = await officer.FillInAsync($"{page}/rebases", ("Input.From", "2010-07"), ("Input.Reason", "One team."));
        Assert.Equal(["No figure is recorded before July 2010, so there is nothing to begin anew after. Choose a later month."], await early.ProblemsAsync());
        var rebased = await officer.FillInAsync($"{page}/rebases", ("Input.From", "2010-08"), ("Input.Reason", "One team for the county."));
        Assert.StartsWith($"{page}?saved=rebase", rebased.LedTo(), StringComparison.Ordinal);

        foreach (var (form, text, saved) in new[] { ("annotations", "August 2010, every area: Backlog cleared. The performance officer on ", "annotation-ended"), ("rebases", "August 2010, every area: One team for the county. The performance officer on ", "rebase-ended") })
        {
            var shown = await officer.PageAsync($"{page}/{form}");
            var line = shown.QuerySelector("ul.list li")!;
            Assert.StartsWith(text, line.TextContent.Trim(), StringComparison.Ordinal);
            using var fields = new FormUrlEncodedContent(line.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value)));
            var ended = await officer.PostAsync(new Uri($"{page}/{form}", UriKind.Relative), fields);
            Assert.Equal($"{page}/{form}?saved={saved}", ended.LedTo());
            Assert.Null((await officer.PageAsync(ended.LedTo())).QuerySelector("ul.list li"));
        }
    }

    [Fact]
    public async Task Its_owner_explains_its_figures_and_whoever_asks_takes_them_out_as_a_file()
    {
        var (officer, director) = (await work.BrowserOfAsync(Role.PerformanceOfficer), await work.BrowserOfAsync(Role.ServiceDirector));
        var page = await AddAsync(officer, "Visits that the director owns");
        await RecordAsync(officer, page, "2010-07", "45");
        Assert.Empty((await director.PageAsync(page)).QuerySelectorAll("a[href*='/comment']"));

        var form = await officer.PageAsync($"{Here}/owners");
        var owner = form.QuerySelectorAll("option").Single(option => option.TextContent.StartsWith("The service director", StringComparison.Ordinal)).GetAttribute("value")!;
        var given = await officer.FillInAsync($"{Here}/owners", ("Input.OwnerId", owner), ("Input.Measures", page.Split('/')[^1]));
        Assert.StartsWith($"{Here}?saved=owners", given.LedTo(), StringComparison.Ordinal);

        Assert.Contains(page, (await director.PageAsync(Here)).QuerySelectorAll(".head a").Select(link => link.GetAttribute("href")));
        Assert.NotEmpty((await director.PageAsync($"{page}?month=2010-07")).QuerySelectorAll("a[href*='/comment']"));
        Assert.Equal(owner, (await officer.PageAsync($"{page}/edit")).QuerySelector<IHtmlSelectElement>("[name='Input.OwnerId']")!.Value);

        var export = (await director.PageAsync($"{Here}/export?measure={page.Split('/')[^1]}")).QuerySelector<IHtmlFormElement>("form.filters")!;
        Assert.Equal("Visits that the director owns", export.QuerySelector<IHtmlSelectElement>("select[name=measure]")!.SelectedOptions[0].TextContent);
        foreach (var (kind, start) in new[] { ("csv", "\uFEFFMeasure,Name,Area,Month,"), ("xlsx", "PK") })
        {
            using var file = await director.GetAsync(new Uri($"/p/{ProgrammeAtWork.Slug}/figures.{kind}?measure={page.Split('/')[^1]}&from=2010-07&to=2010-07", UriKind.Relative));
            Assert.EndsWith($".{kind}", file.Content.Headers.ContentDisposition!.FileNameStar!, StringComparison.Ordinal);
            Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
            Assert.StartsWith(start, System.Text.Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await director.GetAsync(new Uri($"/p/{ProgrammeAtWork.Slug}/figures.csv?from=2010-08&to=2010-07", UriKind.Relative))).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await work.StrangerAsync()).GetAsync(new Uri($"/p/{ProgrammeAtWork.Slug}/figures.csv", UriKind.Relative))).StatusCode);
    }
}
