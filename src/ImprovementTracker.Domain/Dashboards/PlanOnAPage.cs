using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>
/// The whole plan as one table to print: each action with its post, dates and status, what it answers, and how the measures
/// stand that it should move. Nine statements however long the plan is.
/// </summary>
public sealed class PlanOnAPage(IDbContextFactory<TrackerContext> database)
{
    /// <summary>More than these are no page; the list of actions has them all.</summary>
    public const int MostActions = 200;

    /// <param name="Counts">How many actions of the plan have each status; those withdrawn are no part of it.</param>
    /// <param name="RechecksDue">How many verified actions are to be looked at again by now.</param>
    /// <param name="Left">How many actions are not shown for want of room.</param>
    public sealed record Shown(ProgrammeHeader Programme, IReadOnlyDictionary<ActionStatus, int> Counts, int Overdue, int RechecksDue, int Withdrawn, IReadOnlyList<Objective> Objectives, int Left);

    public sealed record Objective(string Reference, string Title, IReadOnlyList<Line> Actions);

    /// <param name="Answers">What it answers in few words: two areas for development of 8 October 2009; R1.</param>
    public sealed record Line(Facts Action, IReadOnlyList<string> Answers, IReadOnlyList<Moved> Measures, DateOnly JudgedOn)
    {
        public ActionStatus Status => ActionWords.StatusOf(Action.Stage, Action.Progress);
        public bool IsOverdue => Plan.Overdue.Is(Action.Stage, Action.DueOn, JudgedOn);
        public bool IsRecheckDue => RecheckDue.Is(Action.Stage, Action.RecheckOn, JudgedOn);

        /// <summary>The post of the person who leads it, or the name where no post is known; null while nobody does.</summary>
        public string? Lead => Action.Post is { Length: > 0 } post ? post : Action.Name;
        public DateOnly? OriginallyDueOn => Action.BaselineDueOn == Action.DueOn ? null : Action.BaselineDueOn;
    }

    /// <summary>What an action is and how it stands.</summary>
    public sealed record Facts(int Id, string Reference, string Title, int ObjectiveId, string? Name, string? Post, Stage Stage, Progress? Progress, Impact Impact, string? BlockedBy,
        DateOnly DueOn, DateOnly BaselineDueOn, DateOnly? RecheckOn, bool IsIllustrative);

    /// <summary>A measure that an action should move, with the whole authority's latest month.</summary>
    /// <param name="Text">76% in May 2011, or why there is no figure.</param>
    /// <param name="Verdict">Against the first who asks something of it; null where nobody does.</param>
    public sealed record Moved(string Code, string Name, string Text, TargetVerdict? Verdict, FigureMarks Marks);

