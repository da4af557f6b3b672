namespace ImprovementTracker.Domain.Measures;

/// <summary>Which counts are too small to be shown to the public: 1 to 5, also as what is left of the denominator.</summary>
public static class SmallNumbers
{
    public const string Reason = "withheld: too few cases to show without telling of a child";

    public static MeasureValue Withhold(MeasureValue value, bool numeratorIsPart) =>
        value is MeasureValue.Counted counted
        && (IsSmall(counted.Numerator) || IsSmall(counted.Denominator) || (numeratorIsPart && IsSmall(counted.Denominator - counted.Numerator)))
            ? new MeasureValue.Withheld(Reason)
            : value;

    private static bool IsSmall(long? count) => count is >= 1 and <= 5;
}
