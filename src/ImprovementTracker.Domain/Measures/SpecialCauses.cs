namespace ImprovementTracker.Domain.Measures;

/// <summary>Which values of one segment show a change that chance does not explain, and by which sign.</summary>
public static class SpecialCauses
{
    private const int Run = 7;

    /// <param name="values">The segment's values in the order of their dates, missing months left out.</param>
    public static SpecialCause[] Of(ReadOnlySpan<decimal> values, ControlLimits limits)
    {
        var zones = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
            zones[i] = limits.ZoneOf(values[i]);

        // A value shows the first sign that applies, so the weakest is marked first and the stronger ones over it.
        var causes = new SpecialCause[values.Length];
        MarkShifts(zones, causes);
        MarkTwoOfThree(zones, causes);
        MarkTrends(values, causes);
        MarkOutside(zones, causes);
        return causes;
    }

    private static void MarkOutside(ReadOnlySpan<int> zones, Span<SpecialCause> causes)
    {
        for (var i = 0; i < zones.Length; i++)
            if (Math.Abs(zones[i]) == 3)
                causes[i] = zones[i] > 0 ? SpecialCause.AboveLimit : SpecialCause.BelowLimit;
    }

    /// <summary>A peak or a valley belongs to the run before and to the run after; the run after is marked last.</summary>
    private static void MarkTrends(ReadOnlySpan<decimal> values, Span<SpecialCause> causes)
    {
        for (int start = 0, last; start < values.Length - 1; start = last)
        {
            var way = values[start + 1].CompareTo(values[start]);
            for (last = start + 1; last + 1 < values.Length && values[last + 1].CompareTo(values[last]) == way;)
                last++;
            if (way != 0 && last - start + 1 >= Run)
                causes[start..(last + 1)].Fill(way > 0 ? SpecialCause.Rising : SpecialCause.Falling);
        }
    }

    private static void MarkTwoOfThree(ReadOnlySpan<int> zones, Span<SpecialCause> causes)
    {
        for (var start = 0; start + 3 <= zones.Length; start++)
        {
            var (side, near) = (0, 0);
            foreach (var zone in zones.Slice(start, 3))
                (side, near) = (side + Math.Sign(zone), near + (Math.Abs(zone) == 2 ? 1 : 0));
            for (var i = start; Math.Abs(side) == 3 && near >= 2 && i < start + 3; i++)
                if (Math.Abs(zones[i]) == 2)
                    causes[i] = side > 0 ? SpecialCause.TwoOfThreeAbove : SpecialCause.TwoOfThreeBelow;
        }
    }

    private static void MarkShifts(ReadOnlySpan<int> zones, Span<SpecialCause> causes)
    {
        for (int start = 0, next; start < zones.Length; start = next)
        {
            var side = Math.Sign(zones[start]);
            for (next = start + 1; next < zones.Length && Math.Sign(zones[next]) == side;)
                next++;
            if (side != 0 && next - start >= Run)
                causes[start..next].Fill(side > 0 ? SpecialCause.ShiftAbove : SpecialCause.ShiftBelow);
        }
    }
}
