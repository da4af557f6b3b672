using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A benchmark as it stands now.</summary>
/// <param name="Neighbours">Each neighbour's own figure; null for England and the region.</param>
/// <param name="Source">The release that it comes from; null where nobody has said.</param>
public sealed record BenchmarkRow(int MeasureId, Comparator Comparator, string Name, Month PeriodEnd, PeriodType Period, decimal? Value, string? Symbol, int? Known, int? Of, string File, NeighbourFigures? Neighbours = null, BenchmarkSource? Source = null);

/// <summary>The release that a benchmark comes from.</summary>
public sealed record BenchmarkSource(string Title, KnownDate? Published, string? Address)
{
    /// <summary>Children's social work workforce 2023, published 29 February 2024.</summary>
    public string Cited => Published is { } on ? $"{Title}, published {on}" : $"{Title}, date of publication not recorded";
}

/// <summary>The benchmarks that count now: those that no later import has replaced.</summary>
public static class BenchmarksInForce
{
    /// <summary>Those of a programme, or of one measure of it: by measure, period, and then England, region, neighbours; one statement.</summary>
    public static async Task<IReadOnlyList<BenchmarkRow>> LoadBenchmarksAsync(this TrackerContext db, int programmeId, int? measureId, CancellationToken cancel)
    {
        var rows = await db.Benchmarks.AsNoTracking()
            .Where(benchmark => benchmark.EndedIn == null && benchmark.Measure.ProgrammeId == programmeId && (measureId == null || benchmark.MeasureId == measureId))
            .Select(benchmark => new BenchmarkRow(benchmark.MeasureId, benchmark.Comparator, benchmark.Name, benchmark.PeriodEnd, benchmark.Period, benchmark.Value, benchmark.Symbol, benchmark.Known, benchmark.Of, benchmark.File,
                benchmark.Neighbours, benchmark.Source == null ? null : new BenchmarkSource(benchmark.Source.Title, benchmark.Source.Published, benchmark.Source.Address)))
            .ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.MeasureId).ThenBy(row => row.PeriodEnd).ThenBy(row => row.Period).ThenBy(row => row.Comparator)];
    }
}
