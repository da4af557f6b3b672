using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Dashboards;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class MonthGridTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    private static Task<MonthGrid.Shown> LoadAsync(TestDatabase database, Actor actor, GridChoice? choice = null) =>
        new MonthGrid(database).LoadAsync(actor, TestProgramme.Slug, choice ?? new GridChoice(May2011), Never);

    private static MonthGrid.Cell Find(MonthGrid.Shown grid, string measure, string area) =>
        grid.Groups.SelectMany(group => group.Rows).Single(row => row.Measure.Code == measure).Cells.Single(cell => cell.Area.Name == area);

    [Fact]
    public async Task Each_cell_has_what_is_recorded_and_what_was_the_month_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 4), RecordedValue.Counted(30, 40));
        await programme.RecordAsync(programme.InTime, programme.South, new Month(2011, 4), RecordedValue.Counted(15, 60));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.NotCaptured("The system was down."));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Stated(76, new SourceDocument(programme.Programme, "Scrutiny report", "The council", null), "3"));
        await programme.RecordAsync(programme.Referrals, programme.North, May2011, RecordedValue.Counted(1598, null) with { Status = ValueStatus.Approved });

        var grid = await LoadAsync(database, officer);

        Assert.Equal(["Testshire", "North", "South"], grid.Areas.Select(area => area.Name));
        var north = Find(grid, "in-time", "North");
        Assert.Equal((null, 0, "", "75% (30 of 40), provisional"), (north.Typed.Numerator, north.Typed.Seen, north.Now, north.Before));
        var south = Find(grid, "in-time", "South");
        Assert.Equal((true, "The system was down.", 1), (south.Typed.NotCaptured, south.Typed.Reason, south.Typed.Seen));
        var whole = Find(grid, "in-time", "Testshire");
        // 30 and 15 of 40 and 60.
        Assert.Equal((null, "76% as stated", "45% (45 of 100), provisional"), (whole.Typed.Numerator, whole.Stated, whole.Before));
        var referrals = Find(grid, "referrals", "North");
        Assert.Equal(("1,598", true, "1,598, approved, by test on 1 July 2011 at 13:00"), (referrals.Typed.Numerator, referrals.IsLocked, referrals.Now));
    }

    [Fact]
    public async Task The_usual_range_is_worked_out_also_for_an_area_that_is_the_sum_of_its_parts()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        for (var back = 1; back <= 12; back++)
        {
            // Together 98 and 102 of 200 in turn, 49% and 51%: 50 and 2.66 times 2 either way.
            await programme.RecordAsync(programme.InTime, programme.North, May2011.AddMonths(-back), RecordedValue.Counted(back % 2 == 0 ? 58 : 62, 100));
            await programme.RecordAsync(programme.InTime, programme.South, May2011.AddMonths(-back), RecordedValue.Counted(40, 100));
        }

        var grid = await LoadAsync(database, programme.As(Role.PerformanceOfficer));

        Assert.Equal(new UsualRange(44.68m, 55.32m), Find(grid, "in-time", "Testshire").Usual);
        Assert.Equal(new UsualRange(40, 40), Find(grid, "in-time", "South").Usual);
        Assert.Null(Find(grid, "referrals", "North").Usual);
    }

    [Fact]
    public async Task It_opens_with_the_last_month_that_has_ended_and_leaves_out_what_is_no_longer_there()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(programme.Whole, programme.South, programme.Referrals);
            programme.South.Describe("South", AreaKind.Locality, programme.Whole, new DateOnly(2009, 1, 1), new DateOnly(2011, 5, 31));
            programme.Referrals.Retire(May2011);
        });

        // The clock stands on 1 July 2011; the programme began in January 2010.
        var june = await LoadAsync(database, officer, new GridChoice());
        Assert.Equal((new Month(2011, 6), new Month(2011, 7), new Month(2010, 1)), (june.Month, june.Months[0], june.Months[^1]));
        Assert.Equal(["Testshire", "North"], june.Areas.Select(area => area.Name));
        Assert.Equal(["in-time"], june.Groups.SelectMany(group => group.Rows).Select(row => row.Measure.Code));
        Assert.Equal((3, 2), (await LoadAsync(database, officer)) is var may ? (may.Areas.Count, may.Groups[0].Rows.Count) : default);
        Assert.Equal(new Month(2011, 6), (await LoadAsync(database, officer, new GridChoice(new Month(2012, 1)))).Month);
        database.Clock.Utc = new DateTime(2011, 7, 31, 12, 0, 0, DateTimeKind.Utc);
        Assert.Equal(new Month(2011, 7), (await LoadAsync(database, officer, new GridChoice())).Month);
    }

    [Fact]
    public async Task A_large_programme_opens_with_its_first_theme_and_others_by_choice()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await ManyOfEverything.AddAsync(programme);
        await programme.ChangeAsync((db, _) =>
        {
            db.Attach(programme.Programme);
            db.Attach(programme.Referrals);
            programme.Referrals.Place(null, null, 1);
            db.Entry(programme.Referrals).Property("ThemeId").CurrentValue = null;
        });

        // 102 measures in 103 areas are more than can be typed at once.
        var first = await LoadAsync(database, officer);
        Assert.Equal((programme.Theme.Id, 101), (first.ThemeId!.Value, first.Groups.Single().Rows.Count));
        Assert.Equal(["Assessment", "Without a theme"], first.Themes.Select(theme => theme.Name));
        Assert.Equal("referrals", (await LoadAsync(database, officer, new GridChoice(May2011, ThemeId: 0))).Groups.Single().Rows.Single().Measure.Code);
        Assert.Equal((null, 2), (await LoadAsync(database, officer, new GridChoice(May2011, All: true))) is var all ? (all.ThemeId, all.Groups.Count) : default);
    }

    [Fact]
    public async Task As_many_statements_for_one_of_everything_as_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        database.Statements.Clear();
        await LoadAsync(database, officer);
        Assert.Equal(9, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        database.Statements.Clear();
        await LoadAsync(database, officer, new GridChoice(May2011, All: true));
        Assert.Equal(9, database.Statements.Count);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_was_typed_and_not_saved_is_offered_again_to_the_same_person_and_to_nobody_else(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var (officer, manager) = (programme.As(Role.PerformanceOfficer), programme.As(Role.ProgrammeManager));
        var keep = new KeepMonthDraft(database);
        KeepMonthDraft.Input Typed(params RecordGrid.Cell[] cells) => new() { Programme = TestProgramme.Slug, Month = "2011-05", Cells = [.. cells] };

        await keep.ExecuteAsync(officer, Typed(new RecordGrid.Cell { Measure = "in-time", AreaId = programme.North.Id, Numerator = "4", Seen = 0 }), Never);
        database.Clock.Utc = database.Clock.Utc.AddMinutes(2);
        await keep.ExecuteAsync(officer, Typed(
            new RecordGrid.Cell { Measure = "in-time", AreaId = programme.North.Id, Numerator = "forty", Denominator = "50", Seen = 0 },
            new RecordGrid.Cell { Measure = "referrals", AreaId = programme.South.Id, NotCaptured = true, Reason = "Down", Seen = 2 }), Never);

        var draft = (await LoadAsync(database, officer)).Draft!;
        Assert.Equal(new DateTime(2011, 7, 1, 12, 2, 0), draft.KeptAt);
        Assert.Equal(
            [("in-time", programme.North.Id, "forty", "50", false, null, 0), ("referrals", programme.South.Id, null, null, true, "Down", 2)],
            draft.Cells.Select(cell => (cell.Measure, cell.AreaId, cell.Numerator, cell.Denominator, cell.NotCaptured, cell.Reason, cell.Seen!.Value)));
        Assert.Null((await LoadAsync(database, manager)).Draft);
        Assert.Null((await LoadAsync(database, officer, new GridChoice(new Month(2011, 4)))).Draft);

        await keep.ExecuteAsync(officer, Typed(), Never);
        Assert.Null((await LoadAsync(database, officer)).Draft);
    }

    [Fact]
    public async Task A_cell_that_holds_a_book_is_not_kept()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        Task KeepAsync(string numerator, string reason) => new KeepMonthDraft(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new()
        {
            Programme = TestProgramme.Slug,
            Month = "2011-05",
            Cells = [new RecordGrid.Cell { Measure = "in-time", AreaId = programme.South.Id, Numerator = "4" }, new RecordGrid.Cell { Measure = "in-time", AreaId = programme.North.Id, Numerator = numerator, Reason = reason }],
        }, Never);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => KeepAsync(new string('1', 201), new string('a', 1001)));
        Assert.Equal(
            [("Cells[1].Numerator", $"This is longer than the 200 characters that are kept. {WholeNumber.Advice}"),
             ("Cells[1].Reason", "This reason is longer than the 1,000 characters that are kept. Shorten it to 500, which is as much as can be recorded.")],
            refused.Errors.Select(error => (error.PropertyName, error.ErrorMessage)));
        await KeepAsync(new string('1', 200), new string('a', 1000));
        Assert.Equal(2, (await LoadAsync(database, programme.As(Role.PerformanceOfficer))).Draft!.Cells.Count);
    }

    [Fact]
    public async Task What_the_month_before_showed_says_whether_it_was_revised()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        async Task RecordAsync(string numerator) => await new RecordMonth(database).ExecuteAsync(officer,
            new() { Programme = TestProgramme.Slug, Measure = "referrals", Month = "2011-04", Lines = [new() { AreaId = programme.North.Id, Numerator = numerator }] }, Never);
        await RecordAsync("12");
        await RecordAsync("13");
        await new ApproveMonth(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Month = "2011-04", Seen = long.MaxValue }, Never);
        await programme.RecordAsync(programme.Referrals, programme.South, new Month(2011, 4), RecordedValue.Counted(7, null, isIllustrative: true) with { Status = ValueStatus.Approved });

        var grid = await LoadAsync(database, officer);

        Assert.Equal(["20, revised, illustrative", "13, revised", "7, illustrative"], grid.Groups.Single().Rows[1].Cells.Select(cell => cell.Before));
    }
}
