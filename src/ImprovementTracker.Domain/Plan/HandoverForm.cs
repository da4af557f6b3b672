using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>What the form needs that hands a person's open actions over: who has any, which those are, and who may take them. Four statements.</summary>
public sealed class HandoverForm(IDbContextFactory<TrackerContext> database)
{
    /// <param name="MayChoose">Whether the person may hand over anybody's actions, not only their own.</param>
    /// <param name="Holders">Who has open actions, with or without a role by now; for a service director only themselves.</param>
    /// <param name="From">Who hands over; null while nobody is chosen, or where that person has no open action.</param>
    /// <param name="Actions">The first of that person's open actions, up to <see cref="HandOverActions.MostActions"/>.</param>
    /// <param name="Takers">Who has a role in the programme.</param>
    public sealed record Opened(ProgrammeHeader Programme, bool MayChoose, IReadOnlyList<Holder> Holders, Holder? From, HandOverActions.Input Input, IReadOnlyList<Line> Actions, IReadOnlyList<Taker> Takers)
    {
        /// <summary>How many open actions stay with the person until these are handed over.</summary>
        public int Further => (From?.Open ?? 0) - Actions.Count;
    }

    /// <param name="Open">How many open actions the person leads or is accountable for.</param>
    public sealed record Holder(int Id, string Name, string Post, int Open);

    public sealed record Taker(int Id, string Name, string Post);

    public sealed record Line(string Reference, string Title, Stage Stage, Progress? Progress, DateOnly DueOn, DateOnly JudgedOn, bool IsLed, bool IsAccountable, bool IsIllustrative)
    {
        public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
        public bool IsOverdue => Overdue.Is(Stage, DueOn, JudgedOn);
    }

    /// <param name="personId">Who hands over; null where a service director does, or nobody is chosen yet.</param>
    /// <exception cref="NotAllowed">The person may hand over nothing, or not what is somebody else's.</exception>
    public async Task<Opened> LoadAsync(Actor actor, string slug, int? personId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.FindAsync(actor, slug, cancel);
        actor.Require(Permission.UpdateAction, programme.Id, isTheirs: true);
        var mayChoose = actor.May(Permission.UpdateAction, programme.Id) == Extent.Yes;
        var from = personId ?? (mayChoose ? null : actor.PersonId);
        if (!mayChoose && from != actor.PersonId)
            throw new NotAllowed("You hand over your own actions; the programme manager hands over anybody's.");

        var open = db.PriorityActions.AsNoTracking().Where(action => action.ProgrammeId == programme.Id).Where(ActionOwners.IsOpen);
        var held = open.Where(action => action.LeadId != null).Select(action => new { action.Id, PersonId = action.LeadId!.Value })
            .Union(open.Where(action => action.AccountableId != null).Select(action => new { action.Id, PersonId = action.AccountableId!.Value }));
        var holders = await held.Where(one => mayChoose || one.PersonId == from)
            .GroupBy(one => one.PersonId).Select(group => new { PersonId = group.Key, Open = group.Count() })
            .Join(db.Users, one => one.PersonId, person => person.Id, (one, person) => new { person.Id, person.Name, person.Post, one.Open })
            .OrderBy(one => one.Name).ThenBy(one => one.Id)
            .Select(one => new Holder(one.Id, one.Name, one.Post, one.Open))
            .ToListAsync(cancel);
        var actions = await db.OpenActionsOf(programme.Id, from ?? 0).AsNoTracking().Take(HandOverActions.MostActions).ToListAsync(cancel);
        var takers = await db.PeopleOf(programme.Id).AsNoTracking()
            .Where(person => person.Id != from)
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new Taker(person.Id, person.Name, person.Post))
            .ToListAsync(cancel);

        var input = HandOverActions.Input.Of(from ?? 0, actions);
        (input.Programme, input.On) = (programme.Slug, programme.JudgedOn);
        return new(programme, mayChoose, holders, holders.Find(holder => holder.Id == from), input,
            [.. actions.Select(action => new Line(action.Reference, action.Title, action.Stage, action.Progress, action.DueOn, programme.JudgedOn, action.LeadId == from, action.AccountableId == from, action.IsIllustrative))],
            takers);
    }
}
