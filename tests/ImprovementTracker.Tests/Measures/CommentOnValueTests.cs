using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class CommentOnValueTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month May2011 = new(2011, 5);

    private static CommentOnValue.Input OfNorth(TestProgramme programme, string? why, int seen = 0) => new()
    {
        Programme = TestProgramme.Slug,
        Measure = "in-time",
        AreaId = programme.North.Id,
        Month = "2011-05",
        Why = why,
        Seen = seen,
        Submission = Guid.NewGuid(),
    };

    private static Task<CommentaryForm.Shown> LoadAsync(TestDatabase database, TestProgramme programme, Actor actor) =>
        new CommentaryForm(database).LoadAsync(actor, TestProgramme.Slug, "in-time", programme.North.Id, May2011, Never);

    private static Task GiveToDirectorAsync(TestProgramme programme) => programme.ChangeAsync((db, change) =>
    {
        db.AttachRange(programme.Theme, programme.InTime, programme[Role.ServiceDirector]);
        programme.InTime.GiveTo(programme[Role.ServiceDirector], change);
    });

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_is_said_anew_stands_and_what_was_said_before_stays_on_record(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await programme.RecordAsync(programme.InTime, programme.North, May2011, RecordedValue.Counted(30, 40) with { Reason = "Two new teams began." });
        var comment = new CommentOnValue(database);

        var first = await comment.ExecuteAsync(officer, OfNorth(programme, "Two social workers left."), Never);
        database.Clock.Utc = database.Clock.Utc.AddDays(1);
        var second = OfNorth(programme, "Two social workers left in April.", seen: first);
        second.WhatNext = " Both posts are advertised. ";
        await comment.ExecuteAsync(officer, second, Never);

        var form = await LoadAsync(database, programme, officer);
        Assert.Equal(("75% (30 of 40)", "provisional", "Two new teams began."), (form.Figure, form.Marks, form.Reason));
        Assert.Equal(("Two social workers left in April.", "Both posts are advertised.", officer.Name, new DateTime(2011, 7, 2, 12, 0, 0)), (form.Current!.Why, form.Current.WhatNext, form.Current.Who, form.Current.SaidAt));
        Assert.Equal("Two social workers left.", Assert.Single(form.Earlier).Why);
        await using var db = database.CreateDbContext();
        Assert.Equal(["Two social workers left in April."], (await db.LoadRemarksAsync(officer, programme.Programme.Id, programme.InTime.Id, Never)).Commentaries.Select(note => note.Why));
    }

    [Fact]
    public async Task What_was_said_can_be_taken_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        var nothing = await Assert.ThrowsAsync<ValidationException>(() => new CommentOnValue(database).ExecuteAsync(officer, new() { Programme = TestProgramme.Slug, Measure = "in-time", AreaId = programme.North.Id, Month = "2011-05", TakenBack = true }, Never));
        Assert.Equal("There is nothing to take back.", nothing.Errors.Single().ErrorMessage);
        var seen = await new CommentOnValue(database).ExecuteAsync(officer, OfNorth(programme, "Two social workers left."), Never);

        var input = OfNorth(programme, null, seen);
        input.TakenBack = true;
        Assert.Equal(0, await new CommentOnValue(database).ExecuteAsync(officer, input, Never));

        var form = await LoadAsync(database, programme, officer);
        Assert.Null(form.Current);
        Assert.Single(form.Earlier);
    }

    [Fact]
    public async Task Who_comments_over_somebody_else_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await new CommentOnValue(database).ExecuteAsync(programme.As(Role.ProgrammeManager), OfNorth(programme, "Two social workers left."), Never);

        var refusal = await Assert.ThrowsAsync<BrokenRule>(() => new CommentOnValue(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), OfNorth(programme, "Snow."), Never));

        Assert.StartsWith("Somebody else commented on this figure while you typed.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_has_not_begun_has_nothing_to_comment_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        var input = OfNorth(programme, "Snow.");
        input.Month = "2011-08";
        const string Told = "August 2011 has not begun. Choose a month up to July 2011 on the measure's page, and comment on that one.";

        Assert.Equal(Told, (await Assert.ThrowsAsync<NotFound>(() => new CommentOnValue(database).ExecuteAsync(officer, input, Never))).Message);
        Assert.Equal(Told, (await Assert.ThrowsAsync<NotFound>(() => new CommentaryForm(database).LoadAsync(officer, TestProgramme.Slug, "in-time", null, new Month(2011, 8), Never))).Message);
    }

    [Theory]
    [InlineData("", "Say why the figure is as it is.")]
    [InlineData(null, "Say why the figure is as it is.")]
    public async Task Why_must_be_said(string? why, string told)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new CommentOnValue(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), OfNorth(programme, why), Never));

        Assert.Equal(told, error.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task A_service_director_comments_on_measures_owned_and_on_no_others()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var director = programme.As(Role.ServiceDirector);
        var refusal = await Assert.ThrowsAsync<NotAllowed>(() => new CommentOnValue(database).ExecuteAsync(director, OfNorth(programme, "Snow."), Never));
        Assert.Equal("You can comment on the measures that you own.", refusal.Message);
        await Assert.ThrowsAsync<NotAllowed>(() => LoadAsync(database, programme, director));

        await GiveToDirectorAsync(programme);

        Assert.True(await new CommentOnValue(database).ExecuteAsync(director, OfNorth(programme, "Snow."), Never) > 0);
        Assert.Equal("Snow.", (await LoadAsync(database, programme, director)).Current!.Why);
        Assert.True((await new MeasurePage(database).LoadAsync(director, TestProgramme.Slug, "in-time", new MeasureChoice(), Never)).MayComment);
        Assert.False((await new MeasurePage(database).LoadAsync(director, TestProgramme.Slug, "referrals", new MeasureChoice(), Never)).MayComment);
    }

    [Theory]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Others_do_not_comment_even_on_a_measure_that_is_not_there(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = OfNorth(programme, "Snow.");
        await Assert.ThrowsAsync<NotAllowed>(() => new CommentOnValue(database).ExecuteAsync(programme.As(role), input, Never));
        input.Measure = "unknown";
        await Assert.ThrowsAsync<NotAllowed>(() => new CommentOnValue(database).ExecuteAsync(programme.As(role), input, Never));
    }
}
