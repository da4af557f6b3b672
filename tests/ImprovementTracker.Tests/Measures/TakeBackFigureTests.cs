using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

/// <summary>A figure from a document that was entered wrongly goes, and what was said of it stays; each step asks another person where a month's figures would.</summary>
public class TakeBackFigureTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);
    private const string Wrong = "It is the figure of another county.";

    private static Task<int> StateAsync(TestDatabase database, TestProgramme programme, PeriodType period = PeriodType.NotSaid, string month = "2011-05") =>
        new StateFigure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new()
        {
            Programme = TestProgramme.Slug,
            Measure = "in-time",
            AreaId = programme.Whole.Id,
            Period = period,
            Month = month,
            Printed = "84%",
            Source = new() { New = new() { Title = "Newspaper", Publisher = "The Post" } },
            InPlaceOfSum = true,
        }, Never);

    private static Task<int> TakeBackAsync(TestDatabase database, TestProgramme programme, int id, int seen, string? reason = Wrong) =>
        new TakeBackFigure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new() { Programme = TestProgramme.Slug, Measure = "in-time", Id = id, Seen = seen, Reason = reason }, Never);

    private static Task<int> ApproveAsync(TestDatabase database, TestProgramme programme, int id, int seen, Role role = Role.ProgrammeManager) =>
        new ApproveFigure(database).ExecuteAsync(programme.As(role), new() { Programme = TestProgramme.Slug, Measure = "in-time", Id = id, Seen = seen }, Never);

    private static Task<int> UnlockAsync(TestDatabase database, TestProgramme programme, int id, int seen, string? reason = "It may be another county's.", Role role = Role.ProgrammeManager) =>
        new UnlockFigure(database).ExecuteAsync(programme.As(role), new() { Programme = TestProgramme.Slug, Measure = "in-time", Id = id, Seen = seen, Reason = reason }, Never);

    private static Task<MeasureSheet> PageAsync(TestDatabase database, TestProgramme programme, Role role = Role.BoardMember, Month? month = null) =>
        new MeasurePage(database).LoadAsync(programme.As(role), TestProgramme.Slug, "in-time", new(month), Never);

    [Theory, OnSqlite, OnSqlServer]
    public async Task Readers_see_an_approved_figure_until_another_person_has_approved_that_it_is_taken_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        async Task<(int Board, int Reader)> SeenAsync() => ((await PageAsync(database, programme)).Elsewhere.Count, (await PageAsync(database, programme, Role.Reader)).Elsewhere.Count);
        var id = await StateAsync(database, programme);
        Assert.Equal((1, 0), await SeenAsync());

        await Assert.ThrowsAsync<NotAllowed>(() => ApproveAsync(database, programme, id, 1, Role.PerformanceOfficer));
        await ApproveAsync(database, programme, id, 1);
        Assert.Equal((1, 1), await SeenAsync());
        Assert.Equal("This value is approved and locked: unlock it first.", (await Assert.ThrowsAsync<BrokenRule>(() => TakeBackAsync(database, programme, id, 2))).Message);
        Assert.Equal("This figure is approved already.", (await Assert.ThrowsAsync<BrokenRule>(() => ApproveAsync(database, programme, id, 2))).Message);

        await Assert.ThrowsAsync<NotAllowed>(() => UnlockAsync(database, programme, id, 2, role: Role.PerformanceOfficer));
        await Assert.ThrowsAsync<ValidationException>(() => UnlockAsync(database, programme, id, 2, " "));
        await UnlockAsync(database, programme, id, 2);
        await Assert.ThrowsAsync<ValidationException>(() => TakeBackAsync(database, programme, id, 3, ""));
        Assert.StartsWith("Somebody else changed this figure", (await Assert.ThrowsAsync<BrokenRule>(() => TakeBackAsync(database, programme, id, 2))).Message, StringComparison.Ordinal);
        await TakeBackAsync(database, programme, id, 3);
        Assert.Equal((0, 1), await SeenAsync());
        await ApproveAsync(database, programme, id, 4);
        Assert.Equal((0, 0), await SeenAsync());

        var figure = (await new StatedFigures(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "in-time", id, Never)).Chosen!;
        Assert.Equal(["taken back", "taken back", "84%", "84%", "84%"], figure.Said.Select(said => said.Text));
        Assert.Equal([Wrong, Wrong, "unlocked: It may be another county's.", null, null], figure.Said.Select(said => said.Reason));
        Assert.Equal("This figure was taken back. Enter it anew if it is right after all.", (await Assert.ThrowsAsync<BrokenRule>(() => TakeBackAsync(database, programme, id, 5))).Message);
        Assert.Equal("This figure is not locked.", (await Assert.ThrowsAsync<BrokenRule>(() => UnlockAsync(database, programme, id, 5))).Message);
    }

    [Fact]
    public async Task The_sum_of_the_parts_is_shown_again_and_says_that_another_figure_stood_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(30, 50) with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(20, 50) with { Status = ValueStatus.Approved });
        var id = await StateAsync(database, programme, PeriodType.InMonth);
        Assert.Equal(84m, (await PageAsync(database, programme)).Lines[^1].Figure.Figure);

        await TakeBackAsync(database, programme, id, 1);

        var figure = (await PageAsync(database, programme)).Lines[^1].Figure;
        Assert.Equal((50m, "sum of 2 areas", "revised"), (figure.Figure, figure.Source, figure.ShownMarks.InWords));
        Assert.Null(figure.Own);
    }

    [Fact]
    public async Task A_month_that_only_a_figure_taken_back_had_is_no_month_of_the_record_any_more()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 4), RecordedValue.Counted(30, 50));
        var id = await StateAsync(database, programme, PeriodType.InMonth, "2011-06");
        Assert.Equal(new Month(2011, 6), (await PageAsync(database, programme)).Month);

        await TakeBackAsync(database, programme, id, 1);

        Assert.Equal(new Month(2011, 4), (await PageAsync(database, programme)).Month);
        var states = (await new MonthStates(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, null, Never)).Months.ToDictionary(state => state.Month);
        var june = states[new Month(2011, 6)];
        // It still waits for somebody to approve that it is gone.
        Assert.Equal((0, 0, 1, 0), (june.Recorded, june.NotCaptured, june.Provisional, june.Approved));
        var export = await new FigureExport(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, new(), Never);
        Assert.Equal([new Month(2011, 4)], export.Months);
    }

    [Fact]
    public async Task It_is_approved_with_its_month_and_counts_may_be_recorded_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await StateAsync(database, programme, PeriodType.InMonth);
        await TakeBackAsync(database, programme, id, 1);
        var manager = programme.As(Role.ProgrammeManager);

        var sheet = await new MonthToApprove(database).LoadAsync(manager, TestProgramme.Slug, May2011, Never);
        Assert.Equal(["Testshire: taken back: It is the figure of another county."], sheet.Measures.Single().ToLookAt);
        Assert.Equal(1, await new ApproveMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = "2011-05", Seen = sheet.Seen }, Never));
        Assert.Empty((await new MonthToApprove(database).LoadAsync(manager, TestProgramme.Slug, May2011, Never)).Measures);
        await Assert.ThrowsAsync<BrokenRule>(() => new UnlockMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Month = "2011-05", Reason = "Why not." }, Never));
        var cell = (await new MonthGrid(database).LoadAsync(manager, TestProgramme.Slug, new(May2011), Never)).Groups.Single().Rows[0].Cells[0];
        Assert.Equal((false, ""), (cell.IsLocked, cell.Stated));

        var recorded = await new RecordMonth(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = "2011-05", Lines = [new() { AreaId = programme.Whole.Id, Numerator = "40", Denominator = "50", Seen = cell.Typed.Seen }] }, Never);

        Assert.Equal(1, recorded);
        Assert.Equal((80m, "provisional, revised"), (await PageAsync(database, programme)).Lines[^1].Figure is var figure ? (figure.Figure, figure.ShownMarks.InWords) : default);
    }
}
