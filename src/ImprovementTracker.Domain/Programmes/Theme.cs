using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>An area of practice: contact and referral, assessment, child protection, workforce.</summary>
public sealed class Theme
{
    public const int NameLength = 100;

    private Theme() { }

    public Theme(Programme programme, string name, int order)
    {
        Programme = programme;
        Describe(name, order);
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public int Order { get; private set; }

    public void Describe(string name, int order)
    {
        Name = name;
        Order = order;
    }

    public sealed class Configuration : IEntityTypeConfiguration<Theme>
    {
        public void Configure(EntityTypeBuilder<Theme> builder)
        {
            builder.ToTable("Themes");
            builder.HasOne(theme => theme.Programme).WithMany(programme => programme.Themes).HasForeignKey(theme => theme.ProgrammeId);
            builder.Property(theme => theme.Name).HasMaxLength(NameLength);
            builder.Property(theme => theme.Order).HasColumnName("Place");
        }
    }
}
