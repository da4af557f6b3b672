using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class PeriodTotalsTests
{
    private static readonly MeasureShape InTime = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
    private static readonly MeasureShape Open = new(1, MeasureUnit.Count, 0, Polarity.None, PeriodType.AtMonthEnd);
    private static readonly AreaTree Tree = new([new AreaNode(1, null, "Testshire", AreaKind.Authority, new DateOnly(2000, 1, 1), null)]);

    private static ValueRow Row(MeasureShape measure, int year, int month, long numerator, long? denominator, ValueStatus status = ValueStatus.Approved) =>
        new(measure.Id, 1, new Month(year, month), measure.Period, ValueKind.Counted, numerator, denominator, null, null, null, status, false, 1, false, null, null);

    private static PeriodFigure Of(MeasureShape measure, PeriodType period, Month month, Month[] startsAnew, params ValueRow[] rows) =>
        PeriodTotals.Of(new MonthlyFigures(Tree, rows, publishedOnly: false), measure, 1, period, month, startsAnew);

    [Theory]
    [InlineData(PeriodType.Quarter, 2011, 5, "2011-01", "2011-03")]
    [InlineData(PeriodType.Quarter, 2011, 6, "2011-04", "2011-06")]
    [InlineData(PeriodType.Quarter, 2012, 1, "2011-10", "2011-12")]
    [InlineData(PeriodType.Year, 2011, 5, "2010-04", "2011-03")]
    [InlineData(PeriodType.Year, 2011, 3, "2010-04", "2011-03")]
    [InlineData(PeriodType.Year, 2011, 2, "2009-04", "2010-03")]
    [InlineData(PeriodType.YearToDate, 2011, 5, "2011-04", "2011-05")]
    [InlineData(PeriodType.YearToDate, 2011, 3, "2010-04", "2011-03")]
    [InlineData(PeriodType.YearToDate, 2011, 4, "2011-04", "2011-04")]
    [InlineData(PeriodType.Rolling12Months, 2011, 5, "2010-06", "2011-05")]
    public void A_period_has_whole_months_and_its_year_begins_in_April(PeriodType period, int year, int month, string from, string to)
    {
        var (first, last) = PeriodTotals.MonthsOf(period, new Month(year, month));

        Assert.Equal((from, to), (first.ToIso(), last.ToIso()));
    }

    [Theory]
    [InlineData(true, true, "illustrative")]
    [InlineData(true, false, "illustrative in part")]
    [InlineData(false, true, "illustrative in part")]
    [InlineData(false, false, "")]
    public void A_period_is_illustrative_in_part_only_where_some_of_its_months_are_not(bool april, bool may, string marks) => Assert.Equal(marks,
        Of(InTime, PeriodType.YearToDate, new Month(2011, 5), [], Row(InTime, 2011, 4, 9, 10) with { IsIllustrative = april }, Row(InTime, 2011, 5, 10, 100) with { IsIllustrative = may }).MarksInWords);

    [Fact]
    public void Where_there_is_no_figure_nothing_is_said_of_its_marks() =>
        Assert.Equal("", Of(InTime, PeriodType.YearToDate, new Month(2011, 5), [], Row(InTime, 2011, 4, 9, 10) with { IsIllustrative = true }).MarksInWords);

    [Fact]
    public void Months_are_put_together_by_their_counts_and_never_by_averaging_percentages()
    {
        // 90% and 10% average to 50%; 9 + 10 of 10 + 100 are 17.27%.
        var total = Of(InTime, PeriodType.YearToDate, new Month(2011, 5), [], Row(InTime, 2011, 4, 9, 10), Row(InTime, 2011, 5, 10, 100));

        var counted = Assert.IsType<MeasureValue.Counted>(total.Value);
        Assert.Equal((19, 110L), (counted.Numerator, counted.Denominator));
        Assert.Equal(17.27m, Math.Round(counted.Figure!.Value, 2));
        Assert.Equal(("", "April 2011 to May 2011"), (total.WhyNone, total.Months));
    }

    [Fact]
    public void A_month_that_is_missing_leaves_the_period_without_a_figure()
    {
        var total = Of(InTime, PeriodType.Quarter, new Month(2011, 6), [], Row(InTime, 2011, 4, 9, 10), Row(InTime, 2011, 6, 10, 100));

        Assert.Null(total.Value.Figure);
        Assert.Equal("2 of 3 months counted", total.WhyNone);
    }

    [Fact]
    public void What_is_counted_at_a_months_end_is_not_summed_over_months()
    {
        var quarter = Of(Open, PeriodType.Quarter, new Month(2011, 6), [], Row(Open, 2011, 4, 100, null), Row(Open, 2011, 5, 110, null), Row(Open, 2011, 6, 120, null));

        Assert.Equal((120m, "June 2011"), (quarter.Value.Figure, quarter.Months));
    }

    [Fact]
    public void A_period_does_not_reach_across_a_change_of_definition()
    {
        ValueRow[] rows = [Row(InTime, 2011, 4, 9, 10), Row(InTime, 2011, 5, 9, 10), Row(InTime, 2011, 6, 9, 10)];

        Assert.Equal("counted differently from May 2011", Of(InTime, PeriodType.Quarter, new Month(2011, 6), [new Month(2011, 5)], rows).WhyNone);
        Assert.Equal(90m, Of(InTime, PeriodType.Quarter, new Month(2011, 6), [new Month(2011, 4)], rows).Value.Figure);
    }

    [Fact]
    public void A_period_is_provisional_as_long_as_one_of_its_months_is()
    {
        var total = Of(InTime, PeriodType.YearToDate, new Month(2011, 5), [], Row(InTime, 2011, 4, 9, 10), Row(InTime, 2011, 5, 10, 100, ValueStatus.Provisional));

        Assert.True(total.Marks.IsProvisional);
    }
}
