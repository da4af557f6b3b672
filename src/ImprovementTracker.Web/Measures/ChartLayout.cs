using System.Globalization;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Measures;

/// <summary>A label at the end of a line: where the line ends, where the label stands, and its words line by line.</summary>
public sealed record EndLabel(double FromX, double FromY, double Y, IReadOnlyList<string> Lines, bool IsSeries);

/// <summary>An annotation above the lines: its month's place, the row in which its words stand, and on which side of the place.</summary>
public sealed record PlacedAnnotation(double X, int Row, string Text, bool EndsAtX);

/// <summary>Everything that a drawing of a measure needs to know, worked out before the first line is drawn.</summary>
public sealed class ChartLayout
{
    private const double MonthNames = 2.6;
    private readonly ChartSize _size;

    public ChartLayout(ChartSize size, IReadOnlyList<ChartPoint> points, IReadOnlyList<ChartTarget> targets, IReadOnlyList<ChartAnnotation> annotations, MeasureUnit unit, int decimals,
        IReadOnlyList<ChartLimits>? limits = null, IReadOnlyList<ChartBenchmark>? benchmarks = null)
    {
        _size = size;
        var months = points.Select(point => point.Month).Order().ToList();
        var levels = targets.SelectMany(target => target.Levels).Where(level => level.Month >= months[0] && level.Month <= months[^1]).ToList();
        Limits = [.. (limits ?? []).Select(one => Clip(one, unit))];
        Benchmarks = benchmarks ?? [];
        var figures = points.Select(point => point.Figure).Concat(levels.Select(level => level.Level)).Concat(levels.Select(level => level.Upper)).OfType<decimal>()
            .Concat(Limits.SelectMany(one => new[] { one.Lower, one.Upper })).Concat(Benchmarks.Select(benchmark => benchmark.Figure)).ToList();
        var axis = ChartAxis.For(unit, figures);
        Targets = [.. targets.Select(target => target with { Levels = [.. target.Levels.Where(levels.Contains)] }).Where(target => target.Levels.Any(level => level.Level is not null))];
        TickTexts = [.. axis.Ticks().Select(tick => (tick, FigureText.Of(tick, unit, axis.Decimals)))];

        var ends = Ends(points, unit, decimals);
        var left = (TickTexts.Max(tick => tick.Text.Length) * size.LetterWidth) + 12;
        var labelWidth = ends.SelectMany(end => end.Lines).Select(line => line.Length * size.LetterWidth).DefaultIfEmpty(0).Max();
        var right = size.Width - labelWidth - 14;
        var bottom = size.Height - (size.LineHeight * MonthNames);

        var flat = new ChartScale(months[0], months[^1], axis, left, right, 0, bottom);
        Annotations = Place(annotations.Where(note => note.Month >= months[0] && note.Month <= months[^1]), flat);
        AnnotationRows = Annotations.Count == 0 ? 0 : Annotations.Max(note => note.Row) + 1;
        Scale = new(months[0], months[^1], axis, left, right, (AnnotationRows * size.LineHeight) + (size.LineHeight * .7), bottom);
        MonthTicks = Scale.MonthTicks(size.MonthLabelWidth);

        var height = ends.Select(end => end.Lines.Count).DefaultIfEmpty(1).Max() * size.LineHeight;
        var wanted = ends.Select(end => Scale.Y(end.Figure)).ToList();
        var placed = ChartScale.PushApart(wanted, height, Scale.Top, Scale.Bottom);
        EndLabels = [.. ends.Select((end, index) => new EndLabel(Scale.X(end.Month), wanted[index], placed[index], end.Lines, end.IsSeries))];
    }

    public ChartScale Scale { get; }
    public IReadOnlyList<(decimal Figure, string Text)> TickTexts { get; }
    public IReadOnlyList<MonthTick> MonthTicks { get; }
    public IReadOnlyList<EndLabel> EndLabels { get; }
    public IReadOnlyList<PlacedAnnotation> Annotations { get; }
    public int AnnotationRows { get; }

    /// <summary>The targets in force in at least one of the months shown, with those months only.</summary>
    public IReadOnlyList<ChartTarget> Targets { get; }

    /// <summary>The control limits as far as they are drawn: no percentage outside 0 to 100, no count below 0.</summary>
    public IReadOnlyList<ChartLimits> Limits { get; }

    public IReadOnlyList<ChartBenchmark> Benchmarks { get; }

    public double LabelX => Scale.Right + 12;

    /// <summary>Points grow smaller where months stand close.</summary>
    public double PointSize => Math.Clamp(Scale.MonthWidth * .3, 2, _size.LineHeight * .26);

    /// <summary>The line of a level through its months, stepping halfway between one month and the next.</summary>
    public string LevelPath(IReadOnlyList<ChartLevel> run, bool upper = false) => string.Join(' ', LevelCorners(run, upper).Select((corner, index) => $"{(index == 0 ? "M" : "L")}{N(corner.X)} {N(corner.Y)}"));

