using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>The programme's notice or direction: its life so far, what it asks, how each requirement stands and what would show it. Eight statements.</summary>
public sealed class NoticeAndRequirements(IDbContextFactory<TrackerContext> database)
{
    /// <summary>How many months of a target are drawn, the last one last.</summary>
    public const int MonthsShown = 12;

    public sealed record SourceLine(string Title, string? Address, string? Attribution);

    /// <param name="TakenBack">Null while it counts.</param>
    public sealed record StatusLine(int Id, LifecycleState State, KnownDate Since, string Reason, string? SourceTitle, string? SourceAddress, TakenBack? TakenBack);

    /// <param name="Who">Who entered it.</param>
    /// <param name="TakenBack">Null while it counts.</param>
    public sealed record ReviewLine(int Id, bool IsMet, KnownDate On, string Said, SourceLine? Source, long RecordedIn, string Who, DateTime RecordedAt, TakenBack? TakenBack);

    /// <summary>What a requirement asked until its words or its day were changed, and why they were.</summary>
    /// <param name="Words">Null where they stayed.</param>
    /// <param name="WasVerbatim">Whether those words were the document's own.</param>
    /// <param name="IsDueMoved">Whether it was due on another day, or on none.</param>
    public sealed record CorrectionLine(string? Words, bool WasVerbatim, bool IsDueMoved, KnownDate? DueOn, string Reason, string Who, DateTime RecordedAt);

    public sealed record ActionLine(string Reference, string Title, ActionStatus Status, bool IsOverdue, bool IsIllustrative);

    /// <param name="Area">The only area that it is for; null for the whole authority.</param>
    /// <param name="Document">The document and paragraph that set it; empty where none is recorded.</param>
    public sealed record TargetLine(TargetRecord Record, string? Area, string Asked, string Document, string Tolerance)
    {
        /// <summary>The months drawn, in order.</summary>
        public IReadOnlyList<TargetMonth> Shown => [.. Record.Months.TakeLast(MonthsShown)];
    }

    /// <summary>That a requirement is no longer asked.</summary>
    /// <param name="Why">Null where nobody was asked for it.</param>
    public sealed record TakenOutLine(string Who, DateTime At, string? Why);

    /// <param name="State">Null for a requirement that is no longer asked.</param>
    /// <param name="TargetsInWords">How many of several targets are met.</param>
    /// <param name="Reviews">The latest first, also those that were taken back.</param>
    /// <param name="Corrections">The latest first.</param>
    public sealed record RequirementLine(int Id, string Reference, string Words, bool IsVerbatim, string? Paragraph, string? Theme, KnownDate? DueOn, bool IsIllustrative, SourceLine? Source)
    {
        public RequirementState? State { get; init; }
        public TakenOutLine? TakenOut { get; init; }
        public string TargetsInWords { get; init; } = "";
        public IReadOnlyList<TargetLine> Targets { get; init; } = [];
        public IReadOnlyList<ReviewLine> Reviews { get; init; } = [];
        public IReadOnlyList<CorrectionLine> Corrections { get; init; } = [];
        public IReadOnlyList<ActionLine> Actions { get; init; } = [];
    }

    /// <param name="Title">Who reviews.</param>
    public sealed record NextReviewLine(DateOnly On, string Title, bool IsIllustrative);

    /// <param name="Statuses">The latest first, also those that were taken back.</param>
    /// <param name="Ended">Requirements that are no longer asked.</param>
    /// <param name="MayMove">Whether the person may enter the next move, and there is one.</param>
    public sealed record Content(
        ProgrammeHeader Programme,
        string? LegalBasis,
        IReadOnlyList<StatusLine> Statuses,
        IReadOnlyList<RequirementLine> Requirements,
        IReadOnlyList<RequirementLine> Ended,
        bool MayEnter,
        bool MayMove)
    {
        /// <summary>The next review planned; null while none is.</summary>
        public NextReviewLine? NextReview { get; init; }
    }

