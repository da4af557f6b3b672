using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// Takes back a state of the programme that was entered wrongly: lifted, where it was submitted to lift. It stays in the
/// record with the reason; the programme stands where it stood before. What could not follow without it is taken back first.
/// </summary>
public sealed class TakeBackMove(IDbContextFactory<TrackerContext> database)
{
    public sealed class Input : WhyTakenBack
    {
        public int StatusId { get; set; }
    }

    public async Task ExecuteAsync(Actor actor, Input input, CancellationToken cancel)
    {
        await new WhyTakenBack.Validator().ValidateAndThrowAsync(input, cancel);
        await using var db = await database.CreateDbContextAsync(cancel);
        var header = await db.EnterAsync(actor, input.Programme, Permission.EnterPlan, cancel);
        await using var scope = await db.StartChangeAsync(actor, header.Id, input, cancel);
        if (scope.Earlier is not null)
            return;

        var programme = await db.Programmes.Include(programme => programme.Statuses).SingleAsync(programme => programme.Id == header.Id, cancel);
        var status = await db.ProgrammeStatuses.WithTakenBack().SingleOrDefaultAsync(status => status.Id == input.StatusId && status.ProgrammeId == header.Id, cancel)
            ?? throw new NotFound("There is no such state of this programme. Choose one from the notice's page.");
        // What was issued is known from that entry alone: the record keeps it, though the programme answers it no more.
        var issued = status.State == LifecycleState.Issued ? Issued(programme) : "";
        programme.TakeBack(status, input.Reason!.Trim(), scope.Change);
        await scope.CommitAsync($"took back that the programme was {status.State.Label().ToLowerInvariant()}, {status.Since}{issued}, because {status.EndReason}", cancel);
    }

    private static string Issued(Programme programme) => $" ({programme.Intervention.Label().ToLowerInvariant()}{(programme.LegalBasis is null ? "" : $", {programme.LegalBasis}")})";
}
