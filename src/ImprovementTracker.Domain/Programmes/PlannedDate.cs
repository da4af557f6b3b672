using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>What happens on a planned day: a review of progress by the department, or a meeting that papers are written for.</summary>
public enum PlannedKind { Review, CommitteeMeeting, BoardMeeting }

/// <summary>A day ahead that the programme works towards: its next review, a meeting of the scrutiny committee or of the board.</summary>
public sealed class PlannedDate : RecordedEntry
{
    public const int TitleLength = 150;

    private PlannedDate() { }

    public PlannedDate(Programme programme, PlannedKind kind, DateOnly on, string title, bool isIllustrative, Change recordedIn) : base(recordedIn)
    {
        Programme = programme;
        Kind = kind;
        On = on;
        Title = title;
        IsIllustrative = isIllustrative;
    }

    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public PlannedKind Kind { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>Who meets or reviews: Children and Young People's Scrutiny Committee.</summary>
    public string Title { get; private set; } = "";

    public bool IsIllustrative { get; private set; }

    public sealed class Configuration : IEntityTypeConfiguration<PlannedDate>
    {
        public void Configure(EntityTypeBuilder<PlannedDate> builder)
        {
            builder.ToTable("PlannedDates");
            builder.HasOne(date => date.Programme).WithMany().HasForeignKey(date => date.ProgrammeId);
            builder.Property(date => date.On).HasColumnName("OnDate");
            builder.Property(date => date.Title).HasMaxLength(TitleLength);
            builder.HasIndex(date => new { date.ProgrammeId, date.On });
            builder.HasChange(date => date.RecordedIn);
            builder.CanBeTakenBack();
        }
    }
}

public static class PlannedWords
{
    public static string Label(this PlannedKind kind) => kind switch
    {
        PlannedKind.Review => "Review of progress",
        PlannedKind.CommitteeMeeting => "Committee meeting",
        PlannedKind.BoardMeeting => "Board meeting",
    };
}
