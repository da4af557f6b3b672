using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Plan;

/// <summary>Updating an action as a browser without script does it.</summary>
public sealed class UpdateActionPageTests
{
    private const string Programme = $"/p/{TestProgramme.Slug}";
    private const string Update = $"{Programme}/actions/A1/update";

    [Fact]
    public async Task A_service_director_goes_from_my_actions_to_a_saved_update_and_is_told_so_in_words()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var mine = await director.PageAsync($"{Programme}/my-actions");
        Assert.Equal("You have 1 open action: it is not overdue.", mine.QuerySelector(".lead")!.TextContent);
        var update = mine.QuerySelector<IHtmlAnchorElement>("a.button")!.GetAttribute("href")!;

        var answer = await director.FillInAsync(update, ("Input.Sentence", "Two posts are empty."), ("Input.Progress", "AtRisk"), ("Input.NewDueOn", "2011-09-30"), ("Input.SlipReason", "Nobody applied."));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var saved = await director.PageAsync(answer.LedTo());
        Assert.Contains("Your update is in the history.", saved.QuerySelector("[data-draft-saved]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("A1 Action A1", saved.QuerySelector("h1")!.TextContent);
        Assert.Contains("Due 30 September 2011", saved.QuerySelector(".head")!.TextContent, StringComparison.Ordinal);
        await director.PageAsync(answer.LedTo());
        Assert.Equal(["Two posts are empty.", "Planned."], await director.HistoryAsync("A1"));
        var slip = saved.QuerySelectorAll("section[aria-labelledby=slips] tbody td").Select(cell => cell.TextContent.Trim());
        Assert.Equal(["31 August 2011", "30 September 2011", "30 days later", "Nobody applied."], slip.Take(4));
    }

    [Fact]
    public async Task The_same_filled_in_form_sent_twice_is_one_entry()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var page = await director.PageAsync(Update);
        var form = page.QuerySelector<IHtmlFormElement>("form[data-keep-draft]")!;

        var first = await director.SendAsync(page, Update, ("Input.Progress", "OnTrack"), ("Input.Sentence", "All is well."));
        var second = await director.SendAsync(page, Update, ("Input.Progress", "OnTrack"), ("Input.Sentence", "All is well."));

        Assert.Equal(first.LedTo(), second.LedTo());
        Assert.Equal(["All is well.", "Planned."], await director.HistoryAsync("A1"));
        Assert.Equal(site.Programme[Role.ServiceDirector].Id.ToString(System.Globalization.CultureInfo.InvariantCulture), form.GetAttribute("data-keep-draft"));
        Assert.Equal(form.QuerySelector<IHtmlInputElement>("[name='Input.Submission']")!.Value, form.GetAttribute("data-once"));
    }

    [Fact]
    public async Task A_form_brought_back_after_its_save_and_corrected_is_not_taken_for_the_first()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var opened = await director.PageAsync(Update);
        await director.SendAsync(opened, Update, ("Input.Progress", "OnTrack"), ("Input.Sentence", "All is wel."));

        var told = await (await director.SendAsync(opened, Update, ("Input.Progress", "OnTrack"), ("Input.Sentence", "All is well."))).PageAsync();

        Assert.StartsWith("You saved this form before, on ", Assert.Single(told.QuerySelectorAll(".problem li")).TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("All is well.", told.QuerySelector("textarea[name='Input.Sentence']")!.TextContent);
        Assert.Equal(["All is wel.", "Planned."], await director.HistoryAsync("A1"));
        await director.SendAsync(told, Update, ("Input.Progress", "OnTrack"), ("Input.Sentence", "All is well."));
        Assert.Equal(["All is well.", "All is wel.", "Planned."], await director.HistoryAsync("A1"));
    }

    [Fact]
    public async Task What_was_typed_while_the_action_was_handed_over_stays_in_sight()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var opened = await director.PageAsync(Update);
        var manager = site.Programme[Role.ProgrammeManager].Id;
        await site.Programme.ChangeAsync((db, change) => db.PriorityActions
            .Where(action => action.Reference == "A1").ExecuteUpdate(set => set.SetProperty(action => action.LeadId, manager).SetProperty(action => action.AccountableId, manager)));

        var told = await (await director.SendAsync(opened, Update, ("Input.Progress", "AtRisk"), ("Input.Sentence", "Two posts are empty."))).PageAsync();

