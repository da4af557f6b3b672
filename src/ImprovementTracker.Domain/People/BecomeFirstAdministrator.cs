using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>Whoever holds the link that the program printed becomes the first administrator. The link is the permission, and works once.</summary>
public sealed class BecomeFirstAdministrator(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input
    {
        public string? Link { get; set; }
        public string? Name { get; set; }
        public string? Post { get; set; }
        public string? Email { get; set; }
        public string? Password { get; set; }

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Name).IsName();
                RuleFor(input => input.Post).IsPost();
                RuleFor(input => input.Email).IsEmail();
                RuleFor(input => input.Password).IsGoodPassword();
            }
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, null, cancel);
        if (!await db.IsFirstAdministratorsLinkAsync(input.Link, db.Clock.GetUtcNow().UtcDateTime, cancel) || await db.HasAdministratorAsync(cancel))
            throw new NotAllowed(SetPassword.LinkEnded);
        if (await db.FindByEmailAsync(input.Email!, cancel) is not null)
            throw Refused.At(nameof(Input.Email), "Somebody with this e-mail address is here already. Type another.");

        var person = Person.Called(input.Name!, input.Post ?? "", input.Email!);
        person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, input.Password!);
        db.Users.Add(person);
        db.Memberships.Add(new Membership(person, null, Role.Administrator, scope.Change));
        db.InstallationMarks.Remove(await db.InstallationMarks.SingleAsync(mark => mark.Name == InstallationMark.FirstAdministrator, cancel));
        await scope.CommitAsync($"became the first administrator: {person.Name}", cancel);
    }
}
