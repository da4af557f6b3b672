using System.Linq.Expressions;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Who may be given an action, and how its history tells that it changed hands.</summary>
internal static class ActionOwners
{
    public const string NoRole = "This person has no role in the programme any more. Choose another.";

    /// <summary>Actions on which there is still work to do; for the database.</summary>
    public static readonly Expression<Func<PriorityAction, bool>> IsOpen = action => action.Stage == Stage.NotStarted || action.Stage == Stage.InProgress;

    /// <summary>Those who have a role in the programme and may sign in.</summary>
    public static IQueryable<Person> PeopleOf(this TrackerContext db, int programmeId) =>
        db.Users.Where(person => person.IsActive && person.Memberships.Any(membership => membership.EndedIn == null && membership.ProgrammeId == programmeId));

    /// <summary>A person's open actions, what is due first coming first.</summary>
    public static IQueryable<PriorityAction> OpenActionsOf(this TrackerContext db, int programmeId, int personId) => db.PriorityActions
        .Where(action => action.ProgrammeId == programmeId && (action.LeadId == personId || action.AccountableId == personId)).Where(IsOpen)
        .OrderBy(action => action.DueOn).ThenBy(action => action.Reference.Length).ThenBy(action => action.Reference);

    /// <summary>Lead: now Ann Smith, before nobody yet. Accountable: now Bob Brown, before Ann Smith. Empty where both stay.</summary>
    public static string Told((Person? Lead, Person? Accountable) before, (Person? Lead, Person? Accountable) now) =>
        before.Lead != now.Lead && before.Lead == before.Accountable && now.Lead == now.Accountable
            ? Handover("Lead and accountable", before.Lead, now.Lead)
            : string.Join(' ', new[] { Handover("Lead", before.Lead, now.Lead), Handover("Accountable", before.Accountable, now.Accountable) }.Where(sentence => sentence.Length > 0));

    public static string Name(Person? person) => person?.Name ?? "nobody yet";

    private static string Handover(string part, Person? before, Person? now) => before == now ? "" : $"{part}: now {Name(now)}, before {Name(before)}.";
}
