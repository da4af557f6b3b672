using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;
using static ImprovementTracker.Tests.Programmes.AreaForm;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>What an area's figures, and the sums that a board has seen, allow of it.</summary>
public class SaveAreaWithFiguresTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2009, 1, 1);

    [Fact]
    public async Task An_area_with_figures_and_whatever_holds_one_stays_where_it_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var team = await FindAsync(database, await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New("Duty", AreaKind.Team, programme.North), Never));
        await programme.RecordAsync(programme.InTime, team, new Month(2011, 5), RecordedValue.Counted(40, 50));
        var moved = Edit(team);
        moved.ParentId = programme.South.Id;
        var holder = Edit(programme.North);
        holder.ParentId = programme.South.Id;
        var free = Edit(programme.South);
        free.ParentId = programme.North.Id;

        Assert.Equal((nameof(moved.ParentId), "Duty has figures, so it stays where it is. End it with a last day and add a new area in the other place."), await RefusedAsync(database, programme, moved));
        Assert.Equal("North has figures, so it stays where it is. End it with a last day and add a new area in the other place.", (await RefusedAsync(database, programme, holder)).Message);
        Assert.Equal((nameof(free.From), "North has a sum of its parts for May 2011, and South has no figure there: with it as a part, the sum would go. Choose a first day from 1 June 2011 on, or record North's own figures for those months first."),
            await RefusedAsync(database, programme, free));
        free.From = new DateOnly(2011, 6, 1);
        await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), free, Never);
        Assert.Equal(programme.North.Id, (await FindAsync(database, programme.South.Id)).ParentId);
    }

    /// <summary>Testshire's sums: 30 of 50 in April and 70 of 100 in May 2011; June has North's figure only.</summary>
    private static async Task RecordSumsAsync(TestProgramme programme)
    {
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 4), RecordedValue.Counted(10, 20));
        await programme.RecordAsync(programme.InTime, programme.South, new Month(2011, 4), RecordedValue.Counted(20, 30));
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 5), RecordedValue.Counted(30, 40));
        await programme.RecordAsync(programme.InTime, programme.South, new Month(2011, 5), RecordedValue.Counted(40, 60));
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 6), RecordedValue.Counted(50, 60));
    }

    private static async Task<string> WholeAsync(TestDatabase database, TestProgramme programme, Month month)
    {
        await using var db = database.CreateDbContext();
        var rows = await db.ValuesVisibleTo(programme.As(Role.ProgrammeManager), programme.Programme.Id).ToListAsync();
        var shape = new MeasureShape(programme.InTime.Id, MeasureUnit.Percentage, 0, Polarity.HigherIsBetter, PeriodType.InMonth);
        var figure = new MonthlyFigures(await db.LoadAreasAsync(programme.Programme.Id, Never), rows, publishedOnly: false).Of(shape, programme.Whole.Id, month);
        return figure.WhyNone.Length > 0 ? figure.WhyNone : figure.Counts;
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_new_area_begins_after_the_last_month_whose_sum_a_board_has_seen(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await RecordSumsAsync(programme);
        var east = New("East", AreaKind.Locality, programme.Whole);

        Assert.Equal((nameof(east.From), "Testshire has sums of its parts for two months from April 2011 to May 2011, and East has no figure there: with it as a part, the sums would go. Choose a first day from 1 June 2011 on, or record Testshire's own figures for those months first."),
            await RefusedAsync(database, programme, east));
        Assert.Equal("70 of 100", await WholeAsync(database, programme, new Month(2011, 5)));

        east.From = new DateOnly(2011, 6, 1);
        await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), east, Never);
        Assert.Equal("70 of 100", await WholeAsync(database, programme, new Month(2011, 5)));
        Assert.Equal("1 of 3 reported", await WholeAsync(database, programme, new Month(2011, 6)));
    }

    [Fact]
    public async Task A_team_new_in_a_locality_takes_no_sum_from_the_authority_above_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var duty = await FindAsync(database, await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New("Duty", AreaKind.Team, programme.North), Never));
        await programme.RecordAsync(programme.InTime, duty, new Month(2011, 5), RecordedValue.Counted(30, 40));
        await programme.RecordAsync(programme.InTime, programme.South, new Month(2011, 5), RecordedValue.Counted(40, 60));

        var refused = await RefusedAsync(database, programme, New("Night duty", AreaKind.Team, programme.North));

        Assert.Equal(nameof(SaveArea.Input.From), refused.Property);
        Assert.StartsWith("North has a sum of its parts for May 2011, and Night duty has no figure there", refused.Message, StringComparison.Ordinal);
        Assert.Equal("70 of 100", await WholeAsync(database, programme, new Month(2011, 5)));
    }

    [Fact]
    public async Task Where_the_whole_has_its_own_figures_a_part_may_begin_before_them()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await RecordSumsAsync(programme);
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 4), RecordedValue.Counted(30, 50));
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 5), RecordedValue.Counted(71, 100));

        await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New("East", AreaKind.Locality, programme.Whole), Never);

        Assert.Equal("71 of 100", await WholeAsync(database, programme, new Month(2011, 5)));
    }

    [Fact]
    public async Task An_area_without_figures_does_not_begin_earlier_or_end_later_than_sums_allow()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var closed = New("East", AreaKind.Locality, programme.Whole);
        closed.To = new DateOnly(2011, 3, 31);
        var east = await FindAsync(database, await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), closed, Never));
        var opening = New("West", AreaKind.Locality, programme.Whole);
        opening.From = new DateOnly(2011, 7, 1);
        var west = await FindAsync(database, await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), opening, Never));
        await RecordSumsAsync(programme);
        var (later, earlier) = (Edit(east), Edit(west));
        (later.To, earlier.From) = (null, new DateOnly(2011, 5, 31));

        Assert.Equal((nameof(later.To), "Testshire has sums of its parts for two months from April 2011 to May 2011, and East has no figure there: with it as a part, the sums would go. Keep a last day up to 31 March 2011 and add a new area from 1 June 2011 on, or record Testshire's own figures for those months first."),
            await RefusedAsync(database, programme, later));
        Assert.Equal((nameof(earlier.From), "Testshire has a sum of its parts for May 2011, and West has no figure there: with it as a part, the sum would go. Choose a first day from 1 June 2011 on, or record Testshire's own figures for those months first."),
            await RefusedAsync(database, programme, earlier));
    }

    [Fact]
    public async Task An_area_that_was_never_there_is_taken_out_of_the_months_that_waited_for_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var east = await FindAsync(database, await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New("East", AreaKind.Locality, programme.Whole), Never));
        await RecordSumsAsync(programme);
        Assert.Equal("2 of 3 reported", await WholeAsync(database, programme, new Month(2011, 5)));
        var ended = Edit(east);
        ended.To = new DateOnly(2011, 3, 31);

        await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), ended, Never);

        Assert.Equal("70 of 100", await WholeAsync(database, programme, new Month(2011, 5)));
    }

    [Fact]
    public async Task An_area_keeps_every_month_that_a_part_of_it_has_figures_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var duty = await FindAsync(database, await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New("Duty", AreaKind.Team, programme.North), Never));
        await programme.RecordAsync(programme.InTime, duty, new Month(2011, 5), RecordedValue.Counted(30, 40));
        await programme.RecordAsync(programme.InTime, programme.South, new Month(2011, 5), RecordedValue.Counted(40, 60));
        var ended = Edit(programme.North);
        ended.To = new DateOnly(2011, 4, 30);

        Assert.Equal((nameof(ended.To), "Duty, a part of North, has figures up to May 2011. Choose a last day from 1 May 2011 on."), await RefusedAsync(database, programme, ended));
    }

    [Fact]
    public async Task The_form_for_a_new_area_proposes_the_day_after_the_last_month_recorded_for_parts()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var setup = new ProgrammeSetup(database);

        Assert.Equal(programme.Whole.From, (await setup.LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never)).NewAreaFrom);
        await RecordSumsAsync(programme);
        await programme.RecordAsync(programme.InTime, programme.Whole, new Month(2011, 8), RecordedValue.Counted(71, 100));
        Assert.Equal(new DateOnly(2011, 7, 1), (await setup.LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never)).NewAreaFrom);
    }

    [Fact]
    public async Task An_area_keeps_every_month_that_it_has_figures_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2010, 4), RecordedValue.Counted(37, 100));
        await programme.RecordAsync(programme.Referrals, programme.North, new Month(2011, 5), RecordedValue.NotCaptured("The system was down."));
        var late = Edit(programme.North);
        late.From = new DateOnly(2010, 5, 1);
        var early = Edit(programme.North);
        early.To = new DateOnly(2011, 4, 30);
        var kept = Edit(programme.North);
        (kept.From, kept.To) = (new DateOnly(2010, 4, 30), new DateOnly(2011, 5, 1));

        Assert.Equal((nameof(late.From), "North has figures from April 2010 on. Choose a first day up to 30 April 2010."), await RefusedAsync(database, programme, late));
        Assert.Equal((nameof(early.To), "North has figures up to May 2011. Choose a last day from 1 May 2011 on."), await RefusedAsync(database, programme, early));
        Assert.Equal(programme.North.Id, await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), kept, Never));
    }
}
