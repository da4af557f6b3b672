using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Programmes;

/// <summary>How a stage in the life of a notice is drawn.</summary>
public static class LifecycleLook
{
    public static StatusLook Look(this LifecycleState state) => state switch
    {
        LifecycleState.Preparing => new(StatusShape.Ring, StatusTone.None, state.Label()),
        LifecycleState.Issued or LifecycleState.SubmittedToLift => new(StatusShape.Square, StatusTone.Plain, state.Label()),
        LifecycleState.OnTrack => new(StatusShape.Circle, StatusTone.Met, state.Label()),
        LifecycleState.NonCompliance => new(StatusShape.Triangle, StatusTone.Near, state.Label()),
        LifecycleState.SeriousBreach => new(StatusShape.Diamond, StatusTone.Missed, state.Label()),
        LifecycleState.Lifted => new(StatusShape.Tick, StatusTone.Done, state.Label()),
        LifecycleState.Replaced => new(StatusShape.Dash, StatusTone.None, state.Label()),
    };
}
