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
    public bool IsIllustrative { get; private set; }

    /// <summary>Guards against two people saving over each other.</summary>
    public int Version { get; private set; }

    public ICollection<ActionUpdate> Updates { get; } = [];
    public ICollection<ActionFinding> Findings { get; } = [];
    public ICollection<ActionMeasure> Measures { get; } = [];

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

    /// <summary>The owner's update: progress, a sentence and perhaps a new date. It starts an action that had not started.</summary>
    /// <exception cref="BrokenRule">The action's stage allows no progress, the new date is before its start, or a reason is given for a date that stays.</exception>
    public ActionUpdate Report(Progress progress, string sentence, DateOnly? newDueOn, string? slipReason, Change change)
    {
        switch (Stage)
        {
            case Stage.Completed or Stage.Verified:
                throw new BrokenRule($"Action {Reference} is {Stage.Label().ToLowerInvariant()}: it takes no more progress. Ask the programme manager to reopen it if that is wrong.");
            case Stage.Withdrawn:
                throw new BrokenRule($"Action {Reference} was withdrawn: it takes no more updates.");
            case Stage.NotStarted or Stage.InProgress:
                break;
        }
        var moved = newDueOn is { } date && date != DueOn;
        if (!moved && !string.IsNullOrWhiteSpace(slipReason))
            throw new BrokenRule($"The date is as it was, {Words.Date(DueOn)}: change the date, or take the reason out.");
        if (moved && newDueOn < StartsOn)
            throw new BrokenRule($"The new date lies before the action's start on {Words.Date(StartsOn)}. Choose a later date.");
        Stage = Stage.InProgress;
        Progress = progress;
        var earlier = DueOn;
        if (moved)
            DueOn = newDueOn!.Value;
        Version++;
        return Record(sentence, moved ? earlier : null, moved ? slipReason : null, change);
    }

    /// <summary>Moves the action to another stage; used where the move itself is allowed.</summary>
    public ActionUpdate MoveTo(Stage stage, Progress? progress, Impact impact, string sentence, Change change)
    {
        Stage = stage;
        Progress = stage == Stage.InProgress ? progress : null;
        Impact = impact;
        Version++;
        return Record(sentence, null, null, change);
    }

    /// <summary>Notes in the history how the action stands now.</summary>
    public ActionUpdate Record(string sentence, DateOnly? movedFrom, string? slipReason, Change change)
    {
        var update = new ActionUpdate(this, sentence, movedFrom, slipReason, change);
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
            builder.Property(action => action.Version).IsConcurrencyToken();
            builder.HasIndex(action => new { action.ProgrammeId, action.Reference }).IsUnique();
        }
    }
}
