using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

public class InspectionCorrectionTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<int> EnterAsync(TestDatabase database, TestProgramme programme, Visibility visibility) =>
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new()
        {
            Programme = TestProgramme.Slug,
            Kind = InspectionKind.SafeguardingAndLookedAfterChildren,
            Title = "Full inspection",
            FieldworkFrom = "March 2010",
            Visibility = visibility,
            TallyCount = "12",
            TallyOutOf = "33",
            TallyGrade = Grade.Inadequate,
        }, Never);

    private static async Task ChangeAsync(TestDatabase database, TestProgramme programme, int id, Action<SaveInspection.Input> change)
    {
        var form = (await new InspectionToEdit(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Input;
        change(form);
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), form, Never);
    }

    private static Task<InspectionPage.Content> PageAsync(TestDatabase database, TestProgramme programme, int id, Role role = Role.Reader) =>
        new InspectionPage(database).LoadAsync(programme.As(role), TestProgramme.Slug, id, Never);

    private static async Task<List<InspectionCorrection>> KeptAsync(TestDatabase database)
    {
        await using var db = database.CreateDbContext();
        return await db.InspectionCorrections.Include(correction => correction.Source).OrderBy(correction => correction.RecordedIn).ToListAsync();
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task What_a_published_inspection_said_before_stands_on_its_page_with_who_corrected_it_and_why(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, Visibility.Published);

        await ChangeAsync(database, programme, id, form => (form.ReceivedOn, form.Reason) = (new DateOnly(2010, 4, 6), "The post book was found."));
        await ChangeAsync(database, programme, id, form => (form.TallyCount, form.Reason) = ("13", " The letter was misread. "));
        await ChangeAsync(database, programme, id, form => (form.Title, form.FieldworkFrom, form.FieldworkTo, form.Reason) = ("Inspection of safeguarding", "8 March 2010", "19 March 2010", "The report has come."));

        var page = await PageAsync(database, programme, id, Role.BoardMember);
        Assert.Equal(("Inspection of safeguarding", new InspectionList.Tally(13, 33, Grade.Inadequate)), (page.Title, page.Tally!));
        Assert.Equal(
            [("The programme manager", "The report has come.", "title “Full inspection”; visit March 2010"), ("The programme manager", "The letter was misread.", "12 of 33 judged areas inadequate"), ("The programme manager", "The post book was found.", "day received not known")],
            page.Corrections.Select(correction => (correction.Who, correction.Reason!, correction.SaidBefore)));
        // Whoever sees only what is published is told what and why, and no names.
        Assert.Equal(page.Corrections.Select(correction => ("", correction.Reason, correction.SaidBefore)), (await PageAsync(database, programme, id)).Corrections.Select(correction => (correction.Who, correction.Reason, correction.SaidBefore)));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("first day")]
    [InlineData("publication")]
    [InlineData("received")]
    [InlineData("tally")]
    [InlineData("no tally")]
    public async Task A_published_title_date_or_tally_is_not_changed_without_a_reason(string what)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, Visibility.Published);

        var error = await Assert.ThrowsAsync<ValidationException>(() => ChangeAsync(database, programme, id, form =>
        {
            if (what == "title")
                form.Title = "Another title";
            else if (what == "first day")
                form.FieldworkFrom = "8 March 2010";
            else if (what == "publication")
                form.Published = "May 2010";
            else if (what == "received")
                form.ReceivedOn = new DateOnly(2010, 4, 6);
            else if (what == "tally")
                form.TallyCount = "13";
            else
                (form.TallyCount, form.TallyOutOf, form.TallyGrade) = (null, null, null);
        }));

        Assert.Equal((nameof(SaveInspection.Input.Reason), "The inspection is published. Say why its title, dates or tally change: the reason stands on its page with what it said before."),
            (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));
        var page = await PageAsync(database, programme, id);
        Assert.Equal(("Full inspection", KnownDate.In(2010, 3), null, new InspectionList.Tally(12, 33, Grade.Inadequate)), (page.Title, page.FieldworkFrom, page.Published, page.Tally!));
        Assert.Empty(page.Corrections);
    }

    [Fact]
    public async Task A_note_and_a_document_are_added_without_a_reason_and_the_earlier_note_is_kept()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, Visibility.Published);

        await ChangeAsync(database, programme, id, form => form.Note = "Only a newspaper reports it.");
        await ChangeAsync(database, programme, id, form => (form.Note, form.Source.New) = ("The report is held.", new() { Title = "The report", Publisher = "Ofsted" }));
        await ChangeAsync(database, programme, id, _ => { });

        Assert.Equal([(null, "no document; note “Only a newspaper reports it.”"), (null, "no note")],
            (await PageAsync(database, programme, id)).Corrections.Select(correction => (correction.Reason, correction.SaidBefore)));
    }

    [Fact]
    public async Task What_those_named_read_under_embargo_is_kept_and_is_no_correction_of_what_was_published()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, Visibility.Embargoed);

        await ChangeAsync(database, programme, id, form => form.TallyCount = "13");
        await ChangeAsync(database, programme, id, form => form.Visibility = Visibility.Draft);
        await ChangeAsync(database, programme, id, form => form.Title = "Inspection of safeguarding");
        await ChangeAsync(database, programme, id, form => form.Visibility = Visibility.Published);

        Assert.Equal([("Full inspection", 12, Visibility.Embargoed), ("Full inspection", 13, Visibility.Embargoed), ("Full inspection", 13, Visibility.Draft), ("Inspection of safeguarding", 13, Visibility.Draft)],
            (await KeptAsync(database)).Select(kept => (kept.Title, kept.TallyCount!.Value, kept.Visibility)));
        Assert.Empty((await PageAsync(database, programme, id, Role.ProgrammeManager)).Corrections);
    }

    [Fact]
    public async Task A_draft_that_nobody_else_has_seen_is_changed_without_a_trace()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, Visibility.Draft);

        await ChangeAsync(database, programme, id, form => form.Title = "Inspection of safeguarding");

        Assert.Empty(await KeptAsync(database));
    }

    [Fact]
    public async Task The_tally_shows_the_document_that_states_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, Visibility.Published);

        await ChangeAsync(database, programme, id, form => (form.TallySource.New, form.TallyParagraph) = (new() { Title = "The evening paper", Publisher = "A newspaper" }, "page 3"));

        var page = await PageAsync(database, programme, id);
        Assert.Equal(("The evening paper", "page 3", null), (page.TallySource!.Title, page.TallyParagraph, page.Source));
        Assert.Equal("The evening paper, page 3", Assert.Single((await new JudgedAreas(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, Never)).Columns).TallySource);
        Assert.Equal("no document of its own for the tally", Assert.Single(page.Corrections).SaidBefore);
        var form = (await new InspectionToEdit(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Input;
        Assert.Equal(("page 3", true), (form.TallyParagraph, form.TallySource.SourceId is not null));
    }

    [Fact]
    public async Task A_document_for_a_tally_that_is_not_typed_is_questioned()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, Visibility.Draft);

        var error = await Assert.ThrowsAsync<ValidationException>(() => ChangeAsync(database, programme, id, form =>
            (form.TallyCount, form.TallyOutOf, form.TallyGrade, form.TallySource.New) = (null, null, null, new() { Title = "The evening paper", Publisher = "A newspaper" })));

        Assert.Equal("Type the tally that the document states, or leave its document out.", error.Errors.Single().ErrorMessage);
    }

    [Fact]
    public async Task The_document_of_an_embargoed_tally_is_offered_to_those_alone_who_enter_inspections()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme, Visibility.Embargoed);
        await ChangeAsync(database, programme, id, form => form.TallySource.New = new() { Title = "The letter in confidence", Publisher = "Ofsted" });

        await using var db = database.CreateDbContext();
        Assert.Empty(await db.SourcesSeenBy(programme.As(Role.PerformanceOfficer), programme.Programme.Id).ToListAsync());
        Assert.Single(await db.SourcesSeenBy(programme.As(Role.ProgrammeManager), programme.Programme.Id).ToListAsync());
    }
}
