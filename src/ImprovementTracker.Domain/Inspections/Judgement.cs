using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>Something inspectors grade (not a place): overall effectiveness, help and protection; with the grade aimed for.</summary>
public sealed class JudgedArea
{
    public const int NameLength = 200;

    private JudgedArea() { }

    public JudgedArea(Programme programme, string name, int order, Grade? aimedFor, Month? aimedForBy, bool aimIsIllustrative)
    {
        Programme = programme;
        Name = name;
        Order = order;
        AimFor(aimedFor, aimedForBy, aimIsIllustrative);
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public int Order { get; private set; }
    public Grade? AimedFor { get; private set; }
    public Month? AimedForBy { get; private set; }
    public bool AimIsIllustrative { get; private set; }

    public void AimFor(Grade? grade, Month? by, bool isIllustrative) => (AimedFor, AimedForBy, AimIsIllustrative) = (grade, by, isIllustrative);

    public sealed class Configuration : IEntityTypeConfiguration<JudgedArea>
    {
        public void Configure(EntityTypeBuilder<JudgedArea> builder)
        {
            builder.ToTable("JudgedAreas");
            builder.HasOne(area => area.Programme).WithMany().HasForeignKey(area => area.ProgrammeId);
            builder.Property(area => area.Name).HasMaxLength(NameLength);
            builder.Property(area => area.Order).HasColumnName("Place");
        }
    }
}

/// <summary>The grade a judged area was given at an inspection.</summary>
public sealed class Judgement
{
    private Judgement() { }

    public Judgement(Inspection inspection, JudgedArea area, Grade grade, SourceDocument? source, Change addedIn)
    {
        Inspection = inspection;
        JudgedArea = area;
        Grade = grade;
        Source = source;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int InspectionId { get; private set; }
    public Inspection Inspection { get; private set; } = null!;
    public int JudgedAreaId { get; private set; }
    public JudgedArea JudgedArea { get; private set; } = null!;
    public Grade Grade { get; private set; }

    /// <summary>Where the grade is read from, when it is not the inspection's own document.</summary>
    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }
    public long AddedIn { get; private set; }

    /// <summary>Puts a slip of the pen right while the inspection is a draft.</summary>
    public void Correct(Grade grade) => Grade = grade;

    public sealed class Configuration : IEntityTypeConfiguration<Judgement>
    {
        public void Configure(EntityTypeBuilder<Judgement> builder)
        {
            builder.ToTable("Judgements");
            builder.HasOne(judgement => judgement.Inspection).WithMany(inspection => inspection.Judgements).HasForeignKey(judgement => judgement.InspectionId);
            builder.HasOne(judgement => judgement.JudgedArea).WithMany().HasForeignKey(judgement => judgement.JudgedAreaId);
            builder.HasOne(judgement => judgement.Source).WithMany().HasForeignKey(judgement => judgement.SourceId);
            builder.HasIndex(judgement => new { judgement.InspectionId, judgement.JudgedAreaId }).IsUnique();
            builder.HasChange(judgement => judgement.AddedIn);
        }
    }
}
