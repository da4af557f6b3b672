using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Measures;

/// <summary>A measure's sheet as its chart needs it.</summary>
public static class MeasureSheetChart
{
    public static IReadOnlyList<ChartPoint> Points(MeasureSheet sheet) => [.. sheet.Lines.Select(line => new ChartPoint(line.Month, line.Figure.Figure, line.Text, line.IsStated, line.Figure.Marks.IsIllustrative)
    {
        Sign = Sign(line),
        StartsAnew = sheet.Measure.StartsAnew.Contains(line.Month),
        InWords = InWords(line),
        Row = RowOf(line.Month),
    })];

    /// <summary>The row of the table that says the same as a point of the chart.</summary>
    public static string RowOf(Month month) => $"m-{month.ToIso()}";

    /// <summary>The sign of a change that a month carries; null where chance explains it or nothing is concluded.</summary>
    public static StatusLook? Sign(MonthLine line) => line is { IsFlagged: true, Control: { Meaning: { } meaning, Cause: { } cause } } ? meaning.Look(cause) : null;

    public static IReadOnlyList<ChartLimits> Limits(MeasureSheet sheet) => [.. sheet.Lines
        .Where(line => line.Control is { Limits: not null })
        .Select(line => new ChartLimits(line.Month, line.Control!.Value.Limits!.Mean, line.Control.Value.Limits.Lower, line.Control.Value.Limits.Upper, line.Control.Value.Segment))];

    /// <summary>What happened, and where a person has begun the limits anew or the definition changed.</summary>
    public static IReadOnlyList<ChartAnnotation> Annotations(MeasureSheet sheet) =>
    [
        .. sheet.Remarks.Annotations.Select(note => new ChartAnnotation(note.Month, note.Text)),
        .. sheet.Reading is { } reading ? reading.Chart.Rebases.Where(rebase => rebase.PartsSegments).Select(rebase => new ChartAnnotation(Month.Of(rebase.From!.Value), "Limits begin anew")) : [],
        .. sheet.Measure.StartsAnew.Select(month => new ChartAnnotation(month, "Counted differently")),
    ];

    /// <summary>The latest of each comparator that ends by the month looked at. Numbers are not drawn: a whole country's is on another scale.</summary>
    public static IReadOnlyList<ChartBenchmark> Benchmarks(MeasureSheet sheet) => !sheet.Measure.Shape.Unit.IsOfAnySize() ? [] : [.. (sheet.Others ?? [])
        .Where(row => row.Value is not null && row.PeriodEnd <= sheet.Month)
        .GroupBy(row => row.Comparator)
        .Select(rows => rows.MaxBy(row => row.PeriodEnd)!)
        .Select(row => new ChartBenchmark(row.Comparator == Comparator.Neighbours ? "Neighbours" : row.Name, row.Value!.Value,
            BenchmarkText.Figure(row.Value, row.Symbol, sheet.Measure.Shape.Unit, sheet.Measure.Shape.Decimals))
        {
            Period = BenchmarkText.PeriodOf(row.PeriodEnd, row.Period),
            InText = row.Comparator == Comparator.Neighbours ? "statistical neighbours" : row.Name,
        })];

    private static string InWords(MonthLine line)
    {
        var parts = new List<string> { line.Text };
        if (line.IsStated)
            parts.Add("stated");
        if (line.Figure.Marks.AllInWords is { Length: > 0 } marks)
            parts.Add(marks);
        var said = string.Join(", ", parts);
        return line is { IsFlagged: true, Control: { Meaning: { } meaning, Cause: { } cause } } ? $"{said}. {meaning.Label()}: {cause.Label()}" : said;
    }

    public static IReadOnlyList<ChartTarget> Targets(MeasureSheet sheet) =>
        [.. sheet.TargetLines.Select(target => new ChartTarget(target.SetBy.Label(), [.. sheet.Lines.Select((line, place) => new ChartLevel(line.Month, target.Levels[place]?.Value, target.Levels[place]?.UpperValue))]))];

    /// <summary>Which targets are invented for the demonstration; empty where none is.</summary>
    public static string Note(MeasureSheet sheet)
    {
        var invented = sheet.TargetLines.Where(target => target.IsIllustrative).ToList();
        return invented.Count == 0 ? ""
            : invented.Count == sheet.TargetLines.Count ? invented.Count == 1 ? "The target is illustrative." : "The targets are illustrative."
            : $"Illustrative targets: {Words.List([.. invented.Select(target => target.SetBy.Label())])}.";
    }
}
