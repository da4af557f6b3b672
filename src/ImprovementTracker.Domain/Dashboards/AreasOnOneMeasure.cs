using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>One measure in every area: a line for each, their order in a month, and what others reach. Five statements however much there is.</summary>
public sealed class AreasOnOneMeasure(IDbContextFactory<TrackerContext> database)
{
    private const int MonthsBack = 12;

    public async Task<AreasOnMeasure> LoadAsync(Actor actor, string slug, string code, OneMeasureChoice choice, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var measure = (await db.LoadMeasuresAsync(actor, programme, cancel, code)).SingleOrDefault() ?? throw new NotFound(MeasurePage.NoSuchMeasure);
        var benchmarks = await db.LoadBenchmarksAsync(programme.Id, measure.Id, cancel);

        var month = new[] { measure }.MonthToShow(programme, choice.Month);
        var since = measure.CountedAlikeSince(month);
        var from = since is { } anew && anew > measure.StartOfLine(month) ? anew : measure.StartOfLine(month);
        var earliest = from < month.AddMonths(-MonthsBack) ? from : month.AddMonths(-MonthsBack);
        var rows = await db.RevisionsVisibleTo(actor, programme.Id)
            .Where(revision => revision.Observation.MeasureId == measure.Id && revision.Observation.Month >= earliest && revision.Observation.Month <= month)
            .AsRows().ToListAsync(cancel);
        var figures = new MonthlyFigures(tree, rows, publishedOnly);
        var areas = tree.InOrder.Where(area => area.IsInForce(month) && (!publishedOnly || area.Id == tree.Whole?.Id)).ToList();
        var asking = areas.SelectMany(area => measure.SettersFor(area.Id, month)).Distinct().Order().ToList();
        var setter = choice.SetBy is { } chosen && asking.Contains(chosen) ? chosen : asking.Cast<TargetSetter?>().FirstOrDefault();
        var looked = new Looked(measure, figures, setter, month, from, since > month.AddMonths(-MonthsBack) ? since : null);
        var shown = areas.ConvertAll(area => (Area: area, Depth: tree.DepthOf(area), Figure: figures.Of(measure.Shape, area.Id, month)));
        var decimals = FigureText.DecimalsToTellApart(
            shown.Select(one => one.Figure.Figure is { } figure ? measure.DecimalsOf(figure, one.Area.Id, month) : 0).Append(measure.Shape.Decimals).Max(),
            shown.GroupBy(one => one.Depth).Select(level => level.Select(one => one.Figure.Figure).OfType<decimal>()));
        var standings = shown.ConvertAll(one => Standing(looked, one.Area, one.Depth, one.Figure, decimals));
        var ranked = Ranking.Of(standings, measure.Shape.Polarity);
        return new AreasOnMeasure(
            programme,
            measure,
            month,
            from,
            new[] { measure }.MonthsToChoose(month),
            setter,
            asking,
            OneMeasureSentence.Of(measure, month, ranked, publishedOnly),
            ranked,
            [.. benchmarks.Where(row => row.PeriodEnd <= month && row.Value is not null).GroupBy(row => row.Comparator).Select(group => Line(group.MaxBy(row => row.PeriodEnd)!, measure.Shape))],
            since,
            publishedOnly);
    }

    /// <param name="Anew">The month from which it is counted differently, where that lies within the twelve months before.</param>
    private sealed record Looked(MeasureRow Measure, MonthlyFigures Figures, TargetSetter? Setter, Month Month, Month From, Month? Anew);

    /// <param name="decimals">With which every area of the picture is written.</param>
    private static AreaOnMeasure Standing(Looked looked, AreaNode area, int depth, AreaFigure figure, int decimals)
    {
        var (measure, figures, setter, month, from, anew) = looked;
        var line = from.To(month).Select(one => (Month: one, Area: figures.Of(measure.Shape, area.Id, one))).Select(one => (one.Month, one.Area.Figure, one.Area.Marks)).ToList();
        var levels = line.ConvertAll(one => setter is { } asks ? measure.TargetFor(area.Id, asks, one.Month)?.LevelIn(one.Month) : null);
        var comparison = setter is { } by ? measure.Compare(figure.Figure, area.Id, by, month) : null;
        return new(
            area,
            depth,
            figure,
            figure.Figure is { } exact ? Math.Round(exact, decimals, MidpointRounding.AwayFromZero) : null,
            figure.Figure is { } value ? FigureText.Of(value, measure.Shape.Unit, decimals) : "no value",
            null,
            false,
            comparison?.Verdict,
            comparison is null ? "" : FigureText.Distance(comparison, measure.Shape.Unit, decimals),
            levels[^1] is { } level ? FigureText.OfLevel(level, measure.Shape.Unit, measure.Shape.Decimals) : "",
            setter is { } whose && measure.TargetFor(area.Id, whose, month) is { IsIllustrative: true },
            Before(measure, figures.Of(measure.Shape, area.Id, month.AddMonths(-MonthsBack)), area.Id, figure, month.AddMonths(-MonthsBack), anew, decimals),
            [.. line.Select(one => one.Figure)],
            levels,
            measure.Sentence([.. line.Where(one => one.Figure is not null).Select(one => new SeriesPoint(one.Month, one.Figure!.Value, one.Marks))], area.Id, from, month, figure.PublishedOnly));
    }

    /// <param name="decimals">Those of the figure now: with them the three subtract as they are written, unless it takes more to tell the two figures apart.</param>
    private static EarlierFigure Before(MeasureRow measure, AreaFigure before, int areaId, AreaFigure now, Month month, Month? anew, int decimals)
    {
        if (anew is not null)
            return new($"counted differently before {anew}", "", default);
        if (before.Figure is not { } then)
            return new(before.WhyNone, "", default);
        if (now.Figure is not { } figure)
            return new(measure.Text(then, areaId, month), "", before.Marks);
        var places = FigureText.DecimalsToTellApart(Math.Max(decimals, measure.DecimalsOf(then, areaId, month)), [[then, figure]]);
        var change = Math.Round(figure, places, MidpointRounding.AwayFromZero) - Math.Round(then, places, MidpointRounding.AwayFromZero);
        var size = FigureText.Size(change, measure.Shape.Unit, places);
        return new(FigureText.Of(then, measure.Shape.Unit, places), figure == then ? "no difference" : $"{(figure > then ? "+" : "\u2212")}{size}", before.Marks);
    }

    private static BenchmarkLine Line(BenchmarkRow row, MeasureShape shape) => new(
        row.Comparator,
        BenchmarkText.Who(row.Name, row.Known, row.Of),
        BenchmarkText.PeriodOf(row.PeriodEnd, row.Period),
        row.Value!.Value,
        BenchmarkText.Figure(row.Value, row.Symbol, shape.Unit, shape.Decimals),
        row.File,
        row.Source,
        NeighbourWords.Sentence(row, shape.Unit, shape.Decimals, shape.Polarity),
        shape.Unit.IsOfAnySize());
}
