using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>A plan that the law asks for after an inspection.</summary>
public enum StatutoryPlan { Draft, Final }

/// <summary>The day on which the authority sent a plan that was due by law; a day entered wrongly is ended by the right one, and stays on record.</summary>
public sealed class SentPlan
{
    public const int ReasonLength = 500;

    private SentPlan() { }

    public SentPlan(Inspection inspection, StatutoryPlan plan, DateOnly sentOn, string? reason, SourceDocument? source, Change addedIn)
    {
        Inspection = inspection;
        Plan = plan;
        SentOn = sentOn;
        Reason = reason;
        Source = source;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int InspectionId { get; private set; }
    public Inspection Inspection { get; private set; } = null!;
    public StatutoryPlan Plan { get; private set; }
    public DateOnly SentOn { get; private set; }

    /// <summary>Why another day stood here before; null where none did.</summary>
    public string? Reason { get; private set; }

    /// <summary>The letter or minute that says so; null where none is named.</summary>
    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<SentPlan>
    {
        public void Configure(EntityTypeBuilder<SentPlan> builder)
        {
            builder.ToTable("SentPlans");
            builder.HasOne(sent => sent.Inspection).WithMany(inspection => inspection.SentPlans).HasForeignKey(sent => sent.InspectionId);
            builder.HasOne(sent => sent.Source).WithMany().HasForeignKey(sent => sent.SourceId);
            builder.Property(sent => sent.Plan).HasColumnName("StatutoryPlan");
            builder.Property(sent => sent.Reason).HasMaxLength(ReasonLength);
            builder.HasChange(sent => sent.AddedIn);
            builder.HasChange(sent => sent.EndedIn);
        }
    }
}

public static class StatutoryPlanWords
{
    public static string Label(this StatutoryPlan plan) => plan switch
    {
        StatutoryPlan.Draft => "Draft action plan",
        StatutoryPlan.Final => "Final action plan",
    };
}
