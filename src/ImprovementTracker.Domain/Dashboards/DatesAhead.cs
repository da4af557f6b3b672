using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a date ahead is about.</summary>
public enum AheadKind { Review, CommitteeMeeting, BoardMeeting, Papers, StatutoryClock, OwnAction }

/// <summary>
/// What lies ahead of the programme, in order: reviews and meetings planned, the last day for a committee's papers, plans
/// due by law, and what the person asking leads. Six statements.
/// </summary>
public sealed class DatesAhead(IDbContextFactory<TrackerContext> database)
{
    /// <summary>A calendar keeps what was planned for so long behind.</summary>
    private const int MonthsKept = 12;

    /// <param name="Key">Names the same date for good, also after its day has moved by rule: planned-4, papers-4, clock-2-Final, action-A7.</param>
    /// <param name="Note">What else is to be known of it, in whole sentences.</param>
    /// <param name="Page">Where it can be read about, as the address within the programme: inspections/4.</param>
    /// <param name="PlannedId">Of a date that somebody planned.</param>
    public sealed record Item(DateOnly On, AheadKind Kind, string Key, string Title, string? Note, string? Page, bool IsIllustrative, int? PlannedId = null);

    /// <param name="Items">From the day on which the programme is judged; a plan by law that is overdue stands before them.</param>
    /// <param name="Behind">Planned for the twelve months before, with the papers' days: a calendar keeps them.</param>
    /// <param name="Gone">Taken back, with their papers' days: a calendar strikes them. Without a word of what they were.</param>
    /// <param name="CalendarKey">The secret part of the address by which the person's calendar reads this; null while there is none.</param>
    public sealed record Content(ProgrammeHeader Programme, IReadOnlyList<Item> Items, IReadOnlyList<Item> Behind, IReadOnlyList<Item> Gone, bool MayEnter, Guid? CalendarKey);

    public async Task<Content> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var days = await db.LoadWorkingDaysAsync(cancel);
        var (planned, gone) = await LoadPlannedAsync(db, programme, days, cancel);
        List<Item> items =
        [
            .. planned.Where(item => item.On >= programme.JudgedOn),
            .. await LoadClocksAsync(db, actor, programme, days, cancel),
            .. actor.PersonId is { } person && !actor.SeesOnlyPublished(programme.Id) ? await LoadActionsAsync(db, programme, person, cancel) : [],
        ];
        var key = await db.Users.AsNoTracking().Where(one => one.Id == actor.PersonId).Select(one => one.CalendarKey).SingleOrDefaultAsync(cancel);
        return new Content(programme, InOrder(items), InOrder(planned.Where(item => item.On < programme.JudgedOn)), InOrder(gone),
            actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes, key);
    }

    private static Item[] InOrder(IEnumerable<Item> items) => [.. items.OrderBy(item => item.On).ThenBy(item => item.Kind).ThenBy(item => item.Title, StringComparer.Ordinal).ThenBy(item => item.Key, StringComparer.Ordinal)];

    private static async Task<(List<Item> Standing, List<Item> Gone)> LoadPlannedAsync(TrackerContext db, ProgrammeHeader programme, WorkingDays days, CancellationToken cancel)
    {
        var since = programme.JudgedOn.AddMonths(-MonthsKept);
        var dates = await db.PlannedDates.AsNoTracking().WithTakenBack()
            .Where(date => date.ProgrammeId == programme.Id && date.On >= since)
            .Select(date => new { date.Id, date.Kind, date.On, date.Title, date.IsIllustrative, IsGone = date.EndedIn != null })
            .ToListAsync(cancel);
        var (standing, gone) = (new List<Item>(), new List<Item>());
        foreach (var date in dates)
        {
            var papers = date.Kind == PlannedKind.CommitteeMeeting ? CommitteePapers.For(date.On, days) : null;
            var item = new Item(date.On, Ahead(date.Kind), $"planned-{date.Id}", date.Title, papers?.InWords, null, date.IsIllustrative, date.Id);
            Item[] both = papers is null ? [item] : [item, new(papers.OpenBy, AheadKind.Papers, $"papers-{date.Id}", date.Title, $"For the meeting of {Words.Date(date.On)}{papers.Movable}.", null, date.IsIllustrative)];
            if (date.IsGone)
                gone.AddRange(both.Select(one => one with { Title = "", Note = null }));
            else
                standing.AddRange(both);
        }
        return (standing, gone);
    }

    private static AheadKind Ahead(PlannedKind kind) => kind switch
    {
        PlannedKind.Review => AheadKind.Review,
        PlannedKind.CommitteeMeeting => AheadKind.CommitteeMeeting,
        PlannedKind.BoardMeeting => AheadKind.BoardMeeting,
    };

    /// <summary>Each clock that still runs and can be counted, of the inspections that the person may know of.</summary>
    private static async Task<IEnumerable<Item>> LoadClocksAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, WorkingDays days, CancellationToken cancel)
    {
        var inspections = await InspectionClocks.LoadAsync(db, actor, programme.Id, days, cancel);
        var hasEnded = programme.EndInWords is not null;
        return inspections.SelectMany(inspection => inspection.Clocks
            .Where(clock => !inspection.Sent.Any(sent => sent.Plan == clock.Plan && sent.SentOn <= programme.JudgedOn))
            .Select(clock => new Item(clock.DueOn!.Value, AheadKind.StatutoryClock, $"clock-{inspection.Id}-{clock.Plan}", $"{clock.Name}, after {inspection.Title}",
                $"{Words.Sentence(clock.State(programme.JudgedOn, hasEnded, days))}{(clock.MayMove ? "; the day may still move, because not all bank holidays until then are announced" : "")}. {clock.Source}",
                $"inspections/{inspection.Id}", false)));
    }

    private static async Task<List<Item>> LoadActionsAsync(TrackerContext db, ProgrammeHeader programme, int person, CancellationToken cancel) =>
        await db.PriorityActions.AsNoTracking()
            .Where(action => action.ProgrammeId == programme.Id && action.LeadId == person && action.DueOn >= programme.JudgedOn && (action.Stage == Stage.NotStarted || action.Stage == Stage.InProgress))
            .Select(action => new Item(action.DueOn, AheadKind.OwnAction, "action-" + action.Reference, action.Reference + " " + action.Title, null, "actions/" + action.Reference, action.IsIllustrative, null))
            .ToListAsync(cancel);
}

public static class AheadWords
{
    public static string Label(this AheadKind kind) => kind switch
    {
        AheadKind.Review => PlannedKind.Review.Label(),
        AheadKind.CommitteeMeeting => PlannedKind.CommitteeMeeting.Label(),
        AheadKind.BoardMeeting => PlannedKind.BoardMeeting.Label(),
        AheadKind.Papers => "Last day to open the committee's papers",
        AheadKind.StatutoryClock => "Plan due by law",
        AheadKind.OwnAction => "Your action is due",
    };
}
