using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Dashboards;

public class MeasureSummaryTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    /// <summary>
    /// Of fifty each, twelve months of 50% and 60% in turn and then 100%. Mean 760/13 = 58.46; moving ranges eleven times 10 and
    /// once 40, on average 12.5 (40 is less than 3.267 times that); limits 58.46 less and plus 33.25: 25.21 and 91.71.
    /// </summary>
    private static readonly long[] ThenAllInTime = [25, 30, 25, 30, 25, 30, 25, 30, 25, 30, 25, 30, 50];

    private static Task<SummaryTable> LoadAsync(TestDatabase database, Actor actor, SummaryChoice? choice = null) =>
        new MeasureSummary(database).LoadAsync(actor, TestProgramme.Slug, choice ?? new(), Never);

    /// <summary>Months one after the other, the last of them May 2011; of fifty where it is a percentage.</summary>
    private static Task RecordAsync(TestProgramme programme, Measure measure, Area area, params long[] counts) => programme.ChangeAsync((db, change) =>
    {
        db.AttachRange(measure, area);
        foreach (var (count, place) in counts.Select((count, place) => (count, place)))
        {
            var observation = new Observation(measure, area, May2011.AddMonths(place + 1 - counts.Length), PeriodType.InMonth);
            observation.Revise(RecordedValue.Counted(count, measure.Unit == MeasureUnit.Percentage ? 50 : null), change);
            db.Add(observation);
        }
    });

    private static Task AskAsync(TestProgramme programme, Measure measure, TargetSetter setter, decimal level, decimal? upper = null) => programme.ChangeAsync((db, change) =>
    {
        db.Attach(measure);
        db.Add(new Target(measure, null, setter, null, null, false, new(2005, 4), null, change).WithSteps(TargetPath.Steps, new TargetStep(new(2005, 4), level, upper)));
    });

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_measure_stands_with_its_figure_its_variation_and_each_target_it_can_be_expected_to_meet(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(programme, programme.InTime, programme.Whole, ThenAllInTime);
        await AskAsync(programme, programme.InTime, TargetSetter.DfeNotice, 80);
        await AskAsync(programme, programme.InTime, TargetSetter.National, 20);
        await AskAsync(programme, programme.InTime, TargetSetter.Local, 95);

        var table = await LoadAsync(database, programme.As(Role.BoardMember));

        var line = table.Lines[0];
        Assert.Equal(("Assessments in time", "100%", "60%", "Assessment"), (line.Name, line.Text, line.Before, line.Theme));
        Assert.Equal(new SummaryChange(Variation.Improvement, SpecialCause.AboveLimit, May2011) { Marks = new(IsIllustrative: false, IsProvisional: true, IsRevised: false) }, line.Change);
        Assert.Equal((new Month(2010, 5), 13, 80m), (line.From, line.Figures.Count, line.Level));
        Assert.Equal("100% (provisional) in May 2011, up from 50% (provisional) in May 2010: 20 points above the DfE notice's target of 80%", line.Sentence);
        Assert.Equal(
            [
                new SummaryTarget(TargetSetter.DfeNotice, "80%", false, TargetVerdict.Met, "20 points above", "this month", Assurance.HitAndMiss),
                new SummaryTarget(TargetSetter.National, "20%", false, TargetVerdict.Met, "80 points above", "for 13 months in a row", Assurance.ConsistentlyPassing),
                new SummaryTarget(TargetSetter.Local, "95%", false, TargetVerdict.Met, "5 points above", "this month", Assurance.ConsistentlyFailing),
            ],
            line.Targets);
        Assert.Equal("Up to May 2011 the only measure that can be judged shows improvement. Its latest figure is provisional. One consistently fails a target. One has too few values, or too little variation, to judge.", table.Lead);
        Assert.Equal((null, "too few values to judge: none", "not recorded"), (table.Lines[1].Change, table.Lines[1].WhyNotJudged, table.Lines[1].Latest));
    }

    [Fact]
    public async Task A_measure_without_polarity_is_high_or_low_and_never_good_or_bad()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        // Seven and more rising in a row.
        await RecordAsync(programme, programme.Referrals, programme.Whole, 500, 510, 520, 530, 540, 550, 560, 570, 580, 590, 600, 710);
        await AskAsync(programme, programme.Referrals, TargetSetter.Local, 550, 700);

        var line = (await LoadAsync(database, programme.As(Role.BoardMember))).Lines[1];

        Assert.Equal((Variation.High, null), (line.Change?.Variation, line.Level));
        Assert.Equal([new SummaryTarget(TargetSetter.Local, "550 to 700", false, TargetVerdict.AboveRange, "10 above", "", null)], line.Targets);
        Assert.True(line.IsNotable);
    }

    [Fact]
    public async Task With_eleven_values_nothing_is_said_of_change()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(programme, programme.InTime, programme.Whole, ThenAllInTime[2..]);
        await AskAsync(programme, programme.InTime, TargetSetter.DfeNotice, 95);

        var table = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal((null, "too few values to judge: 11", null), (table.Lines[0].Change, table.Lines[0].WhyNotJudged, table.Lines[0].Targets[0].Assurance));
        Assert.Equal("Up to May 2011 no measure has enough values, or enough variation among them, to tell change from chance: that takes at least 12 values.", table.Lead);
    }

    [Fact]
    public async Task What_was_counted_differently_before_is_not_compared()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(programme, programme.InTime, programme.Whole, ThenAllInTime);
        await AskAsync(programme, programme.InTime, TargetSetter.National, 20);
        await programme.ChangeAsync((db, change) =>
        {
            db.Attach(programme.InTime);
            programme.InTime.Redefine(May2011, "Single assessments.", "single assessments in time", "single assessments", "Single assessments took over.", change);
        });

        var may = (await LoadAsync(database, programme.As(Role.BoardMember))).Lines[0];
        var april = (await LoadAsync(database, programme.As(Role.BoardMember), new(May2011.AddMonths(-1)))).Lines[0];

        Assert.Equal(("counted differently then", May2011, 1, "this month", "too few values to judge: one"), (may.Before, may.From, may.Figures.Count, may.Targets[0].Run, may.WhyNotJudged));
        Assert.Equal(("50%", new Month(2010, 5), 12, Variation.Common), (april.Before, april.From, april.Figures.Count, april.Change?.Variation));
    }

    [Fact]
    public async Task Limits_that_a_person_begins_anew_count_for_the_area_that_they_are_about()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(programme, programme.InTime, programme.Whole, ThenAllInTime);
        await RecordAsync(programme, programme.InTime, programme.North, ThenAllInTime);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.North);
            db.Add(new Rebase(programme.InTime, programme.North, new(2011, 4), "A new duty system.", change));
        });

        var whole = (await LoadAsync(database, programme.As(Role.BoardMember))).Lines[0];
        var north = await LoadAsync(database, programme.As(Role.BoardMember), new(AreaId: programme.North.Id));

        Assert.Equal(Variation.Improvement, whole.Change?.Variation);
        Assert.Equal((null, "too few values to judge: two since April 2011"), (north.Lines[0].Change, north.Lines[0].WhyNotJudged));
        Assert.StartsWith("North: up to May 2011 no measure has enough values", north.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_month_has_no_figure_the_latest_is_named_and_speaks_for_the_variation()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(programme, programme.InTime, programme.Whole, ThenAllInTime);
        await programme.RecordAsync(programme.Referrals, programme.Whole, May2011.AddMonths(1), RecordedValue.Counted(600, null));

        var table = await LoadAsync(database, programme.As(Role.BoardMember));

        Assert.Equal(new Month(2011, 6), table.Month);
        Assert.Equal(("no value", "not recorded; the latest is 100% in May 2011, provisional", "100%"), (table.Lines[0].Text, table.Lines[0].Latest, table.Lines[0].Before));
        Assert.Equal(May2011, table.Lines[0].Change?.Month);
    }

    [Fact]
    public async Task A_month_without_a_figure_of_its_own_is_the_sum_of_its_parts()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011.AddMonths(-1), RecordedValue.Counted(70, 100));
        await RecordAsync(programme, programme.InTime, programme.North, 41);
        await RecordAsync(programme, programme.InTime, programme.South, 34);

        var line = (await LoadAsync(database, programme.As(Role.BoardMember))).Lines[0];

        // 41 and 34 of 50 each are 75 of 100.
        Assert.Equal(("75%", "75 of 100", "70%"), (line.Text, line.Figure.Counts, line.Before));
    }

    [Fact]
    public async Task A_run_is_counted_beyond_the_line_and_the_measures_page_says_the_same()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(programme, programme.InTime, programme.Whole, [.. Enumerable.Repeat(45L, 40)]);
        await AskAsync(programme, programme.InTime, TargetSetter.DfeNotice, 80);

        var line = (await LoadAsync(database, programme.As(Role.BoardMember))).Lines[0];
        var page = await new MeasurePage(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, "in-time", new(), CancellationToken.None);

        // The line shows May 2011 and the 36 months before it; every one of the 40 recorded stood at 90%.
        Assert.Equal(("for 40 months in a row", new Month(2008, 5)), (line.Targets[0].Run, line.From));
        Assert.Equal("Met for 40 months in a row.", Assert.Single(page.Standings).Run);
        Assert.Equal(Assurance.ConsistentlyPassing, line.Targets[0].Assurance);
    }

    [Fact]
    public async Task Only_what_has_to_be_spoken_of_is_shown_where_that_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(programme, programme.InTime, programme.Whole, 40);
        await RecordAsync(programme, programme.Referrals, programme.Whole, 600);
        await AskAsync(programme, programme.Referrals, TargetSetter.Local, 550, 700);
        await AskAsync(programme, programme.InTime, TargetSetter.DfeNotice, 95);

        var table = await LoadAsync(database, programme.As(Role.BoardMember), new(OnlyNotable: true));

        Assert.Equal(["Assessments in time"], table.Lines.Select(line => line.Name));
        Assert.Equal(1, table.LeftOut);
    }

    [Fact]
    public async Task A_reader_sees_the_whole_authoritys_approved_figures_and_no_areas()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.Whole, May2011, RecordedValue.Counted(76, 100) with { Status = ValueStatus.Approved });
        await programme.RecordAsync(programme.Referrals, programme.Whole, May2011, RecordedValue.Counted(600, null));
        await RecordAsync(programme, programme.InTime, programme.North, 41);

        var table = await LoadAsync(database, programme.As(Role.Reader));

        Assert.Equal((true, 1), (table.IsWholeOnly, table.Areas.Count));
        Assert.Equal(["76%", "no value"], table.Lines.Select(line => line.Text));
        Assert.Equal("not published", table.Lines[1].Latest);
        await Assert.ThrowsAsync<NotFound>(() => LoadAsync(database, programme.As(Role.Reader), new(AreaId: programme.North.Id)));
    }

    [Fact]
    public async Task Six_statements_for_one_of_everything_and_for_a_hundred()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordAsync(programme, programme.InTime, programme.Whole, ThenAllInTime);
        var actor = programme.As(Role.BoardMember);
        database.Statements.Clear();
        await LoadAsync(database, actor);
        Assert.Equal(6, database.Statements.Count);

        await ManyOfEverything.AddAsync(programme);
        database.Statements.Clear();
        var table = await LoadAsync(database, actor);

        Assert.Equal((6, 102), (database.Statements.Count, table.Lines.Count));
    }
}
