using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class EndTargetTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Task<int> SetAsync(TestDatabase database, TestProgramme programme, TargetPath path = TargetPath.Steps, string? to = null) => new SaveTarget(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), new()
    {
        Programme = TestProgramme.Slug,
        Measure = "in-time",
        SetBy = TargetSetter.Local,
        From = "2010-06",
        To = to,
        Path = path,
        Lines = [new() { Value = "60" }, new() { Month = "2010-10", Value = "80" }],
    }, Never);

    /// <param name="stood">The last month that stood when the form was opened.</param>
    private static EndTarget.Input Input(int target, string? last = "2010-08", string? why = "The notice was lifted", Month? stood = null) =>
        new() { Programme = TestProgramme.Slug, Measure = "in-time", Target = target, LastMonth = last, Why = why, Seen = EndTarget.Input.Of(target, stood).Seen };

    private static Task<MeasureTargets.Content> LookAsync(TestDatabase database, Actor actor) => new MeasureTargets(database).LoadAsync(actor, TestProgramme.Slug, "in-time", Never);

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_target_is_ended_and_what_was_asked_before_stands_with_who_and_why(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var first = await SetAsync(database, programme);

        var second = await new EndTarget(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Input(first), Never);

        var targets = await LookAsync(database, programme.As(Role.BoardMember));
        var standing = Assert.Single(targets.Standing);
        Assert.Equal((second, "60% from June 2010 until August 2010", "In force from June 2010 until August 2010."), (standing.Id, standing.Asked, standing.Months));
        var before = Assert.Single(targets.Before!);
        Assert.Equal((first, "80% by October 2010", "In steps: 60% in June 2010 and 80% in October 2010."), (before.Target.Id, before.Target.Asked, before.Target.Path));
        Assert.Equal("set the end of a target of Assessments in time (Local) to August 2010: The notice was lifted.", before.What);
        Assert.False(targets.MayChange);
        await using var db = database.CreateDbContext();
        Assert.Equal(await db.Targets.Where(target => target.Id == first).Select(target => target.EndedIn).SingleAsync(), await db.Targets.Where(target => target.Id == second).Select(target => (long?)target.AddedIn).SingleAsync());
    }

    [Fact]
    public async Task A_target_set_by_mistake_is_taken_back_whole_and_stays_in_the_record_with_why()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var mistaken = await SetAsync(database, programme);
        var input = Input(mistaken, last: null, why: "It belongs to core assessments");
        input.ByMistake = true;

        await new EndTarget(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never);
        await new EndTarget(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never);

        var targets = await LookAsync(database, programme.As(Role.BoardMember));
        Assert.Empty(targets.Standing);
        var before = Assert.Single(targets.Before!);
        Assert.Equal(("80% by October 2010", "took back a target of Assessments in time (Local) that was set by mistake: It belongs to core assessments."), (before.Target.Asked, before.What));
        // Nobody can end or change what is no target any more.
        await Assert.ThrowsAsync<NotFound>(() => new EndTarget(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Input(mistaken), Never));
    }

    [Fact]
    public async Task What_was_wrong_with_a_target_set_by_mistake_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Input(await SetAsync(database, programme), last: "", why: "");
        input.ByMistake = true;

        var error = await Assert.ThrowsAsync<ValidationException>(() => new EndTarget(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));

        Assert.Equal(("Why", "Say in one sentence what was wrong with it."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
    }

    [Fact]
    public async Task A_straight_path_asks_the_same_in_every_month_until_it_ends()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await new EndTarget(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Input(await SetAsync(database, programme, TargetPath.StraightLine)), Never);

        await using var db = database.CreateDbContext();
        var plan = Assert.Single(await db.LoadTargetsAsync(programme.Programme.Id, Never));
        // 60 to 80 in four months: five points a month.
        Assert.Equal([60m, 65m, 70m, null], new Month(2010, 6).To(new Month(2010, 9)).Select(month => plan.LevelIn(month)?.Value));
    }

    [Fact]
    public async Task Of_two_people_who_end_it_the_second_is_shown_the_end_that_stands_and_one_form_acts_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var first = await SetAsync(database, programme);
        var input = Input(first);

        var ended = await new EndTarget(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        Assert.Equal(ended, await new EndTarget(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        var second = Input(first, "2010-07");
        var told = await Assert.ThrowsAsync<ChangedMeanwhile>(() => new EndTarget(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), second, Never));
        Assert.StartsWith("Somebody else changed the local target of Assessments in time while you were writing", told.Message, StringComparison.Ordinal);
        var stands = Assert.IsType<EndTarget.Input>(told.AsItStands);
        Assert.Equal(("2010-08", second.Why), (stands.LastMonth, stands.Why));
        Assert.Single((await LookAsync(database, programme.As(Role.ProgrammeManager))).Before!);
        // Having seen it, the person may choose another end, though the form still has the number that the target had.
        second.Seen = told.AsItStands.Seen;
        await new EndTarget(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), second, Never);
        Assert.Equal("60% from June 2010 until July 2010", Assert.Single((await LookAsync(database, programme.As(Role.ProgrammeManager))).Standing).Asked);
    }

    [Theory]
    [InlineData("2010-05", "Done", "LastMonth", "It asks nothing before June 2010. Choose June 2010 or a later month.")]
    [InlineData("2010-12", "Done", "LastMonth", "It is in force until December 2010 already. Choose another month.")]
    [InlineData("", "Done", "LastMonth", "Choose the last month in which it is in force.")]
    [InlineData("2010-08", " ", "Why", "Say in one sentence why it ends then.")]
    public async Task A_last_month_must_make_sense_and_have_its_reason(string last, string why, string property, string message)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var first = await SetAsync(database, programme, to: "2010-12");

        var error = await Assert.ThrowsAsync<ValidationException>(() => new EndTarget(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Input(first, last, why, new Month(2010, 12)), Never));

        Assert.Equal((property, message), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
        Assert.Equal(first, Assert.Single((await LookAsync(database, programme.As(Role.ProgrammeManager))).Standing).Id);
    }

    [Fact]
    public async Task Only_those_who_feed_the_measures_end_a_target_and_readers_see_no_record_of_changes()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var first = await SetAsync(database, programme);

        foreach (var role in new[] { Role.ServiceDirector, Role.ScrutinyOfficer, Role.BoardMember, Role.Reader, Role.Administrator })
            await Assert.ThrowsAsync<NotAllowed>(() => new EndTarget(database).ExecuteAsync(programme.As(role), Input(first), Never));
        await Assert.ThrowsAsync<NotFound>(() => new EndTarget(database).ExecuteAsync(Actor.Nobody, Input(first), Never));
        Assert.Null((await LookAsync(database, programme.As(Role.Reader))).Before);
    }

    [Fact]
    public async Task A_target_is_said_to_have_given_way_to_a_later_one_of_the_same_setter_for_the_same_area()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await SetAsync(database, programme);
        SaveTarget.Input From2011(int? areaId) => new() { Programme = TestProgramme.Slug, Measure = "in-time", SetBy = TargetSetter.Local, AreaId = areaId, From = "2011-01", Lines = [new() { Value = "90" }] };
        await new SaveTarget(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), From2011(programme.North.Id), Never);

        Assert.All((await LookAsync(database, programme.As(Role.BoardMember))).Standing, line => Assert.Equal("", line.GaveWay));

        await new SaveTarget(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), From2011(null), Never);

        Assert.Equal(
            [("80% by October 2010", "Gave way to the one in force from January 2011."), ("90% from January 2011", ""), ("90% from January 2011", "")],
            (await LookAsync(database, programme.As(Role.BoardMember))).Standing.Select(line => (line.Asked, line.GaveWay)));
    }

    [Theory]
    [InlineData("2010-03", TargetTime.Later)]
    [InlineData("2010-04", TargetTime.InForce)]
    [InlineData("2011-03", TargetTime.InForce)]
    [InlineData("2011-04", TargetTime.Past)]
    public void A_target_is_to_come_in_force_or_past_by_its_months(string month, TargetTime time) => Assert.Equal(time,
        new TargetPlan(1, 1, null, TargetSetter.Local, null, null, false, new(2010, 4), new Month(2011, 3), TargetPath.Steps, 0, ToleranceKind.Points, [new(new(2010, 4), 80)]).TimeIn(Month.Parse(month)));
}
