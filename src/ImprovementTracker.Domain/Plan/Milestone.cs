using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Plan;

/// <summary>A step on the way of an action, with a day of its own; what it said before is kept.</summary>
public sealed class Milestone
{
    private Milestone() { }

    public Milestone(PriorityAction action, string title, DateOnly dueOn, Change addedIn)
    {
        Action = action;
        AddedIn = addedIn.Sequence;
        Revisions.Add(new MilestoneRevision(this, title, dueOn, null, null, addedIn));
    }

    public int Id { get; private set; }
    public int ActionId { get; private set; }
    public PriorityAction Action { get; private set; } = null!;
    public long AddedIn { get; private set; }

    /// <summary>The change that took it out of the plan; null while it stands.</summary>
    public long? EndedIn { get; private set; }

    public ICollection<MilestoneRevision> Revisions { get; } = [];

    /// <summary>What it says now; its revisions, or the current one alone, must be loaded.</summary>
    public MilestoneRevision Current => Revisions.Single(revision => revision.SupersededIn is null);

    /// <param name="doneOn">The day on which it was reached; null while it is not.</param>
    /// <param name="reason">Why it says something else now; asked for where its date moves or it was not reached on the day that was said.</param>
    /// <exception cref="BrokenRule">The date moves, or it was not reached on that day after all, without a reason.</exception>
    public void Revise(string title, DateOnly dueOn, DateOnly? doneOn, string? reason, Change change)
    {
        var before = Current;
        if ((before.Title, before.DueOn, before.DoneOn) == (title, dueOn, doneOn))
            return;
        if (before.DueOn != dueOn && string.IsNullOrWhiteSpace(reason))
            throw new BrokenRule("Say why the milestone's date moves.");
        if (before.DoneOn is not null && before.DoneOn != doneOn && string.IsNullOrWhiteSpace(reason))
            throw new BrokenRule("Say why the milestone was not reached on that day.");
        before.Supersede(change);
        Revisions.Add(new MilestoneRevision(this, title, dueOn, doneOn, reason, change));
    }

    /// <summary>It is no step of the action any more; its last revision says why.</summary>
    public void End(string reason, Change change)
    {
        if (EndedIn is not null)
            return;
        var before = Current;
        before.Supersede(change);
        Revisions.Add(new MilestoneRevision(this, before.Title, before.DueOn, before.DoneOn, reason, change));
        EndedIn = change.Sequence;
    }

    public sealed class Configuration : IEntityTypeConfiguration<Milestone>
    {
        public void Configure(EntityTypeBuilder<Milestone> builder)
        {
            builder.ToTable("Milestones");
            builder.HasOne(milestone => milestone.Action).WithMany(action => action.Milestones).HasForeignKey(milestone => milestone.ActionId);
            builder.Ignore(milestone => milestone.Current);
            builder.HasChange(milestone => milestone.AddedIn);
            builder.HasChange(milestone => milestone.EndedIn);
        }
    }
}

/// <summary>What a milestone said from one change to another.</summary>
public sealed class MilestoneRevision : IRecordedAndSuperseded
{
    public const int TitleLength = 200;
    public const int ReasonLength = 500;

    private MilestoneRevision() { }

    internal MilestoneRevision(Milestone milestone, string title, DateOnly dueOn, DateOnly? doneOn, string? reason, Change recordedIn)
    {
        Milestone = milestone;
        Title = title;
        DueOn = dueOn;
        DoneOn = doneOn;
        Reason = reason;
        RecordedIn = recordedIn.Sequence;
    }

    public int Id { get; private set; }
    public int MilestoneId { get; private set; }
    public Milestone Milestone { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public DateOnly DueOn { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public string? Reason { get; private set; }
    public long RecordedIn { get; private set; }
    public long? SupersededIn { get; private set; }

    internal void Supersede(Change change) => SupersededIn = change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<MilestoneRevision>
    {
        public void Configure(EntityTypeBuilder<MilestoneRevision> builder)
        {
            builder.ToTable("MilestoneRevisions");
            builder.HasOne(revision => revision.Milestone).WithMany(milestone => milestone.Revisions).HasForeignKey(revision => revision.MilestoneId);
            builder.Property(revision => revision.Title).HasMaxLength(TitleLength);
            builder.Property(revision => revision.Reason).HasMaxLength(ReasonLength);
            builder.HasChange(revision => revision.RecordedIn);
            builder.HasChange(revision => revision.SupersededIn);
        }
    }
}
