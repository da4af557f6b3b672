using System.Text;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using ImprovementTracker.Web.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImprovementTracker.Tests.Measures;

public class ImportRunsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Task<int> KeepAsync(TestDatabase database, Actor officer, string rows = "in-time,North,2011-05,40,50\n") => new KeepImport(database).ExecuteAsync(
        officer, new() { Programme = TestProgramme.Slug, Name = "may.csv", Content = Encoding.UTF8.GetBytes("Measure,Area,Month,Numerator,Denominator\n" + rows) }, Never);

    private static ImportsInHand InHand(TestDatabase database) => new(new OpenImport(database), new ImportCheck(database));

    [Fact]
    public async Task Eight_presses_of_the_button_at_once_record_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        var id = await KeepAsync(database, officer);
        using var life = new TestLife();
        using var inHand = InHand(database);
        var runs = new ImportRuns(inHand, new ImportMeasures(database), life, NullLogger<ImportRuns>.Instance);

        Parallel.For(0, 8, _ => runs.Start(id, officer, new() { Programme = TestProgramme.Slug, FileId = id }, 1));
        var run = runs.Find(id, officer)!;
        await run.Ended;
        runs.Start(id, officer, new() { Programme = TestProgramme.Slug, FileId = id }, 1);

        Assert.Same(run, runs.Find(id, officer));
        Assert.Equal(ImportState.Recorded, run.State);
        await using var db = database.CreateDbContext();
        Assert.Equal(1, await db.Changes.CountAsync(change => change.What.StartsWith("imported")));
    }

    [Fact]
    public async Task A_recording_that_lacks_a_reason_ends_with_the_sentence_and_can_be_begun_again_with_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        for (var back = 1; back <= 12; back++)
            await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 5).AddMonths(-back), RecordedValue.Counted(back % 2 == 0 ? 49 : 51, 100));
        var id = await KeepAsync(database, officer);
        using var life = new TestLife();
        using var inHand = InHand(database);
        var runs = new ImportRuns(inHand, new ImportMeasures(database), life, NullLogger<ImportRuns>.Instance);

        runs.Start(id, officer, new() { Programme = TestProgramme.Slug, FileId = id }, 1);
        var first = runs.Find(id, officer)!;
        await first.Ended;
        runs.Start(id, officer, new() { Programme = TestProgramme.Slug, FileId = id, Reason = "A new team began." }, 1);
        var second = runs.Find(id, officer)!;
        await second.Ended;

        Assert.Equal((ImportState.Failed, "1 figure is far from the earlier months: say why."), (first.State, first.Problem));
        Assert.Equal(ImportState.Recorded, second.State);
        Assert.Null(runs.Find(id, programme.As(Role.ProgrammeManager)));
    }

    [Fact]
    public async Task The_next_page_of_a_preview_reads_no_file_again_until_something_is_recorded_meanwhile()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        var id = await KeepAsync(database, officer);
        using var inHand = InHand(database);

        var first = await inHand.LoadAsync(officer, TestProgramme.Slug, id, null, Never);
        var second = await inHand.LoadAsync(officer, TestProgramme.Slug, id, null, Never);
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 5), RecordedValue.Counted(39, 50));
        var third = await inHand.LoadAsync(officer, TestProgramme.Slug, id, null, Never);

        Assert.Same(first, second);
        Assert.Same(first.Sheet, third.Sheet);
        Assert.Equal(["40 of 50", "was 39 of 50, is 40 of 50"], new[] { first, third }.Select(one => one.Check.Preview!.Lines.Single().Detail));
        await Assert.ThrowsAsync<NotFound>(() => inHand.LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, null, Never));
        await new GiveUpImport(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, FileId = id }, Never);
        await Assert.ThrowsAsync<NotFound>(() => inHand.LoadAsync(officer, TestProgramme.Slug, id, null, Never));
    }

    private sealed class TestLife() : ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), IDisposable
    {
        public void Dispose() => StopApplication();
    }
}
