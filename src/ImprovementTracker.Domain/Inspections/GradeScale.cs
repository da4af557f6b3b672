using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>
/// The grades that inspectors of a kind of inspection give, best first, and what they usually judge. Adequate was a grade
/// up to 2013; Requires improvement to be good has been one since November 2013. Visits and challenges give no grade.
/// </summary>
public static class GradeScale
{
    private static readonly Grade[] To2013 = [Grade.Outstanding, Grade.Good, Grade.Adequate, Grade.Inadequate];
    private static readonly Grade[] Since2013 = [Grade.Outstanding, Grade.Good, Grade.RequiresImprovement, Grade.Inadequate];

    /// <summary>Care leavers have had a judgement of their own since this month.</summary>
    private static readonly Month CareLeaversApart = new(2023, 1);

    public static IReadOnlyList<Grade> Of(InspectionKind kind) => kind switch
    {
        InspectionKind.SafeguardingAndLookedAfterChildren or InspectionKind.ProtectionOfChildren => To2013,
        InspectionKind.SingleInspection or InspectionKind.ReInspection or InspectionKind.IlacsStandard or InspectionKind.IlacsShort => Since2013,
        InspectionKind.UnannouncedContactReferralAssessment or InspectionKind.FocusedVisit or InspectionKind.MonitoringVisit or InspectionKind.AssuranceVisit
            or InspectionKind.JointTargetedAreaInspection or InspectionKind.AreaSend or InspectionKind.PeerChallenge => [],
    };

    /// <summary>Names to begin with where a programme has no judged areas yet; those of the framework in force on that day, to be changed at will.</summary>
    public static IReadOnlyList<string> UsualNames(InspectionKind kind, KnownDate on) => kind switch
    {
        InspectionKind.IlacsStandard or InspectionKind.IlacsShort when on.Month < CareLeaversApart =>
        [
            "The impact of leaders on social work practice with children and families",
            "The experiences and progress of children who need help and protection",
            "The experiences and progress of children in care and care leavers",
            "Overall effectiveness",
        ],
        InspectionKind.IlacsStandard or InspectionKind.IlacsShort =>
        [
            "The impact of leaders on social work practice with children and families",
            "The experiences and progress of children who need help and protection",
            "The experiences and progress of children in care",
            "The experiences and progress of care leavers",
            "Overall effectiveness",
        ],
        InspectionKind.SingleInspection or InspectionKind.ReInspection =>
        [
            "Children who need help and protection",
            "Children looked after and achieving permanence",
            "Adoption performance",
            "Experiences and progress of care leavers",
            "Leadership, management and governance",
            "Overall effectiveness",
        ],
        InspectionKind.UnannouncedContactReferralAssessment or InspectionKind.SafeguardingAndLookedAfterChildren or InspectionKind.ProtectionOfChildren
            or InspectionKind.FocusedVisit or InspectionKind.MonitoringVisit or InspectionKind.AssuranceVisit
            or InspectionKind.JointTargetedAreaInspection or InspectionKind.AreaSend or InspectionKind.PeerChallenge => [],
    };
}
