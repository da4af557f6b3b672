using System.Diagnostics;
using ImprovementTracker.Benchmarks;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Tests.Operation;
using Microsoft.EntityFrameworkCore;

// How long the pages take that show most, with the largest programme that is foreseen; beside each the time of one
// plain SQL statement over the same rows. Prints a table for docs/performance.md. With 'import' how long a large import takes, with 'plan' the list
// of a large plan, with the beginning of a page's name that page alone: 'areas', 'what changed'.
const int Runs = 30;
var warmUp = TimeSpan.FromSeconds(10);
var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
if (args is ["import"])
{
    await LargeImport.MeasureAsync(output);
    return;
}
Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_IMPROVEMENTTRACKER_WEB", WebProject());
using var server = new ServerTime();
await using var host = new TrackerHost { IsForMeasuring = true, Before = server };
var database = host.Get<IDbContextFactory<TrackerContext>>();
var programme = await TestProgramme.CreateAsync(database);
if (args is ["plan"])
{
    await LargePlan.MeasureAsync(database, programme, await SignInAsync(Role.BoardMember), output, MeasurePageAsync, act => MeasureAsync(act));
    return;
}
var watch = Stopwatch.StartNew();
await LargeProgramme.FillAsync(database, programme);
await output.WriteLineAsync($"{LargeProgramme.Measures * LargeProgramme.Areas * LargeProgramme.Months:N0} values written in {watch.Elapsed.TotalSeconds:N1} s");

var browsers = new Dictionary<Role, HttpClient>
{
    [Role.BoardMember] = await SignInAsync(Role.BoardMember),
    [Role.PerformanceOfficer] = await SignInAsync(Role.PerformanceOfficer),
};

var month = LargeProgramme.Last.ToNumber();
var asking = programme.As(Role.BoardMember);
const string Values = "FROM Observations o JOIN ObservationRevisions r ON r.ObservationId = o.Id AND r.SupersededIn IS NULL";
var small = await MoveTenMeasuresAsync();
var officer = programme.As(Role.PerformanceOfficer);
var pages = new (string Name, Role Role, string Address, Func<Task<int>> Read, string Sql)[]
{
    ("areas against targets, one month", Role.BoardMember, $"/p/{TestProgramme.Slug}/areas",
        async () => (await new AreasAgainstTargets(database).LoadAsync(asking, TestProgramme.Slug, new(), CancellationToken.None)).Measures.Count,
        $"SELECT o.MeasureId, o.AreaId, r.Numerator, r.Denominator {Values} WHERE o.Month = {month}"),
    ("summary of measures", Role.BoardMember, $"/p/{TestProgramme.Slug}/summary",
        async () => (await new MeasureSummary(database).LoadAsync(asking, TestProgramme.Slug, new(), CancellationToken.None)).Lines.Count,
        $"SELECT o.MeasureId, o.Month, r.Numerator, r.Denominator {Values} WHERE o.AreaId = {programme.Whole.Id} AND o.Month >= {LargeProgramme.Last.AddMonths(-MeasureRow.UsualMonths).ToNumber()}"),
    ("a measure, whole authority", Role.BoardMember, $"/p/{TestProgramme.Slug}/measures/in-time",
        async () => (await new MeasurePage(database).LoadAsync(asking, TestProgramme.Slug, "in-time", new(), CancellationToken.None)).Lines.Count,
        $"SELECT o.Month, o.AreaId, r.Numerator, r.Denominator {Values} WHERE o.MeasureId = {programme.InTime.Id}"),
    ("a month to enter, every theme", Role.PerformanceOfficer, $"/p/{TestProgramme.Slug}/enter-month?month={LargeProgramme.Last.ToIso()}&theme=all", () => GridAsync(null),
        $"SELECT o.MeasureId, o.AreaId, o.Month, r.Numerator, r.Denominator {Values} WHERE o.Month <= {month}"),
    ("a month to enter, ten measures", Role.PerformanceOfficer, $"/p/{TestProgramme.Slug}/enter-month?month={LargeProgramme.Last.ToIso()}&theme={small}", () => GridAsync(small),
        $"SELECT o.MeasureId, o.AreaId, o.Month, r.Numerator, r.Denominator {Values} WHERE o.Month <= {month} AND o.MeasureId IN (SELECT Id FROM Measures WHERE ThemeId = {small})"),
    ("what changed, one month", Role.BoardMember, $"/p/{TestProgramme.Slug}/what-changed?from={LargeProgramme.Last.FirstDay:yyyy-MM-dd}&to={LargeProgramme.Last.LastDay:yyyy-MM-dd}", () => ChangedAsync(LargeProgramme.Last),
        $"SELECT o.MeasureId, o.AreaId, o.Month, r.Numerator, r.Denominator {Values} WHERE r.RecordedIn = (SELECT MAX(Sequence) FROM Changes WHERE RecordedAt < '{LargeProgramme.Last.LastDay:yyyy-MM-dd}')"),
    ("what changed, ten years", Role.BoardMember, $"/p/{TestProgramme.Slug}/what-changed?from={LargeProgramme.First.FirstDay:yyyy-MM-dd}", () => ChangedAsync(LargeProgramme.First),
        $"SELECT o.MeasureId, o.AreaId, o.Month, r.Numerator, r.Denominator {Values}"),
    ("what changed, the second five years", Role.BoardMember, $"/p/{TestProgramme.Slug}/what-changed?from={LargeProgramme.First.AddMonths(60).FirstDay:yyyy-MM-dd}", () => ChangedAsync(LargeProgramme.First.AddMonths(60)),
        $"SELECT o.MeasureId, o.AreaId, o.Month, r.Numerator, r.Denominator {Values} WHERE o.Month >= {LargeProgramme.First.AddMonths(60).ToNumber()}"),
};
// Processor time beside time: on a machine that does other things too, only the first says what a page costs.
await output.WriteLineAsync("| page | median | processor | first | size | the read alone | processor | raw SQL | processor | rows |");
await output.WriteLineAsync("|---|---|---|---|---|---|---|---|---|---|");
foreach (var (name, role, address, read, sql) in pages.Where(page => args is not [var some] || page.Name.StartsWith(some, StringComparison.Ordinal)))
{
    var page = await MeasurePageAsync(browsers[role], address);
    var alone = await MeasureAsync(read);
    var raw = await MeasureAsync(() => RawAsync(sql));
    await output.WriteLineAsync($"| {name} | {page.Median:N0} ms | {page.Processor:N0} ms | {page.First:N0} ms | {page.Size / 1024:N0} KB | {alone.Median:N0} ms | {alone.Processor:N0} ms | {raw.Median:N1} ms | {raw.Processor:N1} ms | {raw.Size:N0} |");
}

