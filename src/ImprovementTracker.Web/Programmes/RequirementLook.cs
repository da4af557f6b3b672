using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Programmes;

/// <summary>How the state of a requirement of the notice is drawn.</summary>
public static class RequirementLook
{
    public static StatusLook Look(this RequirementStanding standing) => standing switch
    {
        RequirementStanding.Open => new(StatusShape.Ring, StatusTone.Plain, standing.Label()),
        RequirementStanding.Overdue => new(StatusShape.Triangle, StatusTone.Near, standing.Label()),
        RequirementStanding.Met => new(StatusShape.Tick, StatusTone.Met, standing.Label()),
        RequirementStanding.NotMet => new(StatusShape.Diamond, StatusTone.Missed, standing.Label()),
    };
}
