using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Measures;

/// <summary>How a verdict is drawn. In or out of an expected range is neither good nor bad.</summary>
public static class TargetVerdictLook
{
    public static StatusLook Look(this TargetVerdict verdict) => verdict switch
    {
        TargetVerdict.Met => new(StatusShape.Circle, StatusTone.Met, verdict.Label()),
        TargetVerdict.WithinTolerance => new(StatusShape.Triangle, StatusTone.Near, verdict.Label()),
        TargetVerdict.Missed => new(StatusShape.Diamond, StatusTone.Missed, verdict.Label()),
        TargetVerdict.BelowRange => new(StatusShape.Down, StatusTone.Plain, verdict.Label()),
        TargetVerdict.WithinRange => new(StatusShape.Ring, StatusTone.Plain, verdict.Label()),
        TargetVerdict.AboveRange => new(StatusShape.Up, StatusTone.Plain, verdict.Label()),
        TargetVerdict.NoTarget => new(StatusShape.Dash, StatusTone.None, verdict.Label()),
        TargetVerdict.NoData => new(StatusShape.Dash, StatusTone.None, verdict.Label()),
    };
}
