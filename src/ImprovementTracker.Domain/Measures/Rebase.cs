using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A person's decision that a series begins anew in a month, because something is done differently for good.</summary>
public sealed class Rebase : IAddedAndEnded
{
    public const int ReasonLength = Commentary.TextLength;

    private Rebase() { }

    public Rebase(Measure measure, Area? area, Month from, string reason, Change addedIn)
    {
        Measure = measure;
        Area = area;
        From = from;
        Reason = reason;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;

    /// <summary>The only area whose series it is about; null when it is every area's.</summary>
    public int? AreaId { get; private set; }
    public Area? Area { get; private set; }

    /// <summary>The first month of the new stretch.</summary>
    public Month From { get; private set; }

    public string Reason { get; private set; } = "";
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<Rebase>
    {
        public void Configure(EntityTypeBuilder<Rebase> builder)
        {
            builder.ToTable("Rebases");
            builder.HasOne(rebase => rebase.Measure).WithMany().HasForeignKey(rebase => rebase.MeasureId);
            builder.HasOne(rebase => rebase.Area).WithMany().HasForeignKey(rebase => rebase.AreaId);
            builder.Property(rebase => rebase.From).HasColumnName("FromMonth");
            builder.Property(rebase => rebase.Reason).HasMaxLength(ReasonLength);
            builder.HasChange(rebase => rebase.AddedIn);
            builder.HasChange(rebase => rebase.EndedIn);
        }
    }
}
