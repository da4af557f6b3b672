using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// What a measure meant up to a month. With the next month a new definition began: figures on the two sides of it are
/// never compared, and neither limits nor trends reach across.
/// </summary>
public sealed class EarlierDefinition : RecordedEntry
{
    public const int WhatChangedLength = 500;

    private EarlierDefinition() { }

    internal EarlierDefinition(Measure measure, Month until, string whatChanged, Change recordedIn) : base(recordedIn)
    {
        Measure = measure;
        Definition = measure.Definition;
        Numerator = measure.Numerator;
        Denominator = measure.Denominator;
        Until = until;
        WhatChanged = whatChanged;
    }

    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;

    /// <summary>What it meant up to the month; once that is taken back, what it was said to mean after it.</summary>
    public string Definition { get; private set; } = "";
    public string Numerator { get; private set; } = "";
    public string? Denominator { get; private set; }

    /// <summary>The last month for which it held.</summary>
    public Month Until { get; private set; }

    /// <summary>What was different from then on, and why.</summary>
    public string WhatChanged { get; private set; } = "";

    /// <summary>The definition that followed was given by mistake: this keeps its words, and the measure has its own again.</summary>
    /// <exception cref="BrokenRule">It was taken back before.</exception>
    internal void TakeBack(string definition, string numerator, string? denominator, string reason, Change change)
    {
        TakeBack(reason, change);
        (Definition, Numerator, Denominator) = (definition, numerator, denominator);
    }

    public sealed class Configuration : IEntityTypeConfiguration<EarlierDefinition>
    {
        public void Configure(EntityTypeBuilder<EarlierDefinition> builder)
        {
            builder.ToTable("EarlierDefinitions");
            builder.HasOne(earlier => earlier.Measure).WithMany(measure => measure.EarlierDefinitions).HasForeignKey(earlier => earlier.MeasureId);
            builder.Property(earlier => earlier.Definition).HasMaxLength(Measure.DefinitionLength);
            builder.Property(earlier => earlier.Numerator).HasMaxLength(Measure.CountedLength);
            builder.Property(earlier => earlier.Denominator).HasMaxLength(Measure.CountedLength);
            builder.Property(earlier => earlier.Until).HasColumnName("UntilMonth");
            builder.Property(earlier => earlier.WhatChanged).HasMaxLength(WhatChangedLength);
            builder.HasIndex(earlier => new { earlier.MeasureId, earlier.Until }).IsUnique().HasFilter("EndedIn IS NULL");
            builder.Property(earlier => earlier.RecordedIn).HasColumnName("AddedIn");
            builder.HasChange(earlier => earlier.RecordedIn);
            builder.CanBeTakenBack();
        }
    }
}
