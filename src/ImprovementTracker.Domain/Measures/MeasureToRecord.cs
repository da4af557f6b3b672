using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What recording a value needs to know of its measure.</summary>
/// <param name="LastMonth">The last month for which it is collected; null while it is.</param>
public sealed record MeasureToRecord(MeasureShape Shape, string Code, string Name, string Numerator, string? Denominator, bool NumeratorIsPart, Month? LastMonth)
{
    internal static MeasureToRecord Of(Measure measure) => new(
        new MeasureShape(measure.Id, measure.Unit, measure.Decimals, measure.Polarity, measure.Period),
        measure.Code, measure.Name, measure.Numerator, measure.Denominator, measure.NumeratorIsPart, measure.LastMonth);
}
