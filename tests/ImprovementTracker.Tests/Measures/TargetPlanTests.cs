using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class TargetPlanTests
{
    private static readonly Month April = new(2010, 4);

    private static TargetPlan Plan(TargetPath path = TargetPath.Steps, int? areaId = null, int id = 1, TargetSetter setter = TargetSetter.DfeNotice, params TargetPoint[] points) =>
        new(id, 1, areaId, setter, "Notice", null, false, April, null, path, 5, ToleranceKind.Points, points);

    [Fact]
    public void Steps_hold_until_the_next_one()
    {
        var plan = Plan(points: [new(April, 60), new(new(2010, 9), 70), new(new(2011, 3), 80)]);

        Assert.Equal([60m, 60m, 70m, 70m, 80m, 80m], new Month[] { April, new(2010, 8), new(2010, 9), new(2011, 2), new(2011, 3), new(2012, 1) }.Select(month => plan.LevelIn(month)!.Value));
    }

    [Fact]
    public void A_straight_path_gains_the_same_every_month()
    {
        // From 66% in September 2010 to 30% in September 2012: 36 points in 24 months, 1.5 a month.
        var plan = new TargetPlan(1, 1, null, TargetSetter.DfeNotice, null, null, false, new(2010, 9), null, TargetPath.StraightLine, 0, ToleranceKind.Points,
            [new(new(2010, 9), 66), new(new(2012, 9), 30)]);

        Assert.Equal([66m, 64.5m, 48m, 30m, 30m], new Month[] { new(2010, 9), new(2010, 10), new(2011, 9), new(2012, 9), new(2013, 1) }.Select(month => plan.LevelIn(month)!.Value));
    }

    [Fact]
    public void Outside_its_months_a_target_asks_nothing()
    {
        var plan = Plan(points: new TargetPoint(April, 80)) with { To = new(2011, 3) };

        Assert.Null(plan.LevelIn(new(2010, 3)));
        Assert.NotNull(plan.LevelIn(new(2011, 3)));
        Assert.Null(plan.LevelIn(new(2011, 4)));
    }

    [Fact]
    public void A_target_is_said_with_its_date()
    {
        Assert.Equal("80% by March 2011", Plan(points: [new(April, 60), new(new(2011, 3), 80)]).InWords(MeasureUnit.Percentage, 0));
        Assert.Equal("95% from April 2010", Plan(points: new TargetPoint(April, 95)).InWords(MeasureUnit.Percentage, 0));
        // In force since April, and nothing is asked before September.
        Assert.Equal("95% from September 2010", Plan(points: new TargetPoint(new(2010, 9), 95)).InWords(MeasureUnit.Percentage, 0));
        Assert.Equal("95% from April 2010 until March 2012", (Plan(points: new TargetPoint(April, 95)) with { To = new(2012, 3) }).InWords(MeasureUnit.Percentage, 0));
        Assert.Equal("80% by March 2011, in force until June 2012", (Plan(points: [new(April, 60), new(new(2011, 3), 80)]) with { To = new(2012, 6) }).InWords(MeasureUnit.Percentage, 0));
        Assert.Equal("expected range 550 to 700 until March 2012", (Plan(points: new TargetPoint(April, 550, 700)) with { To = new(2012, 3) }).InWords(MeasureUnit.Count, 0));
        Assert.Equal("expected range 550 to 700", Plan(points: new TargetPoint(April, 550, 700)).InWords(MeasureUnit.Count, 0));
        Assert.Equal("", Plan(points: new TargetPoint(April, 550, 700)).ToleranceInWords(MeasureUnit.Count, Polarity.None));
    }

    [Fact]
    public void Between_two_points_a_straight_path_asks_what_can_be_written()
    {
        // 60% to 65% in three months: five thirds of a point a month, and nobody reads 61.6666%.
        var path = Plan(points: [new(new(2010, 9), 60), new(new(2010, 12), 65)]) with { Path = TargetPath.StraightLine, Tolerance = 0 };

        Assert.Equal(61.67m, path.LevelIn(new(2010, 10))!.Value);
        Assert.Equal("61.67% due by October 2010, on the way to 65% by December 2010", path.InWords(MeasureUnit.Percentage, 0, new(2010, 10)));
        Assert.Equal(TargetVerdict.Missed, TargetComparison.Of(61.668m, path.LevelIn(new(2010, 10)), Polarity.HigherIsBetter).Verdict);
    }

    [Fact]
    public void A_straight_path_that_ends_before_it_gets_there_leads_to_its_end()
    {
        var path = Plan(TargetPath.StraightLine, points: [new(new(2010, 9), 60), new(new(2011, 3), 80)]);

        Assert.Equal(new Month(2011, 3), path.LeadsTo);
        Assert.Equal(new Month(2010, 12), (path with { To = new(2010, 12) }).LeadsTo);
        // In force since April, it asks nothing before September.
        Assert.Equal([TargetTime.Later, TargetTime.InForce], new Month[] { new(2010, 8), new(2010, 9) }.Select(path.TimeIn));
    }

    [Theory]
    [InlineData(Polarity.HigherIsBetter, ToleranceKind.Points, 5, "Up to 5 points short of it counts as within tolerance.")]
    [InlineData(Polarity.HigherIsBetter, ToleranceKind.Points, 1, "Up to 1 point short of it counts as within tolerance.")]
    [InlineData(Polarity.HigherIsBetter, ToleranceKind.PercentOfTarget, 5, "Up to 5 per cent of the target short of it counts as within tolerance.")]
    [InlineData(Polarity.LowerIsBetter, ToleranceKind.Points, 2.5, "Up to 2.5 points above it counts as within tolerance.")]
    [InlineData(Polarity.LowerIsBetter, ToleranceKind.PercentOfTarget, 10, "Up to 10 per cent of the target above it counts as within tolerance.")]
    [InlineData(Polarity.CloseToTarget, ToleranceKind.Points, 5, "Up to 5 points below or above it counts as met.")]
    [InlineData(Polarity.CloseToTarget, ToleranceKind.PercentOfTarget, 10, "Up to 10 per cent of the target below or above it counts as met.")]
    [InlineData(Polarity.None, ToleranceKind.Points, 5, "")]
    public void A_tolerance_is_said_on_the_side_on_which_it_counts(Polarity polarity, ToleranceKind kind, double tolerance, string sentence) =>
        Assert.Equal(sentence, (Plan(points: new TargetPoint(April, 80)) with { Tolerance = (decimal)tolerance, ToleranceKind = kind }).ToleranceInWords(MeasureUnit.Percentage, polarity));

    [Fact]
    public void A_tolerance_of_a_number_has_no_points() => Assert.Equal("Up to 20 above it counts as within tolerance.",
        (Plan(points: new TargetPoint(April, 600)) with { Tolerance = 20 }).ToleranceInWords(MeasureUnit.Count, Polarity.LowerIsBetter));

    [Fact]
    public void A_target_for_the_very_area_goes_before_one_for_every_area()
    {
        var all = Plan(id: 1, points: new TargetPoint(April, 80));
        var own = Plan(id: 2, areaId: 7, points: new TargetPoint(April, 70));

        Assert.Equal(own, TargetChoice.For([all, own], 1, 7, TargetSetter.DfeNotice, April));
        Assert.Equal(all, TargetChoice.For([all, own], 1, 8, TargetSetter.DfeNotice, April));
        Assert.Null(TargetChoice.For([all, own], 1, 7, TargetSetter.Ofsted, April));
    }

    [Fact]
    public void In_a_month_that_two_targets_share_the_one_that_began_later_counts_and_one_for_the_very_area_before_both()
    {
        Month february = new(2011, 2), march = new(2011, 3);
        var first = Plan(id: 3, points: new TargetPoint(April, 70)) with { To = march };
        var second = Plan(id: 2, points: new TargetPoint(march, 80)) with { From = march };
        var own = Plan(id: 1, areaId: 7, points: new TargetPoint(April, 60)) with { To = march };
        int? CountsIn(Month month, int area) => TargetChoice.For([first, second, own], 1, area, TargetSetter.DfeNotice, month)?.Id;

        Assert.Equal([3, 2, 2], new[] { february, march, march.AddMonths(1) }.Select(month => CountsIn(month, 8)!.Value));
        Assert.Equal([1, 1, 2], new[] { february, march, march.AddMonths(1) }.Select(month => CountsIn(month, 7)!.Value));
        Assert.Equal((null, second), (first.GaveWayTo(february, [first, second, own]), first.GaveWayTo(march, [first, second, own])));
    }

    [Fact]
    public void On_its_way_a_target_says_what_is_due_in_the_month_and_where_it_leads()
    {
        var steps = Plan(points: [new(April, 60), new(new(2011, 3), 80)]);
        // Two points a month from 75%: 77% in May.
        var line = Plan(points: [new(new(2011, 4), 75), new(new(2011, 9), 85)]) with { Path = TargetPath.StraightLine, To = new(2012, 3) };
        var range = Plan(points: [new(April, 700, 900), new(new(2011, 3), 550, 700)]);

        Assert.Equal("60% due by December 2010, on the way to 80% by March 2011", steps.InWords(MeasureUnit.Percentage, 0, new(2010, 12)));
        Assert.Equal("80% by March 2011", steps.InWords(MeasureUnit.Percentage, 0, new(2011, 5)));
        Assert.Equal("77% due by May 2011, on the way to 85% by September 2011, in force until March 2012", line.InWords(MeasureUnit.Percentage, 0, new(2011, 5)));
        Assert.Equal("expected range 700 to 900 due in December 2010, on the way to 550 to 700 by March 2011", range.InWords(MeasureUnit.Count, 0, new(2010, 12)));
        Assert.Equal("expected range 550 to 700", range.InWords(MeasureUnit.Count, 0, new(2011, 3)));
        Assert.Equal("95% from April 2010", Plan(points: new TargetPoint(April, 95)).InWords(MeasureUnit.Percentage, 0, new(2010, 12)));
        // In a month in which it asks nothing it is named by where it leads.
        Assert.Equal("80% by March 2011", steps.InWords(MeasureUnit.Percentage, 0, new(2010, 3)));
    }
}
