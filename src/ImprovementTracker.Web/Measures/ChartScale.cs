using System.Globalization;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using static ImprovementTracker.Web.Measures.ChartLayout;

namespace ImprovementTracker.Web.Measures;

/// <summary>The lowest and highest figure of a chart and the round steps between them.</summary>
public sealed record ChartAxis(decimal Low, decimal High, decimal Step)
{
    private const int MostSteps = 6;
    private const decimal LeastSpanOfPercentages = 20;

    public IEnumerable<decimal> Ticks()
    {
        for (var tick = Low; tick <= High; tick += Step)
            yield return tick;
    }

    /// <summary>Decimals that the ticks need: none for steps of 10, one for steps of 0.5.</summary>
    public int Decimals => Step.Scale;

    /// <summary>
    /// Counts, averages and rates start at 0. Percentages show the part of 0 to 100 that they use, but never less than
    /// 20 points, so that small changes do not look large.
    /// </summary>
    public static ChartAxis For(MeasureUnit unit, IReadOnlyCollection<decimal> figures)
    {
        var low = figures.Count == 0 ? 0 : figures.Min();
        var high = figures.Count == 0 ? 0 : figures.Max();
        var isPercentage = unit == MeasureUnit.Percentage;
        if (!isPercentage)
            low = Math.Min(0, low);
        if (isPercentage && high - low < LeastSpanOfPercentages)
        {
            low = low >= 0 && high <= 100 ? Math.Clamp(((low + high) / 2) - 10, 0, 80) : low;
            high = Math.Max(high, low + LeastSpanOfPercentages);
        }
        if (high <= low)
            high = low + 1;
        var step = RoundStep(low, high, unit == MeasureUnit.Count ? 1 : 0.1m);
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>The smallest of 1, 2, 5, 10, 20, 50 and so on that leads from low to high in at most six steps.</summary>
    private static decimal RoundStep(decimal low, decimal high, decimal least)
    {
        for (var size = least; ; size *= 10)
        {
            foreach (var step in new[] { size, size * 2, size * 5 })
            {
                if (Math.Ceiling(high / step) - Math.Floor(low / step) <= MostSteps)
                    return step / 1.000000000000m;
            }
        }
    }
}

/// <summary>A name under the chart: the month, and under it the year where one begins.</summary>
public sealed record MonthTick(Month Month, string Text, string? Year);

/// <summary>Where months and figures lie in a drawing.</summary>
public sealed class ChartScale(Month first, Month last, ChartAxis axis, double left, double right, double top, double bottom)
{
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120];

    public double Left => left;
    public double Right => right;
    public double Top => top;
    public double Bottom => bottom;
    public ChartAxis Axis => axis;

    /// <summary>From one month to the next; the whole width where there is only one month.</summary>
    public double MonthWidth => first == last ? right - left : (right - left) / last.MonthsSince(first);

    public double X(Month month) => first == last ? (left + right) / 2 : left + (month.MonthsSince(first) * MonthWidth);

    public double Y(decimal figure) => bottom - ((double)((figure - axis.Low) / (axis.High - axis.Low)) * (bottom - top));

    /// <summary>Half a month before, but not outside the drawing: where the level of a month begins.</summary>
    public double Before(Month month) => Math.Max(left, X(month) - (MonthWidth / 2));

    public double After(Month month) => Math.Min(right, X(month) + (MonthWidth / 2));

    /// <summary>As many months as have room for their names; the first and the last are always named.</summary>
    public IReadOnlyList<MonthTick> MonthTicks(double labelWidth)
    {
        var step = MonthSteps.First(months => months * MonthWidth >= labelWidth || months == MonthSteps[^1]);
        var months = first.To(last).Where(month => month.MonthsSince(first) % step == 0).ToList();
        if (months[^1] != last)
        {
            if (months.Count > 1 && last.MonthsSince(months[^1]) * MonthWidth < labelWidth)
                months.RemoveAt(months.Count - 1);
            months.Add(last);
        }
        return [.. months.Select((month, index) => new MonthTick(
            month,
            month.FirstDay.ToString("MMM", Words.British),
            index == 0 || months[index - 1].Year != month.Year ? month.Year.ToString(CultureInfo.InvariantCulture) : null))];
    }

    /// <summary>The points of a line through the months; a month without a figure begins a new one.</summary>
    /// <param name="anew">The places of months from which something else is counted: the line before ends there.</param>
    public IEnumerable<string> Lines(IReadOnlyList<Month> months, IReadOnlyList<decimal?> figures, IReadOnlyList<int>? anew = null) =>
        Runs(months.Select((month, place) => (Month: month, Figure: figures[place], IsAnew: anew?.Contains(place) == true)), one => one.Month, one => one.Figure is not null, one => one.IsAnew)
            .Select(run => string.Join(' ', run.Select(one => $"{N(X(one.Month))},{N(Y(one.Figure!.Value))}")));

    /// <summary>The last month with a figure; null where there is none.</summary>
    public (double X, double Y)? Last(IReadOnlyList<Month> months, IReadOnlyList<decimal?> figures) =>
        months.Select((month, place) => (Month: month, Figure: figures[place])).LastOrDefault(one => one.Figure is not null) is { Figure: { } figure, Month: var at } ? (X(at), Y(figure)) : null;

    /// <summary>What is asked, stepping halfway between one month and the next; a range has two lines.</summary>
    public IEnumerable<string> Steps(IReadOnlyList<Month> months, IReadOnlyList<TargetLevel?> levels) => new Func<TargetLevel, decimal?>[] { level => level.Value, level => level.UpperValue }
        .SelectMany(bound => Runs(months.Select((month, place) => (Month: month, Level: levels[place] is { } level ? bound(level) : null)), one => one.Month, one => one.Level is not null))
        .Select(run => string.Join(' ', run.SelectMany(one => new[] { $"{N(Before(one.Month))},{N(Y(one.Level!.Value))}", $"{N(After(one.Month))},{N(Y(one.Level!.Value))}" })));

    /// <summary>Months that follow one another with a figure in each; a month without one begins a new run, and so does one from which something else is counted.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Runs<T>(IEnumerable<T> months, Func<T, Month> monthOf, Func<T, bool> hasFigure, Func<T, bool>? startsAnew = null)
    {
        var runs = new List<List<T>>();
        Month? previous = null;
        foreach (var month in months.Where(hasFigure).OrderBy(monthOf))
        {
            if (previous is null || monthOf(month).MonthsSince(previous.Value) != 1 || startsAnew?.Invoke(month) == true)
                runs.Add([]);
            runs[^1].Add(month);
            previous = monthOf(month);
        }
        return runs;
    }

    /// <summary>
    /// Places for labels that would like to stand at the wanted heights: in the same order from top to bottom, at least
    /// the gap apart, within the bounds where they have room, and moved as little as that allows.
    /// </summary>
    public static IReadOnlyList<double> PushApart(IReadOnlyList<double> wanted, double gap, double top, double bottom)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(index => wanted[index]).ToList();
        var blocks = new List<(double Sum, int Count)>();
        for (var place = 0; place < order.Count; place++)
        {
            blocks.Add((wanted[order[place]] - (place * gap), 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count > blocks[^1].Sum / blocks[^1].Count)
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }
        var lowestStart = Math.Max(top, bottom - ((order.Count - 1) * gap));
        var starts = blocks.SelectMany(block => Enumerable.Repeat(Math.Clamp(block.Sum / block.Count, top, lowestStart), block.Count)).ToList();
        var placed = new double[wanted.Count];
        for (var place = 0; place < order.Count; place++)
            placed[order[place]] = starts[place] + (place * gap);
        return placed;
    }
}
