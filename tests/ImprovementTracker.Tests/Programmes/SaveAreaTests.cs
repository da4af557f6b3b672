using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

public class SaveAreaTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateOnly Start = new(2009, 1, 1);

    private static SaveArea.Input New(string name, AreaKind kind, Area parent) =>
        new() { Programme = TestProgramme.Slug, Name = name, Kind = kind, ParentId = parent.Id, From = Start };

    /// <summary>The form as it is first shown for an area of the test's programme.</summary>
    private static SaveArea.Input Edit(Area area) => new()
    {
        Programme = TestProgramme.Slug,
        Id = area.Id,
        Name = area.Name,
        Kind = area.Kind,
        ParentId = area.ParentId,
        From = area.From,
        To = area.To,
        Seen = SaveArea.Input.SeenAs(area.Name, area.Kind, area.ParentId, area.From, area.To),
    };

    private static async Task<Area> FindAsync(TestDatabase database, int id)
    {
        await using var db = database.CreateDbContext();
        return await db.Areas.SingleAsync(area => area.Id == id);
    }

    private static async Task<(string Property, string Message)> RefusedAsync(TestDatabase database, TestProgramme programme, SaveArea.Input input)
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        return (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_team_is_added_to_a_locality_and_renamed_later(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var save = new SaveArea(database);

        var id = await save.ExecuteAsync(programme.As(Role.ProgrammeManager), New("Duty", AreaKind.Team, programme.North), Never);
        var input = Edit(await FindAsync(database, id));
        (input.Name, input.To) = ("Duty and assessment", new DateOnly(2012, 3, 31));
        await save.ExecuteAsync(programme.As(Role.Administrator), input, Never);

        var area = await FindAsync(database, id);
        Assert.Equal(("Duty and assessment", AreaKind.Team, programme.North.Id, new DateOnly(2012, 3, 31)), (area.Name, area.Kind, area.ParentId!.Value, area.To!.Value));
    }

    [Fact]
    public async Task The_form_sent_twice_adds_one_area()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = New("East", AreaKind.Locality, programme.Whole);

        var first = await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        var second = await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        Assert.Equal(first, second);
        await using var db = database.CreateDbContext();
        Assert.Equal(4, await db.Areas.CountAsync());
    }

    [Fact]
    public async Task An_area_is_never_part_of_itself_or_of_its_own_parts()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var within = await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), New("North West", AreaKind.Locality, programme.North), Never);
        var input = Edit(programme.North);

        input.ParentId = within;
        Assert.Equal((nameof(input.ParentId), "North West is North itself or a part of it. Choose an area outside it."), await RefusedAsync(database, programme, input));
        input.ParentId = programme.North.Id;
        Assert.Equal((nameof(input.ParentId), "North is North itself or a part of it. Choose an area outside it."), await RefusedAsync(database, programme, input));
    }

    [Fact]
    public async Task There_is_one_whole_authority_and_it_stays_the_whole()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var second = New("Othershire", AreaKind.Authority, programme.Whole);
        var orphan = New("East", AreaKind.Locality, programme.Whole);
        orphan.ParentId = null;
        var moved = Edit(programme.Whole);
        moved.ParentId = programme.North.Id;
        var renamed = Edit(programme.Whole);
        renamed.Name = "All of Testshire";

        Assert.Equal((nameof(second.Kind), "The programme has its authority already. Choose locality or team."), await RefusedAsync(database, programme, second));
        Assert.Equal((nameof(orphan.ParentId), "Choose the area that it is part of."), await RefusedAsync(database, programme, orphan));
        Assert.Equal((nameof(moved.ParentId), "This area is the whole authority: it is part of no other. Leave that empty and its kind as it is."), await RefusedAsync(database, programme, moved));
        Assert.Equal(programme.Whole.Id, await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), renamed, Never));
    }

    [Fact]
    public async Task A_locality_is_no_part_of_a_team()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        var team = await FindAsync(database, await new SaveArea(database).ExecuteAsync(manager, New("Duty", AreaKind.Team, programme.North), Never));
        await new SaveArea(database).ExecuteAsync(manager, New("North West", AreaKind.Locality, programme.North), Never);
        var shrunk = Edit(programme.North);
        shrunk.Kind = AreaKind.Team;

        Assert.Equal((nameof(SaveArea.Input.ParentId), "A locality cannot be part of a team. Choose another area than Duty."), await RefusedAsync(database, programme, New("East", AreaKind.Locality, team)));
        Assert.Equal((nameof(SaveArea.Input.Kind), "North West is a locality and part of this area, so it cannot become a team."), await RefusedAsync(database, programme, shrunk));
    }

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
        await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), free, Never);
        Assert.Equal(programme.North.Id, (await FindAsync(database, programme.South.Id)).ParentId);
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

    [Fact]
    public async Task Two_areas_share_a_name_only_at_different_times()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var ended = Edit(programme.North);
        ended.To = new DateOnly(2011, 3, 31);
        var successor = New("north", AreaKind.Locality, programme.Whole);

        Assert.Equal((nameof(successor.Name), "Another area has this name at the same time. Choose a different one."), await RefusedAsync(database, programme, successor));
        await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), ended, Never);
        successor.From = new DateOnly(2011, 4, 1);
        await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), successor, Never);
    }

    [Fact]
    public async Task The_second_of_two_people_who_change_an_area_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var first = Edit(programme.North);
        var second = Edit(programme.North);
        (first.Name, second.Name) = ("North and East", "Northern");

        await new SaveArea(database).ExecuteAsync(programme.As(Role.ProgrammeManager), first, Never);
        var error = await Assert.ThrowsAsync<BrokenRule>(() => new SaveArea(database).ExecuteAsync(programme.As(Role.Administrator), second, Never));

        Assert.Equal("Somebody else has changed this area since you opened it. Open it again and make your change to what it says now.", error.Message);
        Assert.Equal("North and East", (await FindAsync(database, programme.North.Id)).Name);
    }

    [Fact]
    public async Task A_last_day_before_the_first_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = New("East", AreaKind.Locality, programme.Whole);
        input.To = new DateOnly(2008, 12, 31);

        Assert.Equal((nameof(input.To), "The last day lies before the first. Check both."), await RefusedAsync(database, programme, input));
    }
}
