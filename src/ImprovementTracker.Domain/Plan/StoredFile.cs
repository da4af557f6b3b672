using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Plan;

/// <summary>The content of a file handed in as evidence, kept once however often it is handed in, and never changed.</summary>
public sealed class StoredFile
{
    /// <summary>In hexadecimal digits.</summary>
    public const int HashLength = 64;

    private StoredFile() { }

    /// <param name="contentType">What it was found to be by its content, never what the sender said.</param>
    public StoredFile(byte[] content, string contentType)
    {
        Hash = HashOf(content);
        Size = content.Length;
        ContentType = contentType;
        Content = content;
    }

    /// <summary>SHA-256 of the content.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public int Size { get; private set; }

    public string ContentType { get; private set; } = "";
    public byte[] Content { get; private set; } = [];

    public static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public sealed class Configuration : IEntityTypeConfiguration<StoredFile>
    {
        public void Configure(EntityTypeBuilder<StoredFile> builder)
        {
            builder.ToTable("StoredFiles");
            builder.HasKey(file => file.Hash);
            builder.Property(file => file.Hash).HasMaxLength(HashLength).IsUnicode(false).IsFixedLength();
            builder.Property(file => file.ContentType).HasMaxLength(100).IsUnicode(false);
        }
    }
}
