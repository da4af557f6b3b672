using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A spreadsheet that a person is importing: kept until its figures are recorded or it is given up.</summary>
public sealed class ImportFile
{
    public const int NameLength = 200;
    public const int MappingLength = 1_000_000;

    private ImportFile() { }

    public ImportFile(int programmeId, int personId, string name, byte[] content, DateTime uploadedAt)
    {
        ProgrammeId = programmeId;
        PersonId = personId;
        Name = name;
        Content = content;
        UploadedAt = uploadedAt;
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public int PersonId { get; private set; }

    /// <summary>The file's name on the person's machine.</summary>
    public string Name { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    /// <summary>What its columns and names were said to mean so far, as JSON; null until something was chosen.</summary>
    public string? Mapping { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    public void Map(string mapping) => Mapping = mapping;

    public sealed class Configuration : IEntityTypeConfiguration<ImportFile>
    {
        public void Configure(EntityTypeBuilder<ImportFile> builder)
        {
            builder.ToTable("ImportFiles");
            builder.HasOne<Programme>().WithMany().HasForeignKey(file => file.ProgrammeId);
            builder.HasOne<Person>().WithMany().HasForeignKey(file => file.PersonId);
            builder.Property(file => file.Name).HasMaxLength(NameLength);
            builder.Property(file => file.Mapping).HasMaxLength(MappingLength);
            builder.HasIndex(file => new { file.ProgrammeId, file.PersonId });
        }
    }
}

/// <summary>What a word of a spreadsheet stands for.</summary>
public enum ImportWordKind { Column, Measure, Area }

/// <summary>What a column's heading, a measure's name or an area's name in spreadsheets means here, as a person once said.</summary>
public sealed class ImportWord
{
    public const int TextLength = 200;
    public const int MeaningLength = 100;

    private ImportWord() { }

    public ImportWord(int programmeId, ImportWordKind kind, string text, string meaning)
    {
        ProgrammeId = programmeId;
        Kind = kind;
        Text = text;
        Meaning = meaning;
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public ImportWordKind Kind { get; private set; }

    /// <summary>As it stands in the spreadsheet, without spaces around it, in lower case.</summary>
    public string Text { get; private set; } = "";

    /// <summary>An area's id, a measure's code, or what the column holds.</summary>
    public string Meaning { get; private set; } = "";

    public void Means(string meaning) => Meaning = meaning;

    public sealed class Configuration : IEntityTypeConfiguration<ImportWord>
    {
        public void Configure(EntityTypeBuilder<ImportWord> builder)
        {
            builder.ToTable("ImportWords");
            builder.HasOne<Programme>().WithMany().HasForeignKey(word => word.ProgrammeId);
            builder.Property(word => word.Text).HasMaxLength(TextLength);
            builder.Property(word => word.Meaning).HasMaxLength(MeaningLength);
            builder.HasIndex(word => new { word.ProgrammeId, word.Kind, word.Text }).IsUnique();
        }
    }
}
