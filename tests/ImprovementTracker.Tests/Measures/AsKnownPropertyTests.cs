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

    private sealed record Step(Deed Deed, int Month, bool IsWhole, int Part, int All);

    private static readonly Gen<Step> Steps =
        from deed in Gen.Elements(Enum.GetValues<Deed>())
        from month in Gen.Choose(4, 5)
        from isWhole in Gen.Elements(true, false)
        from all in Gen.Choose(1, 500)
        from part in Gen.Choose(0, all)
        select new Step(deed, month, isWhole, part, all);

    private static async Task DoAsync(TestDatabase database, TestProgramme programme, Step step)
    {
        var month = new Month(2011, step.Month).ToIso();
        var (officer, manager, area) = (programme.As(Role.PerformanceOfficer), programme.As(Role.ProgrammeManager), step.IsWhole ? programme.Whole : programme.North);
        RecordMonth.Input Figures(RecordMonth.Line line) => new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = month, Lines = [line] };
        Task deed = step.Deed switch
        {
            Deed.Record or Deed.RecordAgain => new RecordMonth(database).ExecuteAsync(officer, Figures(new() { AreaId = area.Id, Numerator = $"{step.Part}", Denominator = $"{step.All}", Reason = "Counted again." }), Never),
            Deed.NotCaptured => new RecordMonth(database).ExecuteAsync(officer, Figures(new() { AreaId = area.Id, NotCaptured = true, Reason = $"Lost {step.Part}." }), Never),
            Deed.Approve => new ApproveMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = month, Seen = long.MaxValue }, Never),
            Deed.Unlock => new UnlockMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = month, Reason = "Late entries." }, Never),
            Deed.Comment => CommentAsync(database, officer, area, month, step),
            Deed.HandOver => new GiveMeasures(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Measures = ["in-time"], OwnerId = step.Part % 3 == 0 ? GiveMeasures.Input.Nobody : programme[step.IsWhole ? Role.ServiceDirector : Role.BoardMember].Id }, Never),
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

    /// <summary>What stands now: the figures as a member of the board and as a reader see them, what is said of them and who answers for them.</summary>
    private static async Task<string> StandsAsync(TestDatabase database, TestProgramme programme)
    {
        await using var db = database.CreateDbContext();
        var id = programme.Programme.Id;
        return await TextAsync(db.RevisionsVisibleTo(programme.As(Role.BoardMember), id), db.RevisionsVisibleTo(programme.As(Role.Reader), id),
            db.Commentaries.Where(commentary => commentary.EndedIn == null), db.MeasureOwners.Where(one => one.EndedIn == null));
    }

    /// <summary>The same as it was known at a moment, by the rules that the pages read by.</summary>
    private static async Task<string> KnownAsync(TestDatabase database, TestProgramme programme, long moment)
    {
        await using var db = database.CreateDbContext();
        var id = programme.Programme.Id;
        return await TextAsync(db.RevisionsVisibleTo(programme.As(Role.BoardMember), id, moment), db.RevisionsVisibleTo(programme.As(Role.Reader), id, moment),
            db.Commentaries.KnownAt(moment), db.MeasureOwners.KnownAt(moment));
    }

    private static async Task<string> TextAsync(IQueryable<ObservationRevision> seen, IQueryable<ObservationRevision> published, IQueryable<Commentary> said, IQueryable<MeasureOwner> owners)
    {
        static Task<List<string>> FiguresAsync(IQueryable<ObservationRevision> revisions) => revisions.OrderBy(revision => revision.ObservationId).ThenBy(revision => revision.Id)
            .Select(revision => $"{revision.Observation.AreaId} {revision.Observation.Month}: {revision.Kind} {revision.Numerator}/{revision.Denominator} {revision.Reason} {revision.Status} {revision.Number}").ToListAsync();
        var owner = await owners.Select(one => $"owned by {one.PersonId}").ToListAsync();
        Assert.InRange(owner.Count, 0, 1);
        return string.Join('\n', [.. await FiguresAsync(seen), "published:", .. await FiguresAsync(published), .. await said.OrderBy(commentary => commentary.Id).Select(commentary => $"{commentary.AreaId} {commentary.Month}: {commentary.Why}").ToListAsync(), .. owner]);
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
                if (stood.TryAdd(last, await StandsAsync(database, programme)))
                    deeds.Add(step.Deed);
            }
        }

        ForEvery.Case(Steps.ArrayOf(10), steps => LiveAsync(steps).GetAwaiter().GetResult(), 4);
        // One history that went on: what the first step left behind must still hold after the last.
        foreach (var (moment, then) in stood)
            Assert.Equal(then, await KnownAsync(database, programme, moment));
        Assert.True(stood.Values.Distinct().Count() > 5 && deeds.Count > 2, "Hardly anything happened.");
    }
}
