using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>By what the timeline can be narrowed.</summary>
public enum TimelineTopic { Notice, Review, Inspection, PeerChallenge, Audit, Performance, Resources, Scrutiny, Action, Other }

/// <summary>Everything dated that belongs to the programme, in order: its notice, states and judgements of requirements, inspections, milestones reached and actions completed, what was planned for a day gone by, and single entries.</summary>
public sealed class Timeline(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Until">The last day where it took several.</param>
    /// <param name="Page">Where it can be read about, as the address within the programme: inspections/4.</param>
    public sealed record Item(
        KnownDate On,
        KnownDate? Until,
        TimelineTopic Topic,
        string Sentence,
        string? Figure,
        string? Page,
        string? SourceTitle,
        string? SourceAddress,
        bool IsIllustrative)
    {
        /// <summary>What a reader must know of the inspection's entry: that only a newspaper reports the visit, for instance.</summary>
        public string? Note { get; init; }

        /// <summary>Of an entry that somebody wrote for the timeline itself.</summary>
        public int? EntryId { get; init; }
    }

    /// <param name="Topics">Those that the programme has anything of.</param>
    public sealed record Content(ProgrammeHeader Programme, IReadOnlyList<TimelineTopic> Topics, IReadOnlyList<Item> Items, bool MayEnter);

    /// <param name="topic">Null for everything.</param>
    public async Task<Content> LoadAsync(Actor actor, string slug, TimelineTopic? topic, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        List<Item> items =
        [
            .. await LoadStatesAsync(db, programme, cancel),
            .. await LoadInspectionsAsync(db, actor, programme.Id, cancel),
            .. await LoadClocksAsync(db, actor, programme.Id, cancel),
            .. await LoadEntriesAsync(db, programme.Id, cancel),
            .. await LoadPlannedAsync(db, programme, cancel),
            .. actor.SeesOnlyPublished(programme.Id) ? [] : await LoadJudgementsAsync(db, programme.Id, cancel),
            .. actor.SeesOnlyPublished(programme.Id) ? [] : await LoadActionsAsync(db, programme.Id, cancel),
        ];
        return new Content(programme,
            [.. items.Select(item => item.Topic).Distinct().Order()],
            [.. items.Where(item => topic is null || item.Topic == topic).OrderBy(item => item.On).ThenBy(item => item.Topic)],
            actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes);
    }

    private static async Task<List<Item>> LoadStatesAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel)
    {
        var states = await db.ProgrammeStatuses.AsNoTracking()
            .Where(status => status.ProgrammeId == programme.Id)
            .OrderBy(status => status.RecordedIn)
            .Select(status => new { status.State, status.Since, status.Reason, SourceTitle = (string?)status.Source!.Title, SourceAddress = status.Source!.Address })
            .ToListAsync(cancel);
        var items = states.ConvertAll(state => new Item(state.Since, null, TimelineTopic.Notice, $"State of the programme: {state.State.Label().ToLowerInvariant()}. {Words.Stopped(state.Reason)}", null, null, state.SourceTitle, state.SourceAddress, false));
        if (programme is { IntervenedOn: { } on, Intervention: not InterventionKind.None } && states.TrueForAll(state => state.State != LifecycleState.Issued))
            items.Add(new Item(on, null, TimelineTopic.Notice, $"{programme.Intervention.Label()} issued.", null, null, null, null, false));
        return items;
    }

    private static async Task<List<Item>> LoadInspectionsAsync(TrackerContext db, Actor actor, int programmeId, CancellationToken cancel)
    {
        var inspections = await db.Inspections.AsNoTracking()
            .Where(inspection => inspection.ProgrammeId == programmeId)
            .SeenBy(actor, programmeId)
            .OrderBy(inspection => inspection.Id)
            .Select(inspection => new
            {
                inspection.Id,
                inspection.Kind,
                inspection.Title,
                inspection.Inspectorate,
                inspection.FieldworkFrom,
                inspection.FieldworkTo,
                inspection.Published,
                inspection.Visibility,
                inspection.Note,
                inspection.TallyCount,
                inspection.TallyOutOf,
                inspection.TallyGrade,
                TallySource = (string?)inspection.TallySource!.Title,
                SourceTitle = (string?)inspection.Source!.Title,
                SourceAddress = inspection.Source!.Address,
                Found = inspection.Findings.Where(finding => finding.EndedIn == null).Select(finding => finding.Kind).ToList(),
            })
            .ToListAsync(cancel);
        var items = new List<Item>();
        foreach (var inspection in inspections)
        {
            var page = $"inspections/{inspection.Id}";
            var topic = inspection.Kind == InspectionKind.PeerChallenge ? TimelineTopic.PeerChallenge : TimelineTopic.Inspection;
            var tally = inspection is { TallyCount: { } count, TallyOutOf: { } outOf, TallyGrade: { } grade }
                ? FindingsInWords.Brief(new(count, outOf, grade)) + (inspection.TallySource is null || inspection.TallySource == inspection.SourceTitle ? "" : $" ({inspection.TallySource})") : null;
            items.Add(new Item(inspection.FieldworkFrom, inspection.FieldworkTo, topic, $"{inspection.Title} ({inspection.Inspectorate}).", tally, page, inspection.SourceTitle, inspection.SourceAddress, false) { Note = inspection.Note });
            if (inspection.Published is { } published)
            {
                var found = FindingsInWords.Counts([.. inspection.Found.CountBy(kind => kind).OrderBy(kind => kind.Key).Select(kind => new InspectionList.KindCount(kind.Key, kind.Value))]);
                items.Add(new Item(published, null, topic,
                    $"{inspection.Title}: findings {(inspection.Visibility == Visibility.Published ? "published" : "to be published")}{(found.Length == 0 ? "" : $" ({found})")}.",
                    null, page, inspection.SourceTitle, inspection.SourceAddress, false));
            }
        }
        return items;
    }

    /// <summary>The days by which plans are due by law, where they can be counted, and those on which they were sent.</summary>
    private static async Task<List<Item>> LoadClocksAsync(TrackerContext db, Actor actor, int programmeId, CancellationToken cancel)
    {
        var inspections = await InspectionClocks.LoadAsync(db, actor, programmeId, await db.LoadWorkingDaysAsync(cancel), cancel);
        return [.. inspections.SelectMany(inspection => inspection.Clocks
            .Select(clock => new Item(KnownDate.On(clock.DueOn!.Value), null, TimelineTopic.Inspection,
                $"{clock.Name} due: {clock.Length} working days after {inspection.Title} was received{(clock.MayMove && inspection.Sent.All(sent => sent.Plan != clock.Plan) ? "; the day may still move" : "")}.",
                null, $"inspections/{inspection.Id}", null, null, false))
            .Concat(inspection.Sent.Select(sent => new Item(KnownDate.On(sent.SentOn), null, TimelineTopic.Inspection,
                $"{sent.Plan.Label()} sent, after {inspection.Title}.", null, $"inspections/{inspection.Id}", sent.SourceTitle, sent.SourceAddress, false))))];
    }

    private static async Task<List<Item>> LoadEntriesAsync(TrackerContext db, int programmeId, CancellationToken cancel)
    {
        var entries = await db.TimelineEntries.AsNoTracking()
            .Where(entry => entry.ProgrammeId == programmeId)
            .OrderBy(entry => entry.RecordedIn).ThenBy(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.On, entry.Kind, entry.Sentence, entry.Figure, entry.IsIllustrative, SourceTitle = (string?)entry.Source!.Title, SourceAddress = entry.Source!.Address })
            .ToListAsync(cancel);
        return entries.ConvertAll(entry => new Item(entry.On, null, Topic(entry.Kind), entry.Sentence, entry.Figure, null, entry.SourceTitle, entry.SourceAddress, entry.IsIllustrative) { EntryId = entry.Id });
    }

    /// <summary>What was planned for a day that has come; those still to come are the dates ahead.</summary>
    private static async Task<List<Item>> LoadPlannedAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel)
    {
        var dates = await db.PlannedDates.AsNoTracking()
            .Where(date => date.ProgrammeId == programme.Id && date.On < programme.JudgedOn)
            .OrderBy(date => date.RecordedIn).ThenBy(date => date.Id)
            .Select(date => new { date.On, date.Kind, date.Title, date.IsIllustrative })
            .ToListAsync(cancel);
        // It was planned: whether it took place is for an entry to say.
        return dates.ConvertAll(date => new Item(KnownDate.On(date.On), null, Topic(date.Kind), $"{date.Kind.Label()} planned for this day: {Words.Stopped(date.Title)}", null, null, null, null, date.IsIllustrative));
    }

    /// <summary>When each requirement was judged, met or not.</summary>
    private static async Task<List<Item>> LoadJudgementsAsync(TrackerContext db, int programmeId, CancellationToken cancel)
    {
        var reviews = await db.RequirementReviews.AsNoTracking()
            .Where(review => review.Requirement.ProgrammeId == programmeId)
            .OrderBy(review => review.RecordedIn).ThenBy(review => review.Id)
            .Select(review => new { review.On, review.IsMet, review.Said, review.Requirement.Reference, review.Requirement.IsIllustrative, SourceTitle = (string?)review.Source!.Title, SourceAddress = review.Source!.Address })
            .ToListAsync(cancel);
        return reviews.ConvertAll(review => new Item(review.On, null, TimelineTopic.Notice, $"{review.Reference} judged {(review.IsMet ? "met" : "not met")}: {Words.Stopped(review.Said)}", null, "notice", review.SourceTitle, review.SourceAddress, review.IsIllustrative));
    }

    /// <summary>Each completed action on the day on which it was said to be completed last, and the milestones reached on the way.</summary>
    private static async Task<List<Item>> LoadActionsAsync(TrackerContext db, int programmeId, CancellationToken cancel)
    {
        var actions = await db.PriorityActions.AsNoTracking()
            .Where(action => action.ProgrammeId == programmeId && action.Stage != Stage.Withdrawn
                && (action.Stage == Stage.Completed || action.Stage == Stage.Verified || action.Milestones.Any(milestone => milestone.EndedIn == null && milestone.Revisions.Any(said => said.SupersededIn == null && said.DoneOn != null))))
            .OrderBy(action => action.Id)
            .Select(action => new
            {
                action.Reference,
                action.Title,
                action.IsIllustrative,
                // The first entry after the last in which it was neither completed nor verified: later ones keep it there.
                On = action.Stage != Stage.Completed && action.Stage != Stage.Verified ? null
                    : action.Updates.Where(update => !action.Updates.Any(later => later.Id >= update.Id && later.Stage != Stage.Completed && later.Stage != Stage.Verified)).Min(update => (DateOnly?)update.SaidOn),
                Reached = action.Milestones.Where(milestone => milestone.EndedIn == null).SelectMany(milestone => milestone.Revisions).Where(said => said.SupersededIn == null && said.DoneOn != null)
                    .OrderBy(said => said.MilestoneId).Select(said => new { said.Title, said.DoneOn }).ToList(),
            })
            .ToListAsync(cancel);
        return [.. actions.SelectMany(action =>
        {
            Item Of(DateOnly on, string what) => new(KnownDate.On(on), null, TimelineTopic.Action, what, null, $"actions/{action.Reference}", null, null, action.IsIllustrative);
            var reached = action.Reached.Select(milestone => Of(milestone.DoneOn!.Value, $"{action.Reference}: milestone reached, {milestone.Title}."));
            return action.On is { } day ? reached.Append(Of(day, $"{action.Reference} {action.Title}: completed.")) : reached;
        })];
    }

    private static TimelineTopic Topic(PlannedKind kind) => kind switch
    {
        PlannedKind.Review => TimelineTopic.Review,
        PlannedKind.CommitteeMeeting => TimelineTopic.Scrutiny,
        PlannedKind.BoardMeeting => TimelineTopic.Other,
    };

    private static TimelineTopic Topic(TimelineKind kind) => kind switch
    {
        TimelineKind.Notice => TimelineTopic.Notice,
        TimelineKind.Review => TimelineTopic.Review,
        TimelineKind.Inspection => TimelineTopic.Inspection,
        TimelineKind.PeerChallenge => TimelineTopic.PeerChallenge,
        TimelineKind.Audit => TimelineTopic.Audit,
        TimelineKind.Performance => TimelineTopic.Performance,
        TimelineKind.Resources => TimelineTopic.Resources,
        TimelineKind.Scrutiny => TimelineTopic.Scrutiny,
        TimelineKind.Other => TimelineTopic.Other,
    };
}

public static class TimelineTopicWords
{
    public static string Label(this TimelineTopic topic) => topic switch
    {
        TimelineTopic.Notice => TimelineKind.Notice.Label(),
        TimelineTopic.Review => TimelineKind.Review.Label(),
        TimelineTopic.Inspection => TimelineKind.Inspection.Label(),
        TimelineTopic.PeerChallenge => TimelineKind.PeerChallenge.Label(),
        TimelineTopic.Audit => TimelineKind.Audit.Label(),
        TimelineTopic.Performance => TimelineKind.Performance.Label(),
        TimelineTopic.Resources => TimelineKind.Resources.Label(),
        TimelineTopic.Scrutiny => TimelineKind.Scrutiny.Label(),
        TimelineTopic.Action => "Action or milestone completed",
        TimelineTopic.Other => TimelineKind.Other.Label(),
    };
}
