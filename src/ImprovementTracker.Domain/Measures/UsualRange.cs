using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Between which figures an area's next month is expected: within the control limits of the earlier ones, as a chart draws
/// them. A series that has moved away from its limits is asked about until a person begins them anew (<see cref="Rebase"/>).
/// </summary>
public sealed record UsualRange(decimal Lower, decimal Upper)
{
    private const int MostDecimals = 6;

    /// <summary>Null where there are too few figures, or too little variation to judge by.</summary>
    /// <param name="earlier">In the order of months; months without a figure left out.</param>
    /// <param name="fewest">With fewer earlier figures nothing is concluded.</param>
    public static UsualRange? Of(ReadOnlySpan<decimal> earlier, int fewest = Programme.UsualFewestForFirmLimits)
    {
        if (earlier.Length < Math.Max(2, fewest) || ControlLimits.Of(earlier, screened: true) is not { AreFlat: false } limits)
            return null;
        return new UsualRange(limits.Lower, limits.Upper);
    }

    public bool Contains(decimal figure) => figure >= Lower && figure <= Upper;

    /// <summary>between 40% and 62%: cut to what the unit allows, with the decimals it needs not to contradict a figure outside it.</summary>
    public string Text(MeasureShape shape, decimal? outside = null)
    {
        var lower = Math.Max(0, Lower);
        var upper = shape.Unit == MeasureUnit.Percentage ? Math.Min(100, Upper) : Upper;
        var crossed = outside < Lower ? lower : upper;
        var decimals = shape.Decimals;
        while (outside is { } figure && decimals < MostDecimals && FigureText.Of(figure, shape.Unit, decimals) == FigureText.Of(crossed, shape.Unit, decimals))
            decimals++;
        return $"between {FigureText.Of(lower, shape.Unit, decimals)} and {FigureText.Of(upper, shape.Unit, decimals)}";
    }
}
