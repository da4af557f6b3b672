using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

public class SaveInspectionTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static SaveInspection.Input Letter() => new()
    {
        Programme = TestProgramme.Slug,
        Kind = InspectionKind.UnannouncedContactReferralAssessment,
        Title = "Unannounced inspection",
        FieldworkFrom = "8 October 2009",
        FieldworkTo = "9 October 2009",
        Published = "29 October 2009",
        Visibility = Visibility.Published,
        Source = new() { New = new() { Title = "Letter to the director", Publisher = "Ofsted", Attribution = "Crown copyright 2009" } },
    };

    private static async Task<Inspection> FindAsync(TestDatabase database, int id)
    {
        await using var db = database.CreateDbContext();
        return await db.Inspections.Include(inspection => inspection.Source).Include(inspection => inspection.Readers).SingleAsync(inspection => inspection.Id == id);
    }

    private static async Task<SaveInspection.Input> OpenAsync(TestDatabase database, TestProgramme programme, int id) =>
        (await new InspectionToEdit(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Input;

    private static async Task<(string Property, string Message)> RefusedAsync(TestDatabase database, TestProgramme programme, SaveInspection.Input input)
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        return (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_inspection_is_entered_with_its_document_and_opens_again_as_it_was_typed(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);

        var id = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Letter(), Never);

        var stored = await FindAsync(database, id);
        Assert.Equal((KnownDate.On(2009, 10, 8), KnownDate.On(2009, 10, 9), KnownDate.On(2009, 10, 29), "Ofsted", Visibility.Published),
            (stored.FieldworkFrom, stored.FieldworkTo!.Value, stored.Published!.Value, stored.Inspectorate, stored.Visibility));
        Assert.Equal(("Letter to the director", "Crown copyright 2009"), (stored.Source!.Title, stored.Source.Attribution));
        var form = await OpenAsync(database, programme, id);
        Assert.Equal(("8 October 2009", "9 October 2009", "29 October 2009", stored.SourceId), (form.FieldworkFrom, form.FieldworkTo, form.Published, form.Source.SourceId));
    }

    [Fact]
    public async Task The_day_received_is_kept_and_lies_neither_before_the_visit_nor_in_the_future()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();

        input.ReceivedOn = new DateOnly(2009, 10, 7);
        Assert.Equal((nameof(input.ReceivedOn), "It cannot have been received before the visit. Check both dates."), await RefusedAsync(database, programme, input));
        input.ReceivedOn = new DateOnly(2011, 7, 2);
        Assert.Equal((nameof(input.ReceivedOn), "This day is still to come. Enter the day on which it was received, once it was."), await RefusedAsync(database, programme, input));
        input.ReceivedOn = new DateOnly(2011, 7, 1);
        var id = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        Assert.Equal(new DateOnly(2011, 7, 1), (await FindAsync(database, id)).ReceivedOn);
        Assert.Equal(new DateOnly(2011, 7, 1), (await OpenAsync(database, programme, id)).ReceivedOn);
    }

    [Fact]
    public async Task Without_a_title_it_is_called_by_its_kind_and_a_date_may_be_known_to_the_month_only()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();
        (input.Kind, input.Title, input.FieldworkFrom, input.FieldworkTo, input.Published) = (InspectionKind.PeerChallenge, " ", "May 2011", null, null);

        var stored = await FindAsync(database, await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));

        Assert.Equal(("Peer challenge", KnownDate.In(2011, 5)), (stored.Title, stored.FieldworkFrom));
    }

    [Fact]
    public async Task A_tally_is_kept_as_it_was_stated_and_can_be_taken_out()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();
        (input.TallyCount, input.TallyOutOf, input.TallyGrade) = ("13", " 33 ", Grade.Inadequate);

        var id = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        var stored = await FindAsync(database, id);
        Assert.Equal((13, 33, Grade.Inadequate), (stored.TallyCount!.Value, stored.TallyOutOf!.Value, stored.TallyGrade!.Value));

        var form = await OpenAsync(database, programme, id);
        (form.TallyCount, form.TallyOutOf, form.TallyGrade, form.Reason) = (null, null, null, "The newspaper took it back.");
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form, Never);
        Assert.Null((await FindAsync(database, id)).TallyGrade);
    }

    [Theory]
    [InlineData("34", "33", nameof(SaveInspection.Input.TallyCount), "34 is more than the 33 areas that were judged. Check both numbers.")]
    [InlineData("13", "", nameof(SaveInspection.Input.TallyOutOf), "Type how many areas were judged, as a number such as 33.")]
    [InlineData("some", "33", nameof(SaveInspection.Input.TallyCount), "Type how many judged areas had the grade, as a number such as 13.")]
    public async Task Half_a_tally_or_an_impossible_one_is_refused(string count, string outOf, string property, string message)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();
        (input.TallyCount, input.TallyOutOf, input.TallyGrade) = (count, outOf, Grade.Inadequate);

        Assert.Equal((property, message), await RefusedAsync(database, programme, input));
    }

    [Fact]
    public async Task Published_once_it_stays_published()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Letter(), Never);
        var form = await OpenAsync(database, programme, id);
        form.Visibility = Visibility.Draft;

        Assert.Equal((nameof(form.Visibility), "An inspection that has been published stays published. If something in it is wrong, correct it and say why."), await RefusedAsync(database, programme, form));
    }

    [Fact]
    public async Task What_will_be_published_on_a_later_day_is_embargoed_until_then()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();
        (input.FieldworkFrom, input.FieldworkTo, input.Published) = ("June 2011", null, "2 July 2011");

        Assert.Equal((nameof(input.Visibility), "It will be published on 2 July 2011. Choose embargoed until then."), await RefusedAsync(database, programme, input));
        database.Clock.Utc = database.Clock.Utc.AddDays(1);
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
    }

    [Theory]
    [InlineData("8 October 2009", "7 October 2009", null, nameof(SaveInspection.Input.FieldworkTo))]
    [InlineData("8 October 2009", null, "September 2009", nameof(SaveInspection.Input.Published))]
    [InlineData("autumn", null, null, nameof(SaveInspection.Input.FieldworkFrom))]
    public async Task Dates_that_cannot_be_are_refused(string from, string? to, string? published, string property)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();
        (input.FieldworkFrom, input.FieldworkTo, input.Published) = (from, to, published);

        Assert.Equal(property, (await RefusedAsync(database, programme, input)).Property);
    }

    [Fact]
    public async Task Those_named_are_added_and_taken_off_and_that_they_were_named_is_kept()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var (director, chair) = (programme[Role.ServiceDirector].Id, programme[Role.BoardMember].Id);
        var input = Letter();
        (input.Visibility, input.Readers) = (Visibility.Embargoed, [director]);

        var id = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        var form = await OpenAsync(database, programme, id);
        Assert.Equal([director], form.Readers);
        form.Readers = [chair];
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form, Never);

        Assert.Equal([(director, true), (chair, false)], (await FindAsync(database, id)).Readers.OrderBy(reader => reader.AddedIn).Select(reader => (reader.PersonId, reader.EndedIn is not null)));
    }

    [Theory]
    [InlineData(Role.PerformanceOfficer)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Administrator)]
    public async Task Whoever_may_not_see_an_embargoed_inspection_is_not_named_on_one(Role role)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();
        (input.Visibility, input.Readers) = (Visibility.Embargoed, [programme[role].Id]);

        Assert.Equal(nameof(input.Readers), (await RefusedAsync(database, programme, input)).Property);
        var offered = (await new InspectionToEdit(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, null, Never)).People;
        Assert.Equal(["The board member", "The scrutiny officer", "The service director"], offered.Select(person => person.Name));
    }

    [Fact]
    public async Task The_second_of_two_people_who_change_an_inspection_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Letter(), Never);
        var (first, second) = (await OpenAsync(database, programme, id), await OpenAsync(database, programme, id));
        (first.Title, second.Title) = ("The first title", "The second title");
        (first.Reason, second.Reason) = ("The title was misread.", "The title was misread.");

        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), first, Never);
        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), second, Never));

        Assert.StartsWith("Somebody else changed the inspection ‘The first title’ while you were writing", error.Message, StringComparison.Ordinal);
        Assert.Equal("The first title", Assert.IsType<SaveInspection.Input>(error.AsItStands).Title);
        Assert.Equal("The first title", (await FindAsync(database, id)).Title);
    }

    [Fact]
    public async Task The_form_sent_twice_enters_one_inspection()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();

        var first = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        var second = await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        Assert.Equal(first, second);
        await using var db = database.CreateDbContext();
        Assert.Equal((1, 1), (await db.Inspections.CountAsync(), await db.SourceDocuments.CountAsync()));
    }

    [Theory]
    [InlineData(Visibility.Draft, "saved an inspection that is not published")]
    [InlineData(Visibility.Embargoed, "saved an inspection that is not published")]
    [InlineData(Visibility.Published, "saved the inspection Unannounced inspection, 8 October 2009")]
    public async Task The_history_names_an_inspection_only_once_it_is_published(Visibility visibility, string what)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Letter();
        input.Visibility = visibility;

        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        await using var db = database.CreateDbContext();
        Assert.Equal(what, (await db.Changes.OrderBy(change => change.Sequence).LastAsync()).What);
    }
}
