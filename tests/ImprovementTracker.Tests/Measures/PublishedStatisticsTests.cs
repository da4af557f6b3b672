using System.Globalization;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

/// <summary>The rules tried on files as they were published.</summary>
public class PublishedStatisticsTests
{
    private static IReadOnlyList<BenchmarkFigure> Read(string beginning, string measure, string authority = "E10000024")
    {
        using var stream = File.OpenRead(PublishedStatistics.Find(beginning)!);
        var table = DfeStatisticsFile.Open(stream);
        return BenchmarkReading.Read(table, DfeSeries.Choose(measure, table.Columns), authority);
    }

    private static BenchmarkFigure At(IEnumerable<BenchmarkFigure> figures, Comparator comparator, int year, int month) =>
        figures.Single(figure => figure.Comparator == comparator && figure.PeriodEnd == new Month(year, month));

    [WithStatisticsFact]
    public void Every_published_share_of_rereferrals_comes_out_of_its_own_counts_to_its_decimal()
    {
        var (first, second) = (Compare("c1_children_in_need_referrals_and_rereferrals_2013_to_2024", "Re_referrals_percent"), Compare("c1_children_in_need_referrals_and_rereferrals_2013_to_2025", "rereferral_percent"));

        Assert.Empty(first.Differing.Concat(second.Differing));
        // 1,823 rows of local authorities less 28 without both counts; 1,976 less 28.
        Assert.Equal((1_795, 1_948), (first.Compared, second.Compared));
    }

    private static (int Compared, List<string> Differing) Compare(string beginning, string published)
    {
        using var stream = File.OpenRead(PublishedStatistics.Find(beginning)!);
        var table = DfeStatisticsFile.Open(stream);
        var place = table.Columns.Names.ToList().IndexOf(published);
        // As if the release gave no percentage.
        var without = new DfeColumns([.. table.Columns.Names.Select(name => name == published ? "left_out" : name)]);
        var figure = DfeSeries.Choose("5", without).Figures.Single();
        var compared = 0;
        var differing = new List<string>();
        foreach (var row in table.Rows.Where(row => row.Level == DfeLevel.LocalAuthority))
        {
            if (figure.Read(row, without).Number is not { } share)
                continue;
            compared++;
            if (decimal.Round(share, 1, MidpointRounding.AwayFromZero) != decimal.Parse(row.Cells[place], CultureInfo.InvariantCulture))
                differing.Add($"row {row.Number}: {share} is published as {row.Cells[place]}");
        }
        return (compared, differing);
    }

    [WithStatisticsFact]
    public void Two_releases_with_other_names_give_the_same_England()
    {
        var (older, newer) = (Read("c1_children_in_need_referrals_and_rereferrals_2013_to_2024", "re-referrals"), Read("c1_children_in_need_referrals_and_rereferrals_2013_to_2025", "re-referrals"));

        Assert.Equal((22.4m, 22.4m), (At(older, Comparator.England, 2024, 3).Value, At(newer, Comparator.England, 2024, 3).Value));
        Assert.Equal((22.4m, 24.7m), (At(older, Comparator.England, 2023, 3).Value, At(older, Comparator.England, 2013, 3).Value));
        Assert.Equal((22.6m, 6.5m, 30.8m), (At(newer, Comparator.England, 2025, 3).Value, At(Read("c1_children_in_need_referrals_and_rereferrals_2013_to_2025", "6"), Comparator.England, 2025, 3).Value,
            At(Read("c1_children_in_need_referrals_and_rereferrals_2013_to_2025", "7"), Comparator.England, 2025, 3).Value));
    }

    [WithStatisticsFact]
    public void Nottinghamshires_neighbours_are_those_of_the_set_in_force()
    {
        var rereferrals = Read("c1_children_in_need_referrals_and_rereferrals_2013_to_2025", "5");

        Assert.DoesNotContain(rereferrals, figure => figure.Comparator == Comparator.Neighbours && figure.PeriodEnd < new Month(2022, 3));
        // 28.1 15.4 19.1 21.2 21.3 21.4 23.5 19.7 21.5 22.3 make 213.5.
        Assert.Equal((21.35m, 10), (At(rereferrals, Comparator.Neighbours, 2022, 3).Value!.Value, At(rereferrals, Comparator.Neighbours, 2022, 3).Known));
        // Cumbria, one of the ten, ceased in 2023: 29.9 14.1 16.6 20.9 22.9 26.5 16.8 23.3 21.3 make 192.3.
        Assert.Equal((192.3m / 9, 9), (At(rereferrals, Comparator.Neighbours, 2024, 3).Value!.Value, At(rereferrals, Comparator.Neighbours, 2024, 3).Known));
        // On 30 September 2025 the set of May 2025: 8.6 5.6 10.2 13.2 1.3 0 11.6 27.7 8.8 3.6 make 90.6.
        Assert.Equal(9.06m, At(Read("csww", "50"), Comparator.Neighbours, 2025, 9).Value);
    }

