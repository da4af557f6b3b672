using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>Under which heading of a report an entry of the timeline belongs.</summary>
public enum TimelineKind { Notice, Review, Inspection, PeerChallenge, Audit, Performance, Resources, Scrutiny, Other }

/// <summary>Something dated that belongs to the story of the programme: one sentence, with a figure and a source where there are.</summary>
public sealed class TimelineEntry : RecordedEntry
{
    public const int SentenceLength = 400;
    public const int FigureLength = 60;

    private TimelineEntry() { }

    public TimelineEntry(Programme programme, KnownDate on, TimelineKind kind, string sentence, string? figure, SourceDocument? source, bool isIllustrative, Change recordedIn) : base(recordedIn)
    {
        Programme = programme;
        On = on;
        Kind = kind;
        Sentence = sentence;
        Figure = figure;
        Source = source;
        IsIllustrative = isIllustrative;
    }

    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public KnownDate On { get; private set; }
    public TimelineKind Kind { get; private set; }
    public string Sentence { get; private set; } = "";

    /// <summary>A figure as the source prints it: 25 million pounds, 60 staff.</summary>
    public string? Figure { get; private set; }

    public int? SourceId { get; private set; }
    public SourceDocument? Source { get; private set; }
    public bool IsIllustrative { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<TimelineEntry>
    {
        public void Configure(EntityTypeBuilder<TimelineEntry> builder)
        {
            builder.ToTable("TimelineEntries");
            builder.HasOne(entry => entry.Programme).WithMany().HasForeignKey(entry => entry.ProgrammeId);
            builder.HasOne(entry => entry.Source).WithMany().HasForeignKey(entry => entry.SourceId);
            builder.Property(entry => entry.On).HasColumnName("OnDate");
            builder.Property(entry => entry.Sentence).HasMaxLength(SentenceLength);
            builder.Property(entry => entry.Figure).HasMaxLength(FigureLength);
            builder.HasIndex(entry => new { entry.ProgrammeId, entry.On });
            builder.Property(entry => entry.RecordedIn).HasColumnName("AddedIn");
            builder.HasChange(entry => entry.RecordedIn);
            builder.CanBeTakenBack();
        }
    }
}

public static class TimelineWords
{
    public static string Label(this TimelineKind kind) => kind switch
    {
        TimelineKind.Notice => "Notice",
        TimelineKind.Review => "Review meeting",
        TimelineKind.Inspection => "Inspection",
        TimelineKind.PeerChallenge => "Peer challenge",
        TimelineKind.Audit => "The council's own audit",
        TimelineKind.Performance => "Performance",
        TimelineKind.Resources => "Staff and money",
        TimelineKind.Scrutiny => "Scrutiny",
        TimelineKind.Other => "Other",
    };
}
