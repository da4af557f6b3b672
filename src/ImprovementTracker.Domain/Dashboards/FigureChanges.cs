using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>The figures and targets as known at one moment beside those as known at another, in words.</summary>
internal sealed class FigureChanges
{
    private static readonly TargetSetter[] Setters = Enum.GetValues<TargetSetter>();
    private readonly ProgrammeHeader _programme;
    private readonly AreaTree _areas;
    private readonly IReadOnlyList<ChangedMeasure> _measures;
    private readonly List<StandingTarget> _targets;
    private readonly List<FirstFigures> _first;
    private readonly ChangesBetween _between;
    private readonly bool _publishedOnly;
    private readonly List<(StandingValue? Before, StandingValue After)> _values;
    private readonly Known _before, _after;

    public FigureChanges(ProgrammeHeader programme, AreaTree areas, IReadOnlyList<ChangedMeasure> measures, List<StandingValue> values, List<FirstFigures> first, ChangesBetween between, bool publishedOnly)
    {
        (_programme, _areas, _measures, _targets, _first, _between, _publishedOnly) = (programme, areas, measures, [.. measures.SelectMany(measure => measure.Targets)], first, between, publishedOnly);
        // Of each value one or two revisions are here: the one that stood first, where there was one, and the one that stood last.
        _values = [.. values.GroupBy(value => value.ObservationId).Select(group => (group.Where(value => value.RecordedIn <= between.After).MaxBy(value => value.Row.Revision), group.MaxBy(value => value.Row.Revision)!))];
        _before = new(between.After, Figures(_values.Select(pair => pair.Before)), PlansAt(between.After));
        _after = new(between.UpTo, Figures(_values.Select(pair => pair.After)), PlansAt(between.UpTo));

        MonthlyFigures Figures(IEnumerable<StandingValue?> rows) => new(areas, rows.OfType<StandingValue>().Select(value => value.Row), publishedOnly);
        Dictionary<int, List<TargetPlan>> PlansAt(long moment) => _targets.Where(target => target.StoodAt(moment)).GroupBy(target => target.Plan.MeasureId, target => target.Plan).ToDictionary(plans => plans.Key, plans => plans.ToList());
    }

    /// <summary>Figures and targets, by their measures, as known at a moment.</summary>
    private sealed record Known(long Moment, MonthlyFigures Figures, Dictionary<int, List<TargetPlan>> Targets)
    {
        public List<TargetPlan> TargetsOf(ChangedMeasure measure) => Targets.TryGetValue(measure.Id, out var plans) ? plans : [];
    }

    /// <summary>Targets that were met and are not, or were not and are: month by month where a month is judged otherwise now, and from the last month known then to the last known now.</summary>
    public IEnumerable<WhatChanged.Line> Crossings()
    {
        var judged = Month.Of(_programme.JudgedOn);
        foreach (var measure in _measures)
        {
            // What was not judged before has crossed nothing.
            var held = _before.TargetsOf(measure).Select(target => target.SetBy).ToHashSet();
            var months = _after.Figures.MonthsOf(measure.Shape).Union(_before.Figures.MonthsOf(measure.Shape)).Where(month => month <= judged).Order().ToList();
            foreach (var setter in Setters.Where(held.Contains))
            {
                foreach (var area in _areas.InOrder.Where(area => !_publishedOnly || area.ParentId is null))
                {
                    var was = months.ConvertAll(month => Judge(_before, measure, area.Id, setter, month));
                    if (was.TrueForAll(one => one is null))
                        continue;
                    var now = months.ConvertAll(month => Judge(_after, measure, area.Id, setter, month));
                    for (var place = 0; place < months.Count; place++)
                    {
                        if (was[place] is { } then && now[place] is { } today && then.IsMet != today.IsMet && then.Meaning == today.Meaning)
                            yield return Crossing(measure, area, setter, then, today);
                    }
                    var (last, latest) = (was.LastOrDefault(one => one is not null), now.LastOrDefault(one => one is not null));
                    if (last is not null && latest is not null && last.Month < latest.Month && last.IsMet != latest.IsMet && last.Meaning == latest.Meaning)
                        yield return Crossing(measure, area, setter, last, latest);
                }
            }
        }
    }

