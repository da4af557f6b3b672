using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class MeasureRowTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static async Task<IReadOnlyList<MeasureRow>> LoadAsync(TestDatabase database, Actor actor)
    {
        await using var db = database.CreateDbContext();
        var programme = await db.EnterAsync(actor, TestProgramme.Slug, Permission.ReadPublished, Never);
        database.Statements.Clear();
        return await db.LoadMeasuresAsync(actor, programme, Never);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_measure_comes_with_its_months_and_its_targets_in_one_statement(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, April2010, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(42, 50));
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 8), RecordedValue.Counted(42, 50));
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2010, 1), RecordedValue.Counted(30, 50), PeriodType.YearToDate);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.North);
            db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, "paragraph 4", false, April2010, null, change)
                .WithSteps(TargetPath.Steps, new TargetStep(May2011, 80), new TargetStep(April2010, 60)).WithTolerance(5, ToleranceKind.Points));
            db.Add(new Target(programme.InTime, programme.North, TargetSetter.Local, null, null, false, April2010, null, change).WithSteps(TargetPath.Steps, new TargetStep(April2010, 70)));
        });

        var rows = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(1, database.Statements.Count);
        Assert.Equal(["in-time", "referrals"], rows.Select(row => row.Code));
        Assert.Equal((April2010, May2011, "Assessment"), (rows[0].First, rows[0].Last, rows[0].Theme));
        Assert.Null(rows[1].Last);
        Assert.Equal([(60m, 80m), (70m, 70m)], rows[0].Targets.Select(target => (target.Points[0].Value, target.Points[^1].Value)));
        Assert.Empty(rows[1].Targets);
    }

    [Fact]
    public async Task A_target_that_was_ended_is_gone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            var ended = new Target(programme.InTime, null, TargetSetter.Local, null, null, false, April2010, null, change).WithSteps(TargetPath.Steps, new TargetStep(April2010, 70));
            ended.End(change);
            db.Add(ended);
        });

        Assert.Empty((await LoadAsync(database, programme.As(Role.BoardMember)))[0].Targets);
    }

    [Fact]
    public async Task A_reader_knows_of_approved_months_of_the_whole_authority_only()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var approved = RecordedValue.Counted(42, 50) with { Status = ValueStatus.Approved };
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, approved);
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 4), RecordedValue.Counted(42, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, approved);

        Assert.Equal(April2010, (await LoadAsync(database, programme.As(Role.Reader)))[0].Last);
        Assert.Equal(May2011, (await LoadAsync(database, programme.As(Role.BoardMember)))[0].Last);
    }
}
