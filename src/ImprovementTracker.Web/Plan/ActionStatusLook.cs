using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Plan;

/// <summary>How an action's status is drawn: only a verified action is blue, with a full tick.</summary>
public static class ActionStatusLook
{
    /// <summary>The mark of an action past its due date that is not completed.</summary>
    public static readonly StatusLook Overdue = new(StatusShape.Diamond, StatusTone.Missed, "Overdue");

    /// <summary>The mark of a verified action that somebody is to look at again.</summary>
    public static readonly StatusLook RecheckDue = new(StatusShape.Triangle, StatusTone.Near, "To be looked at again");

    public static StatusLook Look(this ActionStatus status) => status switch
    {
        ActionStatus.NotStarted => new(StatusShape.Ring, StatusTone.None, status.Label()),
        ActionStatus.OnTrack => new(StatusShape.Circle, StatusTone.Met, status.Label()),
        ActionStatus.AtRisk => new(StatusShape.Triangle, StatusTone.Near, status.Label()),
        ActionStatus.OffTrack => new(StatusShape.Diamond, StatusTone.Missed, status.Label()),
        ActionStatus.Completed => new(StatusShape.Half, StatusTone.Plain, status.Label()),
        ActionStatus.Verified => new(StatusShape.Tick, StatusTone.Done, status.Label()),
        ActionStatus.Withdrawn => new(StatusShape.Cross, StatusTone.None, status.Label()),
    };
}
