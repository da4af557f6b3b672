using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The county has North and South, and East until April 2011.</summary>
public class ExpectedFiguresTests
{
    private const int County = 1;
    private const int North = 2;
    private const int South = 3;
    private const int East = 4;
    private const int InTime = 7;
    private static readonly AreaTree Areas = new([
        new(County, null, "County", AreaKind.Authority, new(2009, 1, 1), null),
        new(North, County, "North", AreaKind.Locality, new(2009, 1, 1), null),
        new(South, County, "South", AreaKind.Locality, new(2009, 1, 1), null),
        new(East, County, "East", AreaKind.Locality, new(2009, 1, 1), new(2011, 4, 30)),
    ]);

    private static ExpectedFigures.Reported Reported(int area, string first, string last) => new(InTime, area, Month.Parse(first), Month.Parse(last));

    private static int In(string month, string? added, string? retired, params ExpectedFigures.Reported[] reported) =>
        new ExpectedFigures(Areas, [new(InTime, added is null ? null : Month.Parse(added), retired is null ? null : Month.Parse(retired))], reported, []).In(Month.Parse(month));

    [Theory]
    [InlineData("2011-02", 0)]
    [InlineData("2011-03", 1)]
    [InlineData("2012-09", 1)]
    public void A_measure_that_nobody_has_reported_is_one_missing_figure_from_the_month_it_was_added_on(string month, int expected) =>
        Assert.Equal(expected, In(month, added: "2011-03", retired: null));

    [Theory]
    [InlineData("2011-06", 1)]
    [InlineData("2011-07", 0)]
    public void A_retired_measure_is_expected_up_to_its_last_month(string month, int expected) =>
        Assert.Equal(expected, In(month, added: "2011-03", retired: "2011-06"));

    [Theory]
    [InlineData("2011-03", 1)]
    [InlineData("2011-04", 3)]
    [InlineData("2011-05", 2)]
    public void From_its_first_figure_on_a_measure_is_expected_of_each_area_that_reports_it_and_is_in_force(string month, int expected) =>
        Assert.Equal(expected, In(month, "2011-03", null, Reported(North, "2011-04", "2011-05"), Reported(South, "2011-04", "2011-04"), Reported(East, "2011-04", "2011-04")));

    // South last reported in June 2010, North in June 2011.
    [Theory]
    [InlineData("2011-06", 2)]
    [InlineData("2011-07", 1)]
    [InlineData("2012-06", 1)]
    [InlineData("2012-07", 1)]
    public void An_area_that_is_silent_for_a_year_is_no_longer_expected_but_the_measure_stays(string month, int expected) =>
        Assert.Equal(expected, In(month, "2010-01", null, Reported(North, "2010-04", "2011-06"), Reported(South, "2010-04", "2010-06")));

    [Theory]
    [InlineData("2010-04", 1)]
    [InlineData("2011-05", 0)]
    [InlineData("2011-09", 1)]
    public void Earlier_months_that_were_entered_later_are_expected_only_where_they_were_reported(string month, int expected) =>
        Assert.Equal(expected, In(month, added: "2011-09", retired: null, Reported(North, "2010-03", "2010-04")));

    [Fact]
    public void An_area_whose_parts_report_a_measure_needs_no_figure_of_its_own_but_one_that_it_has_counts()
    {
        // A document stated the county's figures of March and June; the localities report every month from April on.
        ExpectedFigures.Reported[] reported = [Reported(County, "2011-03", "2011-06"), Reported(North, "2011-04", "2011-06"), Reported(South, "2011-04", "2011-06")];
        var expected = new ExpectedFigures(Areas, [new(InTime, new Month(2011, 1), null)], reported, [new(InTime, County, new Month(2011, 3)), new(InTime, County, new Month(2011, 6))]);

        Assert.Equal([1, 2, 2, 3], new Month(2011, 3).To(new Month(2011, 6)).Select(expected.In));
    }

    [Fact]
    public void A_measure_whose_month_of_adding_is_not_known_is_expected_where_it_is_reported()
    {
        Assert.Equal(0, In("2011-05", added: null, retired: null));
        Assert.Equal(1, In("2011-05", added: null, retired: null, Reported(North, "2011-04", "2011-04")));
    }

    [Fact]
    public void Without_the_whole_authority_in_force_nothing_is_expected_of_a_measure_that_nobody_reports() =>
        Assert.Equal(0, In("2008-12", added: "2008-10", retired: null));

    [Fact]
    public void A_month_has_the_figures_of_all_its_measures()
    {
        var expected = new ExpectedFigures(Areas, [new(InTime, new Month(2011, 1), null), new(8, new Month(2011, 2), null), new(9, new Month(2011, 1), new Month(2011, 3))], [Reported(North, "2011-01", "2011-05"), Reported(South, "2011-01", "2011-05")], []);

        // Two areas report the first, nobody the second, and the third is retired.
        Assert.Equal(3, expected.In(new Month(2011, 5)));
        Assert.Equal([InTime, 8], expected.MeasuresIn(new Month(2011, 5)));
    }
}
