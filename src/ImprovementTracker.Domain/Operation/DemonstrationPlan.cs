using System.Text;
using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Operation;

/// <summary>Writes a programme's illustrative plan: objectives, and actions each with its history.</summary>
/// <param name="findings">The findings that actions answer; known once the inspection has been entered.</param>
/// <param name="measuresDefined">The day from which an action can name measures.</param>
internal sealed class DemonstrationPlan(DemonstrationScript script, Programme programme, Person manager, Func<IReadOnlyList<Finding>> findings, DateOnly measuresDefined)
{
    public Objective Objective(DateOnly entered, string reference, string title, string outcomeSought, Theme theme)
    {
        var objective = new Objective(programme, reference, title, outcomeSought, theme);
        script.On(entered, manager, programme, $"entered objective {reference}: {title}", _ => script.Db.Add(objective));
        return objective;
    }

    /// <param name="answers">Places of the findings that it answers, from 1.</param>
    /// <param name="moves">Measures that it should move.</param>
    public DemonstrationAction Action(
        DateOnly entered, Objective objective, string reference, string title, string outcomeSought, Person lead, Person accountable,
        DateOnly startsOn, DateOnly dueOn, IReadOnlyList<int> answers, IReadOnlyList<Measure> moves, string? agency = null)
    {
        var planned = new DemonstrationAction(script, programme, manager, lead, reference);
        script.On(entered, manager, programme, $"entered action {reference}: {title}", change =>
        {
            var action = new PriorityAction(objective, reference, startsOn, dueOn, isIllustrative: true);
            action.Describe(objective, title, outcomeSought, agency);
            action.Assign(lead, accountable);
            action.Record("Entered in the plan.", change);
            script.Db.Add(action);
            script.Db.AddRange(answers.Select(place => new ActionFinding(action, findings()[place - 1], change)));
            planned.Action = action;
        });
        if (moves.Count > 0)
        {
            script.On(entered > measuresDefined ? entered : measuresDefined, manager, programme, $"named the measures that action {reference} should move",
                change => script.Db.AddRange(moves.Select(measure => new ActionMeasure(planned.Action, measure, change))));
        }
        return planned;
    }
}

/// <summary>What happens to an action of the demonstration, entry by entry. Each method adds one and can be chained.</summary>
internal sealed class DemonstrationAction(DemonstrationScript script, Programme programme, Person manager, Person lead, string reference)
{
    /// <summary>The action itself, once it has been entered.</summary>
    public PriorityAction Action { get; set; } = null!;

    public DemonstrationAction OnTrack(DateOnly day, string sentence) => Report(day, Progress.OnTrack, sentence);

    public DemonstrationAction AtRisk(DateOnly day, string sentence) => Report(day, Progress.AtRisk, sentence);

    public DemonstrationAction OffTrack(DateOnly day, string sentence) => Report(day, Progress.OffTrack, sentence);

    /// <summary>The lead moves the due date, with a reason.</summary>
    public DemonstrationAction Moves(DateOnly day, Progress progress, DateOnly to, string reason, string sentence)
    {
        script.On(day, lead, programme, $"updated action {reference}: {progress.Label().ToLowerInvariant()}, due date moved to {Words.Date(to)}",
            change => Action.Report(progress, sentence, to, reason, change));
        return this;
    }

    /// <summary>A milestone, and the day on which the lead says that it is reached; null where it is not.</summary>
    public DemonstrationAction Step(DateOnly entered, string title, DateOnly dueOn, DateOnly? reachedOn = null)
    {
        Milestone milestone = null!;
        Done(entered, lead, "added a milestone of", change => Action.Milestones.Add(milestone = new Milestone(Action, title, dueOn, change)));
        return reachedOn is { } reached ? Done(reached, lead, "reached a milestone of", change => milestone.Revise(title, dueOn, reached, null, change)) : this;
    }

    /// <summary>The requirement of the notice that it answers, known once it is entered.</summary>
    public DemonstrationAction Answers(DateOnly day, Func<Requirement> requirement) =>
        Done(day, manager, "named the requirement answered by", change => script.Db.Add(new ActionRequirement(Action, requirement(), change)));

    public DemonstrationAction Completed(DateOnly day, Impact impact, string sentence) =>
        Done(day, lead, "completed", change => Action.Complete(sentence, impact, change));

    /// <summary>Another person than the lead verifies it, on what the lead brings: a small file of illustrative text stands for the sample.</summary>
    /// <param name="recheckOn">When somebody is to look at it again.</param>
    public DemonstrationAction Verified(DateOnly day, Person by, Impact impact, string sentence, DateOnly? recheckOn = null)
    {
        Done(day, lead, "added evidence to", change =>
        {
            var file = new StoredFile(Encoding.UTF8.GetBytes($"Illustrative, made for the demonstration.\n\n{reference}: {sentence}\n"), "text/plain");
            Action.Evidence.Add(new Evidence(Action, EvidenceStrength.AuditedSample, "What the reading of the sample found", day, change).In(file, $"{reference} sample.txt"));
        });
        return Done(day, by, "verified", change => Action.Verify(sentence, impact, recheckOn, change));
    }

    public DemonstrationAction Withdrawn(DateOnly day, string sentence) =>
        Done(day, manager, "withdrew", change => Action.Withdraw(sentence, "Improvement board", change));

    private DemonstrationAction Report(DateOnly day, Progress progress, string sentence)
    {
        script.On(day, lead, programme, $"updated action {reference}: {progress.Label().ToLowerInvariant()}", change => Action.Report(progress, sentence, null, null, change));
        return this;
    }

    private DemonstrationAction Done(DateOnly day, Person by, string verb, Action<Change> how)
    {
        script.On(day, by, programme, $"{verb} action {reference}", how);
        return this;
    }
}