async Task<HttpClient> SignInAsync(Role role)
{
    var person = programme[role];
    var link = await host.Get<GiveLink>().ExecuteAsync(Actor.System("benchmark"), person.Id, CancellationToken.None);
    await host.Get<SetPassword>().ExecuteAsync(Actor.Nobody, new() { Link = link.Secret, Password = "four quiet green words" }, CancellationToken.None);
    var browser = host.Browser();
    await browser.SignInAsync(person.Email!, "four quiet green words");
    return browser;
}

Task<(double Median, double Processor, double First, long Size)> MeasurePageAsync(HttpClient browser, string address) => MeasureAsync(() => server.AskAsync(browser, address), () => server.Took);

async Task<(double Median, double Processor, double First, long Size)> MeasureAsync(Func<Task<int>> act, Func<double>? took = null)
{
    var watch = Stopwatch.StartNew();
    long size = await act();
    var first = took?.Invoke() ?? watch.Elapsed.TotalMilliseconds;
    // Until what runs often has been compiled for good, which the runtime does beside the runs for some seconds.
    var warming = Stopwatch.StartNew();
    for (var run = 0; run < Runs || warming.Elapsed < warmUp; run++)
        await act();
    var times = new List<double>();
    var before = Environment.CpuUsage.TotalTime;
    for (var run = 0; run < Runs; run++)
    {
        var one = Stopwatch.StartNew();
        size = await act();
        times.Add(took?.Invoke() ?? one.Elapsed.TotalMilliseconds);
    }
    return (times.Order().ElementAt(Runs / 2), (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Runs, first, size);
}

// A theme of the size that is usual, beside the one that holds all others.
async Task<int> GridAsync(int? theme) =>
    (await new MonthGrid(database).LoadAsync(officer, TestProgramme.Slug, new(LargeProgramme.Last, theme, theme is null), CancellationToken.None)).Groups.Count;

async Task<int> ChangedAsync(Month from) =>
    (await new WhatChanged(database).LoadAsync(asking, TestProgramme.Slug, new(from.FirstDay, from == LargeProgramme.Last ? from.LastDay : null), CancellationToken.None)).Groups.Sum(group => group.Count);

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
