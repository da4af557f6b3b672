using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>Adds a person, and gives the link with which that person sets a password.</summary>
public sealed class InvitePerson(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string? Name { get; set; }
        public string? Post { get; set; }
        public string? Email { get; set; }

        /// <summary>Marks this filling-in of the form; the same one sent twice acts once.</summary>
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Name).IsName();
                RuleFor(input => input.Post).IsPost();
                RuleFor(input => input.Email).IsEmail();
            }
        }
    }

    /// <summary>The link, which is not kept and cannot be shown again; null when the same form is sent a second time.</summary>
    public async Task<OneTimeLink?> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, input, cancel);
        if (scope.Earlier is not null)
            return null;
        if (await db.FindByEmailAsync(input.Email!, cancel) is { } known)
            throw Refused.At(nameof(Input.Email), $"{known.Name} has this e-mail address. Give that person a role, or a new link.");

        var person = Person.Called(input.Name!, input.Post ?? "", input.Email!);
        db.Users.Add(person);
        await db.SaveChangesAsync(cancel);
        var link = await db.GiveLinkAsync(person, db.Clock.GetUtcNow().UtcDateTime, cancel);
        await scope.CommitAsync($"added {person.Name}", cancel);
        return link;
    }
}
