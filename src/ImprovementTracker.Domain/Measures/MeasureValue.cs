namespace ImprovementTracker.Domain.Measures;

/// <summary>What is known of a measure for one area and one month: a figure, or why there is none.</summary>
public abstract record MeasureValue
{
    private MeasureValue() { }

    /// <summary>The unrounded figure in the measure's unit (percentages as 0 to 100); null when there is none.</summary>
    public virtual decimal? Figure => null;

    /// <summary>Counted cases. No figure when the denominator is 0.</summary>
    public sealed record Counted(MeasureUnit Unit, long Numerator, long? Denominator, bool IsSumOfParts = false) : MeasureValue
    {
        // Worked out once: every cell asks for it several times, and dividing decimals is slow.
        public override decimal? Figure { get; } = !Unit.HasDenominator() ? Numerator : Denominator is > 0 ? Unit.Factor() * Numerator / Denominator.Value : null;
    }

    /// <summary>A figure as a document printed it: charted, compared and quoted, never aggregated.</summary>
    /// <param name="Decimals">Decimal places in which the document printed it.</param>
    public sealed record Stated(decimal Printed, int Decimals) : MeasureValue
    {
        public override decimal? Figure => Printed;
    }

    /// <summary>Known to be missing, with the reason.</summary>
    public sealed record NotCaptured(string Reason) : MeasureValue;

    /// <summary>Some of the parts (areas or months) have a counted value, so the whole has none.</summary>
    public sealed record PartlyReported(int Reported, int Expected) : MeasureValue;

    /// <summary>Something is recorded that this person may not see.</summary>
    public sealed record Withheld(string Reason) : MeasureValue;

    /// <summary>Nothing has been recorded.</summary>
    public sealed record Nothing : MeasureValue
    {
        public static readonly Nothing Recorded = new();
    }
}
