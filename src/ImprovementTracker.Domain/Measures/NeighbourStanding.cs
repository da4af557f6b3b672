using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>In which part of its statistical neighbours an authority stands, where one way is better.</summary>
public enum NeighbourPart
{
    /// <summary>At most a quarter of them do better.</summary>
    BestQuarter,
    BetterHalf,
    Middle,
    WorseHalf,
    /// <summary>At most a quarter of them do worse.</summary>
    WorstQuarter,
}

/// <summary>
/// Where an authority stands among its statistical neighbours: its published figure against theirs, of the same file and
/// period. Figures that read the same share a place. A neighbour whose figure is withheld or not known is never counted.
/// </summary>
/// <param name="Above">How many neighbours have a higher figure.</param>
/// <param name="Below">How many have a lower one.</param>
/// <param name="Same">How many have the same.</param>
/// <param name="Of">How many neighbours there are, also those whose figure is not known.</param>
public sealed record NeighbourStanding(int Above, int Below, int Same, int Of, Polarity Polarity)
{
    private const int FewestForParts = 4;

    private int Better => Polarity == Polarity.LowerIsBetter ? Below : Above;
    private int Worse => Polarity == Polarity.LowerIsBetter ? Above : Below;
    private bool HasBetter => Polarity is Polarity.HigherIsBetter or Polarity.LowerIsBetter;

    /// <summary>How many neighbours' figures are known.</summary>
    public int Known => Above + Below + Same;

    /// <summary>1 for the best; null where neither high nor low is better.</summary>
    public int? Rank => HasBetter ? Better + 1 : null;

    /// <summary>Null where neither high nor low is better, or fewer than four neighbours' figures are known.</summary>
    public NeighbourPart? Part => !HasBetter || Known < FewestForParts ? null
        : (4 * Better <= Known, 4 * Worse <= Known) switch
        {
            (true, false) => NeighbourPart.BestQuarter,
            (false, true) => NeighbourPart.WorstQuarter,
            (true, true) => NeighbourPart.Middle,
            (false, false) => Better < Worse ? NeighbourPart.BetterHalf : Better > Worse ? NeighbourPart.WorseHalf : NeighbourPart.Middle,
        };

    /// <summary>Null where the authority's own figure or all of the neighbours' are not known, or they are numbers: authorities differ in size.</summary>
    /// <param name="decimals">With which figures are written: what cannot be seen to differ is not ranked as different.</param>
    public static NeighbourStanding? Among(NeighbourFigures figures, MeasureUnit unit, int decimals, Polarity polarity)
    {
        decimal Written(decimal value) => Math.Round(value, BenchmarkText.Decimals(decimals), MidpointRounding.AwayFromZero);

        var others = figures.Neighbours.Select(one => one.Value).OfType<decimal>().Select(Written).ToList();
        if (figures.Own.Value is not { } value || others.Count == 0 || !unit.IsOfAnySize())
            return null;
        var own = Written(value);
        return new(others.Count(other => other > own), others.Count(other => other < own), others.Count(other => other == own), figures.Neighbours.Count, polarity);
    }
}
