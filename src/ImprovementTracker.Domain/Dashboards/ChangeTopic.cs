using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What kind of thing changed, in the order in which it is told.</summary>
public enum ChangeTopic { Crossings, Findings, Requirements, Actions, DueDates, Evidence, Targets, Values, Figures, Links }

/// <summary>The words that stand for the values above.</summary>
public static class ChangeTopicWords
{
    public static string Label(this ChangeTopic topic) => topic switch
    {
        ChangeTopic.Crossings => "Targets met or no longer met",
        ChangeTopic.Findings => "Findings judged again",
        ChangeTopic.Requirements => "Requirements judged, added or taken out",
        ChangeTopic.Actions => "Actions entered or moved",
        ChangeTopic.DueDates => "Due dates moved",
        ChangeTopic.Evidence => "Evidence added or taken out",
        ChangeTopic.Targets => "Targets set, changed or ended",
        ChangeTopic.Values => "Figures revised",
        ChangeTopic.Figures => "Figures recorded for the first time",
        ChangeTopic.Links => "Owners and links changed",
    };

    /// <summary>As the first sentence counts it: two findings judged again.</summary>
    public static string Counted(this ChangeTopic topic, int count) => $"{Words.InText(count)} {(topic, count) switch
    {
        (ChangeTopic.Crossings, 1) => "crossing of a target",
        (ChangeTopic.Crossings, _) => "crossings of targets",
        (ChangeTopic.Findings, 1) => "finding judged again",
        (ChangeTopic.Findings, _) => "findings judged again",
        (ChangeTopic.Requirements, 1) => "requirement judged, added or taken out",
        (ChangeTopic.Requirements, _) => "requirements judged, added or taken out",
        (ChangeTopic.Actions, 1) => "action entered or moved",
        (ChangeTopic.Actions, _) => "actions entered or moved",
        (ChangeTopic.DueDates, 1) => "due date moved",
        (ChangeTopic.DueDates, _) => "due dates moved",
        (ChangeTopic.Evidence, 1) => "piece of evidence added or taken out",
        (ChangeTopic.Evidence, _) => "pieces of evidence added or taken out",
        (ChangeTopic.Targets, 1) => "target set, changed or ended",
        (ChangeTopic.Targets, _) => "targets set, changed or ended",
        (ChangeTopic.Values, 1) => "figure revised",
        (ChangeTopic.Values, _) => "figures revised",
        (ChangeTopic.Figures, 1) => "measure with new figures",
        (ChangeTopic.Figures, _) => "measures with new figures",
        (ChangeTopic.Links, 1) => "owner or link changed",
        (ChangeTopic.Links, _) => "owners or links changed",
    }}";
}
