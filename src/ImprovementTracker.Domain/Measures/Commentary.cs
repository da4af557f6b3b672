using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What stands behind a month's figure in an area: why it is so, and what comes next.</summary>
public sealed class Commentary : IAddedAndEnded
{
    public const int TextLength = 1000;

    private Commentary() { }

    public Commentary(Measure measure, Area area, Month month, string why, string? whatNext, Change addedIn)
    {
        Measure = measure;
        Area = area;
        Month = month;
        Why = why;
        WhatNext = whatNext;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;
    public int AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public Month Month { get; private set; }
    public string Why { get; private set; } = "";
    public string? WhatNext { get; private set; }
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<Commentary>
    {
        public void Configure(EntityTypeBuilder<Commentary> builder)
        {
            builder.ToTable("Commentaries");
            builder.HasOne(commentary => commentary.Measure).WithMany().HasForeignKey(commentary => commentary.MeasureId);
            builder.HasOne(commentary => commentary.Area).WithMany().HasForeignKey(commentary => commentary.AreaId);
            builder.Property(commentary => commentary.Why).HasMaxLength(TextLength);
            builder.Property(commentary => commentary.WhatNext).HasMaxLength(TextLength);
            builder.HasIndex(commentary => new { commentary.MeasureId, commentary.Month, commentary.AreaId });
            builder.HasChange(commentary => commentary.AddedIn);
            builder.HasChange(commentary => commentary.EndedIn);
        }
    }
}
