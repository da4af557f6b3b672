using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What a requirement said until it was changed or was no longer asked, and why.</summary>
public sealed class RequirementCorrection
{
    public const int ReasonLength = 500;

    private RequirementCorrection() { }

    /// <summary>Keeps what the requirement says at this moment, before it is changed.</summary>
    internal RequirementCorrection(Requirement requirement, string? reason, Change recordedIn)
    {
        Requirement = requirement;
        Reference = requirement.Reference;
        Words = requirement.Words;
        IsVerbatim = requirement.IsVerbatim;
        SourceId = requirement.SourceId;
        Paragraph = requirement.Paragraph;
        ThemeId = requirement.ThemeId;
        DueOn = requirement.DueOn;
        Reason = reason;
        RecordedIn = recordedIn.Sequence;
    }

    public int Id { get; private set; }
    public int RequirementId { get; private set; }
    public Requirement Requirement { get; private set; } = null!;
    public string Reference { get; private set; } = "";
    public string Words { get; private set; } = "";
    public bool IsVerbatim { get; private set; }
    public int? SourceId { get; private set; }
    public string? Paragraph { get; private set; }
    public int? ThemeId { get; private set; }
    public KnownDate? DueOn { get; private set; }

    /// <summary>Null for a change that needs none: of the reference, the document, the paragraph or the theme.</summary>
    public string? Reason { get; private set; }

    public long RecordedIn { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<RequirementCorrection>
    {
        public void Configure(EntityTypeBuilder<RequirementCorrection> builder)
        {
            builder.ToTable("RequirementCorrections");
            builder.HasOne(correction => correction.Requirement).WithMany(requirement => requirement.Corrections).HasForeignKey(correction => correction.RequirementId);
            builder.HasOne<SourceDocument>().WithMany().HasForeignKey(correction => correction.SourceId);
            builder.HasOne<Theme>().WithMany().HasForeignKey(correction => correction.ThemeId);
            builder.Property(correction => correction.Reference).HasMaxLength(Requirement.ReferenceLength);
            builder.Property(correction => correction.Words).HasMaxLength(Requirement.WordsLength);
            builder.Property(correction => correction.Paragraph).HasMaxLength(Requirement.ParagraphLength);
            builder.Property(correction => correction.Reason).HasMaxLength(ReasonLength);
            builder.HasChange(correction => correction.RecordedIn);
        }
    }
}
