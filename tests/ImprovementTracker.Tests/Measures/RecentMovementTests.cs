using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class RecentMovementTests
{
    private static readonly Month May2011 = new(2011, 5);

    /// <summary>Mean 55, moving ranges all 10, limits 28.4 and 81.6: nothing but chance.</summary>
    private static decimal?[] InTurn(int months) => [.. Enumerable.Range(0, months).Select(place => (decimal?)(place % 2 == 0 ? 50 : 60))];

    /// <summary>The values' last month is May 2011.</summary>
    private static ControlChart Chart(decimal?[] values, Polarity polarity = Polarity.HigherIsBetter, Month? rebase = null) =>
        ControlChart.Of(new([.. values.Select((value, place) => new DatedValue(May2011.AddMonths(place + 1 - values.Length), value))], polarity) { Rebases = rebase is { } month ? [month.FirstDay] : [] });

    private static RecentMovement? Of(decimal?[] values, Polarity polarity = Polarity.HigherIsBetter) => RecentMovement.Of(Chart(values, polarity), polarity, May2011);

    [Fact]
    public void Where_chance_explains_six_months_there_is_no_improvement_in_them() =>
        Assert.Equal(new RecentMovement(new(2010, 12), May2011, false), Of(InTurn(12)));

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void An_improvement_counts_for_six_months_and_not_for_the_seventh(int monthsAgo, bool improved)
    {
        var values = InTurn(24);
        // Mean 57.1 at most, moving ranges 12.6 on average at most: the upper limit is below 91.
        values[^(monthsAgo + 1)] = 100;

        Assert.Equal(improved, Of(values)!.Improved);
    }

    [Fact]
    public void A_change_for_the_worse_is_no_improvement()
    {
        var values = InTurn(24);
        values[^1] = 100;

        Assert.False(Of(values, Polarity.LowerIsBetter)!.Improved);
        Assert.True(Of(values)!.Improved);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void With_fewer_than_twelve_figures_nothing_is_said(int months, bool known) => Assert.Equal(known, Of(InTurn(months)) is not null);

    [Fact]
    public void With_a_month_missing_among_the_six_nothing_is_said_and_one_before_them_does_not_matter()
    {
        var within = InTurn(24);
        within[^6] = null;
        var before = InTurn(24);
        before[^7] = null;

        Assert.Null(Of(within));
        Assert.NotNull(Of(before));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Figures_that_ended_half_a_year_ago_say_nothing_of_today(int monthsAgo, bool known) =>
        Assert.Equal(known, RecentMovement.Of(Chart(InTurn(12)), Polarity.HigherIsBetter, May2011.AddMonths(monthsAgo)) is not null);

    [Fact]
    public void After_limits_begin_anew_nothing_is_said_until_there_are_figures_enough() =>
        Assert.Null(RecentMovement.Of(Chart(InTurn(24), rebase: new(2011, 1)), Polarity.HigherIsBetter, May2011));

    [Theory]
    [InlineData(Polarity.None)]
    [InlineData(Polarity.CloseToTarget)]
    public void A_measure_that_is_never_better_by_going_one_way_cannot_be_said_not_to_improve(Polarity polarity) => Assert.Null(Of(InTurn(12), polarity));

    [Fact]
    public void Without_a_figure_nothing_is_said() => Assert.Null(Of([null, null]));
}
