namespace ImprovementTracker.Domain.Plan;

/// <summary>Where an action is in its life.</summary>
public enum Stage { NotStarted, InProgress, Completed, Verified, Withdrawn }

/// <summary>How an action in progress is going, by its owner.</summary>
public enum Progress { OnTrack, AtRisk, OffTrack }

/// <summary>What difference an action has made.</summary>
public enum Impact { NotYetKnown, NoneSeen, Some, Sustained }

/// <summary>
/// An action's status as one word, from its stage and progress (BRAG): blue is verified, grey is not started.
/// Completed is not verified: it waits for another person.
/// </summary>
public enum ActionStatus { NotStarted, OnTrack, AtRisk, OffTrack, Completed, Verified, Withdrawn }

public static class ActionWords
{
    public static string Label(this Stage stage) => stage switch
    {
        Stage.NotStarted => "Not started",
        Stage.InProgress => "In progress",
        Stage.Completed => "Completed",
        Stage.Verified => "Verified",
        Stage.Withdrawn => "Withdrawn",
    };

    /// <summary>As it stands in a sentence: not started, completed.</summary>
    public static string InText(this Stage stage) => stage.Label().ToLowerInvariant();

    /// <summary>Whether there is still work to do on it: it can be updated, and it can be late.</summary>
    public static bool IsOpen(this Stage stage) => stage switch
    {
        Stage.NotStarted or Stage.InProgress => true,
        Stage.Completed or Stage.Verified or Stage.Withdrawn => false,
    };

    public static string Label(this Progress progress) => progress switch
    {
        Progress.OnTrack => "On track",
        Progress.AtRisk => "At risk",
        Progress.OffTrack => "Off track",
    };

    /// <summary>What the owner says by choosing it.</summary>
    public static string Meaning(this Progress progress) => progress switch
    {
        Progress.OnTrack => "will be done by its due date",
        Progress.AtRisk => "may be late or fall short; there is a plan to recover",
        Progress.OffTrack => "will be late or fall short without help",
    };

    public static string Label(this Impact impact) => impact switch
    {
        Impact.NotYetKnown => "Not yet known",
        Impact.NoneSeen => "None seen",
        Impact.Some => "Some",
        Impact.Sustained => "Sustained",
    };

    public static string Label(this ActionStatus status) => status switch
    {
        ActionStatus.NotStarted => "Not started",
        ActionStatus.OnTrack => "On track",
        ActionStatus.AtRisk => "At risk",
        ActionStatus.OffTrack => "Off track",
        ActionStatus.Completed => "Completed, not yet verified",
        ActionStatus.Verified => "Verified",
        ActionStatus.Withdrawn => "Withdrawn",
    };

    /// <summary>After a number in a list of them: four completed and not yet verified.</summary>
    public static string AfterNumber(this ActionStatus status) => status == ActionStatus.Completed ? "completed and not yet verified" : status.Label().ToLowerInvariant();

    public static ActionStatus StatusOf(Stage stage, Progress? progress) => stage switch
    {
        Stage.NotStarted => ActionStatus.NotStarted,
        Stage.Completed => ActionStatus.Completed,
        Stage.Verified => ActionStatus.Verified,
        Stage.Withdrawn => ActionStatus.Withdrawn,
        Stage.InProgress => progress switch
        {
            Progress.OnTrack or null => ActionStatus.OnTrack,
            Progress.AtRisk => ActionStatus.AtRisk,
            Progress.OffTrack => ActionStatus.OffTrack,
        },
    };
}
