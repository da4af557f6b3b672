using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Plan;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>What a board member sees in one minute: figures of a month; findings and plan as they stand. At most eight statements.</summary>
public sealed class Overview(IDbContextFactory<TrackerContext> database)
{
    public const int MostMeasures = 12;
    public const int MostFindings = 8;
    public const int MostActions = 12;

    /// <summary>How many of the actions of the person who asks are shown, those due first.</summary>
    public const int MostOwn = 3;

    private const int WordsShown = 220;

    /// <param name="month">The month looked at; null for the last one with a value.</param>
    public async Task<OverviewBoard> LoadAsync(Actor actor, string slug, Month? month, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadPublished, cancel);
        var seesPlan = !actor.SeesOnlyPublished(programme.Id);
        var all = await db.LoadMeasuresAsync(actor, programme, cancel);
        var at = all.MonthToShow(programme, month);

        var collected = all.Where(measure => measure.IsCollectedIn(at)).ToList();
        var setter = collected.SelectMany(measure => measure.Targets).Select(target => (TargetSetter?)target.SetBy).Order().FirstOrDefault();
        var chosen = setter is null ? collected : [.. collected.Where(measure => measure.Targets.Any(target => target.SetBy == setter))];
        var shown = await FiguresAsync(db, actor, programme, tree, chosen, setter ?? TargetSetter.DfeNotice, at, cancel);
        var (findings, priorityAreas) = await FindingsAsync(db, actor, programme, seesPlan, cancel);
        var (actions, counts) = seesPlan ? await ActionsAsync(db, programme, cancel) : ([], null);
        var own = seesPlan && actor.PersonId is { } person ? await OwnAsync(db, programme, person, actor.May(Permission.UpdateAction, programme.Id, isTheirs: true), cancel) : null;