    [WithStatisticsFact]
    public void An_authoritys_place_among_its_neighbours_is_that_of_the_published_figures()
    {
        string Standing(IReadOnlyList<BenchmarkFigure> figures, int year, int month) => At(figures, Comparator.Neighbours, year, month) is var figure
            ? NeighbourWords.Sentence(new(1, figure.Comparator, figure.Name, figure.PeriodEnd, figure.Period, figure.Value, figure.Symbol, figure.Known, figure.Of, "", figure.Neighbours), MeasureUnit.Percentage, 0, Polarity.LowerIsBetter)
            : "";

        // Seven of 8.4 8.4 16.5 29.6 6.1 19.3 4.7 11.7 16.7 22.4 lie below Nottingham's 19.2.
        Assert.Equal("Nottingham is 8th of 11 on 30 September 2022: in the worse half of its 10 statistical neighbours. Its published figure is 19.2%; theirs run from 4.7% to 29.6%.",
            Standing(Read("csww", "50", "E06000018"), 2022, 9));
        // Of 3.1 10 18 31.5 2.1 18.3 5 9.9 18.1 15.9 three lie below 8.2.
        Assert.StartsWith("Nottingham is 4th of 11 on 30 September 2021: in the better half", Standing(Read("csww", "50", "E06000018"), 2021, 9), StringComparison.Ordinal);
        // Cumbria had ceased; seven of the nine lie below Nottinghamshire's 25.8.
        Assert.Equal("Nottinghamshire is 8th of 10 in the year to March 2024: among the worst quarter of the 9 statistical neighbours (of 10) whose figures are published. Its published figure is 25.8%; theirs run from 14.1% to 29.9%.",
            Standing(Read("c1_children_in_need_referrals_and_rereferrals_2013_to_2025", "5"), 2024, 3));
    }

    [WithStatisticsFact]
    public async Task The_demonstrations_benchmarks_are_those_of_the_published_file()
    {
        var published = Read("csww", "agency-social-workers", "E06000018").Where(figure => figure.PeriodEnd.Year is >= 2020 and <= 2022).ToList();

        await using var database = await DemonstrationDatabase.CopyAsync();
        await using var db = database.CreateDbContext();
        var kept = await db.Benchmarks.Where(benchmark => benchmark.EndedIn == null).OrderBy(benchmark => benchmark.PeriodEnd).ThenBy(benchmark => benchmark.Id).ToListAsync();

        // England and the region for three years, the neighbours from 2021 on.
        Assert.Equal(8, kept.Count);
        Assert.Equal(published.Select(figure => (figure.PeriodEnd, figure.Name, figure.Value, figure.Known, figure.Of, figure.Neighbours?.ToText())), kept.Select(row => (row.PeriodEnd, row.Name, row.Value, row.Known, row.Of, row.Neighbours?.ToText())));
    }

    [WithStatisticsFact]
    public void The_workforce_is_counted_on_30_September()
    {
        decimal? England(string measure, int year) => At(Read("csww", measure, "E06000018"), Comparator.England, year, 9).Value;

        Assert.Equal((11.8m, 13.9m, 13.0m, 16.2m), (England("49", 2025), England("49", 2024), England("50", 2025), England("50", 2024)));
        Assert.Equal((14.2m, 17.3m, 15.2m, 15.4m), (England("51", 2025), England("51", 2024), England("52", 2025), England("52", 2024)));
        Assert.Equal((17.7m, 3.5m, 3.4m), (England("52", 2017), England("53", 2025), England("53", 2024)));
    }

    [WithStatisticsFact]
    public void Referrals_by_month_run_from_April_2012_to_March_2024()
    {
        var england = Read("c6", "referrals").Where(figure => figure.Comparator == Comparator.England).ToList();

        Assert.Equal((144, new Month(2012, 4), new Month(2024, 3)), (england.Count, england[0].PeriodEnd, england[^1].PeriodEnd));
        Assert.All(england, figure => Assert.Equal(PeriodType.InMonth, figure.Period));
        Assert.Equal((43_340m, 51_940m), (At(england, Comparator.England, 2023, 4).Value, At(england, Comparator.England, 2024, 3).Value));
    }
}
