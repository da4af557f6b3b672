using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What England, a region or the statistical neighbours reach in a period, as a statistics file gives it.</summary>
/// <param name="Name">England, East Midlands, or whose neighbours of which set.</param>
/// <param name="Known">How many of the neighbours' figures are known, of how many; null for the others.</param>
/// <param name="Neighbours">Each neighbour's own figure; null for the others.</param>
public sealed record BenchmarkFigure(Comparator Comparator, string Name, Month PeriodEnd, PeriodType Period, decimal? Value, string? Symbol, int? Known = null, int? Of = null, NeighbourFigures? Neighbours = null);

/// <summary>
/// Reads out of a statistics file what an authority is compared with: England, the region in which the file itself puts it, and
/// the unweighted mean of those of its statistical neighbours whose figure is known, by the set in force on the period's last day.
/// </summary>
public static class BenchmarkReading
{
    private sealed record Place(DfeLevel Level, string Key);

    private sealed record Slot(Place Place, Month End, PeriodType Period);

    private sealed class Candidate
    {
        public required string Name { get; init; }
        public DfeValue Value { get; set; }
        public int Totals { get; set; }
        public int Row { get; set; }
        public int? Rival { get; set; }
    }

    /// <summary>By period, then England, region, neighbours.</summary>
    /// <exception cref="BrokenRule">A cell, a period or the authority is not understood, or the file has several figures where one is wanted.</exception>
    public static IReadOnlyList<BenchmarkFigure> Read(DfeTable table, DfeSeries series, string authorityCode) => Read(table, [series], authorityCode)[series] is { Count: > 0 } figures ? figures
        : throw new BrokenRule($"The file has no row with a figure of {(series.Indicator is { } indicator ? Words.InSentence(indicator.Name) : "this column")} for England, the authority's region or its neighbours. Choose another file.");

    /// <summary>The same for several measures, reading the file once.</summary>
    public static IReadOnlyDictionary<DfeSeries, IReadOnlyList<BenchmarkFigure>> Read(DfeTable table, IReadOnlyList<DfeSeries> wanted, string authorityCode)
    {
        authorityCode = authorityCode.Trim().ToUpperInvariant();
        if (!Authorities.IsCode(authorityCode))
            throw new BrokenRule($"'{authorityCode}' is no authority's code: that is E and eight digits, such as E10000024 for Nottinghamshire.");
        var authority = Authorities.WithCode(authorityCode);
        var kept = wanted.ToDictionary(series => series, _ => new Dictionary<Slot, Candidate>());
        var regions = new SortedDictionary<Month, string>();
        foreach (var row in table.Rows)
        {
            var place = PlaceOf(row);
            if (place is null)
                continue;
            var isOwn = row.Level == DfeLevel.LocalAuthority && (row.NewCode == authorityCode || (authority is not null && Numbers(row).Contains(authority.Number)) || row.NewCode.Split(" / ").Contains(authorityCode));
            foreach (var series in wanted.Where(series => series.Covers(row)))
            {
                if (isOwn)
                    regions[series.PeriodOf(row, series.Figures[^1]).End] = RegionKey(row);
                Keep(kept[series], series, row, place, table.Columns);
            }
        }
        if (authority is null && regions.Count == 0)
            throw new BrokenRule($"No authority has the code {authorityCode}, in this file or among those that are known here. Look the code up in the column new_la_code; Nottinghamshire's is E10000024.");
        return wanted.ToDictionary(series => series, IReadOnlyList<BenchmarkFigure> (series) => FiguresOf(kept[series], authority, regions));
    }

    private static void Keep(Dictionary<Slot, Candidate> kept, DfeSeries series, DfeRow row, Place place, DfeColumns columns)
    {
        // A file with filters has a row for each; where one of them says that it is the total, that row counts.
        var totals = columns.Own.Count(column => row.Cells[column] is var cell && (cell.StartsWith("total", StringComparison.OrdinalIgnoreCase) || cell.StartsWith("all ", StringComparison.OrdinalIgnoreCase) || cell.Equals("all", StringComparison.OrdinalIgnoreCase)));
        foreach (var cell in series.Figures)
        {
            var value = cell.Read(row, columns);
            var (end, period) = series.PeriodOf(row, cell);
            var slot = new Slot(place, end, period);
            if (!kept.TryGetValue(slot, out var candidate))
                kept[slot] = new Candidate { Name = row.RegionName.Trim(), Value = value, Totals = totals, Row = row.Number };
            else if (totals > candidate.Totals)
                (candidate.Value, candidate.Totals, candidate.Row, candidate.Rival) = (value, totals, row.Number, null);
            else if (totals == candidate.Totals && value != candidate.Value)
                candidate.Rival = row.Number;
        }
    }

