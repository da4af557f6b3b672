namespace ImprovementTracker.Domain.Measures;

/// <summary>Which values of one segment show a change that chance does not explain, and by which sign.</summary>
public static class SpecialCauses
{
    private const int Run = 7;

    /// <param name="values">The segment's values in the order of their dates, missing months left out.</param>
    public static SpecialCause[] Of(ReadOnlySpan<decimal> values, ControlLimits limits)
    {
        // A value shows the first sign that applies, so the weakest is marked first and the stronger ones over it.
        var causes = new SpecialCause[values.Length];
        MarkShifts(values, limits, causes);
        MarkTwoOfThree(values, limits, causes);
        MarkTrends(values, causes);
        for (var i = 0; i < values.Length; i++)
            if (limits.OutsideOf(values[i]) is var side and not 0)
                causes[i] = side > 0 ? SpecialCause.AboveLimit : SpecialCause.BelowLimit;
        return causes;
    }

    private static void MarkShifts(ReadOnlySpan<decimal> values, ControlLimits limits, Span<SpecialCause> causes)
    {
        for (int start = 0, next; start < values.Length; start = next)
        {
            var side = limits.SideOf(values[start]);
            for (next = start + 1; next < values.Length && limits.SideOf(values[next]) == side;)
                next++;
            if (side != 0 && next - start >= Run)
                causes[start..next].Fill(side > 0 ? SpecialCause.ShiftAbove : SpecialCause.ShiftBelow);
        }
    }

    private static void MarkTwoOfThree(ReadOnlySpan<decimal> values, ControlLimits limits, Span<SpecialCause> causes)
    {
        for (var start = 0; start + 3 <= values.Length; start++)
        {
            var three = values.Slice(start, 3);
            var side = limits.SideOf(three[0]);
            if (side == 0 || limits.SideOf(three[1]) != side || limits.SideOf(three[2]) != side)
                continue;
            var near = 0;
            foreach (var value in three)
                near += limits.IsNearLimit(value) ? 1 : 0;
            for (var i = 0; near >= 2 && i < 3; i++)
                if (limits.IsNearLimit(three[i]))
                    causes[start + i] = side > 0 ? SpecialCause.TwoOfThreeAbove : SpecialCause.TwoOfThreeBelow;
        }
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
}
