using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Plan;

/// <summary>Something that shows what an action has achieved: a file, an address, or a statement in words alone.</summary>
public sealed class Evidence : IAddedAndEnded
{
    public const int TitleLength = 200;
    public const int AddressLength = 1000;
    public const int FileNameLength = 200;
    public const int ReasonLength = 500;

    private Evidence() { }

    /// <param name="datedOn">The day that it speaks of or was made on.</param>
    public Evidence(PriorityAction action, EvidenceStrength strength, string title, DateOnly datedOn, Change addedIn)
    {
        Action = action;
        Strength = strength;
        Title = title;
        DatedOn = datedOn;
        AddedIn = addedIn.Sequence;
    }

    public int Id { get; private set; }
    public int ActionId { get; private set; }
    public PriorityAction Action { get; private set; } = null!;
    public EvidenceStrength Strength { get; private set; }

    /// <summary>What it is and shows, in one sentence.</summary>
    public string Title { get; private set; } = "";

    public DateOnly DatedOn { get; private set; }

    /// <summary>Where it is kept elsewhere: an address of the web or of the council's own network.</summary>
    public string? Address { get; private set; }

    /// <summary>The fingerprint of the file's content; null where it is no file.</summary>
    public string? FileHash { get; private set; }
    public StoredFile? File { get; private set; }

    /// <summary>The name under which it was handed in.</summary>
    public string? FileName { get; private set; }

    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    /// <summary>Why it counts no more.</summary>
    public string? EndedBecause { get; private set; }

    public Evidence At(string address)
    {
        Address = address;
        return this;
    }

    public Evidence In(StoredFile file, string name)
    {
        (File, FileHash, FileName) = (file, file.Hash, name);
        return this;
    }

    /// <summary>It counts no more; it stays in the record with the reason.</summary>
    /// <exception cref="BrokenRule">It was taken out before.</exception>
    public void End(string reason, Change change)
    {
        if (EndedIn is not null)
            throw new BrokenRule("This evidence was taken out already. Load the page again.");
        EndedIn = change.Sequence;
        EndedBecause = reason;
    }

    public sealed class Configuration : IEntityTypeConfiguration<Evidence>
    {
        public void Configure(EntityTypeBuilder<Evidence> builder)
        {
            builder.ToTable("Evidence");
            builder.HasOne(evidence => evidence.Action).WithMany(action => action.Evidence).HasForeignKey(evidence => evidence.ActionId);
            builder.HasOne(evidence => evidence.File).WithMany().HasForeignKey(evidence => evidence.FileHash);
            builder.Property(evidence => evidence.FileHash).HasMaxLength(StoredFile.HashLength).IsUnicode(false).IsFixedLength();
            builder.Property(evidence => evidence.Title).HasMaxLength(TitleLength);
            builder.Property(evidence => evidence.Address).HasMaxLength(AddressLength);
            builder.Property(evidence => evidence.FileName).HasMaxLength(FileNameLength);
            builder.Property(evidence => evidence.EndedBecause).HasMaxLength(ReasonLength);
            builder.HasChange(evidence => evidence.AddedIn);
            builder.HasChange(evidence => evidence.EndedIn);
        }
    }
}
