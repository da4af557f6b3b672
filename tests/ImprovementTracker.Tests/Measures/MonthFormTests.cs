using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Dashboards;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class MonthFormTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    private static Task<MonthForm.Shown> LoadAsync(TestDatabase database, Actor actor, Month? month = null, string code = "in-time") =>
        new MonthForm(database).LoadAsync(actor, TestProgramme.Slug, code, month, Never);

    private static Task<int> RecordAsync(TestDatabase database, Actor actor, Area area, string numerator, string denominator, string? reason = null, int? seen = null) => new RecordMonth(database).ExecuteAsync(actor, new()
    {
        Programme = TestProgramme.Slug,
        Measure = "in-time",
        Month = "2011-05",
        Lines = [new() { AreaId = area.Id, Numerator = numerator, Denominator = denominator, Reason = reason, Seen = seen }],
    }, Never);

    [Fact]
    public async Task What_is_recorded_already_is_filled_in_with_what_was_before()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await RecordAsync(database, officer, programme.North, "1,040", "1,050");
        database.Clock.Utc = database.Clock.Utc.AddDays(1);
        await RecordAsync(database, officer, programme.North, "1,042", "1,050", "Two late entries.");

        var form = await LoadAsync(database, officer, May2011);

        Assert.Equal(["Testshire", "North", "South"], form.Areas.Select(entry => entry.Area.Name));
        var north = form.Areas[1];
        Assert.Equal(("1,042", "1,050", false, 2), (north.Line.Numerator, north.Line.Denominator, north.Line.NotCaptured, north.Line.Seen));
        Assert.Equal(("1,042 of 1,050 (99%)", "Two late entries."), (north.Current!.Text, north.Current.Reason));
        var earlier = Assert.Single(north.Earlier);
        Assert.Equal(("1,040 of 1,050 (99%)", officer.Name, new DateTime(2011, 7, 1, 12, 0, 0)), (earlier.Text, earlier.Who, earlier.RecordedAt));
        Assert.Equal((null, null, 0), (form.Areas[2].Line.Numerator, form.Areas[2].Current, form.Areas[2].Line.Seen));
        Assert.Equal([true, false, false], form.Areas.Select(entry => entry.IsSum));
    }

    [Fact]
    public async Task Not_captured_is_filled_in_with_its_reason_and_a_stated_figure_is_shown_and_not_typed_over()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.NotCaptured("The system was down."));
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Stated(76, new SourceDocument(programme.Programme, "Scrutiny report", "The council", null), "3"));

        var form = await LoadAsync(database, programme.As(Role.PerformanceOfficer), May2011);

        Assert.Equal((true, "The system was down."), (form.Areas[1].Line.NotCaptured, form.Areas[1].Line.Reason));
        Assert.Equal((null, "76% as stated", "Scrutiny report, paragraph 3"), (form.Areas[0].Line.Numerator, form.Areas[0].Current!.Text, form.Areas[0].Current!.Source));
    }

    [Fact]
    public async Task An_areas_own_value_that_is_not_the_sum_of_its_parts_is_said_in_words()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(70, 100));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(34, 50));

        var form = await LoadAsync(database, programme.As(Role.PerformanceOfficer), May2011);

        Assert.Equal("Its own value, 70 of 100 (70%), is not the sum of its parts, 75 of 100 (75%). Its own stands.", form.Areas[0].Difference);
        Assert.Equal(["", ""], form.Areas.Skip(1).Select(entry => entry.Difference));
    }

    [Fact]
    public async Task Without_a_month_the_first_that_is_not_recorded_is_opened()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);

        // The clock stands in July 2011; the programme began in January 2010.
        Assert.Equal((new Month(2011, 7), 19), (await LoadAsync(database, officer) is var empty ? (empty.Month, empty.Months.Count) : default));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        Assert.Equal(new Month(2011, 6), (await LoadAsync(database, officer)).Month);
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 7), RecordedValue.Counted(41, 50));
        Assert.Equal(new Month(2011, 7), (await LoadAsync(database, officer)).Month);
        Assert.Equal(new Month(2011, 7), (await LoadAsync(database, officer, new Month(2012, 1))).Month);
    }

    [Fact]
    public async Task An_area_that_was_not_in_force_is_not_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(programme.Whole, programme.South);
            programme.South.Describe("South", AreaKind.Locality, programme.Whole, new DateOnly(2011, 6, 1), null);
        });

        Assert.Equal(["Testshire", "North"], (await LoadAsync(database, programme.As(Role.PerformanceOfficer), May2011)).Areas.Select(entry => entry.Area.Name));
    }

    [Fact]
    public async Task Who_records_over_what_somebody_else_recorded_meanwhile_is_shown_both()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var mine = (await LoadAsync(database, programme.As(Role.PerformanceOfficer), May2011)).Areas[1].Line.Seen;
        await RecordAsync(database, programme.As(Role.ProgrammeManager), programme.North, "40", "50", seen: mine);

        var refusal = await Assert.ThrowsAsync<RecordedMeanwhile>(() => RecordAsync(database, programme.As(Role.PerformanceOfficer), programme.North, "45", "50", seen: mine));
        Assert.Equal("North was recorded by somebody else while you typed: it now says 40 of 50 (80%). Look at both, and record again if yours is right.", refusal.Message);

        await RecordAsync(database, programme.As(Role.PerformanceOfficer), programme.North, "45", "50", seen: 1);
        Assert.Equal("45", (await LoadAsync(database, programme.As(Role.PerformanceOfficer), May2011)).Areas[1].Line.Numerator);
    }

    [Fact]
    public async Task What_nobody_typed_into_stays_as_somebody_else_recorded_it_and_every_other_is_named()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var (officer, manager) = (programme.As(Role.PerformanceOfficer), programme.As(Role.ProgrammeManager));
        await RecordAsync(database, officer, programme.North, "40", "50");
        await RecordAsync(database, officer, programme.South, "30", "50");
        var form = new RecordMonth.Input { Programme = TestProgramme.Slug, Measure = "in-time", Month = "2011-05", Lines = [.. (await LoadAsync(database, officer, May2011)).Areas.Skip(1).Select(entry => entry.Line)] };
        await RecordAsync(database, manager, programme.North, "42", "50");
        await RecordAsync(database, manager, programme.South, "31", "50");

        // Both typed into: both are named.
        (form.Lines[0].Numerator, form.Lines[1].Numerator) = ("45", "35");
        var both = await Assert.ThrowsAsync<RecordedMeanwhile>(() => new RecordMonth(database).ExecuteAsync(officer, form, Never));
        Assert.Equal("North and South were recorded by somebody else while you typed. North now says 42 of 50 (84%); South now says 31 of 50 (62%). Look at both, and record again where yours is right.", both.Message);

        // North as it was shown at first: only South is named, and recording again leaves North alone.
        form.Lines[0].Numerator = "40";
        var south = await Assert.ThrowsAsync<RecordedMeanwhile>(() => new RecordMonth(database).ExecuteAsync(officer, form, Never));
        Assert.Equal((programme.South.Id, 2), (Assert.Single(south.Values).AreaId, south.Values[0].Seen));
        form.Lines[1].Seen = 2;
        Assert.Equal(1, await new RecordMonth(database).ExecuteAsync(officer, form, Never));
        var after = (await LoadAsync(database, officer, May2011)).Areas;
        Assert.Equal([("42", 2), ("35", 3)], after.Skip(1).Select(entry => (entry.Line.Numerator!, entry.Line.Seen!.Value)));
    }

    [Fact]
    public async Task The_same_number_recorded_by_two_people_stands_in_nobodys_way()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(database, programme.As(Role.ProgrammeManager), programme.North, "40", "50", seen: 0);

        await RecordAsync(database, programme.As(Role.PerformanceOfficer), programme.North, "40", "50", seen: 0);

        Assert.Empty((await LoadAsync(database, programme.As(Role.PerformanceOfficer), May2011)).Areas[1].Earlier);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_record_open_the_form(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme.As(role)));
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, Actor.Nobody));
    }

    [Fact]
    public async Task Four_statements_for_one_of_everything_and_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        database.Statements.Clear();
        await LoadAsync(database, officer, May2011);
        Assert.Equal(4, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        database.Statements.Clear();
        Assert.Equal(103, (await LoadAsync(database, officer, May2011)).Areas.Count);
        Assert.Equal(4, database.Statements.Count);
    }
}