        var trends = shown.ConvertAll(one => one.Trend);
        return new OverviewBoard(
            programme,
            at,
            all.MonthsToChoose(at),
            Words.DayInEngland(db.Clock.GetUtcNow().UtcDateTime),
            OverviewSentences.Heading(at, setter ?? TargetSetter.DfeNotice, trends, publishedOnly: !seesPlan),
            OverviewSentences.Lead(at, setter ?? TargetSetter.DfeNotice, trends, priorityAreas, findings.Count(finding => finding.IsOpenPriority), counts),
            setter ?? TargetSetter.DfeNotice,
            setter is not null,
            [.. shown.Take(MostMeasures).Select(one => one.Measure)],
            Math.Max(0, shown.Count - MostMeasures),
            [.. findings.Take(MostFindings)],
            Math.Max(0, findings.Count - MostFindings),
            [.. actions.Take(MostActions)],
            Math.Max(0, actions.Count - MostActions),
            seesPlan)
        {
            Own = own,
            RechecksDue = counts?.RechecksDue ?? 0,
        };
    }

    private static async Task<List<(OverviewMeasure Measure, MeasureTrend Trend)>> FiguresAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, AreaTree tree, List<MeasureRow> measures, TargetSetter setter, Month at, CancellationToken cancel)
    {
        if (tree.Whole is not { } whole || measures.Count == 0)
            return [];
        var ids = measures.Select(measure => measure.Id).ToList();
        var from = measures.Min(measure => measure.StartOfLine(at));
        var rows = await db.RevisionsVisibleTo(actor, programme.Id)
            .Where(revision => ids.Contains(revision.Observation.MeasureId) && revision.Observation.Month >= from && revision.Observation.Month <= at)
            .AsRows().ToListAsync(cancel);
        var figures = new MonthlyFigures(tree, rows, actor.SeesOnlyPublished(programme.Id));
        return [.. measures.Select(measure => OfMeasure(measure, whole.Id, figures, setter, at, actor.SeesOnlyPublished(programme.Id)))];
    }

    private static (OverviewMeasure, MeasureTrend) OfMeasure(MeasureRow measure, int whole, MonthlyFigures figures, TargetSetter setter, Month at, bool publishedOnly)
    {
        var shape = measure.Shape;
        var from = measure.StartOfLine(at);
        var line = from.To(at).Select(month => (Month: month, Area: figures.Of(shape, whole, month))).Select(one => (one.Month, one.Area.Figure, one.Area.Marks)).ToList();
        var points = PerformanceSentence.CountedAlike([.. line.Where(one => one.Figure is not null).Select(one => new SeriesPoint(one.Month, one.Figure!.Value, one.Marks))], measure.CountedAlikeSince(at));
        var figure = figures.Of(shape, whole, at);
        var target = measure.TargetFor(whole, setter, at);
        var comparison = measure.Compare(figure.Figure, whole, setter, at);
        var sentence = measure.Sentence(points, whole, from, at, publishedOnly);
        var shown = new OverviewMeasure(
            measure.Code,
            measure.Name,
            shape.Unit,
            figure.Figure is { } value ? measure.Text(value, whole, at) : "no value",
            figure.Figure is { } latest ? PerformanceSentence.Since(shape, points, at, measure.Reach(from, at, publishedOnly), measure.DecimalsOf(latest, whole, at))
                : points.Count == 0 ? figure.WhyNone : $"{figure.WhyNone}; the latest is {measure.Text(points[^1].Figure, whole, points[^1].Month)} {shape.When(points[^1].Month)}{Words.After(line.Last(one => one.Figure is not null).Marks.AllInWords)}",
            points.Count == 0 ? from : points[0].Month,
            [.. line.Select(one => one.Figure)],
            sentence,
            target?.LevelIn(at) is { IsRange: false } level ? level.Value : null,
            target?.InWords(shape.Unit, shape.Decimals, at) ?? "",
            Words.Cite(target?.Document, target?.Paragraph),
            target?.IsIllustrative ?? false,
            comparison.Verdict,
            measure.Distance(comparison, whole, at),
            figure)
        { Anew = measure.AnewIn(from, at) };
        return (shown, new MeasureTrend(shape.Polarity, points.Count > 1 ? points[0] : null, measure.Reach(from, at, publishedOnly).Since is not null, figure.Figure, target?.LevelIn(at), comparison.Verdict));
    }

    private static async Task<(List<OverviewFinding> Needing, int PriorityAreas)> FindingsAsync(TrackerContext db, Actor actor, ProgrammeHeader programme, bool seesPlan, CancellationToken cancel)
    {
        var asking = Enum.GetValues<FindingKind>().Where(kind => kind.AsksForAction()).ToList();
        var seen = db.Inspections.AsNoTracking().Where(inspection => inspection.ProgrammeId == programme.Id).SeenBy(actor, programme.Id);
        var findings = await seen.SelectMany(inspection => inspection.Findings)
            .Where(finding => finding.EndedIn == null && asking.Contains(finding.Kind))
            .OrderBy(finding => finding.Inspection.FieldworkFrom).ThenBy(finding => finding.InspectionId).ThenBy(finding => finding.Order)
            .Select(finding => new
            {
                finding.Id,
                finding.InspectionId,
                finding.Kind,
                Words = finding.Words.Length > WordsShown ? finding.Words.Substring(0, WordsShown) : finding.Words,
                finding.Inspection.Title,
                finding.Inspection.FieldworkFrom,
                HasAction = db.ActionFindings.Any(link => link.FindingId == finding.Id && link.EndedIn == null && link.Action.Stage != Stage.Withdrawn),
            })
            .ToListAsync(cancel);
        var reviews = (await db.FindingReviews.AsNoTracking()
            .Where(review => review.Finding.Inspection.ProgrammeId == programme.Id)
            .Join(seen, review => review.VisitId, visit => visit.Id, (review, visit) => new { review.FindingId, State = new FindingState.Review(review.Outcome, visit.FieldworkFrom, review.RecordedIn) })
            .ToListAsync(cancel)).ToLookup(review => review.FindingId, review => review.State);

        var open = findings.Select(finding => (Finding: finding, State: FindingState.Of(reviews[finding.Id]))).Where(one => one.State.IsOpen())
            .Select(one => new OverviewFinding(one.Finding.InspectionId, one.Finding.Id, one.Finding.Kind, Excerpt(one.Finding.Words), one.Finding.Title, one.Finding.FieldworkFrom, one.State,
                one.Finding.Kind == FindingKind.AreaForPriorityAction, seesPlan && !one.Finding.HasAction))
            .Where(finding => finding.IsOpenPriority || finding.HasNoAction)
            .OrderByDescending(finding => finding.IsOpenPriority);
        return ([.. open], findings.Count(finding => finding.Kind == FindingKind.AreaForPriorityAction));
    }

    /// <summary>Whole words, and a sign that there is more.</summary>
    private static string Excerpt(string words) =>
        words.Length < WordsShown || words.LastIndexOf(' ') is not (> 0 and var end) ? words : words[..end].TrimEnd(',', '.', ';', ':') + " …";

    private static async Task<(List<OverviewAction> Needing, ActionCounts Counts)> ActionsAsync(TrackerContext db, ProgrammeHeader programme, CancellationToken cancel)
    {
        var judged = programme.JudgedOn;
        var live = db.PriorityActions.AsNoTracking().Where(action => action.ProgrammeId == programme.Id).Where(InPlan.Counted);
        var overdue = live.Where(Overdue.On(judged)).Select(action => action.Id);
        var isRecheckDue = RecheckDue.On(judged);
        var counts = await live.GroupBy(_ => 1).Select(group => new { All = group.Count(), Due = group.AsQueryable().Count(isRecheckDue) }).SingleOrDefaultAsync(cancel);
        var needing = await live
            .Where(action => overdue.Contains(action.Id) || (action.Stage == Stage.InProgress && action.Progress == Progress.OffTrack))
            .OrderBy(action => action.DueOn).ThenBy(action => action.Id)
            .Select(action => new
            {
                action.Reference,
                action.Title,
                action.Stage,
                action.Progress,
                action.DueOn,
                action.BaselineDueOn,
                Moves = action.Updates.Count(update => update.MovedFrom != null && update.MovedFrom != update.DueOn),
                LeadPost = (string?)action.Lead!.Post,
                action.IsIllustrative,
            })
            .ToListAsync(cancel);
        var shown = needing.ConvertAll(action => new OverviewAction(action.Reference, action.Title, ActionWords.StatusOf(action.Stage, action.Progress), Overdue.Is(action.Stage, action.DueOn, judged),
            action.DueOn, action.BaselineDueOn, action.Moves, action.LeadPost, action.IsIllustrative));
        return (shown, new ActionCounts(counts?.All ?? 0, shown.Count(action => action.IsOverdue), shown.Count(action => action.Status == ActionStatus.OffTrack), counts?.Due ?? 0));
    }

    private static async Task<OwnActions?> OwnAsync(TrackerContext db, ProgrammeHeader programme, int person, bool mayUpdate, CancellationToken cancel)
    {
        var open = db.OpenActionsOf(programme.Id, person);
        var overdue = open.Where(Overdue.On(programme.JudgedOn));
        var first = await open.AsNoTracking().Take(MostOwn)
            .Select(action => new
            {
                Line = new OwnAction(action.Reference, action.Title, action.Stage, action.Progress, action.DueOn, action.BaselineDueOn, programme.JudgedOn, action.IsIllustrative),
                Open = open.Count(),
                Overdue = overdue.Count(),
            })
            .ToListAsync(cancel);
        return first.Count == 0 ? null : new(first[0].Open, first[0].Overdue, [.. first.Select(one => one.Line)], mayUpdate);
    }
}
