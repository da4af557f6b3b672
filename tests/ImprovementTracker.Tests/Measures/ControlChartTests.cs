using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class ControlChartTests
{
    private static readonly decimal?[] Alternating = [8.5m, 11.5m, 8.5m, 11.5m, 8.5m, 11.5m, 8.5m, 11.5m, 8.5m, 11.5m, 8.5m, 11.5m];

    /// <summary>Month after month from April 2010.</summary>
    private static ControlSeries Series(params decimal?[] values) => Series(Polarity.HigherIsBetter, values);

    private static ControlSeries Series(Polarity polarity, params decimal?[] values) =>
        new([.. values.Select((value, index) => new DatedValue(new Month(2010, 4).AddMonths(index), value))], polarity);

    private static DateOnly Day(int year, int month, int day = 1) => new(year, month, day);

    [Fact]
    public void A_missing_month_is_left_out_of_everything_and_stays_in_its_place()
    {
        // With the gaps closed it is 7 to 13, which rises: mean 10, every range 1.
        var chart = ControlChart.Of(Series(7, 8, null, 9, 10, null, null, 11, 12, 13, null));

        Assert.Equal(10m, chart.Latest.Limits!.Mean);
        Assert.Equal(12.66m, chart.Latest.Limits.Upper);
        Assert.Equal((11, 7), (chart.Latest.Length, chart.Latest.Values));
        Assert.Equal([Day(2010, 6), Day(2010, 9), Day(2010, 10), Day(2011, 2)], chart.Missing);
        Assert.All(chart.Points.Where(point => point.Value is null), point => Assert.Equal((null, null, 12.66m), (point.Cause, point.Meaning, point.Limits!.Upper)));
        Assert.Equal([SpecialCause.BelowLimit, .. Enumerable.Repeat(SpecialCause.Rising, 5), SpecialCause.AboveLimit], chart.Points.Where(point => point.Value is not null).Select(point => point.Cause!.Value));
        Assert.Equal(Variation.Improvement, chart.Variation);
    }

    [Theory]
    [InlineData(Polarity.HigherIsBetter, Variation.Improvement, Variation.Concern)]
    [InlineData(Polarity.LowerIsBetter, Variation.Concern, Variation.Improvement)]
    [InlineData(Polarity.None, Variation.High, Variation.Low)]
    [InlineData(Polarity.CloseToTarget, Variation.High, Variation.Low)]
    public void What_a_change_means_depends_on_which_way_is_better(Polarity polarity, Variation up, Variation down)
    {
        // The first twelve make the limits 2.02 and 17.98.
        var high = ControlChart.Of(Series(polarity, [.. Alternating, 18m]) with { Baseline = 12 });
        var low = ControlChart.Of(Series(polarity, [.. Alternating, 2m]) with { Baseline = 12 });

        Assert.Equal((up, down), (high.Variation, low.Variation));
    }

    [Fact]
    public void The_word_for_a_series_is_that_of_its_latest_value()
    {
        var chart = ControlChart.Of(Series([.. Alternating, 18m, 9m, null]) with { Baseline = 12 });

        Assert.Equal(Variation.Improvement, chart.Points[12].Meaning);
        Assert.Equal(Variation.Common, chart.Variation);
    }

    [Fact]
    public void A_baseline_is_the_first_values_of_each_segment_and_later_ones_are_judged_by_it()
    {
        // Month 13 is missing and not a value; the thirteenth value begins the second segment, where 20 replaces 10 as mean.
        var second = Alternating.Select(value => value + 10);
        var chart = ControlChart.Of(Series([.. Alternating, null, .. second, 40m]) with { Baseline = 12, Rebases = [Day(2011, 5)] });

        Assert.Equal([10m, 20m], chart.Segments.Select(segment => segment.Limits!.Mean));
        Assert.Equal([(1, 0, 13, 12), (2, 13, 13, 13)], chart.Segments.Select(segment => (segment.Number, segment.Start, segment.Length, segment.Values)));
        Assert.Equal(SpecialCause.AboveLimit, chart.Points[^1].Cause);
        Assert.Equal(27.98m, chart.Points[^1].Limits!.Upper);
    }

    [Fact]
    public void A_baseline_longer_than_its_segment_is_all_of_it() =>
        Assert.Equal(3m, ControlChart.Of(Series(1, 3, 5) with { Baseline = 12 }).Latest.Limits!.Mean);

    [Fact]
    public void A_baseline_of_fewer_than_twelve_values_is_refused() =>
        Assert.Throws<ArgumentException>(() => ControlChart.Of(Series(Alternating) with { Baseline = 11 }));

    [Fact]
    public void Nothing_looks_across_the_edge_of_a_segment()
    {
        // 7 to 13 would be a trend, but for the rebase at 10.
        var chart = ControlChart.Of(Series(7, 8, 9, 10, 11, 12, 13) with { Rebases = [Day(2010, 7)] });

        Assert.Equal([1, 1, 1, 2, 2, 2, 2], chart.Points.Select(point => point.Segment));
        Assert.Equal([8m, 11.5m], chart.Segments.Select(segment => segment.Limits!.Mean));
        Assert.All(chart.Points, point => Assert.Equal(SpecialCause.None, point.Cause));
        Assert.Equal([new PlacedRebase(Day(2010, 7), Day(2010, 7), RebaseEffect.OnTheDay)], chart.Rebases);
    }

    [Theory]
    [InlineData("2010-06-01", "2010-07-01", RebaseEffect.MovedToNextValue)]
    [InlineData("2010-05-15", "2010-07-01", RebaseEffect.MovedToNextValue)]
    [InlineData("2010-07-01", "2010-07-01", RebaseEffect.OnTheDay)]
    [InlineData("2010-04-01", "2010-05-01", RebaseEffect.NothingBefore)]
    [InlineData("2009-01-01", "2010-05-01", RebaseEffect.NothingBefore)]
    [InlineData("2010-10-01", null, RebaseEffect.NothingAfter)]
    [InlineData("2012-01-01", null, RebaseEffect.NothingAfter)]
    public void A_rebase_begins_with_the_first_value_on_its_day_or_after(string asked, string? from, RebaseEffect effect)
    {
        // April, June and October 2010 are missing.
        var chart = ControlChart.Of(Series(null, 5, null, 6, 7, 8, null) with { Rebases = [DateOnly.Parse(asked, Words.British)] });

        Assert.Equal(new PlacedRebase(DateOnly.Parse(asked, Words.British), from is null ? null : DateOnly.Parse(from, Words.British), effect), Assert.Single(chart.Rebases));
        var parts = effect is RebaseEffect.OnTheDay or RebaseEffect.MovedToNextValue;
        Assert.Equal(parts ? [1, 1, 1, 2, 2, 2, 2] : [1, 1, 1, 1, 1, 1, 1], chart.Points.Select(point => point.Segment));
    }

    [Fact]
    public void Two_rebases_with_the_same_value_make_one_segment()
    {
        var chart = ControlChart.Of(Series(5, null, 6, 7, 8) with { Rebases = [Day(2010, 6), Day(2010, 5), Day(2010, 5)] });

        Assert.Equal([new(Day(2010, 5), Day(2010, 6), RebaseEffect.MovedToNextValue), new PlacedRebase(Day(2010, 6), Day(2010, 6), RebaseEffect.AlreadyBegun)], chart.Rebases);
        Assert.Equal([1, 1, 2, 2, 2], chart.Points.Select(point => point.Segment));
    }

    [Fact]
    public void A_new_definition_ends_the_series_even_before_its_first_value()
    {
        var begun = ControlChart.Of(Series([.. Alternating, null, 5m]) with { DefinitionChanges = [Day(2011, 4)], Rebases = [Day(2011, 4)] });
        var expected = ControlChart.Of(Series(Alternating) with { DefinitionChanges = [Day(2011, 4)] });

        Assert.Equal([2, 2], begun.Points.Skip(12).Select(point => point.Segment));
        Assert.Equal(RebaseEffect.AlreadyBegun, Assert.Single(begun.Rebases).Effect);
        Assert.Equal((2, 0, null, null), (expected.Latest.Number, expected.Latest.Values, expected.Variation, expected.AssuranceAgainst(5)));
        Assert.Equal(10m, expected.Points[0].Limits!.Mean);
    }

    [Fact]
    public void Fewer_than_three_values_have_no_limits_and_no_verdict()
    {
        var chart = ControlChart.Of(Series(1, null, 2));

        Assert.Null(chart.Latest.Limits);
        Assert.Null(chart.Variation);
        Assert.Null(chart.AssuranceAgainst(1));
        Assert.All(chart.Points, point => Assert.Equal((null, null, null), (point.Limits, point.Cause, point.Meaning)));
        Assert.True(chart.Latest.IsShort);
    }

    [Fact]
    public void A_series_without_a_month_has_one_empty_segment() =>
        Assert.Equal([new ControlSegment(1, 0, 0, 0, null, IsShort: true)], ControlChart.Of(Series()).Segments);

    [Fact]
    public void Eleven_values_are_short_and_twelve_are_not()
    {
        Assert.Equal((true, false), (ControlChart.Of(Series(Alternating[1..])).Latest.IsShort, ControlChart.Of(Series(Alternating[1..])).Latest.ShowsIcons));
        Assert.Equal((false, true), (ControlChart.Of(Series(Alternating)).Latest.IsShort, ControlChart.Of(Series(Alternating)).Latest.ShowsIcons));
    }

    [Fact]
    public void How_many_values_are_enough_can_be_set()
    {
        var chart = ControlChart.Of(Series(1, 2, 3, 4) with { FewestForLimits = 5, FewestForIcons = 4 });

        Assert.Null(chart.Latest.Limits);
        Assert.False(chart.Latest.IsShort);
    }

    [Theory]
    [InlineData(Polarity.HigherIsBetter, 17.99, Assurance.ConsistentlyFailing)]
    [InlineData(Polarity.HigherIsBetter, 17.98, Assurance.HitAndMiss)]
    [InlineData(Polarity.HigherIsBetter, 2.02, Assurance.HitAndMiss)]
    [InlineData(Polarity.HigherIsBetter, 2.01, Assurance.ConsistentlyPassing)]
    [InlineData(Polarity.LowerIsBetter, 17.99, Assurance.ConsistentlyPassing)]
    [InlineData(Polarity.LowerIsBetter, 17.98, Assurance.HitAndMiss)]
    [InlineData(Polarity.LowerIsBetter, 2.02, Assurance.HitAndMiss)]
    [InlineData(Polarity.LowerIsBetter, 2.01, Assurance.ConsistentlyFailing)]
    [InlineData(Polarity.None, 10, null)]
    [InlineData(Polarity.CloseToTarget, 10, null)]
    public void A_target_beyond_the_limits_is_passed_or_failed_and_one_on_them_is_hit_and_miss(Polarity polarity, double target, Assurance? expected) =>
        Assert.Equal(expected, ControlChart.Of(Series(polarity, Alternating)).AssuranceAgainst((decimal)target));

    [Fact]
    public void Assurance_speaks_of_the_latest_segment() =>
        Assert.Equal(Assurance.ConsistentlyPassing, ControlChart.Of(Series([.. Alternating, 95m, 96m, 95m]) with { Rebases = [Day(2011, 4)] }).AssuranceAgainst(80));

    [Theory]
    [InlineData(Polarity.HigherIsBetter, 80, Assurance.ConsistentlyPassing)]
    [InlineData(Polarity.HigherIsBetter, 80.1, Assurance.ConsistentlyFailing)]
    [InlineData(Polarity.LowerIsBetter, 80, Assurance.ConsistentlyPassing)]
    [InlineData(Polarity.LowerIsBetter, 79.9, Assurance.ConsistentlyFailing)]
    public void Without_variation_a_target_is_passed_when_every_value_meets_it(Polarity polarity, double target, Assurance expected)
    {
        var chart = ControlChart.Of(Series(polarity, 80, 80, null, 80, 80));

        Assert.Equal(expected, chart.AssuranceAgainst((decimal)target));
        Assert.Equal(Variation.Common, chart.Variation);
        Assert.All(chart.Points.Where(point => point.Value is not null), point => Assert.Equal(SpecialCause.None, point.Cause));
    }

    // The mean of 5.33 lies above a target of 5.2 that eleven values of twelve miss.
    [Fact]
    public void Where_screening_leaves_no_variation_one_value_that_misses_a_target_fails_it()
    {
        var chart = ControlChart.Of(Series(5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9));

        Assert.Equal(Assurance.ConsistentlyFailing, chart.AssuranceAgainst(5.2m));
        Assert.Equal(Assurance.ConsistentlyPassing, chart.AssuranceAgainst(5));
        Assert.False(chart.Latest.ShowsIcons);
    }

    [Fact]
    public void A_value_that_leaves_a_baseline_without_variation_is_outside()
    {
        var chart = ControlChart.Of(Series([.. Enumerable.Repeat<decimal?>(5, 12), 5.1m]) with { Baseline = 12 });

        Assert.Equal((SpecialCause.None, SpecialCause.AboveLimit), (chart.Points[11].Cause, chart.Points[12].Cause));
        Assert.Equal(Assurance.ConsistentlyPassing, chart.AssuranceAgainst(5));
    }

    [Fact]
    public void Values_out_of_order_are_refused() =>
        Assert.Throws<ArgumentException>(() => ControlChart.Of(new([new(Day(2010, 5), 1), new(Day(2010, 4), 2)], Polarity.None)));
}
