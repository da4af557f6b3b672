using FluentValidation;
using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Histories by chance of recording, revising, approving, unlocking, commenting and handing over: what was known at any moment is never changed by what comes later.</summary>
public class AsKnownPropertyTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private enum Deed { Record, RecordAgain, NotCaptured, Approve, Unlock, Comment, HandOver }

    private sealed record Step(Deed Deed, int Month, bool IsNorth, int Part, int All);

    private static readonly Gen<Step> Steps =
        from deed in Gen.Elements(Enum.GetValues<Deed>())
        from month in Gen.Choose(4, 5)
        from isNorth in Gen.Elements(true, false)
        from all in Gen.Choose(1, 500)
        from part in Gen.Choose(0, all)
        select new Step(deed, month, isNorth, part, all);

    private static async Task DoAsync(TestDatabase database, TestProgramme programme, Step step)
    {
        var month = new Month(2011, step.Month).ToIso();
        var (officer, manager, area) = (programme.As(Role.PerformanceOfficer), programme.As(Role.ProgrammeManager), step.IsNorth ? programme.North : programme.South);
        RecordMonth.Input Figures(RecordMonth.Line line) => new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = month, Lines = [line] };
        Task deed = step.Deed switch
        {
            Deed.Record or Deed.RecordAgain => new RecordMonth(database).ExecuteAsync(officer, Figures(new() { AreaId = area.Id, Numerator = $"{step.Part}", Denominator = $"{step.All}", Reason = "Counted again." }), Never),
            Deed.NotCaptured => new RecordMonth(database).ExecuteAsync(officer, Figures(new() { AreaId = area.Id, NotCaptured = true, Reason = $"Lost {step.Part}." }), Never),
            Deed.Approve => new ApproveMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = month, Seen = long.MaxValue }, Never),
            Deed.Unlock => new UnlockMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = month, Reason = "Late entries." }, Never),
            Deed.Comment => CommentAsync(database, officer, area, month, step),
            Deed.HandOver => new GiveMeasures(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Measures = ["in-time"], OwnerId = step.Part % 3 == 0 ? GiveMeasures.Input.Nobody : programme[step.IsNorth ? Role.ServiceDirector : Role.BoardMember].Id }, Never),
            _ => throw new InvalidOperationException($"{step.Deed}"),
        };
        // What the rules refuse, such as recording over what is locked, changes nothing.
        if (await Record.ExceptionAsync(() => deed) is { } error and not (BrokenRule or ValidationException))
            throw new InvalidOperationException($"{step}", error);
    }

    private static async Task CommentAsync(TestDatabase database, Actor officer, Area area, string month, Step step)
    {
        var seen = (await new CommentaryForm(database).LoadAsync(officer, TestProgramme.Slug, "in-time", area.Id, Month.Parse(month), Never)).Current?.Id ?? 0;
        await new CommentOnValue(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Measure = "in-time", AreaId = area.Id, Month = month, Why = $"Snow {step.Part}.", Seen = seen, Submission = Guid.NewGuid() }, Never);
    }

    /// <summary>Everything that stood after the change: added up to it, and not ended by then. Without one, what stands now.</summary>
    private static async Task<string> KnownAsync(TestDatabase database, long? at)
    {
        await using var db = database.CreateDbContext();
        var values = await db.ObservationRevisions
            .Where(revision => at == null ? revision.SupersededIn == null : revision.RecordedIn <= at && (revision.SupersededIn == null || revision.SupersededIn > at))
            .OrderBy(revision => revision.ObservationId).ThenBy(revision => revision.Id)
            .Select(revision => $"{revision.Observation.AreaId} {revision.Observation.Month}: {revision.Kind} {revision.Numerator}/{revision.Denominator} {revision.Reason} {revision.Status} {revision.Number}").ToListAsync();
        var said = await db.Commentaries
            .Where(commentary => at == null ? commentary.EndedIn == null : commentary.AddedIn <= at && (commentary.EndedIn == null || commentary.EndedIn > at))
            .OrderBy(commentary => commentary.Id).Select(commentary => $"{commentary.AreaId} {commentary.Month}: {commentary.Why}").ToListAsync();
        var owner = await db.MeasureOwners
            .Where(one => at == null ? one.EndedIn == null : one.AddedIn <= at && (one.EndedIn == null || one.EndedIn > at))
            .Select(one => $"owned by {one.PersonId}").ToListAsync();
        Assert.InRange(owner.Count, 0, 1);
        return string.Join('\n', values.Concat(said).Concat(owner));
    }

    [Fact]
    public async Task What_was_known_at_a_moment_is_what_stood_then()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var stood = new Dictionary<long, string>();
        var deeds = new HashSet<Deed>();

        async Task LiveAsync(Step[] steps)
        {
            foreach (var step in steps)
            {
                await DoAsync(database, programme, step);
                await using var db = database.CreateDbContext();
                var last = await db.Changes.MaxAsync(change => change.Sequence);
                if (stood.TryAdd(last, await KnownAsync(database, null)))
                    deeds.Add(step.Deed);
            }
        }

        ForEvery.Case(Steps.ArrayOf(10), steps => LiveAsync(steps).GetAwaiter().GetResult(), 2);
        // One history that went on: what the first step left behind must still hold after the last.
        foreach (var (moment, then) in stood)
            Assert.Equal(then, await KnownAsync(database, moment));
        Assert.True(stood.Count > 5 && deeds.Count > 2, "Hardly anything happened.");
    }
}
