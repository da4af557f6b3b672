using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Areas against targets month by month: every area on one measure, or every measure of one area. Four statements however much there is.</summary>
public sealed class RunOfMonths(IDbContextFactory<TrackerContext> database)
{
    /// <summary>How many months a run can have.</summary>
    public static readonly IReadOnlyList<int> Lengths = [6, 12, 24];

    public async Task<RunTable> LoadAsync(Actor actor, string slug, RunChoice choice, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var all = await db.LoadMeasuresAsync(actor, programme, cancel);
        var month = all.MonthToShow(programme, choice.Month);
        var months = month.AddMonths(1 - (Lengths.Contains(choice.Months) ? choice.Months : 12)).To(month).ToList();
        IReadOnlyList<AreaNode> visible = publishedOnly ? [.. tree.InOrder.Take(1)] : tree.InOrder;

        var measure = choice.MeasureCode is { } code ? all.SingleOrDefault(one => one.Code == code) ?? throw new NotFound(MeasurePage.NoSuchMeasure) : null;
        var area = measure is not null ? null : choice.AreaId is not { } id ? tree.Whole
            : visible.SingleOrDefault(one => one.Id == id) ?? throw new NotFound("There is no such area in this programme, or its figures are not published. Choose one from the list.");
        List<MeasureRow> measures = measure is null ? [.. all.Where(one => months.Exists(one.IsCollectedIn))] : [measure];
        var areas = measure is null ? visible.Where(one => one == area) : visible.Where(one => months.Exists(one.IsInForce));
        var behind = tree.InOrder.Where(one => area is null || tree.IsWithin(one.Id, area.Id)).Select(one => one.Id).ToList();
        var (from, only) = (months[0], measure?.Id);
        var rows = await db.RevisionsVisibleTo(actor, programme.Id)
            .Where(revision => revision.Observation.Month >= from && revision.Observation.Month <= month
                && (only == null || revision.Observation.MeasureId == only) && behind.Contains(revision.Observation.AreaId))
            .AsRows().ToListAsync(cancel);
        var figures = new MonthlyFigures(tree, rows, publishedOnly);

        var setters = measures.SelectMany(one => one.Targets).Select(target => target.SetBy).ToHashSet();
        var setter = choice.SetBy ?? setters.Order().Cast<TargetSetter?>().FirstOrDefault() ?? TargetSetter.DfeNotice;
        List<RunRow> lines = [.. from one in measures from place in areas select Row(one, place, tree.DepthOf(place), isMeasure: measure is null, figures, setter, months)];
        var of = measure is null ? area?.Name ?? programme.Authority : Words.InSentence(measure.Name);
        return new RunTable(
            programme,
            months,
            all.MonthsToChoose(month),
            setter,
            RunSentence.Of(of, months[0], month, setter, lines.SelectMany(line => line.Cells).OfType<AreaCell>().Select(cell => cell.Verdict).ToList()),
            measure is null ? area?.Name ?? "" : measure.Name,
            measure?.Code,
            area?.Id,
            [.. all.Select(one => new MeasureName(one.Code, one.Name))],
            visible,
            lines,
            [.. measures.Select(one => (one.Name, Since: one.CountedAlikeSince(month))).Where(one => one.Since > months[0]).Select(one => $"{one.Name}: counted differently before {one.Since}; the figures on the two sides are not comparable.")],
            AreasAgainstTargets.Tolerances(measures.SelectMany(one => areas.SelectMany(place => months.Select(each => (one, place.Name, one.TargetFor(place.Id, setter, each), each))))),
            publishedOnly);
    }

    private static RunRow Row(MeasureRow measure, AreaNode area, int depth, bool isMeasure, MonthlyFigures figures, TargetSetter setter, List<Month> months)
    {
        var asked = months.ConvertAll(month => AreaCell.Asked(measure.TargetFor(area.Id, setter, month)?.LevelIn(month), measure.Shape));
        return new(
            isMeasure ? measure.Name : area.Name,
            isMeasure ? measure.Theme : null,
            isMeasure ? 0 : depth,
            measure.Code,
            depth == 0 ? null : area.Id,
            asked[^1],
            measure.TargetFor(area.Id, setter, months[^1])?.IsIllustrative ?? false,
            [.. months.Select((month, place) => area.IsInForce(month) ? AreaCell.Of(measure, area.Id, figures.Of(measure.Shape, area.Id, month), setter, month, asked[place]) : null)])
        {
            AskedBefore = [.. asked.Select(one => one == asked[^1] ? "" : one)],
        };
    }
}
