namespace ImprovementTracker.Domain.Measures;

/// <summary>Where the segments of a series begin: at the first value on or after a rebase, and at the very day of a new definition.</summary>
/// <param name="Indexes">Places in the series, rising, the first of them 0; one past the end where nothing follows a new definition.</param>
public sealed record SegmentStarts(IReadOnlyList<int> Indexes, IReadOnlyList<PlacedRebase> Rebases)
{
    private static readonly SegmentStarts Whole = new([0], []);

    public static SegmentStarts Of(ControlSeries series)
    {
        if (series.Rebases.Count + series.DefinitionChanges.Count == 0)
            return Whole;

        var values = series.Values;
        var starts = new SortedSet<int> { 0 };
        starts.UnionWith(series.DefinitionChanges.Select(day => FirstFrom(values, day, withValue: false)));
        var definitions = starts.ToArray();
        var rebases = new List<PlacedRebase>();
        foreach (var day in series.Rebases.Distinct().Order())
        {
            var index = FirstFrom(values, day, withValue: true);
            var definition = definitions.Last(start => start <= index);
            var effect = index == values.Count ? RebaseEffect.NothingAfter
                : !HasValue(values, definition, index) ? definition == 0 ? RebaseEffect.NothingBefore : RebaseEffect.AlreadyBegun
                : !starts.Add(index) ? RebaseEffect.AlreadyBegun
                : values[index].On == day ? RebaseEffect.OnTheDay
                : RebaseEffect.MovedToNextValue;
            rebases.Add(new(day, index == values.Count ? null : values[index].On, effect));
        }
        return new([.. starts], rebases);
    }

    private static int FirstFrom(IReadOnlyList<DatedValue> values, DateOnly day, bool withValue)
    {
        var index = 0;
        while (index < values.Count && (values[index].On < day || (withValue && values[index].Value is null)))
            index++;
        return index;
    }

    private static bool HasValue(IReadOnlyList<DatedValue> values, int from, int before)
    {
        for (var i = from; i < before; i++)
            if (values[i].Value is not null)
                return true;
        return false;
    }
}
