using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Plan;

/// <summary>An action answers a finding, from one change to another.</summary>
public sealed class ActionFinding : IAddedAndEnded
{
    private ActionFinding() { }

    public ActionFinding(PriorityAction action, Finding finding, Change addedIn)
    {
        Action = action;
        Finding = finding;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int ActionId { get; private set; }
    public PriorityAction Action { get; private set; } = null!;
    public int FindingId { get; private set; }
    public Finding Finding { get; private set; } = null!;
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<ActionFinding>
    {
        public void Configure(EntityTypeBuilder<ActionFinding> builder)
        {
            builder.ToTable("ActionFindings");
            builder.HasOne(link => link.Action).WithMany(action => action.Findings).HasForeignKey(link => link.ActionId);
            builder.HasOne(link => link.Finding).WithMany().HasForeignKey(link => link.FindingId);
            builder.HasChange(link => link.AddedIn);
            builder.HasChange(link => link.EndedIn);
        }
    }
}

/// <summary>An action answers a requirement of the notice, from one change to another.</summary>
public sealed class ActionRequirement : IAddedAndEnded
{
    private ActionRequirement() { }

    public ActionRequirement(PriorityAction action, Requirement requirement, Change addedIn)
    {
        Action = action;
        Requirement = requirement;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int ActionId { get; private set; }
    public PriorityAction Action { get; private set; } = null!;
    public int RequirementId { get; private set; }
    public Requirement Requirement { get; private set; } = null!;
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<ActionRequirement>
    {
        public void Configure(EntityTypeBuilder<ActionRequirement> builder)
        {
            builder.ToTable("ActionRequirements");
            builder.HasOne(link => link.Action).WithMany(action => action.Requirements).HasForeignKey(link => link.ActionId);
            builder.HasOne(link => link.Requirement).WithMany().HasForeignKey(link => link.RequirementId);
            builder.HasChange(link => link.AddedIn);
            builder.HasChange(link => link.EndedIn);
        }
    }
}

/// <summary>An action should move a measure, from one change to another.</summary>
public sealed class ActionMeasure : IAddedAndEnded
{
    private ActionMeasure() { }

    public ActionMeasure(PriorityAction action, Measure measure, Change addedIn)
    {
        Action = action;
        Measure = measure;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int ActionId { get; private set; }
    public PriorityAction Action { get; private set; } = null!;
    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<ActionMeasure>
    {
        public void Configure(EntityTypeBuilder<ActionMeasure> builder)
        {
            builder.ToTable("ActionMeasures");
            builder.HasOne(link => link.Action).WithMany(action => action.Measures).HasForeignKey(link => link.ActionId);
            builder.HasOne(link => link.Measure).WithMany().HasForeignKey(link => link.MeasureId);
            builder.HasChange(link => link.AddedIn);
            builder.HasChange(link => link.EndedIn);
        }
    }
}
