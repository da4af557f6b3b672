using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A measure's page: four statements, and one more each for the earlier revisions and for benchmarks when they are asked for.</summary>
public sealed class MeasurePage(IDbContextFactory<TrackerContext> database)
{
    public const string NoSuchMeasure = "There is no such measure in this programme. Choose one from the list of measures.";

    public async Task<MeasureSheet> LoadAsync(Actor actor, string slug, string code, MeasureChoice choice, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadPublished, cancel);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(NoSuchMeasure);
        var area = tree.Whole;
        if (choice.AreaId is { } wanted && wanted != area?.Id)
            area = (publishedOnly ? null : tree.Find(wanted)) ?? throw new NotFound("There is no such area in this programme, or its figures are not published. Choose one from the list.");
        var rows = await db.RevisionsVisibleTo(actor, programme.Id).Where(revision => revision.Observation.MeasureId == measure.Id).AsRows().ToListAsync(cancel);

        var remarks = await db.LoadRemarksAsync(actor, programme.Id, measure.Id, cancel);

        var month = new[] { measure }.MonthToShow(programme, choice.Month);
        var from = choice.From is { } start && start <= month && start >= new[] { measure }.Earliest(programme) ? start : measure.StartOfLine(month);
        var months = from.To(month).ToList();
        var figures = new MonthlyFigures(tree, rows, publishedOnly);
        var setters = area is null ? [] : months.SelectMany(one => measure.SettersFor(area.Id, one)).Distinct().Order().ToList();
        var ofArea = area is null ? new([], [], []) : remarks.For(area.Id);
        var reading = area is null ? null : ControlReading.Of(MeasureSeries.ChartOf(programme, measure.Shape, figures, area.Id,
            measure.First is { } first && first < from ? first : from, month, ofArea.Rebases.Select(rebase => rebase.Month), measure.StartsAnew));
        var lines = area is null ? [] : months.Select(one => Line(measure, area.Id, one, figures.Of(measure.Shape, area.Id, one), setters, reading!)).ToList();
        var points = lines.Where(line => line.Figure.Figure is not null).Select(line => new SeriesPoint(line.Month, line.Figure.Figure!.Value, line.Figure.ShownMarks)).ToList();
        var elsewhere = rows.Where(row => row.AreaId == area?.Id && row.Period != measure.Shape.Period && row.Kind != ValueKind.TakenBack).OrderBy(row => row.Month).Select(row => Elsewhere(row, measure.Shape, publishedOnly)).ToList();
        IReadOnlyList<AreaNode> visible = publishedOnly ? [.. tree.InOrder.Take(1)] : tree.InOrder;
        return new MeasureSheet(
            programme,
            measure,
            visible,
            area,
            month,
            from,
            new[] { measure }.MonthsToChoose(month),
            area is null ? "There are no areas yet that figures could be recorded for." : $"{(area == tree.Whole ? "" : $"{area.Name}: ")}{measure.Sentence(points, area.Id, from, month, publishedOnly)}.",
            area is null ? [] : Standings(measure, area.Id, lines, reading!, choice.By),
            setters,
            lines,
            area is null ? [] : [.. setters.Select(setter => Asked(measure, area.Id, setter, months))],
            elsewhere,
            [.. visible.Where(one => one.IsInForce(month)).Select(one => InMonth(measure, one, tree.DepthOf(one), figures.Of(measure.Shape, one.Id, month), month))],
            choice.History && !publishedOnly && area is not null ? await RevisionsAsync(db, measure, [.. tree.InOrder.Where(one => tree.IsWithin(one.Id, area.Id)).Select(one => one.Id)], from, month, cancel) : null,
            area is null || points.Count > 0 ? null
                : NoFigures.Of(area.Name, [.. lines.Select(line => (line.Month, line.Figure.Value))], Found(measure.Shape, figures, visible, Month.Of(programme.JudgedOn)), elsewhere.Count, publishedOnly),
            actor.May(Permission.RecordValues, programme.Id) == Extent.Yes,
            publishedOnly,
            actor.May(Permission.CommentOnValues, programme.Id, isTheirs: measure.Owner is not null && measure.Owner.Id == actor.PersonId),
            reading,
            area is null ? [] : [.. PeriodTotals.Longer.Select(period => Longer(measure, figures, area.Id, period, month))],
            ofArea,
            choice.Others ? await db.LoadBenchmarksAsync(programme.Id, measure.Id, cancel) : null)
        {
            MayEnterPlan = actor.May(Permission.EnterPlan, programme.Id) == Extent.Yes,
        };
    }

    private static PeriodLine Longer(MeasureRow measure, MonthlyFigures figures, int areaId, PeriodType period, Month month)
    {
        var figure = PeriodTotals.Of(figures, measure.Shape, areaId, period, month, measure.StartsAnew);
        return new(figure, figure.Value.Figure is { } value ? FigureText.Of(value, measure.Shape.Unit, measure.Shape.Decimals) : figure.WhyNone);
    }

    /// <summary>The areas that have figures, in whatever months the programme's record reaches.</summary>
    private static List<FiguresFound> Found(MeasureShape measure, MonthlyFigures figures, IReadOnlyList<AreaNode> areas, Month last)
    {
        var months = figures.MonthsOf(measure).Where(month => month <= last).ToList();
        return [.. areas
            .Select(area => (Area: area, Months: months.FindAll(month => figures.Of(measure, area.Id, month).Figure is not null)))
            .Where(one => one.Months.Count > 0)
            .Select(one => new FiguresFound(one.Area, one.Months[0], one.Months[^1]))];
    }

    private static MonthLine Line(MeasureRow measure, int areaId, Month month, AreaFigure figure, List<TargetSetter> setters, ControlReading reading)
    {
        var control = reading.Chart.Points[month.MonthsSince(Month.Of(reading.Chart.Points[0].On))];
        return new(
            month,
            figure,
            figure.Figure is { } value ? measure.Text(value, areaId, month) : figure.WhyNone,
            [.. setters.Select(setter => measure.TargetFor(areaId, setter, month) is null ? (TargetVerdict?)null : measure.Compare(figure.Figure, areaId, setter, month).Verdict)])
        {
            Control = control,
            IsFlagged = reading.IsFlagged(control),
        };
    }

    private static List<TargetStanding> Standings(MeasureRow measure, int areaId, List<MonthLine> lines, ControlReading reading, Month? wantedBy)
    {
        var (month, figure) = (lines[^1].Month, lines[^1].Figure.Figure);
        return [.. measure.SettersFor(areaId, month).Select(setter =>
        {
            var target = measure.TargetFor(areaId, setter, month)!;
            var comparison = measure.Compare(figure, areaId, setter, month);
            var level = target.LevelIn(month)!;
            var by = wantedBy is { } wanted && wanted > month ? wanted : target.LeadsTo > month ? target.LeadsTo : month.AddMonths(6);
            return new TargetStanding(
                target.Id,
                setter,
                comparison.Verdict,
                measure.Distance(comparison, areaId, month),
                target.InWords(measure.Shape.Unit, measure.Shape.Decimals, month),
                Words.Cite(target.Document, target.Paragraph),
                target.ToleranceInWords(measure.Shape.Unit, measure.Shape.Polarity),
                target.IsIllustrative)
            {
                Assurance = !reading.Chart.Latest.ShowsIcons || level.IsRange ? null : reading.Chart.AssuranceAgainst(level.Value),
                Run = TargetRun.Of(TargetRun.MonthsBack(measure, areaId, setter, reading.Chart)).InWords(level.IsRange),
                // Nothing is asked of a month after its last.
                Gain = figure is { } value ? GainNeeded.InWords(value, month, target.LevelIn(by), by, measure.Shape, isAsked: wantedBy == by || target.LeadsTo == by) : "",
            };
        })];
    }

    private static TargetLine Asked(MeasureRow measure, int areaId, TargetSetter setter, List<Month> months)
    {
        var targets = months.Select(month => (Month: month, Target: measure.TargetFor(areaId, setter, month))).ToList();
        return new(setter, targets.Exists(one => one.Target?.IsIllustrative == true), [.. targets.Select(one => one.Target?.LevelIn(one.Month))]);
    }

    private static StatedElsewhere Elsewhere(ValueRow row, MeasureShape shape, bool publishedOnly)
    {
        var value = row.Shown(shape.Unit, publishedOnly);
        return new(
            row.Month,
            row.Period,
            Text(value, shape),
            row.Source is null ? "recorded" : Words.Cite(row.Source, row.Paragraph),
            value.Figure is null ? default : FigureMarks.Of(row));
    }

    private static AreaMonth InMonth(MeasureRow measure, AreaNode area, int depth, AreaFigure figure, Month month)
    {
        var setter = measure.SettersFor(area.Id, month).Cast<TargetSetter?>().FirstOrDefault();
        var comparison = setter is { } asks ? measure.Compare(figure.Figure, area.Id, asks, month) : null;
        return new(area, depth, figure, figure.Figure is { } value ? measure.Text(value, area.Id, month) : "no value", setter, comparison?.Verdict,
            figure.Figure is null ? figure.WhyNone : comparison is null ? "" : measure.Gap(comparison, area.Id, month));
    }

    /// <summary>Of the area and of those that it is the sum of: every revision where the number changed, or somebody unlocked it.</summary>
    private static async Task<List<RevisionLine>> RevisionsAsync(TrackerContext db, MeasureRow measure, List<int> areaIds, Month from, Month to, CancellationToken cancel)
    {
        var revisions = await db.ObservationRevisions.AsNoTracking()
            .Where(revision => revision.Observation.MeasureId == measure.Id && areaIds.Contains(revision.Observation.AreaId) && revision.Observation.Period == measure.Shape.Period
                && revision.Observation.Month >= from && revision.Observation.Month <= to
                && revision.Observation.Revisions.Any(any => any.IsRevised || any.StatusReason != null))
            .OrderByDescending(revision => revision.Observation.Month).ThenBy(revision => revision.Observation.Area.ParentId != null).ThenBy(revision => revision.Observation.Area.Name).ThenByDescending(revision => revision.Number)
            .Select(revision => new
            {
                Area = revision.Observation.Area.Name,
                revision.Observation.Month,
                revision.Number,
                revision.Kind,
                revision.Numerator,
                revision.Denominator,
                revision.Printed,
                revision.PrintedDecimals,
                revision.Reason,
                revision.StatusReason,
                revision.Status,
                revision.SupersededIn,
                Change = db.Changes.Where(change => change.Sequence == revision.RecordedIn).Select(change => new { change.PersonName, change.RecordedAt }).Single(),
            })
            .ToListAsync(cancel);
        return [.. revisions.Select(revision => new RevisionLine(
            revision.Area,
            revision.Month,
            revision.Number,
            RevisionText.Of(revision.Kind, revision.Numerator, revision.Denominator, revision.Printed, revision.PrintedDecimals, measure.Shape),
            revision.StatusReason is { } why ? $"unlocked: {why}" : revision.Reason,
            revision.Change.PersonName,
            revision.Change.RecordedAt,
            revision.Status,
            revision.SupersededIn is null))];
    }

    private static string Text(MeasureValue value, MeasureShape shape) => value switch
    {
        MeasureValue.Stated stated => FigureText.Of(stated.Printed, shape.Unit, stated.Decimals),
        { Figure: { } figure } => FigureText.Of(figure, shape.Unit, shape.Decimals),
        MeasureValue.Withheld => "withheld",
        _ => "no value",
    };
}
