using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

public class SeriesNotesTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month April = new(2011, 4);
    private static readonly Month May = new(2011, 5);

    private static Annotate.Input Cleared(string month = "2011-05", int? areaId = null) =>
        new() { Programme = TestProgramme.Slug, Measure = "in-time", Month = month, Text = " Backlog of 120 assessments cleared ", AreaId = areaId };

    private static RebaseSeries.Input NewTeam(string from = "2011-05", int? areaId = null) =>
        new() { Programme = TestProgramme.Slug, Measure = "in-time", From = from, Reason = " One team assesses for the whole county since May. ", AreaId = areaId };

    private static Task<MeasureNotes.Opened> OpenAsync(TestDatabase database, Actor actor) => new MeasureNotes(database).LoadAsync(actor, TestProgramme.Slug, "in-time", Never);

    private static async Task<string> RefusalAsync(TestDatabase database, TestProgramme programme, RebaseSeries.Input input) =>
        (await Assert.ThrowsAsync<ValidationException>(() => new RebaseSeries(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never))).Errors.Single().ErrorMessage;

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_note_stands_with_who_put_it_there_and_when_until_it_is_taken_off(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        var first = await new Annotate(database).ExecuteAsync(officer, Cleared(), Never);
        var second = await new Annotate(database).ExecuteAsync(officer, Cleared("2011-04", programme.North.Id), Never);

        var notes = (await OpenAsync(database, officer)).Annotations;
        var moment = new DateTime(2011, 7, 1, 12, 0, 0);
        Assert.Equal(
            [new SeriesNote(second, April, programme.North.Id, "North", "Backlog of 120 assessments cleared", officer.Name, moment), new SeriesNote(first, May, null, null, "Backlog of 120 assessments cleared", officer.Name, moment)],
            notes);
        Assert.Equal([(true, true), (false, true)], new[] { programme.North.Id, programme.South.Id }.Select(area => (notes[0].IsAbout(area), notes[1].IsAbout(area))));

        await new EndAnnotation(database).ExecuteAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, first, Never);
        await new EndAnnotation(database).ExecuteAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, first, Never);

        Assert.Equal([second], (await OpenAsync(database, officer)).Annotations.Select(note => note.Id));
        await using var db = database.CreateDbContext();
        Assert.NotNull((await db.Annotations.SingleAsync(annotation => annotation.Id == first)).EndedIn);
        Assert.Equal(1, await db.Changes.CountAsync(change => change.What == "took a note off the chart of Assessments in time at May 2011"));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_rebase_stands_with_its_reason_until_it_is_taken_back(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await programme.RecordAsync(programme.InTime, programme.North, April, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May, RecordedValue.Counted(45, 50));

        var id = await new RebaseSeries(database).ExecuteAsync(officer, NewTeam(), Never);

        Assert.Equal([new SeriesNote(id, May, null, null, "One team assesses for the whole county since May.", officer.Name, new DateTime(2011, 7, 1, 12, 0, 0))], (await OpenAsync(database, officer)).Rebases);
        Assert.Equal("The limits are worked out anew from May 2011 already.", await RefusalAsync(database, programme, NewTeam()));
        Assert.Equal("The limits are worked out anew from May 2011 already.", await RefusalAsync(database, programme, NewTeam(areaId: programme.North.Id)));

        await new EndRebase(database).ExecuteAsync(officer, TestProgramme.Slug, id, Never);
        Assert.Empty((await OpenAsync(database, officer)).Rebases);
        await new RebaseSeries(database).ExecuteAsync(officer, NewTeam(), Never);
        Assert.Single((await OpenAsync(database, officer)).Rebases);
    }

    [Fact]
    public async Task A_series_begins_anew_only_between_figures()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, April, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May, RecordedValue.Counted(45, 50));
        await programme.RecordAsync(programme.InTime, programme.North, new Month(2011, 6), RecordedValue.NotCaptured("The system was down."));
        await programme.RecordAsync(programme.InTime, programme.South, new Month(2011, 7), RecordedValue.Counted(70, 80), PeriodType.YearToDate);

        Assert.Equal("No figure is recorded in June 2011 or after. Record one first, or choose an earlier month.", await RefusalAsync(database, programme, NewTeam("2011-06")));
        Assert.Equal("No figure is recorded before April 2011, so there is nothing to begin anew after. Choose a later month.", await RefusalAsync(database, programme, NewTeam("2011-04")));
        Assert.Equal("No figure is recorded for South in May 2011 or after. Record one first, or choose an earlier month.", await RefusalAsync(database, programme, NewTeam(areaId: programme.South.Id)));
        // The whole is the sum of its parts, so that a figure of a part is one of the whole.
        Assert.True(await new RebaseSeries(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), NewTeam(areaId: programme.Whole.Id), Never) > 0);
    }

    [Fact]
    public async Task Where_another_definition_began_the_series_begins_anew_by_itself()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await programme.RecordAsync(programme.InTime, programme.North, April, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May, RecordedValue.Counted(45, 50));
        await new RedefineMeasure(database).ExecuteAsync(programme.As(Role.PerformanceOfficer),
            new() { Programme = TestProgramme.Slug, Measure = "in-time", From = "2011-05", Definition = "Other.", Numerator = "done", Denominator = "all", WhatChanged = "Everything." }, Never);

        Assert.Equal("With May 2011 another definition began, so the limits are worked out anew from then already.", await RefusalAsync(database, programme, NewTeam()));
    }

    [Fact]
    public async Task What_has_not_begun_or_is_not_here_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        async Task<string> NoteRefusalAsync(Annotate.Input input) => (await Assert.ThrowsAsync<ValidationException>(() => new Annotate(database).ExecuteAsync(officer, input, Never))).Errors.Single().ErrorMessage;

        Assert.Equal("August 2011 has not begun. Choose a month up to July 2011.", await NoteRefusalAsync(Cleared("2011-08")));
        Assert.Equal("That area is not in this programme any more. Choose another.", await NoteRefusalAsync(Cleared(areaId: 999)));
        Assert.Equal("That area is not in this programme any more. Choose another.", await RefusalAsync(database, programme, NewTeam(areaId: 999)));
        await Assert.ThrowsAsync<NotFound>(() => new EndAnnotation(database).ExecuteAsync(officer, TestProgramme.Slug, 999, Never));
        await Assert.ThrowsAsync<NotFound>(() => new EndRebase(database).ExecuteAsync(officer, TestProgramme.Slug, 999, Never));
        Assert.Equal(["Month", "Text"], new Annotate.Input.Validator().Validate(new Annotate.Input()).Errors.Select(error => error.PropertyName).Order());
        Assert.Equal(["From", "Reason"], new RebaseSeries.Input.Validator().Validate(new RebaseSeries.Input()).Errors.Select(error => error.PropertyName).Order());
        Assert.Equal("A chart has room for 200 characters. Say it in fewer words.", new Annotate.Input.Validator().Validate(new Annotate.Input { Month = "2011-05", Text = new string('x', 201) }).Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task The_same_form_sent_twice_acts_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await programme.RecordAsync(programme.InTime, programme.North, April, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May, RecordedValue.Counted(45, 50));
        var (note, rebase) = (Cleared(), NewTeam());

        Assert.Equal(await new Annotate(database).ExecuteAsync(officer, note, Never), await new Annotate(database).ExecuteAsync(officer, note, Never));
        Assert.Equal(await new RebaseSeries(database).ExecuteAsync(officer, rebase, Never), await new RebaseSeries(database).ExecuteAsync(officer, rebase, Never));
        var opened = await OpenAsync(database, officer);
        Assert.Equal((1, 1), (opened.Annotations.Count, opened.Rebases.Count));
    }

    [Fact]
    public async Task A_reader_learns_where_the_whole_authoritys_limits_begin_anew_and_nothing_that_somebody_typed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var officer = programme.As(Role.PerformanceOfficer);
        await programme.RecordAsync(programme.InTime, programme.North, April, RecordedValue.Counted(40, 50));
        await programme.RecordAsync(programme.InTime, programme.North, May, RecordedValue.Counted(45, 50));
        await new Annotate(database).ExecuteAsync(officer, Cleared(), Never);
        await new RebaseSeries(database).ExecuteAsync(officer, NewTeam(areaId: programme.North.Id), Never);
        await new RebaseSeries(database).ExecuteAsync(officer, NewTeam(areaId: programme.Whole.Id), Never);

        await using var db = database.CreateDbContext();
        database.Statements.Clear();
        var published = await db.LoadRemarksAsync(programme.As(Role.Reader), programme.Programme.Id, programme.InTime.Id, Never);

        Assert.Equal([(May, (int?)programme.Whole.Id, "", "")], published.Rebases.Select(rebase => (rebase.Month, rebase.AreaId, rebase.Text, rebase.Who)));
        Assert.Empty(published.Annotations);
        Assert.Equal(1, database.Statements.Count);
        Assert.Single((await db.LoadRemarksAsync(programme.As(Role.BoardMember), programme.Programme.Id, programme.InTime.Id, Never)).Annotations);
        Assert.Equal(2, database.Statements.Count);
    }

    [Theory]
    [InlineData(Role.ServiceDirector)]
    [InlineData(Role.ScrutinyOfficer)]
    [InlineData(Role.BoardMember)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Only_those_who_feed_the_measures_write_on_their_charts(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var note = await new Annotate(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), Cleared(), Never);

        await Assert.ThrowsAsync<NotAllowed>(() => new Annotate(database).ExecuteAsync(programme.As(role), Cleared(), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new EndAnnotation(database).ExecuteAsync(programme.As(role), TestProgramme.Slug, note, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new RebaseSeries(database).ExecuteAsync(programme.As(role), NewTeam(), Never));
        await Assert.ThrowsAsync<NotAllowed>(() => new EndRebase(database).ExecuteAsync(programme.As(role), TestProgramme.Slug, 1, Never));
        await Assert.ThrowsAsync<NotAllowed>(() => OpenAsync(database, programme.As(role)));
        await Assert.ThrowsAsync<NotFound>(() => new Annotate(database).ExecuteAsync(Actor.Nobody, Cleared(), Never));
    }
}