    /// <summary>The area between the lower and the upper bound of an expected range.</summary>
    public string BandPath(IReadOnlyList<ChartLevel> run) =>
        $"{LevelPath(run)} {string.Join(' ', LevelCorners(run, upper: true).Reverse().Select(corner => $"L{N(corner.X)} {N(corner.Y)}"))} Z";

    /// <summary>The stretches of limits, each from half a month before its first month to half a month after its last.</summary>
    public IEnumerable<(string Band, string Mean)> LimitPaths() => Limits.GroupBy(one => one.Segment).Select(stretch =>
    {
        var (first, last) = (stretch.First(), stretch.Last());
        var (left, right) = (N(Scale.Before(first.Month)), N(Scale.After(last.Month)));
        return ($"M{left} {N(Scale.Y(first.Upper))} L{right} {N(Scale.Y(first.Upper))} L{right} {N(Scale.Y(first.Lower))} L{left} {N(Scale.Y(first.Lower))} Z", $"M{left} {N(Scale.Y(first.Mean))} L{right} {N(Scale.Y(first.Mean))}");
    });

    private static ChartLimits Clip(ChartLimits limits, MeasureUnit unit) => limits with
    {
        Lower = Math.Max(0, limits.Lower),
        Upper = unit == MeasureUnit.Percentage ? Math.Min(100, limits.Upper) : limits.Upper,
    };

    /// <summary>A length as SVG writes it.</summary>
    public static string N(double length) => Math.Round(length, 1).ToString(CultureInfo.InvariantCulture);

    private IEnumerable<(double X, double Y)> LevelCorners(IReadOnlyList<ChartLevel> run, bool upper) =>
        run.Select(level => (level.Month, Y: Scale.Y((upper ? level.Upper : level.Level)!.Value))).SelectMany(one => new[] { (Scale.Before(one.Month), one.Y), (Scale.After(one.Month), one.Y) });

    private List<(Month Month, decimal Figure, IReadOnlyList<string> Lines, bool IsSeries)> Ends(IReadOnlyList<ChartPoint> points, MeasureUnit unit, int decimals)
    {
        var ends = new List<(Month, decimal, IReadOnlyList<string>, bool)>();
        if (points.Where(point => point.Figure is not null).MaxBy(point => point.Month) is { } latest)
            ends.Add((latest.Month, latest.Figure!.Value, Wrap([latest.Text, latest.Month.ToString()]), true));
        foreach (var target in Targets)
        {
            var end = target.Levels.Where(level => level.Level is not null).MaxBy(level => level.Month)!;
            var value = LevelText(end.Level!.Value, unit, decimals);
            var figure = end.Upper is { } upper ? (end.Level.Value + upper) / 2 : end.Level.Value;
            ends.Add((end.Month, figure, Wrap(target.NamesItsLevel ? [target.Name] : [target.Name, end.Upper is { } to ? $"{value} to {LevelText(to, unit, decimals)}" : value]), false));
        }
        ends.AddRange(Benchmarks.Select(benchmark => (points.Max(point => point.Month), benchmark.Figure, (IReadOnlyList<string>)Wrap([benchmark.Name, benchmark.Text]), false)));
        return ends;
    }

    /// <summary>A target is never rounded: 82.5% stays so where the measure itself is shown without decimals.</summary>
    private static string LevelText(decimal level, MeasureUnit unit, int decimals) => FigureText.Of(level, unit, Math.Max(decimals, (level / 1.000000000000m).Scale));

    private List<string> Wrap(IReadOnlyList<string> parts)
    {
        var most = (int)(_size.WidestLabel / _size.LetterWidth);
        var lines = new List<string>();
        foreach (var word in parts.SelectMany(part => part.Length <= most && string.Join(' ', parts).Length > most ? new[] { part } : part.Split(' ')))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }
        return lines;
    }

    /// <summary>From right to left, each in the lowest row with room, so that no line runs through another's words.</summary>
    private List<PlacedAnnotation> Place(IEnumerable<ChartAnnotation> annotations, ChartScale scale)
    {
        var placed = new List<PlacedAnnotation>();
        var taken = new List<double>();
        foreach (var (note, text) in annotations.OrderBy(note => note.Month).Select((note, index) => (note, Text: IsLettered ? Letter(index) : note.Text)).Reverse())
        {
            var x = scale.X(note.Month);
            var width = (text.Length * _size.LetterWidth) + 8;
            var endsAtX = x + width > _size.Width;
            var (from, to) = endsAtX ? (x - width, x) : (x, x + width);
            var row = taken.FindIndex(leftmost => leftmost >= to);
            if (row < 0)
            {
                row = taken.Count;
                taken.Add(0);
            }
            taken[row] = from;
            placed.Add(new(x, row, text, endsAtX));
        }
        return placed;
    }

    private bool IsLettered => _size.Width < ChartSize.Wide.Width;

    /// <summary>On a narrow drawing an annotation is a letter, explained below.</summary>
    public static string Letter(int index) => ((char)('A' + (index % 26))).ToString();
}
