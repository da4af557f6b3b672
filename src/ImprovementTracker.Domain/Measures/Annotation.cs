using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What happened in a month that a reader of the chart should know: a backlog cleared, a team moved.</summary>
public sealed class Annotation : IAddedAndEnded
{
    /// <summary>A chart has room for so much. The column is as wide as that of a commentary: they are read by one statement.</summary>
    public const int TextLength = 200;


    private Annotation() { }

    public Annotation(Measure measure, Area? area, Month month, string text, Change addedIn)
    {
        Measure = measure;
        Area = area;
        Month = month;
        Text = text;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;

    /// <summary>The only area whose chart shows it; null when every area's does.</summary>
    public int? AreaId { get; private set; }
    public Area? Area { get; private set; }
    public Month Month { get; private set; }
    public string Text { get; private set; } = "";
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<Annotation>
    {
        public void Configure(EntityTypeBuilder<Annotation> builder)
        {
            builder.ToTable("Annotations");
            builder.HasOne(annotation => annotation.Measure).WithMany().HasForeignKey(annotation => annotation.MeasureId);
            builder.HasOne(annotation => annotation.Area).WithMany().HasForeignKey(annotation => annotation.AreaId);
            builder.Property(annotation => annotation.Text).HasMaxLength(Commentary.TextLength);
            builder.HasChange(annotation => annotation.AddedIn);
            builder.HasChange(annotation => annotation.EndedIn);
        }
    }
}
