using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>How alike a statistical neighbour is, in the words of the Department for Education.</summary>
public enum Closeness { NotClose = 1, SomewhatClose, Close, VeryClose, ExtremelyClose }

/// <summary>One of the ten authorities that are most like another.</summary>
public sealed record Neighbour(Authority Authority, Closeness Closeness);

/// <summary>The statistical neighbours of every authority, as the Department for Education published them on one day.</summary>
/// <param name="From">In force from this day until the next set.</param>
/// <param name="ByNumber">An authority's ten neighbours, the closest first, by its three digits.</param>
public sealed record NeighbourSet(DateOnly From, IReadOnlyDictionary<string, IReadOnlyList<Neighbour>> ByNumber)
{
    /// <summary>April 2021.</summary>
    public string Name => Month.Of(From).ToString();

    /// <summary>None where the authority did not exist when the set was made, or had ceased.</summary>
    public IReadOnlyList<Neighbour> Of(Authority authority) => ByNumber.GetValueOrDefault(authority.Number) ?? [];
}

/// <summary>Which neighbours counted when: a figure is compared with those of the set in force on the last day of its period.</summary>
public static class NeighbourSets
{
    public static IReadOnlyList<NeighbourSet> All { get; } = Read();

    /// <summary>Null before the first set that is known here, April 2021: nothing is compared with neighbours of a later time.</summary>
    public static NeighbourSet? InForceOn(DateOnly day) => All.LastOrDefault(set => set.From <= day);

    public static string Label(this Closeness closeness) => closeness switch
    {
        Closeness.NotClose => "not close",
        Closeness.SomewhatClose => "somewhat close",
        Closeness.Close => "close",
        Closeness.VeryClose => "very close",
        Closeness.ExtremelyClose => "extremely close",
    };

    private static List<NeighbourSet> Read()
    {
        var sets = new List<NeighbourSet>();
        var current = new Dictionary<string, IReadOnlyList<Neighbour>>();
        foreach (var line in EmbeddedText.Lines("StatisticalNeighbours.txt"))
        {
            var words = line.Split(' ');
            if (words[0] == "set")
                sets.Add(new(DateOnly.ParseExact(words[1], "yyyy-MM-dd", CultureInfo.InvariantCulture), current = []));
            else
                current.Add(words[0], [.. words[1..].Select(ReadOne)]);
        }
        return sets;
    }

    private static Neighbour ReadOne(string word) =>
        new(Authorities.WithNumber(word[..3])!, (Closeness)int.Parse(word[4..], CultureInfo.InvariantCulture));
}
