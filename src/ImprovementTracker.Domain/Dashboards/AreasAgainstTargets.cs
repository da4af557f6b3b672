using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Every area by every measure for a month, against what one setter asks: three statements however much there is.</summary>
public sealed class AreasAgainstTargets(IDbContextFactory<TrackerContext> database)
{
    public async Task<AreasTable> LoadAsync(Actor actor, string slug, AreasChoice choice, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (programme, tree) = await db.EnterWithAreasAsync(actor, slug, Permission.ReadPublished, cancel);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var all = await db.LoadMeasuresAsync(actor, programme, cancel);
        var month = all.MonthToShow(programme, choice.Month);
        var figures = new MonthlyFigures(tree, await db.ValuesVisibleTo(actor, programme.Id, month, month).ToListAsync(cancel), publishedOnly);

        var measures = all.Where(measure => measure.IsCollectedIn(month) && (choice.ThemeId is not { } theme || measure.ThemeId == theme)).ToList();
        var setter = choice.SetBy ?? Setters(measures).Order().Cast<TargetSetter?>().FirstOrDefault() ?? TargetSetter.DfeNotice;
        var areas = tree.InOrder.Where(area => area.IsInForce(month) && (!publishedOnly || area.Id == tree.Whole?.Id)).ToList();
        var lines = measures.Select(measure => Line(measure, areas, figures, setter, month)).ToList();
        return new AreasTable(
            programme,
            month,
            all.MonthsToChoose(month),
            setter,
            Setters(measures).Contains(setter),
            AreasSentence.Of(month, setter, Setters(measures).Contains(setter), [.. measures.Select((measure, place) => Standing(measure, areas, lines[place], tree, month))], tree.Whole?.Name ?? programme.Authority, publishedOnly),
            [.. all.Where(measure => measure.ThemeId is not null).Select(measure => new ThemeChoice(measure.ThemeId!.Value, measure.Theme!)).Distinct()],
            choice.ThemeId,
            [.. areas.Select(area => new AreaLine(area.Id, area.Name, area.Kind, tree.DepthOf(area)))],
            lines,
            Tolerances(measures.SelectMany((measure, row) => areas.Select((area, column) => (measure, area.Name, lines[row].Cells[column].Target, month)))),
            publishedOnly);
    }

    private static IEnumerable<TargetSetter> Setters(IEnumerable<MeasureRow> measures) => measures.SelectMany(measure => measure.Targets).Select(target => target.SetBy);

    private static MeasureLine Line(MeasureRow measure, List<AreaNode> areas, MonthlyFigures figures, TargetSetter setter, Month month)
    {
        var forAll = measure.Targets.Where(target => target.AreaId is null).ToList();
        var common = TargetChoice.For(forAll, measure.Id, 0, setter, month);
        var asked = AreaCell.Asked(common?.LevelIn(month), measure.Shape);
        return new MeasureLine(measure.Code, measure.Name, measure.Theme, asked, common?.LevelIn(month)?.IsRange ?? false, common?.IsIllustrative ?? false,
            [.. areas.Select(area => AreaCell.Of(measure, area.Id, figures.Of(measure.Shape, area.Id, month), setter, month, asked))]);
    }

    private static MeasureStanding Standing(MeasureRow measure, List<AreaNode> areas, MeasureLine line, AreaTree tree, Month month)
    {
        var cells = areas.Select((area, place) => (Area: area, Cell: line.Cells[place])).ToList();
        var whole = cells.Where(one => one.Area.Id == tree.Whole?.Id).Select(one => one.Cell).FirstOrDefault();
        return new MeasureStanding(measure.Name, measure.Shape, cells.Exists(one => one.Cell.Target is not null), whole?.Comparison,
            [.. cells.Where(one => tree.Whole is not null && one.Area.ParentId == tree.Whole.Id).Select(one => new AreaStanding(one.Area.Name, one.Area.Kind, one.Cell.Comparison)
            {
                IsAsked = one.Cell.Target is not null,
                Decimals = one.Cell.Comparison.Figure is { } figure ? measure.DecimalsOf(figure, one.Area.Id, month) : null,
            })])
        {
            IsAskedOfWhole = whole?.Target is not null,
        };
    }

    /// <summary>
    /// Only of targets that decide a cell shown. Without a name where the sentence holds for every one of them; else with the
    /// measures it holds for, and with the areas where it does not hold for all of a measure.
    /// </summary>
    /// <param name="cells">Every cell with the target that decides it, if any, and the month it is of.</param>
    internal static List<string> Tolerances(IEnumerable<(MeasureRow Measure, string Area, TargetPlan? Target, Month Month)> cells)
    {
        var asked = cells
            .Where(one => one.Target?.LevelIn(one.Month) is { IsRange: false })
            .Select(one => (one.Measure, one.Area, Sentence: one.Target!.ToleranceInWords(one.Measure.Shape.Unit, one.Measure.Shape.Polarity)))
            .DistinctBy(one => (one.Measure.Id, one.Area, one.Sentence)).ToList();
        var spoken = asked.Where(one => one.Sentence.Length > 0).GroupBy(one => one.Sentence).ToList();
        if (spoken is [var only] && only.Count() == asked.Count)
            return [only.Key];
        return [.. spoken.Select(group => $"{Words.List([.. group.GroupBy(one => one.Measure.Id).Select(Named)])}: {group.Key}")];

        string Named(IGrouping<int, (MeasureRow Measure, string Area, string Sentence)> held)
        {
            var name = held.First().Measure.Name;
            return held.Count() == asked.Count(one => one.Measure.Id == held.Key) ? name : $"{name} ({Words.List([.. held.Select(one => one.Area)])})";
        }
    }
}
