using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;
using static ImprovementTracker.Tests.Measures.StatisticsText;

namespace ImprovementTracker.Tests.Measures;

public class ImportBenchmarksTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    internal static string Release(string england, string region = "25.9") => File("referral_count,rereferral_percent",
        England("2024", $"621880,{england}"), Region("2024", "East Midlands", $"56190,{region}"), Authority("2024", "891", "8462,24"), Authority("2024", "830", "100,10"), Authority("2024", "860", "201,c"));

    internal static ImportBenchmarks.Input Input(string file = "c1.csv", string? measure = null) => new() { Programme = TestProgramme.Slug, File = file, Measure = measure };

    internal static async Task<TestProgramme> NottinghamshireAsync(TestDatabase database)
    {
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) =>
        {
            db.Attach(programme.Programme);
            programme.Programme.CompareAs("E10000024");
            var rereferrals = new Measure(programme.Programme, "re-referrals");
            rereferrals.Define("Re-referrals within twelve months", "re-referrals", "Share of referrals.", "re-referrals", "referrals", MeasureUnit.Percentage, 0, Polarity.LowerIsBetter, PeriodType.InMonth);
            rereferrals.Place(null, null, 3);
            db.Add(rereferrals);
        });
        return programme;
    }

    private static async Task<string[]> InForceAsync(TestDatabase database, TestProgramme programme)
    {
        await using var db = database.CreateDbContext();
        var codes = await db.Measures.ToDictionaryAsync(measure => measure.Id, measure => measure.Code);
        return [.. (await db.LoadBenchmarksAsync(programme.Programme.Id, null, Never)).Select(row =>
            FormattableString.Invariant($"{codes[row.MeasureId]} {row.PeriodEnd.ToIso()} {row.Period} {row.Comparator} {(row.Value is { } value ? value / 1.000000000000m : null)}{row.Symbol} {row.Known}/{row.Of} {row.File}"))];
    }

    private static async Task<int> RowsAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.Benchmarks.CountAsync();
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Every_measure_of_the_programme_that_the_file_holds_gets_its_benchmarks(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await NottinghamshireAsync(database);

        var recorded = await new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Release("22.4")), Never);

        Assert.Equal(6, recorded);
        // Neighbours: (100 + 201) / 2 referrals; of the re-referrals one is withheld.
        Assert.Equal(
            ["referrals 2024-03 Year England 621880 / c1.csv", "referrals 2024-03 Year Region 56190 / c1.csv", "referrals 2024-03 Year Neighbours 150.5 2/10 c1.csv",
             "re-referrals 2024-03 Year England 22.4 / c1.csv", "re-referrals 2024-03 Year Region 25.9 / c1.csv", "re-referrals 2024-03 Year Neighbours 10 1/10 c1.csv"],
            await InForceAsync(database, programme));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_revised_release_ends_what_it_changes_and_leaves_the_rest_alone(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await NottinghamshireAsync(database);
        var import = new ImportBenchmarks(database);
        await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Release("22.4")), Never);

        var recorded = await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), Input("c1-revised.csv"), Open(Release("22.5", "x")), Never);

        Assert.Equal((2, 8), (recorded, await RowsAsync(database)));
        var now = await InForceAsync(database, programme);
        Assert.Contains("re-referrals 2024-03 Year England 22.5 / c1-revised.csv", now);
        Assert.Contains("re-referrals 2024-03 Year Region x / c1-revised.csv", now);
        Assert.Equal((6, 2), (now.Length, now.Count(line => line.EndsWith("c1-revised.csv", StringComparison.Ordinal))));
        await using var db = database.CreateDbContext();
        var ended = await db.Benchmarks.SingleAsync(benchmark => benchmark.Comparator == Comparator.England && benchmark.EndedIn != null);
        Assert.Equal((22.4m, await db.Changes.MaxAsync(change => change.Sequence)), (ended.Value!.Value, ended.EndedIn!.Value));
    }

    [Fact]
    public async Task The_same_file_again_records_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);
        // A third has more decimals than the database keeps.
        var text = File("referral_count,rereferral_count", England("2024", "3,1"));
        var import = new ImportBenchmarks(database);

        Assert.Equal(2, await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(text), Never));
        Assert.Equal(0, await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(text), Never));
        Assert.Equal(2, await RowsAsync(database));
        Assert.Contains("re-referrals 2024-03 Year England 33.333333 / c1.csv, worked out: rereferral_count / referral_count", await InForceAsync(database, programme));
    }

    [Fact]
    public async Task The_same_form_sent_twice_acts_once_and_answers_alike()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);
        var (import, input) = (new ImportBenchmarks(database), Input());

        var first = await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Open(Release("22.4")), Never);
        var again = await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Open(Release("22.4")), Never);

        Assert.Equal((6, 6, 6), (first, again, await RowsAsync(database)));
    }

    [Fact]
    public async Task One_measure_can_be_recorded_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);

        await new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Input(measure: "re-referrals"), Open(Release("22.4")), Never);

        Assert.All(await InForceAsync(database, programme), line => Assert.StartsWith("re-referrals ", line, StringComparison.Ordinal));
        await Assert.ThrowsAsync<NotFound>(() => new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Input(measure: "elsewhere"), Open(Release("22.4")), Never));
    }

    [Fact]
    public async Task One_cell_that_cannot_be_read_refuses_the_whole_file()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);

        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Release("22.4", "twenty")), Never));

        Assert.StartsWith("Row 3, column rereferral_percent: 'twenty' stands there", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await RowsAsync(database));
    }

    [Fact]
    public async Task Without_the_authoritys_code_nothing_can_be_compared()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Release("22.4")), Never));

        Assert.StartsWith("The programme has no authority code", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_no_measure_of_the_programme_says_what_it_could_give()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);

        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(File("agency_rate_fte", England("2024", "16.2"))), Never));

        Assert.Equal("No measure of the programme is in this file. It could give agency social workers: add the measure first, under that name.", refused.Message);
    }

    [Fact]
    public async Task Who_may_not_record_values_may_not_import_benchmarks()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);

        foreach (var role in Enum.GetValues<Role>().Except([Role.ProgrammeManager, Role.PerformanceOfficer]))
        {
            await Assert.ThrowsAsync<NotAllowed>(() => new ImportBenchmarks(database).ExecuteAsync(programme.As(role), Input(), Open(Release("22.4")), Never));
            await Assert.ThrowsAsync<NotAllowed>(() => new KeepStatisticsFile(database).ExecuteAsync(programme.As(role), new() { Programme = TestProgramme.Slug, Name = "c1.csv", Content = [1] }, Never));
            await Assert.ThrowsAsync<NotAllowed>(() => new BenchmarkPreview(database).LoadAsync(programme.As(role), TestProgramme.Slug, Open(Release("22.4")), Never));
        }
        Assert.Equal(0, await RowsAsync(database));
    }

    [Fact]
    public async Task The_preview_says_what_is_new_changed_unchanged_and_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);
        await programme.ChangeAsync((db, _) =>
        {
            db.Attach(programme.Programme);
            var count = new Measure(programme.Programme, "no-further-action");
            count.Define("Referrals NFA", "referrals closed", "Referrals closed.", "referrals closed", null, MeasureUnit.Count, 0, Polarity.None, PeriodType.InMonth);
            count.Place(null, null, 4);
            db.Add(count);
        });
        await new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Release("22.4")), Never);
        var next = File("referral_count,rereferral_percent,no_further_action_percent", England("2025", "632830,22.6,6.5"), England("2024", "621880,22.5,6.3"));

        var shown = await new BenchmarkPreview(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, Open(next), Never);

        Assert.Equal(["referrals 1 0 1", "re-referrals 1 1 0", "no-further-action 0 0 0"],
            shown.Measures.Select(measure => $"{measure.Code} {measure.Count(BenchmarkNews.New)} {measure.Count(BenchmarkNews.Changed)} {measure.Count(BenchmarkNews.Unchanged)}"));
        Assert.Equal("The file gives it as a percentage, and here it is kept as a number: the two cannot be compared.", shown.Measures[2].Refused);
        Assert.Equal("2 new, 1 changed, 1 unchanged", BenchmarkPlan.Summary(shown.Measures));
        Assert.Equal(6, await RowsAsync(database));
    }

    [Fact]
    public async Task A_kept_file_is_seen_by_who_chose_it_until_that_person_chooses_another()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);
        var (officer, manager) = (programme.As(Role.PerformanceOfficer), programme.As(Role.ProgrammeManager));
        var (keep, file) = (new KeepStatisticsFile(database), new StatisticsFile(database));

        var first = await keep.ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Name = "c1.csv", Content = [7, 8] }, Never);
        Assert.Equal([7, 8], (await file.LoadAsync(officer, TestProgramme.Slug, first, Never)).File!.Content);
        await Assert.ThrowsAsync<NotFound>(() => file.LoadAsync(manager, TestProgramme.Slug, first, Never));

        await keep.ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Name = "c6.csv", Content = [9] }, Never);
        await Assert.ThrowsAsync<NotFound>(() => file.LoadAsync(officer, TestProgramme.Slug, first, Never));
    }

    [Fact]
    public async Task A_file_that_is_empty_or_too_large_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);

        foreach (var size in new[] { 0, 8_000_001 })
        {
            await Assert.ThrowsAsync<ValidationException>(() => new KeepStatisticsFile(database).ExecuteAsync(
                programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Name = "c1.csv", Content = new byte[size] }, Never));
        }
    }

    [Fact]
    public async Task A_release_without_a_title_is_refused_and_nothing_is_recorded()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);
        var input = Input();
        input.Source.New = new() { Published = "31 October 2024" };

        var refused = await Assert.ThrowsAsync<ValidationException>(() => new ImportBenchmarks(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Open(Release("22.4")), Never));

        Assert.Contains(refused.Errors, error => error is { PropertyName: "Source.New.Title", ErrorMessage: "Type the document's title." });
        Assert.Equal(0, await RowsAsync(database));
    }

    [Fact]
    public async Task A_neighbours_own_figure_that_is_revised_replaces_the_benchmark_even_where_the_mean_stays()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await NottinghamshireAsync(database);
        static string Two(string first, string second) => File("rereferral_percent", Authority("2024", "891", "24"), Authority("2024", "830", first), Authority("2024", "860", second));
        var import = new ImportBenchmarks(database);
        await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Two("10", "30")), Never);

        // (10 + 30) / 2 = (15 + 25) / 2
        Assert.Equal(0, await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Two("10", "30")), Never));
        Assert.Equal(1, await import.ExecuteAsync(programme.As(Role.PerformanceOfficer), Input(), Open(Two("15", "25")), Never));
    }
}
