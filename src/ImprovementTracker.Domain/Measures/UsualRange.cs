using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Between which figures an area's next month is expected: within the control limits of the earlier ones. A series whose
/// last month lies outside them has moved away: as far as chance reaches from that month is then expected too, since a
/// series that keeps improving is no surprise each month. What lies between the two is one. Where the earlier months do not
/// vary at all, any change is larger than their variation.
/// </summary>
public sealed record UsualRange(decimal Lower, decimal Upper)
{
    private const int MostDecimals = 6;

    /// <summary>The second stretch, where the two do not touch.</summary>
    public UsualRange? AroundLast { get; init; }

    /// <summary>One stretch or two.</summary>
    public IEnumerable<UsualRange> Stretches => AroundLast is null ? [this] : [this, AroundLast];

    /// <summary>Null where there are too few figures to judge by.</summary>
    /// <param name="earlier">In the order of months; months without a figure left out.</param>
    /// <param name="fewest">With fewer earlier figures nothing is concluded.</param>
    public static UsualRange? Of(ReadOnlySpan<decimal> earlier, int fewest = Programme.UsualFewestForFirmLimits)
    {
        if (earlier.Length < Math.Max(2, fewest))
            return null;
        var limits = ControlLimits.Of(earlier, screened: true);
        // A series without variation of its own: whatever it has been before.
        if (limits.AreFlat)
            return Seen(earlier);
        var (last, reach) = (earlier[^1], limits.Upper - limits.Mean);
        if (Math.Abs(limits.ZoneOf(last)) < 3)
            return new UsualRange(limits.Lower, limits.Upper);
        return last - reach <= limits.Upper && last + reach >= limits.Lower
            ? new UsualRange(Math.Min(limits.Lower, last - reach), Math.Max(limits.Upper, last + reach))
            : new UsualRange(limits.Lower, limits.Upper) { AroundLast = new UsualRange(last - reach, last + reach) };
    }

    private static UsualRange Seen(ReadOnlySpan<decimal> earlier)
    {
        var (lower, upper) = (earlier[0], earlier[0]);
        foreach (var figure in earlier)
            (lower, upper) = (Math.Min(lower, figure), Math.Max(upper, figure));
        return new UsualRange(lower, upper);
    }

    /// <summary>Stands between two stretches.</summary>
    public const string Or = ", or ";

    /// <summary>One stretch in words: between 40% and 62%; always 0.</summary>
    public static string Between(string lower, string upper) => lower == upper ? $"always {lower}" : $"between {lower} and {upper}";

    public bool Contains(decimal figure) => Stretches.Any(stretch => figure >= stretch.Lower && figure <= stretch.Upper);

    /// <summary>between 40% and 62%: cut to what the unit allows, with the decimals it needs not to contradict a figure outside it.</summary>
    public string Text(MeasureShape shape, decimal? outside = null)
    {
        var stretches = Stretches.OrderBy(stretch => stretch.Lower)
            .Select(stretch => (Lower: Math.Max(0, stretch.Lower), Upper: shape.Unit == MeasureUnit.Percentage ? Math.Min(100, stretch.Upper) : stretch.Upper)).ToList();
        var decimals = shape.Decimals;
        while (outside is { } figure && decimals < MostDecimals && stretches.Exists(stretch => Written(figure) == Written(stretch.Lower) || Written(figure) == Written(stretch.Upper)))
            decimals++;
        return string.Join(Or, stretches.Select(stretch => Between(Written(stretch.Lower), Written(stretch.Upper))));

        string Written(decimal number) => FigureText.Of(number, shape.Unit, decimals);
    }
}
