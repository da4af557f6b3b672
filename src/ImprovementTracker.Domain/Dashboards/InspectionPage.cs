using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>An inspection as one page: grades, findings word for word, what later visits said of each, and the actions that answer it.</summary>
public sealed class InspectionPage(IDbContextFactory<TrackerContext> database)
{
    public sealed record Document(string Title, string Publisher, KnownDate? Published, string? Address, string? Attribution)
    {
        /// <summary>Publisher, date and attribution after the title, each only where the words before do not say it already. Ends a sentence where there is an attribution.</summary>
        public string AfterTitle
        {
            get
            {
                var publisher = Says(Title, Publisher) || (Attribution is not null && Says(Attribution, Publisher)) ? "" : $", {Publisher}";
                var dated = Published is not { } day || Says(Title, day.ToString()) ? "" : $", {day}";
                return $"{publisher}{dated}{(Attribution is null ? "" : $". {Words.Stopped(Attribution)}")}";
            }
        }

        private static bool Says(string text, string what) => text.Contains(what, StringComparison.OrdinalIgnoreCase);
    }

    /// <param name="Who">Who corrected the entry.</param>
    /// <param name="SaidBefore">What it said and does not say any more.</param>
    public sealed record Correction(DateTime RecordedAt, string Who, string? Reason, string SaidBefore);

    public sealed record GradeLine(string Name, Grade Grade, Document? Source);

    /// <param name="IsNotPublished">The later visit is in confidence still.</param>
    /// <param name="TakenBack">Null while it counts.</param>
    public sealed record Review(int Id, int VisitId, string VisitTitle, KnownDate VisitOn, bool IsNotPublished, ReviewOutcome Outcome, string? Words, string? Note, Document? Source, DateTime RecordedAt, TakenBack? TakenBack);

    /// <param name="State">How it stands on the day on which the programme is judged.</param>
    /// <param name="Source">The document that says that the plan was sent; null where none is named.</param>
    public sealed record Clock(StatutoryClock Rule, string State, Document? Source);

    public sealed record Answer(string Reference, string Title, ActionStatus Status, bool IsOverdue, bool IsIllustrative);

    /// <param name="State">As the latest visit left it; open until one has looked at it again.</param>
    /// <param name="Reviews">In the order of the visits, also those that were taken back.</param>
    public sealed record FindingLine(int Id, string Words, string? Paragraph, string? Theme, KnownDate? DueOn, ReviewOutcome State, IReadOnlyList<Review> Reviews, IReadOnlyList<Answer> Answers);

    public sealed record Group(FindingKind Kind, IReadOnlyList<FindingLine> Findings);

    /// <param name="ShowsActions">False for readers, who see what is published and not the plan.</param>
    /// <param name="TallySource">Where the tally is read from, when it is not the inspection's own document.</param>
    /// <param name="Clocks">What is due by law because of it.</param>
    /// <param name="Corrections">Those made since it was published, latest first.</param>
    /// <param name="Named">Who may see it under embargo, for the programme manager only.</param>
    public sealed record Content(
        ProgrammeHeader Programme,
        int Id,
        string Title,
        InspectionKind Kind,
        string Inspectorate,
        KnownDate FieldworkFrom,
        KnownDate? FieldworkTo,
        KnownDate? Published,
        DateOnly? ReceivedOn,
        Visibility Visibility,
        string? Note,
        Document? Source,
        InspectionList.Tally? Tally,
        Document? TallySource,
        string? TallyParagraph,
        IReadOnlyList<Clock> Clocks,
        IReadOnlyList<Correction> Corrections,
        IReadOnlyList<GradeLine> Grades,
        IReadOnlyList<Group> Groups,
        IReadOnlyList<string> Named,
        bool ShowsActions,
        bool MayEnter);

