using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Takes back a definition that was given to a measure by mistake: it means again what it meant before, and its months are one
/// series again. Only the latest is taken back; its words stay in the record with the reason.
/// </summary>
public sealed class TakeBackDefinition(IDbContextFactory<TrackerContext> database)
{
    public const string NothingToTakeBack = "This measure has had one definition only. There is nothing to take back.";

    public sealed class Input : WhyTakenBack
    {
        public string Measure { get; set; } = "";

        /// <summary>The first month of the definition that the person saw and takes back: 2011-04.</summary>
        public string? From { get; set; }
    }

    /// <summary>The month from which the definition held that is taken back.</summary>
    public async Task<Month> ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new WhyTakenBack.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, input.Programme, Permission.RecordValues, cancel);
        await using var scope = await db.StartChangeAsync(actor, programme.Id, input, cancel);
        if (scope.Earlier is { Outcome: { } month })
            return Month.Parse(month);

        var measure = await db.Measures.Include(measure => measure.EarlierDefinitions)
            .SingleOrDefaultAsync(measure => measure.ProgrammeId == programme.Id && measure.Code == input.Measure, cancel) ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var latest = measure.EarlierDefinitions.MaxBy(earlier => earlier.Until) ?? throw new BrokenRule(NothingToTakeBack);
        var from = latest.Until.AddMonths(1);
        if (!Month.TryParse(input.From, out var seen) || seen != from)
            throw new BrokenRule($"Somebody has changed the definitions since you opened this page: the latest holds from {from} on. Load the page again.");
        measure.TakeBack(latest, input.Reason!.Trim(), scope.Change);
        await scope.CommitAsync($"took back the definition of {measure.Name} from {from} on, because {latest.EndReason}", cancel, () => from.ToIso());
        return from;
    }
}
