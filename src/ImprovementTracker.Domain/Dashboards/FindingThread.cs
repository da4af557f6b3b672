using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>
/// The golden thread: from one finding in the inspectors' words to what the notice asks, what the council does, whether the
/// figures moved, what shows it, and what the next visit said. Ten statements however much there is.
/// </summary>
public sealed class FindingThread(IDbContextFactory<TrackerContext> database)
{
    /// <exception cref="NotFound">There is none, or it is not for this person to know of; the same words for both.</exception>
    public async Task<ThreadOfFinding> LoadAsync(Actor actor, string slug, int findingId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadPublished, cancel);
        var seen = db.Inspections.AsNoTracking().Where(inspection => inspection.ProgrammeId == programme.Id).SeenBy(actor, programme.Id);
        var finding = await db.Findings.AsNoTracking()
            .Where(finding => finding.Id == findingId && finding.EndedIn == null)
            .Join(seen, finding => finding.InspectionId, inspection => inspection.Id, (finding, inspection) => new ThreadOfFinding.Found(
                finding.Id, finding.Kind, finding.Words, finding.Paragraph, finding.ThemeId, finding.Theme!.Name, finding.DueOn,
                inspection.Id, inspection.Title, inspection.Inspectorate, inspection.FieldworkFrom, inspection.FieldworkTo, inspection.Published, inspection.Visibility,
                inspection.Source!.Attribution))
            .SingleOrDefaultAsync(cancel) ?? throw new NotFound("There is no such finding in this programme that you may see. Choose one from its inspection's page.");
        var showsPlan = !actor.SeesOnlyPublished(programme.Id);
        var visits = await LoadVisitsAsync(db, seen, finding, showsPlan, cancel);

