using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;
using ImprovementTracker.Tests.Programmes;

namespace ImprovementTracker.Tests.Inspections;

public sealed class InspectionPagesTests(ProgrammeAtWork work) : IClassFixture<ProgrammeAtWork>
{
    private const string Here = $"/p/{ProgrammeAtWork.Slug}";

    /// <summary>The address of an inspection that the browser's person has entered.</summary>
    private static async Task<string> EnterAsync(HttpClient browser, string kind, string title, string on, string visibility)
    {
        var saved = await browser.FillInAsync($"{Here}/inspections/new", ("Input.Kind", kind), ("Input.Title", title), ("Input.Inspectorate", "Ofsted"), ("Input.FieldworkFrom", on), ("Input.Visibility", visibility),
            ("Input.Source.New.Title", $"Letter: {title}"), ("Input.Source.New.Publisher", "Ofsted"), ("Input.Source.New.Attribution", "Crown copyright."));
        return saved.LedTo().Split('?')[0];
    }

    private static Task<HttpResponseMessage> AddAsync(HttpClient browser, string inspection, params string[] words) =>
        browser.FillInAsync($"{inspection}/findings/new", [.. words.SelectMany((one, line) => new[] { ($"Input.Lines[{line}].Words", one), ($"Input.Lines[{line}].Kind", "AreaForPriorityAction") })]);

    private static IEnumerable<string> Words(IParentNode page) => page.QuerySelectorAll("blockquote").Select(quotation => quotation.TextContent);

    [Fact]
    public async Task A_letter_is_entered_pasted_corrected_and_published_and_a_reader_finds_its_words()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var inspection = await EnterAsync(manager, "UnannouncedContactReferralAssessment", "The letter of 2009", "8 October 2009", "Draft");

        var split = await (await manager.FillInAsync($"{inspection}/findings/new?paste=true", ("Pasted.Text", "▪ Supervision is not consistant,\r\nalthough some was seen.\r\n▪ There is no <system>."), ("Pasted.Kind", "AreaForDevelopment"))).PageAsync();
        Assert.Contains("taken apart into 2 findings", split.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Supervision is not consistant, although some was seen.", "There is no <system>."], split.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(area => area.Value));
        Assert.Empty(Words(await manager.PageAsync(inspection)));

        await AddAsync(manager, inspection, "Supervision is not consistant.", "There is no <system>.");
        var correct = (await manager.PageAsync(inspection)).QuerySelectorAll("a").First(link => link.TextContent.StartsWith("Correct", StringComparison.Ordinal)).GetAttribute("href")!;
        await manager.FillInAsync(correct, ("Input.Line.Words", "Supervision is not consistent."), ("Input.Line.Kind", "AreaForPriorityAction"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await work.BrowserOfAsync(Role.Reader)).GetAsync(inspection)).StatusCode);

