using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;
using static ImprovementTracker.Tests.Programmes.AreaForm;

namespace ImprovementTracker.Tests.Programmes;

public class SaveAreaTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

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
        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => new SaveArea(database).ExecuteAsync(programme.As(Role.Administrator), second, Never));

        Assert.Equal("Somebody else changed the area North and East while you were writing, so nothing was saved. Where your form says something else, what is saved now stands beside it. Keep yours or take theirs in each place, then save again.", error.Message);
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
