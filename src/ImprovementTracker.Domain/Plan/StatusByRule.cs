using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Plan;

/// <summary>What the record says against an open action, whatever its owner says of it.</summary>
public enum RuleSign { Overdue, NoUpdate, MeasureNotMoving }

/// <summary>One sign against an action, as a sentence.</summary>
/// <param name="Measure">The code of the measure that it rests on; null where it rests on none.</param>
public sealed record RuleReason(RuleSign Sign, string Sentence, string? Measure = null);

/// <summary>A measure that an action should move, with what its figures say.</summary>
/// <param name="Movement">Null where too little is known to say anything.</param>
public sealed record FiguresToMove(string Code, string Name, RecentMovement? Movement);

/// <summary>
/// The second lens on an action, beside its owner's own word. An open action has a sign against it where it is overdue, where
/// nobody has said for more than 30 days how it goes, and where none of the measures that it should move has improved for six months
/// in which it was at work. A finished or withdrawn action is not judged.
/// </summary>
/// <param name="Reasons">Empty where nothing speaks against it.</param>
public sealed record StatusByRule(IReadOnlyList<RuleReason> Reasons)
{
    /// <summary>So many days may pass after an entry; on the day after them it is said that there is none.</summary>
    public const int QuietDays = 30;

    /// <summary>What the rule looks at.</summary>
    /// <param name="SaidLast">The day on which it was last said how it goes (<see cref="ActionUpdate.SaysHowItGoes"/>); null when it never was.</param>
    /// <param name="EnteredOn">The day on which it came into the plan.</param>
    public sealed record Facts(Stage Stage, Progress? Progress, DateOnly StartsOn, DateOnly DueOn, DateOnly? SaidLast, DateOnly? EnteredOn = null)
    {
        public ActionStatus Status => ActionWords.StatusOf(Stage, Progress);
    }

    /// <param name="measures">Those that it should move.</param>
    /// <param name="judgedOn">Today, or the day with which the programme's record ended.</param>
    public static StatusByRule Of(Facts action, IReadOnlyCollection<FiguresToMove> measures, DateOnly judgedOn)
    {
        if (!action.Stage.IsOpen())
            return new([]);
        var reasons = new List<RuleReason>();
        if (Overdue.Is(action.Stage, action.DueOn, judgedOn))
            reasons.Add(new(RuleSign.Overdue, $"It was due on {Words.Date(action.DueOn)}: {Overdue.InWords(action.DueOn, judgedOn)}."));
        if (Quiet(action, judgedOn) is { } quiet)
            reasons.Add(new(RuleSign.NoUpdate, quiet));
        reasons.AddRange(NotMoving(action, measures));
        return new(reasons);
    }

    /// <summary>Whether the owner says that it is on track and the record speaks against that.</summary>
    public bool Disagrees(Facts action) => action.Status == ActionStatus.OnTrack && Reasons.Count > 0;

    private static string? Quiet(Facts action, DateOnly judgedOn)
    {
        // Before it is to start, or has come into the plan, nobody owes an update.
        var owed = action.EnteredOn is { } entered && entered > action.StartsOn ? entered : action.StartsOn;
        var since = action.SaidLast is { } said && !(action.Stage == Stage.NotStarted && owed > said) ? said : owed;
        var days = judgedOn.DayNumber - since.DayNumber;
        return days <= QuietDays ? null
            : since == action.SaidLast ? $"No update for {Words.Count(days)} days: the last was on {Words.Date(since)}."
            : since > action.StartsOn ? $"No update since it came into the plan on {Words.Date(since)}, {Words.Count(days)} days ago."
            : $"No update since it was to start on {Words.Date(since)}, {Words.Count(days)} days ago.";
    }

    private static IEnumerable<RuleReason> NotMoving(Facts action, IReadOnlyCollection<FiguresToMove> measures)
    {
        var start = Month.Of(action.StartsOn);
        var known = measures.Where(measure => measure.Movement is { } movement && start <= movement.From).ToList();
        return known.Exists(measure => measure.Movement!.Improved) ? []
            : known.Select(measure => new RuleReason(RuleSign.MeasureNotMoving,
                $"{measure.Name}: no improvement from {measure.Movement!.From} to {measure.Movement.To} beyond what chance would bring.", measure.Code));
    }
}
