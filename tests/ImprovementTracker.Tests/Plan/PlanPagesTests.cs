using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;
using FindingKind = ImprovementTracker.Domain.Inspections.FindingKind;
using Visibility = ImprovementTracker.Domain.Inspections.Visibility;

namespace ImprovementTracker.Tests.Plan;

/// <summary>The plan's pages as a browser without script uses them. The programme's record ends on 1 July 2011.</summary>
public sealed class PlanPagesTests
{
    private const string Password = "four quiet green words";
    private const string Programme = $"/p/{TestProgramme.Slug}";
    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>The running site with the programme, in which the service director leads A1.</summary>
    private sealed class Site(TrackerHost host, TestProgramme programme) : IAsyncDisposable
    {
        public TestProgramme Programme => programme;

        public static async Task<Site> EmptyAsync()
        {
            var host = new TrackerHost();
            var programme = await TestProgramme.CreateAsync(host.Get<IDbContextFactory<TrackerContext>>());
            await programme.ChangeAsync((db, _) => db.Attach(programme.Programme).Entity.Describe("Testshire Council", "improvement notice", new DateOnly(2010, 1, 1), new DateOnly(2011, 7, 1)));
            return new(host, programme);
        }

        public static async Task<Site> WithAnActionAsync()
        {
            var site = await EmptyAsync();
            await site.Programme.PlanAsync("A1", new DateOnly(2011, 1, 10), new DateOnly(2011, 8, 31));
            return site;
        }

        public async Task<HttpClient> AsAsync(Role role)
        {
            var person = programme[role];
            var link = await host.Get<GiveLink>().ExecuteAsync(Actor.System("test"), person.Id, Never);
            await host.Get<SetPassword>().ExecuteAsync(Actor.Nobody, new() { Link = link.Secret, Password = Password }, Never);
            var browser = host.Browser();
            await browser.SignInAsync(person.Email!, Password);
            return browser;
        }

        public ValueTask DisposeAsync() => host.DisposeAsync();
    }

    private static async Task<IReadOnlyList<string>> HistoryAsync(HttpClient browser) =>
        [.. (await browser.PageAsync($"{Programme}/actions/A1")).QuerySelectorAll("section[aria-labelledby=history] li p:first-child").Select(line => line.TextContent)];

    [Fact]
    public async Task A_service_director_goes_from_my_actions_to_a_saved_update_and_is_told_so_in_words()
    {
        await using var site = await Site.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var mine = await director.PageAsync($"{Programme}/my-actions");
        Assert.Equal("You have 1 open action: none is overdue.", mine.QuerySelector(".lead")!.TextContent);
        var update = mine.QuerySelector<IHtmlAnchorElement>("a.button")!.GetAttribute("href")!;

        var answer = await director.FillInAsync(update, ("Input.Sentence", "Two posts are empty."), ("Input.Progress", "AtRisk"), ("Input.NewDueOn", "2011-09-30"), ("Input.SlipReason", "Nobody applied."));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await director.PageAsync(answer.LedTo());
        Assert.Contains("Your update is in the history.", saved.QuerySelector("[data-draft-saved]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A1 Action A1", saved.QuerySelector("h1")!.TextContent);
        Assert.Contains("Due 30 September 2011", saved.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        await director.PageAsync(answer.LedTo());
        Assert.Equal(["Two posts are empty.", "Planned."], await HistoryAsync(director));
        var slip = saved.QuerySelectorAll("section[aria-labelledby=slips] tbody td").Select(cell => cell.TextContent.Trim());
        Assert.Equal(["31 August 2011", "30 September 2011", "30 days later", "Nobody applied."], slip.Take(4));
    }

    [Fact]
    public async Task The_same_filled_in_form_sent_twice_is_one_entry()
    {
        await using var site = await Site.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var page = await director.PageAsync($"{Programme}/actions/A1/update");
        var form = page.QuerySelector<IHtmlFormElement>("form[data-keep-draft]")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Append(new("Input.Progress", "OnTrack")).Append(new("Input.Sentence", "All is well.")).ToList();

        var first = await director.PostAsync(new Uri($"{Programme}/actions/A1/update", UriKind.Relative), new FormUrlEncodedContent(fields));
        var second = await director.PostAsync(new Uri($"{Programme}/actions/A1/update", UriKind.Relative), new FormUrlEncodedContent(fields));

        Assert.Equal(first.LedTo(), second.LedTo());
        Assert.Equal(["All is well.", "Planned."], await HistoryAsync(director));
        Assert.Equal(site.Programme[Role.ServiceDirector].Id.ToString(System.Globalization.CultureInfo.InvariantCulture), form.GetAttribute("data-keep-draft"));
        Assert.Equal(fields.Single(field => field.Key == "Input.Submission").Value, form.GetAttribute("data-once"));
    }

    [Fact]
    public async Task What_is_refused_comes_back_as_it_was_typed_with_what_to_do()
    {
        await using var site = await Site.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);

        var answer = await director.FillInAsync($"{Programme}/actions/A1/update", ("Input.Sentence", "Two posts are empty."), ("Input.Progress", "AtRisk"), ("Input.NewDueOn", "2011-09-30"));

        var page = await answer.PageAsync();
        Assert.Equal(["Say why the due date moves."], page.QuerySelectorAll(".problem li").Select(line => line.TextContent.Trim()));
        Assert.Equal("Two posts are empty.", page.QuerySelector("textarea[name='Input.Sentence']")!.TextContent);
        Assert.True(page.QuerySelector("details")!.HasAttribute("open"));
        Assert.Equal(["Planned."], await HistoryAsync(director));
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_shown_where_it_was_typed()
    {
        await using var site = await Site.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);

        var answer = await director.FillInAsync($"{Programme}/actions/A1/update", ("Input.Sentence", "Two posts are empty."), ("Input.Progress", "AtRisk"), ("Input.NewDueOn", "next autumn"));

        var page = await answer.PageAsync();
        Assert.NotEmpty(page.QuerySelectorAll(".problem li"));
        Assert.True(page.QuerySelector("details")!.HasAttribute("open"));
        Assert.Equal(["Planned."], await HistoryAsync(director));
    }

    [Fact]
    public async Task Whoever_saves_second_reads_what_the_first_said_and_may_then_save_again()
    {
        await using var site = await Site.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var manager = await site.AsAsync(Role.ProgrammeManager);
        var opened = await director.PageAsync($"{Programme}/actions/A1/update");
        await manager.FillInAsync($"{Programme}/actions/A1/update", ("Input.Sentence", "The budget is agreed."), ("Input.Progress", "OnTrack"));
        async Task<HttpResponseMessage> SendAsync(IHtmlDocument page) => await director.PostAsync(new Uri($"{Programme}/actions/A1/update", UriKind.Relative), new FormUrlEncodedContent(
            page.QuerySelector<IHtmlFormElement>("form[data-keep-draft]")!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value))
                .Append(new("Input.Progress", "OffTrack")).Append(new("Input.Sentence", "Two posts are empty."))));

