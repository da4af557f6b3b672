using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementTracker.Domain.Measures;

/// <summary>With whom a measure is compared.</summary>
public enum Comparator { England, Region, Neighbours }

/// <summary>What others reach: a published figure of England, the region or the statistical neighbours for a period.</summary>
public sealed class Benchmark
{
    public const int NameLength = 100;
    public const int SymbolLength = 10;
    public const int FileLength = 200;

    private Benchmark() { }

    public Benchmark(Measure measure, Comparator comparator, string name, Month periodEnd, PeriodType period, decimal? value, string? symbol, int? known, int? of, string file, Change addedIn)
    {
        Measure = measure;
        Comparator = comparator;
        Name = name;
        PeriodEnd = periodEnd;
        Period = period;
        Value = value;
        Symbol = symbol;
        Known = known;
        Of = of;
        File = file;
        AddedIn = addedIn.Sequence;
    }

    /// <param name="file">The published file's name.</param>
    /// <param name="source">The release that the file is of, where somebody has said.</param>
    public Benchmark(Measure measure, BenchmarkFigure figure, string file, SourceDocument? source, Change addedIn)
        : this(measure, figure.Comparator, figure.Name, figure.PeriodEnd, figure.Period, figure.Value, figure.Symbol, figure.Known, figure.Of, file, addedIn)
    {
        Neighbours = figure.Neighbours;
        Source = source;
    }

    public int Id { get; private set; }
    public int MeasureId { get; private set; }
    public Measure Measure { get; private set; } = null!;
    public Comparator Comparator { get; private set; }

    /// <summary>England, East Midlands, or whose neighbours these are.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The month with which the period ends: March 2024 for the year 2023-24.</summary>
    public Month PeriodEnd { get; private set; }

    public PeriodType Period { get; private set; }

    /// <summary>As published; for neighbours the mean of those whose figure is known, unrounded. Null where there is none.</summary>
    public decimal? Value { get; private set; }

    /// <summary>The symbol that stands in the place of the figure (c, z, x, low, k, u); it is never 0.</summary>
    public string? Symbol { get; private set; }

    /// <summary>How many neighbours' figures are known, of how many.</summary>
    public int? Known { get; private set; }

    public int? Of { get; private set; }

    /// <summary>Each neighbour's own figure; null for England and the region.</summary>
    public NeighbourFigures? Neighbours { get; private set; }

    /// <summary>The published file that it comes from.</summary>
    public string File { get; private set; } = "";

    /// <summary>The release that the file is of; null where nobody has said.</summary>
    public SourceDocument? Source { get; private set; }

    public int? SourceId { get; private set; }

    public long AddedIn { get; private set; }
    public long? EndedIn { get; private set; }

    public void End(Change change) => EndedIn ??= change.Sequence;

    public sealed class Configuration : IEntityTypeConfiguration<Benchmark>
    {
        public void Configure(EntityTypeBuilder<Benchmark> builder)
        {
            builder.ToTable("Benchmarks");
            builder.HasOne(benchmark => benchmark.Measure).WithMany().HasForeignKey(benchmark => benchmark.MeasureId);
            builder.Property(benchmark => benchmark.Name).HasMaxLength(NameLength);
            builder.Property(benchmark => benchmark.Symbol).HasMaxLength(SymbolLength);
            builder.Property(benchmark => benchmark.File).HasMaxLength(FileLength);
            builder.HasOne(benchmark => benchmark.Source).WithMany().HasForeignKey(benchmark => benchmark.SourceId);
            builder.Property(benchmark => benchmark.Neighbours).HasMaxLength(NeighbourFigures.TextLength).HasConversion(figures => figures!.ToText(), text => NeighbourFigures.Read(text));
            builder.Property(benchmark => benchmark.Of).HasColumnName("OfHowMany");
            builder.HasIndex(benchmark => new { benchmark.MeasureId, benchmark.PeriodEnd });
            builder.HasChange(benchmark => benchmark.AddedIn);
            builder.HasChange(benchmark => benchmark.EndedIn);
        }
    }
}
