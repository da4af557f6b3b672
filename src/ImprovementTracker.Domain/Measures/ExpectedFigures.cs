using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Which figures a month should have: one of each area in force that reports a measure, and one of the whole authority for
/// a measure that nobody reports. An area whose parts report it needs none of its own: its figure is their sum. What is missing is told by it, so that a measure cannot be forgotten by not being recorded.
/// </summary>
public sealed class ExpectedFigures
{
    /// <summary>An area goes on being expected to report a measure for so many months after it last did.</summary>
    public const int MonthsRemembered = 12;

    /// <param name="Added">The month in which it was added; null where that is not known.</param>
    /// <param name="Last">The last month for which it is collected; null while it is.</param>
    public sealed record Collected(int MeasureId, Month? Added, Month? Last);

    /// <summary>Between which months an area has reported a measure, be it that a figure was not captured.</summary>
    public sealed record Reported(int MeasureId, int AreaId, Month First, Month Last);

    private readonly AreaTree _areas;
    private readonly IReadOnlyCollection<Collected> _measures;
    private readonly ILookup<int, Reported> _reported;
    private readonly HashSet<Own> _ownOfWholes;

    /// <summary>A value that an area has for itself in a month.</summary>
    public sealed record Own(int MeasureId, int AreaId, Month Month);

    /// <param name="ownOfWholes">Those of the areas that have parts.</param>
    public ExpectedFigures(AreaTree areas, IReadOnlyCollection<Collected> measures, IEnumerable<Reported> reported, IEnumerable<Own> ownOfWholes) =>
        (_areas, _measures, _reported, _ownOfWholes) = (areas, measures, reported.ToLookup(one => one.MeasureId), [.. ownOfWholes]);

    public int In(Month month) => _measures.Sum(measure => Of(measure, month));

    /// <summary>Those of which at least one figure is expected.</summary>
    public IEnumerable<int> MeasuresIn(Month month) => _measures.Where(measure => Of(measure, month) > 0).Select(measure => measure.MeasureId);

    private int Of(Collected measure, Month month)
    {
        if (month > measure.Last)
            return 0;
        var reporting = _reported[measure.MeasureId].Where(one => one.First <= month && month <= one.Last.AddMonths(MonthsRemembered) && _areas.Find(one.AreaId)?.IsInForce(month) == true).Select(one => one.AreaId).ToList();
        // What was recorded over a sum counts all the same, or it would stand for a figure that is missing elsewhere.
        var areas = reporting.Count(area => !reporting.Exists(other => other != area && _areas.IsWithin(other, area)) || _ownOfWholes.Contains(new(measure.MeasureId, area, month)));
        // Which areas will report it is not known yet, or not known any more.
        return areas > 0 || !(measure.Added <= month) || _areas.Whole?.IsInForce(month) != true ? areas : 1;
    }
}
