using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Who owns a measure: set on its form or for several at once, kept with its history.</summary>
public class MeasureOwnerTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task SaveAsync(TestDatabase database, TestProgramme programme, Person? owner)
    {
        var actor = programme.As(Role.ProgrammeManager);
        var input = (await new MeasureForm(database).LoadAsync(actor, TestProgramme.Slug, "in-time", Never)).Input;
        input.OwnerId = owner?.Id;
        input.Submission = Guid.NewGuid();
        await new SaveMeasure(database).ExecuteAsync(actor, input, Never);
    }

    private static Task<int> GiveAsync(TestDatabase database, Actor actor, Person? owner, params string[] measures) =>
        new GiveMeasures(database).ExecuteAsync(actor, new() { Programme = TestProgramme.Slug, OwnerId = owner?.Id ?? GiveMeasures.Input.Nobody, Measures = [.. measures] }, Never);

    /// <summary>Each owner of 'in-time' with the changes that made and ended it.</summary>
    private static async Task<List<(string Name, long From, long? To)>> HistoryAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var rows = await db.MeasureOwners.Where(owner => owner.Measure.Code == "in-time").OrderBy(owner => owner.Id).Select(owner => new { owner.Person.Name, owner.AddedIn, owner.EndedIn }).ToListAsync();
        return rows.ConvertAll(row => (row.Name, row.AddedIn, row.EndedIn));
    }

    private static async Task<(long Sequence, string What)> LastChangeAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        var last = await db.Changes.OrderByDescending(change => change.Sequence).FirstAsync();
        return (last.Sequence, last.What);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Who_owned_a_measure_at_any_moment_stays_known(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var (director, other) = (programme[Role.ServiceDirector], await programme.AddPersonAsync("Ann Smith", Role.ServiceDirector));

        await SaveAsync(database, programme, director);
        var given = await LastChangeAsync(database);
        await SaveAsync(database, programme, director);
        await SaveAsync(database, programme, other);
        var handedOver = await LastChangeAsync(database);
        await SaveAsync(database, programme, null);
        var taken = await LastChangeAsync(database);

        Assert.Equal([(director.Name, given.Sequence, handedOver.Sequence), ("Ann Smith", handedOver.Sequence, (long?)taken.Sequence)], await HistoryAsync(database));
        Assert.Equal("changed the measure Assessments in time: owner now The service director, before nobody", given.What);
        Assert.Equal("changed the measure Assessments in time: owner now Ann Smith, before The service director", handedOver.What);
        Assert.Null((await new MeasureForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "in-time", Never)).Input.OwnerId);
    }

    [Fact]
    public async Task An_owner_without_a_role_may_stay_and_nobody_without_one_becomes_owner()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var leaver = await programme.AddPersonAsync("Ann Smith", Role.ServiceDirector);
        await SaveAsync(database, programme, leaver);
        await programme.ChangeAsync((db, change) => db.Memberships.Single(membership => membership.PersonId == leaver.Id).End(change));

        var form = await new MeasureForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, "in-time", Never);
        Assert.Contains(form.People, person => person.Id == leaver.Id);
        Assert.DoesNotContain(form.People, person => person.Id == programme[Role.Administrator].Id);
        await SaveAsync(database, programme, leaver);
        Assert.Null(Assert.Single(await HistoryAsync(database)).To);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => GiveAsync(database, programme.As(Role.ProgrammeManager), leaver, "referrals"));
        Assert.Equal(("OwnerId", "This person has no role in the programme any more. Choose another."), refused.Errors.Select(error => (error.PropertyName, error.ErrorMessage)).Single());
        await SaveAsync(database, programme, null);
        refused = await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, leaver));
        Assert.Equal("OwnerId", refused.Errors.Single().PropertyName);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task Several_measures_are_given_at_once_and_a_form_sent_twice_acts_once(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        await SaveAsync(database, programme, programme[Role.ServiceDirector]);
        var input = new GiveMeasures.Input { Programme = TestProgramme.Slug, OwnerId = programme[Role.ServiceDirector].Id, Measures = ["in-time", "referrals"] };

        Assert.Equal(1, await new GiveMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never));
        Assert.Equal(1, await new GiveMeasures(database).ExecuteAsync(programme.As(Role.PerformanceOfficer), input, Never));

        Assert.Equal("gave 1 measure to The service director: Referrals", (await LastChangeAsync(database)).What);
        Assert.Single(await HistoryAsync(database));
        Assert.All((await new OwnersForm(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, Never)).Measures, measure => Assert.Equal("The service director", measure.Owner!.Name));
    }

    [Fact]
    public async Task Who_may_not_record_measures_gives_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var director = programme[Role.ServiceDirector];

        await Assert.ThrowsAsync<NotAllowed>(() => GiveAsync(database, programme.As(Role.ServiceDirector), director, "in-time"));
        Assert.Equal("Tick the measures to give.", (await Assert.ThrowsAsync<ValidationException>(() => GiveAsync(database, programme.As(Role.ProgrammeManager), director))).Errors.Single().ErrorMessage);
        await Assert.ThrowsAsync<NotFound>(() => GiveAsync(database, programme.As(Role.ProgrammeManager), director, "in-time", "unknown"));
        Assert.Empty(await HistoryAsync(database));
    }

    [Fact]
    public async Task A_measure_shows_its_owner_and_a_reader_sees_the_post_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        await SaveAsync(database, programme, programme[Role.ServiceDirector]);

        async Task<(string Name, string List, string Summary, bool IsYours)> SeenAsync(Role role)
        {
            var (actor, publishedOnly) = (programme.As(role), role == Role.Reader);
            var page = await new MeasurePage(database).LoadAsync(actor, TestProgramme.Slug, "in-time", new(), Never);
            var line = (await new MeasureList(database).LoadAsync(actor, TestProgramme.Slug, Never)).Themes[0].Measures[0];
            var summary = (await new MeasureSummary(database).LoadAsync(actor, TestProgramme.Slug, new(), Never)).Lines[0];
            return (page.Measure.Owner!.Shown(page.IsWholeOnly), line.Owner, summary.Owner, line.IsYours);
        }

        const string Full = "The service director, Service director";
        Assert.Equal((Full, "The service director", "The service director", false), await SeenAsync(Role.BoardMember));
        Assert.Equal((Full, "The service director", "The service director", true), await SeenAsync(Role.ServiceDirector));
        Assert.Equal(("Service director", "Service director", "Service director", false), await SeenAsync(Role.Reader));
    }
}
