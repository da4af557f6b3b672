using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>One action seen twice: as its owner says it goes, and as the record says by rule.</summary>
/// <param name="Judged">How many of the measures that it should move have figures enough to be judged.</param>
/// <param name="Measures">How many measures it should move.</param>
public sealed record TwoLenses(StatusByRule.Facts Action, StatusByRule ByRule, int Judged, int Measures)
{
    public bool Disagrees => ByRule.Disagrees(Action);

    /// <summary>At most three statements; none where the action is closed or names no measure.</summary>
    /// <param name="measures">Those that it should move.</param>
    internal static async Task<TwoLenses> LoadAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, AreaTree tree, StatusByRule.Facts action, IReadOnlyCollection<MeasureRow> measures, CancellationToken cancel)
    {
        if (!action.Stage.IsOpen() || measures.Count == 0)
            return new(action, StatusByRule.Of(action, [], programme.JudgedOn), 0, measures.Count);
        var figures = await FiguresOfWhole.LoadAsync(db, actor, programme, tree, measures, null, cancel);
        List<FiguresToMove> moved = [.. measures.Select(measure => new FiguresToMove(measure.Code, measure.Name, figures.MovementOf(measure)))];
        return new(action, StatusByRule.Of(action, moved, programme.JudgedOn), moved.Count(measure => measure.Movement is not null), moved.Count);
    }
}