    public async Task<Shown> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadProgramme, cancel);
        var all = db.PriorityActions.AsNoTracking().Where(action => action.ProgrammeId == programme.Id);
        var isOverdue = Plan.Overdue.On(programme.JudgedOn);
        var isDue = RecheckDue.On(programme.JudgedOn);
        var groups = await all.GroupBy(action => new { action.Stage, action.Progress })
            .Select(group => new { group.Key.Stage, group.Key.Progress, Count = group.Count(), Overdue = group.AsQueryable().Count(isOverdue), Due = group.AsQueryable().Count(isDue) })
            .ToListAsync(cancel);
        var shown = PlanList.Ordered(all.Where(InPlan.Counted), PlanOrder.Objective).Take(MostActions);
        var actions = await shown
            .Select(action => new Facts(action.Id, action.Reference, action.Title, action.ObjectiveId, action.Lead!.Name, action.Lead!.Post, action.Stage, action.Progress, action.Impact, action.BlockedBy,
                action.DueOn, action.BaselineDueOn, action.RecheckOn, action.IsIllustrative))
            .ToListAsync(cancel);
        var objectives = await db.Objectives.AsNoTracking()
            .Where(objective => objective.ProgrammeId == programme.Id)
            .OrderBy(objective => objective.Reference.Length).ThenBy(objective => objective.Reference)
            .Select(objective => new { objective.Id, objective.Reference, objective.Title })
            .ToListAsync(cancel);
        var ids = actions.ConvertAll(action => action.Id);
        var answers = await AnswersAsync(db, actor, programme.Id, ids, cancel);
        var moves = await db.ActionMeasures.AsNoTracking()
            .Where(link => ids.Contains(link.ActionId) && link.EndedIn == null)
            .OrderBy(link => link.Measure.Order).ThenBy(link => link.Measure.Name)
            .Select(link => new { link.ActionId, link.MeasureId })
            .ToListAsync(cancel);
        var measures = await MeasuresAsync(db, actor, programme, tree, [.. moves.Select(link => link.MeasureId).Distinct()], cancel);

        var lines = actions.Select(action => new Line(action, [.. answers[action.Id]], [.. moves.Where(link => link.ActionId == action.Id).Select(link => measures[link.MeasureId])], programme.JudgedOn)).ToLookup(line => line.Action.ObjectiveId);
        var inPlan = groups.Where(group => InPlan.Is(group.Stage)).ToList();
        return new(programme,
            inPlan.GroupBy(group => ActionWords.StatusOf(group.Stage, group.Progress)).ToDictionary(group => group.Key, group => group.Sum(one => one.Count)),
            groups.Sum(group => group.Overdue),
            groups.Sum(group => group.Due),
            groups.Where(group => !InPlan.Is(group.Stage)).Sum(group => group.Count),
            [.. objectives.Select(objective => new Objective(objective.Reference, objective.Title, [.. lines[objective.Id]]))],
            inPlan.Sum(group => group.Count) - actions.Count);
    }

    /// <summary>Findings by kind and inspection, only of inspections that the person may know of; then the requirements still asked.</summary>
    private static async Task<ILookup<int, string>> AnswersAsync(TrackerContext db, Actor actor, int programmeId, List<int> ids, CancellationToken cancel)
    {
        var seen = db.Inspections.SeenBy(actor, programmeId).Select(inspection => inspection.Id);
        var findings = await db.ActionFindings.AsNoTracking()
            .Where(link => ids.Contains(link.ActionId) && link.EndedIn == null && link.Finding.EndedIn == null && seen.Contains(link.Finding.InspectionId))
            .OrderBy(link => link.Finding.Inspection.FieldworkFrom).ThenBy(link => link.Finding.InspectionId).ThenBy(link => link.Finding.Order)
            .Select(link => new { link.ActionId, link.Finding.InspectionId, link.Finding.Inspection.FieldworkFrom, link.Finding.Kind })
            .ToListAsync(cancel);
        var requirements = await db.ActionRequirements.AsNoTracking()
            .Where(link => ids.Contains(link.ActionId) && link.EndedIn == null && link.Requirement.EndedIn == null)
            .OrderBy(link => link.Requirement.Reference.Length).ThenBy(link => link.Requirement.Reference)
            .Select(link => new { link.ActionId, link.Requirement.Reference })
            .ToListAsync(cancel);
        return findings.GroupBy(link => (link.ActionId, link.InspectionId, link.FieldworkFrom, link.Kind))
            .Select(group => (group.Key.ActionId, Said: $"{(group.Count() == 1 ? group.Key.Kind.Label() : Words.Sentence($"{Words.InText(group.Count())} {group.Key.Kind.Plural().ToLowerInvariant()}"))}, {group.Key.FieldworkFrom}"))
            .Concat(requirements.Select(link => (link.ActionId, Said: $"Requirement {link.Reference}")))
            .ToLookup(one => one.ActionId, one => one.Said);
    }

    private static async Task<Dictionary<int, Moved>> MeasuresAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, AreaTree tree, List<int> ids, CancellationToken cancel)
    {
        var measures = (await db.LoadMeasuresAsync(actor, programme, cancel)).Where(measure => ids.Contains(measure.Id)).ToList();
        var months = measures.Select(measure => measure.Last).OfType<Month>().Distinct().ToList();
        var rows = await db.RevisionsVisibleTo(actor, programme.Id)
            .Where(revision => ids.Contains(revision.Observation.MeasureId) && months.Contains(revision.Observation.Month))
            .AsRows().ToListAsync(cancel);
        var figures = new MonthlyFigures(tree, rows, publishedOnly: false);
        return measures.ToDictionary(measure => measure.Id, measure => Stands(measure, tree.Whole?.Id, figures));
    }

    private static Moved Stands(MeasureRow measure, int? whole, MonthlyFigures figures)
    {
        if (measure.Last is not { } month || whole is not { } area)
            return new(measure.Code, measure.Name, "no figure yet", null, default);
        var figure = figures.Of(measure.Shape, area, month);
        var setter = measure.SettersFor(area, month).Cast<TargetSetter?>().FirstOrDefault();
        return figure.Figure is { } value
            ? new(measure.Code, measure.Name, $"{measure.Text(value, area, month)} {measure.Shape.When(month)}", setter is { } asks ? measure.Compare(value, area, asks, month).Verdict : null, figure.ShownMarks)
            : new(measure.Code, measure.Name, $"{figure.WhyNone} {measure.Shape.When(month)}", null, default);
    }
}
