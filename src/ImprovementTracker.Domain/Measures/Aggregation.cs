namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// Rule M3: areas and periods aggregate by summing numerators and denominators, never by averaging percentages.
/// An area shows its own recorded value where it has one, else the sum of its parts, and that only when every part
/// in force has a counted value.
/// </summary>
public static class Aggregation
{
    /// <summary>The value of a whole made of parts. Stated values are not counted and so never complete a sum.</summary>
    public static MeasureValue OfParts(MeasureUnit unit, IReadOnlyCollection<MeasureValue> parts)
    {
        if (parts.Count == 0)
            return MeasureValue.Nothing.Recorded;
        var counted = parts.OfType<MeasureValue.Counted>().ToList();
        if (counted.Count == parts.Count)
        {
            return new MeasureValue.Counted(
                unit,
                counted.Sum(part => part.Numerator),
                unit.HasDenominator() ? counted.Sum(part => part.Denominator ?? 0) : null,
                IsSumOfParts: true);
        }
        return parts.All(part => part is MeasureValue.Nothing)
            ? MeasureValue.Nothing.Recorded
            : new MeasureValue.PartlyReported(counted.Count, parts.Count);
    }

    /// <summary>What an area shows: its own figure, else the sum of its parts, else what it recorded as not captured, else what the parts lack.</summary>
    public static MeasureValue OfArea(MeasureUnit unit, MeasureValue own, IReadOnlyCollection<MeasureValue> parts) => own switch
    {
        MeasureValue.Counted or MeasureValue.Stated or MeasureValue.Withheld => own,
        MeasureValue.NotCaptured or MeasureValue.PartlyReported or MeasureValue.Nothing => OfParts(unit, parts) switch
        {
            MeasureValue.Counted sum => sum,
            _ when own is MeasureValue.NotCaptured => own,
            var none => none,
        },
        _ => throw new InvalidOperationException($"No rule for {own.GetType().Name}."),
    };

    /// <summary>
    /// Whether an area's own value differs from the sum of its parts. A stated figure differs only when the sum, rounded
    /// to the places in which the document printed the figure, is another number. Null when there is nothing to compare.
    /// </summary>
    public static bool? DiffersFromParts(MeasureUnit unit, MeasureValue own, IReadOnlyCollection<MeasureValue> parts)
    {
        if (OfParts(unit, parts) is not MeasureValue.Counted sum)
            return null;
        return own switch
        {
            MeasureValue.Counted counted => counted.Numerator != sum.Numerator || counted.Denominator != sum.Denominator,
            MeasureValue.Stated stated when sum.Figure is { } figure => Math.Round(figure, stated.Decimals, MidpointRounding.AwayFromZero) != stated.Printed,
            _ => null,
        };
    }
}