    /// <exception cref="NotFound">There is none, or it is not for this person to know of; the same words for both.</exception>
    public async Task<Content> LoadAsync(Actor actor, string slug, int id, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var seen = db.Inspections.AsNoTracking().Where(inspection => inspection.ProgrammeId == programme.Id).SeenBy(actor, programme.Id);
        var mayEnter = actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes;
        var showsActions = actor.May(Permission.ReadProgramme, programme.Id) == Extent.Yes;

        var inspection = await seen.Where(inspection => inspection.Id == id)
            .Select(inspection => new
            {
                Entry = inspection,
                Source = inspection.Source == null ? null : new Document(inspection.Source.Title, inspection.Source.Publisher, inspection.Source.Published, inspection.Source.Address, inspection.Source.Attribution),
                Sent = inspection.SentPlans.Where(sent => sent.EndedIn == null).Select(sent => new { sent.Plan, sent.SentOn, Source = sent.Source == null ? null : new Document(sent.Source.Title, sent.Source.Publisher, sent.Source.Published, sent.Source.Address, sent.Source.Attribution) }).ToList(),
                TallySource = inspection.TallySource == null ? null : new Document(inspection.TallySource.Title, inspection.TallySource.Publisher, inspection.TallySource.Published, inspection.TallySource.Address, inspection.TallySource.Attribution),
            })
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such inspection in this programme that you may see. Choose one from the list of inspections.");
        var grades = await db.Judgements.AsNoTracking()
            .Where(judgement => judgement.InspectionId == id && judgement.EndedIn == null)
            .OrderBy(judgement => judgement.JudgedArea.Order).ThenBy(judgement => judgement.JudgedArea.Name)
            .Select(judgement => new GradeLine(judgement.JudgedArea.Name, judgement.Grade,
                judgement.Source == null ? null : new Document(judgement.Source.Title, judgement.Source.Publisher, judgement.Source.Published, judgement.Source.Address, judgement.Source.Attribution)))
            .ToListAsync(cancel);
        var findings = await db.Findings.AsNoTracking()
            .Where(finding => finding.InspectionId == id && finding.EndedIn == null)
            .OrderBy(finding => finding.Order).ThenBy(finding => finding.Id)
            .Select(finding => new { finding.Id, finding.Kind, finding.Words, finding.Paragraph, Theme = (string?)finding.Theme!.Name, finding.DueOn })
            .ToListAsync(cancel);
        var reviews = (await LoadReviewsAsync(db, seen, id, actor.SeesOnlyPublished(programme.Id), cancel)).ToLookup(review => review.FindingId);
        var answers = showsActions ? await LoadAnswersAsync(db, programme, id, cancel) : Enumerable.Empty<(int FindingId, Answer Answer)>().ToLookup(pair => pair.FindingId, pair => pair.Answer);
        var named = mayEnter ? await LoadNamedAsync(db, id, cancel) : [];

        var groups = findings.GroupBy(finding => finding.Kind).Select(group => new Group(group.Key, [.. group.Select(finding => new FindingLine(
            finding.Id, finding.Words, finding.Paragraph, finding.Theme, finding.DueOn,
            FindingState.Of(reviews[finding.Id].Where(review => review.Shown.TakenBack is null).Select(review => review.State)),
            [.. reviews[finding.Id].OrderBy(review => review.State.VisitOn).ThenBy(review => review.State.RecordedIn).Select(review => review.Shown)],
            [.. answers[finding.Id]]))]));
        var entry = inspection.Entry;
        var days = await db.LoadWorkingDaysAsync(cancel);
        Clock[] clocks = [.. StatutoryClocks.Of(entry.Kind, entry.FieldworkFrom, StatutoryClocks.Overall(grades.Select(line => (line.Name, line.Grade))),
                findings.Exists(finding => finding.Kind == FindingKind.AreaForPriorityAction), entry.ReceivedOn, days)
            .Select(clock => (Sent: inspection.Sent.SingleOrDefault(sent => sent.Plan == clock.Plan), Rule: clock))
            .Select(clock => (clock.Sent, Rule: clock.Rule with { SentOn = clock.Sent?.SentOn }))
            .Select(clock => new Clock(clock.Rule, clock.Rule.State(programme.JudgedOn, programme.RecordEndsOn == programme.JudgedOn, days), clock.Sent?.Source))];
        var tally = TallyOf(entry.TallyCount, entry.TallyOutOf, entry.TallyGrade);
        var now = new InspectionEntry(entry.Kind, entry.Title, entry.Inspectorate, entry.FieldworkFrom, entry.FieldworkTo, entry.Published, entry.ReceivedOn, entry.Note, inspection.Source?.Title, tally,
            Words.Cite(inspection.TallySource?.Title, entry.TallyParagraph));
        return new Content(programme, entry.Id, entry.Title, entry.Kind, entry.Inspectorate, entry.FieldworkFrom, entry.FieldworkTo, entry.Published, entry.ReceivedOn, entry.Visibility, entry.Note, inspection.Source,
            tally, inspection.TallySource, entry.TallyParagraph, clocks, await LoadCorrectionsAsync(db, id, now, namesPeople: !actor.SeesOnlyPublished(programme.Id), cancel), grades, [.. groups], named, showsActions, mayEnter);
    }

    private static InspectionList.Tally? TallyOf(int? count, int? outOf, Grade? grade) =>
        (count, outOf, grade) is ({ } some, { } all, { } given) ? new InspectionList.Tally(some, all, given) : null;

