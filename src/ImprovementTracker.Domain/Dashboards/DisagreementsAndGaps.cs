using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Where owner and record disagree on how an action goes, and what the plan lacks. Ten statements however much there is.</summary>
public sealed class DisagreementsAndGaps(IDbContextFactory<TrackerContext> database)
{
    /// <param name="OnTrack">How many actions their owners say are on track.</param>
    /// <param name="Disagreements">Those of them that the record speaks against.</param>
    /// <param name="DueMonth">The last month whose figures are due.</param>
    /// <param name="MayEnterPlan">Whether the person mends what lacks in the plan and the notice.</param>
    /// <param name="MayRecord">Whether the person mends what lacks in the figures.</param>
    public sealed record Shown(ProgrammeHeader Programme, int OnTrack, IReadOnlyList<Disagreement> Disagreements, IReadOnlyList<Gap> Gaps, Month DueMonth, bool MayEnterPlan, bool MayRecord)
    {
        public bool MayMend(GapKind kind) => kind switch
        {
            GapKind.FindingWithoutAction or GapKind.ActionWithoutMeasure or GapKind.RequirementWithoutTarget => MayEnterPlan,
            GapKind.TargetWithoutFigure or GapKind.MeasureWithoutOwner => MayRecord,
        };
    }

    /// <summary>An action that its owner says is on track, with what speaks against that.</summary>
    public sealed record Disagreement(string Reference, string Title, string? Lead, bool IsIllustrative, IReadOnlyList<RuleReason> Reasons);

    private sealed record Row(string Reference, string Title, string? Lead, bool IsIllustrative, StatusByRule.Facts Facts, List<int> Measures);

