using FluentValidation;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

public class ReviewFindingTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<int> VisitAsync(TestDatabase database, TestProgramme programme, string on) =>
        await new SaveInspection(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new()
        {
            Programme = TestProgramme.Slug,
            Kind = InspectionKind.UnannouncedContactReferralAssessment,
            Title = "Second unannounced inspection",
            FieldworkFrom = on,
            Visibility = Visibility.Published,
        }, Never);

    private static ReviewFinding.Input Addressed(Finding finding, int visitId) => new()
    {
        Programme = TestProgramme.Slug,
        FindingId = finding.Id,
        VisitId = visitId,
        Outcome = ReviewOutcome.Addressed,
        Note = "A newspaper reports it; the letter itself is not held.",
    };

    [Theory, OnSqlite, OnSqlServer]
    public async Task A_later_visit_closes_a_finding_with_a_note_of_how_it_is_known(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Referrals are sometimes closed prematurely."));
        var visit = await VisitAsync(database, programme, "February 2011");
        var input = Addressed(inspection.Findings.Single(), visit);
        input.Source.New = new() { Title = "Spectacular turnaround", Publisher = "A newspaper" };

        Assert.Equal(inspection.Id, await new ReviewFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        Assert.Equal(inspection.Id, await new ReviewFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));

        await using var db = database.CreateDbContext();
        var review = await db.FindingReviews.Include(review => review.Source).SingleAsync();
        Assert.Equal((visit, ReviewOutcome.Addressed, null, "A newspaper reports it; the letter itself is not held.", "Spectacular turnaround"),
            (review.VisitId, review.Outcome, review.Words, review.Note, review.Source!.Title));
    }

    [Fact]
    public async Task One_visit_says_one_thing_of_a_finding_until_that_is_taken_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        var finding = (await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForPriorityAction, "Referrals are sometimes closed prematurely."))).Findings.Single();
        var visit = await VisitAsync(database, programme, "February 2011");
        await new ReviewFinding(database).ExecuteAsync(manager, Addressed(finding, visit), Never);
        var other = Addressed(finding, visit);
        other.Outcome = ReviewOutcome.StillOfConcern;

        var told = (await Assert.ThrowsAsync<ValidationException>(() => new ReviewFinding(database).ExecuteAsync(manager, other, Never))).Errors.Single();

        Assert.Equal("VisitId", told.PropertyName);
        Assert.StartsWith($"What this visit said is entered already: {ReviewOutcome.Addressed.Label().ToLowerInvariant()}, by The programme manager, ", told.ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(ReviewOutcome.Addressed, Assert.Single((await new FindingToReview(database).LoadAsync(manager, TestProgramme.Slug, finding.Id, Never)).Visits).Said);
        await using var db = database.CreateDbContext();
        await new TakeBackReview(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, FindingId = finding.Id, ReviewId = (await db.FindingReviews.SingleAsync()).Id, Reason = "It was another finding." }, Never);
        await new ReviewFinding(database).ExecuteAsync(manager, other, Never);
        Assert.Equal(ReviewOutcome.StillOfConcern, (await db.FindingReviews.AsNoTracking().SingleAsync()).Outcome);
    }

    [Fact]
    public async Task The_inspectors_are_quoted_only_from_a_document()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var finding = (await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForDevelopment, "Supervision is not consistent."))).Findings.Single();
        var input = Addressed(finding, await VisitAsync(database, programme, "February 2011"));
        (input.Words, input.Note) = ("Supervision is now regular.", null);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new ReviewFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never));
        Assert.Equal((nameof(input.Words), "Quote the inspectors only from a document: choose or describe it below. Otherwise say in the note how it is known."), (error.Errors.Single().PropertyName, error.Errors.Single().ErrorMessage));

        input.Source.New = new() { Title = "Letter", Publisher = "Ofsted" };
        await new ReviewFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager), input, Never);
        await using var db = database.CreateDbContext();
        Assert.Equal("Supervision is now regular.", (await db.FindingReviews.SingleAsync()).Words);
    }

    [Fact]
    public async Task Only_a_visit_that_came_later_can_have_looked_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var inspection = await programme.InspectAsync(Visibility.Published, (FindingKind.AreaForDevelopment, "Supervision is not consistent."));
        var finding = inspection.Findings.Single();
        var before = await VisitAsync(database, programme, "September 2009");
        var sameMonth = await VisitAsync(database, programme, "October 2009");

        var earlier = await Assert.ThrowsAsync<ValidationException>(() => new ReviewFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Addressed(finding, before), Never));
        var itself = await Assert.ThrowsAsync<ValidationException>(() => new ReviewFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager), Addressed(finding, inspection.Id), Never));

        Assert.Equal("Second unannounced inspection, September 2009, was not later than the inspection that made this finding. Choose a later visit.", earlier.Errors.Single().ErrorMessage);
        Assert.Equal(nameof(ReviewFinding.Input.VisitId), itself.Errors.Single().PropertyName);
        var offered = (await new FindingToReview(database).LoadAsync(programme.As(Role.ProgrammeManager), TestProgramme.Slug, finding.Id, Never)).Visits;
        Assert.Equal([sameMonth], offered.Select(visit => visit.Id));
    }

    [Fact]
    public async Task A_review_says_in_words_or_in_a_note_what_it_rests_on()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);

        var error = await Assert.ThrowsAsync<ValidationException>(() => new ReviewFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug }, Never));

        Assert.Equal(["Choose the later visit.", "Choose what the visit made of it.", "Type the inspectors' words above, or say here how it is known."], error.Errors.Select(failure => failure.ErrorMessage));
    }

    [Fact]
    public async Task A_finding_of_another_programme_is_not_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await TestProgramme.CreateAsync(database);
        var visit = await VisitAsync(database, programme, "February 2011");

        await Assert.ThrowsAsync<NotFound>(() => new ReviewFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager),
            new() { Programme = TestProgramme.Slug, FindingId = 77, VisitId = visit, Outcome = ReviewOutcome.Open, Note = "Not looked at." }, Never));
    }
}
