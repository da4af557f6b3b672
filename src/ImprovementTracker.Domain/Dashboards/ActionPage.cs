using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Everything of one action: what it answers, what it should move, how it stands by its owner and by the record, and what was said of it. Ten statements.</summary>
public sealed class ActionPage(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Findings">Only those of inspections that the person may know of.</param>
    /// <param name="History">Newest first.</param>
    /// <param name="Evidence">Strongest first; what counts no more stands last.</param>
    /// <param name="Moves">What the person may do with it now.</param>
    /// <param name="MayEdit">Whether the person may change what it is.</param>
    /// <param name="MayAddEvidence">Whether the person may add evidence.</param>
    public sealed record Shown(ProgrammeHeader Programme, ActionFacts Action, IReadOnlyList<AnsweredFinding> Findings, IReadOnlyList<AnsweredRequirement> Requirements, IReadOnlyList<MovedMeasure> Measures,
        IReadOnlyList<HistoryEntry> History, IReadOnlyList<EvidenceLine> Evidence, IReadOnlyList<MilestoneLine> Milestones, IReadOnlyList<StageMove> Moves, bool MayEdit, bool MayAddEvidence)
    {
        /// <summary>How it goes by its owner's word, and by what the record says.</summary>
        public required TwoLenses Lenses { get; init; }

        /// <summary>Whether the person may say what difference it makes, now that it is done.</summary>
        public bool MayJudgeImpact { get; init; }

        public bool MayUpdate => Moves.Contains(StageMove.Update);

        /// <summary>Whether it has the evidence on which it may be verified.</summary>
        public bool HasEvidence => Evidence.Any(one => one.Counts && one.Strength.IsAtLeast(Action.EvidenceNeeded));

        /// <summary>Whether a verified action is to be looked at again by now.</summary>
        public bool IsToRecheck => RecheckDue.Is(Action.Stage, Action.RecheckOn, Programme.JudgedOn);

        public bool IsOverdue => Overdue.Is(Action.Stage, Action.DueOn, Programme.JudgedOn);
        public SlipLedger Slips => SlipLedger.Of(Action.BaselineDueOn, Action.DueOn, History);
    }

    public sealed record ActionFacts(int Id, string Reference, string Title, string OutcomeSought, string ObjectiveReference, string ObjectiveTitle, string? Theme,
        int? LeadId, string? Lead, string? LeadPost, int? AccountableId, string? Accountable, string? AccountablePost, string? PartnerAgency,
        DateOnly StartsOn, DateOnly BaselineDueOn, DateOnly DueOn, Stage Stage, Progress? Progress, Impact Impact, string? BlockedBy,
        EvidenceStrength EvidenceNeeded, DateOnly? RecheckOn, bool IsIllustrative, int Version)
    {
        public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
    }

    /// <param name="Words">The inspectors' own.</param>
    public sealed record AnsweredFinding(int Id, FindingKind Kind, string Words, string? Paragraph, int InspectionId, string Inspection, string Inspectorate, KnownDate On);

    /// <param name="IsEnded">It is no longer asked.</param>
    public sealed record AnsweredRequirement(int Id, string Reference, string Words, bool IsVerbatim, bool IsEnded, bool IsIllustrative, string? Source, string? Paragraph);

    /// <param name="FileName">Null where it is no file.</param>
    /// <param name="Size">Of the file, in bytes.</param>
    /// <param name="EndedBecause">Why it counts no more; null while it counts.</param>
    public sealed record EvidenceLine(int Id, EvidenceStrength Strength, string Title, DateOnly DatedOn, string? Address, string? FileName, int? Size, string Who, DateTime AddedAt, string? EndedBecause)
    {
        public bool Counts => EndedBecause is null;

        /// <summary>Whether the person may take it out.</summary>
        public bool MayEnd { get; init; }
    }

    /// <param name="DoneOn">The day on which it was reached; null while it is not.</param>
    /// <param name="FirstDueOn">The date first agreed.</param>
    /// <param name="Why">Why it says what it says now, where a date moved.</param>
    public sealed record MilestoneLine(int Id, string Title, DateOnly DueOn, DateOnly FirstDueOn, DateOnly? DoneOn, string? Why)
    {
        public bool IsOverdue(DateOnly judgedOn) => DoneOn is null && DueOn < judgedOn;
    }

    public sealed record MovedMeasure(string Code, string Name);

    public async Task<Shown> LoadAsync(Actor actor, string slug, string reference, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadProgramme, cancel);
        var (action, milestones, toMove) = await LoadActionAsync(db, programme.Id, reference, cancel);

        var seen = db.Inspections.SeenBy(actor, programme.Id).Select(inspection => inspection.Id);
        var findings = await db.ActionFindings.AsNoTracking()
            .Where(link => link.ActionId == action.Id && link.EndedIn == null && seen.Contains(link.Finding.InspectionId))
            .OrderBy(link => link.Finding.Inspection.FieldworkFrom).ThenBy(link => link.Finding.InspectionId).ThenBy(link => link.Finding.Order)
            .Select(link => new AnsweredFinding(link.FindingId, link.Finding.Kind, link.Finding.Words, link.Finding.Paragraph, link.Finding.InspectionId,
                link.Finding.Inspection.Title, link.Finding.Inspection.Inspectorate, link.Finding.Inspection.Published ?? link.Finding.Inspection.FieldworkFrom))
            .ToListAsync(cancel);
        var requirements = await db.ActionRequirements.AsNoTracking()
            .Where(link => link.ActionId == action.Id && link.EndedIn == null)
            .OrderBy(link => link.Requirement.Reference.Length).ThenBy(link => link.Requirement.Reference)
            .Select(link => new AnsweredRequirement(link.RequirementId, link.Requirement.Reference, link.Requirement.Words, link.Requirement.IsVerbatim, link.Requirement.EndedIn != null, link.Requirement.IsIllustrative,
                link.Requirement.Source!.Title, link.Requirement.Paragraph))
            .ToListAsync(cancel);
        var history = await db.ActionUpdates.AsNoTracking()
            .Where(update => update.ActionId == action.Id)
            .Join(db.Changes, update => update.RecordedIn, change => change.Sequence, (update, change) => new { update, change })
            .OrderByDescending(entry => entry.change.Sequence).ThenByDescending(entry => entry.update.Id)
            .Select(entry => new
            {
                Doer = new ActionDoers.Entry(entry.change.Sequence, entry.update.LeadId, entry.update.AccountableId, entry.update.Move, entry.change.PersonId),
                Entry = new HistoryEntry(entry.change.Sequence, entry.change.RecordedAt, entry.change.PersonName, entry.update.Sentence, entry.update.Stage, entry.update.Progress,
                    entry.update.DueOn, entry.update.MovedFrom, entry.update.SlipReason)
                {
                    Move = entry.update.Move,
                    AgreedBy = entry.update.AgreedBy,
                    BlockedBy = entry.update.BlockedBy,
                    Impact = entry.update.Impact,
                    RecheckOn = entry.update.RecheckOn,
                },
            })
            .ToListAsync(cancel);

        var evidence = await db.Evidence.AsNoTracking()
            .Where(one => one.ActionId == action.Id)
            .Join(db.Changes, one => one.AddedIn, change => change.Sequence, (one, change) => new { one, change })
            .OrderBy(pair => pair.change.Sequence).ThenBy(pair => pair.one.Id)
            .Select(pair => new EvidenceLine(pair.one.Id, pair.one.Strength, pair.one.Title, pair.one.DatedOn, pair.one.Address, pair.one.FileName, pair.one.File!.Size, pair.change.PersonName, pair.change.RecordedAt, pair.one.EndedBecause))
            .ToListAsync(cancel);

        var measures = toMove.Count == 0 ? [] : (await db.LoadMeasuresAsync(actor, programme, cancel)).Where(measure => toMove.Contains(measure.Id)).ToList();
        var facts = new StatusByRule.Facts(action.Stage, action.Progress, action.StartsOn, action.DueOn, history.Where(update => update.Entry.Move is not null).Max(update => (DateOnly?)update.Entry.SaidOn), history.Min(update => (DateOnly?)update.Entry.SaidOn));
        var isLed = actor.PersonId is { } person && (action.LeadId == person || action.AccountableId == person);
        var isTheirs = isLed || (actor.PersonId is { } asks && ActionDoers.Include(asks, history.ConvertAll(update => update.Doer)));
        return new(programme, action, findings, requirements,
            [.. measures.Select(measure => new MovedMeasure(measure.Code, measure.Name))],
            [.. history.Select(update => update.Entry)],
            [.. evidence.Select(one => one with { MayEnd = one.Counts && EvidenceRules.MayChange(actor, programme.Id, isLed) }).OrderBy(one => !one.Counts).ThenByDescending(one => one.Strength)],
            milestones,
            [.. Enum.GetValues<StageMove>().Where(move => StageMoves.From(action.Stage, move) is not null && StageMoves.May(actor, programme.Id, action.Stage, move, move is StageMove.Update or StageMove.Complete ? isLed : isTheirs))],
            actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes, action.Stage != Stage.Withdrawn && EvidenceRules.MayChange(actor, programme.Id, isLed))
        {
            MayJudgeImpact = action.Stage is Stage.Completed or Stage.Verified && actor.May(Permission.UpdateAction, programme.Id, isLed),
            Lenses = await TwoLenses.LoadAsync(db, actor, programme, tree, facts, measures, cancel),
        };
    }

    /// <summary>The action itself, with its milestones and the measures that it should move.</summary>
    /// <exception cref="NotFound">There is none of that reference.</exception>
    private static async Task<(ActionFacts Action, List<MilestoneLine> Milestones, List<int> ToMove)> LoadActionAsync(TrackerContext db, int programmeId, string reference, CancellationToken cancel)
    {
        var found = await db.PriorityActions.AsNoTracking()
            .Where(action => action.ProgrammeId == programmeId && action.Reference == reference)
            .Select(action => new
            {
                Facts = new ActionFacts(action.Id, action.Reference, action.Title, action.OutcomeSought, action.Objective.Reference, action.Objective.Title, action.Objective.Theme!.Name,
                    action.LeadId, action.Lead!.Name, action.Lead.Post, action.AccountableId, action.Accountable!.Name, action.Accountable.Post, action.PartnerAgency,
                    action.StartsOn, action.BaselineDueOn, action.DueOn, action.Stage, action.Progress, action.Impact, action.BlockedBy,
                    action.EvidenceNeeded, action.RecheckOn, action.IsIllustrative, action.Version),
                Milestones = db.MilestoneRevisions.Where(revision => revision.SupersededIn == null && revision.Milestone.ActionId == action.Id && revision.Milestone.EndedIn == null)
                    .OrderBy(revision => revision.DueOn).ThenBy(revision => revision.MilestoneId)
                    .Select(revision => new MilestoneLine(revision.MilestoneId, revision.Title, revision.DueOn,
                        revision.Milestone.Revisions.OrderBy(first => first.RecordedIn).Select(first => first.DueOn).First(), revision.DoneOn, revision.Reason)).ToList(),
                ToMove = action.Measures.Where(link => link.EndedIn == null).Select(link => link.MeasureId).ToList(),
            })
            .SingleOrDefaultAsync(cancel)
            ?? throw new NotFound("There is no such action in this programme. Choose one from the list of actions.");
        return (found.Facts, found.Milestones, found.ToMove);
    }
}
