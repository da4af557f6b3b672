using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a board member sees first of a programme.</summary>
/// <param name="Month">The month whose figures are shown.</param>
/// <param name="Months">The months that can be chosen, latest first.</param>
/// <param name="KnownOn">The day on which all this was read.</param>
/// <param name="SetBy">Whose targets the measures are held to.</param>
/// <param name="FurtherMeasures">How many measures there is no room for.</param>
/// <param name="Findings">Those that need the board: areas for priority action still open, and findings that nobody answers.</param>
/// <param name="SeesPlan">False for readers, who see what is approved and published and not the plan.</param>
public sealed record OverviewBoard(
    ProgrammeHeader Programme,
    Month Month,
    IReadOnlyList<Month> Months,
    DateOnly KnownOn,
    string Heading,
    string Lead,
    TargetSetter SetBy,
    bool HasTargets,
    IReadOnlyList<OverviewMeasure> Measures,
    int FurtherMeasures,
    IReadOnlyList<OverviewFinding> Findings,
    int FurtherFindings,
    IReadOnlyList<OverviewAction> Actions,
    int FurtherActions,
    bool SeesPlan)
{
    /// <summary>Position at 31 May 2011, as known on 14 June 2011; of a finished programme also which day its plan is judged on.</summary>
    public string Position => $"Position at {Words.Date(Month.LastDay)}, as known on {Words.Date(KnownOn)}{(SeesPlan && Programme.EndInWords is { } end ? $". {end}" : "")}";

    /// <summary>What the person who asks leads or is accountable for and is still open; null where there is nothing.</summary>
    public OwnActions? Own { get; init; }

    /// <summary>How many verified actions are to be looked at again by now; none for those who do not see the plan.</summary>
    public int RechecksDue { get; init; }

    public bool NeedsNothing => Findings.Count == 0 && Actions.Count == 0 && RechecksDue == 0;
}

/// <summary>A measure in the overview: the whole authority's figure against the chosen setter's target.</summary>
/// <param name="Text">The figure, or 'no value'.</param>
/// <param name="Since">up from 37% in April 2010; where there is no figure, why, and which is the latest.</param>
/// <param name="Figures">The line's months, null where there is none.</param>
/// <param name="Sentence">The line in words.</param>
/// <param name="Asked">80% by March 2011; empty where nothing is asked in the month.</param>
/// <param name="Document">The document and paragraph that set the target; empty where none is recorded.</param>
public sealed record OverviewMeasure(
    string Code,
    string Name,
    MeasureUnit Unit,
    string Text,
    string Since,
    Month From,
    IReadOnlyList<decimal?> Figures,
    string Sentence,
    decimal? Level,
    string Asked,
    string Document,
    bool IsAskedIllustrative,
    TargetVerdict Verdict,
    string Distance,
    AreaFigure Figure)
{
    /// <summary>The places in the line of the months from which something else is counted.</summary>
    public IReadOnlyList<int> Anew { get; init; } = [];
}

/// <summary>A finding that needs the board.</summary>
/// <param name="Words">The beginning of the inspectors' words.</param>
public sealed record OverviewFinding(int InspectionId, int FindingId, FindingKind Kind, string Words, string Inspection, KnownDate On, ReviewOutcome State, bool IsOpenPriority, bool HasNoAction);

/// <summary>An action that is late or off track.</summary>
/// <param name="LeadPost">The post of the person who leads it; null while nobody does.</param>
/// <param name="Moves">How often its due date has moved.</param>
public sealed record OverviewAction(string Reference, string Title, ActionStatus Status, bool IsOverdue, DateOnly DueOn, DateOnly BaselineDueOn, int Moves, string? LeadPost, bool IsIllustrative);

/// <summary>The open actions of the person who asks.</summary>
/// <param name="First">Those due first.</param>
/// <param name="MayUpdate">Whether the person's role lets them update their own actions.</param>
public sealed record OwnActions(int Open, int Overdue, IReadOnlyList<OwnAction> First, bool MayUpdate);

/// <summary>An open action of the person who asks.</summary>
public sealed record OwnAction(string Reference, string Title, Stage Stage, Progress? Progress, DateOnly DueOn, DateOnly BaselineDueOn, DateOnly JudgedOn, bool IsIllustrative)
{
    public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
    public bool IsOverdue => Overdue.Is(Stage, DueOn, JudgedOn);

    /// <summary>The date first agreed, where it is no longer the due date.</summary>
    public DateOnly? OriginallyDueOn => BaselineDueOn == DueOn ? null : BaselineDueOn;
}
