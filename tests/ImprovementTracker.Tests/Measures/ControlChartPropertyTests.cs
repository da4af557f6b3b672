using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Two thousand series by chance, with the same start each time: plateaus, walks and jumps of whole numbers, with gaps.</summary>
public class ControlChartPropertyTests
{
    private static IEnumerable<decimal?[]> SeriesByChance()
    {
        var random = new Random(20100401);
        for (var i = 0; i < 2000; i++)
        {
            var (level, step, spread) = (random.Next(-20, 40), random.Next(-2, 3), random.Next(0, 6));
            yield return [.. Enumerable.Range(0, random.Next(3, 40)).Select(month =>
            {
                if (random.Next(12) == 0)
                    step = random.Next(-2, 3);
                level += step + (random.Next(15) == 0 ? random.Next(-15, 16) : 0);
                return random.Next(10) == 0 ? (decimal?)null : level + random.Next(-spread, spread + 1);
            })];
        }
    }

    private static ControlChart Chart(IEnumerable<decimal?> values, Polarity polarity = Polarity.HigherIsBetter, bool screened = true) => ControlChart.Of(
        new([.. values.Select((value, index) => new DatedValue(new Month(2010, 4).AddMonths(index), value))], polarity) { Screened = screened });

    [Fact]
    public void Every_flag_is_what_the_rules_say_when_each_value_is_asked_one_by_one()
    {
        var seen = new HashSet<SpecialCause>();
        foreach (var values in SeriesByChance())
        {
            var given = values.OfType<decimal>().Select(value => (long)value).ToArray();
            var found = Chart(values).Points.Where(point => point.Value is not null).Select(point => point.Cause).ToArray();

            for (var i = 0; i < given.Length; i++)
                Assert.Equal(given.Length < 3 ? null : ByTheRules.Flag(given, i), found[i]);
            seen.UnionWith(found.OfType<SpecialCause>());
        }
        Assert.Equal(Enum.GetValues<SpecialCause>(), seen.Order());
    }

    [Fact]
    public void A_series_upside_down_has_every_flag_and_meaning_upside_down()
    {
        foreach (var values in SeriesByChance())
        {
            var chart = Chart(values);
            var mirrored = Chart(values.Select(value => -value));

            Assert.Equal(chart.Points.Select(point => Opposite(point.Cause)), mirrored.Points.Select(point => point.Cause));
            Assert.Equal(chart.Points.Select(point => Opposite(point.Meaning)), mirrored.Points.Select(point => point.Meaning));
            Assert.Equal(-chart.Latest.Limits?.Upper, mirrored.Latest.Limits?.Lower);
            Assert.Equal(chart.AssuranceAgainst(7), Chart(values.Select(value => -value), Polarity.LowerIsBetter).AssuranceAgainst(-7));
        }
    }

    [Fact]
    public void Another_unit_or_another_nought_changes_no_flag()
    {
        foreach (var values in SeriesByChance())
        {
            var chart = Chart(values);
            var moved = Chart(values.Select(value => (value * 0.1m) + 1000));

            Assert.Equal(chart.Points.Select(point => point.Cause), moved.Points.Select(point => point.Cause));
            Assert.Equal(chart.AssuranceAgainst(7), moved.AssuranceAgainst(1000.7m));
            if (chart.Latest.Limits is { } limits)
                Assert.Equal(Math.Round((limits.NearLower * 0.1m) + 1000, 18), Math.Round(moved.Latest.Limits!.NearLower, 18));
        }
    }

    [Fact]
    public void What_comes_after_a_rebase_is_judged_as_if_nothing_had_been_before()
    {
        foreach (var values in SeriesByChance())
        {
            var alone = Chart(values);
            decimal?[] before = [3, 1, 4, 1, 5];
            var after = ControlChart.Of(new([.. before.Concat(values).Select((value, index) => new DatedValue(new Month(2010, 4).AddMonths(index), value))], Polarity.HigherIsBetter) { Rebases = [new(2010, 9, 1)] });

            // Months missing at the start stay with the segment before.
            var first = values.TakeWhile(value => value is null).Count();
            Assert.Equal(alone.Points.Skip(first).Select(point => point.Cause), after.Points.Skip(5 + first).Select(point => point.Cause));
            Assert.Equal((alone.Variation, alone.AssuranceAgainst(7)), (after.Variation, after.AssuranceAgainst(7)));
        }
    }

