using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>A requirement R1 of Testshire; the clock of a test stands at 1 July 2011.</summary>
public class ReviewRequirementTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static Task<int> EnterAsync(TestDatabase database, TestProgramme programme) =>
        new SaveRequirement(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Reference = "R1", Words = "Children are seen in time." }, Never);

    private static async Task<ReviewRequirement.Input> OpenAsync(TestDatabase database, TestProgramme programme, int id, bool isMet, string on, string said)
    {
        var input = (await new RequirementToReview(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never)).Input;
        (input.Outcome, input.On, input.Said) = (isMet ? RequirementOutcome.Met : RequirementOutcome.NotMet, on, said);
        return input;
    }

    private static Task<int> SaveAsync(TestDatabase database, TestProgramme programme, ReviewRequirement.Input input) =>
        new ReviewRequirement(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);

    private static async Task<NoticeAndRequirements.RequirementLine> LineAsync(TestDatabase database, TestProgramme programme) =>
        (await new NoticeAndRequirements(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, Never)).Requirements.Single();

    [Theory, OnSqlite, OnSqlServer]
    public async Task Each_judgement_stays_with_its_date_sentence_document_and_who_entered_it(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme);
        await SaveAsync(database, programme, await OpenAsync(database, programme, id, false, "January 2011", " The board saw too many delays. "));
        var met = await OpenAsync(database, programme, id, true, "15 April 2011", "The department found it met.");
        met.Source.New = new() { Title = "Note of the review meeting", Publisher = "A department" };
        await SaveAsync(database, programme, met);

        var line = await LineAsync(database, programme);

        Assert.Equal(new RequirementState(RequirementStanding.Met, KnownDate.On(2011, 4, 15)), line.State);
        Assert.Equal(
            [(true, "15 April 2011", "The department found it met.", "Note of the review meeting", "The programme manager"), (false, "January 2011", "The board saw too many delays.", null, "The programme manager")],
            line.Reviews.Select(review => (review.IsMet, review.On.ToString(), review.Said, review.Source?.Title, review.Who)));
    }

    [Fact]
    public async Task A_judgement_that_lies_ahead_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = await OpenAsync(database, programme, await EnterAsync(database, programme), true, "2 July 2011", "It is met.");

        var error = Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, input))).Errors);

        Assert.Equal(("On", "This is still to come. Enter the judgement once it has been made."), (error.PropertyName, error.ErrorMessage));
        Assert.Empty((await LineAsync(database, programme)).Reviews);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme);

        var errors = (await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, new() { Programme = TestProgramme.Slug, RequirementId = id }))).Errors;

        Assert.Equal([("Outcome", "Choose whether it was judged to be met."), ("On", WrittenDate.Advice), ("Said", "Say in one sentence who judged so, and why.")], errors.Select(error => (error.PropertyName, error.ErrorMessage)));
        var tooLong = await OpenAsync(database, programme, id, true, "May 2011", new string('a', 501));
        Assert.Equal("Say it in at most 500 characters.", Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => SaveAsync(database, programme, tooLong))).Errors).ErrorMessage);
    }

    [Fact]
    public async Task The_second_of_two_people_who_judge_at_once_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme);
        var (first, second) = (await OpenAsync(database, programme, id, true, "May 2011", "It is met."), await OpenAsync(database, programme, id, false, "May 2011", "It is not met."));
        await SaveAsync(database, programme, first);

        await Assert.ThrowsAsync<BrokenRule>(() => SaveAsync(database, programme, second));

        Assert.Equal(["It is met."], (await LineAsync(database, programme)).Reviews.Select(review => review.Said));
    }

    [Fact]
    public async Task The_form_sent_twice_enters_one_judgement()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var input = await OpenAsync(database, programme, await EnterAsync(database, programme), true, "May 2011", "It is met.");

        Assert.Equal(await SaveAsync(database, programme, input), await SaveAsync(database, programme, input));

        Assert.Single((await LineAsync(database, programme)).Reviews);
    }

    [Fact]
    public async Task A_requirement_that_is_no_longer_asked_or_of_another_programme_is_not_judged()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var id = await EnterAsync(database, programme);
        var input = await OpenAsync(database, programme, id, true, "May 2011", "It is met.");
        await programme.ChangeAsync((db, change) => db.Requirements.Single().End("The notice was changed.", change));

        await Assert.ThrowsAsync<NotFound>(() => SaveAsync(database, programme, input));
        await Assert.ThrowsAsync<NotFound>(() => new RequirementToReview(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, id, Never));
    }
}
