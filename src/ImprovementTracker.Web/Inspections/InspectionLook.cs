using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Inspections;

/// <summary>How the inspectors' grades, kinds of finding and later words are drawn.</summary>
public static class InspectionLook
{
    public static StatusLook Look(this Grade grade) => grade switch
    {
        Grade.Outstanding => new(StatusShape.Star, StatusTone.Met, grade.Label()),
        Grade.Good => new(StatusShape.Circle, StatusTone.Met, grade.Label()),
        Grade.RequiresImprovement => new(StatusShape.Triangle, StatusTone.Near, grade.Label()),
        Grade.Adequate => new(StatusShape.Triangle, StatusTone.Near, grade.Label()),
        Grade.Inadequate => new(StatusShape.Diamond, StatusTone.Missed, grade.Label()),
    };

    public static StatusLook Look(this FindingKind kind) => kind switch
    {
        FindingKind.Satisfactory => new(StatusShape.Ring, StatusTone.Plain, kind.Label()),
        FindingKind.Strength => new(StatusShape.Plus, StatusTone.Met, kind.Label()),
        FindingKind.AreaForDevelopment => new(StatusShape.Triangle, StatusTone.Near, kind.Label()),
        FindingKind.AreaForPriorityAction => new(StatusShape.Diamond, StatusTone.Missed, kind.Label()),
        FindingKind.AreaForImprovement => new(StatusShape.Triangle, StatusTone.Near, kind.Label()),
        FindingKind.Recommendation => new(StatusShape.Square, StatusTone.Plain, kind.Label()),
    };

    public static StatusLook Look(this ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Open => new(StatusShape.Ring, StatusTone.Plain, outcome.Label()),
        ReviewOutcome.Addressed => new(StatusShape.Tick, StatusTone.Done, outcome.Label()),
        ReviewOutcome.StillOfConcern => new(StatusShape.Diamond, StatusTone.Missed, outcome.Label()),
    };
}