    public async Task<Content> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, areas) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadProgramme, cancel);
        var settings = await db.Programmes.AsNoTracking().Where(one => one.Id == programme.Id).Select(one => new
        {
            one.LegalBasis,
            one.FiguresDueOn,
            NextReview = db.PlannedDates.Where(date => date.ProgrammeId == one.Id && date.Kind == PlannedKind.Review && date.On >= programme.JudgedOn)
                .OrderBy(date => date.On).ThenBy(date => date.Id).Select(date => new NextReviewLine(date.On, date.Title, date.IsIllustrative)).FirstOrDefault(),
        }).SingleAsync(cancel);
        var statuses = await db.ProgrammeStatuses.AsNoTracking().WithTakenBack()
            .Where(status => status.ProgrammeId == programme.Id)
            .LeftJoin(db.Changes, status => status.EndedIn, change => (long?)change.Sequence, (status, ended) => new { status, ended })
            .OrderByDescending(row => row.status.RecordedIn).ThenByDescending(row => row.status.Id)
            .Select(row => new StatusLine(row.status.Id, row.status.State, row.status.Since, row.status.Reason, row.status.Source!.Title, row.status.Source.Address,
                row.ended == null ? null : new TakenBack(row.ended.PersonName, row.ended.RecordedAt, row.status.EndReason!)))
            .ToListAsync(cancel);
        var rows = await db.Requirements.AsNoTracking()
            .Where(requirement => requirement.ProgrammeId == programme.Id)
            .Select(requirement => new
            {
                Line = new RequirementLine(requirement.Id, requirement.Reference, requirement.Words, requirement.IsVerbatim, requirement.Paragraph, requirement.Theme!.Name, requirement.DueOn, requirement.IsIllustrative,
                    requirement.Source == null ? null : new SourceLine(requirement.Source.Title, requirement.Source.Address, requirement.Source.Attribution)),
                requirement.EndedIn,
                EndedBy = db.Changes.Where(change => change.Sequence == requirement.EndedIn).Select(change => change.PersonName).FirstOrDefault(),
                EndedAt = db.Changes.Where(change => change.Sequence == requirement.EndedIn).Select(change => change.RecordedAt).FirstOrDefault(),
                Corrections = requirement.Corrections.Join(db.Changes, correction => correction.RecordedIn, change => change.Sequence, (correction, change) => new Earlier(correction, change.PersonName, change.RecordedAt)).ToList(),
            })
            .ToListAsync(cancel);
        var reviews = await LoadReviewsAsync(db, programme.Id, cancel);
        var actions = await LoadActionsAsync(db, programme, cancel);
        var targets = await LoadTargetsAsync(db, actor, programme, areas, MonthState.LastDue(programme.JudgedOn, settings.FiguresDueOn), cancel);

        var lines = rows.OrderBy(row => row.Line.Reference.Length).ThenBy(row => row.Line.Reference, StringComparer.OrdinalIgnoreCase)
            .Select(row => (IsEnded: row.EndedIn is not null, Line: row.Line with { TakenOut = row.EndedIn is { } ended ? new(row.EndedBy!, row.EndedAt, row.Corrections.Find(earlier => earlier.Said.RecordedIn == ended)?.Said.Reason) : null, Reviews = [.. reviews[row.Line.Id]], Corrections = Corrected(row.Line, row.Corrections), Actions = [.. actions[row.Line.Id]] })).ToList();
        var mayEnter = actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes;
        var latest = statuses.Find(status => status.TakenBack is null);
        return new Content(programme, settings.LegalBasis, statuses,
            [.. lines.Where(line => !line.IsEnded).Select(line => Standing(line.Line, [.. targets[line.Line.Id]], programme.JudgedOn))],
            [.. lines.Where(line => line.IsEnded).Select(line => line.Line)],
            mayEnter, mayEnter && LifecycleMoves.Next(latest?.State, programme.Intervention).Count > 0)
        { NextReview = settings.NextReview };
    }

    private static RequirementLine Standing(RequirementLine line, IReadOnlyList<TargetLine> targets, DateOnly judgedOn)
    {
        var record = RequirementRecord.Of([.. targets.Select(target => target.Record)], line.DueOn, line.Reviews.Where(review => review.TakenBack is null).Select(review => new RequirementState.Judgement(review.IsMet, review.On, review.RecordedIn)), judgedOn);
        return line with { State = record.State, TargetsInWords = record.InWords, Targets = targets };
    }

    private static async Task<ILookup<int, ReviewLine>> LoadReviewsAsync(TrackerContext db, int programmeId, CancellationToken cancel)
    {
        var reviews = await db.RequirementReviews.AsNoTracking().WithTakenBack()
            .Where(review => review.Requirement.ProgrammeId == programmeId)
            .Join(db.Changes, review => review.RecordedIn, change => change.Sequence, (review, change) => new { review, change })
            .LeftJoin(db.Changes, pair => pair.review.EndedIn, ended => (long?)ended.Sequence, (pair, ended) => new { pair.review, pair.change, ended })
            .Select(pair => new
            {
                pair.review.RequirementId,
                Line = new ReviewLine(pair.review.Id, pair.review.IsMet, pair.review.On, pair.review.Said,
                    pair.review.Source == null ? null : new SourceLine(pair.review.Source.Title, pair.review.Source.Address, pair.review.Source.Attribution),
                    pair.review.RecordedIn, pair.change.PersonName, pair.change.RecordedAt,
                    pair.ended == null ? null : new TakenBack(pair.ended.PersonName, pair.ended.RecordedAt, pair.review.EndReason!)),
            })
            .ToListAsync(cancel);
        return reviews.OrderByDescending(review => review.Line.On).ThenByDescending(review => review.Line.RecordedIn).ToLookup(review => review.RequirementId, review => review.Line);
    }

    private sealed record Earlier(RequirementCorrection Said, string Who, DateTime At);

    /// <summary>Another reference, document, paragraph or theme is kept and not told: it asks the same.</summary>
    private static List<CorrectionLine> Corrected(RequirementLine line, IEnumerable<Earlier> corrections)
    {
        var told = new List<CorrectionLine>();
        var (words, isVerbatim, due) = (line.Words, line.IsVerbatim, line.DueOn);
        foreach (var (said, who, at) in corrections.OrderByDescending(earlier => earlier.Said.RecordedIn))
        {
            var isOtherText = (said.Words, said.IsVerbatim) != (words, isVerbatim);
            if (isOtherText || said.DueOn != due)
                told.Add(new CorrectionLine(isOtherText ? said.Words : null, said.IsVerbatim, said.DueOn != due, said.DueOn, said.Reason ?? "", who, at));
            (words, isVerbatim, due) = (said.Words, said.IsVerbatim, said.DueOn);
        }
        return told;
    }

    private static async Task<ILookup<int, ActionLine>> LoadActionsAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel)
    {
        var actions = await db.ActionRequirements.AsNoTracking()
            .Where(link => link.EndedIn == null && link.Action.ProgrammeId == programme.Id && link.Action.Stage != Stage.Withdrawn)
            .OrderBy(link => link.Action.Reference.Length).ThenBy(link => link.Action.Reference)
            .Select(link => new { link.RequirementId, link.Action.Reference, link.Action.Title, link.Action.Stage, link.Action.Progress, link.Action.DueOn, link.Action.IsIllustrative })
            .ToListAsync(cancel);
        return actions.ToLookup(action => action.RequirementId, action => new ActionLine(action.Reference, action.Title, ActionWords.StatusOf(action.Stage, action.Progress),
            Overdue.Is(action.Stage, action.DueOn, programme.JudgedOn), action.IsIllustrative));
    }

    /// <summary>The standing targets of each requirement with their months, by the figures that the person may see.</summary>
    private static async Task<ILookup<int, TargetLine>> LoadTargetsAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, AreaTree areas, Month due, CancellationToken cancel)
    {
        var measures = (await db.LoadMeasuresAsync(actor, programme, cancel)).Where(measure => measure.Targets.Any(target => target.RequirementId is not null)).ToList();
        var ids = measures.ConvertAll(measure => measure.Id);
        var figures = new MonthlyFigures(areas, await db.RevisionsVisibleTo(actor, programme.Id).Where(revision => ids.Contains(revision.Observation.MeasureId)).AsRows().ToListAsync(cancel), actor.SeesOnlyPublished(programme.Id));
        return (from requirement in RequirementRecord.TargetsOf(measures, areas, figures, due)
                from record in requirement
                select (requirement.Key, Line: new TargetLine(
                    record,
                    record.Target.AreaId is { } only && only != areas.Whole?.Id ? areas.Find(only)?.Name : null,
                    record.Target.InWords(record.Measure.Shape.Unit, record.Measure.Shape.Decimals),
                    Words.Cite(record.Target.Document, record.Target.Paragraph),
                    record.Target.ToleranceInWords(record.Measure.Shape.Unit, record.Measure.Shape.Polarity)))).ToLookup(pair => pair.Key, pair => pair.Line);
    }
}
