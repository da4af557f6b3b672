using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>
/// A case made by hand. The county is the sum of North and South. North's April was recorded as 40 of 50 and then as 41 of 50;
/// its May as 30 of 50, approved since; South's months stand as first recorded and approved, but for June, which is not approved yet.
/// </summary>
public class FigureMarksTests
{
    private const int County = 1;
    private const int North = 2;
    private const int South = 3;
    private static readonly MeasureShape InTime = new(1, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
    private static readonly AreaTree Areas = new([
        new(County, null, "County", AreaKind.Authority, new(2009, 1, 1), null),
        new(North, County, "North", AreaKind.Locality, new(2009, 1, 1), null),
        new(South, County, "South", AreaKind.Locality, new(2009, 1, 1), null),
    ]);

    private static readonly MonthlyFigures Figures = new(Areas,
    [
        Row(North, 4, 41, revision: 2) with { IsRevised = true },
        Row(North, 5, 30, revision: 2),
        Row(North, 6, 35),
        Row(South, 4, 20),
        Row(South, 5, 25),
        Row(South, 6, 25) with { Status = ValueStatus.Provisional },
    ], publishedOnly: false);

    private static ValueRow Row(int area, int month, long numerator, int revision = 1) =>
        new(1, area, new Month(2011, month), PeriodType.InMonth, ValueKind.Counted, numerator, 50, null, null, null, ValueStatus.Approved, false, revision, false, null, null);

    [Theory]
    [InlineData(North, 4, "revised")]
    [InlineData(North, 5, "")]
    [InlineData(South, 4, "")]
    [InlineData(South, 6, "provisional")]
    [InlineData(County, 4, "revised")]
    [InlineData(County, 5, "")]
    [InlineData(County, 6, "provisional")]
    public void A_sum_of_areas_is_revised_or_provisional_as_soon_as_one_of_them_is(int area, int month, string expected) =>
        Assert.Equal(expected, Figures.Of(InTime, area, new Month(2011, month)).Marks.InWords);

    [Theory]
    [InlineData(South, PeriodType.Quarter, 6, "provisional")]
    [InlineData(North, PeriodType.Quarter, 6, "revised")]
    [InlineData(County, PeriodType.Quarter, 6, "provisional, revised")]
    [InlineData(County, PeriodType.YearToDate, 5, "revised")]
    [InlineData(South, PeriodType.YearToDate, 5, "")]
    public void A_longer_period_is_revised_or_provisional_as_soon_as_one_of_its_months_is(int area, PeriodType period, int month, string expected) =>
        Assert.Equal(expected, PeriodTotals.Of(Figures, InTime, area, period, new Month(2011, month), []).Marks.InWords);

    [Fact]
    public void The_countys_own_value_is_not_revised_because_a_part_is()
    {
        var county = new MonthlyFigures(Areas, [Row(County, 4, 60), Row(North, 4, 41, revision: 2) with { IsRevised = true }, Row(South, 4, 20)], publishedOnly: false).Of(InTime, County, new Month(2011, 4));

        // The parts have 61 of 100, the county itself was recorded with 60 of 50: another number, and that is said instead.
        Assert.Equal(("", true), (county.Marks.InWords, county.DiffersFromParts));
    }

    [Fact]
    public void A_sum_that_took_the_place_of_a_number_is_revised_and_so_is_that_number_when_it_is_back()
    {
        ValueRow[] parts = [Row(North, 4, 40), Row(South, 4, 20)];
        var gone = Row(County, 4, 0, revision: 2) with { Kind = ValueKind.NotCaptured, Numerator = null, Denominator = null, Reason = "Counted twice.", IsRevised = true, Status = ValueStatus.Provisional };
        string Marks(ValueRow own) => new MonthlyFigures(Areas, [own, .. parts], publishedOnly: false).Of(InTime, County, new Month(2011, 4)).ShownMarks.InWords;

        Assert.Equal("", Marks(Row(County, 4, 60)));
        // The sum's own values are all approved: what is not is only that the county's own went.
        Assert.Equal("revised", Marks(gone));
        Assert.Equal("revised", Marks(gone with { Kind = ValueKind.TakenBack }));
        Assert.Equal("", Marks(gone with { IsRevised = false }));
        Assert.Equal("revised", Marks(Row(County, 4, 60, revision: 3) with { IsRevised = true }));
    }

    [Fact]
    public void What_is_counted_at_a_months_end_is_as_its_last_month_is_whatever_became_of_the_months_before()
    {
        var open = InTime with { Period = PeriodType.AtMonthEnd };
        var figures = new MonthlyFigures(Areas,
            [Row(North, 5, 41, revision: 2) with { IsRevised = true, Period = PeriodType.AtMonthEnd }, Row(North, 6, 42) with { Period = PeriodType.AtMonthEnd }], publishedOnly: false);

        Assert.Equal("", PeriodTotals.Of(figures, open, North, PeriodType.Quarter, new Month(2011, 6), []).Marks.InWords);
        Assert.Equal("revised", PeriodTotals.Of(figures, open, North, PeriodType.YearToDate, new Month(2011, 5), []).Marks.InWords);
    }

    [Fact]
    public void Nothing_stands_beside_what_is_no_figure()
    {
        var missing = new MonthlyFigures(Areas, [Row(North, 4, 0) with { Kind = ValueKind.NotCaptured, Reason = "The system was down.", IsRevised = true, Status = ValueStatus.Provisional }], publishedOnly: false)
            .Of(InTime, North, new Month(2011, 4));

        Assert.Equal(("provisional, revised", ""), (missing.Marks.InWords, missing.ShownMarks.InWords));
    }

    [Theory]
    [InlineData(false, false, false, "", "")]
    [InlineData(true, false, false, "illustrative", "")]
    [InlineData(false, true, false, "provisional", "Provisional: not yet approved by another person.")]
    [InlineData(true, false, true, "revised, illustrative", "Revised: another value was recorded before, for the whole or for a part.")]
    [InlineData(true, true, true, "provisional, revised, illustrative", "Provisional: not yet approved by another person. Revised: another value was recorded before, for the whole or for a part.")]
    public void The_words_are_said_and_explained_where_they_stand(bool isIllustrative, bool isProvisional, bool isRevised, string words, string meaning)
    {
        var marks = new FigureMarks(isIllustrative, isProvisional, isRevised);

        Assert.Equal((words, meaning), (marks.AllInWords, marks.Meaning));
    }
}
