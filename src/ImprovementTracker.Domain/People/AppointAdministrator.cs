using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>
/// Whoever holds the machine makes somebody administrator, new or known, and gets the link with which that person sets a
/// password: for the first day, and for the day on which everybody is locked out.
/// </summary>
public sealed class AppointAdministrator(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input
    {
        public string? Name { get; set; }
        public string? Email { get; set; }

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Name).IsName();
                RuleFor(input => input.Email).IsEmail();
            }
        }
    }

    public async Task<OneTimeLink> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        if (!actor.IsSystem)
            throw new NotAllowed(Permissions.Refusal(Permission.Administer));
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, null, cancel);
        var person = await db.FindByEmailAsync(input.Email!, cancel);
        if (person is null)
        {
            db.Users.Add(person = Person.Called(input.Name!, "", input.Email!));
            await db.SaveChangesAsync(cancel);
        }
        if (!person.IsActive)
            throw new BrokenRule($"The account of {person.Name} is closed. Choose another person.");
        if (!person.Memberships.Any(membership => membership is { Role: Role.Administrator, EndedIn: null }))
            db.Memberships.Add(new Membership(person, null, Role.Administrator, scope.Change));
        var link = await db.GiveLinkAsync(person, db.Clock.GetUtcNow().UtcDateTime, cancel);
        await scope.CommitAsync($"made {person.Name} administrator", cancel);
        return link;
    }
}
