using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What kind of thing changed, in the order in which it is told.</summary>
public enum ChangeTopic { State, Inspections, Grades, Crossings, Findings, Requirements, Actions, DueDates, Terms, Milestones, Evidence, Targets, Definitions, Notes, Values, Figures, Links, Timeline, Dates }

/// <summary>The words that stand for the values above.</summary>
public static class ChangeTopicWords
{
    public static string Label(this ChangeTopic topic) => topic switch
    {
        ChangeTopic.State => "Where the programme stands",
        ChangeTopic.Inspections => "Inspections and peer challenges published",
        ChangeTopic.Grades => "Grades given and aimed for",
        ChangeTopic.Crossings => "Targets met or no longer met",
        ChangeTopic.Findings => "Findings judged again",
        ChangeTopic.Requirements => "Requirements judged, changed, added or taken out",
        ChangeTopic.Actions => "Actions entered or moved",
        ChangeTopic.DueDates => "Due dates moved",
        ChangeTopic.Terms => "Actions given another start, evidence to show or day to look again",
        ChangeTopic.Milestones => "Milestones added, reached, moved or taken out",
        ChangeTopic.Evidence => "Evidence added or taken out",
        ChangeTopic.Targets => "Targets set, changed or ended",
        ChangeTopic.Definitions => "Measures given another definition",
        ChangeTopic.Notes => "Notes on charts and rebases added or ended",
        ChangeTopic.Values => "Figures revised",
        ChangeTopic.Figures => "Figures recorded for the first time",
        ChangeTopic.Links => "Owners and links changed",
        ChangeTopic.Timeline => "Timeline entries added or taken back",
        ChangeTopic.Dates => "Dates planned, moved or called off",
    };

    /// <summary>As the first sentence counts it: two findings judged again.</summary>
    public static string Counted(this ChangeTopic topic, int count) => $"{Words.InText(count)} {(topic, count) switch
    {
        (ChangeTopic.State, 1) => "change of where the programme stands",
        (ChangeTopic.State, _) => "changes of where the programme stands",
        (ChangeTopic.Inspections, 1) => "inspection or peer challenge published",
        (ChangeTopic.Inspections, _) => "inspections or peer challenges published",
        (ChangeTopic.Grades, 1) => "grade given or aimed for",
        (ChangeTopic.Grades, _) => "grades given or aimed for",
        (ChangeTopic.Crossings, 1) => "crossing of a target",
        (ChangeTopic.Crossings, _) => "crossings of targets",
        (ChangeTopic.Findings, 1) => "finding judged again",
        (ChangeTopic.Findings, _) => "findings judged again",
        (ChangeTopic.Requirements, 1) => "requirement judged, changed, added or taken out",
        (ChangeTopic.Requirements, _) => "requirements judged, changed, added or taken out",
        (ChangeTopic.Actions, 1) => "action entered or moved",
        (ChangeTopic.Actions, _) => "actions entered or moved",
        (ChangeTopic.DueDates, 1) => "due date moved",
        (ChangeTopic.DueDates, _) => "due dates moved",
        (ChangeTopic.Terms, 1) => "action given another start, evidence to show or day to look again",
        (ChangeTopic.Terms, _) => "actions given another start, evidence to show or day to look again",
        (ChangeTopic.Milestones, 1) => "milestone added, reached, moved or taken out",
        (ChangeTopic.Milestones, _) => "milestones added, reached, moved or taken out",
        (ChangeTopic.Evidence, 1) => "piece of evidence added or taken out",
        (ChangeTopic.Evidence, _) => "pieces of evidence added or taken out",
        (ChangeTopic.Targets, 1) => "target set, changed or ended",
        (ChangeTopic.Targets, _) => "targets set, changed or ended",
        (ChangeTopic.Definitions, 1) => "measure given another definition",
        (ChangeTopic.Definitions, _) => "measures given another definition",
        (ChangeTopic.Notes, 1) => "note on a chart or rebase added or ended",
        (ChangeTopic.Notes, _) => "notes on charts or rebases added or ended",
        (ChangeTopic.Values, 1) => "figure revised",
        (ChangeTopic.Values, _) => "figures revised",
        (ChangeTopic.Figures, 1) => "measure with new figures",
        (ChangeTopic.Figures, _) => "measures with new figures",
        (ChangeTopic.Links, 1) => "owner or link changed",
        (ChangeTopic.Links, _) => "owners or links changed",
        (ChangeTopic.Timeline, 1) => "timeline entry added or taken back",
        (ChangeTopic.Timeline, _) => "timeline entries added or taken back",
        (ChangeTopic.Dates, 1) => "date planned, moved or called off",
        (ChangeTopic.Dates, _) => "dates planned, moved or called off",
    }}";
}
