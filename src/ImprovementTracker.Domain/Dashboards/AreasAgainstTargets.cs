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
            AreasSentence.Of(month, setter, Setters(measures).Contains(setter), [.. measures.Select((measure, place) => Standing(measure, areas, lines[place], tree, areas.Any(area => measure.TargetFor(area.Id, setter, month) is not null)))], tree.Whole?.Name ?? programme.Authority, publishedOnly),
            [.. all.Where(measure => measure.ThemeId is not null).Select(measure => new ThemeChoice(measure.ThemeId!.Value, measure.Theme!)).Distinct()],
            choice.ThemeId,
            [.. areas.Select(area => new AreaLine(area.Id, area.Name, area.Kind, tree.DepthOf(area)))],
            lines,
            Tolerances(measures, setter, month),
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

    private static MeasureStanding Standing(MeasureRow measure, List<AreaNode> areas, MeasureLine line, AreaTree tree, bool isAsked)
    {
        var cells = areas.Select((area, place) => (Area: area, Cell: line.Cells[place])).ToList();
        var whole = tree.Whole is null ? null : cells.Where(one => one.Area.Id == tree.Whole.Id).Select(one => one.Cell.Comparison).FirstOrDefault();
        return new MeasureStanding(measure.Name, measure.Shape, isAsked, whole,
            [.. cells.Where(one => tree.Whole is not null && one.Area.ParentId == tree.Whole.Id).Select(one => new AreaStanding(one.Area.Name, one.Area.Kind, one.Cell.Comparison))]);
    }

    private static List<string> Tolerances(IReadOnlyList<MeasureRow> measures, TargetSetter setter, Month month)
    {
        var spoken = measures
            .SelectMany(measure => measure.Targets.Where(target => target.SetBy == setter && target.LevelIn(month) is { IsRange: false })
                .Select(target => (measure.Name, Sentence: target.ToleranceInWords(measure.Shape.Unit, measure.Shape.Polarity))))
            .Where(one => one.Sentence.Length > 0)
            .GroupBy(one => one.Sentence, one => one.Name)
            .ToList();
        return spoken.Count == 1
            ? [spoken[0].Key]
            : [.. spoken.Select(group => $"{Words.List([.. group.Distinct()])}: {group.Key}")];
    }
}
