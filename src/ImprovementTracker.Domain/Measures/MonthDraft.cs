using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a person has typed into the grid of a month and not yet saved; nobody else sees it, and it goes with the save.</summary>
public sealed class MonthDraft
{
    public const int ContentLength = 2_000_000;

    private MonthDraft() { }

    public MonthDraft(int programmeId, int personId, Month month)
    {
        ProgrammeId = programmeId;
        PersonId = personId;
        Month = month;
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public int PersonId { get; private set; }
    public Month Month { get; private set; }

    /// <summary>The cells typed into, as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime KeptAt { get; private set; }

    public void Keep(string content, DateTime at)
    {
        Content = content;
        KeptAt = at;
    }

    public sealed class Configuration : IEntityTypeConfiguration<MonthDraft>
    {
        public void Configure(EntityTypeBuilder<MonthDraft> builder)
        {
            builder.ToTable("MonthDrafts");
            builder.HasOne<Programme>().WithMany().HasForeignKey(draft => draft.ProgrammeId);
            builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.PersonId);
            builder.Property(draft => draft.Content).HasMaxLength(ContentLength);
            builder.HasIndex(draft => new { draft.ProgrammeId, draft.PersonId, draft.Month }).IsUnique();
        }
    }
}
