using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A document that a figure, finding, target or entry is taken from.</summary>
public sealed class SourceDocument
{
    public const int TitleLength = 250;
    public const int PublisherLength = 150;
    public const int AddressLength = 500;
    public const int AttributionLength = 250;

    private SourceDocument() { }

    public SourceDocument(Programme programme, string title, string publisher, KnownDate? published, string? address = null, string? attribution = null)
    {
        Programme = programme;
        Describe(title, publisher, published, address, attribution);
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Publisher { get; private set; } = "";
    public KnownDate? Published { get; private set; }

    /// <summary>Where it can be read, when that is known.</summary>
    public string? Address { get; private set; }

    /// <summary>What must stand beside its words: Crown copyright 2009.</summary>
    public string? Attribution { get; private set; }

    public void Describe(string title, string publisher, KnownDate? published, string? address, string? attribution)
    {
        Title = title;
        Publisher = publisher;
        Published = published;
        Address = address;
        Attribution = attribution;
    }

    public sealed class Configuration : IEntityTypeConfiguration<SourceDocument>
    {
        public void Configure(EntityTypeBuilder<SourceDocument> builder)
        {
            builder.ToTable("SourceDocuments");
            builder.HasOne(source => source.Programme).WithMany().HasForeignKey(source => source.ProgrammeId);
            builder.Property(source => source.Title).HasMaxLength(TitleLength);
            builder.Property(source => source.Publisher).HasMaxLength(PublisherLength);
            builder.Property(source => source.Address).HasMaxLength(AddressLength);
            builder.Property(source => source.Attribution).HasMaxLength(AttributionLength);
        }
    }
}
