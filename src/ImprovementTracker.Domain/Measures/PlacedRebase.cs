namespace ImprovementTracker.Domain.Measures;

/// <summary>What became of the day from which limits were to be worked out anew.</summary>
public enum RebaseEffect
{
    /// <summary>There is a value on the day, and a segment begins with it.</summary>
    OnTheDay,
    /// <summary>There is no value on the day: the segment begins with the next one.</summary>
    MovedToNextValue,
    /// <summary>An earlier rebase or a new definition begins a segment with the same value.</summary>
    AlreadyBegun,
    /// <summary>The series, or its definition, has no value before: there is nothing to part from.</summary>
    NothingBefore,
    /// <summary>There is no value on the day or after it, so nothing changes yet.</summary>
    NothingAfter,
}

/// <summary>A rebase as it was asked for and as it takes effect.</summary>
/// <param name="From">The date of the first value on or after the day; null when there is none.</param>
public sealed record PlacedRebase(DateOnly Asked, DateOnly? From, RebaseEffect Effect)
{
    /// <summary>Whether limits begin anew because of it.</summary>
    public bool PartsSegments => Effect is RebaseEffect.OnTheDay or RebaseEffect.MovedToNextValue;
}
