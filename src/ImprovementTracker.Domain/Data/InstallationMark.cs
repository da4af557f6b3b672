using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Data;

/// <summary>A fact about the installation as a whole, such as that its database holds the demonstration.</summary>
public sealed class InstallationMark
{
    /// <summary>The database was made by the demonstration and may be shown with its sign-in.</summary>
    public const string Demonstration = "demonstration";

    /// <summary>SHA-256 of the one-time secret with which the first administrator sets a password, and when it ends.</summary>
    public const string FirstAdministrator = "first-administrator";

    private InstallationMark() { }

    public InstallationMark(string name, string value)
    {
        Name = name;
        Value = value;
    }

    public string Name { get; private set; } = "";
    public string Value { get; set; } = "";

    public sealed class Configuration : IEntityTypeConfiguration<InstallationMark>
    {
        public void Configure(EntityTypeBuilder<InstallationMark> builder)
        {
            builder.ToTable("InstallationMarks");
            builder.HasKey(mark => mark.Name);
            builder.Property(mark => mark.Name).HasMaxLength(50);
            builder.Property(mark => mark.Value).HasMaxLength(400);
        }
    }
}
