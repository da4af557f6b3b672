using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Takes back an entry of the timeline that was entered wrongly. It leaves the timeline and every report, and stays in the record with the reason.</summary>
public sealed class TakeBackEntry(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : WhyTakenBack
    {
        public int EntryId { get; set; }
    }

    /// <summary>The entry's id.</summary>
    public async Task<int> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new WhyTakenBack.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.EarlierNumber is { } earlier)
            return earlier;

        var entry = await db.TimelineEntries.WithTakenBack().SingleOrDefaultAsync(entry => entry.Id == input.EntryId && entry.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound(EntryToTakeBack.Missing);
        entry.TakeBack(input.Reason!.Trim(), scope.Change);
        // Without its sentence: that is what should not be read any more.
        await scope.CommitAsync($"took an entry of the timeline back, {entry.On}, because {entry.EndReason}", () => entry.Id, cancel);
        return entry.Id;
    }
}
