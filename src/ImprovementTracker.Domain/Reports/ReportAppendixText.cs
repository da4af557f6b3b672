using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Reports;

/// <summary>Appendix A: every measure of the report with its months, targets and sentence.</summary>
internal static class ReportAppendixText
{
    public static ReportAppendix Write(ReportFacts facts, ReportSources sources) => new(
        "Appendix A: the measures month by month",
        facts.Measures.Count == 0
            ? "No measure has been set up yet."
            : $"Figures are for {facts.Programme.Authority} as a whole. A percentage that a document states is given as it was printed; the others are worked out from counts of cases.",
        [.. facts.Measures.OrderByDescending(measure => measure.Targets.Any(target => target.SetBy == TargetSetter.DfeNotice)).Select(measure => Measure(measure, sources))]);

    private static ReportMeasure Measure(MeasureFacts measure, ReportSources sources)
    {
        var setter = measure.Targets.Select(target => (TargetSetter?)target.SetBy).FirstOrDefault();
        return new(
            measure.Code,
            measure.Name,
            measure.Definition,
            measure.Shape.Unit,
            measure.Shape.Decimals,
            PerformanceSentence.Change(measure.Shape, measure.Points, measure.Months[^1].Month, new LineReach(measure.CountedDifferentlyFrom ?? measure.Months[0].Month, EndsEarly: true), measure.DecimalsOfLatest) + ".",
            [.. measure.Months.Select(month => MonthRow(measure, setter, month.Month, month.Figure, sources))],
            [.. measure.Targets.SelectMany(target => Lines(measure, target))]);
    }

    private static ReportMonth MonthRow(MeasureFacts measure, TargetSetter? setter, Month month, AreaFigure figure, ReportSources sources)
    {
        var target = setter is null ? null : measure.TargetIn(setter.Value, month);
        var level = target?.LevelIn(month);
        var text = figure.Figure is { } value
            ? FigureText.Beside(value, level, measure.Shape.Polarity, measure.Shape.Unit, measure.Shape.Decimals)
            : figure.WhyNone;
        var verdict = setter is null ? "" : TargetComparison.Of(figure.Figure, level, measure.Shape.Polarity).Verdict.Label();
        return new(month, figure.Figure, text, figure.Counts, verdict, Source(figure, sources));
    }

    private static string Source(AreaFigure figure, ReportSources sources)
    {
        var source = figure.Own is { Source: { } document, IsIllustrative: false } own ? sources.Name(document) + (own.Paragraph is null ? "" : $", paragraph {own.Paragraph}") : figure.Source;
        return source + Words.After(figure.ShownMarks.InWords);
    }

    private static IEnumerable<ReportTargetLine> Lines(MeasureFacts measure, TargetPlan target)
    {
        var levels = measure.Months.Select(month => target.LevelIn(month.Month)).ToList();
        var name = Name(measure, target, levels);
        if (!levels.Exists(level => level is { IsRange: true }))
        {
            yield return new(name, [.. levels.Select(level => level?.Value)]);
            yield break;
        }
        yield return new($"{name}: lower", [.. levels.Select(level => level?.Value)]);
        yield return new($"{name}: upper", [.. levels.Select(level => level?.UpperValue)]);
    }

    /// <summary>DfE notice 80%; Local 77% in May 2011 where the line goes on to another level: always the one at which it ends in the chart.</summary>
    private static string Name(MeasureFacts measure, TargetPlan target, List<TargetLevel?> levels)
    {
        var last = levels.FindLastIndex(level => level is not null);
        var (month, level, unit, decimals) = (measure.Months[last].Month, levels[last]!, measure.Shape.Unit, measure.Shape.Decimals);
        return $"{target.SetBy.Label()} {(level.IsRange ? "expected range " : "")}{FigureText.OfLevel(level, unit, decimals)}"
            + $"{(target.OnTheWay(unit, decimals, month).Length == 0 ? "" : $" in {month}")}{(target.IsIllustrative ? " (illustrative)" : "")}";
    }
}
