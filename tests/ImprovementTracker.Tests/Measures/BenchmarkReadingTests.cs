using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using static ImprovementTracker.Tests.Measures.StatisticsText;

namespace ImprovementTracker.Tests.Measures;

public class BenchmarkReadingTests
{
    // Nottinghamshire's neighbours of April 2021, by number.
    private static readonly string[] Neighbours2021 = ["830", "860", "888", "885", "925", "940", "909", "881", "886", "896"];

    private static string[] Lines(IEnumerable<BenchmarkFigure> figures) => [.. figures.Select(figure => FormattableString.Invariant($"{figure.PeriodEnd.ToIso()} {figure.Name} {figure.Value}{figure.Symbol}"))];

    [Fact]
    public void England_and_the_authoritys_own_region_are_taken_as_published()
    {
        var text = File("category,rereferral_percent", England("2024", "All,22.4"), Region("2024", "East Midlands", "All,25.9"), Region("2024", "North West", "All,21.2"), Authority("2024", "891", "All,24"));

        Assert.Equal(["2024-03 England 22.4", "2024-03 East Midlands 25.9"], Lines(Read(text, "5").Take(2)));
    }

    [Fact]
    public void Neighbours_are_the_plain_mean_of_those_whose_figure_is_known()
    {
        // 10, 20 and 33 are known: 63 / 3 = 21. The others are withheld, unreliable or have no row.
        var text = File("rereferral_percent", Authority("2024", "891", "99"), Authority("2024", "830", "10"), Authority("2024", "860", "20"), Authority("2024", "888", "33"),
            Authority("2024", "885", "c"), Authority("2024", "925", "u"), Authority("2024", "301", "50"));

        var neighbours = Assert.Single(Read(text, "5"));

        Assert.Equal(("Statistical neighbours of Nottinghamshire (April 2021)", 21m, 3, 10), (neighbours.Name, neighbours.Value, neighbours.Known, neighbours.Of));
    }

    [Fact]
    public void Neighbours_none_of_whose_figures_is_known_have_a_symbol_and_no_value()
    {
        var withheld = File("rereferral_percent", [Authority("2024", "891", "9"), .. Neighbours2021.Select(number => Authority("2024", number, "c"))]);
        var mixed = File("rereferral_percent", Authority("2024", "891", "9"), Authority("2024", "830", "c"));

        Assert.Equal(((decimal?)null, "c", 0), (Read(withheld, "5")[0].Value, Read(withheld, "5")[0].Symbol, Read(withheld, "5")[0].Known));
        Assert.Equal("x", Read(mixed, "5")[0].Symbol);
    }

    [Fact]
    public void There_is_no_neighbours_figure_before_a_set_is_in_force_and_each_set_counts_in_its_time()
    {
        // Derbyshire 830 is in both sets, Cheshire West 896 only in that of 2021, Suffolk 935 only in that of 2025.
        string[] Year(string year) => [England(year, "7"), Authority(year, "891", "9"), Authority(year, "830", "10"), Authority(year, "896", "20"), Authority(year, "935", "40")];
        var workforce = File("agency_rate_fte", [.. Year("2025"), .. Year("2024"), .. Year("2020")]);

        Assert.Equal(
            ["2020-09 England 7", "2024-09 England 7", "2024-09 Statistical neighbours of Nottinghamshire (April 2021) 15", "2025-09 England 7", "2025-09 Statistical neighbours of Nottinghamshire (May 2025) 25"],
            Lines(Read(workforce, "50")));
        Assert.DoesNotContain(Read(File("rereferral_percent", Year("2021")), "5"), figure => figure.Comparator == Comparator.Neighbours);
    }

    [Fact]
    public void An_authority_that_was_new_after_a_set_was_made_has_no_neighbours_until_the_next()
    {
        string[] Year(string year) => [Authority(year, "942", "9"), Authority(year, "881", "10"), England(year, "7")];

        Assert.DoesNotContain(Read(File("agency_rate_fte", Year("2024")), "50", "E06000063"), figure => figure.Comparator == Comparator.Neighbours);
        Assert.Contains(Read(File("agency_rate_fte", Year("2025")), "50", "E06000063"), figure => figure.Comparator == Comparator.Neighbours);
    }

    [Fact]
    public void A_figure_that_two_authorities_give_together_is_neithers_own()
    {
        var joint = "2024,Reporting year,Local authority,E92000001,England,E12000004,East Midlands,940 / 941,E06000061 / E06000062,North Northamptonshire / West Northamptonshire,50";
        var text = File("agency_rate_fte", joint, Authority("2024", "891", "9"), Authority("2024", "830", "10"), Region("2024", "East Midlands", "15"));

        Assert.Equal((10m, 1), (Read(text, "50")[1].Value!.Value, Read(text, "50")[1].Known));
        Assert.Equal("East Midlands", Read(text, "50", "E06000061")[0].Name);
    }

