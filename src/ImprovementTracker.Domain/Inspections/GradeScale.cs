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

    /// <summary>
    /// What inspectors of that kind judge: the names of the framework in force on that day, offered to begin with. That of 2009
    /// judged safeguarding and looked after children each by the same list, and which of it a report gives changed over the years.
    /// </summary>
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
            "Effectiveness of the local safeguarding children board",
        ],
        InspectionKind.SafeguardingAndLookedAfterChildren => [.. Of2009("Safeguarding", SafeguardingOutcomes), .. Of2009("Looked after children", OutcomesForLookedAfter)],
        InspectionKind.UnannouncedContactReferralAssessment or InspectionKind.ProtectionOfChildren
            or InspectionKind.FocusedVisit or InspectionKind.MonitoringVisit or InspectionKind.AssuranceVisit
            or InspectionKind.JointTargetedAreaInspection or InspectionKind.AreaSend or InspectionKind.PeerChallenge => [],
    };

    private static readonly string[] FirstOf2009 = ["Overall effectiveness", "Capacity to improve"];

    private static readonly string[] SafeguardingOutcomes = ["Children and young people are safe and feel safe", "Contribution of health agencies"];

    private static readonly string[] OutcomesForLookedAfter = ["Being healthy", "Staying safe", "Enjoying and achieving", "Making a positive contribution", "Achieving economic well-being"];

    private static readonly string[] ServicesOf2009 =
    [
        "Quality of provision",
        "Service responsiveness, including complaints",
        "Assessment and direct work with children and families",
        "Case planning, review and recording",
        "Leadership and management",
        "Ambition and prioritisation",
        "Evaluation, including performance management, quality assurance and workforce development",
        "User engagement",
        "Partnerships",
        "Equality and diversity",
        "Value for money",
    ];

    private static IEnumerable<string> Of2009(string part, string[] outcomes) =>
        FirstOf2009.Concat(outcomes).Concat(ServicesOf2009).Select(name => $"{part}: {name}");

    /// <summary>The names of every framework and version, in whatever letters they are written.</summary>
    private static readonly HashSet<string> AllNames = new(
        from kind in Enum.GetValues<InspectionKind>()
        from version in new[] { CareLeaversApart.AddMonths(-1), CareLeaversApart }
        from name in UsualNames(kind, KnownDate.In(version.Year, version.Number))
        select name,
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a judged area of that name belongs to another framework or version than that of such an inspection.</summary>
    public static bool IsOfAnother(string name, InspectionKind kind, KnownDate on) => AllNames.Contains(name) && !UsualNames(kind, on).Contains(name, StringComparer.OrdinalIgnoreCase);
}
