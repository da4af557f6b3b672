using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Shell;

/// <summary>The pages that a programme's menu leads to, in the order in which it shows them.</summary>
public enum NavItem
{
    Overview,
    WhatChanged,
    AreasAgainstTargets,
    Summary,
    JudgedAreas,
    Measures,
    EnterMonth,
    ImportFigures,
    Months,
    Benchmarks,
    Notice,
    Inspections,
    Actions,
    MyActions,
    DisagreementsAndGaps,
    Timeline,
    DatesAhead,
    CommitteeReport,
    Setup,
}

/// <summary>Name, address and group of each page of the menu.</summary>
public static class NavItemWords
{
    /// <param name="intervention">What the programme is under.</param>
    public static string Label(this NavItem item, InterventionKind intervention) => item switch
    {
        NavItem.Overview => "Overview",
        NavItem.WhatChanged => "What changed",
        NavItem.AreasAgainstTargets => "Areas against targets",
        NavItem.Summary => "Summary",
        NavItem.JudgedAreas => "Judged areas",
        NavItem.Measures => "Measures",
        NavItem.EnterMonth => "Enter a month",
        NavItem.ImportFigures => "Import figures",
        NavItem.Months => "Months and approval",
        NavItem.Benchmarks => "Benchmarks",
        NavItem.Notice => intervention.Menu(),
        NavItem.Inspections => "Inspections and findings",
        NavItem.Actions => "Actions",
        NavItem.MyActions => "My actions",
        NavItem.DisagreementsAndGaps => "Disagreements and gaps",
        NavItem.Timeline => "Timeline",
        NavItem.DatesAhead => "Dates ahead",
        NavItem.CommitteeReport => "Committee report",
        NavItem.Setup => "Programme, areas and themes",
    };

    /// <summary>The part of the address after the programme's; empty for the overview.</summary>
    public static string Page(this NavItem item) => item switch
    {
        NavItem.Overview => "",
        NavItem.WhatChanged => "what-changed",
        NavItem.AreasAgainstTargets => "areas",
        NavItem.Summary => "summary",
        NavItem.JudgedAreas => "judged-areas",
        NavItem.Measures => "measures",
        NavItem.EnterMonth => "enter-month",
        NavItem.ImportFigures => "import",
        NavItem.Months => "months",
        NavItem.Benchmarks => "benchmarks",
        NavItem.Notice => "notice",
        NavItem.Inspections => "inspections",
        NavItem.Actions => "actions",
        NavItem.MyActions => "my-actions",
        NavItem.DisagreementsAndGaps => "disagreements-and-gaps",
        NavItem.Timeline => "timeline",
        NavItem.DatesAhead => "dates",
        NavItem.CommitteeReport => "report",
        NavItem.Setup => "setup",
    };

    /// <summary>The heading under which the menu puts the page; empty for those that come first.</summary>
    public static string Group(this NavItem item) => item switch
    {
        NavItem.Overview or NavItem.WhatChanged or NavItem.AreasAgainstTargets or NavItem.Summary or NavItem.JudgedAreas or NavItem.Measures => "",
        NavItem.EnterMonth or NavItem.ImportFigures or NavItem.Months or NavItem.Benchmarks => "The figures",
        NavItem.Notice or NavItem.Inspections or NavItem.Actions or NavItem.MyActions or NavItem.DisagreementsAndGaps or NavItem.Timeline or NavItem.DatesAhead => "The plan",
        NavItem.CommitteeReport => "Telling people",
        NavItem.Setup => "Setting up",
    };
}
