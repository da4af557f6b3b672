using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

public class AddTimelineEntryTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static AddTimelineEntry.Input Staff() => new()
    {
        Programme = TestProgramme.Slug,
        On = "March 2011",
        Kind = TimelineKind.Resources,
        Sentence = "The council has recruited new staff.",
        Figure = "60 staff",
        Source = new() { New = new() { Title = "Spectacular turnaround", Publisher = "A newspaper", Published = "March 2011" } },
    };

    [Theory, OnSqlite, OnSqlServer]
    public async Task An_entry_keeps_its_date_as_it_is_known_its_figure_and_a_new_source(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);

        await new AddTimelineEntry(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Staff(), Never);

        var item = Assert.Single((await new Timeline(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, null, Never)).Items);
        Assert.Equal((KnownDate.In(2011, 3), TimelineTopic.Resources, "The council has recruited new staff.", "60 staff", "Spectacular turnaround", false),
            (item.On, item.Topic, item.Sentence, item.Figure, item.SourceTitle, item.IsIllustrative));
    }

    [Fact]
    public async Task The_form_sent_twice_adds_one_entry_and_one_document()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Staff();

        await new AddTimelineEntry(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        await new AddTimelineEntry(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

        await using var db = database.CreateDbContext();
        Assert.Equal((1, 1), (await db.TimelineEntries.CountAsync(), await db.SourceDocuments.CountAsync()));
    }

    [Fact]
    public async Task A_document_is_either_chosen_or_new()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Staff();
        input.Source.SourceId = 1;

        var both = await Assert.ThrowsAsync<ValidationException>(() => new AddTimelineEntry(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        Assert.Equal(("Source.SourceId", "Either choose a document or describe a new one, not both."), (both.Errors.Single().PropertyName, both.Errors.Single().ErrorMessage));

        input.Source.New = new();
        await Assert.ThrowsAsync<NotFound>(() => new AddTimelineEntry(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
    }

    [Fact]
    public async Task Half_a_description_of_a_document_is_refused_at_its_fields()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Staff();
        input.Source.New = new() { Address = "https://www.example.org", Published = "sometime" };
        input.On = "in spring";

        var error = await Assert.ThrowsAsync<ValidationException>(() => new AddTimelineEntry(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));

        Assert.Equal(["On", "Source.New.Title", "Source.New.Publisher", "Source.New.Published"], error.Errors.Select(failure => failure.PropertyName));
    }
}