    /// <summary>Targets that stand at one of the two moments only; one that took the place of another is one line.</summary>
    public IEnumerable<WhatChanged.Line> Targets()
    {
        var measures = _measures.ToDictionary(measure => measure.Id);
        var ended = _targets.Where(target => target.StoodAt(_between.After) && !target.StoodAt(_between.UpTo)).ToList();
        foreach (var added in _targets.Where(target => !target.StoodAt(_between.After) && target.StoodAt(_between.UpTo)))
        {
            var instead = ended.Find(target => (target.Plan.MeasureId, target.Plan.SetBy, target.Plan.AreaId) == (added.Plan.MeasureId, added.Plan.SetBy, added.Plan.AreaId));
            if (instead is not null)
                ended.Remove(instead);
            var measure = measures[added.Plan.MeasureId];
            yield return new(Title(measure, added.Plan), measure.Page, instead is null ? "" : Asked(measure, instead.Plan), Asked(measure, added.Plan), [Recorded(added.AddedIn, instead is null ? "Set" : "Changed")], added.Plan.IsIllustrative);
        }
        foreach (var target in ended)
        {
            var measure = measures[target.Plan.MeasureId];
            yield return new(Title(measure, target.Plan), measure.Page, Asked(measure, target.Plan), "", [Recorded(target.EndedIn!.Value, "Ended")], target.Plan.IsIllustrative);
        }
    }

    /// <summary>Measures that mean something else from a month on.</summary>
    public IEnumerable<WhatChanged.Line> Definitions() =>
        from measure in _measures
        from earlier in measure.Earlier
        where _between.Has(earlier.AddedIn) || _between.Has(earlier.EndedIn)
        let next = measure.Earlier.FirstOrDefault(one => one.EndedIn is null && one.Until > earlier.Until)?.Definition ?? measure.Definition
        // One that was taken back keeps the words that were taken back; those before it hold again.
        let was = earlier.EndedIn is null ? earlier.Definition : next
        let stands = earlier.EndedIn is null ? next : earlier.Definition
        select new WhatChanged.Line(measure.Name, measure.Page, Words.Shortened(_between.Has(earlier.AddedIn) ? was : stands, WhatChanged.MostQuoted), Words.Shortened(_between.Has(earlier.EndedIn) ? was : stands, WhatChanged.MostQuoted),
            _between.InOrder(
                _between.Has(earlier.AddedIn) ? [(earlier.AddedIn, $"Another definition from {earlier.NewFrom} on", earlier.WhatChanged)] : [],
                _between.Has(earlier.EndedIn) ? [(earlier.EndedIn!.Value, $"Taken back that it has another definition from {earlier.NewFrom} on", earlier.EndReason)] : []))
        {
            Note = _between.Has(earlier.EndedIn) ? "Its months are one series again" : "Figures before and after are not compared",
        };

    /// <summary>Figures that stood already and are others now, with why.</summary>
    public IEnumerable<WhatChanged.Line> Revised() =>
        from measure in _measures
        join pair in _values on measure.Id equals pair.After.Row.MeasureId
        where pair.Before is not null && !IsSame(pair.Before.Row, pair.After.Row)
        let was = Text(pair.Before.Row, measure.Shape)
        let stands = Text(pair.After.Row, measure.Shape)
        // Two small numbers that are both withheld tell nothing.
        where !_publishedOnly || was != stands
        orderby pair.After.Row.Month, pair.After.Row.AreaId
        group (pair, was, stands) by measure into all
        from one in all
        let row = one.pair.After.Row
        let isApproval = one.pair.After.EnteredIn != one.pair.After.RecordedIn
        select new WhatChanged.Line($"{all.Key.Name}, {_areas.Find(row.AreaId)?.Name}, {row.Month}", all.Key.Page, one.was, one.stands,
            [_between.Entry(one.pair.After.RecordedIn, row.Kind == ValueKind.TakenBack ? "Taken back" : isApproval ? "By approval" : "By correction", _publishedOnly ? null : row.Reason)], row.IsIllustrative);

    /// <summary>Of each measure, in which months figures stand now where there were none.</summary>
    public IEnumerable<WhatChanged.Line> Recorded()
    {
        var of = _first.ToLookup(some => some.MeasureId);
        foreach (var measure in _measures)
        {
            var first = of[measure.Id].OrderBy(some => some.RecordedIn).ToList();
            if (first.Count == 0)
                continue;
            var (from, to) = (first.Min(some => some.From), first.Max(some => some.To));
            var months = from == to ? $"{from}" : $"{from} to {to}";
            yield return new(measure.Name, measure.Page, "", $"{Words.Count(first.Sum(some => some.Count), "figure", "figures")}, {months}",
                [.. first.TakeLast(MostEntries).Select(some => _between.Entry(some.RecordedIn, Words.Count(some.Count, "figure", "figures")))],
                first.Exists(some => some.IsIllustrative));
        }
    }

