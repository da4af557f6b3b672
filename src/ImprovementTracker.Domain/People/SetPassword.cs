using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>A person who was sent a one-time link sets a password with it. The link is the permission, and works once.</summary>
public sealed class SetPassword(IDbContextFactory<TrackerContext> database)
{
    public const string LinkEnded = "This link has been used or is older than a day. Ask an administrator for a new one.";

    public sealed class Input
    {
        public string? Link { get; set; }
        public string? Password { get; set; }

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Password).IsGoodPassword();
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, null, cancel);
        var personId = await db.FindLinkAsync(input.Link, db.Clock.GetUtcNow().UtcDateTime, cancel) ?? throw new NotAllowed(LinkEnded);
        var person = await db.GetPersonAsync(personId, cancel);
        if (!person.IsActive)
            throw new NotAllowed(LinkEnded);

        person.PasswordHash = new PasswordHasher<Person>().HashPassword(person, input.Password!);
        // Whoever is signed in with the old password is asked for the new one.
        person.SecurityStamp = Guid.NewGuid().ToString("N");
        person.AccessFailedCount = 0;
        person.LockoutEnd = null;
        await db.TakeLinksAsync(person.Id, cancel);
        await scope.CommitAsync($"set a password: {person.Name}", cancel);
    }
}
