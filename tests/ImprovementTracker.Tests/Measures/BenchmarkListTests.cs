using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using static ImprovementTracker.Tests.Measures.ImportBenchmarksTests;
using static ImprovementTracker.Tests.Measures.StatisticsText;

namespace ImprovementTracker.Tests.Measures;

public class BenchmarkListTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task The_list_shows_the_latest_period_of_each_measure_and_every_period_of_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);
        await new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(),
            Open(File("rereferral_percent", England("2024", "22.4"), Authority("2024", "830", "10"), Authority("2024", "891", "1"), England("2023", "c"))), Never);

        var latest = await new BenchmarkList(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, null, Never);
        var whole = await new BenchmarkList(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, "re-referrals", Never);

        var lines = Assert.Single(latest.Measures).Lines;
        Assert.Equal(["Year to March 2024|England|22.4%", "Year to March 2024|Statistical neighbours of Nottinghamshire (April 2021), 1 of 10 known|10%"], lines.Select(line => $"{line.Period}|{line.Who}|{line.Figure}"));
        Assert.Equal((10, "Derbyshire", false), (lines[1].Neighbours.Count, lines[1].Neighbours[0].Name, latest.MayImport));
        Assert.Equal("Year to March 2023|England|c: withheld, because the number of children is small", $"{whole.Measures[0].Lines[2].Period}|{whole.Measures[0].Lines[2].Who}|{whole.Measures[0].Lines[2].Figure}");
        Assert.True(whole.MayImport);
    }

    [Fact]
    public async Task Neighbours_stay_those_of_the_authority_and_set_of_the_import_whatever_changes_later()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);
        await new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Release("22.4")), Never);
        await programme.ChangeAsync((db, change) =>
        {
            var measure = db.Measures.Single(one => one.Code == "in-time");
            // As of a set of which nothing is known here any more.
            db.Add(new Benchmark(measure, new(Comparator.Neighbours, "Statistical neighbours of Oldshire (June 1999)", new(2000, 3), PeriodType.Year, 70, null, 1, 1,
                new(new("Oldshire", 80, null), [new("Formershire", 70, null, Closeness.VeryClose)])), "old.csv", null, change));
        });

        await new SaveAuthorityCode(database).ExecuteAsync(programme.As(Role.Administrator), new() { Programme = TestProgramme.Slug, Code = "E06000018", Seen = SaveAuthorityCode.Input.Of("E10000024").Seen }, Never);

        var list = (await new BenchmarkList(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, null, Never)).Measures;
        var (old, rereferrals) = (list.Single(measure => measure.Code == "in-time").Lines[0], list.Single(measure => measure.Code == "re-referrals").Lines[2]);
        Assert.Equal(["Formershire VeryClose 70%"], old.Neighbours.Select(one => $"{one.Name} {one.Closeness} {one.Figure}"));
        // The neighbours of Nottinghamshire in April 2021; the programme is now Nottingham's by its code.
        Assert.Equal("Derbyshire, Staffordshire, Lancashire, Worcestershire, Lincolnshire, North Northamptonshire, Cumbria, Essex, Kent, Cheshire West and Chester".Split(", ").Order(), rereferrals.Neighbours.Select(one => one.Name).Order());
        Assert.Equal(["10%", "c: withheld, because the number of children is small"], rereferrals.Neighbours.Where(one => one.Name is "Derbyshire" or "Staffordshire").OrderBy(one => one.Name).Select(one => one.Figure));
        // 24 against 10, the one that is known; lower is better.
        Assert.StartsWith("Nottinghamshire is 2nd of 2 in the year to March 2024", rereferrals.Standing, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Figures_lead_to_the_release_that_somebody_says_the_file_is_of(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await NottinghamshireAsync(database);
        var input = Input();
        input.Source.New = new() { Title = "Children in need 2024", Publisher = "Department for Education", Published = "31 October 2024", Address = "https://example.org/release" };

        await new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Open(Release("22.4")), Never);

        var lines = (await new BenchmarkList(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, null, Never)).Measures.SelectMany(measure => measure.Lines).ToList();
        Assert.Equal(6, lines.Count);
        Assert.All(lines, line => Assert.Equal(("Children in need 2024, published 31 October 2024", "https://example.org/release", "c1.csv"), (line.Source!.Cited, line.Source.Address, line.File)));
    }
}
