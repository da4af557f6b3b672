using ImprovementTracker.Domain.Data;
using ImprovementTracker.Domain.People;
using ImprovementTracker.Domain.Programmes;
using Microsoft.EntityFrameworkCore;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A measure as every screen names it, with the targets that stand now.</summary>
/// <param name="First">The first month with something recorded of its own kind of period that the person may see.</param>
/// <param name="Last">The last such month up to the day the programme is judged on.</param>
/// <param name="LastMonth">The last month for which it is collected; null while it is.</param>
/// <param name="Earlier">What it meant before, the oldest first.</param>
/// <param name="Owner">Null while nobody owns it.</param>
/// <param name="Background">What is said of it beside its definition; only where a single measure is looked at.</param>
public sealed record MeasureRow(
    MeasureShape Shape,
    string Code,
    string Name,
    string Phrase,
    string Definition,
    string? WhyItMatters,
    string Numerator,
    string? Denominator,
    int? ThemeId,
    string? Theme,
    Month? First,
    Month? Last,
    IReadOnlyList<TargetPlan> Targets,
    Month? LastMonth,
    IReadOnlyList<EarlierMeaning> Earlier,
    MeasureBackground? Background,
    OwnerChoice? Owner = null)
{
    public int Id => Shape.Id;

    private static readonly TargetSetter[] Setters = Enum.GetValues<TargetSetter>();

    /// <summary>How many months a line shows before the one looked at, unless a person asks for more.</summary>
    public const int UsualMonths = 36;

    /// <summary>The first month of the line that ends in the month looked at: the first recorded, but not longer ago than three years.</summary>
    public Month StartOfLine(Month last) => First is not { } first || first > last ? last
        : last.MonthsSince(first) > UsualMonths ? last.AddMonths(-UsualMonths) : first;

    /// <summary>The months with which a new definition began: nothing is compared across one, and limits and trends end before it.</summary>
    public IReadOnlyList<Month> StartsAnew => [.. Earlier.Select(meaning => meaning.NewFrom)];

    /// <summary>The places of those months in a line from one month to another: the line ends before each.</summary>
    public IReadOnlyList<int> AnewIn(Month from, Month to) => [.. StartsAnew.Where(month => month > from && month <= to).Select(month => month.MonthsSince(from))];

    /// <summary>The first month that is counted as this one is; null where its definition held from the beginning.</summary>
    public Month? CountedAlikeSince(Month month) => Earlier.LastOrDefault(meaning => meaning.NewFrom <= month)?.NewFrom;

    /// <summary>
    /// How much of what is recorded of it the words about the line from one month to another may speak of: not the months
    /// that were counted differently.
    /// </summary>
    public LineReach Reach(Month from, Month to, bool publishedOnly)
    {
        var start = CountedAlikeSince(to) is { } anew && anew > from ? anew : from;
        return new(First < start ? start : null, Last > to, publishedOnly);
    }

    /// <summary>Whether it is collected for the month.</summary>
    public bool IsCollectedIn(Month month) => LastMonth is not { } last || month <= last;

    /// <summary>Counted differently from April 2010: ten working days instead of seven. Null where nothing had changed by the month.</summary>
    public string? CountedDifferently(Month month) =>
        Earlier.LastOrDefault(meaning => meaning.NewFrom <= month) is { } meaning ? $"Counted differently from {meaning.NewFrom}: {Words.Stopped(meaning.WhatChanged)}" : null;

    /// <summary>What the setter asks of an area in a month; null when nothing.</summary>
    public TargetPlan? TargetFor(int areaId, TargetSetter setter, Month month) => TargetChoice.For(Targets, Id, areaId, setter, month);

    /// <summary>Those who ask something of the area in the month.</summary>
    public IEnumerable<TargetSetter> SettersFor(int areaId, Month month) =>
        Setters.Where(setter => TargetFor(areaId, setter, month) is not null);

    /// <summary>The comparison with what the setter asks of the area in the month.</summary>
    public TargetComparison Compare(decimal? figure, int areaId, TargetSetter setter, Month month) =>
        TargetComparison.Of(figure, TargetFor(areaId, setter, month)?.LevelIn(month), Shape.Polarity);

    /// <summary>
    /// A figure as every page writes it: with as many decimals as it needs to contradict none of the targets in force,
    /// so that the same figure reads the same wherever it stands.
    /// </summary>
    public string Text(decimal figure, int areaId, Month month) => FigureText.Of(figure, Shape.Unit, DecimalsOf(figure, areaId, month));

    public int DecimalsOf(decimal figure, int areaId, Month month)
    {
        var decimals = Shape.Decimals;
        if (Targets.Count == 0)
            return decimals;
        foreach (var setter in Setters)
        {
            if (TargetFor(areaId, setter, month)?.LevelIn(month) is { } level)
                decimals = Math.Max(decimals, FigureText.DecimalsBeside(figure, level, Shape.Polarity, Shape.Decimals));
        }
        return decimals;
    }

    /// <summary>How far the area's figure is from a target, as every page writes the two: 4 points below.</summary>
    public string Distance(TargetComparison comparison, int areaId, Month month) => FigureText.Distance(comparison, Shape.Unit, DecimalsOf(comparison, areaId, month));

    /// <summary>The same for a cell of a table: 4 below.</summary>
    public string Gap(TargetComparison comparison, int areaId, Month month) => FigureText.Gap(comparison, Shape.Unit, DecimalsOf(comparison, areaId, month));

    private int DecimalsOf(TargetComparison comparison, int areaId, Month month) => comparison.Figure is { } figure ? DecimalsOf(figure, areaId, month) : Shape.Decimals;

    /// <summary>
    /// 76% in May 2011, up from 37% in April 2010: 4 points below the DfE notice's target of 80%. Without a full stop. Months
    /// that were counted differently are not spoken of.
    /// </summary>
    /// <param name="points">The line's months that have a figure, in order.</param>
    /// <param name="from">The month with which the line begins.</param>
    /// <param name="month">The month looked at, with which it ends.</param>
    /// <param name="publishedOnly">Whether others may have figures that this person does not see.</param>
    public string Sentence(IReadOnlyList<SeriesPoint> points, int areaId, Month from, Month month, bool publishedOnly = false)
    {
        points = PerformanceSentence.CountedAlike(points, CountedAlikeSince(month));
        var latest = points.Count == 0 ? null : points[^1];
        var change = PerformanceSentence.Change(Shape, points, month, Reach(from, month, publishedOnly), latest is null ? null : DecimalsOf(latest.Figure, areaId, latest.Month));
        if (latest?.Month != month || SettersFor(areaId, month).Cast<TargetSetter?>().FirstOrDefault() is not { } setter)
            return change;
        var against = PerformanceSentence.AgainstTarget(Shape, latest.Figure, TargetFor(areaId, setter, month)?.LevelIn(month), setter,
            PerformanceSentence.DecimalsOf(points, DecimalsOf(latest.Figure, areaId, month)));
        return against.Length == 0 ? change : $"{change}: {against}";
    }
}

