using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Plan;

/// <summary>What the council does about what was found: led by somebody, due on a day, answering findings and moving measures.</summary>
public sealed class PriorityAction
{
    public const int ReferenceLength = 12;
    public const int TitleLength = 200;
    public const int OutcomeLength = 1000;
    public const int AgencyLength = 150;

    /// <summary>An action planned for longer than this is a mistyped year.</summary>
    public const int LongestYears = 10;

    private PriorityAction() { }

    public PriorityAction(Objective objective, string reference, DateOnly startsOn, DateOnly dueOn, bool isIllustrative)
    {
        ProgrammeId = objective.ProgrammeId;
        Programme = objective.Programme;
        Objective = objective;
        Reference = reference;
        StartsOn = startsOn;
        BaselineDueOn = dueOn;
        DueOn = dueOn;
        IsIllustrative = isIllustrative;
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public int ObjectiveId { get; private set; }
    public Objective Objective { get; private set; } = null!;

    /// <summary>Short name in the plan: A7. Unique in the programme.</summary>
    public string Reference { get; private set; } = "";

    public string Title { get; private set; } = "";
    public string OutcomeSought { get; private set; } = "";
    public int? LeadId { get; private set; }
    public Person? Lead { get; private set; }
    public int? AccountableId { get; private set; }
    public Person? Accountable { get; private set; }
    public string? PartnerAgency { get; private set; }
    public DateOnly StartsOn { get; private set; }

    /// <summary>The due date first agreed; it stays for good.</summary>
    public DateOnly BaselineDueOn { get; private set; }

    public DateOnly DueOn { get; private set; }
    public Stage Stage { get; private set; }

    /// <summary>The owner's own judgement, only while in progress.</summary>
    public Progress? Progress { get; private set; }

    public Impact Impact { get; private set; }
    /// <summary>What holds it up; null while nothing does.</summary>
    public string? BlockedBy { get; private set; }

    /// <summary>The weakest evidence on which it may be verified.</summary>
    public EvidenceStrength EvidenceNeeded { get; private set; } = EvidenceStrength.Document;

    /// <summary>The day on which a verified action is looked at again; null where it is not.</summary>
    public DateOnly? RecheckOn { get; private set; }

    public bool IsIllustrative { get; private set; }

    /// <summary>Guards against two people saving over each other.</summary>
    public int Version { get; private set; }

    public ICollection<ActionUpdate> Updates { get; } = [];
    public ICollection<ActionFinding> Findings { get; } = [];
    public ICollection<ActionRequirement> Requirements { get; } = [];
    public ICollection<ActionMeasure> Measures { get; } = [];
    public ICollection<Milestone> Milestones { get; } = [];
    public ICollection<Evidence> Evidence { get; } = [];

    public void Describe(Objective objective, string title, string outcomeSought, string? partnerAgency)
    {
        Objective = objective;
        Title = title;
        OutcomeSought = outcomeSought;
        PartnerAgency = partnerAgency;
        Version++;
    }

    /// <exception cref="BrokenRule">The start lies behind the due date.</exception>
    public void StartOn(DateOnly day)
    {
        if (day > DueOn)
            throw new BrokenRule($"Action {Reference} is due on {Words.Date(DueOn)}: it cannot start after that. Choose an earlier start, or move the due date first.");
        StartsOn = day;
    }

    public void Assign(Person? lead, Person? accountable)
    {
        // The ids too, so that the entry made next in the history says who leads from now on.
        (Lead, LeadId) = (lead, lead is { Id: > 0 } ? lead.Id : null);
        (Accountable, AccountableId) = (accountable, accountable is { Id: > 0 } ? accountable.Id : null);
    }

    /// <summary>Somebody else leads it, is accountable for it, or both from now on.</summary>
    /// <param name="sentence">What its history tells of that.</param>
    public ActionUpdate HandOver(Person? lead, Person? accountable, string sentence, Change change)
    {
        Assign(lead, accountable);
        Version++;
        return Record(sentence, change);
    }

    /// <summary>Says on what evidence it may be verified. Not of a verified action: it would be blue on less than it demands.</summary>
    /// <exception cref="BrokenRule">It is verified.</exception>
    public void Demand(EvidenceStrength strength)
    {
        if (strength == EvidenceNeeded)
            return;
        if (Stage == Stage.Verified)
            throw new BrokenRule($"Action {Reference} is verified: reopen it before other evidence is demanded.");
        EvidenceNeeded = strength;
    }

    /// <summary>The owner's update: progress, a sentence and perhaps a new date or what holds it up. It starts an action that had not started.</summary>
    /// <param name="agreedBy">Who agreed to the new date: a board, a person, a post.</param>
    /// <exception cref="BrokenRule">The action's stage allows no progress, the new date is before its start, or a reason is given for a date that stays.</exception>
    public ActionUpdate Report(Progress progress, string sentence, DateOnly? newDueOn, string? slipReason, Change change, string? agreedBy = null, string? blockedBy = null, Impact? impact = null)
    {
        RequireMove(StageMove.Update);
        var moved = newDueOn is { } date && date != DueOn;
        if (!moved && !string.IsNullOrWhiteSpace(slipReason))
            throw new BrokenRule($"The date is as it was, {Words.Date(DueOn)}: change the date, or take the reason out.");
        if (moved && newDueOn < StartsOn)
            throw new BrokenRule($"The new date lies before the action's start on {Words.Date(StartsOn)}. Choose a later date.");
        Progress = progress;
        Impact = impact ?? Impact;
        BlockedBy = blockedBy;
        var earlier = DueOn;
        if (moved)
            DueOn = newDueOn!.Value;
        return Move(StageMove.Update, sentence, change, new ActionUpdate.Details { MovedFrom = moved ? earlier : null, SlipReason = moved ? slipReason : null, AgreedBy = moved ? agreedBy : null });
    }

    /// <summary>It is done, says its owner; another person has yet to verify it.</summary>
    /// <param name="impact">What difference it has made; null where that is as it was.</param>
    /// <exception cref="BrokenRule">Its stage does not allow that.</exception>
    public ActionUpdate Complete(string sentence, Impact? impact, Change change)
    {
        RequireMove(StageMove.Complete);
        Impact = impact ?? Impact;
        BlockedBy = null;
        return Move(StageMove.Complete, sentence, change);
    }

    /// <summary>Another person confirms it on its evidence, which must be loaded.</summary>
    /// <exception cref="BrokenRule">Its stage does not allow that, or its evidence is weaker than it demands.</exception>
    public ActionUpdate Verify(string sentence, Impact? impact, DateOnly? recheckOn, Change change) => Confirm(StageMove.Verify, sentence, impact, recheckOn, change);

    /// <summary>Another person has looked again and it still holds.</summary>
    /// <inheritdoc cref="Verify"/>
    public ActionUpdate Recheck(string sentence, Impact? impact, DateOnly? recheckOn, Change change) => Confirm(StageMove.Recheck, sentence, impact, recheckOn, change);

    /// <summary>It is in progress again: what was completed or verified does not hold, or what was withdrawn is needed.</summary>
    /// <exception cref="BrokenRule">Its stage does not allow that.</exception>
    public ActionUpdate Reopen(Progress progress, string reason, Change change)
    {
        RequireMove(StageMove.Reopen);
        Progress = progress;
        RecheckOn = null;
        return Move(StageMove.Reopen, reason, change);
    }

    /// <summary>It is no part of the plan any more.</summary>
    /// <param name="agreedBy">Who agreed to that: a board, a person, a post.</param>
    /// <exception cref="BrokenRule">Its stage does not allow that.</exception>
    public ActionUpdate Withdraw(string reason, string agreedBy, Change change)
    {
        RequireMove(StageMove.Withdraw);
        BlockedBy = null;
        return Move(StageMove.Withdraw, reason, change, new ActionUpdate.Details { AgreedBy = agreedBy });
    }

    /// <summary>What difference it has made is seen otherwise now; its stage stays.</summary>
    /// <exception cref="BrokenRule">It was withdrawn, or is still open, where an update says it.</exception>
    public ActionUpdate Judge(Impact impact, string sentence, Change change)
    {
        if (Stage == Stage.Withdrawn)
            throw new BrokenRule($"Action {Reference} was withdrawn: it has no impact to judge.");
        if (Stage.IsOpen())
            throw new BrokenRule($"Action {Reference} is {Stage.InText()}: say what difference it makes with an update.");
        Impact = impact;
        Version++;
        return Record(sentence, change);
    }

    /// <summary>Notes in the history how the action stands now.</summary>
    public ActionUpdate Record(string sentence, Change change) => Note(sentence, change, new());

    private ActionUpdate Confirm(StageMove move, string sentence, Impact? impact, DateOnly? recheckOn, Change change)
    {
        RequireMove(move);
        if (!Evidence.Any(one => one.EndedIn is null && one.Strength.IsAtLeast(EvidenceNeeded)))
            throw new BrokenRule($"Action {Reference} asks for evidence of the strength '{EvidenceNeeded.Label()}' or stronger, and has none. Add the evidence first, or send the action back by reopening it.");
        Impact = impact ?? Impact;
        RecheckOn = recheckOn;
        return Move(move, sentence, change);
    }

    private void RequireMove(StageMove move)
    {
        if (StageMoves.From(Stage, move) is null)
            throw new BrokenRule(StageMoves.WhyNot(Reference, Stage, move));
    }

    private ActionUpdate Move(StageMove move, string sentence, Change change, ActionUpdate.Details details = default)
    {
        Stage = StageMoves.From(Stage, move)!.Value;
        if (Stage != Stage.InProgress)
            Progress = null;
        Version++;
        return Note(sentence, change, details with { Move = move });
    }

    private ActionUpdate Note(string sentence, Change change, ActionUpdate.Details details)
    {
        var update = new ActionUpdate(this, sentence, details, change);
        Updates.Add(update);
        return update;
    }

    public sealed class Configuration : IEntityTypeConfiguration<PriorityAction>
    {
        public void Configure(EntityTypeBuilder<PriorityAction> builder)
        {
            builder.ToTable("PriorityActions");
            builder.HasOne(action => action.Programme).WithMany().HasForeignKey(action => action.ProgrammeId);
            builder.HasOne(action => action.Objective).WithMany().HasForeignKey(action => action.ObjectiveId);
            builder.HasOne(action => action.Lead).WithMany().HasForeignKey(action => action.LeadId);
            builder.HasOne(action => action.Accountable).WithMany().HasForeignKey(action => action.AccountableId);
            builder.Property(action => action.Reference).HasMaxLength(ReferenceLength);
            builder.Property(action => action.Title).HasMaxLength(TitleLength);
            builder.Property(action => action.OutcomeSought).HasMaxLength(OutcomeLength);
            builder.Property(action => action.PartnerAgency).HasMaxLength(AgencyLength);
            builder.Property(action => action.BlockedBy).HasMaxLength(ActionUpdate.BlockedByLength);
            builder.Property(action => action.EvidenceNeeded).HasDefaultValue(EvidenceStrength.Document).HasSentinel(EvidenceStrength.Document);
            builder.Property(action => action.Version).IsConcurrencyToken();
            builder.HasIndex(action => new { action.ProgrammeId, action.Reference }).IsUnique();
        }
    }
}
