using System.Net;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.People;

public sealed class FirstAdministratorTests
{
    private static readonly Actor Start = Actor.System("start");

    private static BecomeFirstAdministrator.Input Ann(OneTimeLink? link, string password = "four quiet green words") =>
        new() { Link = link?.Secret, Name = "Ann First", Post = "Head of performance", Email = "ann@example.org", Password = password };

    [Fact]
    public async Task The_printed_link_makes_the_first_administrator_who_then_signs_in_and_no_link_is_printed_again()
    {
        await using var host = new TrackerHost();
        var link = await host.Get<OfferFirstAdministrator>().ExecuteAsync(Start, CancellationToken.None);
        var browser = host.Browser();

        var answer = await browser.FillInAsync($"/set-password?link={link!.Secret}",
            ("First.Name", "Ann First"), ("First.Post", ""), ("First.Email", "ann@example.org"), ("First.Password", "four quiet green words"));
        Assert.Equal("/sign-in?set=1", answer.LedTo());
        await browser.SignInAsync("ann@example.org", "four quiet green words");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/people")).StatusCode);
        Assert.Null(await host.Get<OfferFirstAdministrator>().ExecuteAsync(Start, CancellationToken.None));
        Assert.Equal("This link no longer works", (await browser.PageAsync($"/set-password?link={link.Secret}")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_link_works_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var link = await new OfferFirstAdministrator(database).ExecuteAsync(Start, CancellationToken.None);
        await new BecomeFirstAdministrator(database).ExecuteAsync(Actor.Nobody, Ann(link), CancellationToken.None);

        await Assert.ThrowsAsync<NotAllowed>(() => new BecomeFirstAdministrator(database).ExecuteAsync(Actor.Nobody, Ann(link), CancellationToken.None));
    }

    [Fact]
    public async Task The_link_ends_after_a_day()
    {
        await using var database = await TestDatabase.CreateAsync();
        var link = await new OfferFirstAdministrator(database).ExecuteAsync(Start, CancellationToken.None);
        database.Clock.Utc += TimeSpan.FromHours(24);

        Assert.Null(await new WhoseLink(database).LoadAsync(Actor.Nobody, link!.Secret, CancellationToken.None));
        await Assert.ThrowsAsync<NotAllowed>(() => new BecomeFirstAdministrator(database).ExecuteAsync(Actor.Nobody, Ann(link), CancellationToken.None));
    }

    [Fact]
    public async Task Each_start_prints_a_new_link_and_ends_the_one_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        var before = await new OfferFirstAdministrator(database).ExecuteAsync(Start, CancellationToken.None);
        var now = await new OfferFirstAdministrator(database).ExecuteAsync(Start, CancellationToken.None);

        await Assert.ThrowsAsync<NotAllowed>(() => new BecomeFirstAdministrator(database).ExecuteAsync(Actor.Nobody, Ann(before), CancellationToken.None));
        await new BecomeFirstAdministrator(database).ExecuteAsync(Actor.Nobody, Ann(now), CancellationToken.None);
    }

    [Fact]
    public async Task The_database_keeps_no_link_that_could_be_used()
    {
        await using var database = await TestDatabase.CreateAsync();
        var link = await new OfferFirstAdministrator(database).ExecuteAsync(Start, CancellationToken.None);
        await using var db = database.CreateDbContext();

        Assert.DoesNotContain(link!.Secret, (await db.InstallationMarks.SingleAsync()).Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Choose a password.")]
    [InlineData("eleven char", "Choose a password of at least 12 characters.")]
    [InlineData("aaaaaaaaaaaabbbb", "Choose a password that is harder to guess: this one repeats a few characters.")]
    public async Task A_password_that_is_too_weak_is_refused_in_words(string password, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var link = await new OfferFirstAdministrator(database).ExecuteAsync(Start, CancellationToken.None);

        var error = await Assert.ThrowsAsync<FluentValidation.ValidationException>(
            () => new BecomeFirstAdministrator(database).ExecuteAsync(Actor.Nobody, Ann(link, password), CancellationToken.None));

        Assert.Equal(expected, Assert.Single(error.Errors).ErrorMessage);
    }

    [Fact]
    public async Task Nobody_but_the_program_itself_is_offered_the_link()
    {
        await using var database = await TestDatabase.CreateAsync();

        await Assert.ThrowsAsync<NotAllowed>(() => new OfferFirstAdministrator(database).ExecuteAsync(Actor.Nobody, CancellationToken.None));
    }
}