    [Theory]
    [InlineData("c")]
    [InlineData("z")]
    [InlineData("x")]
    [InlineData("low")]
    [InlineData("k")]
    [InlineData("u")]
    public void A_symbol_is_kept_and_is_never_nought(string symbol)
    {
        var figure = Read(File("rereferral_percent", England("2024", symbol)), "5")[0];

        Assert.Equal(((decimal?)null, symbol), (figure.Value, figure.Symbol));
        Assert.NotNull(DfeSymbol.Explain(symbol));
    }

    [Theory]
    [InlineData("n/a", "'n/a' stands there")]
    [InlineData("", "nothing stands there")]
    [InlineData("22.4%", "'22.4%' stands there")]
    public void What_is_neither_number_nor_symbol_is_refused_with_its_row_and_column(string cell, string said)
    {
        var text = File("category,rereferral_percent", England("2024", "All,22.4"), Authority("2024", "301", $"All,{cell}"));

        var refused = Assert.Throws<BrokenRule>(() => Read(text, "5"));

        Assert.Equal($"Row 3, column rereferral_percent: {said}, which is neither a number nor one of the symbols c, z, x, low, k and u. Nothing of the file was taken. Choose the file as it was published.", refused.Message);
    }

    [Fact]
    public void A_percentage_worked_out_from_counts_is_not_rounded_and_keeps_what_is_withheld()
    {
        var text = File("referral_count,rereferral_count", England("2024", "300,100"), England("2023", "300,c"), England("2022", "0,0"), England("2021", "x,c"));

        Assert.Equal(["2021-03 c", "2022-03 z", "2023-03 c"], Read(text, "5").Take(3).Select(figure => $"{figure.PeriodEnd.ToIso()} {figure.Symbol}"));
        Assert.Equal(100m * 100 / 300, Read(text, "5")[3].Value);
    }

    [Fact]
    public void Columns_named_after_months_run_from_April_to_the_March_that_the_year_ends_with()
    {
        var text = File("Referrals,April,May,June,July,August,September,October,November,December,January,February,March", England("2024", "780,10,20,30,40,50,60,70,80,90,100,110,120"));

        var months = Read(text, "referrals");

        Assert.Equal(12, months.Count);
        Assert.All(months, month => Assert.Equal(PeriodType.InMonth, month.Period));
        Assert.Equal((new Month(2023, 4), 10m, new Month(2023, 12), 90m, new Month(2024, 3), 120m), (months[0].PeriodEnd, months[0].Value, months[8].PeriodEnd, months[8].Value, months[11].PeriodEnd, months[11].Value));
    }

    [Fact]
    public void A_file_with_a_row_for_each_breakdown_gives_the_one_that_the_measure_is_about()
    {
        var text = File("care_leaver_age,breakdown,care_leaver_count,care_leaver_percent",
            England("2025", "17 to 18 years,\"Total in education, employment or training\",64,64"),
            England("2025", "19 to 21 years,\"Total in education, employment or training\",54,54"),
            England("2025", "19 to 21 years,Total information not known,6,6"));

        Assert.Equal(["2025-03 England 54"], Lines(Read(text, "44")));
    }

    [Theory]
    [InlineData("31", "81770")]
    [InlineData("children-looked-after-rate", "67")]
    [InlineData("children-who-started-to-be-looked-after", "32270")]
    [InlineData("children-who-ceased-to-be-looked-after", "34450")]
    public void Measures_that_share_columns_are_told_apart_by_their_rows(string measure, string value)
    {
        var text = File("population_type,population_estimate,children_count,rate_per_10000", England("2025", "Children ceasing to be looked after each year,12183016,34450,28"),
            England("2025", "Children looked after on 31 March each year,12183016,81770,67"), England("2025", "Children starting to be looked after each year,12183016,32270,26"));

        Assert.Equal([$"2025-03 England {value}"], Lines(Read(text, measure)));
    }

    [Fact]
    public void Of_several_rows_for_a_place_the_total_counts_and_without_one_they_are_refused()
    {
        Assert.Equal(["2024-03 England 22"], Lines(Read(File("sex,rereferral_percent", England("2024", "Girls,20"), England("2024", "Total,22"), England("2024", "Boys,24")), "5")));

        var refused = Assert.Throws<BrokenRule>(() => Read(File("sex,rereferral_percent", England("2024", "Girls,20"), England("2024", "Boys,24")), "5"));
        Assert.StartsWith("Rows 2 and 3 give different figures for the same place and period", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E10000999", "No authority has the code E10000999")]
    [InlineData("Nottinghamshire", "'NOTTINGHAMSHIRE' is no authority's code: that is E and eight digits")]
    public void An_unknown_authority_is_refused(string code, string said) =>
        Assert.StartsWith(said, Assert.Throws<BrokenRule>(() => Read(File("rereferral_percent", England("2024", "22")), "5", code)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_authority_that_only_the_file_knows_has_England_and_its_region()
    {
        var text = File("rereferral_percent", England("2027", "22"), Region("2027", "South East", "20"), Region("2027", "London", "19"),
            "2027,Reporting year,Local authority,E92000001,England,E12000008,South East,999,E06000999,Newshire,18");

        Assert.Equal(["2027-03 England 22", "2027-03 South East 20"], Lines(Read(text, "5", "E06000999")));
    }
}
