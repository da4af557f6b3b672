using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

public class CreateProgrammeTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static CreateProgramme.Input Nottinghamshire(int? manager = null) => new()
    {
        Authority = "Nottinghamshire County Council",
        Name = "improvement notice, June 2010",
        Intervention = InterventionKind.ImprovementNotice,
        IntervenedOn = "June 2010",
        StartsOn = new DateOnly(2010, 6, 1),
        ManagerId = manager,
        Areas = "Mansfield\nAshfield\n\n mansfield \nNottinghamshire",
        Themes = "Contact and referral\nAssessment",
    };

    private static async Task<Programme> FindAsync(TestDatabase database, string slug)
    {
        await using var db = database.CreateDbContext();
        return await db.Programmes.Include(programme => programme.Areas).ThenInclude(area => area.Parent).Include(programme => programme.Themes).Include(programme => programme.Statuses)
            .SingleAsync(programme => programme.Slug == slug);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_administrator_starts_a_programme_and_the_person_named_manages_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var other = await TestProgramme.CreateAsync(database);

        var slug = await new CreateProgramme(database).ExecuteAsync(other.As(Role.Administrator), Nottinghamshire(other[Role.BoardMember].Id), Never);

        Assert.Equal("nottinghamshire-2010", slug);
        var programme = await FindAsync(database, slug);
        Assert.Equal((InterventionKind.ImprovementNotice, KnownDate.In(2010, 6), new DateOnly(2010, 6, 1)), (programme.Intervention, programme.IntervenedOn!.Value, programme.StartsOn));
        Assert.Equal([("Contact and referral", 1), ("Assessment", 2)], programme.Themes.OrderBy(theme => theme.Order).Select(theme => (theme.Name, theme.Order)));
        var status = Assert.Single(programme.Statuses);
        Assert.Equal((LifecycleState.Issued, KnownDate.In(2010, 6), "The improvement notice was issued."), (status.State, status.Since, status.Reason));
        await using var db = database.CreateDbContext();
        var membership = await db.Memberships.SingleAsync(membership => membership.ProgrammeId == programme.Id);
        Assert.Equal((other[Role.BoardMember].Id, Role.ProgrammeManager), (membership.PersonId, membership.Role));
        var change = await db.Changes.SingleAsync(change => change.Sequence == membership.AddedIn);
        Assert.Equal((programme.Id, "started the programme Nottinghamshire County Council: improvement notice, June 2010, managed by The board member"), (change.ProgrammeId, change.What));
    }

    [Fact]
    public async Task Its_areas_are_parts_of_the_whole_authority_and_exist_long_enough_for_a_baseline()
    {
        await using var database = await TestDatabase.CreateAsync();
        var other = await TestProgramme.CreateAsync(database);

        var programme = await FindAsync(database, await new CreateProgramme(database).ExecuteAsync(other.As(Role.ProgrammeManager), Nottinghamshire(), Never));

        Assert.Equal(
            [("Ashfield", AreaKind.Locality, "Nottinghamshire"), ("Mansfield", AreaKind.Locality, "Nottinghamshire"), ("Nottinghamshire", AreaKind.Authority, null)],
            programme.Areas.OrderBy(area => area.Name).Select(area => (area.Name, area.Kind, area.Parent?.Name)));
        Assert.All(programme.Areas, area => Assert.Equal((new DateOnly(2000, 6, 1), (DateOnly?)null), (area.From, area.To)));
    }

    [Fact]
    public async Task Somebody_who_manages_a_programme_already_manages_the_new_one_too_whoever_the_form_names()
    {
        await using var database = await TestDatabase.CreateAsync();
        var other = await TestProgramme.CreateAsync(database);

        var programme = await FindAsync(database, await new CreateProgramme(database).ExecuteAsync(other.As(Role.ProgrammeManager), Nottinghamshire(other[Role.Reader].Id), Never));

        await using var db = database.CreateDbContext();
        Assert.Equal(other[Role.ProgrammeManager].Id, (await db.Memberships.SingleAsync(membership => membership.ProgrammeId == programme.Id)).PersonId);
    }

    [Fact]
    public async Task An_administrator_must_say_who_manages_it_and_that_person_must_still_be_here()
    {
        await using var database = await TestDatabase.CreateAsync();
        var other = await TestProgramme.CreateAsync(database);
        var administrator = other.As(Role.Administrator);
        await other.ChangeAsync((db, _) => db.Users.Single(person => person.Id == other[Role.Reader].Id).Leave());

        var nobody = await Assert.ThrowsAsync<ValidationException>(() => new CreateProgramme(database).ExecuteAsync(administrator, Nottinghamshire(), Never));
        var left = await Assert.ThrowsAsync<ValidationException>(() => new CreateProgramme(database).ExecuteAsync(administrator, Nottinghamshire(other[Role.Reader].Id), Never));

        Assert.Equal((nameof(CreateProgramme.Input.ManagerId), "Choose who manages the programme."), (nobody.Errors.Single().PropertyName, nobody.Errors.Single().ErrorMessage));
        Assert.Equal("That person can no longer sign in. Choose somebody else.", left.Errors.Single().ErrorMessage);
        await using var db = database.CreateDbContext();
        Assert.Equal(TestProgramme.Slug, (await db.Programmes.SingleAsync()).Slug);
    }

    [Fact]
    public async Task Two_programmes_of_one_place_and_year_have_two_addresses_and_one_that_is_typed_is_never_changed_silently()
    {
        await using var database = await TestDatabase.CreateAsync();
        var manager = (await TestProgramme.CreateAsync(database)).As(Role.ProgrammeManager);
        var create = new CreateProgramme(database);
        var typed = Nottinghamshire();
        typed.Slug = "nottinghamshire-2010";

        Assert.Equal("nottinghamshire-2010", await create.ExecuteAsync(manager, Nottinghamshire(), Never));
        Assert.Equal("nottinghamshire-2010-2", await create.ExecuteAsync(manager, Nottinghamshire(), Never));
        var error = await Assert.ThrowsAsync<ValidationException>(() => create.ExecuteAsync(manager, typed, Never));

        Assert.Equal((nameof(CreateProgramme.Input.Slug), "Another programme has this address already. Take nottinghamshire-2010-3, or leave it empty."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
    }

    [Fact]
    public async Task The_form_sent_twice_starts_one_programme()
    {
        await using var database = await TestDatabase.CreateAsync();
        var manager = (await TestProgramme.CreateAsync(database)).As(Role.ProgrammeManager);
        var input = Nottinghamshire();

        var first = await new CreateProgramme(database).ExecuteAsync(manager, input, Never);
        var second = await new CreateProgramme(database).ExecuteAsync(manager, input, Never);

        Assert.Equal(first, second);
        await using var db = database.CreateDbContext();
        Assert.Equal(2, await db.Programmes.CountAsync());
    }

    [Fact]
    public async Task A_programme_without_a_notice_is_being_prepared_from_its_first_day()
    {
        await using var database = await TestDatabase.CreateAsync();
        var input = Nottinghamshire();
        (input.Intervention, input.IntervenedOn) = (InterventionKind.None, "June 2010");

        var programme = await FindAsync(database, await new CreateProgramme(database).ExecuteAsync((await TestProgramme.CreateAsync(database)).As(Role.ProgrammeManager), input, Never));

        var status = Assert.Single(programme.Statuses);
        Assert.Equal((LifecycleState.Preparing, KnownDate.On(2010, 6, 1)), (status.State, status.Since));
        Assert.Null(programme.IntervenedOn);
    }

    [Fact]
    public async Task An_empty_form_says_at_each_field_what_to_do()
    {
        await using var database = await TestDatabase.CreateAsync();
        var manager = (await TestProgramme.CreateAsync(database)).As(Role.ProgrammeManager);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new CreateProgramme(database).ExecuteAsync(manager, new() { Slug = "Not this", Intervention = null }, Never));

        Assert.Equal(["Authority", "Name", "Slug", "Intervention", "StartsOn"], error.Errors.Select(failure => failure.PropertyName));
        Assert.Contains("Use small letters, digits and hyphens, such as nottinghamshire-2010.", error.Errors.Select(failure => failure.ErrorMessage));
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.PerformanceOfficer)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(null)]
    public async Task No_other_role_starts_a_programme_and_the_refusal_says_who_does(Role? role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var other = await TestProgramme.CreateAsync(database);
        var actor = role is { } held ? other.As(held) : Actor.Nobody;

        var refused = await Assert.ThrowsAsync<NotAllowed>(() => new CreateProgramme(database).ExecuteAsync(actor, Nottinghamshire(), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new ProgrammeToStart(database).LoadAsync(actor, Never));

        Assert.Equal("Only an administrator, or somebody who manages a programme already, starts a new one. Ask one of them to do it.", refused.Message);
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Programmes.CountAsync());
    }

    [Fact]
    public async Task Only_an_administrator_is_shown_whom_to_name()
    {
        await using var database = await TestDatabase.CreateAsync();
        var other = await TestProgramme.CreateAsync(database);

        Assert.Equal(7, (await new ProgrammeToStart(database).LoadAsync(other.As(Role.Administrator), Never)).Candidates.Count);
        Assert.Empty((await new ProgrammeToStart(database).LoadAsync(other.As(Role.ProgrammeManager), Never)).Candidates);
    }
}
