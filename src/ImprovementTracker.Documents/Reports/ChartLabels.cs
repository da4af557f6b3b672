using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Documents.Reports;

/// <summary>Where a label stands beside its point.</summary>
internal enum LabelSide { Right, Above, Below }

/// <summary>The label at a line's last point, and how far it is moved from there, as shares of the chart's width and height.</summary>
internal sealed record LineLabel(int Point, LabelSide Side, double Across, double Down);

/// <summary>
/// The labels at the ends of a chart's lines: the measure's first, then each target's; null for a line without a point.
/// Labels at the right edge are moved apart just as far as they would cover each other; the measure's value stays at its
/// point, below or above it where the targets' names take the room beside it.
/// </summary>
internal static class ChartLabels
{
    /// <summary>The size of the measure's last value, and of the axes.</summary>
    public const int ValuePoints = 10;
    /// <summary>The size of the targets' names.</summary>
    public const int NamePoints = 9;

    // The least that an office was seen to give a label before it breaks it is a third of the chart's height.
    private const double WidestName = ChartFrame.HeightPoints / 3 / NamePoints;
    private const double PaddingPoints = 3;
    private const double ValueMayMove = 0.02;
    // What a name needs to stand clear of the last mark, and of a value above or below that mark.
    private const double ClearOfMark = 0.012;
    private const double ClearOfValue = 0.035;

    public static IReadOnlyList<LineLabel?> Of(ReportMeasure measure, ChartScale scale, ChartFrame frame)
    {
        var figures = measure.Months.Select(month => month.Figure).ToList();
        var lines = measure.Targets.Select(target => target.Levels).Prepend(figures).ToList();
        var ends = lines.Select(LastPoint).ToList();
        var atEdge = Enumerable.Range(0, lines.Count).Where(line => ends[line] == measure.Months.Count - 1).ToList();

        var moves = Moves(atEdge, measure, lines, scale, frame);
        var isValueAside = moves.TryGetValue(0, out var moved) && Math.Abs(moved) > ValueMayMove;
        if (isValueAside)
            moves = Moves(atEdge.Where(line => line != 0), measure, lines, scale, frame);

        return [.. lines.Select((line, index) => (ends[index], moves.TryGetValue(index, out var down)) switch
        {
            (null, _) => null,
            ({ } end, false) => new LineLabel(end, AwayFromOthers(lines, index, end), 0, 0),
            ({ } end, true) => new LineLabel(end, LabelSide.Right, index == 0 ? 0 : isValueAside ? ClearOfValue : ClearOfMark, down),
        })];
    }

    private static int? LastPoint(IReadOnlyList<decimal?> line)
    {
        var last = line.Count - 1;
        while (last >= 0 && line[last] is null)
            last--;
        return last < 0 ? null : last;
    }

    private static Dictionary<int, double> Moves(IEnumerable<int> labelled, ReportMeasure measure, List<IReadOnlyList<decimal?>> lines, ChartScale scale, ChartFrame frame)
    {
        var chosen = labelled.ToList();
        var wanted = chosen.Select(line => frame.Top + (frame.Height * scale.FromTop(lines[line][^1]!.Value))).ToList();
        var heights = chosen.Select(line => line == 0 ? Height(ValuePoints, 1) : Height(NamePoints, TextWidth.Lines(measure.Targets[line - 1].Name, WidestName))).ToList();
        var centres = LabelStack.Apart(wanted, heights);
        return chosen.Select((line, index) => (line, centres[index] - wanted[index])).ToDictionary();
    }

    private static double Height(int letters, int lines) => (PaddingPoints + (letters * 1.2 * lines)) / ChartFrame.HeightPoints;

    // Above or below the line's end, where no other line is nearer.
    private static LabelSide AwayFromOthers(List<IReadOnlyList<decimal?>> lines, int own, int point)
    {
        var distances = lines.Where((line, index) => index != own && line[point] is not null).Select(line => line[point]!.Value - lines[own][point]!.Value).ToList();
        var nearestAbove = distances.Where(distance => distance >= 0).DefaultIfEmpty(decimal.MaxValue).Min();
        var nearestBelow = distances.Where(distance => distance < 0).Select(Math.Abs).DefaultIfEmpty(decimal.MaxValue).Min();
        return nearestAbove >= nearestBelow ? LabelSide.Above : LabelSide.Below;
    }
}
