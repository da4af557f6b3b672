using System.Security.Cryptography;
using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.People;

/// <summary>What a person wants with the address under which their calendar program reads the dates ahead.</summary>
public enum CalendarWish { New, None }

/// <summary>
/// Makes, renews or ends the address under which the person's own calendar program reads the dates ahead without signing
/// in. It holds for all programmes of that person; the one before reads nothing any more.
/// </summary>
public sealed class ChangeCalendarAddress(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public CalendarWish? Wish { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Wish).NotNull().WithMessage("Choose a new address or none.").IsInEnum().WithMessage("Choose a new address or none.");
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await db.EnterAsync(actor, input.Programme, Permission.ReadPublished, cancel);
        // The address is the person's, not the programme's: it is no part of the programme's history.
        await using var scope = await db.StartChangeAsync(actor, null, input, cancel);
        if (scope.Earlier is not null)
            return;

        var person = actor.PersonId is { } id ? await db.GetPersonAsync(id, cancel) : throw new BrokenRule("Only a person has a calendar.");
        if (!person.IsActive)
            throw new NotAllowed("This account is closed.");
        var had = person.CalendarKey is not null;
        person.ReadCalendarAt(input.Wish == CalendarWish.New ? new Guid(RandomNumberGenerator.GetBytes(16)) : null);
        // Never with the address itself: whoever reads the history must not read the calendar by it.
        await scope.CommitAsync(input.Wish == CalendarWish.None ? "ended the address of their own calendar" : had ? "renewed the address of their own calendar" : "made an address for their own calendar", cancel);
    }
}
