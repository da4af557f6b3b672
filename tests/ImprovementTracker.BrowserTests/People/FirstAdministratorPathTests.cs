using System.Text.RegularExpressions;
using ImprovementTracker.BrowserTests.Running;
using Microsoft.Playwright;

namespace ImprovementTracker.BrowserTests.People;

public sealed partial class FirstAdministratorPathTests
{
    private const string Password = "four quiet green words";

    [GeneratedRegex(@"^http://\S+/set-password\?link=\S+", RegexOptions.Multiline)]
    private static partial Regex PrintedLink();

    [Fact]
    public async Task From_the_printed_link_to_a_first_person_with_a_role()
    {
        await using var tracker = await RunningTracker.StartAsync(("Demonstration", "false"));
        await using var keeper = await PersonAtWork.AtAsync(tracker);
        var page = keeper.Page;

        await keeper.VisitAsync(PrintedLink().Match(tracker.Output).Value, "first-administrator");
        await page.GetByLabel("Your name", new() { Exact = true }).FillAsync("Ann Keeper");
        await page.GetByLabel("Your e-mail address", new() { Exact = true }).FillAsync("ann@example.org");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Become administrator" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a password of at least 12 characters.");
        await keeper.LookAsync("first-administrator-refused");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Become administrator" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your password is set.");
        await keeper.LookAsync("password-is-set");
        await SignInAsync(page, "ann@example.org");
        await page.GetByRole(AriaRole.Link, new() { Name = "People" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a person" }).ClickAsync();
        await keeper.LookAsync("add-a-person");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Ned New");
        await page.GetByLabel("E-mail address", new() { Exact = true }).FillAsync("ned@example.org");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the person" }).ClickAsync();
        var link = await page.Locator("code").TextContentAsync();
        await keeper.LookAsync("person-added");

        await using var ned = await PersonAtWork.AtAsync(tracker);
        await ned.VisitAsync(link!, "set-password");
        await ned.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await ned.Page.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await SignInAsync(ned.Page, "ned@example.org");

        await page.GotoAsync("/people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ned New" }).ClickAsync();
        await keeper.LookAsync("person");
        await page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Administrator");
        await page.GetByRole(AriaRole.Button, new() { Name = "Give the role" }).ClickAsync();
        await ned.VisitAsync("/people", "people-by-hand");
        await ned.VisitAsync(link!, "link-ended");
    }

    private static async Task SignInAsync(IPage page, string email)
    {
        await page.GetByLabel("E-mail address", new() { Exact = true }).FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }
}
