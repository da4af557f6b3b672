using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A measure over a stretch of months for one area.</summary>
/// <param name="Value">By rule M3; Nothing where the months cannot be put together.</param>
/// <param name="Marks">Of all its months together.</param>
/// <param name="WhyNone">Why there is no figure; empty where there is one.</param>
public sealed record PeriodFigure(PeriodType Period, Month From, Month To, MeasureValue Value, FigureMarks Marks, string WhyNone)
{
    /// <summary>April 2010 to March 2011; May 2011 where it is one month.</summary>
    public string Months => From == To ? $"{To}" : $"{From} to {To}";

    /// <summary>Whether some of its months are invented for the demonstration and others are not.</summary>
    public bool IsIllustrativeInPart { get; init; }

    /// <summary>provisional, illustrative; illustrative in part where only some months are. Nothing where there is no figure.</summary>
    public string MarksInWords => Value.Figure is null ? "" : Marks.AllInWords + (IsIllustrativeInPart ? " in part" : "");
}

/// <summary>
/// Rule M3 for periods: numerators and denominators of the months are summed, and only when every month has a counted
/// value. What is counted at a month's end is never summed: its figure for a period is that at the period's end.
/// </summary>
public static class PeriodTotals
{
    /// <summary>The periods that a month's reader asks for, the shortest first.</summary>
    public static readonly IReadOnlyList<PeriodType> Longer = [PeriodType.Quarter, PeriodType.YearToDate, PeriodType.Rolling12Months, PeriodType.Year];

    /// <summary>The months of the period: the last whole quarter or April year up to the month, the year to date, the twelve months.</summary>
    public static (Month From, Month To) MonthsOf(PeriodType period, Month month) => period switch
    {
        PeriodType.InMonth or PeriodType.AtMonthEnd or PeriodType.NotSaid => (month, month),
        PeriodType.Quarter => EndingWith(LastOf(month, every: 3), 3),
        PeriodType.Year => EndingWith(LastOf(month, every: 12), 12),
        PeriodType.YearToDate => (new Month(month.Number >= 4 ? month.Year : month.Year - 1, 4), month),
        PeriodType.Rolling12Months => EndingWith(month, 12),
    };

    /// <param name="startsAnew">The months from which the measure is counted differently: no period reaches across one.</param>
    public static PeriodFigure Of(MonthlyFigures figures, MeasureShape measure, int areaId, PeriodType period, Month month, IReadOnlyList<Month> startsAnew)
    {
        var (from, to) = MonthsOf(period, month);
        if (measure.Period == PeriodType.AtMonthEnd)
        {
            var last = figures.Of(measure, areaId, to);
            return new(period, to, to, last.Value, last.Marks, last.WhyNone);
        }
        if (startsAnew.Where(anew => anew > from && anew <= to).Cast<Month?>().Max() is { } broken)
            return new(period, from, to, MeasureValue.Nothing.Recorded, default, $"counted differently from {broken}");
        var months = from.To(to).Select(one => figures.Of(measure, areaId, one)).ToList();
        var total = Aggregation.OfParts(measure.Unit, [.. months.Select(one => one.Value)]);
        return new(period, from, to, total, FigureMarks.Together(months.Select(one => one.Marks)), total switch
        {
            MeasureValue.Counted { Figure: null } => "no cases",
            MeasureValue.Counted => "",
            _ when months.Exists(one => one.Value is MeasureValue.Withheld) => "withheld",
            MeasureValue.PartlyReported partly => $"{Words.Count(partly.Reported)} of {Words.Count(partly.Expected, "month", "months")} counted",
            _ => months[^1].WhyNone,
        })
        {
            IsIllustrativeInPart = months.Exists(one => one.Marks.IsIllustrative) && months.Exists(one => !one.Marks.IsIllustrative),
        };
    }

    private static (Month From, Month To) EndingWith(Month last, int months) => (last.AddMonths(1 - months), last);

    /// <summary>The last month up to this one with which a quarter or an April year ends: March, or March, June, September and December.</summary>
    private static Month LastOf(Month month, int every)
    {
        var last = month;
        while (last.Number % every != (every == 12 ? 3 : 0))
            last = last.AddMonths(-1);
        return last;
    }
}
