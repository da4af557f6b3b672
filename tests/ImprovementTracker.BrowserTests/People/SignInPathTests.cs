using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.People;

public sealed class SignInPathTests(DemonstrationTracker demonstration) : IClassFixture<DemonstrationTracker>
{
    private readonly RunningTracker _tracker = demonstration.Tracker;

    [Theory]
    [InlineData("Board chair")]
    [InlineData("Service director")]
    [InlineData("Performance officer")]
    [InlineData("Programme manager")]
    [InlineData("Scrutiny officer")]
    [InlineData("Reader")]
    [InlineData("Administrator")]
    public async Task Anybody_can_look_around_as_a_person_of_each_role_with_one_click_and_sign_out_again(string name)
    {
        await using var person = await PersonAtWork.SignedInAsync(_tracker, name);
        Assert.Equal(1, await person.Page.GetByText($"{name} (demonstration)", new() { Exact = true }).CountAsync());

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await person.Page.WaitForURLAsync("**/sign-in");

        await person.Page.GotoAsync("/");
        await person.Page.WaitForURLAsync("**/sign-in?back=*");
    }

    [Fact]
    public async Task The_sign_in_page_says_what_each_person_comes_for()
    {
        await using var visitor = await PersonAtWork.AtAsync(_tracker);

        await visitor.VisitAsync("/sign-in", "sign-in");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Board chair", Exact = true })).ToHaveAccessibleDescriptionAsync(
            "Chair of the improvement board (invented post). Sees what is on course and what is not.");
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_address_and_says_what_to_do()
    {
        await using var visitor = await PersonAtWork.AtAsync(_tracker);
        await visitor.Page.GotoAsync("/sign-in");
        await visitor.Page.GetByLabel("E-mail address", new() { Exact = true }).FillAsync("ann@example.org");
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync("not the right words");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("do not belong together");
        await Assertions.Expect(visitor.Page.GetByLabel("E-mail address", new() { Exact = true })).ToHaveValueAsync("ann@example.org");
        await visitor.LookAsync("sign-in-refused");
    }

    [Fact]
    public async Task Whoever_is_signed_in_stays_so_when_the_program_is_killed_and_started_again()
    {
        await using var tracker = await RunningTracker.StartAsync();
        await using var person = await PersonAtWork.SignedInAsync(tracker, "Administrator");

        await tracker.KillAsync();
        await tracker.StartAgainAsync();

        await person.VisitAsync("/people", "people");
    }
}