    private static List<BenchmarkFigure> FiguresOf(Dictionary<Slot, Candidate> kept, Authority? authority, SortedDictionary<Month, string> regions)
    {
        if (kept.FirstOrDefault(pair => pair.Value.Rival is not null) is { Value: { } twice })
        {
            throw new BrokenRule($"Rows {twice.Row.ToString(CultureInfo.InvariantCulture)} and {twice.Rival!.Value.ToString(CultureInfo.InvariantCulture)} give different figures for the same place and period, "
                + "and neither says that it is the total. Remove the rows that are not meant from the file, and try again.");
        }
        var figures = new List<BenchmarkFigure>();
        foreach (var (end, period) in kept.Keys.Select(slot => (slot.End, slot.Period)).Distinct().OrderBy(period => period.End).ThenBy(period => period.Period))
        {
            if (kept.TryGetValue(new(new(DfeLevel.National, ""), end, period), out var england))
                figures.Add(new(Comparator.England, "England", end, period, england.Value.Number, england.Value.Symbol));
            var region = RegionAt(end, authority, regions);
            if (region is not null && kept.TryGetValue(new(new(DfeLevel.Regional, region), end, period), out var around))
                figures.Add(new(Comparator.Region, around.Name, end, period, around.Value.Number, around.Value.Symbol));
            if (authority is not null && NeighboursAt(kept, authority, end, period) is { } neighbours)
                figures.Add(neighbours);
        }
        return figures;
    }

    // As the file puts the authority in that period, else in the last before it, else in the first; the list that comes with the program last.
    private static string? RegionAt(Month end, Authority? authority, SortedDictionary<Month, string> regions) =>
        regions.Count == 0 ? authority?.Region.ToUpperInvariant() : regions.Where(named => named.Key <= end).Select(named => named.Value).LastOrDefault() ?? regions.First().Value;

    private static BenchmarkFigure? NeighboursAt(Dictionary<Slot, Candidate> kept, Authority authority, Month end, PeriodType period)
    {
        if (NeighbourSets.InForceOn(end.LastDay) is not { } set || set.Of(authority) is not { Count: > 0 } neighbours
            || !kept.Keys.Any(slot => slot.Place.Level == DfeLevel.LocalAuthority && slot.End == end && slot.Period == period))
        {
            return null;
        }
        PublishedFigure Of(Authority one, Closeness? closeness) =>
            kept.TryGetValue(new(new(DfeLevel.LocalAuthority, one.Number), end, period), out var candidate) ? new(one.Name, candidate.Value.Number, candidate.Value.Symbol, closeness) : new(one.Name, null, DfeSymbol.Unavailable, closeness);

        var found = new NeighbourFigures(Of(authority, null), [.. neighbours.Select(neighbour => Of(neighbour.Authority, neighbour.Closeness))]);
        var known = found.Neighbours.Select(one => one.Value).OfType<decimal>().ToList();
        var name = $"Statistical neighbours of {authority.Name} ({set.Name})";
        var symbols = found.Neighbours.Select(one => one.Symbol).Distinct().ToList();
        return known.Count > 0
            ? new(Comparator.Neighbours, name, end, period, known.Sum() / known.Count, null, known.Count, neighbours.Count, found)
            : new(Comparator.Neighbours, name, end, period, null, symbols is [{ } only] ? only : DfeSymbol.Unavailable, 0, neighbours.Count, found);
    }

    private static Place? PlaceOf(DfeRow row) => row.Level switch
    {
        DfeLevel.National => new(row.Level, ""),
        DfeLevel.Regional => new(row.Level, RegionKey(row)),
        // A figure that two authorities give together is neither's own: it stands under both numbers, which nobody's neighbour has.
        DfeLevel.LocalAuthority => new(row.Level, row.OldCode.Length > 0 ? row.OldCode : Authorities.WithCode(row.NewCode)?.Number ?? row.NewCode),
        DfeLevel.Other => null,
    };

    private static string[] Numbers(DfeRow row) => row.OldCode.Split('/', StringSplitOptions.TrimEntries);

    private static string RegionKey(DfeRow row) => row.RegionName.Trim().ToUpperInvariant();
}
