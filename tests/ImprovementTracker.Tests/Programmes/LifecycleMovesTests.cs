using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Programmes;

public class LifecycleMovesTests
{
    /// <summary>A row for each state it is in, a letter for each it may go to: P preparing, I issued, O on track, N non-compliance, B serious breach, S submitted to lift, L lifted, R replaced.</summary>
    private const string Allowed = """
        P: I
        I: O N B R
        O: N B S L R
        N: O B R
        B: O N R
        S: O N B L R
        L:
        R:
        """;

    private const string Letters = "PIONBSLR";

    public static TheoryData<LifecycleState, LifecycleState> Pairs
    {
        get
        {
            var pairs = new TheoryData<LifecycleState, LifecycleState>();
            foreach (var from in Enum.GetValues<LifecycleState>())
            {
                foreach (var to in Enum.GetValues<LifecycleState>())
                    pairs.Add(from, to);
            }
            return pairs;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Each_move_is_allowed_or_not_as_the_table_says(LifecycleState from, LifecycleState to)
    {
        var row = Allowed.Split('\n', StringSplitOptions.TrimEntries).Single(line => line[0] == Letters[(int)from])[2..];

        Assert.Equal(row.Contains(Letters[(int)to], StringComparison.Ordinal), LifecycleMoves.Allows(from, to));
    }

    [Fact]
    public void A_programme_of_which_nothing_is_recorded_stands_where_its_notice_puts_it()
    {
        Assert.Equal(LifecycleState.Preparing, LifecycleMoves.Unrecorded(InterventionKind.None));
        Assert.Equal(LifecycleState.Issued, LifecycleMoves.Unrecorded(InterventionKind.ImprovementNotice));
        Assert.Equal(LifecycleState.Issued, LifecycleMoves.Unrecorded(InterventionKind.StatutoryDirection));
    }
}
