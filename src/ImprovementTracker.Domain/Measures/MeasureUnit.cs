using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a measure's figure is: how numerator and denominator make it, and how it is written.</summary>
public enum MeasureUnit
{
    /// <summary>100 x numerator / denominator: 76%.</summary>
    Percentage,
    /// <summary>A count; there is no denominator: 1,598.</summary>
    Count,
    /// <summary>Numerator / denominator: 15.2 cases for each worker.</summary>
    Average,
    /// <summary>10,000 x numerator / denominator: 518.3 for each 10,000 children.</summary>
    RatePer10000,
}

/// <summary>Which way is better. Measures without polarity are never good or bad.</summary>
public enum Polarity { HigherIsBetter, LowerIsBetter, CloseToTarget, None }

/// <summary>What stretch of time a figure speaks of. Figures of different kinds are never put into one series.</summary>
public enum PeriodType
{
    /// <summary>What happened in the month.</summary>
    InMonth,
    /// <summary>What stood at the month's end (a snapshot); never summed over months.</summary>
    AtMonthEnd,
    Quarter,
    /// <summary>From April to the month.</summary>
    YearToDate,
    /// <summary>The twelve months that end with the month.</summary>
    Rolling12Months,
    /// <summary>The year that ends with the month.</summary>
    Year,
    /// <summary>The document that states the figure does not say.</summary>
    NotSaid,
}

/// <summary>The words that stand for the values above.</summary>
public static class MeasureWords
{
    public static decimal Factor(this MeasureUnit unit) => unit switch
    {
        MeasureUnit.Percentage => 100m,
        MeasureUnit.Count => 1m,
        MeasureUnit.Average => 1m,
        MeasureUnit.RatePer10000 => 10_000m,
    };

    /// <summary>Whether a figure says the same of a small authority and of a whole country; a number does not.</summary>
    public static bool IsOfAnySize(this MeasureUnit unit) => unit != MeasureUnit.Count;

    public static bool HasDenominator(this MeasureUnit unit) => unit != MeasureUnit.Count;

    public static string Label(this MeasureUnit unit) => unit switch
    {
        MeasureUnit.Percentage => "percentage",
        MeasureUnit.Count => "number",
        MeasureUnit.Average => "average",
        MeasureUnit.RatePer10000 => "rate for each 10,000 children",
    };

    public static string Label(this Polarity polarity) => polarity switch
    {
        Polarity.HigherIsBetter => "Higher is better",
        Polarity.LowerIsBetter => "Lower is better",
        Polarity.CloseToTarget => "Close to the target is better",
        Polarity.None => "Neither higher nor lower is better by itself",
    };

    public static string Label(this PeriodType period) => period switch
    {
        PeriodType.InMonth => "in the month",
        PeriodType.AtMonthEnd => "at the end of the month",
        PeriodType.Quarter => "in the quarter",
        PeriodType.YearToDate => "in the year to date",
        PeriodType.Rolling12Months => "in the twelve months to then",
        PeriodType.Year => "in the year",
        PeriodType.NotSaid => "period not stated",
    };

    /// <summary>May 2011, in the quarter. Where the document names no period only its own month is known: reported in March 2011, period not stated.</summary>
    public static string Dated(this PeriodType period, Month month) => period == PeriodType.NotSaid ? $"reported in {month}, {period.Label()}" : $"{month}, {period.Label()}";
}