/// <summary>What a measure meant up to a month, and what was different from the next one on.</summary>
public sealed record EarlierMeaning(Month Until, string WhatChanged, string Definition, string Numerator, string? Denominator)
{
    public Month NewFrom => Until.AddMonths(1);
}

/// <summary>What stays the same of a measure however it is counted.</summary>
public sealed record MeasureBackground(string? GoodLooksLike, string? CollectedFrom, string? Timescale);

/// <summary>The measures of a programme with their targets: one statement however many there are.</summary>
public static class MeasuresOfProgramme
{
    /// <summary>The month asked for, if the programme's record reaches so far; else the last that has a value, or the one in which the record stands.</summary>
    public static Month MonthToShow(this IReadOnlyCollection<MeasureRow> measures, ProgrammeHeader programme, Month? wanted)
    {
        var latest = Month.Of(programme.JudgedOn);
        return wanted is { } month && month >= measures.Earliest(programme) && month <= latest ? month : measures.Max(measure => measure.Last) ?? latest;
    }

    /// <summary>The first month that the programme's record reaches back to.</summary>
    public static Month Earliest(this IReadOnlyCollection<MeasureRow> measures, ProgrammeHeader programme)
    {
        var start = Month.Of(programme.StartsOn);
        return measures.Min(measure => measure.First) is { } first && first < start ? first : start;
    }

