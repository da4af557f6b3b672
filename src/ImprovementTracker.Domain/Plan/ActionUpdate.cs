using System.Linq.Expressions;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Plan;

/// <summary>An entry in an action's history: what was said, and how the action stood after it.</summary>
public sealed class ActionUpdate
{
    public const int SentenceLength = 500;
    public const int SlipReasonLength = 500;
    public const int AgreedByLength = 150;
    public const int BlockedByLength = 500;

    /// <summary>What one entry says beside how the action stands after it.</summary>
    internal readonly record struct Details
    {
        public StageMove? Move { get; init; }
        public DateOnly? MovedFrom { get; init; }
        public string? SlipReason { get; init; }
        public string? AgreedBy { get; init; }
    }

    /// <summary>
    /// Whether somebody said how the action goes: a move, progress, a new date, what holds it up. That it was entered, handed
    /// over or is verified on other evidence says nothing of that. For the database.
    /// </summary>
    public static readonly Expression<Func<ActionUpdate, bool>> SaysHowItGoes = update => update.Move != null;

    private ActionUpdate() { }

    internal ActionUpdate(PriorityAction action, string sentence, Details details, Change recordedIn)
    {
        Action = action;
        Sentence = sentence;
        Stage = action.Stage;
        Progress = action.Progress;
        Impact = action.Impact;
        StartsOn = action.StartsOn;
        DueOn = action.DueOn;
        BlockedBy = action.BlockedBy;
        EvidenceNeeded = action.EvidenceNeeded;
        RecheckOn = action.RecheckOn;
        (Move, MovedFrom, SlipReason, AgreedBy) = (details.Move, details.MovedFrom, details.SlipReason, details.AgreedBy);
        LeadId = action.LeadId;
        Lead = action.Lead;
        AccountableId = action.AccountableId;
        Accountable = action.Accountable;
        SaidOn = Words.DayInEngland(recordedIn.RecordedAt);
        RecordedIn = recordedIn.Sequence;
    }

    public int Id { get; private set; }
    public int ActionId { get; private set; }
    public PriorityAction Action { get; private set; } = null!;
    public string Sentence { get; private set; } = "";

    /// <summary>What was done to the action; null where it was entered, handed over or its impact judged.</summary>
    public StageMove? Move { get; private set; }

    public Stage Stage { get; private set; }
    public Progress? Progress { get; private set; }
    public Impact Impact { get; private set; }

    /// <summary>Null in entries made before a start could be told from them.</summary>
    public DateOnly? StartsOn { get; private set; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The due date before this update; null when it did not move.</summary>
    public DateOnly? MovedFrom { get; private set; }

    public string? SlipReason { get; private set; }

    /// <summary>Who agreed to the new date or to the withdrawal: a board, a person, a post.</summary>
    public string? AgreedBy { get; private set; }

    public string? BlockedBy { get; private set; }

    /// <summary>Null in entries made before actions demanded evidence.</summary>
    public EvidenceStrength? EvidenceNeeded { get; private set; }

    public DateOnly? RecheckOn { get; private set; }
    public int? LeadId { get; private set; }
    public People.Person? Lead { get; private set; }
    public int? AccountableId { get; private set; }
    public People.Person? Accountable { get; private set; }
    public DateOnly SaidOn { get; private set; }
    public long RecordedIn { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<ActionUpdate>
    {
        public void Configure(EntityTypeBuilder<ActionUpdate> builder)
        {
            builder.ToTable("ActionUpdates");
            builder.HasOne(update => update.Action).WithMany(action => action.Updates).HasForeignKey(update => update.ActionId);
            builder.HasOne(update => update.Lead).WithMany().HasForeignKey(update => update.LeadId);
            builder.HasOne(update => update.Accountable).WithMany().HasForeignKey(update => update.AccountableId);
            builder.Property(update => update.Sentence).HasMaxLength(SentenceLength);
            builder.Property(update => update.SlipReason).HasMaxLength(SlipReasonLength);
            builder.Property(update => update.AgreedBy).HasMaxLength(AgreedByLength);
            builder.Property(update => update.BlockedBy).HasMaxLength(BlockedByLength);
            builder.HasIndex(update => new { update.ActionId, update.RecordedIn });
            builder.HasChange(update => update.RecordedIn);
        }
    }
}
