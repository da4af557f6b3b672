using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Plan;

/// <summary>What a group of actions is for.</summary>
public sealed class Objective
{
    public const int ReferenceLength = 12;
    public const int TitleLength = 200;
    public const int OutcomeLength = 1000;

    private Objective() { }

    public Objective(Programme programme, string reference, string title, string outcomeSought, Theme? theme)
    {
        Programme = programme;
        Describe(reference, title, outcomeSought, theme);
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public string Reference { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string OutcomeSought { get; private set; } = "";
    public int? ThemeId { get; private set; }
    public Theme? Theme { get; private set; }

    public void Describe(string reference, string title, string outcomeSought, Theme? theme)
    {
        Reference = reference;
        Title = title;
        OutcomeSought = outcomeSought;
        Theme = theme;
    }

    public sealed class Configuration : IEntityTypeConfiguration<Objective>
    {
        public void Configure(EntityTypeBuilder<Objective> builder)
        {
            builder.ToTable("Objectives");
            builder.HasOne(objective => objective.Programme).WithMany().HasForeignKey(objective => objective.ProgrammeId);
            builder.HasOne(objective => objective.Theme).WithMany().HasForeignKey(objective => objective.ThemeId);
            builder.Property(objective => objective.Reference).HasMaxLength(ReferenceLength);
            builder.Property(objective => objective.Title).HasMaxLength(TitleLength);
            builder.Property(objective => objective.OutcomeSought).HasMaxLength(OutcomeLength);
            builder.HasIndex(objective => new { objective.ProgrammeId, objective.Reference }).IsUnique();
        }
    }
}
