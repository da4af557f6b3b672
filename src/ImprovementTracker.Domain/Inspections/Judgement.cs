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

    public JudgedArea(Programme programme, string name, int order)
    {
        Programme = programme;
        Name = name;
        Order = order;
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public int Order { get; private set; }
    public ICollection<GradeAim> Aims { get; } = [];

    /// <summary>What is aimed for now; null where nothing is. The aims must be loaded.</summary>
    public GradeAim? Aim => Aims.SingleOrDefault(aim => aim.EndedIn is null);

    /// <summary>Ends what was aimed for and keeps it; the aims must be loaded.</summary>
    /// <param name="grade">Null where nothing is aimed for any more.</param>
    public void AimFor(Grade? grade, Month? by, bool isIllustrative, Change change)
    {
        Aim?.End(change);
        if (grade is { } aimed)
            Aims.Add(new GradeAim(this, aimed, by, isIllustrative, change));
    }

    public sealed class Configuration : IEntityTypeConfiguration<JudgedArea>
    {
        public void Configure(EntityTypeBuilder<JudgedArea> builder)
        {
            builder.ToTable("JudgedAreas");
            builder.HasOne(area => area.Programme).WithMany().HasForeignKey(area => area.ProgrammeId);
            builder.Property(area => area.Name).HasMaxLength(NameLength);
            builder.Property(area => area.Order).HasColumnName("Place");
            builder.Ignore(area => area.Aim);
        }
    }
}

/// <summary>The grade that the council aims for in a judged area, and by when.</summary>
public sealed class GradeAim : IAddedAndEnded
{
    private GradeAim() { }

    internal GradeAim(JudgedArea area, Grade grade, Month? by, bool isIllustrative, Change addedIn)
    {
        JudgedArea = area;
        Grade = grade;
        By = by;
        IsIllustrative = isIllustrative;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int JudgedAreaId { get; private set; }
    public JudgedArea JudgedArea { get; private set; } = null!;
    public Grade Grade { get; private set; }
    public Month? By { get; private set; }
    public bool IsIllustrative { get; private set; }
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    internal void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<GradeAim>
    {
        public void Configure(EntityTypeBuilder<GradeAim> builder)
        {
            builder.ToTable("GradeAims");
            builder.HasOne(aim => aim.JudgedArea).WithMany(area => area.Aims).HasForeignKey(aim => aim.JudgedAreaId);
            builder.HasIndex(aim => aim.JudgedAreaId).IsUnique().HasFilter("EndedIn IS NULL");
            builder.HasChange(aim => aim.AddedIn);
            builder.HasChange(aim => aim.EndedIn);
        }
    }
}

/// <summary>The grade a judged area was given at an inspection.</summary>
public sealed class Judgement : IAddedAndEnded
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

    /// <summary>The change that took it back; null while it stands.</summary>
    public long? EndedIn { get; private set; }

    /// <summary>Puts a slip of the pen right in a draft that nobody else has read.</summary>
    public void Correct(Grade grade) => Grade = grade;

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<Judgement>
    {
        public void Configure(EntityTypeBuilder<Judgement> builder)
        {
            builder.ToTable("Judgements");
            builder.HasOne(judgement => judgement.Inspection).WithMany(inspection => inspection.Judgements).HasForeignKey(judgement => judgement.InspectionId);
            builder.HasOne(judgement => judgement.JudgedArea).WithMany().HasForeignKey(judgement => judgement.JudgedAreaId);
            builder.HasOne(judgement => judgement.Source).WithMany().HasForeignKey(judgement => judgement.SourceId);
            builder.HasIndex(judgement => new { judgement.InspectionId, judgement.JudgedAreaId }).IsUnique().HasFilter("EndedIn IS NULL");
            builder.HasChange(judgement => judgement.AddedIn);
            builder.HasChange(judgement => judgement.EndedIn);
        }
    }
}
