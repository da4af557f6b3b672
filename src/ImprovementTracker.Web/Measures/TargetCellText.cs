using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Web.Measures;

/// <summary>What a cell of a matrix says of a figure against its target.</summary>
/// <param name="Figure">The figure as text, or "no value".</param>
/// <param name="Gap">The distance in words, or why there is no figure: 4 below, not captured.</param>
/// <param name="Counts">What stands behind it, where it is asked for: 464 of 610, or the reason for a figure that was not captured.</param>
/// <param name="Address">Where the figure leads to; null where it leads nowhere.</param>
/// <param name="Marks">What must be known of the figure; the key below the matrix explains the signs.</param>
public sealed record TargetCellText(TargetVerdict Verdict, string Figure, string? Gap = null, string? Counts = null, string? Address = null, IReadOnlyList<CellMark>? Marks = null);
