using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>All measures of an area in one table, with variation and assurance: six statements however much there is.</summary>
public sealed class MeasureSummary(IDbContextFactory<TrackerContext> database)
{
    public async Task<SummaryTable> LoadAsync(Actor actor, string slug, SummaryChoice choice, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var area = tree.Whole;
        if (choice.AreaId is { } wanted && wanted != area?.Id)
            area = (publishedOnly ? null : tree.Find(wanted)) ?? throw new NotFound("There is no such area in this programme, or its figures are not published. Choose one from the list.");
        var all = await db.LoadMeasuresAsync(actor, programme, cancel);
        var rebases = (await db.Rebases.AsNoTracking().Where(rebase => rebase.Measure.ProgrammeId == programme.Id && rebase.EndedIn == null)
            .Select(rebase => new { rebase.MeasureId, rebase.AreaId, rebase.From }).ToListAsync(cancel))
            .Where(rebase => rebase.AreaId is null || rebase.AreaId == area?.Id).ToLookup(rebase => rebase.MeasureId, rebase => rebase.From);
        var month = all.MonthToShow(programme, choice.Month);

        var measures = all.Where(measure => measure.IsCollectedIn(month) && (choice.ThemeId is not { } theme || measure.ThemeId == theme)).ToList();
        var lines = area is null || measures.Count == 0 ? []
            : await LinesAsync(db, actor, new(programme, tree, area, month, rebases, publishedOnly), measures.ConvertAll(measure => (measure, ChartFrom(measure, month))), cancel);
        var shown = choice.OnlyNotable ? lines.FindAll(line => line.IsNotable) : lines;
        return new SummaryTable(
            programme,
            month,
            area,
            publishedOnly ? [.. tree.InOrder.Take(1)] : tree.InOrder,
            all.MonthsToChoose(month),
            [.. all.Where(measure => measure.ThemeId is not null).Select(measure => new ThemeChoice(measure.ThemeId!.Value, measure.Theme!)).Distinct()],
            choice.ThemeId,
            choice.OnlyNotable,
            SummarySentence.Of(month, area is null || area == tree.Whole ? null : area.Name, lines, programme.FewestForFirmLimits),
            shown,
            lines.Count - shown.Count,
            programme.FewestForFirmLimits,
            publishedOnly);
    }

    private sealed record Looked(ProgrammeHeader Programme, AreaTree Tree, AreaNode Area, Month Month, ILookup<int, Month> Rebases, bool PublishedOnly);

    /// <summary>As on the measure's own page, but never across a change of what is counted.</summary>
    private static Month StartOf(MeasureRow measure, Month month) =>
        measure.CountedAlikeSince(month) is { } since && since > measure.StartOfLine(month) ? since : measure.StartOfLine(month);

    /// <summary>Limits are those of the measure's own page: of the whole record that is counted as the month is, however short the line drawn.</summary>
    private static Month ChartFrom(MeasureRow measure, Month month) =>
        measure.CountedAlikeSince(month) is { } since ? since : measure.First is { } first && first < month ? first : month;

    private static async Task<List<SummaryLine>> LinesAsync(TrackerContext db, Actor actor, Looked looked, List<(MeasureRow Measure, Month From)> measures, CancellationToken cancel)
    {
        var (programme, tree, area, month, _, publishedOnly) = looked;
        var from = measures.Min(one => one.From);
        var ids = measures.ConvertAll(one => one.Measure.Id);
        var values = db.RevisionsVisibleTo(actor, programme.Id)
            .Where(revision => ids.Contains(revision.Observation.MeasureId) && revision.Observation.Month >= from && revision.Observation.Month <= month);
        var own = await values.Where(revision => revision.Observation.AreaId == area.Id).AsRows().ToListAsync(cancel);

        // There are many parts, and they matter only where the area has no figure of its own, and to tell where it differs from them.
        var complete = own.Where(row => row.Kind is ValueKind.Counted or ValueKind.Stated).ToLookup(row => (row.MeasureId, row.Period));
        var summed = measures.Where(one => complete[(one.Measure.Id, one.Measure.Shape.Period)].Count(row => row.Month >= one.From) <= month.MonthsSince(one.From)).Select(one => one.Measure.Id).ToList();
        var below = tree.InOrder.Where(other => other.Id != area.Id && tree.IsWithin(other.Id, area.Id)).Select(other => other.Id).ToList();
        var previous = month.AddMonths(-1);
        var parts = await values.Where(revision => (summed.Contains(revision.Observation.MeasureId) || revision.Observation.Month >= previous) && below.Contains(revision.Observation.AreaId)).AsRows().ToListAsync(cancel);
        var figures = new MonthlyFigures(tree, own.Concat(parts), publishedOnly);
        return measures.ConvertAll(one => Line(one.Measure, looked, one.From, figures));
    }