    /// <summary>What was changed in a draft or under embargo is kept too, but was never everybody's to read.</summary>
    private static async Task<IReadOnlyList<Correction>> LoadCorrectionsAsync(TrackerContext db, int inspectionId, InspectionEntry now, bool namesPeople, CancellationToken cancel)
    {
        var rows = await db.InspectionCorrections.AsNoTracking()
            .Where(correction => correction.InspectionId == inspectionId && correction.Visibility == Visibility.Published)
            .Join(db.Changes, correction => correction.RecordedIn, change => change.Sequence, (correction, change) => new
            {
                Before = correction,
                Source = (string?)correction.Source!.Title,
                TallySource = (string?)correction.TallySource!.Title,
                change.PersonName,
                change.RecordedAt,
            })
            .OrderByDescending(row => row.Before.RecordedIn)
            .ToListAsync(cancel);
        var corrections = new List<Correction>();
        foreach (var row in rows)
        {
            var before = new InspectionEntry(row.Before.Kind, row.Before.Title, row.Before.Inspectorate, row.Before.FieldworkFrom, row.Before.FieldworkTo, row.Before.Published, row.Before.ReceivedOn, row.Before.Note, row.Source,
                TallyOf(row.Before.TallyCount, row.Before.TallyOutOf, row.Before.TallyGrade), Words.Cite(row.TallySource, row.Before.TallyParagraph));
            corrections.Add(new Correction(row.RecordedAt, namesPeople ? row.PersonName : "", row.Before.Reason, before.WhereOtherThan(now)));
            now = before;
        }
        return corrections;
    }

    private sealed record ReviewRow(int FindingId, FindingState.Review State, Review Shown);

    private static async Task<List<ReviewRow>> LoadReviewsAsync(TrackerContext db, IQueryable<Inspection> seen, int inspectionId, bool publishedOnly, CancellationToken cancel) =>
        await db.FindingReviews.AsNoTracking().WithTakenBack()
            .Where(review => review.Finding.InspectionId == inspectionId)
            .Join(seen, review => review.VisitId, visit => visit.Id, (review, visit) => new { review, visit })
            .Join(db.Changes, pair => pair.review.RecordedIn, change => change.Sequence, (pair, change) => new { pair.review, pair.visit, change.RecordedAt })
            .LeftJoin(db.Changes, row => row.review.EndedIn, ended => (long?)ended.Sequence, (row, ended) => new { row.review, row.visit, row.RecordedAt, ended })
            .Select(row => new ReviewRow(row.review.FindingId, new FindingState.Review(row.review.Outcome, row.visit.FieldworkFrom, row.review.RecordedIn),
                new Review(row.review.Id, row.visit.Id, row.visit.Title, row.visit.FieldworkFrom, row.visit.Visibility != Visibility.Published, row.review.Outcome, row.review.Words, row.review.Note,
                    row.review.Source == null ? null : new Document(row.review.Source.Title, row.review.Source.Publisher, row.review.Source.Published, row.review.Source.Address, row.review.Source.Attribution),
                    row.RecordedAt,
                    row.ended == null ? null : new TakenBack(publishedOnly ? "" : row.ended.PersonName, row.ended.RecordedAt, row.review.EndReason!))))
            .ToListAsync(cancel);

    private static async Task<ILookup<int, Answer>> LoadAnswersAsync(TrackerContext db, ProgrammeHeader programme, int inspectionId, CancellationToken cancel)
    {
        var actions = await db.ActionFindings.AsNoTracking()
            .Where(link => link.Finding.InspectionId == inspectionId && link.EndedIn == null)
            .OrderBy(link => link.Action.Reference.Length).ThenBy(link => link.Action.Reference)
            .Select(link => new { link.FindingId, link.Action.Reference, link.Action.Title, link.Action.Stage, link.Action.Progress, link.Action.DueOn, link.Action.IsIllustrative })
            .ToListAsync(cancel);
        return actions.ToLookup(action => action.FindingId, action => new Answer(action.Reference, action.Title, ActionWords.StatusOf(action.Stage, action.Progress),
            Overdue.Is(action.Stage, action.DueOn, programme.JudgedOn), action.IsIllustrative));
    }

    private static Task<List<string>> LoadNamedAsync(TrackerContext db, int inspectionId, CancellationToken cancel) =>
        db.Inspections.AsNoTracking()
            .Where(inspection => inspection.Id == inspectionId)
            .SelectMany(inspection => inspection.Readers)
            .Where(reader => reader.EndedIn == null)
            .Join(db.Users, reader => reader.PersonId, person => person.Id, (reader, person) => person.Name)
            .OrderBy(name => name)
            .ToListAsync(cancel);
}