        var actions = showsPlan ? await LoadActionsAsync(db, programme, findingId, cancel) : [];
        // A withdrawn action answers nothing any more: what it was linked to and what was added to it are on its own page.
        var ids = actions.Where(action => action.Stage != Stage.Withdrawn).Select(action => action.Id).ToList();
        var asked = ids.Count == 0 ? [] : await LoadRequirementsAsync(db, ids, cancel);
        var evidence = ids.Count == 0 ? [] : await LoadEvidenceAsync(db, ids, cancel);
        var moved = ids.Count == 0 ? [] : await db.ActionMeasures.AsNoTracking()
            .Where(link => ids.Contains(link.ActionId) && link.EndedIn == null)
            .Select(link => new MovedBy(link.ActionId, link.MeasureId))
            .ToListAsync(cancel);
        bool IsShown(MeasureRow measure) => showsPlan ? moved.Exists(link => link.MeasureId == measure.Id) : measure.ThemeId == finding.ThemeId && measure.Last is not null;
        var looked = moved.Count == 0 && asked.Count == 0 && (showsPlan || finding.ThemeId is null) ? new Looked(programme, tree, [], new(tree, [], publishedOnly: false))
            : await LookAsync(db, actor, programme, tree, measure => IsShown(measure) || measure.Targets.Any(target => asked.Exists(one => one.Requirement.Id == target.RequirementId)), cancel);
        return new(
            programme,
            finding,
            FindingState.Of(visits.SelectMany(visit => visit.Reviews.Select(review => new FindingState.Review(review.Outcome, visit.On, review.RecordedIn)))),
            visits,
            Standing(asked, looked),
            [.. actions],
            Shown(looked, IsShown, actor.SeesOnlyPublished(programme.Id), measure => [.. actions.Where(action => moved.Contains(new(action.Id, measure.Id)))]),
            evidence,
            showsPlan,
            actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes);
    }

    private sealed record MovedBy(int ActionId, int MeasureId);

    /// <summary>A requirement with what decides how it stands where no target does.</summary>
    private sealed record Asked(ThreadOfFinding.Asked Requirement, List<RequirementState.Judgement> Judgements, int FiguresDueOn);

    private sealed record Looked(ProgrammeHeader Programme, AreaTree Tree, IReadOnlyList<MeasureRow> Measures, MonthlyFigures Figures);

    /// <summary>The later visits that the person may know of, whether or not they spoke of the finding.</summary>
    private static async Task<List<ThreadOfFinding.Visit>> LoadVisitsAsync(TrackerContext db, IQueryable<Inspection> seen, ThreadOfFinding.Found finding, bool namesPeople, CancellationToken cancel)
    {
        var reviews = db.FindingReviews.WithTakenBack();
        var visits = await seen.Where(visit => visit.Id != finding.InspectionId)
            .Select(visit => new ThreadOfFinding.Visit(visit.Id, visit.Title, visit.FieldworkFrom, visit.Visibility != Visibility.Published,
                reviews.Where(review => review.FindingId == finding.Id && review.VisitId == visit.Id)
                    .LeftJoin(db.Changes, review => review.EndedIn, ended => (long?)ended.Sequence, (review, ended) => new { review, ended })
                    .OrderBy(row => row.review.RecordedIn)
                    .Select(row => new ThreadOfFinding.Review(row.review.Id, row.review.Outcome, row.review.Words, row.review.Note, row.review.Source!.Title, row.review.Source.Publisher, row.review.Source.Address, row.review.Source.Attribution, row.review.RecordedIn,
                        row.ended == null ? null : new TakenBack(namesPeople ? row.ended.PersonName : "", row.ended.RecordedAt, row.review.EndReason!)))
                    .ToList()))
            .ToListAsync(cancel);
        return [.. visits.Where(visit => visit.Entries.Count > 0 || visit.On > finding.From).OrderBy(visit => visit.On).ThenBy(visit => visit.Id)];
    }

    private static async Task<List<ThreadOfFinding.Answer>> LoadActionsAsync(TrackerContext db, ProgrammeHeader programme, int findingId, CancellationToken cancel)
    {
        var actions = await db.ActionFindings.AsNoTracking()
            .Where(link => link.FindingId == findingId && link.EndedIn == null)
            .OrderBy(link => link.Action.Reference.Length).ThenBy(link => link.Action.Reference)
            .Select(link => new ThreadOfFinding.Answer(link.ActionId, link.Action.Reference, link.Action.Title, link.Action.Lead!.Name, link.Action.Lead.Post,
                link.Action.BaselineDueOn, link.Action.DueOn, link.Action.Stage, link.Action.Progress, link.Action.Impact, link.Action.BlockedBy, link.Action.IsIllustrative,
                Overdue.Is(link.Action.Stage, link.Action.DueOn, programme.JudgedOn)))
            .ToListAsync(cancel);
        var ids = actions.ConvertAll(action => action.Id);
        var history = ids.Count == 0 ? [] : await db.ActionUpdates.AsNoTracking()
            .Where(update => ids.Contains(update.ActionId))
            .Join(db.Changes, update => update.RecordedIn, change => change.Sequence, (update, change) => new
            {
                update.ActionId,
                Entry = new HistoryEntry(change.Sequence, change.RecordedAt, change.PersonName, update.Sentence, update.Stage, update.Progress, update.DueOn, update.MovedFrom, update.SlipReason)
                {
                    Move = update.Move,
                    AgreedBy = update.AgreedBy,
                    BlockedBy = update.BlockedBy,
                    Impact = update.Impact,
                },
            })
            .ToListAsync(cancel);
        var said = history.ToLookup(row => row.ActionId, row => row.Entry);
        return actions.ConvertAll(action => action with
        {
            Slips = SlipLedger.Of(action.BaselineDueOn, action.DueOn, said[action.Id]),
            Turns = ActionTurns.Of(said[action.Id]),
            Completions = ActionTurns.Completions(said[action.Id]),
        });
    }

    private static Task<List<Asked>> LoadRequirementsAsync(TrackerContext db, List<int> actionIds, CancellationToken cancel) =>
        db.Requirements.AsNoTracking()
            .Where(requirement => requirement.EndedIn == null && db.ActionRequirements.Any(link => link.RequirementId == requirement.Id && link.EndedIn == null && actionIds.Contains(link.ActionId)))
            .OrderBy(requirement => requirement.Reference.Length).ThenBy(requirement => requirement.Reference)
            .Select(requirement => new Asked(
                new ThreadOfFinding.Asked(requirement.Id, requirement.Reference, requirement.Words, requirement.IsVerbatim, requirement.Paragraph, requirement.DueOn, requirement.IsIllustrative,
                    requirement.Source!.Title, requirement.Source.Address, requirement.Source.Attribution,
                    db.ActionRequirements.Where(link => link.RequirementId == requirement.Id && link.EndedIn == null && actionIds.Contains(link.ActionId))
                        .OrderBy(link => link.Action.Reference.Length).ThenBy(link => link.Action.Reference).Select(link => link.Action.Reference).ToList()),
                requirement.Reviews.Select(review => new RequirementState.Judgement(review.IsMet, review.On, review.RecordedIn)).ToList(),
                requirement.Programme.FiguresDueOn))
            .ToListAsync(cancel);

    private static List<ThreadOfFinding.Asked> Standing(List<Asked> asked, Looked looked)
    {
        if (asked.Count == 0)
            return [];
        var judgedOn = looked.Programme.JudgedOn;
        var targets = RequirementRecord.TargetsOf(looked.Measures, looked.Tree, looked.Figures, MonthState.LastDue(judgedOn, asked[0].FiguresDueOn));
        return asked.ConvertAll(one => one.Requirement with { State = RequirementRecord.Of([.. targets[one.Requirement.Id]], one.Requirement.DueOn, one.Judgements, judgedOn).State });
    }

    private static async Task<List<ThreadOfFinding.Shown>> LoadEvidenceAsync(TrackerContext db, List<int> actionIds, CancellationToken cancel) =>
        [.. (await db.Evidence.AsNoTracking()
            .Where(one => actionIds.Contains(one.ActionId) && one.EndedIn == null)
            .Select(one => new ThreadOfFinding.Shown(one.Id, one.Action.Reference, one.Strength, one.Title, one.DatedOn, one.Address, one.FileName))
            .ToListAsync(cancel))
            .OrderByDescending(one => one.Strength).ThenByDescending(one => one.DatedOn).ThenBy(one => one.Id)];

    /// <summary>The measures wanted, with their figures of every month up to the one in which the programme is judged.</summary>
    private static async Task<Looked> LookAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, AreaTree tree, Func<MeasureRow, bool> isWanted, CancellationToken cancel)
    {
        var latest = Month.Of(programme.JudgedOn);
        var measures = (await db.LoadMeasuresAsync(actor, programme, cancel)).Where(isWanted).ToList();
        var ids = measures.ConvertAll(measure => measure.Id);
        var rows = ids.Count == 0 ? [] : await db.RevisionsVisibleTo(actor, programme.Id)
            .Where(revision => ids.Contains(revision.Observation.MeasureId) && revision.Observation.Month <= latest)
            .AsRows().ToListAsync(cancel);
        return new(programme, tree, measures, new(tree, rows, actor.SeesOnlyPublished(programme.Id)));
    }

    private static List<ThreadOfFinding.Figures> Shown(Looked looked, Func<MeasureRow, bool> isShown, bool publishedOnly, Func<MeasureRow, IReadOnlyList<ThreadOfFinding.Answer>> answersOf)
    {
        if (looked.Tree.Whole is not { } whole)
            return [];
        var (latest, figures) = (Month.Of(looked.Programme.JudgedOn), looked.Figures);
        return looked.Measures.Where(isShown).ToList().ConvertAll(measure =>
        {
            var month = measure.Last ?? latest;
            var from = measure.StartOfLine(month);
            var line = from.To(month).Select(one => (Month: one, Figure: figures.Of(measure.Shape, whole.Id, one))).ToList();
            var setter = measure.SettersFor(whole.Id, month).Cast<TargetSetter?>().FirstOrDefault();
            return new ThreadOfFinding.Figures(
                measure.Code,
                measure.Name,
                measure.Shape.Unit,
                month,
                from,
                measure.Sentence([.. line.Where(one => one.Figure.Figure is not null).Select(one => new SeriesPoint(one.Month, one.Figure.Figure!.Value, one.Figure.Marks))], whole.Id, from, month, publishedOnly) + ".",
                [.. line.Select(one => one.Figure.Figure)],
                FigureMarks.Together(line.Where(one => one.Figure.Figure is not null).Select(one => one.Figure.Marks)),
                setter,
                [.. line.Select(one => setter is { } asks ? measure.TargetFor(whole.Id, asks, one.Month)?.LevelIn(one.Month) : null)],
                measure.CountedDifferently(month),
                [.. answersOf(measure).SelectMany(answer => answer.Completions.Select(completion => new ThreadOfFinding.Mark(answer.Reference, completion, BeforeAndAfter.Of(measure, figures, whole.Id, completion.On, latest))))
                    .OrderBy(mark => mark.Completion.On).ThenBy(mark => mark.Reference, StringComparer.Ordinal)])
            { Anew = measure.AnewIn(from, month) };
        });
    }
}
