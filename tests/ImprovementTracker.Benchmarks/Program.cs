using System.Diagnostics;
using ImprovementTracker.Benchmarks;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

// How long the pages take that show most, with the largest programme that is foreseen; beside each the time of one
// plain SQL statement over the same rows. Prints a table for docs/performance.md.
const int Runs = 30;
var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_IMPROVEMENTTRACKER_WEB", WebProject());
await using var host = new TrackerHost();
var database = host.Get<IDbContextFactory<TrackerContext>>();
var programme = await TestProgramme.CreateAsync(database);
var watch = Stopwatch.StartNew();
await LargeProgramme.FillAsync(database, programme);
await output.WriteLineAsync($"{LargeProgramme.Measures * LargeProgramme.Areas * LargeProgramme.Months:N0} values written in {watch.Elapsed.TotalSeconds:N1} s");

var browsers = new Dictionary<Role, HttpClient>();
foreach (var role in new[] { Role.BoardMember, Role.PerformanceOfficer })
{
    var person = programme[role];
    var link = await host.Get<GiveLink>().ExecuteAsync(Actor.System("benchmark"), person.Id, CancellationToken.None);
    await host.Get<SetPassword>().ExecuteAsync(Actor.Nobody, new() { Link = link.Secret, Password = "four quiet green words" }, CancellationToken.None);
    browsers[role] = host.Browser();
    await browsers[role].SignInAsync(person.Email!, "four quiet green words");
}

var month = LargeProgramme.Last.ToNumber();
var small = await MoveTenMeasuresAsync();
foreach (var (name, role, address, sql) in new[]
{
    ("areas against targets, one month", Role.BoardMember, $"/p/{TestProgramme.Slug}/areas", $"SELECT o.MeasureId, o.AreaId, r.Numerator, r.Denominator FROM Observations o JOIN ObservationRevisions r ON r.ObservationId = o.Id AND r.SupersededIn IS NULL WHERE o.Month = {month}"),
    ("a measure, whole authority", Role.BoardMember, $"/p/{TestProgramme.Slug}/measures/in-time", $"SELECT o.Month, o.AreaId, r.Numerator, r.Denominator FROM Observations o JOIN ObservationRevisions r ON r.ObservationId = o.Id AND r.SupersededIn IS NULL WHERE o.MeasureId = {programme.InTime.Id}"),
    ("a month to enter, every theme", Role.PerformanceOfficer, $"/p/{TestProgramme.Slug}/enter-month?month={LargeProgramme.Last.ToIso()}&theme=all", $"SELECT o.MeasureId, o.AreaId, o.Month, r.Numerator, r.Denominator FROM Observations o JOIN ObservationRevisions r ON r.ObservationId = o.Id AND r.SupersededIn IS NULL WHERE o.Month <= {month}"),
    ("a month to enter, ten measures", Role.PerformanceOfficer, $"/p/{TestProgramme.Slug}/enter-month?month={LargeProgramme.Last.ToIso()}&theme={small}", $"SELECT o.MeasureId, o.AreaId, o.Month, r.Numerator, r.Denominator FROM Observations o JOIN ObservationRevisions r ON r.ObservationId = o.Id AND r.SupersededIn IS NULL WHERE o.Month <= {month} AND o.MeasureId IN (SELECT Id FROM Measures WHERE ThemeId = {small})"),
})
{
    var page = await MeasureAsync(async () => (await (await browsers[role].GetAsync(address)).EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Length);
    var read = await MeasureAsync(async () => name.StartsWith('a') && name.StartsWith("areas", StringComparison.Ordinal)
        ? (await new ImprovementTracker.Domain.Dashboards.AreasAgainstTargets(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, new(null, null, null), CancellationToken.None)).Measures.Count
        : (await new ImprovementTracker.Domain.Measures.MeasurePage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "in-time", new(), CancellationToken.None)).Lines.Count);
    await output.WriteLineAsync($"read alone {read.Median:N0} ms");
    var raw = await MeasureAsync(() => RawAsync(sql));
    await output.WriteLineAsync($"| {name} | {page.Median:N0} ms | {page.First:N0} ms | {page.Size / 1024:N0} KB | {raw.Median:N1} ms | {raw.Size:N0} |");
}

async Task<(double Median, double First, long Size)> MeasureAsync(Func<Task<int>> act)
{
    var times = new List<double>();
    long size = 0;
    for (var run = 0; run <= Runs; run++)
    {
        var one = Stopwatch.StartNew();
        size = await act();
        times.Add(one.Elapsed.TotalMilliseconds);
    }
    return (times.Skip(1).Order().ElementAt(Runs / 2), times[0], size);
}

// A theme of the size that is usual, beside the one that holds all others.
async Task<int> MoveTenMeasuresAsync()
{
    await using var db = database.CreateDbContext();
    var theme = new Theme(await db.Programmes.SingleAsync(), "Visits", 2);
    db.Add(theme);
    await db.SaveChangesAsync();
    var ids = await db.Measures.OrderByDescending(measure => measure.Id).Select(measure => measure.Id).Take(10).ToListAsync();
    await db.Measures.Where(measure => ids.Contains(measure.Id)).ExecuteUpdateAsync(set => set.SetProperty(measure => measure.ThemeId, theme.Id));
    return theme.Id;
}

async Task<int> RawAsync(string sql)
{
    await using var db = database.CreateDbContext();
    var connection = db.Database.GetDbConnection();
    await connection.OpenAsync();
    await using var command = connection.CreateCommand();
    command.CommandText = sql;
    await using var reader = await command.ExecuteReaderAsync();
    var rows = 0;
    while (await reader.ReadAsync())
        rows++;
    return rows;
}

static string WebProject()
{
    for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (Directory.Exists(Path.Combine(folder.FullName, "src", "ImprovementTracker.Web")))
            return Path.Combine(folder.FullName, "src", "ImprovementTracker.Web");
    }
    throw new DirectoryNotFoundException("Run this from the source tree.");
}