        var told = await (await SendAsync(opened)).PageAsync();

        Assert.StartsWith("Somebody changed action A1 while you were writing, so nothing was saved.", told.QuerySelector(".problem li")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("The budget is agreed.", told.QuerySelector("section[aria-labelledby=latest]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Two posts are empty.", told.QuerySelector("textarea[name='Input.Sentence']")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(told)).StatusCode);
        Assert.Equal(["Two posts are empty.", "The budget is agreed.", "Planned."], await HistoryAsync(director));
    }

    [Fact]
    public async Task The_programme_manager_enters_an_objective_and_an_action_that_answers_a_finding_and_moves_a_measure()
    {
        await using var site = await Site.WithAnActionAsync();
        var finding = (await site.Programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor."))).Findings.Single();
        var manager = await site.AsAsync(Role.ProgrammeManager);
        var objective = await manager.FillInAsync($"{Programme}/objectives/new", ("Input.Reference", "O5"), ("Input.Title", "Assessments in time"), ("Input.OutcomeSought", "Children are seen in time."));
        Assert.Contains("The objective is in the plan.", (await manager.PageAsync(objective.LedTo())).Body!.TextContent, StringComparison.Ordinal);
        var form = await manager.PageAsync($"{Programme}/actions/new");
        Assert.Equal("A2", form.QuerySelector<IHtmlInputElement>("[name='Input.Reference']")!.Value);
        var objectiveId = form.QuerySelectorAll<IHtmlOptionElement>("[name='Input.ObjectiveId'] option").Single(option => option.TextContent == "O5 Assessments in time").Value;

        var answer = await manager.FillInAsync($"{Programme}/actions/new", ("Input.ObjectiveId", objectiveId), ("Input.Reference", "A2"), ("Input.Title", "Rebuild the teams"), ("Input.OutcomeSought", "In time."),
            ("Input.LeadId", $"{site.Programme[Role.ServiceDirector].Id}"), ("Input.StartsOn", "2011-07-01"), ("Input.DueOn", "2011-12-31"), ("Input.Findings", $"{finding.Id}"), ("Input.Measures", $"{site.Programme.InTime.Id}"));

        var page = await manager.PageAsync(answer.LedTo());
        Assert.Equal("A2 Rebuild the teams", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Timescales are poor.", page.QuerySelector("blockquote")!.TextContent);
        Assert.Equal($"{Programme}/measures/in-time", page.QuerySelector("section[aria-labelledby=moves] a")!.GetAttribute("href"));
        var edit = await manager.PageAsync($"{Programme}/actions/A2/edit");
        Assert.Equal([$"{finding.Id}", $"{site.Programme.InTime.Id}"], edit.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Where(box => box.IsChecked).Select(box => box.Value));

        var ticksTaken = await manager.FillInAsync($"{Programme}/actions/A2/edit", ("Input.ObjectiveId", objectiveId), ("Input.Title", "Rebuild the teams"), ("Input.OutcomeSought", "In time."), ("Input.StartsOn", "2011-07-01"));

        var changed = await manager.PageAsync(ticksTaken.LedTo());
        Assert.Contains("The action is as you see it here.", changed.QuerySelector("[data-draft-saved]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(changed.QuerySelectorAll("blockquote"));
        Assert.StartsWith("Lead: now nobody yet, before The service director.", changed.QuerySelector("section[aria-labelledby=history] li p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_shown_before_ones_own_words_take_its_place()
    {
        await using var site = await Site.WithAnActionAsync();
        var manager = await site.AsAsync(Role.ProgrammeManager);
        var opened = await manager.PageAsync($"{Programme}/actions/A1/edit");
        await manager.FillInAsync($"{Programme}/actions/A1/update", ("Input.Sentence", "The budget is agreed."), ("Input.Progress", "OnTrack"));
        var form = opened.QuerySelector<IHtmlFormElement>("form[data-keep-draft]")!;
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var objective = form.QuerySelector<IHtmlSelectElement>("[name='Input.ObjectiveId']")!.Value!;
        KeyValuePair<string, string>[] typed = [new("Input.ObjectiveId", objective), new("Input.Title", "Other words"), new("Input.OutcomeSought", "In time."), new("Input.StartsOn", "2011-01-10")];

        var told = await (await manager.PostAsync(new Uri($"{Programme}/actions/A1/edit", UriKind.Relative), new FormUrlEncodedContent(hidden.Concat(typed)))).PageAsync();

        Assert.Contains("Somebody changed action A1 while you were writing", told.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Changed by somebody else", told.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Other words", told.QuerySelector<IHtmlInputElement>("[name='Input.Title']")!.Value);
        Assert.Equal("2", told.QuerySelector<IHtmlInputElement>("[name='Input.Version']")!.Value);
        Assert.Equal("A1 Action A1", (await manager.PageAsync($"{Programme}/actions/A1")).QuerySelector("h1")!.TextContent);
        var again = told.QuerySelector<IHtmlFormElement>("form[data-keep-draft]")!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var saved = await manager.PageAsync((await manager.PostAsync(new Uri($"{Programme}/actions/A1/edit", UriKind.Relative), new FormUrlEncodedContent(again.Concat(typed)))).LedTo());
        Assert.Equal("A1 Other words", saved.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_list_filters_by_its_address_and_says_when_nothing_is_as_chosen()
    {
        await using var site = await Site.WithAnActionAsync();
        var board = await site.AsAsync(Role.BoardMember);

        var all = await board.PageAsync($"{Programme}/actions");
        Assert.Equal(["A1 Action A1"], all.QuerySelectorAll("tbody th a").Select(link => link.TextContent));
        Assert.Empty(all.QuerySelectorAll("a.button"));
        var none = await board.PageAsync($"{Programme}/actions?status=Verified&lead=x&page=-3");
        Assert.Empty(none.QuerySelectorAll("tbody"));
        Assert.Contains("No action is as you have chosen.", none.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_somebody_elses_action_offers_no_form_and_the_form_sent_all_the_same_is_refused()
    {
        await using var site = await Site.WithAnActionAsync();
        var board = await site.AsAsync(Role.BoardMember);
        var director = await site.AsAsync(Role.ServiceDirector);
        var page = await board.PageAsync($"{Programme}/actions/A1/update");
        Assert.Null(page.QuerySelector("form[data-keep-draft]"));
        Assert.Contains("Only the person who leads this action", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await board.PageAsync($"{Programme}/actions/A1")).QuerySelectorAll("a.button"));
        Assert.Equal(["Planned."], await HistoryAsync(director));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task The_plan_is_refused_in_a_sentence_to_those_it_is_not_for(Role role)
    {
        await using var site = await Site.WithAnActionAsync();
        var browser = await site.AsAsync(role);

        foreach (var page in new[] { "my-actions", "actions", "actions/A1", "actions/A1/update" })
        {
            var answer = await browser.GetAsync($"{Programme}/{page}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("Your role shows you approved and published information only. Ask the programme manager if you need more.", (await answer.PageAsync()).QuerySelector(".lead")!.TextContent);
        }
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.BoardMember)]
    public async Task The_forms_of_the_plan_are_the_programme_managers(Role role)
    {
        await using var site = await Site.WithAnActionAsync();
        var browser = await site.AsAsync(role);

        foreach (var page in new[] { "actions/new", "actions/A1/edit", "objectives/new", "objectives/OA1/edit" })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"{Programme}/{page}")).StatusCode);
    }

    [Fact]
    public async Task An_empty_plan_says_what_comes_first_and_an_action_that_is_not_there_is_not_found()
    {
        await using var site = await Site.EmptyAsync();
        var manager = await site.AsAsync(Role.ProgrammeManager);

        Assert.Contains("The plan begins with an objective", (await manager.PageAsync($"{Programme}/actions")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You lead no action", (await manager.PageAsync($"{Programme}/my-actions")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("An action serves an objective, and the plan has none yet.", (await manager.PageAsync($"{Programme}/actions/new")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"{Programme}/actions/A9")).StatusCode);
    }
}
