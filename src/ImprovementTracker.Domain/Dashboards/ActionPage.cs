using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Everything of one action: what it answers, what it should move, how it stands and what was said of it.</summary>
public sealed class ActionPage(IDbContextFactory<TrackerContext> database)
{
    /// <param name="Findings">Only those of inspections that the person may know of.</param>
    /// <param name="History">Newest first.</param>
    /// <param name="Evidence">Strongest first; what counts no more stands last.</param>
    /// <param name="Moves">What the person may do with it now.</param>
    /// <param name="MayEdit">Whether the person may change what it is.</param>
    /// <param name="MayAddEvidence">Whether the person may add evidence and take it out.</param>
    public sealed record Shown(ProgrammeHeader Programme, ActionFacts Action, IReadOnlyList<AnsweredFinding> Findings, IReadOnlyList<AnsweredRequirement> Requirements, IReadOnlyList<MovedMeasure> Measures,
        IReadOnlyList<HistoryEntry> History, IReadOnlyList<EvidenceLine> Evidence, IReadOnlyList<MilestoneLine> Milestones, IReadOnlyList<StageMove> Moves, bool MayEdit, bool MayAddEvidence)
    {
        public bool MayUpdate => Moves.Contains(StageMove.Update);

        /// <summary>Whether it has the evidence on which it may be verified.</summary>
        public bool HasEvidence => Evidence.Any(one => one.Counts && one.Strength.IsAtLeast(Action.EvidenceNeeded));

        /// <summary>Whether a verified action is to be looked at again by now.</summary>
        public bool IsToRecheck => Action.Stage == Stage.Verified && Action.RecheckOn <= Programme.JudgedOn;

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
    }

    /// <param name="DoneOn">The day on which it was reached; null while it is not.</param>
    /// <param name="FirstDueOn">The date first agreed.</param>
    /// <param name="Why">Why it says what it says now, where a date moved.</param>
    public sealed record MilestoneLine(int Id, string Title, DateOnly DueOn, DateOnly FirstDueOn, DateOnly? DoneOn, string? Why, long SaidIn)
    {
        public bool IsOverdue(DateOnly judgedOn) => DoneOn is null && DueOn < judgedOn;
    }

    public sealed record MovedMeasure(string Code, string Name);

    public async Task<Shown> LoadAsync(Actor actor, string slug, string reference, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadProgramme, cancel);
        var action = await db.PriorityActions.AsNoTracking()
            .Where(action => action.ProgrammeId == programme.Id && action.Reference == reference)
            .Select(action => new ActionFacts(action.Id, action.Reference, action.Title, action.OutcomeSought, action.Objective.Reference, action.Objective.Title, action.Objective.Theme!.Name,
                action.LeadId, action.Lead!.Name, action.Lead.Post, action.AccountableId, action.Accountable!.Name, action.Accountable.Post, action.PartnerAgency,
                action.StartsOn, action.BaselineDueOn, action.DueOn, action.Stage, action.Progress, action.Impact, action.BlockedBy,
                action.EvidenceNeeded, action.RecheckOn, action.IsIllustrative, action.Version))
            .SingleOrDefaultAsync(cancel)
            ?? throw new NotFound("There is no such action in this programme. Choose one from the list of actions.");

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
        var measures = await db.ActionMeasures.AsNoTracking()
            .Where(link => link.ActionId == action.Id && link.EndedIn == null)
            .OrderBy(link => link.Measure.Order).ThenBy(link => link.Measure.Name)
            .Select(link => new MovedMeasure(link.Measure.Code, link.Measure.Name))
            .ToListAsync(cancel);
        var history = await db.ActionUpdates.AsNoTracking()
            .Where(update => update.ActionId == action.Id)
            .Join(db.Changes, update => update.RecordedIn, change => change.Sequence, (update, change) => new { update, change })
            .OrderByDescending(entry => entry.change.Sequence).ThenByDescending(entry => entry.update.Id)
            .Select(entry => new HistoryEntry(entry.change.Sequence, entry.change.RecordedAt, entry.change.PersonName, entry.update.Sentence, entry.update.Stage, entry.update.Progress,
                entry.update.DueOn, entry.update.MovedFrom, entry.update.SlipReason)
            {
                Move = entry.update.Move,
                AgreedBy = entry.update.AgreedBy,
                BlockedBy = entry.update.BlockedBy,
                Impact = entry.update.Impact,
            })
            .ToListAsync(cancel);

        var evidence = await db.Evidence.AsNoTracking()
            .Where(one => one.ActionId == action.Id)
            .Join(db.Changes, one => one.AddedIn, change => change.Sequence, (one, change) => new { one, change })
            .OrderBy(pair => pair.change.Sequence).ThenBy(pair => pair.one.Id)
            .Select(pair => new EvidenceLine(pair.one.Id, pair.one.Strength, pair.one.Title, pair.one.DatedOn, pair.one.Address, pair.one.FileName, pair.one.File!.Size,
                pair.change.PersonName, pair.change.RecordedAt, pair.one.EndedBecause))
            .ToListAsync(cancel);

        var milestones = await db.MilestoneRevisions.AsNoTracking()
            .Where(revision => revision.SupersededIn == null && revision.Milestone.ActionId == action.Id && revision.Milestone.EndedIn == null)
            .OrderBy(revision => revision.DueOn).ThenBy(revision => revision.MilestoneId)
            .Select(revision => new MilestoneLine(revision.MilestoneId, revision.Title, revision.DueOn,
                revision.Milestone.Revisions.OrderBy(first => first.RecordedIn).Select(first => first.DueOn).First(), revision.DoneOn, revision.Reason, revision.RecordedIn))
            .ToListAsync(cancel);

        var isLed = actor.PersonId is { } person && (action.LeadId == person || action.AccountableId == person);
        var isTheirs = isLed || await db.WasDoneByAsync(action.Id, actor, cancel);
        return new(programme, action, findings, requirements, measures, history,
            [.. evidence.OrderBy(one => !one.Counts).ThenByDescending(one => one.Strength)],
            milestones,
            [.. Enum.GetValues<StageMove>().Where(move => StageMoves.From(action.Stage, move) is not null && StageMoves.May(actor, programme.Id, action.Stage, move, move is StageMove.Update or StageMove.Complete ? isLed : isTheirs))],
            actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes, action.Stage != Stage.Withdrawn && EvidenceRules.MayAdd(actor, programme.Id, isLed));
    }
}
