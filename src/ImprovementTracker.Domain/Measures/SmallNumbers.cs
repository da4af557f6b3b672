namespace ImprovementTracker.Domain.Measures;

/// <summary>Which counts are too small to be shown to the public: 1 to 5, also as what is left of the denominator.</summary>
public static class SmallNumbers
{
    public const string Reason = "withheld: too few cases to show without telling of a child";

    /// <summary>The one rule for every way in which a figure leaves the program, whether it was counted here or a document states it.</summary>
    public static MeasureValue Withhold(MeasureValue value, MeasureUnit unit) => value switch
    {
        MeasureValue.Counted counted => IsSmall(counted.Numerator) || IsSmall(counted.Denominator) || (unit == MeasureUnit.Percentage && IsSmall(counted.Denominator - counted.Numerator)),
        // A percentage, an average or a rate that is printed without its counts tells of no number of children.
        MeasureValue.Stated stated => unit == MeasureUnit.Count && IsSmall(stated.Printed),
        _ => false,
    } ? new MeasureValue.Withheld(Reason) : value;

    /// <summary>A document may print a count with decimals: what lies between 5 and 6 is still no 6.</summary>
    private static bool IsSmall(decimal? count) => count is > 0 and < 6;
}
