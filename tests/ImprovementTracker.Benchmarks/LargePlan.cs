using System.Diagnostics;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Benchmarks;

/// <summary>A plan of 10,000 actions with 100,000 updates: how long its list takes, filtered, sorted and paged. Prints a table for docs/performance.md.</summary>
internal static class LargePlan
{
    private const int Actions = 10_000;
    private const int UpdatesOfEach = 10;
    private const int AtOnce = 500;

    /// <param name="measurePage">How long the page at an address takes.</param>
    /// <param name="measure">How long something else takes.</param>
    public static async Task MeasureAsync(
        IDbContextFactory<TrackerContext> database,
        TestProgramme programme,
        HttpClient browser,
        TextWriter output,
        Func<HttpClient, string, Task<(double Median, double Processor, double First, long Size)>> measurePage,
        Func<Func<Task<int>>, Task<(double Median, double Processor, double First, long Size)>> measure)
    {
        await FillAsync(database, programme, output);
        var member = programme.As(Role.BoardMember);
        await output.WriteLineAsync("| the plan's list | median | processor | first | size | the read alone |");
        await output.WriteLineAsync("|---|---|---|---|---|---|");
        var director = programme[Role.ServiceDirector].Id;
        var lists = new (string Name, string Query, PlanList.Filter Filter)[]
        {
            ("first page, by objective", "", new()),
            ("page 100, by due date", "?order=DueDate&page=100", new(Order: PlanOrder.DueDate, Page: 100)),
            ("overdue and off track, of one lead, with a word, by lead", $"?status=OffTrack&lead={director}&overdue=true&text=training&order=Lead", new(ActionStatus.OffTrack, LeadId: director, OnlyOverdue: true, Text: "training", Order: PlanOrder.Lead)),
        };
        foreach (var (name, query, filter) in lists)
        {
            var page = await measurePage(browser, $"/p/{TestProgramme.Slug}/actions{query}");
            var read = await measure(async () => (await new PlanList(database).LoadAsync(member, TestProgramme.Slug, filter, CancellationToken.None)).Actions.Count);
            await output.WriteLineAsync($"| {name} | {page.Median:N0} ms | {page.Processor:N0} ms | {page.First:N0} ms | {page.Size / 1024:N0} KB | {read.Median:N0} ms |");
        }
    }

    private static async Task FillAsync(IDbContextFactory<TrackerContext> database, TestProgramme programme, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var random = new Random(2011);
        var start = new DateOnly(2010, 1, 4);
        for (var first = 1; first <= Actions; first += AtOnce)
        {
            await programme.ChangeAsync((db, change) =>
            {
                db.AttachRange(programme.Programme, programme.Theme, programme[Role.ServiceDirector], programme[Role.ProgrammeManager]);
                for (var number = first; number < first + AtOnce; number += 20)
                {
                    var objective = new Objective(programme.Programme, $"O{number}", $"Objective {number}", "Children are seen in time.", programme.Theme);
                    for (var of = number; of < number + 20; of++)
                    {
                        var action = new PriorityAction(objective, $"A{of}", start, start.AddDays(random.Next(200, 900)), isIllustrative: false);
                        action.Describe(objective, of % 7 == 0 ? $"Training for team {of}" : $"Action number {of}", "Children are seen in time.", null);
                        action.Assign(of % 3 == 0 ? programme[Role.ServiceDirector] : programme[Role.ProgrammeManager], programme[Role.ProgrammeManager]);
                        for (var update = 0; update < UpdatesOfEach; update++)
                            action.Report((Progress)random.Next(0, 3), $"Update {update} of action {of}.", null, null, change);
                        db.Add(action);
                    }
                }
            });
        }
        await using var context = database.CreateDbContext();
        await output.WriteLineAsync($"{await context.PriorityActions.CountAsync():N0} actions, {await context.ActionUpdates.CountAsync():N0} updates written in {watch.Elapsed.TotalSeconds:N1} s");
    }
}