        var published = await manager.FillInAsync($"{inspection}/edit", ("Input.Kind", "UnannouncedContactReferralAssessment"), ("Input.Title", "The letter of 2009"), ("Input.Inspectorate", "Ofsted"),
            ("Input.FieldworkFrom", "8 October 2009"), ("Input.FieldworkTo", "9 October 2009"), ("Input.Visibility", "Published"));
        Assert.StartsWith($"{inspection}?saved=entry", published.LedTo(), StringComparison.Ordinal);
        var reader = await (await work.BrowserOfAsync(Role.Reader)).PageAsync(inspection);
        Assert.Equal(["Supervision is not consistent.", "There is no <system>."], Words(reader));
        Assert.Equal("8 to 9 October 2009", reader.QuerySelector(".head .crumb:not(nav)")!.TextContent);
        Assert.DoesNotContain(reader.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.EndsWith("/correct", StringComparison.Ordinal) || link.GetAttribute("href")!.EndsWith("/review", StringComparison.Ordinal));
        Assert.DoesNotContain("No action", reader.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_entry_is_corrected_with_a_reason_that_everybody_reads()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        Assert.Null((await manager.PageAsync($"{Here}/inspections/new")).QuerySelector("[name='Input.Reason']"));
        var inspection = await EnterAsync(manager, "FocusedVisit", "A misdated visit", "May 2011", "Published");
        (string, string)[] correction = [("Input.Kind", "FocusedVisit"), ("Input.Title", "A misdated visit"), ("Input.Inspectorate", "Ofsted"), ("Input.FieldworkFrom", "June 2011"), ("Input.Visibility", "Published"),
            ("Input.TallyCount", "13"), ("Input.TallyOutOf", "33"), ("Input.TallyGrade", "Inadequate"), ("Input.TallySource.New.Title", "The evening paper"), ("Input.TallySource.New.Publisher", "A newspaper"), ("Input.TallyParagraph", "page 3")];

        var refused = await manager.FillInAsync($"{inspection}/edit", correction);
        Assert.Equal(["The inspection is published. Say why its title, dates or tally change: the reason stands on its page with what it said before."], await refused.ProblemsAsync());
        Assert.Equal("The evening paper", (await refused.PageAsync()).QuerySelector<IHtmlInputElement>("[name='Input.TallySource.New.Title']")!.Value);
        await manager.FillInAsync($"{inspection}/edit", [.. correction, ("Input.Reason", "The letter was misread")]);

        var page = await (await work.BrowserOfAsync(Role.Reader)).PageAsync(inspection);
        var shown = Assert.Single(page.QuerySelectorAll("[aria-labelledby=corrections] li")).QuerySelectorAll("p").Select(line => line.TextContent.Trim()).ToList();
        Assert.EndsWith(": The letter was misread.", shown[0], StringComparison.Ordinal);
        // Whoever sees only what is published is told no names.
        Assert.DoesNotContain("The programme manager", shown[0], StringComparison.Ordinal);
        Assert.Equal("Said before: visit May 2011; no tally; taken from Letter: A misdated visit.", shown[1]);
        Assert.Contains("13 of 33 judged areas inadequate stated: The evening paper, page 3", string.Join(' ', page.QuerySelector(".pairs")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_that_are_refused_come_back_as_they_were_typed()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var inspection = await EnterAsync(manager, "FocusedVisit", "A visit", "May 2011", "Draft");

        var refused = await manager.FillInAsync($"{inspection}/findings/new", ("Input.Lines[0].Words", "One."), ("Input.Lines[0].Kind", "Strength"), ("Input.Lines[1].Words", "Two."), ("Input.Lines[1].DueOn", "soon"), ("Input.Lines[2].Words", ""));

        Assert.Equal(["Choose what the inspectors called it.", "Type a date such as 15 April 2011, or April 2011 where only the month is known."], await refused.ProblemsAsync());
        var page = await refused.PageAsync();
        Assert.Equal(["One.", "Two.", ""], page.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(area => area.Value));
        Assert.Equal("soon", page.QuerySelector<IHtmlInputElement>("[name='Input.Lines[1].DueOn']")!.Value);
        Assert.Empty(Words(await manager.PageAsync(inspection)));
    }

    [Fact]
    public async Task A_published_finding_is_not_offered_for_correction()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var inspection = await EnterAsync(manager, "FocusedVisit", "A published visit", "May 2011", "Published");
        await AddAsync(manager, inspection, "These words stay.");
        var review = (await manager.PageAsync(inspection)).QuerySelectorAll("main a").Single(link => link.GetAttribute("href")!.EndsWith("/review", StringComparison.Ordinal)).GetAttribute("href")!;

        var page = await manager.PageAsync(review.Replace("/review", "/correct", StringComparison.Ordinal));

        Assert.Contains("These words stay as they are.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("textarea"));
    }

    [Fact]
    public async Task Grades_are_entered_and_stand_on_the_page_of_judged_areas()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var inspection = await EnterAsync(manager, "IlacsStandard", "The full inspection", "July 2022", "Published");

        var form = await manager.PageAsync($"{inspection}/judgements");
        Assert.Equal("Overall effectiveness", form.QuerySelector<IHtmlInputElement>("[name='Input.Lines[3].Name']")!.Value);
        Assert.Equal(["No grade", "Outstanding", "Good", "Requires improvement to be good", "Inadequate"], form.QuerySelectorAll("[name='Input.Lines[0].Grade'] option").Select(option => option.TextContent));
        await manager.FillInAsync($"{inspection}/judgements", ("Input.Lines[3].Grade", "Inadequate"), ("Input.Lines[3].AimedFor", "Good"), ("Input.Lines[3].AimedForBy", "2025-07"), ("Input.Lines[4].Name", "Leaders"));

        var page = await (await work.BrowserOfAsync(Role.BoardMember)).PageAsync($"{Here}/judged-areas");
        Assert.Equal("At the latest graded inspection, July 2022, one area was given a grade: one inadequate. The one with a grade aimed for has not reached it.", page.QuerySelector(".lead")!.TextContent);
        Assert.Equal(["Inadequate", "no grade"], page.QuerySelectorAll("tbody td:nth-child(2)").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(["Inadequate"], (await manager.PageAsync(inspection)).QuerySelectorAll("[aria-labelledby=grades] td").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task What_a_later_visit_said_is_entered_from_the_finding_and_stands_with_it()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var first = await EnterAsync(manager, "UnannouncedContactReferralAssessment", "The first visit", "March 2010", "Published");
        await AddAsync(manager, first, "Referrals are closed prematurely.");
        var review = (await manager.PageAsync(first)).QuerySelectorAll("main a").Single(link => link.GetAttribute("href")!.EndsWith("/review", StringComparison.Ordinal)).GetAttribute("href")!;
        var later = await EnterAsync(manager, "UnannouncedContactReferralAssessment", "The second visit", "February 2011", "Published");

        var saved = await manager.FillInAsync(review, ("Input.VisitId", later.Split('/')[^1]), ("Input.Outcome", "Addressed"), ("Input.Words", "Referrals are now looked at in time."));

        Assert.StartsWith($"{first}?saved=review", saved.LedTo(), StringComparison.Ordinal);
        var page = await (await work.BrowserOfAsync(Role.Reader)).PageAsync(first);
        Assert.Equal(["Referrals are closed prematurely.", "Referrals are now looked at in time."], Words(page));
        Assert.EndsWith("The area for priority action has since been recorded as addressed.", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Addressed", page.QuerySelectorAll(".tag").Select(tag => tag.TextContent));
    }

    [Fact]
    public async Task An_embargoed_inspection_says_who_sees_it_and_is_not_there_for_the_others()
    {
        var manager = await work.BrowserOfAsync(Role.ProgrammeManager);
        var chair = (await manager.PageAsync($"{Here}/inspections/new")).QuerySelectorAll<IHtmlInputElement>("[name='Input.Readers']").Single(box => box.NextElementSibling!.TextContent == "The board member").Value;

        var saved = await manager.FillInAsync($"{Here}/inspections/new", ("Input.Kind", "MonitoringVisit"), ("Input.Inspectorate", "Ofsted"), ("Input.FieldworkFrom", "July 2023"), ("Input.Visibility", "Embargoed"), ("Input.Readers", chair));
        var inspection = saved.LedTo().Split('?')[0];

        Assert.Contains("those named on it see it before publication: The board member.", (await manager.PageAsync(inspection)).QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await work.BrowserOfAsync(Role.BoardMember)).GetAsync(inspection)).StatusCode);
        var director = await work.BrowserOfAsync(Role.ServiceDirector);
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync(inspection)).StatusCode);
        Assert.DoesNotContain("Monitoring visit", (await director.PageAsync($"{Here}/inspections")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await director.GetAsync($"{inspection}/edit")).StatusCode);
    }
}
