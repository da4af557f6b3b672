using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

public class AreasOnOneMeasureTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2010 = new(2010, 5);
    private static readonly Month May2011 = new(2011, 5);

    private static Task<AreasOnMeasure> LoadAsync(TestDatabase database, Actor actor, string code = "in-time", OneMeasureChoice? choice = null) =>
        new AreasOnOneMeasure(database).LoadAsync(actor, TestProgramme.Slug, code, choice ?? new(), Never);

    private static async Task<(Area East, Area West)> WithEastAndWestAsync(TestProgramme programme)
    {
        Area east = null!, west = null!;
        await programme.ChangeAsync((db, _) =>
        {
            db.AttachRange(programme.Programme, programme.Whole);
            east = new Area(programme.Programme, "East", AreaKind.Locality, programme.Whole, new(2009, 1, 1));
            west = new Area(programme.Programme, "West", AreaKind.Locality, programme.Whole, new(2009, 1, 1));
            db.AddRange(east, west);
        });
        return (east, west);
    }

    private static Task AskAsync(TestProgramme programme, decimal level) => programme.ChangeAsync((db, change) =>
    {
        db.Attach(programme.InTime);
        db.Add(new Target(programme.InTime, null, TargetSetter.DfeNotice, null, null, false, May2010, null, change).WithSteps(TargetPath.Steps, new TargetStep(May2010, level)));
    });

    private static Task CompareAsync(TestProgramme programme, params (Comparator Comparator, string Name, Month End, decimal? Value)[] figures) => programme.ChangeAsync((db, change) =>
    {
        db.Attach(programme.InTime);
        foreach (var (comparator, name, end, value) in figures)
            db.Add(new Benchmark(programme.InTime, comparator, name, end, PeriodType.Year, value, value is null ? "c" : null, null, null, "statistics.csv", change));
    });

    [Theory, OnSqlite, OnSqlServer]
    public async Task Areas_stand_in_their_order_with_target_and_the_year_before(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var (east, west) = await WithEastAndWestAsync(programme);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(34, 50));
        await programme.RecordAsync(programme.InTime, east, May2011, RecordedValue.Counted(82, 100));
        await programme.RecordAsync(programme.InTime, west, May2011, RecordedValue.NotCaptured("The system was down."));
        await programme.RecordAsync(programme.InTime, programme.South, May2010, RecordedValue.Counted(25, 50));
        await AskAsync(programme, 80);

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(["Testshire", "East", "North", "South", "West"], sheet.Areas.Select(area => area.Area.Name));
        // North and East share the first rank; the whole is no sum while West has no figure.
        Assert.Equal([(0, false), (1, true), (1, true), (3, false), (0, false)], sheet.Areas.Select(area => (area.Rank ?? 0, area.IsTied)));
        Assert.Equal(["no value", "82%", "82%", "68%", "no value"], sheet.Areas.Select(area => area.Text));
        Assert.Equal((TargetVerdict.Missed, "12 points below", "80%"), (sheet.Areas[3].Verdict, sheet.Areas[3].Distance, sheet.Areas[3].Asked));
        // From 50% to 68%.
        Assert.Equal(new EarlierFigure("50%", "+18 points", new(IsIllustrative: false, IsProvisional: true, IsRevised: false)), sheet.Areas[3].Before);
        Assert.Equal(("not recorded", ""), (sheet.Areas[1].Before.Text, sheet.Areas[1].Before.Change));
        Assert.Equal("The system was down.", sheet.Areas[4].Figure.Reason);
        Assert.Equal("In May 2011 East and North have the highest figure, 82% (provisional), and South the lowest, 68% (provisional). One of four localities has no figure. Testshire as a whole has no figure.", sheet.Lead);
        Assert.Equal((May2010, 13), (sheet.From, sheet.Areas[3].Figures.Count));
    }

    [Fact]
    public async Task Where_lower_is_better_the_lowest_comes_first()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, _) => db.Attach(programme.InTime).Entity.Define("Assessments late", "assessments late", "Late.", "late", "all", MeasureUnit.Percentage, 0, Polarity.LowerIsBetter, PeriodType.InMonth));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(30, 100));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(20, 100));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal([("Testshire", 0), ("South", 1), ("North", 2)], sheet.Areas.Select(area => (area.Area.Name, area.Rank ?? 0)));
        // 50 of 200.
        Assert.Equal("In May 2011 North has the highest figure, 30% (provisional), and South the lowest, 20% (provisional). Testshire as a whole stands at 25% (provisional).", sheet.Lead);
    }

    [Fact]
    public async Task Figures_that_differ_are_ranked_and_written_so_that_they_are_seen_to()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(724, 1000));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(717, 1000));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        // Without a decimal both were 72%. The whole is 1,441 of 2,000: 72.05.
        Assert.Equal([("72.1%", 0), ("72.4%", 1), ("71.7%", 2)], sheet.Areas.Select(area => (area.Text, area.Rank ?? 0)));
        Assert.Equal("In May 2011 North has the highest figure, 72.4% (provisional), and South the lowest, 71.7% (provisional). Testshire as a whole stands at 72.1% (provisional).", sheet.Lead);
    }

    [Fact]
    public async Task A_figure_just_below_its_target_is_not_ranked_under_one_that_only_looks_lower()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var (east, _) = await WithEastAndWestAsync(programme);
        // 79.6 needs its decimal beside a target of 80; 79.4 does not, and would read 79%. Two of 159 in 200 are the same 79.5.
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(796, 1000));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(159, 200));
        await programme.RecordAsync(programme.InTime, east, May2011, RecordedValue.Counted(318, 400));
        await AskAsync(programme, 80);

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal([("North", "79.6%", 1, false), ("East", "79.5%", 2, true), ("South", "79.5%", 2, true)], sheet.Areas.Where(area => area.Rank is not null).Select(area => (area.Area.Name, area.Text, area.Rank!.Value, area.IsTied)));
    }

    [Fact]
    public async Task Others_are_compared_by_the_latest_period_that_had_ended()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await CompareAsync(programme,
            (Comparator.England, "England", new(2010, 3), 71m), (Comparator.England, "England", new(2011, 3), 74.5m), (Comparator.England, "England", new(2012, 3), 77m),
            (Comparator.Region, "East Midlands", new(2010, 3), 70m), (Comparator.Region, "East Midlands", new(2011, 3), null));

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal([("England", "Year to March 2011", "74.5%"), ("East Midlands", "Year to March 2010", "70%")], sheet.Benchmarks.Select(line => (line.Name, line.Period, line.Text)));
        Assert.Empty((await LoadAsync(database, programme.As(Role.BoardMember), "referrals")).Benchmarks);
    }

    [Fact]
    public async Task The_authoritys_place_among_its_neighbours_stands_with_their_figure()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.Referrals);
            foreach (var measure in new[] { programme.InTime, programme.Referrals })
            {
                db.Add(new Benchmark(measure, new(Comparator.Neighbours, "Statistical neighbours", new(2011, 3), PeriodType.Year, 60, null, 2, 2,
                    new(new("Testshire", 70, null), [new("Oldshire", 80, null, Closeness.Close), new("Newshire", 40, null, Closeness.Close)])), "statistics.csv", null, change));
            }
        });

        var inTime = Assert.Single((await LoadAsync(database, programme.As(Role.BoardMember))).Benchmarks);
        var referrals = await LoadAsync(database, programme.As(Role.BoardMember), "referrals", new(May2011));

        Assert.Equal(("Testshire is 2nd of 3 in the year to March 2011: among its 2 statistical neighbours. Its published figure is 70%; theirs run from 40% to 80%.", true), (inTime.Standing, inTime.IsDrawn));
        // Numbers are listed and neither drawn on an area's scale nor ranked.
        Assert.Contains("authorities differ in size", Assert.Single(referrals.Benchmarks).Standing, StringComparison.Ordinal);
        Assert.Empty(referrals.Drawn);
    }

    [Fact]
    public async Task What_was_counted_differently_is_not_compared()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, May2010, RecordedValue.Counted(25, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50));
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            programme.InTime.Redefine(new(2011, 4), "Single assessments.", "single assessments in time", "single assessments", "Single assessments took over.", change);
        });

        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal((new Month(2011, 4), new Month(2011, 4)), (sheet.From, sheet.CountedSince));
        Assert.Equal(("counted differently before April 2011", ""), (sheet.Areas[1].Before.Text, sheet.Areas[1].Before.Change));
    }

    [Fact]
    public async Task Areas_that_all_stand_alike_and_areas_without_figures_are_said_to()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        Assert.Equal("In July 2011 none of the two localities has a figure. Testshire as a whole has no figure.", (await LoadAsync(database, programme.As(Role.BoardMember))).Lead);

        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.South, May2011, RecordedValue.Counted(80, 100));

        Assert.Equal("In May 2011 both localities stand at 80% (provisional). Testshire as a whole stands at 80% (provisional).", (await LoadAsync(database, programme.As(Role.BoardMember))).Lead);
    }

    [Fact]
    public async Task A_reader_sees_the_whole_authority_beside_others_and_no_areas()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100) with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(41, 50) with { Status = ValueStatus.Approved });

        var sheet = await LoadAsync(database, programme.As(Role.Reader));

        Assert.Equal((true, 1, "76%"), (sheet.IsWholeOnly, sheet.Areas.Count, sheet.Areas[0].Text));
        Assert.Equal("In May 2011 Testshire as a whole stands at 76%.", sheet.Lead);
    }

    [Fact]
    public async Task A_measure_that_is_not_there_is_not_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, programme.As(Role.BoardMember), "nothing"));
    }

    [Fact]
    public async Task Five_statements_for_one_of_everything_and_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        database.Statements.Clear();
        await LoadAsync(database, programme.As(Role.BoardMember));
        Assert.Equal(5, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        database.Statements.Clear();
        var sheet = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal((5, 103), (database.Statements.Count, sheet.Areas.Count));
    }
}
