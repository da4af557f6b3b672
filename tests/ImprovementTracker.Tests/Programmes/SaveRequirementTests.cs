using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

public class SaveRequirementTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static SaveRequirement.Input Told(string? reference = null) => new() { Programme = TestProgramme.Slug, Reference = reference, Words = "Children are seen in time." };

    private static Task<int> SaveAsync(TestDatabase database, TestProgramme programme, SaveRequirement.Input input) =>
        new SaveRequirement(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

    private static Task<NoticeAndRequirements.Content> NoticeAsync(TestDatabase database, TestProgramme programme) =>
        new NoticeAndRequirements(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, Never);

    private static async Task<SaveRequirement.Input> OpenAsync(TestDatabase database, TestProgramme programme, int id) =>
        (await new RequirementToEdit(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Input;

    private static async Task<(string Field, string Said)> RefusalAsync(Task<int> saving)
    {
        var error = Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => saving)).Errors);
        return (error.PropertyName, error.ErrorMessage);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_requirement_keeps_its_words_where_they_stand_its_theme_and_its_due_month(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);

        await SaveAsync(database, programme, new()
        {
            Programme = TestProgramme.Slug,
            Reference = "N1",
            Words = " Each child is seen. ",
            IsVerbatim = true,
            Source = new() { New = new() { Title = "A notice for a test", Publisher = "A department" } },
            Paragraph = "4",
            ThemeId = programme.Theme.Id,
            DueOn = "March 2099",
        });

        var line = Assert.Single((await NoticeAsync(database, programme)).Requirements);
        Assert.Equal(("N1", "Each child is seen.", true, "4", "Assessment", KnownDate.In(2099, 3), "A notice for a test", false),
            (line.Reference, line.Words, line.IsVerbatim, line.Paragraph, line.Theme, line.DueOn!.Value, line.Source!.Title, line.IsIllustrative));
        Assert.Equal(RequirementStanding.Open, line.State!.Standing);
    }

    [Fact]
    public async Task A_requirement_without_a_reference_gets_the_next_number_and_the_list_counts_as_people_do()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        await SaveAsync(database, programme, Told("R9"));
        await SaveAsync(database, programme, Told());
        await SaveAsync(database, programme, Told("R2"));

        Assert.Equal(["R2", "R9", "R10"], (await NoticeAsync(database, programme)).Requirements.Select(line => line.Reference));
    }

    [Fact]
    public async Task Words_that_are_quoted_need_their_document()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Told();
        input.IsVerbatim = true;

        Assert.Equal(("IsVerbatim", "Words that are quoted need their document. Choose it, or leave this out and tell the requirement in your own words."), await RefusalAsync(SaveAsync(database, programme, input)));
    }

    [Fact]
    public async Task A_reference_is_not_given_twice_not_even_one_that_is_no_longer_asked()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var ended = await OpenAsync(database, programme, await SaveAsync(database, programme, Told("R1")));
        ended.TakeOut = true;
        Assert.Equal(("Reason", "Say in one sentence why it is no longer asked."), await RefusalAsync(SaveAsync(database, programme, ended)));
        ended.Reason = "The notice was changed.";
        await SaveAsync(database, programme, ended);

        Assert.Equal(("Reference", "r1 is another requirement, or one that is no longer asked. Choose a different reference."), await RefusalAsync(SaveAsync(database, programme, Told("r1"))));
    }

    [Fact]
    public async Task A_requirement_that_is_no_longer_asked_stays_on_record_with_its_words_and_judgements()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await SaveAsync(database, programme, Told("R1"));
        await programme.ChangeAsync((db, change) => db.Requirements.Single(requirement => requirement.Id == id).Review(true, KnownDate.In(2011, 4), "The department found it met.", null, change));
        var input = await OpenAsync(database, programme, id);
        (input.TakeOut, input.Words, input.Reason) = (true, "Something else.", "The notice was changed.");

        await SaveAsync(database, programme, input);

        var notice = await NoticeAsync(database, programme);
        Assert.Empty(notice.Requirements);
        Assert.Equal(("R1", "Children are seen in time."), (notice.Ended.Single().Reference, notice.Ended.Single().Words));
        await using var db = database.CreateDbContext();
        Assert.Equal("The department found it met.", (await db.RequirementReviews.SingleAsync()).Said);
        await Assert.ThrowsAsync<NotFound>(() => OpenAsync(database, programme, id));
    }

    [Fact]
    public async Task The_second_of_two_people_who_change_a_requirement_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await SaveAsync(database, programme, Told("R1"));
        var (first, second) = (await OpenAsync(database, programme, id), await OpenAsync(database, programme, id));
        (first.Words, second.Words) = ("Children are seen within ten days.", "Children are seen within seven days.");
        (first.Reason, second.Reason) = ("Working Together 2010 says ten.", "The regulations say seven.");
        await SaveAsync(database, programme, first);

        var error = await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAsync(database, programme, second));

        Assert.StartsWith("Somebody else changed requirement R1 while you were writing, so nothing was saved.", error.Message, StringComparison.Ordinal);
        Assert.Equal("Children are seen within ten days.", (await NoticeAsync(database, programme)).Requirements.Single().Words);
    }

    [Fact]
    public async Task What_is_left_empty_on_a_change_is_empty_afterwards()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var told = Told("R1");
        (told.ThemeId, told.DueOn, told.Source) = (programme.Theme.Id, "31 March 2011", new() { New = new() { Title = "Letter", Publisher = "A department" } });
        var input = await OpenAsync(database, programme, await SaveAsync(database, programme, told));
        (input.ThemeId, input.DueOn, input.Source, input.Reason) = (null, "", new(), "The letter names no day.");

        await SaveAsync(database, programme, input);

        var line = (await NoticeAsync(database, programme)).Requirements.Single();
        Assert.Equal((null, null, null), (line.Theme, line.DueOn, line.Source));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_due_date_that_moves_asks_why_and_the_day_before_stays_in_sight(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var told = Told("R1");
        told.DueOn = "31 March 2011";
        var id = await SaveAsync(database, programme, told);
        var input = await OpenAsync(database, programme, id);
        input.DueOn = "30 September 2011";

        Assert.Equal(("Reason", "Say why requirement R1 says something else now, or is due on another day."), await RefusalAsync(SaveAsync(database, programme, input)));
        input.Reason = "The department agreed to six months more.";
        await SaveAsync(database, programme, input);

        var line = (await NoticeAsync(database, programme)).Requirements.Single();
        Assert.Equal(KnownDate.On(new(2011, 9, 30)), line.DueOn);
        var before = Assert.Single(line.Corrections);
        Assert.Equal((KnownDate.On(new(2011, 3, 31)), (string?)null, "The department agreed to six months more."), (before.DueOn, before.Words, before.Reason));
    }

    [Fact]
    public async Task Its_paragraph_may_change_without_a_reason_and_saving_it_as_it_is_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var told = Told("R1");
        (told.ThemeId, told.Source) = (programme.Theme.Id, new() { New = new() { Title = "Letter", Publisher = "A department" } });
        var id = await SaveAsync(database, programme, told);
        await SaveAsync(database, programme, await OpenAsync(database, programme, id));
        var input = await OpenAsync(database, programme, id);
        input.Paragraph = "4";

        await SaveAsync(database, programme, input);

        await using var db = database.CreateDbContext();
        var kept = await db.RequirementCorrections.SingleAsync();
        Assert.Equal((null, null, "Children are seen in time."), (kept.Paragraph, kept.Reason, kept.Words));
        // Nothing that a reader would want to see struck.
        Assert.Empty((await NoticeAsync(database, programme)).Requirements.Single().Corrections);
    }

    [Fact]
    public async Task A_requirement_with_a_target_is_not_judged_by_a_sentence()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await SaveAsync(database, programme, Told("R1"));
        var manager = programme.As(Role.ProgrammeManager);
        await new SaveTarget(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Measure = "in-time", RequirementId = id, SetBy = TargetSetter.Local, From = "2011-05", Lines = [new() { Value = "80" }] }, Never);
        var form = await new RequirementToReview(database).LoadAsync(manager, TestProgramme.Slug, id, Never);
        (form.Input.Outcome, form.Input.On, form.Input.Said) = (RequirementOutcome.Met, "May 2011", "The department was content.");

        var refused = await Assert.ThrowsAsync<BrokenRule>(() => new ReviewRequirement(database).ExecuteAsync(manager, form.Input, Never));

        Assert.True(form.HasTargets);
        Assert.StartsWith("This requirement has targets, and their figures say whether it is met.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_sent_twice_enters_one_requirement()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Told();

        Assert.Equal(await SaveAsync(database, programme, input), await SaveAsync(database, programme, input));

        Assert.Single((await NoticeAsync(database, programme)).Requirements);
    }

    [Fact]
    public async Task A_theme_of_another_programme_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = Told();
        input.ThemeId = programme.Theme.Id + 100;

        Assert.Equal(("ThemeId", "That theme is not in this programme. Choose another."), await RefusalAsync(SaveAsync(database, programme, input)));
    }
}
