using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Web.Dashboards;

/// <summary>A word at the right edge of a small chart, at the height of the line that it names.</summary>
public sealed record EdgeLabel(double Y, string Text);

/// <summary>Small charts of one measure, one for each area, all drawn to the same months and the same axis so that they can be compared by eye.</summary>
public sealed class AreaChartLayout
{
    public const double Width = 288;
    public const double Height = 150;
    private const double LineHeight = 14;
    private const double LetterWidth = 6.9;
    private readonly AreasOnMeasure _sheet;
    private readonly List<Month> _months;

    public AreaChartLayout(AreasOnMeasure sheet)
    {
        _sheet = sheet;
        _months = [.. sheet.From.To(sheet.Month)];
        var shape = sheet.Measure.Shape;
        var levels = sheet.Areas.SelectMany(area => area.Levels).OfType<TargetLevel>().SelectMany(level => new[] { level.Value, level.UpperValue }).OfType<decimal>();
        var axis = ChartAxis.For(shape.Unit, [.. sheet.Areas.SelectMany(area => area.Figures).OfType<decimal>(), .. levels, .. sheet.Drawn.Select(benchmark => benchmark.Value)]);
        LowText = FigureText.Of(axis.Low, shape.Unit, axis.Decimals);
        HighText = FigureText.Of(axis.High, shape.Unit, axis.Decimals);
        var labels = sheet.Areas.SelectMany(area => Words(area).Select(word => word.Text)).Select(text => text.Length).DefaultIfEmpty(0).Max();
        Scale = new(sheet.From, sheet.Month, axis, (Math.Max(LowText.Length, HighText.Length) * LetterWidth) + 8, Width - (labels * LetterWidth) - 8, 8, Height - 22);
    }

    public ChartScale Scale { get; }
    public string LowText { get; }
    public string HighText { get; }

    /// <summary>The points of an area's line; a month without a figure begins a new one.</summary>
    public IEnumerable<string> Lines(AreaOnMeasure area) => Scale.Lines(_months, area.Figures);

    /// <summary>The last month with a figure; null where there is none.</summary>
    public (double X, double Y)? Last(AreaOnMeasure area) => Scale.Last(_months, area.Figures);

    /// <summary>What is asked of it; a range has two lines.</summary>
    public IEnumerable<string> Targets(AreaOnMeasure area) => Scale.Steps(_months, area.Levels);

    /// <summary>The words at the edge, moved apart where lines lie close.</summary>
    public IReadOnlyList<EdgeLabel> Labels(AreaOnMeasure area)
    {
        var words = Words(area).ToList();
        var placed = ChartScale.PushApart([.. words.Select(word => Scale.Y(word.Level))], LineHeight, Scale.Top, Scale.Bottom);
        return [.. words.Select((word, place) => new EdgeLabel(placed[place], word.Text))];
    }

    /// <summary>E, R or N, which the words above the charts explain.</summary>
    public static string Letter(Comparator comparator) => comparator switch
    {
        Comparator.England => "E",
        Comparator.Region => "R",
        Comparator.Neighbours => "N",
    };

    private IEnumerable<(decimal Level, string Text)> Words(AreaOnMeasure area)
    {
        if (area.Levels[^1] is { } level)
            yield return (level.UpperValue is { } upper ? (level.Value + upper) / 2 : level.Value, area.Asked);
        foreach (var benchmark in _sheet.Drawn)
            yield return (benchmark.Value, $"{Letter(benchmark.Comparator)} {benchmark.Text}");
    }
}
