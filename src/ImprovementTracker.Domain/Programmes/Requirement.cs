using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// Something that the notice or direction asks of the authority: reached when its targets are met, or, where it has none,
/// when it is judged to be done.
/// </summary>
public sealed class Requirement
{
    public const int ReferenceLength = 12;
    public const int WordsLength = 4000;
    public const int ParagraphLength = 60;

    private Requirement() { }

    public Requirement(Programme programme, string reference, bool isIllustrative, Change addedIn)
    {
        Programme = programme;
        Reference = reference;
        IsIllustrative = isIllustrative;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;

    /// <summary>Short name: R3. Unique in the programme.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>What is asked.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Whether the words are those of the document, and not told in others.</summary>
    public bool IsVerbatim { get; private set; }

    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }

    /// <summary>Where in the document it stands: 4, or annex A.</summary>
    public string? Paragraph { get; private set; }

    public int? ThemeId { get; private set; }
    public Theme? Theme { get; private set; }

    /// <summary>By when it must be done; null where its targets say so, or nothing does.</summary>
    public KnownDate? DueOn { get; private set; }

    public bool IsIllustrative { get; private set; }
    public long AddedIn { get; private set; }

    /// <summary>The change that took it out; null while it stands.</summary>
    public long? EndedIn { get; private set; }

    /// <summary>Guards against two people saving over each other.</summary>
    public int Version { get; private set; }

    public ICollection<RequirementReview> Reviews { get; } = [];
    public ICollection<RequirementCorrection> Corrections { get; } = [];

    public void Describe(string words, bool isVerbatim, SourceDocument? source, string? paragraph, Theme? theme, KnownDate? dueOn)
    {
        Words = words;
        IsVerbatim = isVerbatim;
        Source = source;
        Paragraph = paragraph;
        Theme = theme;
        DueOn = dueOn;
        Version++;
    }

    /// <summary>It says something else from now on; what it said until then is kept, with the reason.</summary>
    /// <param name="reason">May be left out where neither its words nor its due date are others.</param>
    /// <exception cref="BrokenRule">Its words or its due date are others, and no reason is given.</exception>
    public void Correct(string reference, string words, bool isVerbatim, SourceDocument? source, string? paragraph, Theme? theme, KnownDate? dueOn, string? reason, Change change)
    {
        var before = new RequirementCorrection(this, reason, change);
        if ((reference, words, isVerbatim, source, paragraph, theme, dueOn) == (Reference, Words, IsVerbatim, Source, Paragraph, Theme, DueOn))
            return;
        if ((words, isVerbatim, dueOn) != (Words, IsVerbatim, DueOn) && reason is null)
            throw new BrokenRule($"Say why requirement {Reference} says something else now, or is due on another day.");
        Corrections.Add(before);
        Reference = reference;
        Describe(words, isVerbatim, source, paragraph, theme, dueOn);
    }

    public RequirementReview Review(bool isMet, KnownDate on, string said, SourceDocument? source, Change change)
    {
        var review = new RequirementReview(this, isMet, on, said, source, change);
        Reviews.Add(review);
        Version++;
        return review;
    }

    /// <summary>A judgement of it was entered wrongly and counts no more.</summary>
    /// <exception cref="BrokenRule">It was taken back before.</exception>
    public void TakeBack(RequirementReview review, string reason, Change change)
    {
        review.TakeBack(reason, change);
        Version++;
    }

    /// <summary>It is no longer asked; it stays on record with the reason.</summary>
    public void End(string reason, Change change)
    {
        if (EndedIn is not null)
            return;
        Corrections.Add(new RequirementCorrection(this, reason, change));
        EndedIn = change.Sequence;
    }

    public sealed class Configuration : IEntityTypeConfiguration<Requirement>
    {
        public void Configure(EntityTypeBuilder<Requirement> builder)
        {
            builder.ToTable("Requirements");
            builder.HasOne(requirement => requirement.Programme).WithMany().HasForeignKey(requirement => requirement.ProgrammeId);
            builder.HasOne(requirement => requirement.Source).WithMany().HasForeignKey(requirement => requirement.SourceId);
            builder.HasOne(requirement => requirement.Theme).WithMany().HasForeignKey(requirement => requirement.ThemeId);
            builder.Property(requirement => requirement.Reference).HasMaxLength(ReferenceLength);
            builder.Property(requirement => requirement.Words).HasMaxLength(WordsLength);
            builder.Property(requirement => requirement.Paragraph).HasMaxLength(ParagraphLength);
            builder.Property(requirement => requirement.Version).IsConcurrencyToken();
            builder.HasIndex(requirement => new { requirement.ProgrammeId, requirement.Reference }).IsUnique();
            builder.HasChange(requirement => requirement.AddedIn);
            builder.HasChange(requirement => requirement.EndedIn);
        }
    }
}

/// <summary>Whether a requirement was judged to be met on a day, by whom and on what ground.</summary>
public sealed class RequirementReview : RecordedEntry
{
    public const int SaidLength = 500;

    private RequirementReview() { }

    internal RequirementReview(Requirement requirement, bool isMet, KnownDate on, string said, SourceDocument? source, Change recordedIn) : base(recordedIn)
    {
        Requirement = requirement;
        IsMet = isMet;
        On = on;
        Said = said;
        Source = source;
    }

    public int RequirementId { get; private set; }
    public Requirement Requirement { get; private set; } = null!;
    public bool IsMet { get; private set; }
    public KnownDate On { get; private set; }

    /// <summary>Who judged so and why, in one sentence.</summary>
    public string Said { get; private set; } = "";

    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<RequirementReview>
    {
        public void Configure(EntityTypeBuilder<RequirementReview> builder)
        {
            builder.ToTable("RequirementReviews");
            builder.HasOne(review => review.Requirement).WithMany(requirement => requirement.Reviews).HasForeignKey(review => review.RequirementId);
            builder.HasOne(review => review.Source).WithMany().HasForeignKey(review => review.SourceId);
            builder.Property(review => review.On).HasColumnName("OnDate");
            builder.Property(review => review.Said).HasMaxLength(SaidLength);
            builder.HasChange(review => review.RecordedIn);
            builder.CanBeTakenBack();
        }
    }
}
