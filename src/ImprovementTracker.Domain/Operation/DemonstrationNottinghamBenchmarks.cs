using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>
/// What England, the East Midlands and Nottingham's statistical neighbours reached in agency social workers: the one measure of
/// the two programmes that the statistics held here give for its years. Published figures, none invented.
/// </summary>
internal static class DemonstrationNottinghamBenchmarks
{
    /// <summary>The file of the Department for Education that the figures are in, column agency_rate_fte.</summary>
    public const string File = "csww_indicators_2017_to_2025.csv";

    private const string EastMidlands = "East Midlands";
    private const string Nottingham = "892";

    // The neighbours of April 2021, the closest first.
    private static readonly string[] Places = ["England", EastMidlands, Nottingham, "352", "336", "852", "333", "801", "330", "851", "355", "331", "810"];

    private static readonly (string Year, string[] Rates)[] Published =
    [
        ("2020", ["15.4", "14.1", "15.8", "5.7", "11.8", "21", "29.4", "4", "14.5", "1", "9.6", "16.8", "15.2"]),
        ("2021", ["15.5", "14.3", "8.2", "3.1", "10", "18", "31.5", "2.1", "18.3", "5", "9.9", "18.1", "15.9"]),
        ("2022", ["17.6", "15.6", "19.2", "8.4", "8.4", "16.5", "29.6", "6.1", "19.3", "4.7", "11.7", "16.7", "22.4"]),
    ];

    public static void Write(DemonstrationScript script, DemonstrationNottingham of, Measure agency)
    {
        var release = new SourceDocument(of.Programme, "Children's social work workforce, 2017 to 2025", "Department for Education; the copy held bears no date", null,
            address: "https://explore-education-statistics.service.gov.uk/find-statistics/children-s-social-work-workforce",
            attribution: "Contains public sector information licensed under the Open Government Licence v3.0.");
        var figures = Read(of.Programme.AuthorityCode!);
        script.On(DemonstrationNottingham.LastDay, null, of.Programme, $"imported benchmarks from {File}: {figures.Count} new", change =>
            script.Db.AddRange(figures.Select(figure => new Benchmark(agency, figure, File, release, change))));
    }

    private static IReadOnlyList<BenchmarkFigure> Read(string authorityCode)
    {
        var columns = new DfeColumns(["time_period", "time_identifier", "geographic_level", "region_name", "old_la_code", "agency_rate_fte"]);
        var rows = Published.SelectMany(year => Places.Zip(year.Rates, (place, rate) => Row(year.Year, place, rate)));
        return BenchmarkReading.Read(new(columns, rows), DfeSeries.Choose("agency_rate_fte", columns), authorityCode);
    }

    private static DfeRow Row(string year, string place, string rate)
    {
        var (level, region, number) = place switch
        {
            "England" => (DfeLevel.National, "", ""),
            EastMidlands => (DfeLevel.Regional, EastMidlands, ""),
            _ => (DfeLevel.LocalAuthority, Authorities.WithNumber(place)!.Region, place),
        };
        return new(0, year, "Reporting year", level, "", region, number, "", "", ["", "", "", "", "", rate]);
    }
}
