using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Documents.Reports;

/// <summary>The upright axis of a measure's chart: from 0, to 100 for a percentage, else to the next round number above everything drawn.</summary>
internal sealed record ChartScale(double Lowest, double Highest, double Step)
{
    private const int MostSteps = 6;

    public static ChartScale Of(ReportMeasure measure)
    {
        var drawn = measure.Months.Select(month => month.Figure)
            .Concat(measure.Targets.SelectMany(target => target.Levels))
            .OfType<decimal>().Select(figure => (double)figure)
            .DefaultIfEmpty(0).ToList();
        var highest = Math.Max(drawn.Max(), 0);
        var lowest = Math.Min(drawn.Min(), 0);
        if (measure.Unit == MeasureUnit.Percentage && lowest == 0 && highest <= 100)
            return new(0, 100, 20);
        var step = RoundStep(highest - lowest, measure.Unit == MeasureUnit.Count ? 1 : 0);
        return new(Math.Floor(lowest / step) * step, Math.Max(Math.Ceiling(highest / step), 1) * step, step);
    }

    /// <summary>The share of the axis that lies above a figure: 0 at the top, 1 at the foot.</summary>
    public double FromTop(decimal figure) => (Highest - (double)figure) / (Highest - Lowest);

    /// <summary>The unit's format on the axis, with as many decimals as the steps need.</summary>
    public string Format(MeasureUnit unit) => FigureFormat(unit, Step >= 1 ? 0 : (int)Math.Ceiling(-Math.Log10(Step) - 1e-9));

    public static string FigureFormat(MeasureUnit unit, int decimals)
    {
        var places = decimals == 0 ? "" : "." + new string('0', decimals);
        return unit == MeasureUnit.Percentage ? $"0{places}\"%\"" : $"#,##0{places}";
    }

    // 1, 2 or 5 times a power of ten, the smallest that needs no more than six steps; things counted have no half steps.
    private static double RoundStep(double span, double least)
    {
        if (span <= 0)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(span / MostSteps)));
        double[] factors = [1, 2, 5, 10];
        return Math.Max(least, power * factors.First(factor => factor * power * MostSteps >= span * (1 - 1e-9)));
    }
}
