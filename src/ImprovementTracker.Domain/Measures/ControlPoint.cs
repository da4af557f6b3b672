namespace ImprovementTracker.Domain.Measures;

/// <summary>One month of a control chart.</summary>
/// <param name="Segment">The number of its segment; a missing month belongs to the segment of the value before it.</param>
/// <param name="Limits">Its segment's; null where that has too few values.</param>
/// <param name="Cause">Null for a missing month, and where there are no limits to judge by.</param>
/// <param name="Meaning">Null wherever the cause is.</param>
public readonly record struct ControlPoint(DateOnly On, decimal? Value, int Segment, ControlLimits? Limits, SpecialCause? Cause, Variation? Meaning);
