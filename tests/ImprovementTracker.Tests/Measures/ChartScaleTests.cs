using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Tests.Measures;

public class ChartScaleTests
{
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    /// <summary>13 steps of 50 from 40 to 690, and 50 points of percentage on 300.</summary>
    private static ChartScale Scale() => new(April2010, May2011, new ChartAxis(30, 80, 10), 40, 690, 20, 320);

    [Fact]
    public void Months_lie_at_equal_distances_and_figures_in_proportion()
    {
        var scale = Scale();

        Assert.Equal(40, scale.X(April2010));
        Assert.Equal(140, scale.X(new(2010, 6)));
        Assert.Equal(690, scale.X(May2011));
        Assert.Equal(320, scale.Y(30));
        Assert.Equal(44, scale.Y(76));
        Assert.Equal(20, scale.Y(80));
    }

    [Fact]
    public void A_single_month_stands_in_the_middle()
    {
        var scale = new ChartScale(May2011, May2011, new ChartAxis(0, 100, 20), 40, 690, 20, 320);

        Assert.Equal(365, scale.X(May2011));
    }

    [Fact]
    public void The_level_of_a_month_reaches_half_a_month_to_each_side_but_not_beyond_the_drawing()
    {
        var scale = Scale();

        Assert.Equal(115, scale.Before(new(2010, 6)));
        Assert.Equal(165, scale.After(new(2010, 6)));
        Assert.Equal(40, scale.Before(April2010));
        Assert.Equal(690, scale.After(May2011));
    }

    [Fact]
    public void As_many_months_are_named_as_have_room_always_the_last_and_the_year_where_it_begins()
    {
        var ticks = Scale().MonthTicks(90);

        Assert.Equal(["Apr 2010", "Jun", "Aug", "Oct", "Dec", "Feb 2011", "May"], ticks.Select(tick => $"{tick.Text} {tick.Year}".Trim()));
    }

    [Fact]
    public void A_month_without_a_figure_breaks_the_line()
    {
        var months = new (Month Month, decimal? Figure)[] { (new(2011, 1), 66), (new(2011, 2), 70), (new(2011, 3), null), (new(2011, 4), 71), (new(2011, 6), 76) };

        var runs = ChartScale.Runs(months, month => month.Month, month => month.Figure is not null);

        Assert.Equal([[66m, 70m], [71m], [76m]], runs.Select(run => run.Select(month => month.Figure!.Value).ToArray()));
    }

    [Fact]
    public void Labels_with_room_stand_where_they_belong()
    {
        Assert.Equal([100, 40, 200], ChartScale.PushApart([100, 40, 200], 18, 0, 300));
    }

    [Fact]
    public void Two_labels_at_the_same_height_part_by_half_the_gap_each()
    {
        Assert.Equal([91, 109], ChartScale.PushApart([100, 100], 18, 0, 300));
    }

    [Fact]
    public void Labels_pushed_apart_keep_their_order_and_push_their_neighbours()
    {
        // 100, 104 and 110 want 90 to 126 together: (100 + (104 - 20) + (110 - 40)) / 3 = 84.67 is the first.
        var placed = ChartScale.PushApart([104, 100, 110], 20, 0, 300);

        Assert.Equal([104.67, 84.67, 124.67], placed.Select(y => Math.Round(y, 2)));
    }

    [Fact]
    public void Labels_at_the_edge_stay_within_the_drawing()
    {
        Assert.Equal([264, 282, 300], ChartScale.PushApart([300, 300, 300], 18, 0, 300));
        Assert.Equal([0, 18], ChartScale.PushApart([-5, 0], 18, 0, 300));
    }
}
