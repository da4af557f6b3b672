using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a row of a statistics file speaks of.</summary>
public enum DfeLevel { National, Regional, LocalAuthority, Other }

/// <summary>A row of a statistics file of the Department for Education.</summary>
/// <param name="Number">As a spreadsheet counts: the headings are row 1.</param>
/// <param name="Cells">Every cell of the row, in the order of the columns.</param>
public sealed record DfeRow(int Number, string TimePeriod, string TimeIdentifier, DfeLevel Level, string RegionCode, string RegionName, string OldCode, string NewCode, string Name, IReadOnlyList<string> Cells);

/// <summary>A statistics file of the Department for Education: its columns, and its rows as they are read.</summary>
public sealed record DfeTable(DfeColumns Columns, IEnumerable<DfeRow> Rows);

/// <summary>The columns of a statistics file: those that say when and where, which every release names alike, and those with filters and figures.</summary>
public sealed class DfeColumns
{
    private static readonly string[] Standard =
    [
        "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
        "old_la_code", "new_la_code", "la_name", "lad_code", "lad_name",
    ];

    private readonly Dictionary<string, int> _places;

    /// <exception cref="BrokenRule">It is not such a file.</exception>
    public DfeColumns(IReadOnlyList<string> names)
    {
        Names = names;
        _places = [];
        for (var place = 0; place < names.Count; place++)
        {
            var name = StandardName(names[place]);
            if (names[place].Length > 0 && !_places.TryAdd(name, place))
                throw new BrokenRule($"Row 1 has two columns named {names[place]}. Choose the csv file as the Department for Education published it.");
        }
        if (Standard[..3].Where(name => !_places.ContainsKey(name)).ToList() is { Count: > 0 } missing)
        {
            throw new BrokenRule($"This is no statistics file of the Department for Education: row 1 has no column {Words.List(missing)}. "
                + "Choose the csv file of a release of 'Explore education statistics', as it was downloaded.");
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The columns that a release does not share with every other: filters and figures.</summary>
    public IEnumerable<int> Own => Enumerable.Range(0, Names.Count).Where(place => Names[place].Length > 0 && !Standard.Contains(StandardName(Names[place])));

    /// <summary>Null where the file has no such column.</summary>
    public int? Place(string standardName) => _places.TryGetValue(standardName, out var place) ? place : null;

    // The Department's own example file writes geographical_level.
    private static string StandardName(string name) =>
        name.ToLowerInvariant() is var small && small == "geographical_level" ? "geographic_level" : Standard.Contains(small) ? small : name;
}
