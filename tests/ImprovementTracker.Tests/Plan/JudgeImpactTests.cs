using FluentValidation;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Data;

namespace ImprovementTracker.Tests.Plan;

/// <summary>An action led by the service director.</summary>
public sealed class JudgeImpactTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    private static async Task<TestProgramme> AtAsync(TestDatabase database, Stage stage)
    {
        var programme = await TestProgramme.CreateAsync(database);
        await programme.PlanAsync("A1", new(2011, 1, 10), new(2011, 8, 31));
        await programme.ChangeAsync((db, change) => db.PriorityActions.Single().BringTo(stage, Impact.NotYetKnown, "Moved for the test.", change));
        return programme;
    }

    private static Task<ActionPage.Shown> PageAsync(TestDatabase database, TestProgramme programme, Role role = Role.ServiceDirector) =>
        new ActionPage(database).LoadAsync(programme.As(role), TestProgramme.Slug, "A1", Never);

    private static async Task JudgeAsync(TestDatabase database, TestProgramme programme, Impact impact, int? version = null) => await new JudgeImpact(database).ExecuteAsync(
        programme.As(Role.ServiceDirector), new() { Programme = TestProgramme.Slug, Action = "A1", Version = version ?? (await PageAsync(database, programme)).Action.Version, Impact = impact, Sentence = "Fewer children come back." }, Never);

    [Theory]
    [InlineData(Stage.Completed)]
    [InlineData(Stage.Verified)]
    public async Task What_difference_a_finished_action_makes_is_said_months_later_and_its_stage_stays(Stage stage)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, stage);
        Assert.True((await PageAsync(database, programme)).MayJudgeImpact);
        Assert.False((await PageAsync(database, programme, Role.BoardMember)).MayJudgeImpact);

        await JudgeAsync(database, programme, Impact.Some);

        var page = await PageAsync(database, programme);
        Assert.Equal((stage, Impact.Some), (page.Action.Stage, page.Action.Impact));
        Assert.Equal(("Fewer children come back.", Impact.Some, (StageMove?)null), (page.History[0].Sentence, page.History[0].Impact, page.History[0].Move));
    }

    [Theory]
    [InlineData(Stage.InProgress)]
    [InlineData(Stage.Withdrawn)]
    public async Task An_open_action_is_updated_instead_and_a_withdrawn_one_has_no_impact(Stage stage)
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, stage);

        Assert.False((await PageAsync(database, programme)).MayJudgeImpact);
        await Assert.ThrowsAsync<BrokenRule>(() => JudgeAsync(database, programme, Impact.Some));
    }

    [Fact]
    public async Task A_lasting_difference_is_claimed_on_evidence_only()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.Completed);

        var refused = await Assert.ThrowsAsync<ValidationException>(() => JudgeAsync(database, programme, Impact.Sustained));
        Assert.Equal(("Impact", "‘Sustained’ needs evidence that shows it. Add the evidence first, or choose ‘Some’."), (refused.Errors.Single().PropertyName, refused.Errors.Single().ErrorMessage));

        await new AddEvidence(database).ExecuteAsync(programme.As(Role.ServiceDirector), new() { Programme = TestProgramme.Slug, Action = "A1", Strength = EvidenceStrength.Statement, Title = "Counted.", DatedOn = new(2011, 6, 1) }, Never);
        await JudgeAsync(database, programme, Impact.Sustained);
        Assert.Equal(Impact.Sustained, (await PageAsync(database, programme)).Action.Impact);
    }

    [Fact]
    public async Task Who_has_not_seen_the_last_entry_or_says_the_same_again_is_told()
    {
        await using var database = await TestDatabase.CreateAsync();
        var programme = await AtAsync(database, Stage.Completed);
        var seen = (await PageAsync(database, programme)).Action.Version;
        await JudgeAsync(database, programme, Impact.Some);

        await Assert.ThrowsAnyAsync<BrokenRule>(() => JudgeAsync(database, programme, Impact.NoneSeen, seen));
        await Assert.ThrowsAsync<ValidationException>(() => JudgeAsync(database, programme, Impact.Some));
    }
}