    public async Task<Shown> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadProgramme, cancel);
        var due = MonthState.LastDue(programme.JudgedOn, await db.Programmes.Where(one => one.Id == programme.Id).Select(one => one.FiguresDueOn).SingleAsync(cancel));
        var measures = await db.LoadMeasuresAsync(actor, programme, cancel);
        var actions = await db.PriorityActions.AsNoTracking()
            .Where(action => action.ProgrammeId == programme.Id && action.Stage != Stage.Withdrawn && action.Stage != Stage.Verified)
            .OrderBy(action => action.Reference.Length).ThenBy(action => action.Reference)
            .Select(action => new Row(action.Reference, action.Title, action.Lead!.Name, action.IsIllustrative,
                new StatusByRule.Facts(action.Stage, action.Progress, action.StartsOn, action.DueOn, action.Updates.AsQueryable().Where(ActionUpdate.SaysHowItGoes).Max(update => (DateOnly?)update.SaidOn), action.Updates.Min(update => (DateOnly?)update.SaidOn)),
                action.Measures.Where(link => link.EndedIn == null).Select(link => link.MeasureId).ToList()))
            .ToListAsync(cancel);
        var onTrack = actions.FindAll(action => action.Facts.Status == ActionStatus.OnTrack);
        var toMove = onTrack.SelectMany(action => action.Measures).ToHashSet();
        var looked = measures.Where(measure => toMove.Contains(measure.Id) || measure.Targets.Count > 0).ToList();
        var figures = await FiguresOfWhole.LoadAsync(db, actor, programme, tree, looked, due, cancel);
        var moved = looked.Where(measure => toMove.Contains(measure.Id)).ToDictionary(measure => measure.Id, measure => new FiguresToMove(measure.Code, measure.Name, figures.MovementOf(measure)));

        return new(
            programme,
            onTrack.Count,
            [.. onTrack.Select(action => (Action: action, Rule: StatusByRule.Of(action.Facts, [.. action.Measures.Where(moved.ContainsKey).Select(id => moved[id])], programme.JudgedOn)))
                .Where(one => one.Rule.Disagrees(one.Action.Facts))
                .Select(one => new Disagreement(one.Action.Reference, one.Action.Title, one.Action.Lead, one.Action.IsIllustrative, one.Rule.Reasons))],
            [
                .. await FindingsAsync(db, actor, programme, cancel),
                .. actions.Where(action => action.Measures.Count == 0).Select(action => GapWords.Action(action.Reference, action.Title)),
                .. await RequirementsAsync(db, programme, cancel),
                .. looked.Where(measure => measure.IsCollectedIn(due)).SelectMany(measure => WithoutFigure(measure, figures.Figures, tree, due)),
                .. measures.Where(measure => measure.Owner is null && measure.IsCollectedIn(Month.Of(programme.JudgedOn))).Select(measure => GapWords.Measure(measure.Code, measure.Name)),
            ],
            due,
            actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes,
            actor.May(Permission.RecordValues, programme.Id) == Extent.Yes);
    }

    /// <summary>Only open ones, of inspections that the person may know of; two statements.</summary>
    private static async Task<IEnumerable<Gap>> FindingsAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, CancellationToken cancel)
    {
        var asking = Enum.GetValues<FindingKind>().Where(kind => kind.AsksForAction()).ToList();
        var seen = db.Inspections.AsNoTracking().Where(inspection => inspection.ProgrammeId == programme.Id).SeenBy(actor, programme.Id);
        var findings = await seen.SelectMany(inspection => inspection.Findings)
            .Where(finding => finding.EndedIn == null && asking.Contains(finding.Kind)
                && !db.ActionFindings.Any(link => link.FindingId == finding.Id && link.EndedIn == null && link.Action.Stage != Stage.Withdrawn))
            .OrderBy(finding => finding.Inspection.FieldworkFrom).ThenBy(finding => finding.InspectionId).ThenBy(finding => finding.Order)
            .Select(finding => new { finding.Id, finding.Kind, finding.Words, finding.Inspection.Title, finding.Inspection.FieldworkFrom })
            .ToListAsync(cancel);
        var reviews = (await db.FindingReviews.AsNoTracking()
            .Where(review => review.Finding.Inspection.ProgrammeId == programme.Id)
            .Join(seen, review => review.VisitId, visit => visit.Id, (review, visit) => new { review.FindingId, State = new FindingState.Review(review.Outcome, visit.FieldworkFrom, review.RecordedIn) })
            .ToListAsync(cancel)).ToLookup(review => review.FindingId, review => review.State);
        return findings.Where(finding => FindingState.Of(reviews[finding.Id]).IsOpen())
            .Select(finding => GapWords.Finding(finding.Id, finding.Kind, finding.Words, finding.Title, finding.FieldworkFrom));
    }

    private static async Task<IEnumerable<Gap>> RequirementsAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel) =>
        (await db.Requirements.AsNoTracking()
            .Where(requirement => requirement.ProgrammeId == programme.Id && requirement.EndedIn == null && requirement.DueOn == null
                && !db.Targets.Any(target => target.RequirementId == requirement.Id && target.EndedIn == null))
            .OrderBy(requirement => requirement.Reference.Length).ThenBy(requirement => requirement.Reference)
            .Select(requirement => new { requirement.Id, requirement.Reference, requirement.Words })
            .ToListAsync(cancel))
        .Select(requirement => GapWords.Requirement(requirement.Id, requirement.Reference, requirement.Words));

    /// <summary>One for each area that a target in force in the month is for, and that has no figure in it.</summary>
    private static IEnumerable<Gap> WithoutFigure(MeasureRow measure, MonthlyFigures figures, AreaTree tree, Month month) =>
        from target in measure.Targets
        where target.LevelIn(month) is not null && target.GaveWayTo(month, measure.Targets) is null
        let area = target.AreaId is { } id ? tree.Find(id) : tree.Whole
        where area is not null && area.IsInForce(month)
        group target.SetBy by area into asked
        let figure = figures.Of(measure.Shape, asked.Key.Id, month)
        where figure.Figure is null
        select GapWords.Target(measure.Code, measure.Name, asked.Key.Name, month, [.. asked.Distinct().Order().Select(setter => setter.Possessive())], figure.WhyNone);
}
