using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

public class RunOfMonthsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    private static Task<RunTable> LoadAsync(TestDatabase database, Actor actor, RunChoice? choice = null) =>
        new RunOfMonths(database).LoadAsync(actor, TestProgramme.Slug, choice ?? new(), Never);

    private static async Task WithFiguresAsync(TestProgramme programme)
    {
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(34, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011.AddMonths(-1), RecordedValue.Counted(39, 50));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, new(2010, 4), null, change).WithSteps(TargetPath.Steps, new TargetStep(new(2010, 4), 80)));
        });
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Every_area_on_a_measure_month_by_month(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await WithFiguresAsync(programme);

        var table = await LoadAsync(database, programme.As(Role.BoardMember), new(Months: 6, MeasureCode: "in-time"));

        Assert.Equal((new Month(2010, 12), May2011, 6, "Assessments in time"), (table.Shown[0], table.Month, table.Shown.Count, table.Of));
        Assert.Equal(["Testshire", "North", "South"], table.Rows.Select(row => row.Name));
        // North: 39 and 41 of 50; Testshire: 75 of 100 in May, one of two in April.
        Assert.Equal([("78%", TargetVerdict.Missed), ("82%", TargetVerdict.Met)], table.Rows[1].Cells.TakeLast(2).Select(cell => (cell!.Text, cell.Verdict)));
        Assert.Equal([("no value", "1 of 2 reported"), ("75%", "5 below")], table.Rows[0].Cells.TakeLast(2).Select(cell => (cell!.Text, cell.Gap)));
        Assert.Equal("80%", table.Rows[1].Asked);
        Assert.Equal("Of the 4 figures of assessments in time from December 2010 to May 2011 that can be compared with the DfE notice's targets, one met its target.", table.Lead);
    }

    [Fact]
    public async Task A_month_that_was_asked_something_else_says_what_and_tolerances_are_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(39, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011.AddMonths(-1), RecordedValue.Counted(31, 50));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, new(2010, 4), null, change).WithSteps(TargetPath.Steps, new TargetStep(new(2010, 4), 60), new TargetStep(May2011, 80)).WithTolerance(5, ToleranceKind.Points));
        });

        var table = await LoadAsync(database, programme.As(Role.BoardMember), new(Months: 6, MeasureCode: "in-time"));

        // 62% in April against 60, 78% in May against 80 with 5 points of tolerance.
        Assert.Equal([TargetVerdict.Met, TargetVerdict.WithinTolerance], table.Rows[1].Cells.TakeLast(2).Select(cell => cell!.Verdict));
        Assert.Equal(("80%", "60%", ""), (table.Rows[1].Asked, table.Rows[1].AskedBefore[^2], table.Rows[1].AskedBefore[^1]));
        Assert.Equal(["Up to 5 points short of it counts as within tolerance."], table.Tolerances);
    }

    [Fact]
    public async Task Every_measure_of_an_area_month_by_month()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await WithFiguresAsync(programme);

        var north = await LoadAsync(database, programme.As(Role.BoardMember), new(AreaId: programme.North.Id));
        var whole = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(("North", 12, 2), (north.Of, north.Shown.Count, north.Rows.Count));
        Assert.Equal(["Assessments in time", "Referrals"], north.Rows.Select(row => row.Name));
        Assert.Equal("Of the 2 figures of North from June 2010 to May 2011 that can be compared with the DfE notice's targets, one met its target.", north.Lead);
        Assert.Equal(("Testshire", "75%"), (whole.Of, whole.Rows[0].Cells[^1]!.Text));
        Assert.Equal("The only figure of Testshire from June 2010 to May 2011 that can be compared with the DfE notice's targets did not meet its target.", whole.Lead);
    }

    [Fact]
    public async Task An_area_has_no_cell_for_the_months_in_which_it_was_not_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await WithFiguresAsync(programme);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(programme.Whole, programme.South);
            programme.South.Describe("South", AreaKind.Locality, programme.Whole, new DateOnly(2011, 4, 1), null);
        });

        var south = (await LoadAsync(database, programme.As(Role.BoardMember), new(Months: 6, MeasureCode: "in-time"))).Rows[2];

        Assert.Equal([true, true, true, true, false, false], south.Cells.Select(cell => cell is null));
    }

    [Fact]
    public async Task A_change_of_what_is_counted_within_the_run_is_said()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await WithFiguresAsync(programme);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            programme.InTime.Redefine(new(2011, 4), "Single assessments.", "single assessments in time", "single assessments", "Single assessments took over.", change);
        });

        Assert.Equal(["Assessments in time: counted differently before April 2011; the figures on the two sides are not comparable."], (await LoadAsync(database, programme.As(Role.BoardMember))).Breaks);
    }

    [Fact]
    public async Task A_reader_sees_the_whole_authoritys_approved_figures_and_no_other_area()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100) with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011.AddMonths(-1), RecordedValue.Counted(70, 100));

        var table = await LoadAsync(database, programme.As(Role.Reader), new(MeasureCode: "in-time"));

        Assert.Equal(["Testshire"], table.Rows.Select(row => row.Name));
        Assert.Equal([("no value", "not published"), ("76%", "")], table.Rows[0].Cells.TakeLast(2).Select(cell => (cell!.Text, cell.Gap)));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, programme.As(Role.Reader), new(AreaId: programme.North.Id)));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, programme.As(Role.Reader), new(MeasureCode: "nothing")));
    }

    [Fact]
    public async Task Four_statements_for_one_of_everything_and_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        database.Statements.Clear();
        await LoadAsync(database, programme.As(Role.BoardMember));
        Assert.Equal(4, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        database.Statements.Clear();
        var table = await LoadAsync(database, programme.As(Role.BoardMember), new(Months: 24));

        Assert.Equal((4, 102, 24), (database.Statements.Count, table.Rows.Count, table.Rows[0].Cells.Count));
    }

    [Fact]
    public void The_sentence_counts_targets_and_ranges_apart()
    {
        static string Say(params TargetVerdict[] verdicts) => RunSentence.Of("North", new(2010, 12), May2011, TargetSetter.Local, verdicts);

        Assert.Equal("No figure of North from December 2010 to May 2011 can be compared with the local targets.", Say(TargetVerdict.NoData, TargetVerdict.NoTarget));
        Assert.Equal("Of the 2 figures of North from December 2010 to May 2011 that can be compared with the local targets, all met their targets. Of the 2 with an expected range, one lay within it.", Say(TargetVerdict.Met, TargetVerdict.Met, TargetVerdict.WithinRange, TargetVerdict.BelowRange));
        Assert.Equal("Of the 2 figures of North from December 2010 to May 2011 that can be compared with the local targets, none lay within its expected range.", Say(TargetVerdict.AboveRange, TargetVerdict.BelowRange));
        Assert.Equal("The only figure of North from December 2010 to May 2011 that can be compared with the local targets met its target. The only one with an expected range lay outside it.", Say(TargetVerdict.Met, TargetVerdict.AboveRange));
    }
}