    private static SpecialCause? Opposite(SpecialCause? cause) => cause switch
    {
        SpecialCause.None => SpecialCause.None,
        SpecialCause.AboveLimit => SpecialCause.BelowLimit,
        SpecialCause.BelowLimit => SpecialCause.AboveLimit,
        SpecialCause.Rising => SpecialCause.Falling,
        SpecialCause.Falling => SpecialCause.Rising,
        SpecialCause.TwoOfThreeAbove => SpecialCause.TwoOfThreeBelow,
        SpecialCause.TwoOfThreeBelow => SpecialCause.TwoOfThreeAbove,
        SpecialCause.ShiftAbove => SpecialCause.ShiftBelow,
        SpecialCause.ShiftBelow => SpecialCause.ShiftAbove,
        null => null,
    };

    private static Variation? Opposite(Variation? meaning) => meaning switch
    {
        Variation.Common => Variation.Common,
        Variation.Improvement => Variation.Concern,
        Variation.Concern => Variation.Improvement,
        Variation.High => Variation.Low,
        Variation.Low => Variation.High,
        null => null,
    };

    /// <summary>
    /// The rules read literally: for each value every window that it lies in, in whole numbers so that nothing is rounded.
    /// Distances are multiplied by 300 x values x ranges kept.
    /// </summary>
    private static class ByTheRules
    {
        public static SpecialCause Flag(long[] values, int i)
        {
            var lines = new Lines(values);
            if (lines.Distance(values[i]) > lines.Limit)
                return SpecialCause.AboveLimit;
            if (lines.Distance(values[i]) < -lines.Limit)
                return SpecialCause.BelowLimit;

            var trend = Windows(values, i, 7).Select(window => Pairs(window).All(pair => pair.Later > pair.Earlier) ? SpecialCause.Rising : Pairs(window).All(pair => pair.Later < pair.Earlier) ? SpecialCause.Falling : SpecialCause.None)
                .LastOrDefault(cause => cause != SpecialCause.None);
            if (trend != SpecialCause.None)
                return trend;

            var above = lines.Distance(values[i]) > 0;
            if (lines.IsNear(values[i]) && Windows(values, i, 3).Any(three => lines.OnOneSide(three) && three.Count(lines.IsNear) >= 2))
                return above ? SpecialCause.TwoOfThreeAbove : SpecialCause.TwoOfThreeBelow;
            if (Windows(values, i, 7).Any(lines.OnOneSide))
                return above ? SpecialCause.ShiftAbove : SpecialCause.ShiftBelow;
            return SpecialCause.None;
        }

        private static IEnumerable<long[]> Windows(long[] values, int i, int length) =>
            Enumerable.Range(0, values.Length).Where(start => start <= i && i < start + length && start + length <= values.Length).Select(start => values[start..(start + length)]);

        private static IEnumerable<(long Earlier, long Later)> Pairs(long[] values) => values.Zip(values.Skip(1));

        private sealed class Lines
        {
            private readonly long _sum;
            private readonly int _count;
            private readonly int _kept;
            private readonly long _near;

            public Lines(long[] values)
            {
                var ranges = Pairs(values).Select(pair => Math.Abs(pair.Later - pair.Earlier)).ToList();
                var kept = ranges.Where(range => ranges.Sum() == 0 || 1000 * range * ranges.Count < 3267 * ranges.Sum()).ToList();
                (_sum, _count, _kept) = (values.Sum(), values.Length, kept.Count);
                (Limit, _near) = (3 * 266 * kept.Sum() * _count, 2 * 266 * kept.Sum() * _count);
            }

            public long Limit { get; }

            public long Distance(long value) => 300 * _kept * ((value * _count) - _sum);

            public bool IsNear(long value) => Math.Abs(Distance(value)) > _near && Math.Abs(Distance(value)) <= Limit;

            public bool OnOneSide(long[] values) => values.All(value => Distance(value) > 0) || values.All(value => Distance(value) < 0);
        }
    }
}