        Assert.Single(told.QuerySelectorAll(".problem li"));
        Assert.Equal("Two posts are empty.", told.QuerySelector("textarea[name='Input.Sentence']")!.TextContent);
    }

    [Fact]
    public async Task What_is_refused_comes_back_as_it_was_typed_with_what_to_do()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);

        var answer = await director.FillInAsync(Update, ("Input.Sentence", "Two posts are empty."), ("Input.Progress", "AtRisk"), ("Input.NewDueOn", "2011-09-30"));

        var page = await answer.PageAsync();
        Assert.Equal(["Say why the due date moves."], page.QuerySelectorAll(".problem li").Select(line => line.TextContent.Trim()));
        Assert.Equal("Two posts are empty.", page.QuerySelector("textarea[name='Input.Sentence']")!.TextContent);
        Assert.True(page.QuerySelector("details")!.HasAttribute("open"));
        Assert.Equal(["Planned."], await director.HistoryAsync("A1"));
    }

    [Fact]
    public async Task A_date_that_cannot_be_read_is_shown_where_it_was_typed()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);

        var answer = await director.FillInAsync(Update, ("Input.Sentence", "Two posts are empty."), ("Input.Progress", "AtRisk"), ("Input.NewDueOn", "next autumn"));

        var page = await answer.PageAsync();
        Assert.NotEmpty(page.QuerySelectorAll(".problem li"));
        Assert.True(page.QuerySelector("details")!.HasAttribute("open"));
        Assert.Equal(["Planned."], await director.HistoryAsync("A1"));
    }

    [Fact]
    public async Task Whoever_saves_second_reads_what_the_first_said_and_may_then_save_again()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var director = await site.AsAsync(Role.ServiceDirector);
        var manager = await site.AsAsync(Role.ProgrammeManager);
        var opened = await director.PageAsync(Update);
        await manager.FillInAsync(Update, ("Input.Sentence", "The budget is agreed."), ("Input.Progress", "OnTrack"));
        Task<HttpResponseMessage> SendAsync(IHtmlDocument page) => director.SendAsync(page, Update, ("Input.Progress", "OffTrack"), ("Input.Sentence", "Two posts are empty."));

        var told = await (await SendAsync(opened)).PageAsync();

        Assert.StartsWith("Somebody changed action A1 while you were writing, so nothing was saved.", told.QuerySelector(".problem li")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("The budget is agreed.", told.QuerySelector("section[aria-labelledby=latest]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Two posts are empty.", told.QuerySelector("textarea[name='Input.Sentence']")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(told)).StatusCode);
        Assert.Equal(["Two posts are empty.", "The budget is agreed.", "Planned."], await director.HistoryAsync("A1"));
    }

    [Fact]
    public async Task A_block_that_somebody_lifted_meanwhile_is_not_put_back_by_a_form_that_still_shows_it()
    {
        await using var site = await PlanSite.WithAnActionAsync();
        var (director, manager) = (await site.AsAsync(Role.ServiceDirector), await site.AsAsync(Role.ProgrammeManager));
        await director.FillInAsync(Update, ("Input.Sentence", "Stopped."), ("Input.Progress", "AtRisk"), ("Input.BlockedBy", "No rooms."));
        var opened = await director.PageAsync(Update);
        Assert.Equal("No rooms.", opened.QuerySelector("[name='Input.BlockedBy']")!.TextContent.Trim());
        await manager.FillInAsync(Update, ("Input.Sentence", "Rooms are found."), ("Input.Progress", "OnTrack"), ("Input.BlockedBy", ""));
        await manager.FillInAsync(Update, ("Input.Sentence", "They are furnished."), ("Input.Progress", "OnTrack"), ("Input.BlockedBy", ""));

        var refused = await (await director.SendAsync(opened, Update, ("Input.Sentence", "We begin in June."), ("Input.Progress", "OnTrack"), ("Input.BlockedBy", "No rooms."))).PageAsync();

        // Both entries made meanwhile are in sight, and the block that the director had left as it was follows.
        Assert.Equal(["They are furnished.", "Rooms are found."], refused.QuerySelectorAll("[aria-labelledby=latest] li > p:first-child").Select(said => said.TextContent));
        Assert.Contains("No longer held up.", refused.QuerySelector("[aria-labelledby=latest]")!.TextContent, StringComparison.Ordinal);
        var kept = refused.QuerySelector("[name='Input.BlockedBy']")!.TextContent.Trim();
        Assert.Equal(("", "We begin in June."), (kept, refused.QuerySelector("[name='Input.Sentence']")!.TextContent.Trim()));
        await director.SendAsync(refused, Update, ("Input.Sentence", "We begin in June."), ("Input.Progress", "OnTrack"), ("Input.BlockedBy", kept));
        Assert.Equal("", (await director.PageAsync(Update)).QuerySelector("[name='Input.BlockedBy']")!.TextContent.Trim());
    }
}