    private static SummaryLine Line(MeasureRow measure, Looked looked, Month chartFrom, MonthlyFigures figures)
    {
        var (area, month, shape) = (looked.Area.Id, looked.Month, measure.Shape);
        var from = StartOf(measure, month);
        var months = from.To(month).Select(one => (Month: one, Figure: figures.Of(shape, area, one))).ToList();
        var line = months.ConvertAll(one => (one.Month, one.Figure.Figure));
        var points = months.Where(one => one.Figure.Figure is not null).Select(one => new SeriesPoint(one.Month, one.Figure.Figure!.Value, one.Figure.Marks)).ToList();
        var isAnew = measure.CountedAlikeSince(month) == month;
        var figure = months[^1].Figure;
        var previous = months.Count > 1 ? months[^2].Figure : figures.Of(shape, area, month.AddMonths(-1));
        var chart = MeasureSeries.ChartOf(looked.Programme, shape, figures, area, chartFrom, month, looked.Rebases[measure.Id], []);
        return new SummaryLine(
            measure.Code,
            measure.Name,
            measure.Theme,
            shape.Unit,
            figure,
            figure.Figure is { } value ? measure.Text(value, area, month) : "no value",
            figure.Figure is not null ? "" : points.Count == 0 ? figure.WhyNone : $"{figure.WhyNone}; the latest is {measure.Text(points[^1].Figure, area, points[^1].Month)} {shape.When(points[^1].Month)}{Words.After(months.Last(one => one.Figure.Figure is not null).Figure.Marks.AllInWords)}",
            previous,
            isAnew ? "counted differently then" : previous.Figure is { } before ? measure.Text(before, area, month.AddMonths(-1)) : previous.WhyNone,
            from,
            [.. line.Select(one => one.Figure)],
            measure.Sentence(points, area, from, month, looked.PublishedOnly),
            measure.SettersFor(area, month).Select(setter => measure.TargetFor(area, setter, month)!.LevelIn(month)!).FirstOrDefault() is { IsRange: false } level ? level.Value : null,
            chart.Latest.ShowsIcons && chart.Points.LastOrDefault(point => point.Value is not null) is { Cause: { } cause, Meaning: { } meaning } latest ? new(meaning, cause, Month.Of(latest.On)) { Marks = figures.Of(shape, area, Month.Of(latest.On)).ShownMarks } : null,
            WhyNotJudged(chart),
            [.. measure.SettersFor(area, month).Select(setter => OfTarget(measure, area, setter, month, figure.Figure, chart))])
        { Owner = measure.Owner?.InShort(looked.PublishedOnly) ?? "", BeforeMarks = isAnew ? default : previous.ShownMarks };
    }

    private static string WhyNotJudged(ControlChart chart) =>
        chart.Latest.ShowsIcons ? ""
        : chart.Latest.Limits is { TooLittleVariation: true } && !chart.Latest.IsShort ? "too little variation to judge"
        : $"too few values to judge: {(chart.Latest.Values == 0 ? "none" : Words.InText(chart.Latest.Values))}{(chart.Segments.Count > 1 ? $" since {Month.Of(chart.Points[Math.Min(chart.Latest.Start, chart.Points.Count - 1)].On)}" : "")}";

    private static SummaryTarget OfTarget(MeasureRow measure, int area, TargetSetter setter, Month month, decimal? figure, ControlChart chart)
    {
        var target = measure.TargetFor(area, setter, month)!;
        var level = target.LevelIn(month)!;
        var comparison = measure.Compare(figure, area, setter, month);
        return new(
            setter,
            FigureText.OfLevel(level, measure.Shape.Unit, measure.Shape.Decimals),
            target.IsIllustrative,
            comparison.Verdict,
            measure.Distance(comparison, area, month),
            TargetRun.HowLong(TargetRun.MetInARow(TargetRun.MonthsBack(measure, area, setter, chart))),
            level.IsRange || !chart.Latest.ShowsIcons ? null : chart.AssuranceAgainst(level.Value));
    }
}
