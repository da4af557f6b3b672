using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Inspections;

/// <summary>An area for priority action of 2009, of which a visit of February 2011 and one of June 2011 spoke.</summary>
public class TakeBackReviewTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<(TestProgramme Programme, Finding Finding)> ReviewedAsync(TestDatabase database, Visibility letter = Visibility.Published)
    {
        var programme = await TestProgramme.CreateAsync(database);
        var finding = (await programme.InspectAsync(letter, (FindingKind.AreaForPriorityAction, "Referrals are closed prematurely."))).Findings.Single();
        await ReviewAsync(database, programme, finding, "February 2011", ReviewOutcome.StillOfConcern);
        await ReviewAsync(database, programme, finding, "June 2011", ReviewOutcome.Addressed);
        return (programme, finding);
    }

    private static async Task ReviewAsync(TestDatabase database, TestProgramme programme, Finding finding, string on, ReviewOutcome outcome)
    {
        var manager = programme.As(Role.ProgrammeManager);
        var visit = await new SaveInspection(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, Kind = InspectionKind.MonitoringVisit, Title = $"Visit of {on}", FieldworkFrom = on, Visibility = Visibility.Published }, Never);
        await new ReviewFinding(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, FindingId = finding.Id, VisitId = visit, Outcome = outcome, Note = "A newspaper reports it." }, Never);
    }

    private static async Task<InspectionPage.FindingLine> LineAsync(TestDatabase database, TestProgramme programme, Finding finding, Role role = Role.BoardMember) =>
        (await new InspectionPage(database).LoadAsync(programme.As(role), TestProgramme.Slug, finding.InspectionId, Never)).Groups.Single().Findings.Single();

    private static async Task TakeBackAsync(TestDatabase database, TestProgramme programme, Finding finding, ReviewOutcome outcome)
    {
        var review = (await LineAsync(database, programme, finding, Role.ProgrammeManager)).Reviews.Single(review => review.Outcome == outcome);
        Assert.Equal(finding.InspectionId, await new TakeBackReview(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, FindingId = finding.Id, ReviewId = review.Id, Reason = "It was said of the second." }, Never));
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_last_word_taken_back_leaves_the_one_before_on_every_page(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (programme, finding) = await ReviewedAsync(database);

        await TakeBackAsync(database, programme, finding, ReviewOutcome.Addressed);

        var line = await LineAsync(database, programme, finding);
        Assert.Equal(ReviewOutcome.StillOfConcern, line.State);
        Assert.Equal([(ReviewOutcome.StillOfConcern, ((string, string)?)null), (ReviewOutcome.Addressed, ("The programme manager", "It was said of the second."))], line.Reviews.Select(review => (review.Outcome, review.TakenBack is { } taken ? (taken.Who, taken.Why) : ((string, string)?)null)));
        var thread = await new FindingThread(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, finding.Id, Never);
        Assert.Equal((ReviewOutcome.StillOfConcern, 0, 1), (thread.State, thread.Visits[^1].Reviews.Count, thread.Visits[^1].Entries.Count));
        Assert.Equal(ReviewOutcome.StillOfConcern, Assert.Single((await new Overview(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, null, Never)).Findings).State);
        Assert.Equal(1, (await new ProgrammeList(database).LoadAsync(programme.As(Role.BoardMember), Never)).Lines.Single().OpenPriorityAreas);
    }

    [Fact]
    public async Task An_earlier_word_taken_back_leaves_the_last_and_with_both_the_finding_is_open()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, finding) = await ReviewedAsync(database);

        await TakeBackAsync(database, programme, finding, ReviewOutcome.StillOfConcern);
        Assert.Equal(ReviewOutcome.Addressed, (await LineAsync(database, programme, finding)).State);
        await TakeBackAsync(database, programme, finding, ReviewOutcome.Addressed);

        Assert.Equal(ReviewOutcome.Open, (await LineAsync(database, programme, finding)).State);
    }

    [Fact]
    public async Task A_reader_sees_that_it_was_taken_back_and_why_and_not_by_whom()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, finding) = await ReviewedAsync(database);
        await TakeBackAsync(database, programme, finding, ReviewOutcome.Addressed);

        var taken = (await LineAsync(database, programme, finding, Role.Reader)).Reviews[1].TakenBack!;
        var thread = await new FindingThread(database).LoadAsync(programme.As(Role.Reader), TestProgramme.Slug, finding.Id, Never);

        Assert.Equal(("", "It was said of the second."), (taken.Who, taken.Why));
        Assert.Equal("", thread.Visits[^1].Entries.Single().TakenBack!.Who);
    }

    [Fact]
    public async Task A_draft_finding_of_which_every_word_was_taken_back_can_be_taken_out_and_its_history_stays()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, finding) = await ReviewedAsync(database, Visibility.Draft);
        await TakeBackAsync(database, programme, finding, ReviewOutcome.StillOfConcern);
        await Assert.ThrowsAsync<BrokenRule>(TakeOutAsync);
        await TakeBackAsync(database, programme, finding, ReviewOutcome.Addressed);

        await TakeOutAsync();

        await using var db = database.CreateDbContext();
        Assert.NotNull((await db.Findings.SingleAsync()).EndedIn);
        Assert.Equal(2, await db.FindingReviews.WithTakenBack().CountAsync());

        Task TakeOutAsync() => new CorrectFinding(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new()
        {
            Programme = TestProgramme.Slug,
            FindingId = finding.Id,
            TakeOut = true,
            Seen = CorrectFinding.Input.Of(finding.Id, finding.Kind, finding.Words, null, null, null).Seen,
        }, Never);
    }

    [Theory]
    [InlineData(Visibility.Published, "took back that Visit of June 2011, June 2011, called a finding addressed, because It was said of the second.")]
    [InlineData(Visibility.Draft, "took back what was entered of a visit that is not published")]
    public async Task The_history_does_not_give_away_an_inspection_that_is_not_published(Visibility letter, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, finding) = await ReviewedAsync(database, letter);

        await TakeBackAsync(database, programme, finding, ReviewOutcome.Addressed);

        await using var db = database.CreateDbContext();
        Assert.Equal(expected, await db.Changes.OrderByDescending(change => change.Sequence).Select(change => change.What).FirstAsync());
    }
}
