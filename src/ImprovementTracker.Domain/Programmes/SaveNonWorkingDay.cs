using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Adds a bank holiday that was announced after this program was made; every clock counts without it from then on. A wrong one is taken out and added anew.</summary>
public sealed class SaveNonWorkingDay(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : ISentOnce
    {
        public DateOnly? Day { get; set; }

        /// <summary>What the day is kept for.</summary>
        public string? Name { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Day).Cascade(CascadeMode.Stop)
                    .NotNull().WithMessage("Enter the day.")
                    .Must(day => day!.Value.Year is >= EnglishHolidays.FirstYear and <= EnglishHolidays.LastYear)
                    .WithMessage($"Enter a day from {EnglishHolidays.FirstYear} to {EnglishHolidays.LastYear}.")
                    .Must(day => day!.Value.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                    .WithMessage("This day is on a weekend, which never counts. Enter the weekday on which the holiday is kept.")
                    .Must(day => !EnglishHolidays.Has(day!.Value))
                    .WithMessage(input => $"{Words.Date(input.Day!.Value)} is a bank holiday already: {EnglishHolidays.NameOf(input.Day!.Value)}.");
                RuleFor(input => input.Name).NotEmpty().WithMessage("Type what the day is kept for, such as State funeral.")
                    .MaximumLength(NonWorkingDay.NameLength).WithMessage($"Keep the name to {NonWorkingDay.NameLength} characters.");
            }
        }
    }

    /// <returns>The added day's id.</returns>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        actor.Require(Permission.Administer, null);
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var scope = await db.StartChangeAsync(actor, null, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;
        var day = input.Day!.Value;
        if (await db.NonWorkingDays.Where(one => one.Day == day && one.EndedIn == null).Select(one => one.Name).FirstOrDefaultAsync(cancel) is { } known)
            throw Refused.At(nameof(Input.Day), $"{Words.Date(day)} is added already: {known}. Take it out first if it has another name.");
        var added = new NonWorkingDay(day, input.Name!.Trim(), scope.Change);
        db.NonWorkingDays.Add(added);
        await scope.CommitAsync($"added a bank holiday: {Words.Date(day)}, {added.Name}", () => added.Id, cancel);
        return added.Id;
    }
}
