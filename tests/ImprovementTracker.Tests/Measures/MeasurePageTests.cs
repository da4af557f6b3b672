using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Dashboards;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class MeasurePageTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month April2010 = new(2010, 4);
    private static readonly Month March2011 = new(2011, 3);
    private static readonly Month April2011 = new(2011, 4);
    private static readonly Month May2011 = new(2011, 5);

    private static Task<MeasureSheet> LoadAsync(TestDatabase database, Actor actor, MeasureChoice? choice = null, string code = "in-time") =>
        new MeasurePage(database).LoadAsync(actor, TestProgramme.Slug, code, choice ?? new(), Never);

    private static Task AskAsync(TestProgramme programme, TargetSetter setter, SourceDocument? source, params (Month Month, decimal Level)[] steps) => programme.ChangeAsync((db, change) =>
    {
        db.Attach(programme.InTime);
        db.Add(new Target(programme.InTime, null, setter, source, source is null ? null : "paragraph 4", false, steps[0].Month, null, change)
            .WithSteps(TargetPath.Steps, steps.Select(step => new TargetStep(step.Month, step.Level))).WithTolerance(5, ToleranceKind.Points));
    });

    private static RecordedValue Stated(TestProgramme programme, decimal printed) =>
        RecordedValue.Stated(printed, new SourceDocument(programme.Programme, "Scrutiny report", "Nottinghamshire County Council", null), "paragraph 3");

    [Theory]
    [InlineData("2011-09", "To reach 80% by September 2011 it must rise by 1.0 points a month.")]
    [InlineData("2011-10", "")]
    public async Task Nothing_has_to_be_gained_by_a_month_of_which_a_target_asks_nothing(string by, string gain)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, April2010, new Month(2011, 9), change).WithSteps(TargetPath.Steps, new TargetStep(April2010, 80)));
        });

        // Four points in the four months to September 2011, the target's last.
        Assert.Equal(gain, (await LoadAsync(database, programme.As(Role.BoardMember), new(May2011, By: Month.Parse(by)))).Standings.Single().Gain);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_councils_own_figures_come_out_as_the_sentence_a_board_reads(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2010, RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await AskAsync(programme, TargetSetter.DfeNotice, null, (April2010, 60), (March2011, 80));
        await AskAsync(programme, TargetSetter.Local, null, (May2011, 70));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal("76% (provisional) in May 2011, up from 37% (provisional) in April 2010: 4 points below the DfE notice's target of 80%.", sheet.Sentence);
        Assert.Equal((May2011, April2010, 14), (sheet.Month, sheet.From, sheet.Lines.Count));
        Assert.Equal(
            [(TargetSetter.DfeNotice, TargetVerdict.WithinTolerance, "4 points below", "80% by March 2011"), (TargetSetter.Local, TargetVerdict.Met, "6 points above", "70% from May 2011")],
            sheet.Standings.Select(one => (one.SetBy, one.Verdict, one.Distance, one.Asked)));
        Assert.Equal("Up to 5 points short of it counts as within tolerance.", sheet.Standings[0].Tolerance);
        Assert.Equal(("76%", "76", "100", "recorded"), (sheet.Lines[^1].Text, sheet.Lines[^1].Numerator, sheet.Lines[^1].Denominator, sheet.Lines[^1].Figure.Source));
        Assert.Equal([TargetVerdict.WithinTolerance, TargetVerdict.Met], sheet.Lines[^1].Verdicts);
        Assert.Equal([TargetVerdict.Missed, null], sheet.Lines[0].Verdicts);
        Assert.Equal(("not recorded", ""), (sheet.Lines[1].Text, sheet.Lines[1].Numerator));
    }

    [Fact]
    public async Task Each_line_of_targets_says_what_is_asked_month_by_month()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 2), RecordedValue.Counted(70, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, April2011, RecordedValue.Counted(76, 100));
        await AskAsync(programme, TargetSetter.DfeNotice, null, (March2011, 75), (April2011, 80));

        var line = Assert.Single((await LoadAsync(database, programme.As(Role.BoardMember))).TargetLines);

        Assert.Equal(TargetSetter.DfeNotice, line.SetBy);
        Assert.Equal([null, 75m, 80m], line.Levels.Select(level => level?.Value));
    }

    [Fact]
    public async Task A_figure_of_another_period_is_quoted_and_stays_out_of_the_line()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, April2011, Stated(programme, 84), PeriodType.NotSaid);

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        var elsewhere = Assert.Single(sheet.Elsewhere);
        Assert.Equal((April2011, "84%", PeriodType.NotSaid, "Scrutiny report, paragraph 3"), (elsewhere.Month, elsewhere.Text, elsewhere.Period, elsewhere.Source));
        Assert.Equal("76% (provisional) in May 2011, the only figure there is.", sheet.Sentence);
    }

    [Fact]
    public async Task The_month_and_the_start_in_the_address_are_kept()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        foreach (var (month, inTime) in new[] { (April2010, 37), (March2011, 60), (April2011, 71), (May2011, 76) })
            await programme.RecordAsync(programme.InTime, programme.Whole, month, RecordedValue.Counted(inTime, 100));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember), new(April2011, March2011));

        Assert.Equal("71% (provisional) in April 2011, up from 60% (provisional) in March 2011.", sheet.Sentence);
        Assert.Equal([March2011, April2011], sheet.Lines.Select(line => line.Month));
        Assert.Equal((May2011, April2010), (sheet.Months[0], sheet.Months[^1]));
    }

    [Fact]
    public async Task A_line_goes_back_three_years_unless_more_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2007, 1), RecordedValue.Counted(1, 100));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));

        Assert.Equal((new Month(2008, 5), 37), (await LoadAsync(database, programme.As(Role.BoardMember)) is var usual ? (usual.From, usual.Lines.Count) : default));
        Assert.Equal(53, (await LoadAsync(database, programme.As(Role.BoardMember), new(From: new Month(2007, 1)))).Lines.Count);
    }

    [Fact]
    public async Task An_area_has_its_own_line_and_every_area_its_figure_of_the_month()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, April2011, RecordedValue.Counted(41, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(35, 50));
        await AskAsync(programme, TargetSetter.DfeNotice, null, (April2010, 80));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember), new(AreaId: programme.North.Id));

        Assert.Equal("North: 80% (provisional) in May 2011, down from 82% (provisional) in April 2011: exactly the DfE notice's target of 80%.", sheet.Sentence);
        // 40 and 35 of 50 each are 75 of 100.
        Assert.Equal(
            [("Testshire", 0, "75%", TargetVerdict.WithinTolerance, "5 below"), ("North", 1, "80%", TargetVerdict.Met, "on target"), ("South", 1, "70%", TargetVerdict.Missed, "10 below")],
            sheet.ByArea.Select(area => (area.Area.Name, area.Depth, area.Text, area.Verdict!.Value, area.Gap)));
        Assert.Equal("sum of 2 areas", sheet.ByArea[0].Figure.Source);
    }

    [Fact]
    public async Task Earlier_revisions_are_there_on_demand_with_who_and_when()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        Task RecordAsync(string numerator, string? reason) => new RecordMonth(database).ExecuteAsync(officer, new()
        {
            Programme = TestProgramme.Slug,
            Measure = "in-time",
            Month = "2011-05",
            Lines = [new() { AreaId = programme.Whole.Id, Numerator = numerator, Denominator = "610", Reason = reason }],
        }, Never);
        await RecordAsync("460", null);
        database.Clock.Utc = database.Clock.Utc.AddDays(2);
        await RecordAsync("464", "Four late entries.");

        var plain = await LoadAsync(database, programme.As(Role.BoardMember));
        var sheet = await LoadAsync(database, programme.As(Role.BoardMember), new(History: true));

        Assert.True(plain.HasRevisions);
        Assert.Null(plain.Revisions);
        Assert.Equal(
            [(2, "464 of 610 (76%)", "Four late entries.", officer.Name, new DateTime(2011, 7, 3, 12, 0, 0), true), (1, "460 of 610 (75%)", null, officer.Name, new DateTime(2011, 7, 1, 12, 0, 0), false)],
            sheet.Revisions!.Where(line => line.Area == "Testshire" && line.Month == May2011).Select(line => (line.Number, line.Text, line.Reason, line.Who, line.RecordedAt, line.IsCurrent)));
    }

    [Fact]
    public async Task An_approval_of_the_same_number_is_no_revision_and_a_part_that_was_revised_shows_in_the_sum()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        async Task ReviseAsync(Area area, Month month, params RecordedValue[] values)
        {
            await programme.RecordAsync(programme.InTime, area, month, values[0]);
            foreach (var value in values.Skip(1))
            {
                await programme.ChangeAsync((db, change) => db.Observations.Include(observation => observation.Revisions)
                    .Single(observation => observation.AreaId == area.Id && observation.Month == month).Revise(value, change));
            }
        }
        await ReviseAsync(programme.North, April2011, RecordedValue.Counted(40, 50), RecordedValue.Counted(40, 50) with { Status = ValueStatus.Approved });
        await ReviseAsync(programme.South, April2011, RecordedValue.Counted(40, 50));
        await ReviseAsync(programme.North, May2011, RecordedValue.Counted(40, 50), RecordedValue.Counted(41, 50));
        await ReviseAsync(programme.South, May2011, RecordedValue.Counted(40, 50));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember), new(History: true));

        Assert.Equal([false, true], sheet.Lines.Select(line => line.Figure.Marks.IsRevised));
        Assert.Equal([("North", May2011, "41 of 50 (82%)", true), ("North", May2011, "40 of 50 (80%)", false)], sheet.Revisions!.Select(line => (line.Area, line.Month, line.Text, line.IsCurrent)));
    }

    [Fact]
    public async Task Nothing_recorded_yet_is_said()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        // The clock stands in July 2011.
        Assert.Equal(("No figure of it is recorded yet.", "No figure in July 2011 or before.", false), (sheet.Without!.Sentence, sheet.Sentence, sheet.HasMonths));
        Assert.Empty(sheet.Without.Found);
    }

    [Fact]
    public async Task A_reader_sees_approved_figures_of_the_whole_only_and_no_history()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, April2011, RecordedValue.Counted(71, 100) with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));
        await programme.RecordAsync(programme.InTime, programme.North, April2011, RecordedValue.Counted(41, 50) with { Status = ValueStatus.Approved });

        var sheet = await LoadAsync(database, programme.As(Role.Reader), new(History: true));

        Assert.Equal("71% in April 2011, the only figure published.", sheet.Sentence);
        Assert.Equal(["Testshire"], sheet.Areas.Select(area => area.Name));
        Assert.Equal(["Testshire"], sheet.ByArea.Select(area => area.Area.Name));
        Assert.Null(sheet.Revisions);
        Assert.False(sheet.MayRecord);
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, programme.As(Role.Reader), new(AreaId: programme.North.Id)));
    }

    [Fact]
    public async Task Small_numbers_are_withheld_from_readers_in_every_part_of_the_page()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(3, 100) with { Status = ValueStatus.Approved });

        var sheet = await LoadAsync(database, programme.As(Role.Reader));

        Assert.Equal(("withheld", "", ""), (sheet.Lines[^1].Text, sheet.Lines[^1].Numerator, sheet.Lines[^1].Denominator));
        Assert.Equal(("no value", "withheld"), (sheet.ByArea[0].Text, sheet.ByArea[0].Gap));
        Assert.Equal("No published figure in May 2011 or before.", sheet.Sentence);
        Assert.Equal("3", (await LoadAsync(database, programme.As(Role.BoardMember))).Lines[^1].Numerator);
    }

    [Theory]
    [InlineData(Role.ProgrammeManager, true)]
    [InlineData(Role.PerformanceOfficer, true)]
    [InlineData(Role.ServiceDirector, false)]
    [InlineData(Role.ScrutinyOfficer, false)]
    [InlineData(Role.BoardMember, false)]
    public async Task Every_member_reads_it_and_some_may_record(Role role, bool mayRecord)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var sheet = await LoadAsync(database, programme.As(role));

        Assert.Equal((mayRecord, 3), (sheet.MayRecord, sheet.Areas.Count));
    }

    [Fact]
    public async Task Strangers_an_administrator_and_wrong_addresses_find_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, Actor.Nobody));
        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(Role.Administrator)));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, programme.As(Role.BoardMember), code: "unknown"));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, programme.As(Role.BoardMember), new(AreaId: 999)));
    }

    [Fact]
    public async Task Four_statements_for_one_of_everything_and_for_a_hundred_and_one_more_for_each_part_that_is_opened()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var actor = programme.As(Role.BoardMember);
        database.Statements.Clear();
        await LoadAsync(database, actor);
        Assert.Equal(4, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        database.Statements.Clear();
        var sheet = await LoadAsync(database, actor, new(From: new Month(2000, 1)));
        Assert.Equal(4, database.Statements.Count);
        Assert.Equal(103, sheet.ByArea.Count);

        database.Statements.Clear();
        await LoadAsync(database, actor, new(History: true));
        Assert.Equal(5, database.Statements.Count);

        database.Statements.Clear();
        await LoadAsync(database, actor, new(History: true, Others: true));
        Assert.Equal(6, database.Statements.Count);
    }

    [Fact]
    public async Task Sql_server_could_read_every_statement()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100));

        foreach (var role in new[] { Role.BoardMember, Role.Reader })
            await SqlServerRehearsal.RunAsync(database, factory => new MeasurePage(factory).LoadAsync(programme.As(role), TestProgramme.Slug, "in-time", new(History: true, Others: true), Never));
    }
}
