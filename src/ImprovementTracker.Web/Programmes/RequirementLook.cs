using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Programmes;

/// <summary>How the state of a requirement of the notice is drawn.</summary>
public static class RequirementLook
{
    public static StatusLook Look(this RequirementStanding standing) => standing switch
    {
        RequirementStanding.OnCourse => new(StatusShape.Half, StatusTone.Met, standing.Label()),
        RequirementStanding.NoFigure => new(StatusShape.Dash, StatusTone.None, standing.Label()),
        RequirementStanding.Open => new(StatusShape.Ring, StatusTone.Plain, standing.Label()),
        RequirementStanding.Overdue => new(StatusShape.Triangle, StatusTone.Near, standing.Label()),
        RequirementStanding.Met => new(StatusShape.Tick, StatusTone.Met, standing.Label()),
        RequirementStanding.NotMet => new(StatusShape.Diamond, StatusTone.Missed, standing.Label()),
    };

    public static StatusLook Look(this TargetOutcome outcome) => outcome switch
    {
        TargetOutcome.NotBegun => new(StatusShape.Ring, StatusTone.Plain, outcome.Label()),
        TargetOutcome.NotJudged or TargetOutcome.NoFigure => new(StatusShape.Dash, StatusTone.None, outcome.Label()),
        TargetOutcome.NotMet => new(StatusShape.Diamond, StatusTone.Missed, outcome.Label()),
        TargetOutcome.OnCourse => new(StatusShape.Half, StatusTone.Met, outcome.Label()),
        TargetOutcome.Met => new(StatusShape.Tick, StatusTone.Met, outcome.Label()),
    };

    /// <summary>How a judgement is drawn.</summary>
    public static StatusLook Judged(bool isMet) => isMet ? new(StatusShape.Tick, StatusTone.Met, "Judged met") : new(StatusShape.Diamond, StatusTone.Missed, "Judged not met");
}