    /// <summary>Who recorded first figures is told of the last changes only: of a long time there are very many.</summary>
    private const int MostEntries = 3;

    private static bool IsSame(ValueRow one, ValueRow other) => (one.Kind, one.Numerator, one.Denominator, one.Printed) == (other.Kind, other.Numerator, other.Denominator, other.Printed);

    private string Text(ValueRow row, MeasureShape shape)
    {
        if (!_publishedOnly)
            return RevisionText.Of(row.Kind, row.Numerator, row.Denominator, row.Printed, row.PrintedDecimals, shape);
        // The figure alone: two counts beside each other would tell the few cases by which they differ.
        return row.Shown(shape.Unit, _publishedOnly) switch
        {
            MeasureValue.Withheld => "withheld",
            { Figure: { } figure } => FigureText.Of(figure, shape.Unit, shape.Decimals),
            _ => "no figure",
        };
    }

    /// <summary>With what was done and why, which stands in the change itself.</summary>
    private WhatChanged.Entry Recorded(long sequence, string what) => _between.Entry(sequence, what, _publishedOnly ? null : Words.Sentence(_between.Made[sequence].What));

    private string Title(ChangedMeasure measure, TargetPlan target) =>
        $"{measure.Name}: {target.SetBy.Label()}{(target.AreaId is { } only ? $", {_areas.Find(only)?.Name}" : "")}";

    private static string Asked(ChangedMeasure measure, TargetPlan target)
    {
        var document = Words.Cite(target.Document, target.Paragraph);
        return $"{target.InWords(measure.Shape.Unit, measure.Shape.Decimals)}{(document.Length == 0 ? "" : $" ({document})")}. {target.ToleranceInWords(measure.Shape.Unit, measure.Shape.Polarity)}".TrimEnd();
    }

    /// <param name="Meaning">The definition by which it is counted.</param>
    private sealed record Judged(Month Month, bool IsMet, string Text, bool IsIllustrative, Redefinition? Meaning);

    private static Judged? Judge(Known known, ChangedMeasure measure, int areaId, TargetSetter setter, Month month)
    {
        if (TargetChoice.For(known.TargetsOf(measure), measure.Id, areaId, setter, month) is not { } target || target.LevelIn(month) is not { } level)
            return null;
        var area = known.Figures.Of(measure.Shape, areaId, month);
        if (area.Figure is not { } figure)
            return null;
        var verdict = TargetComparison.Of(figure, level, measure.Shape.Polarity).Verdict;
        var shown = FigureText.Beside(figure, level, measure.Shape.Polarity, measure.Shape.Unit, measure.Shape.Decimals);
        return verdict == TargetVerdict.NoTarget ? null : new(month, verdict is TargetVerdict.Met or TargetVerdict.WithinRange,
            $"{verdict.Label()} {measure.Shape.When(month)}: {shown} against {FigureText.OfLevel(level, measure.Shape.Unit, measure.Shape.Decimals)}",
            target.IsIllustrative || area.Marks.IsIllustrative, measure.Meaning(month, known.Moment));
    }

    private WhatChanged.Line Crossing(ChangedMeasure measure, AreaNode area, TargetSetter setter, Judged was, Judged now)
    {
        // What made it so: the last figure of that month, the area's own or a part's, or the last target.
        var figures = _values.Select(pair => pair.After).Where(value => value.Row.MeasureId == measure.Id && value.Row.Month == now.Month && _between.Has(value.RecordedIn) && _areas.IsWithin(value.Row.AreaId, area.Id)).Select(value => (In: value.RecordedIn, What: "Figure recorded"));
        var targets = _targets.Where(target => target.Plan.MeasureId == measure.Id && target.Plan.SetBy == setter && _between.Has(target.AddedIn)).Select(target => (In: target.AddedIn, What: "Target set"));
        return new($"{measure.Name}, {area.Name}: {setter.Label()}", measure.Page, was.Text, now.Text, [.. figures.Concat(targets).OrderBy(one => one.In).TakeLast(1).Select(one => _between.Entry(one.In, one.What))], was.IsIllustrative || now.IsIllustrative)
        {
            Note = now.IsMet ? "Met now, not before" : "Met before, not now",
        };
    }
}
