using FluentValidation;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.People;

public sealed class RolesOfPeopleTests : IAsyncLifetime
{
    private static readonly Actor Verb = Actor.System("test");
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private async Task<ListedPerson> PersonAsync(string name) =>
        (await new PeopleList(_database).LoadAsync(Verb, CancellationToken.None)).People.Single(person => person.Name == name);

    private Task<OneTimeLink> AppointAsync(string name) =>
        new AppointAdministrator(_database).ExecuteAsync(Verb, new() { Name = name, Email = $"{name}@example.org" }, CancellationToken.None);

    private Task SetAsync(OneTimeLink link) =>
        new SetPassword(_database).ExecuteAsync(Actor.Nobody, new() { Link = link.Secret, Password = "four quiet green words" }, CancellationToken.None);

    [Fact]
    public async Task The_last_administrator_cannot_be_taken_away()
    {
        await AppointAsync("Ann");
        var only = (await PersonAsync("Ann")).Roles.Single().MembershipId;

        var error = await Assert.ThrowsAsync<BrokenRule>(() => new RevokeRole(_database).ExecuteAsync(Verb, only, CancellationToken.None));
        Assert.Equal("The installation needs an administrator. Make another person administrator first.", error.Message);

        await AppointAsync("Bea");
        await new RevokeRole(_database).ExecuteAsync(Verb, only, CancellationToken.None);
        Assert.Empty((await PersonAsync("Ann")).Roles);
    }

    [Fact]
    public async Task Administrators_do_not_close_their_own_account()
    {
        await AppointAsync("Ann");
        var ann = await PersonAsync("Ann");
        var asAnn = Actor.Of(ann.Id, ann.Name, [new ActorRole(null, Role.Administrator)]);

        await Assert.ThrowsAsync<BrokenRule>(() => new ChangeAccess(_database).ExecuteAsync(asAnn, ann.Id, maySignIn: false, CancellationToken.None));
        Assert.True((await PersonAsync("Ann")).IsActive);
    }

    [Fact]
    public async Task A_role_given_twice_is_held_once()
    {
        var programme = await TestProgramme.CreateAsync(_database);
        var input = new GrantRole.Input { PersonId = programme[Role.Reader].Id, Role = Role.BoardMember, ProgrammeId = programme.Programme.Id };

        await new GrantRole(_database).ExecuteAsync(Verb, input, CancellationToken.None);
        await new GrantRole(_database).ExecuteAsync(Verb, input, CancellationToken.None);

        Assert.Equal([Role.BoardMember, Role.Reader], (await PersonAsync("The reader")).Roles.Select(role => role.Role));
    }

    [Fact]
    public async Task Taking_a_role_keeps_that_it_was_held()
    {
        var programme = await TestProgramme.CreateAsync(_database);
        await new RevokeRole(_database).ExecuteAsync(Verb, (await PersonAsync("The reader")).Roles.Single().MembershipId, CancellationToken.None);

        await using var db = _database.CreateDbContext();
        var held = await db.Memberships.SingleAsync(membership => membership.PersonId == programme[Role.Reader].Id);
        Assert.True(held.EndedIn > held.AddedIn);
    }

    [Fact]
    public async Task A_new_link_ends_the_one_before()
    {
        var before = await AppointAsync("Ann");
        var now = await AppointAsync("Ann");

        await Assert.ThrowsAsync<NotAllowed>(() => SetAsync(before));
        await SetAsync(now);
        Assert.True((await PersonAsync("Ann")).HasPassword);
        Assert.Equal(Role.Administrator, Assert.Single((await PersonAsync("Ann")).Roles).Role);
    }

    [Fact]
    public async Task A_link_ends_after_a_day_and_after_it_was_used()
    {
        var old = await AppointAsync("Ann");
        _database.Clock.Utc += TimeSpan.FromHours(24);
        await Assert.ThrowsAsync<NotAllowed>(() => SetAsync(old));

        var used = await AppointAsync("Ann");
        await SetAsync(used);
        await Assert.ThrowsAsync<NotAllowed>(() => SetAsync(used));
    }

    [Fact]
    public async Task The_form_sent_twice_adds_one_person()
    {
        var input = new InvitePerson.Input { Name = "Ned", Email = "ned@example.org" };

        Assert.NotNull(await new InvitePerson(_database).ExecuteAsync(Verb, input, CancellationToken.None));
        Assert.Null(await new InvitePerson(_database).ExecuteAsync(Verb, input, CancellationToken.None));
        Assert.Single((await new PeopleList(_database).LoadAsync(Verb, CancellationToken.None)).People);
    }

    [Fact]
    public async Task A_person_without_name_or_with_half_an_address_is_refused()
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => new InvitePerson(_database).ExecuteAsync(Verb, new() { Name = " ", Email = "ned" }, CancellationToken.None));

        Assert.Equal(["Type the person's name.", "Type the e-mail address in full: name@council.gov.uk."], error.Errors.Select(one => one.ErrorMessage));
    }

    [Fact]
    public async Task No_role_but_the_administrators_changes_people()
    {
        var programme = await TestProgramme.CreateAsync(_database);
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Administrator))
        {
            var actor = programme.As(role);
            await Assert.ThrowsAsync<NotAllowed>(() => new PeopleList(_database).LoadAsync(actor, CancellationToken.None));
            await Assert.ThrowsAsync<NotAllowed>(() => new InvitePerson(_database).ExecuteAsync(actor, new() { Name = "Ned", Email = "ned@example.org" }, CancellationToken.None));
            await Assert.ThrowsAsync<NotAllowed>(() => new GiveLink(_database).ExecuteAsync(actor, actor.PersonId!.Value, CancellationToken.None));
            await Assert.ThrowsAsync<NotAllowed>(() => new GrantRole(_database).ExecuteAsync(actor, new() { PersonId = actor.PersonId!.Value, Role = Role.Administrator }, CancellationToken.None));
            await Assert.ThrowsAsync<NotAllowed>(() => new RevokeRole(_database).ExecuteAsync(actor, 1, CancellationToken.None));
            await Assert.ThrowsAsync<NotAllowed>(() => new ChangeAccess(_database).ExecuteAsync(actor, actor.PersonId!.Value, maySignIn: false, CancellationToken.None));
            await Assert.ThrowsAsync<NotAllowed>(() => new AppointAdministrator(_database).ExecuteAsync(actor, new() { Name = "Ned", Email = "ned@example.org" }, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Not_even_an_administrator_appoints_one_as_the_command_line_does()
    {
        var programme = await TestProgramme.CreateAsync(_database);

        await Assert.ThrowsAsync<NotAllowed>(() => new AppointAdministrator(_database).ExecuteAsync(programme.As(Role.Administrator), new() { Name = "Ned", Email = "ned@example.org" }, CancellationToken.None));
    }
}
