using System.Net;
using AngleSharp.Dom;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.People;

public sealed class PeoplePageTests(TrackerHost host) : IClassFixture<TrackerHost>
{
    private const string Password = "four quiet green words";

    private async Task<HttpClient> AdministratorAsync()
    {
        var browser = host.Browser();
        await browser.SignInAsync(await host.AddPersonAsync($"Keeper {Guid.NewGuid():N}", Password, isAdministrator: true), Password);
        return browser;
    }

    private async Task<int> NumberOfAsync(string name) =>
        (await host.Get<PeopleList>().LoadAsync(Actor.System("test"), CancellationToken.None)).People.Single(person => person.Name == name).Id;

    [Fact]
    public async Task A_person_who_is_added_gets_a_link_that_is_shown_once_and_sets_a_password_with_it()
    {
        var keeper = await AdministratorAsync();

        var added = await keeper.FillInAsync("/people/new", ("Input.Name", "Ned New"), ("Input.Post", "Partner, health"), ("Input.Email", "ned.new@example.org"));
        var link = (await added.PageAsync()).QuerySelector("code")!.TextContent;
        var ned = host.Browser();
        var set = await ned.FillInAsync(new Uri(link).PathAndQuery, ("Input.Password", Password));

        Assert.Equal("/sign-in?set=1", set.LedTo());
        Assert.Equal("/", (await ned.SignInAsync("ned.new@example.org", Password)).LedTo());
        Assert.Contains("no longer works", (await ned.PageAsync(new Uri(link).PathAndQuery)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(link, (await (await keeper.GetAsync($"/people/{await NumberOfAsync("Ned New")}")).PageAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_address_is_not_given_to_two_people()
    {
        var keeper = await AdministratorAsync();
        await host.AddPersonAsync("Olga Once", Password);

        var answer = await keeper.FillInAsync("/people/new", ("Input.Name", "Olga Twice"), ("Input.Email", "OLGA.ONCE@example.org"));

        Assert.Equal(["Olga Once has this e-mail address. Give that person a role, or a new link."], await answer.ProblemsAsync());
    }

    [Fact]
    public async Task A_role_is_given_and_taken_and_holds_from_the_next_page_on()
    {
        var keeper = await AdministratorAsync();
        var browser = host.Browser();
        await browser.SignInAsync(await host.AddPersonAsync("Pia Risen", Password), Password);
        var page = $"/people/{await NumberOfAsync("Pia Risen")}";
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/people")).StatusCode);

        await keeper.FillInAsync(page, ("Granted.Role", nameof(Role.Administrator)));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people")).StatusCode);

        await keeper.PressAsync(page, "Take the role Administrator");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task A_role_in_a_programme_needs_the_programme()
    {
        var keeper = await AdministratorAsync();
        await host.AddPersonAsync("Quin Vague", Password);

        var answer = await keeper.FillInAsync($"/people/{await NumberOfAsync("Quin Vague")}", ("Granted.Role", nameof(Role.Reader)));

        Assert.Equal(["Choose the programme in which the role is held."], await answer.ProblemsAsync());
    }

    [Fact]
    public async Task A_closed_account_does_not_sign_in_until_it_is_opened_again()
    {
        var keeper = await AdministratorAsync();
        var email = await host.AddPersonAsync("Rob Absent", Password);
        var page = $"/people/{await NumberOfAsync("Rob Absent")}";

        await keeper.PressAsync(page, "Close the account");
        Assert.Single(await (await host.Browser().SignInAsync(email, Password)).ProblemsAsync());

        await keeper.PressAsync(page, "Open the account again");
        Assert.Equal("/", (await host.Browser().SignInAsync(email, Password)).LedTo());
    }

    [Fact]
    public async Task Nobody_but_an_administrator_adds_people_or_changes_them()
    {
        var browser = host.Browser();
        await browser.SignInAsync(await host.AddPersonAsync("Sue Ordinary", Password), Password);

        foreach (var address in new[] { "/working-days", "/working-days/new", "/people", "/people/new", $"/people/{await NumberOfAsync("Sue Ordinary")}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(address)).StatusCode);
    }
}
