using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>How far one target has been reached.</summary>
public enum TargetOutcome
{
    /// <summary>It asks nothing yet.</summary>
    NotBegun,
    /// <summary>The measure has no better direction and the target no range: nothing can be said.</summary>
    NotJudged,
    /// <summary>The last month has no figure.</summary>
    NoFigure,
    NotMet,
    /// <summary>What is asked so far is met, and more is asked later.</summary>
    OnCourse,
    Met,
}

/// <summary>A month in which a target was in force.</summary>
/// <param name="Text">The figure, or why there is none.</param>
public sealed record TargetMonth(Month Month, TargetLevel Level, AreaFigure Figure, TargetVerdict Verdict, string Text)
{
    /// <summary>With how many decimals the figure is written.</summary>
    public int Decimals { get; init; }

    public bool IsMet => Verdict is TargetVerdict.Met or TargetVerdict.WithinRange;
}

/// <summary>The figure from which a target set out.</summary>
public sealed record TargetBaseline(Month Month, decimal Figure, FigureMarks Marks);

/// <summary>
/// One target month by month: whether it was met, for how many months in a row up to the last, and from what figure it set
/// out. A month without a figure breaks a run; months that were counted differently play no part.
/// </summary>
/// <param name="Last">The last month judged; null where it asks nothing yet.</param>
/// <param name="Months">The months judged, the first one first.</param>
/// <param name="FinalInARow">Months in a row up to the last in which the level that it leads to in the end was reached.</param>
/// <param name="Baseline">The last figure from before it was in force; null where there is none, or none that was counted alike.</param>
public sealed record TargetRecord(MeasureRow Measure, TargetPlan Target, Month? Last, IReadOnlyList<TargetMonth> Months, TargetRun Run, int FinalInARow, TargetBaseline? Baseline)
{
    /// <param name="areaId">The area whose figures count.</param>
    /// <param name="due">The last month whose figures are due. A later month is judged as soon as it has one, and held against nobody before.</param>
    public static TargetRecord Of(MeasureRow measure, TargetPlan target, int areaId, MonthlyFigures figures, Month due)
    {
        AreaFigure In(Month month) => figures.Of(measure.Shape, areaId, month);
        var last = due;
        for (var month = measure.Last ?? due; month > due && last == due; month = month.AddMonths(-1))
        {
            if (In(month).Figure is not null)
                last = month;
        }
        last = Earlier(Earlier(last, target.To), measure.LastMonth);
        var alike = measure.CountedAlikeSince(last);
        var begins = FirstOf(target);
        if (begins > last)
            return new(measure, target, null, [], TargetRun.Of([]), 0, BaselineBefore(last.AddMonths(1)));

        var final = new TargetLevel(target.Final.Value, target.Final.UpperValue, target.Tolerance, target.ToleranceKind);
        List<TargetMonth> months = [.. (alike > begins ? alike.Value : begins).To(last).Select(month => Judged(month, target.LevelIn(month)!))];
        return new(measure, target, last, months,
            TargetRun.Of(Back(month => month.Verdict)),
            TargetRun.MetInARow(Back(month => TargetComparison.Of(month.Figure.Figure, final, measure.Shape.Polarity).Verdict)),
            BaselineBefore(begins));

        TargetMonth Judged(Month month, TargetLevel level)
        {
            var figure = In(month);
            var decimals = figure.Figure is { } one ? Math.Max(measure.DecimalsOf(one, areaId, month), FigureText.DecimalsBeside(one, level, measure.Shape.Polarity, measure.Shape.Decimals)) : measure.Shape.Decimals;
            return new(month, level, figure, TargetComparison.Of(figure.Figure, level, measure.Shape.Polarity).Verdict, figure.Figure is not { } value ? figure.WhyNone : FigureText.Of(value, measure.Shape.Unit, decimals)) { Decimals = decimals };
        }

        IEnumerable<(Month, TargetVerdict)> Back(Func<TargetMonth, TargetVerdict> verdict) => Enumerable.Reverse(months).Select(month => (month.Month, verdict(month)));

        TargetBaseline? BaselineBefore(Month first)
        {
            if (measure.First is not { } earliest)
                return null;
            for (var month = first.AddMonths(-1); month >= earliest && !(month < alike); month = month.AddMonths(-1))
            {
                if (In(month) is { Figure: { } value } figure)
                    return new(month, value, figure.Marks);
            }
            return null;
        }
    }

    public TargetOutcome Outcome => Months.Count == 0 ? TargetOutcome.NotBegun : Months[^1] switch
    {
        { Verdict: TargetVerdict.NoTarget } => TargetOutcome.NotJudged,
        { Verdict: TargetVerdict.NoData } => Measure.Shape.Polarity == Polarity.None && !Months[^1].Level.IsRange ? TargetOutcome.NotJudged : TargetOutcome.NoFigure,
        { IsMet: false } => TargetOutcome.NotMet,
        _ => IsFinalAsked ? TargetOutcome.Met : TargetOutcome.OnCourse,
    };

    /// <summary>The first month in which it asks something.</summary>
    public Month Begins => FirstOf(Target);

    public int InARow => Run.InARow;

    /// <summary>The month since which it has been met without a break; null while it is not.</summary>
    public Month? Since => InARow == 0 ? null : Last?.AddMonths(1 - InARow);

    /// <summary>Whether the level that it leads to in the end is asked by the last month judged, or it has ended before.</summary>
    public bool IsFinalAsked => Last is { } last && (Target.Final.Month <= last || HasEnded);

    /// <summary>Whether its last month in force is the last one judged.</summary>
    public bool HasEnded => Last is { } last && Target.To <= last;

    private static Month FirstOf(TargetPlan target) => target.Points[0].Month > target.From ? target.Points[0].Month : target.From;

    private static Month Earlier(Month month, Month? other) => other < month ? other.Value : month;
}
