using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Every measure by theme with where the whole authority stands: four statements.</summary>
public sealed class MeasureList(IDbContextFactory<TrackerContext> database)
{
    /// <param name="NoLonger">Those that are no longer collected.</param>
    /// <param name="MayRecord">Whether the person may record figures, measures and targets.</param>
    public sealed record Shown(ProgrammeHeader Programme, IReadOnlyList<ThemeGroup> Themes, IReadOnlyList<Line> NoLonger, bool MayRecord);

    /// <param name="Name">Null for measures that belong to no theme.</param>
    public sealed record ThemeGroup(string? Name, IReadOnlyList<Line> Measures);

    /// <param name="Text">The latest figure, or 'no value'.</param>
    /// <param name="Sentence">Where it stands and where it came from, in words.</param>
    /// <param name="SetBy">Whose target it is held to; null where none is in force.</param>
    public sealed record Line(string Code, string Name, MeasureUnit Unit, string Text, string Sentence, TargetSetter? SetBy, TargetVerdict? Verdict, string Distance, IReadOnlyList<decimal?> Figures, AreaFigure? Figure)
    {
        /// <summary>Whether the target it is held to is invented.</summary>
        public bool IsTargetIllustrative { get; init; }

        /// <summary>The places in the line of the months from which something else is counted.</summary>
        public IReadOnlyList<int> Anew { get; init; } = [];

        /// <summary>Since when it is counted differently, and how; null where nothing changed.</summary>
        public string? CountedDifferently { get; init; }

        /// <summary>Who answers for its figures; empty while nobody does.</summary>
        public string Owner { get; init; } = "";

        /// <summary>Whether that is the person who looks.</summary>
        public bool IsYours { get; init; }
    }

    public async Task<Shown> LoadAsync(Actor actor, string slug, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var programme = await db.EnterAsync(actor, slug, Permission.ReadPublished, cancel);
        var publishedOnly = actor.SeesOnlyPublished(programme.Id);
        var tree = await db.LoadAreasAsync(programme.Id, cancel);
        var measures = await db.LoadMeasuresAsync(actor, programme, cancel);
        var now = Month.Of(programme.JudgedOn);
        var from = measures.Select(measure => measure.StartOfLine(measure.Last ?? now)).DefaultIfEmpty(now).Min();
        var figures = new MonthlyFigures(tree, await db.ValuesVisibleTo(actor, programme.Id, from, now).ToListAsync(cancel), publishedOnly);
        Line Listed(MeasureRow measure) => LineOf(measure, tree.Whole?.Id, figures, now, publishedOnly) with
        {
            Owner = measure.Owner?.InShort(publishedOnly) ?? "",
            IsYours = measure.Owner is { } owner && owner.Id == actor.PersonId,
        };
        return new Shown(
            programme,
            [.. measures.Where(measure => measure.IsCollectedIn(now)).GroupBy(measure => (measure.ThemeId, measure.Theme)).Select(group => new ThemeGroup(group.Key.Theme, [.. group.Select(Listed)]))],
            [.. measures.Where(measure => !measure.IsCollectedIn(now)).Select(Listed)],
            actor.May(Permission.RecordValues, programme.Id) == Extent.Yes);
    }

    private static Line LineOf(MeasureRow measure, int? wholeId, MonthlyFigures figures, Month now, bool publishedOnly)
    {
        if (wholeId is not { } whole)
            return new(measure.Code, measure.Name, measure.Shape.Unit, "no value", "", null, null, "", [], null);
        var month = measure.Last ?? now;
        var from = measure.StartOfLine(month);
        var line = from.To(month).Select(one => (Month: one, Area: figures.Of(measure.Shape, whole, one))).Select(one => (one.Month, one.Area.Figure, one.Area.Marks)).ToList();
        var figure = figures.Of(measure.Shape, whole, month);
        var setter = measure.SettersFor(whole, month).Cast<TargetSetter?>().FirstOrDefault();
        var comparison = setter is { } asks ? measure.Compare(figure.Figure, whole, asks, month) : null;
        return new Line(
            measure.Code,
            measure.Name,
            measure.Shape.Unit,
            figure.Figure is { } value ? measure.Text(value, whole, month) : "no value",
            measure.Sentence([.. line.Where(one => one.Figure is not null).Select(one => new SeriesPoint(one.Month, one.Figure!.Value, one.Marks))], whole, from, month, publishedOnly) + ".",
            setter,
            comparison?.Verdict,
            comparison is null ? "" : measure.Distance(comparison, whole, month),
            [.. line.Select(one => one.Figure)],
            figure)
        { IsTargetIllustrative = setter is { } sets && measure.TargetFor(whole, sets, month)?.IsIllustrative == true, CountedDifferently = measure.CountedDifferently(now), Anew = measure.AnewIn(from, month) };
    }
}
