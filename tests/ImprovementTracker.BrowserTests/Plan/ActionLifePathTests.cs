using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.Plan;

/// <summary>An action from its owner's 'completed' to another person's 'verified', and what stands in between.</summary>
public sealed class ActionLifePathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private const string Action = "/p/nottinghamshire-2010/actions/A5";

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    [Fact]
    public async Task From_a_milestone_reached_to_an_action_verified_on_a_file()
    {
        await using (var director = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Service director"))
        {
            await director.VisitAsync(Action, "action");
            await director.Page.GetByRole(AriaRole.Link, new() { Name = "Minutes reach all agencies within three days" }).ClickAsync();
            await director.LookAsync("action-milestone");
            await director.Page.GetByLabel("Reached on").FillAsync("2011-06-10");
            await PressAsync(director.Page, "Save the milestone");
            Assert.Contains("10 June 2011", await director.Page.Locator("section[aria-labelledby=milestones]").InnerTextAsync(), StringComparison.Ordinal);

            await director.Page.GetByRole(AriaRole.Link, new() { Name = "Add evidence" }).ClickAsync();
            await director.LookAsync("action-evidence");
            await director.Page.GetByLabel("What it is and shows, in one sentence").FillAsync("Minutes of ten discussions in May");
            await director.Page.GetByLabel("Document").CheckAsync();
            await director.Page.GetByLabel("Date of the evidence").FillAsync("2011-05-31");
            await director.Page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "minutes.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7"u8, .. new byte[12_000_000]] });
            await PressAsync(director.Page, "Add the evidence");
            await director.Page.GetByText("The evidence is added.").WaitForAsync();

            await director.Page.GetByRole(AriaRole.Link, new() { Name = "Say that it is completed" }).ClickAsync();
            await director.LookAsync("action-complete");
            await director.Page.GetByLabel("What was done, in one sentence").FillAsync("The template is in use in every discussion.");
            await PressAsync(director.Page, "Say that it is completed");
            await director.LookAsync("action-completed");
        }

        await using var chair = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Board chair");
        await chair.VisitAsync($"{Action}/verify", "action-verify");
        var download = await chair.Page.RunAndWaitForDownloadAsync(() => chair.Page.GetByRole(AriaRole.Link, new() { Name = "Minutes of ten discussions in May", Exact = true }).ClickAsync());
        Assert.Equal("minutes.pdf", download.SuggestedFilename);
        await chair.Page.GetByLabel("What you saw, in one sentence").FillAsync("The minutes of ten discussions name who took part and what was decided.");
        await PressAsync(chair.Page, "Verify the action");
        await chair.Page.GetByText("The action is verified.").WaitForAsync();
        await chair.LookAsync("action-verified");
        await chair.VisitAsync($"{Action}/reopen", "action-reopen");
    }

    [Fact]
    public async Task A_director_who_leaves_hands_every_open_action_over_and_has_a_list_to_print()
    {
        await using var leaving = await PersonAtWork.SignedInAsync(demonstration.Tracker, "Second service director");
        await leaving.VisitAsync("/p/nottinghamshire-2010/my-actions", "my-actions-of-a-leaver");
        var open = await leaving.Page.Locator("ol.blocks").First.Locator("> li").CountAsync();
        await leaving.Page.GetByRole(AriaRole.Link, new() { Name = "Hand your actions over to somebody else" }).ClickAsync();
        await leaving.LookAsync("handover");
        await leaving.Page.GetByLabel("Who takes over").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await leaving.Page.GetByLabel("Why, or what must be known of it, in one sentence").FillAsync("She leaves the council at the end of June.");
        await PressAsync(leaving.Page, "Hand over the actions ticked");

        await leaving.Page.GetByText("The actions are in new hands.").WaitForAsync();
        await leaving.LookAsync("handover-list");
        await Assertions.Expect(leaving.Page.Locator("tbody tr")).ToHaveCountAsync(open);
        await leaving.Page.GotoAsync("/p/nottinghamshire-2010/my-actions");
        await Assertions.Expect(leaving.Page.Locator(".lead")).ToHaveTextAsync("All your actions are finished.");
    }
}
