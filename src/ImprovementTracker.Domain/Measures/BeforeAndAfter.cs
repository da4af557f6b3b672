using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// What a measure showed before something was completed and what after it: two figures with their months, never a claim
/// that the one made the other. The month of the completion itself belongs to neither side, as part of it lies before
/// and part behind. Before is the month that ended last; where it has no figure, the nearest of the two before it. After
/// is the third month on; where it has no figure or has not come, the nearest of the two between. Months that are counted
/// differently from the one before are not set against it.
/// </summary>
public sealed record BeforeAndAfter(SeriesPoint? Before, SeriesPoint? After, string InWords)
{
    /// <summary>Whether one of the two was invented for the demonstration, wholly or in part.</summary>
    public bool IsIllustrative => Before?.Marks.IsIllustrative == true || After?.Marks.IsIllustrative == true;

    /// <summary>How many months on either side are looked at.</summary>
    public const int Months = 3;

    /// <param name="latest">The last month that can have a figure: the one in which the programme is judged.</param>
    public static BeforeAndAfter Of(MeasureRow measure, MonthlyFigures figures, int areaId, DateOnly completedOn, Month latest)
    {
        var completed = Month.Of(completedOn);
        var before = Enumerable.Range(1, Months).Select(count => Look(completed.AddMonths(-count))).ToList();
        var after = Enumerable.Range(1, Months).Reverse().Select(count => completed.AddMonths(count)).Where(month => month <= latest).Select(Look).ToList();
        var earlier = before.Find(one => one.Figure.Figure is not null);
        var alike = earlier is null ? after : after.FindAll(one => measure.CountedAlikeSince(one.Month) == measure.CountedAlikeSince(earlier.Month));
        var later = alike.Find(one => one.Figure.Figure is not null);
        return new(earlier?.Point, later?.Point, $"{WordsBefore(before, earlier, completed)}; {WordsAfter(measure, after, alike, later, completed)}.");

        Looked Look(Month month)
        {
            var figure = figures.Of(measure.Shape, areaId, month);
            return new(month, figure, figure.Figure is { } value ? $"{measure.Text(value, areaId, month)} {measure.Shape.When(month)}{Marked(figure.Marks)}" : "");
        }
    }

    /// <param name="Text">62% in April 2010 (provisional); empty without a figure.</param>
    private sealed record Looked(Month Month, AreaFigure Figure, string Text)
    {
        public SeriesPoint? Point => Figure.Figure is { } value ? new(Month, value, Figure.Marks) : null;
    }

    private static string WordsAfter(MeasureRow measure, List<Looked> after, List<Looked> alike, Looked? later, Month completed)
    {
        var haveAllCome = after.Count == Months;
        if (later is not null)
        {
            var ends = alike.Count < after.Count ? ", the last that is counted alike" : haveAllCome ? "" : ", the latest so far";
            return $"{later.Text}, {Later(later.Month.MonthsSince(completed))}{ends}{(later == alike[0] ? "" : Instead(alike[0]))}";
        }
        return after.Exists(one => one.Figure.Figure is not null) ? $"from {measure.CountedAlikeSince(after[0].Month)} it is counted differently, so no later figure is set beside this one"
            : after.Count == 0 ? "the months after have not come yet"
            : haveAllCome ? $"no figure in the three months after{Instead(after[0])}"
            : $"no figure yet for the months after{Instead(after[^1])}";
    }

    private static string WordsBefore(List<Looked> before, Looked? earlier, Month completed) =>
        earlier is null ? $"no figure in the three months before{Instead(before[0])}"
        : earlier == before[0] ? $"{earlier.Text}, the month before"
        : $"{earlier.Text}, {Words.InText(completed.MonthsSince(earlier.Month))} months before{Instead(before[0])}";

    /// <summary>Why the month that would have been taken was not.</summary>
    private static string Instead(Looked missing) => $" ({missing.Month}: {missing.Figure.WhyNone})";

    private static string Later(int months) => months == 1 ? "the month after" : $"{Words.InText(months)} months after";

    private static string Marked(FigureMarks marks) => marks.InWords is { Length: > 0 } words ? $" ({words})" : "";
}
