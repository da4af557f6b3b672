using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Web.Measures;

namespace ImprovementTracker.Web.Inspections;

/// <summary>A completion in a small chart: where its day lies, and where its action's name stands above.</summary>
public sealed record ThreadMark(double X, double TextX, double TextY, string Text);

/// <summary>A small chart of a measure with a vertical mark on each day on which an action was completed.</summary>
public sealed class ThreadChartLayout
{
    public const double Width = 288;
    private const double LineHeight = 14;
    private const double LetterWidth = 6.9;
    private const double Plot = 92;
    private readonly ThreadOfFinding.Figures _measure;
    private readonly List<Month> _months;

    public ThreadChartLayout(ThreadOfFinding.Figures measure)
    {
        _measure = measure;
        _months = [.. measure.From.To(measure.Month)];
        var levels = measure.Levels.OfType<TargetLevel>().SelectMany(level => new[] { level.Value, level.UpperValue }).OfType<decimal>();
        var axis = ChartAxis.For(measure.Unit, [.. measure.Line.OfType<decimal>(), .. levels]);
        LowText = FigureText.Of(axis.Low, measure.Unit, axis.Decimals);
        HighText = FigureText.Of(axis.High, measure.Unit, axis.Decimals);
        TargetText = measure.Levels[^1] is { } level ? FigureText.OfLevel(level, measure.Unit, axis.Decimals) : "";

        var left = (Math.Max(LowText.Length, HighText.Length) * LetterWidth) + 8;
        var right = Width - (TargetText.Length * LetterWidth) - 8;
        var marked = measure.Completions
            .Where(mark => Month.Of(mark.Completion.On) is var month && month >= measure.From && month <= measure.Month)
            .GroupBy(mark => mark.Completion.On).OrderBy(group => group.Key)
            .Select(group => (On: group.Key, Text: string.Join(", ", group.Select(mark => mark.Reference)))).ToList();
        var widest = marked.Select(mark => mark.Text.Length).DefaultIfEmpty(0).Max() * LetterWidth;
        var perRow = Math.Max(1, (int)((right - left) / (widest + 6)));
        var rows = (marked.Count + perRow - 1) / perRow;
        var top = 8 + (rows * LineHeight);
        Scale = new(measure.From, measure.Month, axis, left, right, top, top + Plot);
        // Names that stand close go to different rows in turn, so that each has the room that its row shares out.
        Marks = [.. Enumerable.Range(0, Math.Max(1, rows)).SelectMany(row =>
        {
            var inRow = marked.Where((_, place) => place % Math.Max(1, rows) == row).ToList();
            var wanted = inRow.ConvertAll(mark => X(mark.On));
            var placed = ChartScale.PushApart(wanted, widest + 6, left + (widest / 2), right - (widest / 2));
            return inRow.Select((mark, place) => new ThreadMark(wanted[place], placed[place], (row + 1) * LineHeight, mark.Text));
        })];
    }

    public ChartScale Scale { get; }
    public string LowText { get; }
    public string HighText { get; }

    /// <summary>What is asked in the month with which the line ends; empty where nothing is.</summary>
    public string TargetText { get; }

    public IReadOnlyList<ThreadMark> Marks { get; }

    public double Height => Scale.Bottom + 22;

    /// <summary>Where the target's words stand.</summary>
    public double? TargetY => _measure.Levels[^1] is { } level ? Scale.Y(level.UpperValue is { } upper ? (level.Value + upper) / 2 : level.Value) : null;

    /// <summary>The points of the line; a month without a figure begins a new one, and so does one from which something else is counted.</summary>
    public IEnumerable<string> Lines() => Scale.Lines(_months, _measure.Line, _measure.Anew);

    /// <summary>The last month with a figure; null where there is none.</summary>
    public (double X, double Y)? Last() => Scale.Last(_months, _measure.Line);

    /// <summary>What is asked; a range has two lines.</summary>
    public IEnumerable<string> Targets() => Scale.Steps(_months, _measure.Levels);

    /// <summary>A day lies in its month's stretch as far along as it lies in the month: half a month on either side of the month's point.</summary>
    private double X(DateOnly day)
    {
        var month = Month.Of(day);
        var part = (day.Day - 0.5) / DateTime.DaysInMonth(day.Year, day.Month);
        return Math.Clamp(Scale.X(month) + ((part - 0.5) * Scale.MonthWidth), Scale.Left, Scale.Right);
    }
}
