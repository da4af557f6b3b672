using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class ApproveMonthTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May = new(2011, 5);

    private static ApproveMonth.Input Approve(long seen = long.MaxValue, string? measure = null) => new() { Programme = TestProgramme.Slug, Month = "2011-05", Measure = measure, Seen = seen };

    private static UnlockMonth.Input Unlock(string? reason = "A late return from North.") => new() { Programme = TestProgramme.Slug, Month = "2011-05", Reason = reason };

    /// <summary>40 of 50 in North and 30 of 50 in South for May 2011, entered by the performance officer.</summary>
    private static async Task<TestProgramme> WithMayAsync(TestDatabase database)
    {
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(database, programme.As(Role.PerformanceOfficer), new() { AreaId = programme.North.Id, Numerator = "40", Denominator = "50" }, new() { AreaId = programme.South.Id, Numerator = "30", Denominator = "50" });
        return programme;
    }

    private static Task<int> RecordAsync(TestDatabase database, Actor actor, params RecordMonth.Line[] lines) =>
        new RecordMonth(database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = "2011-05", Lines = [.. lines] }, Never);

    private static async Task<List<(string Area, int Number, ValueStatus Status, long? Numerator, string? Reason)>> CurrentAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var rows = await db.ObservationRevisions.Where(revision => revision.SupersededIn == null).OrderBy(revision => revision.Observation.Area.Name)
            .Select(revision => new { revision.Observation.Area.Name, revision.Number, revision.Status, revision.Numerator, Reason = revision.StatusReason ?? revision.Reason }).ToListAsync();
        return [.. rows.Select(row => (row.Name, row.Number, row.Status, row.Numerator, row.Reason))];
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Another_person_approves_a_month_and_each_figure_keeps_its_number(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await WithMayAsync(database);

        var approved = await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approve(), Never);

        Assert.Equal(2, approved);
        Assert.Equal([("North", 2, ValueStatus.Approved, 40, null), ("South", 2, ValueStatus.Approved, 30, null)], await CurrentAsync(database));
        await using var db = database.CreateDbContext();
        Assert.DoesNotContain(true, await db.ObservationRevisions.Select(revision => revision.IsRevised).ToListAsync());
        Assert.Equal("approved May 2011: 2 figures", (await db.Changes.OrderBy(change => change.Sequence).LastAsync()).What);
    }

    [Fact]
    public async Task Nobody_approves_what_they_entered_not_even_after_it_was_unlocked()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await WithMayAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);

        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new ApproveMonth(database).ExecuteAsync(officer, Approve(), Never));
        Assert.Equal("Another person than the one who entered these figures must approve them.", refused.Message);

        await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approve(), Never);
        await new UnlockMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Unlock(), Never);
        await Assert.ThrowsAsync<BrokenRule>(() => new ApproveMonth(database).ExecuteAsync(officer, Approve(), Never));

        Assert.All(await CurrentAsync(database), one => Assert.Equal((ValueStatus.Provisional, "A late return from North."), (one.Status, one.Reason)));
        Assert.Equal(2, await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approve(), Never));
    }

    [Fact]
    public async Task Of_figures_that_two_people_entered_each_may_approve_the_others()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await WithMayAsync(database);
        await RecordAsync(database, programme.As(Role.ProgrammeManager), new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "42", Denominator = "50" });

        Assert.Equal(1, await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approve(), Never));
        Assert.Equal([("North", 2, ValueStatus.Provisional, 42, null), ("South", 2, ValueStatus.Approved, 30, null)], await CurrentAsync(database));

        Assert.Equal(1, await new ApproveMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Approve(), Never));
        Assert.All(await CurrentAsync(database), one => Assert.Equal(ValueStatus.Approved, one.Status));
    }

    [Fact]
    public async Task What_was_recorded_after_the_approver_looked_stays_provisional()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await WithMayAsync(database);
        var opened = await new MonthToApprove(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, May, Never);
        await RecordAsync(database, programme.As(Role.PerformanceOfficer), new RecordMonth.Line { AreaId = programme.North.Id, Numerator = "12", Denominator = "50" });

        await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approve(opened.Seen), Never);

        Assert.Equal([("North", 2, ValueStatus.Provisional, 12, null), ("South", 2, ValueStatus.Approved, 30, null)], await CurrentAsync(database));
        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approve(opened.Seen), Never));
        Assert.Equal("The figures of May 2011 were recorded after you opened this page. Look at them and approve them then.", refused.Message);
    }

    [Fact]
    public async Task Why_figures_were_unlocked_is_read_by_those_who_approve_them_anew_and_stands_in_the_history()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await WithMayAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        await new ApproveMonth(database).ExecuteAsync(manager, Approve(), Never);
        await new UnlockMonth(database).ExecuteAsync(manager, Unlock(), Never);

        var line = Assert.Single((await new MonthToApprove(database).LoadAsync(manager, TestProgramme.Slug, May, Never)).Measures);
        Assert.Equal(["North was unlocked: A late return from North.", "South was unlocked: A late return from North."], line.ToLookAt);
        Assert.Equal(2, line.Waiting);
        var history = (await new MeasurePage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "in-time", new(May, AreaId: programme.North.Id, History: true), Never)).Revisions!;
        Assert.Equal([("unlocked: A late return from North.", ValueStatus.Provisional), (null, ValueStatus.Approved), (null, ValueStatus.Provisional)], history.Select(one => (one.Reason, one.Status)));

        // Whoever entered a figure may not approve it: nothing waits for them.
        Assert.Equal(0, Assert.Single((await new MonthToApprove(database).LoadAsync(programme.As(Role.PerformanceOfficer), TestProgramme.Slug, May, Never)).Measures).Waiting);
    }

    [Fact]
    public async Task Readers_go_on_seeing_what_was_approved_while_a_month_is_unlocked()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(database, programme.As(Role.PerformanceOfficer), new RecordMonth.Line { AreaId = programme.Whole.Id, Numerator = "76", Denominator = "100" });
        await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approve(), Never);

        await new UnlockMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Unlock(), Never);
        await RecordAsync(database, programme.As(Role.PerformanceOfficer), new RecordMonth.Line { AreaId = programme.Whole.Id, Numerator = "70", Denominator = "100" });

        async Task<decimal?> SeenByAsync(Role role)
        {
            var sheet = await new MeasurePage(database).LoadAsync(programme.As(role), TestProgramme.Slug, "in-time", new(May), Never);
            return sheet.Lines[^1].Figure.Figure;
        }
        Assert.Equal((76m, 70m), (await SeenByAsync(Role.Reader), await SeenByAsync(Role.BoardMember)));
    }

    [Fact]
    public async Task One_measure_can_be_approved_alone_and_a_form_sent_twice_acts_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await WithMayAsync(database);
        await new RecordMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = "referrals", Month = "2011-05", Lines = [new() { AreaId = programme.Whole.Id, Numerator = "600" }] }, Never);
        var form = Approve(measure: "referrals");

        Assert.Equal(1, await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form, Never));
        Assert.Equal(1, await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form, Never));

        Assert.Equal([ValueStatus.Provisional, ValueStatus.Provisional, ValueStatus.Approved], (await CurrentAsync(database)).Select(one => one.Status));
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Those_who_keep_no_figures_neither_approve_nor_unlock(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await WithMayAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => new ApproveMonth(database).ExecuteAsync(programme.As(role), Approve(), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new UnlockMonth(database).ExecuteAsync(programme.As(role), Unlock(), Never));
    }

    [Fact]
    public async Task Unlocking_needs_a_reason_something_locked_and_another_person()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await WithMayAsync(database);
        var manager = programme.As(Role.ProgrammeManager);

        Assert.Equal("No figure of May 2011 is locked. Load the page again to see how the month stands.",
            (await Assert.ThrowsAsync<BrokenRule>(() => new UnlockMonth(database).ExecuteAsync(manager, Unlock(), Never))).Message);
        await new ApproveMonth(database).ExecuteAsync(manager, Approve(), Never);
        Assert.Equal("Say why approved figures must change.", (await Assert.ThrowsAsync<ValidationException>(() => new UnlockMonth(database).ExecuteAsync(manager, Unlock(" "), Never))).Errors.Single().ErrorMessage);
        Assert.Equal("Another person than the one who entered these figures must unlock them.",
            (await Assert.ThrowsAsync<BrokenRule>(() => new UnlockMonth(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Unlock(), Never))).Message);
    }

    [Fact]
    public async Task Why_a_value_was_not_captured_stays_when_it_is_unlocked_for_another_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(database, programme.As(Role.PerformanceOfficer), new RecordMonth.Line { AreaId = programme.North.Id, NotCaptured = true, Reason = "The system was down." });
        var manager = programme.As(Role.ProgrammeManager);
        await new ApproveMonth(database).ExecuteAsync(manager, Approve(), Never);
        await new UnlockMonth(database).ExecuteAsync(manager, Unlock(), Never);
        await new ApproveMonth(database).ExecuteAsync(manager, Approve(), Never);

        await using var db = database.CreateDbContext();
        var revisions = await db.ObservationRevisions.OrderBy(revision => revision.Number).Select(revision => new { revision.Reason, revision.StatusReason }).ToListAsync();
        Assert.All(revisions, revision => Assert.Equal("The system was down.", revision.Reason));
        Assert.Equal([null, null, "A late return from North.", null], revisions.Select(revision => revision.StatusReason));
    }

    [Fact]
    public async Task A_figure_of_another_kind_of_period_is_not_approved_with_the_month()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await WithMayAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May, RecordedValue.Counted(84, 100), PeriodType.NotSaid);

        Assert.Equal(2, await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Approve(), Never));
    }
}
