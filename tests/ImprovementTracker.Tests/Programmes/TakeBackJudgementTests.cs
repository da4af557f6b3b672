using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Tests.Programmes;

/// <summary>A requirement R1 of Testshire, judged not met in January and met on 15 April 2011.</summary>
public class TakeBackJudgementTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<(TestProgramme Programme, int RequirementId)> JudgedAsync(TestDatabase database)
    {
        var programme = await TestProgramme.CreateAsync(database);
        var id = await new SaveRequirement(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, Reference = "R1", Words = "Children are seen in time." }, Never);
        await programme.ChangeAsync((db, change) => db.Requirements.Single().Review(false, KnownDate.In(2011, 1), "The board saw delays.", null, change));
        await programme.ChangeAsync((db, change) => db.Requirements.Single().Review(true, KnownDate.On(2011, 4, 15), "The department found it met.", null, change));
        return (programme, id);
    }

    private static async Task<NoticeAndRequirements.RequirementLine> LineAsync(TestDatabase database, TestProgramme programme) =>
        (await new NoticeAndRequirements(database).LoadAsync(programme.As(Role.BoardMember), TestProgramme.Slug, Never)).Requirements.Single();

    private static async Task TakeBackAsync(TestDatabase database, TestProgramme programme, bool isMet)
    {
        var line = await LineAsync(database, programme);
        await new TakeBackJudgement(database).ExecuteAsync(programme.As(Role.ProgrammeManager), new() { Programme = TestProgramme.Slug, RequirementId = line.Id, ReviewId = line.Reviews.Single(review => review.IsMet == isMet).Id, Reason = "It was said of R2." }, Never);
    }

    [Theory, OnSqlite, OnSqlServer]
    public async Task The_last_judgement_taken_back_leaves_the_one_before_and_stays_in_sight_with_the_reason(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var (programme, _) = await JudgedAsync(database);

        await TakeBackAsync(database, programme, isMet: true);

        var line = await LineAsync(database, programme);
        Assert.Equal(new RequirementState(RequirementStanding.NotMet, KnownDate.In(2011, 1)), line.State);
        Assert.Equal([(true, ("The programme manager", "It was said of R2.")), (false, ((string, string)?)null)], line.Reviews.Select(review => (review.IsMet, review.TakenBack is { } taken ? (taken.Who, taken.Why) : ((string, string)?)null)));
    }

    [Fact]
    public async Task An_earlier_judgement_taken_back_leaves_the_last_and_with_both_it_was_never_judged()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, _) = await JudgedAsync(database);

        await TakeBackAsync(database, programme, isMet: false);
        Assert.Equal(new RequirementState(RequirementStanding.Met, KnownDate.On(2011, 4, 15)), (await LineAsync(database, programme)).State);
        await TakeBackAsync(database, programme, isMet: true);

        Assert.Equal(new RequirementState(RequirementStanding.Open, null), (await LineAsync(database, programme)).State);
    }

    [Fact]
    public async Task It_was_known_as_met_until_it_was_taken_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, _) = await JudgedAsync(database);
        await using var db = database.CreateDbContext();
        var moment = await db.Changes.MaxAsync(change => change.Sequence);

        await TakeBackAsync(database, programme, isMet: true);

        Assert.Equal([false, true], await db.RequirementReviews.EntriesStandingAt(moment).OrderBy(review => review.Id).Select(review => review.IsMet).ToListAsync());
        Assert.Equal([false], await db.RequirementReviews.EntriesStandingAt(moment + 1).Select(review => review.IsMet).ToListAsync());
    }

    [Fact]
    public async Task Whoever_judges_it_meanwhile_is_told_that_it_changed_and_a_judgement_of_another_requirement_is_not_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        var (programme, id) = await JudgedAsync(database);
        var manager = programme.As(Role.ProgrammeManager);
        var open = (await new RequirementToReview(database).LoadAsync(manager, TestProgramme.Slug, id, Never)).Input;
        (open.Outcome, open.On, open.Said) = (RequirementOutcome.Met, "May 2011", "Still so.");
        var review = (await LineAsync(database, programme)).Reviews[0].Id;

        await Assert.ThrowsAsync<NotFound>(() => new TakeBackJudgement(database).ExecuteAsync(manager, new() { Programme = TestProgramme.Slug, RequirementId = id + 1, ReviewId = review, Reason = "It was said of R2." }, Never));
        await TakeBackAsync(database, programme, isMet: true);

        await Assert.ThrowsAsync<BrokenRule>(() => new ReviewRequirement(database).ExecuteAsync(manager, open, Never));
    }
}
