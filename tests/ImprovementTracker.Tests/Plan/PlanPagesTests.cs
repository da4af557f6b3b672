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
    private const string Programme = $"/p/{TestProgramme.Slug}";

    [Fact]
    public async Task The_programme_manager_enters_an_objective_and_an_action_that_answers_a_finding_and_moves_a_measure()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var finding = (await site.Programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Timescales are poor."))).Findings.Single();
        var manager = await site.AsAsync(Role.ProgrammeManager);
        var objective = await manager.FillInAsync($"{Programme}/objectives/new", ("Input.Reference", "O5"), ("Input.Title", "Assessments in time"), ("Input.OutcomeSought", "Children are seen in time."));
        Assert.Contains("The objective is in the plan.", (await manager.PageAsync(objective.LedTo())).Body!.TextContent, StringComparison.Ordinal);
        var form = await manager.PageAsync($"{Programme}/actions/new?finding={finding.Id}&requirement=x");
        Assert.Equal([$"{finding.Id}"], form.QuerySelectorAll<IHtmlInputElement>("input[type=checkbox]").Where(box => box.IsChecked).Select(box => box.Value));
        Assert.Contains("Ticked below already: the finding ‘Timescales are poor’.", form.Body!.TextContent, StringComparison.Ordinal);
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

        var ticksTaken = await manager.FillInAsync($"{Programme}/actions/A2/edit", ("Input.ObjectiveId", objectiveId), ("Input.Title", "Rebuild the teams"), ("Input.OutcomeSought", "In time."), ("Input.StartsOn", "2011-07-01"), ("Input.Reason", "The director moves on."));

        var changed = await manager.PageAsync(ticksTaken.LedTo());
        Assert.Contains("The action is as you see it here.", changed.QuerySelector("[data-draft-saved]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(changed.QuerySelectorAll("blockquote"));
        Assert.StartsWith("Lead: now nobody yet, before The service director.", changed.QuerySelector("section[aria-labelledby=history] li p")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_shown_before_ones_own_words_take_its_place()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var manager = await site.AsAsync(Role.ProgrammeManager);
        var opened = await manager.PageAsync($"{Programme}/actions/A1/edit");
        // How it goes is another thing than what is written in this form, and stands in nobody's way.
        await manager.FillInAsync($"{Programme}/actions/A1/update", ("Input.Sentence", "The budget is agreed."), ("Input.Progress", "OnTrack"));
        var form = opened.QuerySelector<IHtmlFormElement>("form[data-keep-draft]")!;
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var objective = form.QuerySelector<IHtmlSelectElement>("[name='Input.ObjectiveId']")!.Value!;
        await manager.FillInAsync($"{Programme}/actions/A1/edit", ("Input.Title", "As the first wrote it"), ("Input.ObjectiveId", objective), ("Input.OutcomeSought", "In time."), ("Input.StartsOn", "2011-01-10"), ("Input.Reason", "The director moves on."));
        KeyValuePair<string, string>[] typed = [new("Input.ObjectiveId", objective), new("Input.Title", "Other words"), new("Input.OutcomeSought", "In time."), new("Input.StartsOn", "2011-01-10")];

        var told = await (await manager.PostAsync(new Uri($"{Programme}/actions/A1/edit", UriKind.Relative), new FormUrlEncodedContent(hidden.Concat(typed)))).PageAsync();

        Assert.Contains("Somebody else changed action A1 while you were writing", told.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Saved now: As the first wrote it", told.QuerySelector("#action-Input-Title-now")!.TextContent);
        Assert.Equal("Other words", told.QuerySelector<IHtmlInputElement>("[name='Input.Title']")!.Value);
        Assert.Equal("A1 As the first wrote it", (await manager.PageAsync($"{Programme}/actions/A1")).QuerySelector("h1")!.TextContent);
        var again = told.QuerySelector<IHtmlFormElement>("form[data-keep-draft]")!.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var saved = await manager.PageAsync((await manager.PostAsync(new Uri($"{Programme}/actions/A1/edit", UriKind.Relative), new FormUrlEncodedContent(again.Concat(typed)))).LedTo());
        Assert.Equal("A1 Other words", saved.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_list_filters_by_its_address_and_says_when_nothing_is_as_chosen()
    {
        await using var site = await PlanSite.WithAnActionAsync();
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
        await using var site = await PlanSite.WithAnActionAsync();
        var board = await site.AsAsync(Role.BoardMember);
        var director = await site.AsAsync(Role.ServiceDirector);
        var page = await board.PageAsync($"{Programme}/actions/A1/update");
        Assert.Null(page.QuerySelector("form[data-keep-draft]"));
        Assert.Contains("Only the person who leads this action", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await board.PageAsync($"{Programme}/actions/A1")).QuerySelectorAll("a.button"));
        Assert.Equal(["Planned."], await director.HistoryAsync("A1"));
    }

    [Theory]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task The_plan_is_refused_in_a_sentence_to_those_it_is_not_for(Role role)
    {
        await using var site = await PlanSite.WithAnActionAsync();
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
        await using var site = await PlanSite.WithAnActionAsync();
        var browser = await site.AsAsync(role);

        foreach (var page in new[] { "actions/new", "actions/A1/edit", "objectives/new", "objectives/OA1/edit" })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"{Programme}/{page}")).StatusCode);
    }

    [Fact]
    public async Task An_empty_plan_says_what_comes_first_and_an_action_that_is_not_there_is_not_found()
    {
        await using var site = await PlanSite.EmptyAsync();
        var manager = await site.AsAsync(Role.ProgrammeManager);

        Assert.Contains("The plan begins with an objective", (await manager.PageAsync($"{Programme}/actions")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You lead no action", (await manager.PageAsync($"{Programme}/my-actions")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("An action serves an objective, and the plan has none yet.", (await manager.PageAsync($"{Programme}/actions/new")).QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"{Programme}/actions/A9")).StatusCode);
    }
}