    /// <summary>The months that a person can choose from, latest first: from the first recorded to the last, and the one shown.</summary>
    public static IReadOnlyList<Month> MonthsToChoose(this IReadOnlyCollection<MeasureRow> measures, Month shown)
    {
        var first = measures.Min(measure => measure.First) ?? shown;
        var last = measures.Max(measure => measure.Last) ?? shown;
        return [.. (first < shown ? first : shown).To(last > shown ? last : shown).Reverse()];
    }

    /// <summary>In their order: by theme, then as they were placed.</summary>
    /// <param name="code">The only measure wanted; null for all.</param>
    public static async Task<IReadOnlyList<MeasureRow>> LoadMeasuresAsync(this TrackerContext db, Actor actor, ProgrammeHeader programme, CancellationToken cancel, string? code = null)
    {
        // Whoever sees everything sees every observation: the months are then found in its index, and the first or last that was not taken back is most often the first looked at.
        var seen = actor.SeesOnlyPublished(programme.Id)
            ? db.RevisionsVisibleTo(actor, programme.Id).Where(revision => revision.Kind != ValueKind.TakenBack).Select(revision => revision.Observation)
            : db.Observations.AsNoTracking().Where(observation => observation.Revisions.Any(revision => revision.SupersededIn == null && revision.Kind != ValueKind.TakenBack));
        var judged = Month.Of(programme.JudgedOn);
        return await db.Measures.AsNoTracking()
            .Where(measure => measure.ProgrammeId == programme.Id && (code == null || measure.Code == code))
            .OrderBy(measure => measure.ThemeId == null).ThenBy(measure => measure.Theme!.Order).ThenBy(measure => measure.Theme!.Id).ThenBy(measure => measure.Order).ThenBy(measure => measure.Id)
            .Select(measure => new MeasureRow(
                new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period),
                measure.Code,
                measure.Name,
                measure.Phrase,
                measure.Definition,
                measure.WhyItMatters,
                measure.Numerator,
                measure.Denominator,
                measure.ThemeId,
                measure.Theme!.Name,
                seen.Where(observation => observation.MeasureId == measure.Id && observation.Period == measure.Period && observation.Month <= judged)
                    .OrderBy(observation => observation.Month).Select(observation => (Month?)observation.Month).FirstOrDefault(),
                seen.Where(observation => observation.MeasureId == measure.Id && observation.Period == measure.Period && observation.Month <= judged)
                    .OrderByDescending(observation => observation.Month).Select(observation => (Month?)observation.Month).FirstOrDefault(),
                db.Targets.Where(target => target.MeasureId == measure.Id && target.EndedIn == null).OrderBy(target => target.Id).Select(VisibleValues.AsPlan).ToList(),
                measure.LastMonth,
                measure.EarlierDefinitions.OrderBy(earlier => earlier.Until).Select(earlier => new EarlierMeaning(earlier.Until, earlier.WhatChanged, earlier.Definition, earlier.Numerator, earlier.Denominator)).ToList(),
                code == null ? null : new MeasureBackground(measure.GoodLooksLike, measure.CollectedFrom, measure.Timescale),
                measure.Owner == null ? null : new OwnerChoice(measure.Owner.Id, measure.Owner.Name, measure.Owner.Post)))
            .ToListAsync(cancel);
    }
}
