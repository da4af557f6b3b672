using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>A form about one action of the plan.</summary>
public interface IAboutAction : ISentOnce
{
    string Programme { get; }

    /// <summary>The action's reference: A7.</summary>
    string Action { get; }
}

/// <summary>An action as those who change it find it.</summary>
internal static class ActionInDatabase
{
    /// <summary>The action opened for a change, inside the transaction of that change; the caller checks what its roles allow with this very action, then whether the form was sent before.</summary>
    public sealed record Opened(ProgrammeHeader Programme, ChangeScope Scope, PriorityAction Action) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Scope.DisposeAsync();
    }

    /// <param name="least">What the person must be able to do with some action at least; whoever cannot learns nothing of this one.</param>
    /// <exception cref="NotFound">There is none of that reference.</exception>
    public static async Task<Opened> OpenActionAsync(this TrackerContext db, Actor actor, IAboutAction form, Permission least, CancellationToken cancel)
    {
        var programme = await db.FindAsync(actor, form.Programme, cancel);
        actor.Require(least, programme.Id, isTheirs: true);
        var scope = await db.StartChangeAsync(actor, programme.Id, form, cancel);
        try
        {
            return new(programme, scope, await db.FindActionAsync(programme.Id, form.Action, cancel));
        }
        catch
        {
            await scope.DisposeAsync();
            throw;
        }
    }

    /// <summary>With whom it is led by and who is accountable.</summary>
    /// <exception cref="NotFound">There is none of that reference.</exception>
    public static async Task<PriorityAction> FindActionAsync(this TrackerContext db, int programmeId, string? reference, CancellationToken cancel) =>
        await db.PriorityActions.Include(action => action.Lead).Include(action => action.Accountable)
            .SingleOrDefaultAsync(action => action.ProgrammeId == programmeId && action.Reference == reference, cancel)
        ?? throw new NotFound("There is no such action in this programme. Choose one from the list of actions.");

    /// <summary>Whether the person leads the action or is accountable for it.</summary>
    public static bool IsOf(this PriorityAction action, Actor actor) =>
        actor.PersonId is { } person && (action.LeadId == person || action.AccountableId == person);

    /// <summary>Whether the person has a part in what was done, as <see cref="ActionDoers"/> says it.</summary>
    public static async Task<bool> WasDoneByAsync(this TrackerContext db, int actionId, Actor actor, CancellationToken cancel) =>
        actor.PersonId is { } person && ActionDoers.Include(person, await db.ActionUpdates.AsNoTracking()
            .Where(update => update.ActionId == actionId)
            .Join(db.Changes, update => update.RecordedIn, change => change.Sequence, (update, change) => new ActionDoers.Entry(change.Sequence, update.LeadId, update.AccountableId, update.Move, change.PersonId))
            .ToListAsync(cancel));

    /// <exception cref="BrokenRule">Somebody has saved it since the person opened it.</exception>
    public static void RequireSeen(this PriorityAction action, int version)
    {
        if (action.Version != version)
            throw new BrokenRule($"Somebody changed action {action.Reference} while you were writing, so nothing was saved. Read the latest entry of its history, then save again if your words still hold.");
    }
}
