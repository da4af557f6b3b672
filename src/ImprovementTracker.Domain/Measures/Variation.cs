namespace ImprovementTracker.Domain.Measures;

/// <summary>What a value, and by its latest value a whole series, says in one word: chance, or a change for better or worse.</summary>
public enum Variation
{
    /// <summary>Chance explains it.</summary>
    Common,
    Improvement,
    Concern,
    /// <summary>A change upwards of a measure that is never good or bad.</summary>
    High,
    /// <summary>A change downwards of a measure that is never good or bad.</summary>
    Low,
}

public static class VariationWords
{
    /// <summary>What a sign of change means for a measure of this polarity. Close to a target is neither up nor down: such a measure is only high or low.</summary>
    public static Variation Meaning(this SpecialCause cause, Polarity polarity) => cause switch
    {
        SpecialCause.None => Variation.Common,
        SpecialCause.AboveLimit or SpecialCause.Rising or SpecialCause.TwoOfThreeAbove or SpecialCause.ShiftAbove => polarity switch
        {
            Polarity.HigherIsBetter => Variation.Improvement,
            Polarity.LowerIsBetter => Variation.Concern,
            Polarity.CloseToTarget or Polarity.None => Variation.High,
        },
        SpecialCause.BelowLimit or SpecialCause.Falling or SpecialCause.TwoOfThreeBelow or SpecialCause.ShiftBelow => polarity switch
        {
            Polarity.HigherIsBetter => Variation.Concern,
            Polarity.LowerIsBetter => Variation.Improvement,
            Polarity.CloseToTarget or Polarity.None => Variation.Low,
        },
    };

    public static string Label(this Variation variation) => variation switch
    {
        Variation.Common => "No clear change",
        Variation.Improvement => "Improvement",
        Variation.Concern => "Concern",
        Variation.High => "High",
        Variation.Low => "Low",
    };
}
