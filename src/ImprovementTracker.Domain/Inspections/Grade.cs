namespace ImprovementTracker.Domain.Inspections;

/// <summary>The inspectors' grade of a judged area. Adequate was used to 2013, Requires improvement since.</summary>
public enum Grade { Outstanding, Good, RequiresImprovement, Adequate, Inadequate }

/// <summary>The kinds of inspection since 2009, by the name inspectors gave them.</summary>
public enum InspectionKind
{
    UnannouncedContactReferralAssessment,
    SafeguardingAndLookedAfterChildren,
    ProtectionOfChildren,
    SingleInspection,
    ReInspection,
    IlacsStandard,
    IlacsShort,
    FocusedVisit,
    MonitoringVisit,
    AssuranceVisit,
    JointTargetedAreaInspection,
    AreaSend,
    PeerChallenge,
}

/// <summary>Who may know of an inspection: its author's draft, in confidence before publication, or everybody.</summary>
public enum Visibility { Draft, Embargoed, Published }

/// <summary>What the inspectors meant by a finding.</summary>
public enum FindingKind { Satisfactory, Strength, AreaForDevelopment, AreaForPriorityAction, AreaForImprovement, Recommendation }

/// <summary>What a later visit said of an earlier finding.</summary>
public enum ReviewOutcome { Open, Addressed, StillOfConcern }

/// <summary>The words that stand for the values above.</summary>
public static class InspectionWords
{
    public static string Label(this Grade grade) => grade switch
    {
        Grade.Outstanding => "Outstanding",
        Grade.Good => "Good",
        Grade.RequiresImprovement => "Requires improvement to be good",
        Grade.Adequate => "Adequate",
        Grade.Inadequate => "Inadequate",
    };

    public static string Label(this InspectionKind kind) => kind switch
    {
        InspectionKind.UnannouncedContactReferralAssessment => "Unannounced inspection of contact, referral and assessment",
        InspectionKind.SafeguardingAndLookedAfterChildren => "Inspection of safeguarding and looked after children",
        InspectionKind.ProtectionOfChildren => "Inspection of arrangements for the protection of children",
        InspectionKind.SingleInspection => "Single inspection",
        InspectionKind.ReInspection => "Re-inspection",
        InspectionKind.IlacsStandard => "Inspection of local authority children's services (standard)",
        InspectionKind.IlacsShort => "Inspection of local authority children's services (short)",
        InspectionKind.FocusedVisit => "Focused visit",
        InspectionKind.MonitoringVisit => "Monitoring visit",
        InspectionKind.AssuranceVisit => "Focused assurance visit",
        InspectionKind.JointTargetedAreaInspection => "Joint targeted area inspection",
        InspectionKind.AreaSend => "Area SEND inspection",
        InspectionKind.PeerChallenge => "Peer challenge",
    };

    public static string Label(this Visibility visibility) => visibility switch
    {
        Visibility.Draft => "Draft",
        Visibility.Embargoed => "Embargoed",
        Visibility.Published => "Published",
    };

    public static string Label(this FindingKind kind) => kind switch
    {
        FindingKind.Satisfactory => "Delivered satisfactorily",
        FindingKind.Strength => "Strength",
        FindingKind.AreaForDevelopment => "Area for development",
        FindingKind.AreaForPriorityAction => "Area for priority action",
        FindingKind.AreaForImprovement => "Area for improvement",
        FindingKind.Recommendation => "Recommendation",
    };

    public static string Plural(this FindingKind kind) => kind switch
    {
        FindingKind.Satisfactory => "Delivered satisfactorily",
        FindingKind.Strength => "Strengths",
        FindingKind.AreaForDevelopment => "Areas for development",
        FindingKind.AreaForPriorityAction => "Areas for priority action",
        FindingKind.AreaForImprovement => "Areas for improvement",
        FindingKind.Recommendation => "Recommendations",
    };

    /// <summary>Whether the council owes an answer to a finding of this kind.</summary>
    public static bool AsksForAction(this FindingKind kind) => kind switch
    {
        FindingKind.Satisfactory or FindingKind.Strength => false,
        FindingKind.AreaForDevelopment or FindingKind.AreaForPriorityAction or FindingKind.AreaForImprovement or FindingKind.Recommendation => true,
    };

    public static string Label(this ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Open => "Open",
        ReviewOutcome.Addressed => "Addressed",
        ReviewOutcome.StillOfConcern => "Still of concern",
    };
}
