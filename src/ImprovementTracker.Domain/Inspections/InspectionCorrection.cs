using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>What an inspection's entry said until it was changed, from the change on that first let others read it; with the reason where it was published.</summary>
public sealed class InspectionCorrection
{
    public const int ReasonLength = 500;

    private InspectionCorrection() { }

    /// <summary>Keeps what the entry says at this moment, before it is changed.</summary>
    public InspectionCorrection(Inspection inspection, string? reason, Change recordedIn)
    {
        Inspection = inspection;
        Kind = inspection.Kind;
        Title = inspection.Title;
        Inspectorate = inspection.Inspectorate;
        FieldworkFrom = inspection.FieldworkFrom;
        FieldworkTo = inspection.FieldworkTo;
        Published = inspection.Published;
        ReceivedOn = inspection.ReceivedOn;
        Visibility = inspection.Visibility;
        Note = inspection.Note;
        Source = inspection.Source;
        TallyCount = inspection.TallyCount;
        TallyOutOf = inspection.TallyOutOf;
        TallyGrade = inspection.TallyGrade;
        TallySource = inspection.TallySource;
        TallyParagraph = inspection.TallyParagraph;
        Reason = reason;
        RecordedIn = recordedIn.Sequence;
    }

    public int Id { get; private set; }
    public int InspectionId { get; private set; }
    public Inspection Inspection { get; private set; } = null!;
    public InspectionKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string Inspectorate { get; private set; } = "";
    public KnownDate FieldworkFrom { get; private set; }
    public KnownDate? FieldworkTo { get; private set; }
    public KnownDate? Published { get; private set; }
    public DateOnly? ReceivedOn { get; private set; }
    public Visibility Visibility { get; private set; }
    public string? Note { get; private set; }
    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }
    public int? TallyCount { get; private set; }
    public int? TallyOutOf { get; private set; }
    public Grade? TallyGrade { get; private set; }
    public int? TallySourceId { get; private set; }
    public SourceDocument? TallySource { get; private set; }
    public string? TallyParagraph { get; private set; }

    /// <summary>Null for a change that needs none: of the note, of a document, or before publication.</summary>
    public string? Reason { get; private set; }

    public long RecordedIn { get; private set; }

    /// <summary>Whether what everybody could read of the visit itself is another now: what it was, when, and its tally.</summary>
    internal bool AsksForReason => Visibility == Visibility.Published
        && ((Kind, Title, Inspectorate, FieldworkFrom, FieldworkTo, Published, ReceivedOn) != (Inspection.Kind, Inspection.Title, Inspection.Inspectorate, Inspection.FieldworkFrom, Inspection.FieldworkTo, Inspection.Published, Inspection.ReceivedOn)
            || (TallyCount, TallyOutOf, TallyGrade) != (Inspection.TallyCount, Inspection.TallyOutOf, Inspection.TallyGrade));

    /// <summary>Whether anything of the entry is another now.</summary>
    internal bool IsChange => AsksForReason
        || (Kind, Title, Inspectorate, FieldworkFrom, FieldworkTo, Published, ReceivedOn, Visibility)
            != (Inspection.Kind, Inspection.Title, Inspection.Inspectorate, Inspection.FieldworkFrom, Inspection.FieldworkTo, Inspection.Published, Inspection.ReceivedOn, Inspection.Visibility)
        || (Note, Source, TallyCount, TallyOutOf, TallyGrade, TallySource, TallyParagraph) != (Inspection.Note, Inspection.Source, Inspection.TallyCount, Inspection.TallyOutOf, Inspection.TallyGrade, Inspection.TallySource, Inspection.TallyParagraph);

    public sealed class Configuration : IEntityTypeConfiguration<InspectionCorrection>
    {
        public void Configure(EntityTypeBuilder<InspectionCorrection> builder)
        {
            builder.ToTable("InspectionCorrections");
            builder.HasOne(correction => correction.Inspection).WithMany(inspection => inspection.Corrections).HasForeignKey(correction => correction.InspectionId);
            builder.HasOne(correction => correction.Source).WithMany().HasForeignKey(correction => correction.SourceId);
            builder.HasOne(correction => correction.TallySource).WithMany().HasForeignKey(correction => correction.TallySourceId);
            builder.Property(correction => correction.Title).HasMaxLength(Inspection.TitleLength);
            builder.Property(correction => correction.Inspectorate).HasMaxLength(Inspection.InspectorateLength);
            builder.Property(correction => correction.Note).HasMaxLength(Inspection.NoteLength);
            builder.Property(correction => correction.TallyParagraph).HasMaxLength(Inspection.TallyParagraphLength);
            builder.Property(correction => correction.Reason).HasMaxLength(ReasonLength);
            builder.HasChange(correction => correction.RecordedIn);
        }
    }
}
