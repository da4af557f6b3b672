namespace ImprovementTracker.Domain.Measures;

/// <summary>The sign by which a value shows that something has changed, rather than chance alone.</summary>
public enum SpecialCause
{
    /// <summary>Common cause: chance explains the value.</summary>
    None,
    AboveLimit,
    BelowLimit,
    Rising,
    Falling,
    TwoOfThreeAbove,
    TwoOfThreeBelow,
    ShiftAbove,
    ShiftBelow,
}

public static class SpecialCauseWords
{
    public static string Label(this SpecialCause cause) => cause switch
    {
        SpecialCause.None => "No clear change",
        SpecialCause.AboveLimit => "Above the upper limit",
        SpecialCause.BelowLimit => "Below the lower limit",
        SpecialCause.Rising => "Part of a rise over seven or more values in a row",
        SpecialCause.Falling => "Part of a fall over seven or more values in a row",
        SpecialCause.TwoOfThreeAbove => "One of two in three values near the upper limit",
        SpecialCause.TwoOfThreeBelow => "One of two in three values near the lower limit",
        SpecialCause.ShiftAbove => "One of seven or more values in a row above the mean",
        SpecialCause.ShiftBelow => "One of seven or more values in a row below the mean",
    };
}
