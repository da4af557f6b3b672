using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Measures;

public class MeasureRemarksTests
{
    [Theory, OnSqlite, OnSqlServer]
    public async Task What_people_said_of_a_measure_comes_by_one_statement_and_what_was_taken_back_does_not(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await programme.ChangeAsync((db, change) =>
        {
            db.AttachRange(programme.InTime, programme.North, programme.South);
            db.Add(new Annotation(programme.InTime, null, new Month(2011, 3), "A backlog was cleared.", change));
            db.Add(new Annotation(programme.InTime, programme.South, new Month(2011, 2), "A team moved.", change));
            db.Add(new Rebase(programme.InTime, programme.North, new Month(2011, 1), "A new team began.", change));
            db.Add(new Commentary(programme.InTime, programme.North, new Month(2011, 5), "Two posts are empty.", "Agency staff from June.", change));
            var ended = new Annotation(programme.InTime, null, new Month(2010, 1), "Never happened.", change);
            ended.End(change);
            db.Add(ended);
        }, programme.As(Role.PerformanceOfficer));
        await using var db = database.CreateDbContext();
        database.Statements.Clear();

        var notes = await db.LoadRemarksAsync(programme.As(Role.BoardMember), programme.Programme.Id, programme.InTime.Id, CancellationToken.None);

        Assert.Equal(1, database.Statements.Count);
        Assert.Equal(["A team moved.", "A backlog was cleared."], notes.Annotations.Select(note => note.Text));
        Assert.All(notes.Annotations, note => Assert.Equal("The performance officer", note.Who));
        var north = notes.For(programme.North.Id);
        Assert.Equal(["A backlog was cleared."], north.Annotations.Select(note => note.Text));
        Assert.Equal((new Month(2011, 1), "A new team began."), (north.Rebases.Single().Month, north.Rebases.Single().Text));
        Assert.Equal(("Two posts are empty.", "Agency staff from June."), (north.Commentaries.Single().Why, north.Commentaries.Single().WhatNext));
        Assert.Empty(notes.For(programme.South.Id).Commentaries);
    }
}
