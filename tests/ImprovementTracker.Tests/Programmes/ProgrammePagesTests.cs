using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.Programmes;

public sealed class ProgrammePagesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}";

    [Fact]
    public async Task An_administrator_starts_the_first_programme_and_what_was_typed_is_kept_until_it_is_right()
    {
        await using var host = new TrackerHost();
        var browser = host.Browser();
        await browser.SignInAsync(await host.AddPersonAsync("Ann Keeper", "four quiet green words", isAdministrator: true), "four quiet green words");
        var ann = (await host.Get<PeopleList>().LoadAsync(Actor.System("test"), CancellationToken.None)).People.Single().Id;

        var empty = await browser.PageAsync("/");
        Assert.Contains("There is no programme here yet.", empty.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/programmes/new", empty.QuerySelector(".empty a.button")!.GetAttribute("href"));

        var refused = await browser.FillInAsync("/programmes/new", ("Input.Authority", "Othershire County Council"), ("Input.Intervention", "ImprovementNotice"), ("Input.IntervenedOn", "last summer"), ("Input.StartsOn", "2010-06-01"));
        Assert.Equal(["Type a name, such as improvement notice, June 2010.", "Type a date such as 15 April 2011, or April 2011 where only the month is known."], await refused.ProblemsAsync());
        var kept = await refused.PageAsync();
        Assert.Equal(("Othershire County Council", "last summer", "2010-06-01"),
            (kept.QuerySelector<IHtmlInputElement>("[name='Input.Authority']")!.Value, kept.QuerySelector<IHtmlInputElement>("[name='Input.IntervenedOn']")!.Value, kept.QuerySelector<IHtmlInputElement>("[name='Input.StartsOn']")!.Value));

        var started = await browser.FillInAsync("/programmes/new", ("Input.Authority", "Othershire County Council"), ("Input.Name", "improvement notice"), ("Input.Intervention", "ImprovementNotice"),
            ("Input.IntervenedOn", "June 2010"), ("Input.StartsOn", "2010-06-01"), ("Input.ManagerId", $"{ann}"), ("Input.Areas", "East\r\nWest"));
        Assert.StartsWith("/p/othershire-2010/setup?saved=programme", started.LedTo(), StringComparison.Ordinal);
        var setup = await browser.PageAsync(started.LedTo());
        Assert.Contains("The programme has started.", setup.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Othershire", "East", "West"], setup.QuerySelectorAll("tbody th").Select(area => area.TextContent));
        Assert.Equal(["Othershire County Council: improvement notice"], (await browser.PageAsync("/")).QuerySelectorAll("h2").Select(heading => heading.TextContent));
    }

    [Theory]
    [InlineData("/setup", new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Administrator })]
    [InlineData("/setup/areas/new", new[] { Role.ProgrammeManager, Role.Administrator })]
    [InlineData("/setup/themes/new", new[] { Role.ProgrammeManager, Role.Administrator })]
    [InlineData("/setup/documents/new", new[] { Role.ProgrammeManager })]
    [InlineData("/setup/programme", new[] { Role.ProgrammeManager })]
    [InlineData("/timeline", new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader })]
    [InlineData("/timeline/new", new[] { Role.ProgrammeManager })]
    [InlineData("/dates", new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader })]
    [InlineData("/dates/calendar", new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader })]
    [InlineData("/dates/new", new[] { Role.ProgrammeManager })]
    [InlineData("/notice", new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember })]
    [InlineData("/notice/requirements/new", new[] { Role.ProgrammeManager })]
    [InlineData("/notice/move", new[] { Role.ProgrammeManager })]
    [InlineData("/inspections", new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader })]
    [InlineData("/inspections/new", new[] { Role.ProgrammeManager })]
    [InlineData("/what-changed", new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader })]
    [InlineData("/judged-areas", new[] { Role.ProgrammeManager, Role.ServiceDirector, Role.PerformanceOfficer, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader })]
    public async Task Each_page_opens_to_its_roles_tells_the_others_who_can_and_is_not_there_for_strangers(string page, Role[] open)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var answer = await (await work.BrowserOfAsync(role)).GetAsync(Here + page);
            Assert.True((open.Contains(role) ? HttpStatusCode.OK : HttpStatusCode.Forbidden) == answer.StatusCode, $"{role}: {answer.StatusCode}");
            var shown = await answer.PageAsync();
            Assert.NotEmpty(shown.QuerySelector("h1")!.TextContent);
            if (!open.Contains(role))
                Assert.Matches("[Aa]sk |[Oo]nly |Choose ", shown.QuerySelector(".lead")!.TextContent);
        }
        var missing = await (await work.StrangerAsync()).GetAsync(Here + page);
        Assert.Equal((HttpStatusCode.NotFound, "There is no such programme, or you have no role in it. Choose one of your programmes."), (missing.StatusCode, (await missing.PageAsync()).QuerySelector(".lead")!.TextContent));
        Assert.StartsWith("/sign-in", (await work.Host.Browser().GetAsync(Here + page)).LedTo(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_adds_a_bank_holiday_and_takes_it_out()
    {
        var keeper = await work.BrowserOfAsync(Role.Administrator);

        var added = await keeper.FillInAsync("/working-days/new", ("Input.Day", "2026-07-20"), ("Input.Name", "Day of the final"));
        Assert.StartsWith("/working-days?saved=added", added.LedTo(), StringComparison.Ordinal);
        var page = await keeper.PageAsync(added.LedTo());
        Assert.Contains("Monday, 20 July 2026Day of the final (added here)", page.QuerySelectorAll("tbody tr").Select(row => row.TextContent.Trim()));
        var end = page.QuerySelectorAll("main a").Single(link => link.TextContent.StartsWith("Take it out", StringComparison.Ordinal)).GetAttribute("href")!;

        Assert.StartsWith("/working-days?saved=ended", (await keeper.PressAsync(end, "Take it out")).LedTo(), StringComparison.Ordinal);
        Assert.DoesNotContain("Day of the final", (await keeper.PageAsync("/working-days?year=2026")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("taken out already", (await keeper.PageAsync(end)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_a_role_is_told_whom_to_ask()
    {
        var page = await (await work.StrangerAsync()).PageAsync("/");

        Assert.Contains("You have no role in a programme yet. Ask the programme manager, or an administrator,", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href='/programmes/new']"));
    }

    [Fact]
    public async Task An_area_is_added_and_renamed()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var whole = (await manager.PageAsync($"{Here}/setup/areas/new")).QuerySelectorAll<IHtmlOptionElement>("[name='Input.ParentId'] option").Single(option => option.Text == "Testshire").Value;

        var added = await manager.FillInAsync($"{Here}/setup/areas/new", ("Input.Name", "East"), ("Input.Kind", "Locality"), ("Input.ParentId", whole), ("Input.From", "2010-04-01"));
        var link = (await manager.PageAsync(added.LedTo())).QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "East").QuerySelector("a")!.GetAttribute("href")!;
        var renamed = await manager.FillInAsync(link, ("Input.Name", "East and coast"), ("Input.Kind", "Locality"), ("Input.ParentId", whole), ("Input.From", "2010-04-01"));

        var areas = await manager.PageAsync(renamed.LedTo());
        Assert.Contains("East and coast", areas.QuerySelectorAll("tbody th").Select(area => area.TextContent));
        Assert.DoesNotContain("East", areas.QuerySelectorAll("tbody th").Select(area => area.TextContent));
    }

    [Fact]
    public async Task An_entry_of_the_timeline_shows_its_figure_and_source_and_is_found_by_its_kind()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);

        var added = await manager.FillInAsync($"{Here}/timeline/new", ("Input.On", "March 2011"), ("Input.Kind", "Resources"), ("Input.Sentence", "The council recruited <b>staff</b>."), ("Input.Figure", "60 staff"),
            ("Input.Source.New.Title", "A turnaround"), ("Input.Source.New.Publisher", "A newspaper"), ("Input.Source.New.Address", "https://www.example.org/turnaround"));

        Assert.StartsWith($"{Here}/timeline?saved=entry", added.LedTo(), StringComparison.Ordinal);
        var reader = await work.BrowserOfAsync(Role.Reader);
        var item = Assert.Single((await reader.PageAsync($"{Here}/timeline?kind=resources")).QuerySelectorAll(".thread > li"));
        Assert.Equal(["March 2011 · Staff and money", "The council recruited <b>staff</b>. 60 staff", "A turnaround"], item.QuerySelectorAll("p").Select(line => line.TextContent.Trim()));
        Assert.Equal("https://www.example.org/turnaround", item.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(2, (await reader.PageAsync($"{Here}/timeline?kind=nonsense")).QuerySelectorAll(".thread > li").Length);
    }

    [Fact]
    public async Task A_requirement_stands_on_the_notices_page_until_it_is_no_longer_asked_and_on_record_after_that()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);

        var entered = await manager.FillInAsync($"{Here}/notice/requirements/new", ("Input.Words", "Children are <b>seen</b> in time."), ("Input.Paragraph", "4"), ("Input.DueOn", "March 2011"));

        Assert.StartsWith($"{Here}/notice?saved=requirement", entered.LedTo(), StringComparison.Ordinal);
        var board = await (await work.BrowserOfAsync(Role.BoardMember)).PageAsync($"{Here}/notice");
        Assert.Equal(["Improvement notice, June 2010"], board.QuerySelectorAll("dl.pairs > div:first-child dd").Select(one => one.TextContent));
        var item = Assert.Single(board.QuerySelectorAll("[aria-labelledby=requirements] li"));
        Assert.Equal(("R1 Overdue", "Children are <b>seen</b> in time.", "Paragraph 4 · due March 2011", null),
            (item.QuerySelector("h3")!.TextContent.Trim(), item.QuerySelector("p")!.TextContent, item.QuerySelector(".quiet")!.TextContent, item.QuerySelector("a")?.TextContent));
        var change = (await manager.PageAsync($"{Here}/notice")).QuerySelector("[aria-labelledby=requirements] li a")!.GetAttribute("href")!;

        var judged = await manager.FillInAsync($"{change}/review", ("Input.Outcome", "Met"), ("Input.On", "15 April 2011"), ("Input.Said", "The department found it met."));

        var met = await manager.PageAsync(judged.LedTo());
        Assert.Contains("The judgement stands with its requirement below.", met.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Matches("^R1 Met\\s+since 15 April 2011$", met.QuerySelector("[aria-labelledby=requirements] li h3")!.TextContent.Trim());
        Assert.StartsWith("Judged met 15 April 2011: The department found it met. Entered by ", met.QuerySelector(".lines li")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("What one would show to have the notice lifted", met.QuerySelector("#to-show")!.TextContent);
        Assert.Equal("last judged 15 April 2011", met.QuerySelector("table.to-show [data-label='Stands at']")!.TextContent);

        var ended = await manager.FillInAsync(change, ("Input.TakeOut", "true"), ("Input.Reason", "The notice of May asks it no more."));

        var page = await manager.PageAsync(ended.LedTo());
        Assert.Contains("The requirement is no longer asked.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("R1", page.QuerySelector("[aria-labelledby=ended] li h3")!.TextContent.Trim());
        Assert.Matches("^No longer asked since .*: The notice of May asks it no more[.] Entered by The programme manager[.]$", page.QuerySelector("[aria-labelledby=ended] li p")!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("[aria-labelledby=requirements] li"));
        Assert.Contains(page.QuerySelectorAll("nav.main a[aria-current=page]"), link => link.TextContent == "The notice");
    }

    [Fact]
    public async Task The_manager_enters_where_the_notice_stands_and_everybody_reads_it_above_what_was_before()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);

        var refused = await manager.FillInAsync($"{Here}/notice/move", ("Input.State", "OnTrack"), ("Input.Since", "May 2010"), ("Input.Reason", "Ministers were content."));
        Assert.Equal(["It has been issued since June 2010: the next move cannot lie before that. If both are of one month, type the day."], await refused.ProblemsAsync());
        var moved = await manager.FillInAsync($"{Here}/notice/move", ("Input.State", "OnTrack"), ("Input.Since", "15 April 2011"), ("Input.Reason", "Ministers were content."));

        Assert.StartsWith($"{Here}/notice?saved=move", moved.LedTo(), StringComparison.Ordinal);
        var board = await (await work.BrowserOfAsync(Role.BoardMember)).PageAsync($"{Here}/notice");
        Assert.Equal("The improvement notice", board.QuerySelector("h1")!.TextContent);
        Assert.Equal(["15 April 2011On track. Ministers were content.", "June 2010Issued. The improvement notice was issued."], board.QuerySelectorAll("dl.pairs > div").TakeLast(2).Select(one => one.TextContent.Trim()));
        Assert.DoesNotContain(board.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.EndsWith("/move", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_in_a_document_described_on_the_way_is_in_sight()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);

        var answer = await manager.FillInAsync($"{Here}/timeline/new", ("Input.On", "May 2011"), ("Input.Kind", "Other"), ("Input.Sentence", "Something happened."), ("Input.Source.New.Address", "javascript:alert(1)"));

        Assert.Equal(["Type the document's title.", "Type who published the document.", "Type an address that begins with https:// or http://."], await answer.ProblemsAsync());
        Assert.True((await answer.PageAsync()).QuerySelector("details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task The_manager_says_when_figures_are_due_and_how_many_a_chart_needs()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        const string Setup = $"/p/{ProgrammeAtWork.Slug}/setup";

        var saved = await manager.FillInAsync($"{Setup}/figures", ("Input.FiguresDueOn", "10"), ("Input.FewestForLimits", "6"), ("Input.FewestForFirmLimits", "5"));
        Assert.Equal(["Nothing is concluded before there are limits: type at least as many as for limits."], await saved.ProblemsAsync());
        saved = await manager.FillInAsync($"{Setup}/figures", ("Input.FiguresDueOn", "10"), ("Input.FewestForLimits", "5"), ("Input.FewestForFirmLimits", "15"));

        Assert.StartsWith($"{Setup}?saved=figures", saved.LedTo(), StringComparison.Ordinal);
        Assert.Contains("due on day 10 of the following month; charts show limits from 5 figures on and conclude from 15", (await manager.PageAsync(saved.LedTo())).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await work.BrowserOfAsync(Role.PerformanceOfficer)).GetAsync(new Uri($"{Setup}/figures", UriKind.Relative))).StatusCode);
    }
}
