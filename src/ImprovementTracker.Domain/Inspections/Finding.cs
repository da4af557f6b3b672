using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>One thing that inspectors found, in their own words, which are never rewritten.</summary>
public sealed class Finding
{
    public const int WordsLength = 4000;
    public const int ParagraphLength = 40;

    private Finding() { }

    public Finding(Inspection inspection, FindingKind kind, int order, string words, string? paragraph, Theme? theme, KnownDate? dueOn, Change addedIn)
    {
        Inspection = inspection;
        Order = order;
        AddedIn = addedIn.Sequence;
        Write(kind, words, paragraph, theme, dueOn);
    }

    public int Id { get; private set; }
    public int InspectionId { get; private set; }
    public Inspection Inspection { get; private set; } = null!;
    public FindingKind Kind { get; private set; }

    /// <summary>Place in the letter or report, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Verbatim.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The paragraph's number in the letter or report, where it has one.</summary>
    public string? Paragraph { get; private set; }

    public int? ThemeId { get; private set; }
    public Theme? Theme { get; private set; }
    public KnownDate? DueOn { get; private set; }
    public long AddedIn { get; private set; }

    /// <summary>The change that took it out; null while it stands.</summary>
    public long? EndedIn { get; private set; }
    public ICollection<FindingReview> Reviews { get; } = [];

    /// <summary>What it said before each correction since others could first read it, in their order.</summary>
    public ICollection<FindingCorrection> Corrections { get; } = [];

    /// <summary>Puts a slip of the pen right while the inspection is a draft; what others have read is kept.</summary>
    /// <exception cref="BrokenRule">The inspection is no draft.</exception>
    public void Correct(FindingKind kind, string words, string? paragraph, Theme? theme, KnownDate? dueOn, Change change)
    {
        Inspection.RequireDraft("The inspectors' words");
        if (Inspection.WasShown)
            Corrections.Add(new FindingCorrection(this, change));
        Write(kind, words, paragraph, theme, dueOn);
    }

    /// <summary>It is no finding: it stays in the record and is shown no more.</summary>
    public void End(Change change) => EndedIn ??= change.Sequence;

    private void Write(FindingKind kind, string words, string? paragraph, Theme? theme, KnownDate? dueOn)
    {
        Kind = kind;
        Words = words;
        Paragraph = paragraph;
        Theme = theme;
        DueOn = dueOn;
    }

    public sealed class Configuration : IEntityTypeConfiguration<Finding>
    {
        public void Configure(EntityTypeBuilder<Finding> builder)
        {
            builder.ToTable("Findings");
            builder.HasOne(finding => finding.Inspection).WithMany(inspection => inspection.Findings).HasForeignKey(finding => finding.InspectionId);
            builder.HasOne(finding => finding.Theme).WithMany().HasForeignKey(finding => finding.ThemeId);
            builder.Property(finding => finding.Order).HasColumnName("Place");
            builder.Property(finding => finding.Words).HasMaxLength(WordsLength);
            builder.Property(finding => finding.Paragraph).HasMaxLength(ParagraphLength);
            builder.HasChange(finding => finding.AddedIn);
            builder.HasChange(finding => finding.EndedIn);
        }
    }
}

/// <summary>What a finding's entry said until it was corrected, where others had read it.</summary>
public sealed class FindingCorrection
{
    private FindingCorrection() { }

    internal FindingCorrection(Finding finding, Change recordedIn)
    {
        Finding = finding;
        Kind = finding.Kind;
        Words = finding.Words;
        Paragraph = finding.Paragraph;
        ThemeId = finding.ThemeId;
        DueOn = finding.DueOn;
        RecordedIn = recordedIn.Sequence;
    }

    public int Id { get; private set; }
    public int FindingId { get; private set; }
    public Finding Finding { get; private set; } = null!;
    public FindingKind Kind { get; private set; }
    public string Words { get; private set; } = "";
    public string? Paragraph { get; private set; }
    public int? ThemeId { get; private set; }
    public KnownDate? DueOn { get; private set; }
    public long RecordedIn { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<FindingCorrection>
    {
        public void Configure(EntityTypeBuilder<FindingCorrection> builder)
        {
            builder.ToTable("FindingCorrections");
            builder.HasOne(correction => correction.Finding).WithMany(finding => finding.Corrections).HasForeignKey(correction => correction.FindingId);
            builder.HasOne<Theme>().WithMany().HasForeignKey(correction => correction.ThemeId);
            builder.Property(correction => correction.Words).HasMaxLength(Finding.WordsLength);
            builder.Property(correction => correction.Paragraph).HasMaxLength(Finding.ParagraphLength);
            builder.HasChange(correction => correction.RecordedIn);
        }
    }
}

/// <summary>What a later visit, or a report of it, said of an earlier finding.</summary>
public sealed class FindingReview : RecordedEntry
{
    public const int WordsLength = 4000;
    public const int NoteLength = 500;

    private FindingReview() { }

    public FindingReview(Finding finding, Inspection visit, ReviewOutcome outcome, string? words, string? note, SourceDocument? source, Change recordedIn) : base(recordedIn)
    {
        Finding = finding;
        Visit = visit;
        Outcome = outcome;
        Words = words;
        Note = note;
        Source = source;
    }

    public int FindingId { get; private set; }
    public Finding Finding { get; private set; } = null!;
    public int VisitId { get; private set; }
    public Inspection Visit { get; private set; } = null!;
    public ReviewOutcome Outcome { get; private set; }

    /// <summary>The inspectors' words, only where a document of theirs is held.</summary>
    public string? Words { get; private set; }

    /// <summary>How it is known: by a newspaper, the letter itself is not held.</summary>
    public string? Note { get; private set; }

    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<FindingReview>
    {
        public void Configure(EntityTypeBuilder<FindingReview> builder)
        {
            builder.ToTable("FindingReviews");
            builder.HasOne(review => review.Finding).WithMany(finding => finding.Reviews).HasForeignKey(review => review.FindingId);
            builder.HasOne(review => review.Visit).WithMany().HasForeignKey(review => review.VisitId);
            builder.HasOne(review => review.Source).WithMany().HasForeignKey(review => review.SourceId);
            builder.Property(review => review.Words).HasMaxLength(WordsLength);
            builder.Property(review => review.Note).HasMaxLength(NoteLength);
            builder.HasChange(review => review.RecordedIn);
            builder.CanBeTakenBack();
        }
    }
}
