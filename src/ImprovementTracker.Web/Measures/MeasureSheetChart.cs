using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Measures;

/// <summary>A measure's sheet as its chart needs it.</summary>
public static class MeasureSheetChart
{
    public static IReadOnlyList<ChartPoint> Points(MeasureSheet sheet) =>
        [.. sheet.Lines.Select(line => new ChartPoint(line.Month, line.Figure.Figure, line.Text, line.IsStated, line.Figure.IsIllustrative))];

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
