using ImprovementTracker.Domain.Plan;

namespace ImprovementTracker.Tests.Plan;

public sealed class StageMovesTests
{
    // The allowed changes as docs/words.md lists them; every other is forbidden.
    private static readonly Dictionary<(Stage From, StageMove Move), Stage> Allowed = new()
    {
        [(Stage.NotStarted, StageMove.Update)] = Stage.InProgress,
        [(Stage.InProgress, StageMove.Update)] = Stage.InProgress,
        [(Stage.NotStarted, StageMove.Complete)] = Stage.Completed,
        [(Stage.InProgress, StageMove.Complete)] = Stage.Completed,
        [(Stage.Completed, StageMove.Verify)] = Stage.Verified,
        [(Stage.Verified, StageMove.Recheck)] = Stage.Verified,
        [(Stage.Completed, StageMove.Reopen)] = Stage.InProgress,
        [(Stage.Verified, StageMove.Reopen)] = Stage.InProgress,
        [(Stage.Withdrawn, StageMove.Reopen)] = Stage.InProgress,
        [(Stage.NotStarted, StageMove.Withdraw)] = Stage.Withdrawn,
        [(Stage.InProgress, StageMove.Withdraw)] = Stage.Withdrawn,
        [(Stage.Completed, StageMove.Withdraw)] = Stage.Withdrawn,
    };

    public static TheoryData<Stage, StageMove> Every()
    {
        var every = new TheoryData<Stage, StageMove>();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var move in Enum.GetValues<StageMove>())
                every.Add(stage, move);
        }
        return every;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void A_stage_allows_its_moves_and_no_other(Stage stage, StageMove move)
    {
        Stage? expected = Allowed.TryGetValue((stage, move), out var to) ? to : null;

        Assert.Equal(expected, StageMoves.From(stage, move));
    }

    [Fact]
    public void Verified_is_reached_by_verifying_alone() =>
        Assert.Equal([(Stage.Completed, StageMove.Verify), (Stage.Verified, StageMove.Recheck)], Allowed.Where(pair => pair.Value == Stage.Verified).Select(pair => pair.Key));
}
