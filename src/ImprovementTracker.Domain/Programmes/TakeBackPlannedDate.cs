using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A planned date was called off, entered wrongly or moved; where it was moved, the new day is planned by the same change.</summary>
public sealed class TakeBackPlannedDate(IDbContextFactory<TrackerContext> database)
{
    public static WhyTakenBack.Validator Rules => new("Say in one sentence why it does not take place on that day.");

    public sealed class Input : WhyTakenBack
    {
        public int DateId { get; set; }

        /// <summary>The day on which it takes place instead; null where it was called off or is wrong.</summary>
        public DateOnly? MovedTo { get; set; }
    }

    /// <summary>The id of the date that stands instead; of the one taken back where none does.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await Rules.ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var date = await db.PlannedDates.WithTakenBack().Include(date => date.Programme).SingleOrDefaultAsync(date => date.Id == input.DateId && date.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound(PlannedDateToTakeBack.Missing);
        date.TakeBack(input.Reason!.Trim(), scope.Change);
        var instead = date;
        if (input.MovedTo is { } day)
        {
            await PlanDate.RequireFreeAsync(db, header, date.Kind, day, date.Title, nameof(Input.MovedTo), cancel);
            instead = new PlannedDate(date.Programme, date.Kind, day, date.Title, date.IsIllustrative, scope.Change);
            db.PlannedDates.Add(instead);
        }
        await scope.CommitAsync(input.MovedTo is null
            ? $"took back what was planned for {Words.Date(date.On)} ({date.Kind.Label()}), because {date.EndReason}"
            : $"moved what was planned for {Words.Date(date.On)} ({date.Kind.Label()}) to {Words.Date(instead.On)}, because {date.EndReason}", () => instead.Id, cancel);
        return instead.Id;
    }
}
