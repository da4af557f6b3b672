using System.Net;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Tests.Operation;

namespace ImprovementTracker.Tests.People;

public sealed class SignInTests(TrackerHost host) : IClassFixture<TrackerHost>
{
    private const string Password = "four quiet green words";

    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_then_led_to_the_page_they_wanted()
    {
        var email = await host.AddPersonAsync("Ann Wanted", Password, isAdministrator: true);
        var browser = host.Browser();

        var refused = await browser.GetAsync("/people");
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        Assert.Equal("/sign-in?back=%2Fpeople", refused.LedTo());

        var signedIn = await browser.FillInAsync("/sign-in?back=%2Fpeople", ("Input.Email", email.ToUpperInvariant()), ("Input.Password", Password));
        Assert.Equal("/people", signedIn.LedTo());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people")).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("people")]
    public async Task A_link_cannot_lead_away_from_the_site_after_signing_in(string back)
    {
        var email = await host.AddPersonAsync($"Led {Guid.NewGuid():N}", Password);

        var answer = await host.Browser().SignInAsync(email, Password, back);

        Assert.Equal("/", answer.LedTo());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_in_the_same_words()
    {
        var email = await host.AddPersonAsync("Bea Known", Password);

        var wrong = await (await host.Browser().SignInAsync(email, "not the right words")).ProblemsAsync();
        var unknown = await (await host.Browser().SignInAsync("nobody@example.org", Password)).ProblemsAsync();

        Assert.Equal(["The e-mail address and the password do not belong together. Check both and try again."], wrong);
        Assert.Equal(wrong, unknown);
    }

    [Fact]
    public async Task An_empty_form_says_what_to_type()
    {
        var problems = await (await host.Browser().SignInAsync("", "")).ProblemsAsync();

        Assert.Equal(["Type your e-mail address.", "Type your password."], problems);
    }

    [Fact]
    public async Task After_five_wrong_attempts_the_right_password_does_not_open_the_account_either()
    {
        var email = await host.AddPersonAsync("Cid Locked", Password);
        var browser = host.Browser();
        for (var attempt = 1; attempt <= 4; attempt++)
            Assert.Contains("do not belong together", Assert.Single(await (await browser.SignInAsync(email, "a wrong password")).ProblemsAsync()), StringComparison.Ordinal);

        var fifth = Assert.Single(await (await browser.SignInAsync(email, "a wrong password")).ProblemsAsync());
        var right = Assert.Single(await (await browser.SignInAsync(email, Password)).ProblemsAsync());

        Assert.Contains("closed for 15 minutes", fifth, StringComparison.Ordinal);
        Assert.Equal(fifth, right);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var email = await host.AddPersonAsync("Dee Forged", Password);

        var answer = await host.Browser().PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(
            [KeyValuePair.Create("_handler", "sign-in"), KeyValuePair.Create("Input.Email", email), KeyValuePair.Create("Input.Password", Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("open for too long", (await answer.PageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("tracker=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in()
    {
        var browser = host.Browser();
        await browser.SignInAsync(await host.AddPersonAsync("Eve Leaving", Password, isAdministrator: true), Password);

        var answer = await browser.PressAsync("/people", "Sign out");
        Assert.Equal("/sign-in", answer.LedTo());

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task Whoever_has_left_is_signed_out_with_the_next_page()
    {
        var browser = host.Browser();
        await browser.SignInAsync(await host.AddPersonAsync("Fay Gone", Password, isAdministrator: true), Password);
        var page = await host.Get<PeopleList>().LoadAsync(Actor.System("test"), CancellationToken.None);

        await host.Get<ChangeAccess>().ExecuteAsync(Actor.System("test"), page.People.Single(person => person.Name == "Fay Gone").Id, maySignIn: false, CancellationToken.None);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/people")).StatusCode);
    }

    [Fact]
    public async Task The_demonstrations_click_signs_nobody_in_where_there_is_no_demonstration()
    {
        var page = await host.Browser().PageAsync("/sign-in");
        Assert.DoesNotContain(page.Forms, form => form.GetAttribute("action") == "/sign-in/demonstration");
        await host.AddPersonAsync("Gus Real", Password);
        var id = (await host.Get<PeopleList>().LoadAsync(Actor.System("test"), CancellationToken.None)).People.Single(person => person.Name == "Gus Real").Id;
        var browser = host.Browser();
        var token = (await browser.PageAsync("/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await browser.PostAsync(new Uri("/sign-in/demonstration", UriKind.Relative), new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("person", id.ToString(System.Globalization.CultureInfo.InvariantCulture))]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }
}
