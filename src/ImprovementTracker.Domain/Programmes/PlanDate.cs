using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Enters a day that the programme works towards: a review, or a meeting of a committee or the board.</summary>
public sealed class PlanDate(IDbContextFactory<TrackerContext> database)
{
    /// <summary>A day further ahead than this is a mistyped year.</summary>
    public const int MostYearsAhead = 5;

    public sealed class Input : ISentOnce
    {
        public string Programme { get; set; } = "";
        public PlannedKind? Kind { get; set; }
        public DateOnly? On { get; set; }

        /// <summary>Who meets or reviews.</summary>
        public string? Title { get; set; }

        public Guid Submission { get; set; } = Guid.NewGuid();

        public sealed class Validator : AbstractValidator<Input>
        {
            public Validator()
            {
                RuleFor(input => input.Kind).NotNull().WithMessage("Choose what takes place.").IsInEnum().WithMessage("Choose what takes place.");
                RuleFor(input => input.On).NotNull().WithMessage("Enter the day.");
                RuleFor(input => input.Title).NotEmpty().WithMessage("Enter who meets or reviews.")
                    .MaximumLength(PlannedDate.TitleLength).WithMessage($"Keep it to {PlannedDate.TitleLength} characters.");
            }
        }
    }

    /// <summary>The date's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new Input.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var title = input.Title!.Trim();
        await RequireFreeAsync(db, header, input.Kind!.Value, input.On!.Value, title, nameof(Input.On), cancel);
        var programme = await db.Programmes.SingleAsync(programme => programme.Id == header.Id, cancel);
        var date = new PlannedDate(programme, input.Kind.Value, input.On.Value, title, isIllustrative: false, scope.Change);
        db.PlannedDates.Add(date);
        await scope.CommitAsync($"planned {Words.Date(date.On)}: {date.Kind.Label()}, {date.Title}", () => date.Id, cancel);
        return date.Id;
    }

    /// <summary>A day within the programme's reach on which the same is not planned already.</summary>
    /// <param name="field">The input's property that holds the day.</param>
    internal static async Task RequireFreeAsync(TrackerContext db, ProgrammeHeader programme, PlannedKind kind, DateOnly on, string title, string field, CancellationToken cancel)
    {
        var last = Words.DayInEngland(db.Clock.GetUtcNow().UtcDateTime).AddYears(MostYearsAhead);
        if (on < programme.StartsOn || on > last)
            throw Refused.At(field, $"Enter a day from {Words.Date(programme.StartsOn)}, when the programme begins, to {Words.Date(last)}.");
        var planned = await db.PlannedDates.Where(date => date.ProgrammeId == programme.Id && date.Kind == kind && date.On == on).Select(date => date.Title).ToListAsync(cancel);
        if (planned.Exists(other => string.Equals(other, title, StringComparison.OrdinalIgnoreCase)))
            throw Refused.At(field, $"This is planned for {Words.Date(on)} already.");
    }
}
