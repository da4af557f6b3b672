using ImprovementTracker.Domain.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Programmes;

public enum AreaKind { Authority, Locality, Team }

/// <summary>A place or team that figures are recorded for, part of a larger one, from one day to another.</summary>
public sealed class Area
{
    public const int NameLength = 100;

    private Area() { }

    public Area(Programme programme, string name, AreaKind kind, Area? parent, DateOnly from, DateOnly? to = null)
    {
        Programme = programme;
        Describe(name, kind, parent, from, to);
    }

    public int Id { get; private set; }
    public int ProgrammeId { get; private set; }
    public Programme Programme { get; private set; } = null!;
    public int? ParentId { get; private set; }
    public Area? Parent { get; private set; }
    public string Name { get; private set; } = "";
    public AreaKind Kind { get; private set; }
    public DateOnly From { get; private set; }

    /// <summary>The last day; null while it exists.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Whether it existed on any day of the month.</summary>
    public bool IsInForce(Month month) => IsInForce(From, To, month);

    internal static bool IsInForce(DateOnly from, DateOnly? to, Month month) => from <= month.LastDay && (to is null || to >= month.FirstDay);

    public void Describe(string name, AreaKind kind, Area? parent, DateOnly from, DateOnly? to)
    {
        Name = name;
        Kind = kind;
        Parent = parent;
        From = from;
        To = to;
    }

    public sealed class Configuration : IEntityTypeConfiguration<Area>
    {
        public void Configure(EntityTypeBuilder<Area> builder)
        {
            builder.ToTable("Areas");
            builder.HasOne(area => area.Programme).WithMany(programme => programme.Areas).HasForeignKey(area => area.ProgrammeId);
            builder.HasOne(area => area.Parent).WithMany().HasForeignKey(area => area.ParentId);
            builder.Property(area => area.Name).HasMaxLength(NameLength);
            builder.Property(area => area.From).HasColumnName("FromDay");
            builder.Property(area => area.To).HasColumnName("ToDay");
        }
    }
}

public static class AreaWords
{
    public static string Label(this AreaKind kind) => kind switch
    {
        AreaKind.Authority => "Authority",
        AreaKind.Locality => "Locality",
        AreaKind.Team => "Team",
    };

    /// <summary>What areas of these kinds are called together: locality, localities, teams; areas where they are not of one kind.</summary>
    public static string Noun(IEnumerable<AreaKind> kinds, int count)
    {
        var distinct = kinds.Distinct().ToList();
        return (distinct is [var only] ? only : (AreaKind?)null, count) switch
        {
            (AreaKind.Locality, 1) => "locality",
            (AreaKind.Locality, _) => "localities",
            (AreaKind.Team, 1) => "team",
            (AreaKind.Team, _) => "teams",
            (_, 1) => "area",
            _ => "areas",
        };
    }
}
