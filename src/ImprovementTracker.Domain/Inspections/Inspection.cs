using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>A visit of inspectors and what they made of it, in their own words.</summary>
public sealed class Inspection
{
    public const int TitleLength = 200;
    public const int InspectorateLength = 100;
    public const int NoteLength = 1000;
    public const int TallyParagraphLength = 60;

    private Inspection() { }

    public Inspection(Programme programme, Change addedIn)
    {
        Programme = programme;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public InspectionKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string Inspectorate { get; private set; } = "";
    public KnownDate FieldworkFrom { get; private set; }
    public KnownDate? FieldworkTo { get; private set; }
    public KnownDate? Published { get; private set; }

    /// <summary>The day on which the authority received the letter or report: statutory clocks count from it. Null where it is not known.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    public Visibility Visibility { get; private set; }

    /// <summary>What a reader must know of the entry itself: that only a newspaper reports the visit, for instance.</summary>
    public string? Note { get; private set; }

    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }

    /// <summary>How many judged areas had <see cref="TallyGrade"/>, as stated where the grades themselves are not known: 13 of 33 inadequate.</summary>
    public int? TallyCount { get; private set; }
    public int? TallyOutOf { get; private set; }
    public Grade? TallyGrade { get; private set; }

    /// <summary>Where the tally is read from, when it is not the inspection's own document.</summary>
    public int? TallySourceId { get; private set; }
    public SourceDocument? TallySource { get; private set; }
    public string? TallyParagraph { get; private set; }

    /// <summary>Whether it has ever been embargoed or published. Only what nobody else can have read is changed without a trace.</summary>
    public bool WasShown { get; private set; }

    public long AddedIn { get; private set; }
    public int Version { get; private set; }
    public ICollection<Finding> Findings { get; } = [];
    public ICollection<Judgement> Judgements { get; } = [];
    public ICollection<InspectionReader> Readers { get; } = [];
    public ICollection<InspectionCorrection> Corrections { get; } = [];
    public ICollection<SentPlan> SentPlans { get; } = [];

    public void Describe(InspectionKind kind, string title, string inspectorate, KnownDate from, KnownDate? to, KnownDate? published, Visibility visibility, string? note, SourceDocument? source)
    {
        Kind = kind;
        Title = title;
        Inspectorate = inspectorate;
        FieldworkFrom = from;
        FieldworkTo = to;
        Published = published;
        Visibility = visibility;
        WasShown |= visibility != Visibility.Draft;
        Note = note;
        Source = source;
        Version++;
    }

    public void Receive(DateOnly? on) => ReceivedOn = on;

    /// <exception cref="BrokenRule">The count is larger than the whole.</exception>
    public void StateTally(int count, int outOf, Grade grade, SourceDocument? source = null, string? paragraph = null)
    {
        if (count < 0 || count > outOf)
            throw new BrokenRule("The number of judged areas with the grade cannot be larger than the number of judged areas.");
        (TallyCount, TallyOutOf, TallyGrade, TallySource, TallyParagraph) = (count, outOf, grade, source, paragraph);
    }

    /// <summary>What inspectors said can be put right before others read it, and never after.</summary>
    /// <param name="what">What was to be changed, in the plural: The inspectors' words.</param>
    /// <exception cref="BrokenRule">The inspection is no draft.</exception>
    public void RequireDraft(string what)
    {
        switch (Visibility)
        {
            case Visibility.Embargoed:
                throw new BrokenRule($"{what} can be corrected only in a draft. Make the inspection a draft again first, then correct them.");
            case Visibility.Published:
                throw new BrokenRule($"{what} stay as they are after publication. Say what is wrong in the inspection's note.");
            case Visibility.Draft:
                break;
        }
    }

    public void ClearTally() => (TallyCount, TallyOutOf, TallyGrade, TallySource, TallyParagraph) = (null, null, null, null, null);

    public sealed class Configuration : IEntityTypeConfiguration<Inspection>
    {
        public void Configure(EntityTypeBuilder<Inspection> builder)
        {
            builder.ToTable("Inspections");
            builder.HasOne(inspection => inspection.Programme).WithMany().HasForeignKey(inspection => inspection.ProgrammeId);
            builder.HasOne(inspection => inspection.Source).WithMany().HasForeignKey(inspection => inspection.SourceId);
            builder.HasOne(inspection => inspection.TallySource).WithMany().HasForeignKey(inspection => inspection.TallySourceId);
            builder.Property(inspection => inspection.TallyParagraph).HasMaxLength(TallyParagraphLength);
            builder.Property(inspection => inspection.Title).HasMaxLength(TitleLength);
            builder.Property(inspection => inspection.Inspectorate).HasMaxLength(InspectorateLength);
            builder.Property(inspection => inspection.Note).HasMaxLength(NoteLength);
            builder.Property(inspection => inspection.Version).IsConcurrencyToken();
            builder.HasIndex(inspection => new { inspection.ProgrammeId, inspection.FieldworkFrom });
            builder.HasChange(inspection => inspection.AddedIn);
        }
    }
}

/// <summary>A person named on an inspection, who may see it while it is embargoed.</summary>
public sealed class InspectionReader
{
    private InspectionReader() { }

    public InspectionReader(Inspection inspection, int personId, Change addedIn)
    {
        Inspection = inspection;
        PersonId = personId;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int InspectionId { get; private set; }
    public Inspection Inspection { get; private set; } = null!;
    public int PersonId { get; private set; }
    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<InspectionReader>
    {
        public void Configure(EntityTypeBuilder<InspectionReader> builder)
        {
            builder.ToTable("InspectionReaders");
            builder.HasOne(reader => reader.Inspection).WithMany(inspection => inspection.Readers).HasForeignKey(reader => reader.InspectionId);
            builder.HasOne<People.Person>().WithMany().HasForeignKey(reader => reader.PersonId);
            builder.HasChange(reader => reader.AddedIn);
            builder.HasChange(reader => reader.EndedIn);
        }
    }
}
