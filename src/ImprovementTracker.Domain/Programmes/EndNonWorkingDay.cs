using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Takes a bank holiday out that an administrator added; it counts as a working day again and stays in the record.</summary>
public sealed class EndNonWorkingDay(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public int Id { get; set; }
        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator() => RuleFor(input => input.Id).GreaterThan(0).WithMessage("Choose the day in the list of bank holidays.");
        }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, input, cancel);
        if (scope.Earlier is not null)
            return;
        var day = await db.NonWorkingDays.SingleOrDefaultAsync(day => day.Id == input.Id && day.EndedIn == null, cancel)
            ?? throw new NotFound("This day was taken out already, or never added. See the list of bank holidays.");
        day.End(scope.Change);
        await scope.CommitAsync($"took out an added bank holiday: {Words.Date(day.Day)}, {day.Name}", cancel);
    }
}
