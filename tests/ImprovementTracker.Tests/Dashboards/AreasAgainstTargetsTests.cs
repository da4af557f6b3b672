using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

public class AreasAgainstTargetsTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static Task<AreasTable> LoadAsync(TestDatabase database, Actor actor, AreasChoice? choice = null) =>
        new AreasAgainstTargets(database).LoadAsync(actor, TestProgramme.Slug, choice ?? new(), Never);

    private static Task AskAsync(TestProgramme programme, TargetSetter setter, decimal level, Area? area = null, Measure? measure = null) => programme.ChangeAsync((db, change) =>
    {
        db.Attach(measure ?? programme.InTime);
        if (area is not null)
            db.Attach(area);
        db.Add(new Target(measure ?? programme.InTime, area, setter, null, null, false, April2010, null, change)
            .WithSteps(TargetPath.Steps, new TargetStep(April2010, level)).WithTolerance(5, ToleranceKind.Points));
    });

    [Theory, OnSqlite, OnSqlServer]
    public async Task Every_area_stands_beside_what_is_asked_of_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(34, 50));
        await AskAsync(programme, TargetSetter.DfeNotice, 80);

        var table = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal((May2011, TargetSetter.DfeNotice, true), (table.Month, table.SetBy, table.HasTargets));
        Assert.Equal([("Testshire", 0), ("North", 1), ("South", 1)], table.Areas.Select(area => (area.Name, area.Depth)));
        // 41 of 50 is 82%, 34 of 50 is 68%; together 75 of 100.
        var inTime = table.Measures[0];
        Assert.Equal(("Assessments in time", "80%", "Assessment"), (inTime.Name, inTime.Asked, inTime.Theme));
        Assert.Equal(
            [("75%", "75 of 100", TargetVerdict.WithinTolerance, "5 below"), ("82%", "41 of 50", TargetVerdict.Met, "2 above"), ("68%", "34 of 50", TargetVerdict.Missed, "12 below")],
            inTime.Cells.Select(cell => (cell.Text, cell.Counts, cell.Verdict, cell.Gap)));
        Assert.All(table.Measures[1].Cells, cell => Assert.Equal(("no value", "not recorded"), (cell.Text, cell.Gap)));
        Assert.Equal("In May 2011 one of two localities met the DfE notice's target for assessments in time. South did not: it is 12 points below.", table.Lead);
        Assert.Equal(["Up to 5 points short of it counts as within tolerance."], table.Tolerances);
    }

    [Fact]
    public async Task A_tolerance_is_said_with_the_areas_it_holds_for_and_not_of_a_target_that_decides_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await AskAsync(programme, TargetSetter.DfeNotice, 80, programme.North);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            // The one of April is overridden by the one of May, which has no tolerance.
            db.AddRange(new[] { (From: April2010, Tolerance: 9m), (From: new Month(2010, 5), Tolerance: 0m) }.Select(one => new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, one.From, null, change)
                .WithSteps(TargetPath.Steps, new TargetStep(one.From, 80)).WithTolerance(one.Tolerance, ToleranceKind.Points)));
        });
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));

        var table = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(["Assessments in time (North): Up to 5 points short of it counts as within tolerance."], table.Tolerances);
    }

    [Fact]
    public async Task A_value_recorded_is_there_at_the_next_load()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var record = new RecordMonth(database);
        RecordMonth.Input North(string numerator) => new()
        {
            Programme = TestProgramme.Slug,
            Measure = "in-time",
            Month = "2011-05",
            Lines = [new() { AreaId = programme.North.Id, Numerator = numerator, Denominator = "50" }],
        };

        await record.ExecuteAsync(programme.As(Role.PerformanceOfficer), North("40"), Never);
        var before = await LoadAsync(database, programme.As(Role.BoardMember));
        await record.ExecuteAsync(programme.As(Role.PerformanceOfficer), North("45"), Never);
        var after = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(("80%", "90%"), (before.Measures[0].Cells[1].Text, after.Measures[0].Cells[1].Text));
    }

    [Fact]
    public async Task A_figure_just_short_is_never_written_as_the_target()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(398, 500));
        await AskAsync(programme, TargetSetter.DfeNotice, 80);

        var north = (await LoadAsync(database, programme.As(Role.BoardMember))).Measures[0].Cells[1];

        // 398 of 500 is 79.6%.
        Assert.Equal(("79.6%", TargetVerdict.WithinTolerance, "0.4 below"), (north.Text, north.Verdict, north.Gap));
    }

    [Fact]
    public async Task An_area_with_a_target_of_its_own_is_held_to_that()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await AskAsync(programme, TargetSetter.Local, 80);
        await AskAsync(programme, TargetSetter.Local, 90, programme.North);

        var line = (await LoadAsync(database, programme.As(Role.BoardMember))).Measures[0];

        Assert.Equal(("80%", "90%", TargetVerdict.Missed, "8 below"), (line.Asked, line.Cells[1].OwnTarget, line.Cells[1].Verdict, line.Cells[1].Gap));
        Assert.Equal("", line.Cells[2].OwnTarget);
    }

    [Fact]
    public async Task Marks_say_what_must_be_known_of_a_figure()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(70, 100) with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50, isIllustrative: true));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(34, 50));
        await programme.RecordAsync(programme.Referrals, programme.North, May2011, RecordedValue.NotCaptured("The system was down."));

        var table = await LoadAsync(database, programme.As(Role.BoardMember));

        // The parts have 75 of 100.
        Assert.Equal([(true, false, false), (false, true, true), (false, true, false)], table.Measures[0].Cells.Select(cell => (cell.DiffersFromParts, cell.Marks.IsProvisional, cell.Marks.IsIllustrative)));
        Assert.Equal(("no value", "not captured", TargetVerdict.NoData), (table.Measures[1].Cells[1].Text, table.Measures[1].Cells[1].Gap, table.Measures[1].Cells[1].Verdict));
    }

    [Fact]
    public async Task Where_ofsted_set_no_target_the_figures_stand_with_a_helpful_sentence()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await AskAsync(programme, TargetSetter.DfeNotice, 80);

        var table = await LoadAsync(database, programme.As(Role.BoardMember), new(SetBy: TargetSetter.Ofsted));

        Assert.Equal((false, "Ofsted has set no numeric target here. See the judged areas and findings."), (table.HasTargets, table.Lead));
        Assert.Equal(("82%", TargetVerdict.NoTarget, ""), (table.Measures[0].Cells[1].Text, table.Measures[0].Cells[1].Verdict, table.Measures[0].Cells[1].Gap));
    }

    [Fact]
    public async Task The_first_setter_that_set_a_target_is_chosen_when_none_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        Assert.Equal((TargetSetter.DfeNotice, false), (await LoadAsync(database, programme.As(Role.BoardMember)) is var without ? (without.SetBy, without.HasTargets) : default));

        await AskAsync(programme, TargetSetter.Local, 80);

        Assert.Equal(TargetSetter.Local, (await LoadAsync(database, programme.As(Role.BoardMember))).SetBy);
    }

    [Fact]
    public async Task A_theme_narrows_the_measures_and_a_month_in_the_address_is_kept()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        Theme other = null!;
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(programme.Programme, programme.Referrals);
            other = new Theme(programme.Programme, "Front door", 2);
            programme.Referrals.Place(other, null, 2);
        });
        await programme.RecordAsync(programme.InTime, programme.North, April2010, RecordedValue.Counted(41, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(42, 50));

        var table = await LoadAsync(database, programme.As(Role.BoardMember), new(April2010, ThemeId: other.Id));

        Assert.Equal(["Referrals"], table.Measures.Select(measure => measure.Name));
        Assert.Equal([(programme.Theme.Id, "Assessment"), (other.Id, "Front door")], table.Themes.Select(theme => (theme.Id, theme.Name)));
        Assert.Equal(April2010, table.Month);
        Assert.Equal((14, May2011, April2010), (table.Months.Count, table.Months[0], table.Months[^1]));
    }

    [Theory]
    [InlineData("2011-08")]
    [InlineData("2999-12")]
    [InlineData("2009-12")]
    public async Task A_month_beyond_the_programmes_record_shows_the_last_one_recorded(string iso)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));

        // The programme began in January 2010, and the clock stands in July 2011.
        var table = await LoadAsync(database, programme.As(Role.BoardMember), new(Month.Parse(iso)));

        Assert.Equal((May2011, 1), (table.Month, table.Months.Count));
    }

    [Fact]
    public async Task An_area_that_had_closed_is_not_shown()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(programme.Whole, programme.South);
            programme.South.Describe("South", AreaKind.Locality, programme.Whole, new DateOnly(2009, 1, 1), new DateOnly(2010, 12, 31));
        });

        Assert.Equal(["Testshire", "North"], (await LoadAsync(database, programme.As(Role.BoardMember), new(May2011))).Areas.Select(area => area.Name));
        Assert.Equal(["Testshire", "North", "South"], (await LoadAsync(database, programme.As(Role.BoardMember), new(April2010))).Areas.Select(area => area.Name));
    }

    [Fact]
    public async Task A_programme_without_measures_is_empty_and_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) => db.RemoveRange(programme.InTime, programme.Referrals));

        var table = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal((true, "No measures are set up here yet."), (table.IsEmpty, table.Lead));
    }

    [Fact]
    public async Task A_reader_sees_the_whole_authoritys_approved_figures_with_small_numbers_withheld()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var approved = RecordedValue.Counted(76, 100) with { Status = ValueStatus.Approved };
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, approved);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, approved);
        await programme.RecordAsync(programme.Referrals, programme.Whole, May2011, RecordedValue.Counted(4, null) with { Status = ValueStatus.Approved });

        var table = await LoadAsync(database, programme.As(Role.Reader));

        Assert.Equal((true, 1), (table.IsWholeOnly, table.Areas.Count));
        Assert.Equal(("76%", "76 of 100"), (table.Measures[0].Cells[0].Text, table.Measures[0].Cells[0].Counts));
        Assert.Equal(("no value", "", "withheld"), (table.Measures[1].Cells[0].Text, table.Measures[1].Cells[0].Counts, table.Measures[1].Cells[0].Gap));
    }

    [Fact]
    public async Task What_is_not_approved_is_not_published()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));

        Assert.Equal("not published", (await LoadAsync(database, programme.As(Role.Reader), new(May2011))).Measures[0].Cells[0].Gap);
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, 3)]
    [InlineData(Role.ServiceDirector, 3)]
    [InlineData(Role.PerformanceOfficer, 3)]
    [InlineData(Role.ScrutinyOfficer, 3)]
    [InlineData(Role.BoardMember, 3)]
    [InlineData(Role.Reader, 1)]
    public async Task Each_role_sees_the_areas_that_are_for_it(Role role, int areas)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        Assert.Equal(areas, (await LoadAsync(database, programme.As(role))).Areas.Count);
    }

    [Fact]
    public async Task An_administrator_without_another_role_and_a_stranger_see_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(Role.Administrator)));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, Actor.Nobody));
    }

    [Fact]
    public async Task Three_statements_for_one_of_everything_and_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await AskAsync(programme, TargetSetter.DfeNotice, 80);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        var actor = programme.As(Role.BoardMember);
        database.Statements.Clear();
        await LoadAsync(database, actor);
        Assert.Equal(3, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        database.Statements.Clear();
        var table = await LoadAsync(database, actor);

        Assert.Equal(3, database.Statements.Count);
        Assert.Equal((102, 103), (table.Measures.Count, table.Areas.Count));
    }

    [Fact]
    public async Task Sql_server_could_read_every_statement()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await AskAsync(programme, TargetSetter.DfeNotice, 80);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));

        var statements = await SqlServerRehearsal.RunAsync(database, factory => new AreasAgainstTargets(factory).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, new(), Never));

        Assert.Equal(3, statements.Count);
    }
}
