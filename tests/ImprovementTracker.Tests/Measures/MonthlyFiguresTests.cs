using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class MonthlyFiguresTests
{
    private static readonly MeasureShape InTime = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
    private static readonly Month May2011 = new(2011, 5);

    // County (1) with North (2), South (3) and East (4), which closed in April 2011; North has the teams 5 and 6.
    private static readonly AreaTree Areas = new([
        new(1, null, "County", AreaKind.Authority, new(2009, 1, 1), null),
        new(2, 1, "North", AreaKind.Locality, new(2009, 1, 1), null),
        new(3, 1, "South", AreaKind.Locality, new(2009, 1, 1), null),
        new(4, 1, "East", AreaKind.Locality, new(2009, 1, 1), new(2011, 4, 30)),
        new(5, 2, "Duty", AreaKind.Team, new(2009, 1, 1), null),
        new(6, 2, "Assessment", AreaKind.Team, new(2009, 1, 1), null),
    ]);

    private static ValueRow Counted(int area, long numerator, long denominator, Month? month = null, PeriodType period = PeriodType.InMonth) =>
        new(1, area, month ?? May2011, period, ValueKind.Counted, numerator, denominator, null, null, null, ValueStatus.Approved, false, 1, false, null, null);

    private static ValueRow Stated(int area, decimal printed) =>
        new(1, area, May2011, PeriodType.InMonth, ValueKind.Stated, null, null, printed, 0, null, ValueStatus.Approved, false, 1, false, "Scrutiny report", "3");

    private static AreaFigure Of(int area, params ValueRow[] rows) => new MonthlyFigures(Areas, rows, publishedOnly: false).Of(InTime, area, May2011);

    [Fact]
    public void The_county_is_the_sum_over_two_levels_of_those_in_force()
    {
        // Duty 3 of 4 and Assessment 5 of 6 make North 8 of 10; with South 6 of 10 the county has 14 of 20. East has closed.
        var county = Of(1, Counted(5, 3, 4), Counted(6, 5, 6), Counted(3, 6, 10));

        Assert.Equal((70m, "14 of 20", "sum of 2 areas"), (county.Figure, county.Counts, county.Source));
    }

    [Fact]
    public void A_missing_team_leaves_locality_and_county_without_a_figure()
    {
        var rows = new[] { Counted(5, 3, 4), Counted(3, 6, 10) };

        Assert.Equal((null, "1 of 2 reported"), (Of(2, rows).Figure, Of(2, rows).WhyNone));
        Assert.Equal((null, "1 of 2 reported"), (Of(1, rows).Figure, Of(1, rows).WhyNone));
    }

    [Fact]
    public void The_countys_stated_figure_stands_and_a_different_sum_is_flagged()
    {
        var county = Of(1, Stated(1, 76), Counted(2, 8, 10), Counted(3, 6, 10));

        Assert.Equal((76m, true, "Scrutiny report, paragraph 3"), (county.Figure, county.DiffersFromParts, county.Source));
    }

    [Fact]
    public void A_figure_of_another_kind_of_period_never_enters_the_series() =>
        Assert.Equal("not recorded", Of(3, Counted(3, 6, 10, period: PeriodType.YearToDate)).WhyNone);

    [Fact]
    public void No_cases_is_no_figure() => Assert.Equal((null, "no cases"), (Of(3, Counted(3, 0, 0)).Figure, Of(3, Counted(3, 0, 0)).WhyNone));

    [Fact]
    public void A_sum_is_provisional_while_a_part_is()
    {
        Assert.False(Of(1, Counted(2, 8, 10), Counted(3, 6, 10)).Marks.IsProvisional);
        Assert.True(Of(1, Counted(2, 8, 10), Counted(3, 6, 10) with { Status = ValueStatus.Provisional }).Marks.IsProvisional);
    }

    [Theory]
    [InlineData(5, 20, true)]
    [InlineData(16, 20, true)]
    [InlineData(6, 20, false)]
    [InlineData(0, 20, false)]
    public void For_the_public_small_numbers_are_withheld(long numerator, long denominator, bool withheld)
    {
        var figure = new MonthlyFigures(Areas, [Counted(3, numerator, denominator)], publishedOnly: true).Of(InTime, 3, May2011);

        Assert.Equal(withheld, figure.Value is MeasureValue.Withheld);
    }
}
