using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Web.Shared;

namespace ImprovementTracker.Web.Measures;

/// <summary>
/// How variation and assurance are drawn. An arrow says which way a value has gone and stands only where a rule fires; its
/// colour says whether that is better or worse, and without polarity it is neither.
/// </summary>
public static class VariationLook
{
    /// <param name="cause">The sign behind it, which gives the arrow its direction: an improvement may well be a fall.</param>
    public static StatusLook Look(this Variation variation, SpecialCause cause) => variation switch
    {
        Variation.Common => new(StatusShape.Dash, StatusTone.Plain, variation.Label()),
        Variation.Improvement => new(Arrow(cause), StatusTone.Met, variation.Label()),
        Variation.Concern => new(Arrow(cause), StatusTone.Missed, variation.Label()),
        Variation.High => new(StatusShape.Up, StatusTone.Plain, variation.Label()),
        Variation.Low => new(StatusShape.Down, StatusTone.Plain, variation.Label()),
    };

    /// <summary>Hit and miss is neither good nor bad: chance decides.</summary>
    public static StatusLook Look(this Assurance assurance) => assurance switch
    {
        Assurance.ConsistentlyPassing => new(StatusShape.Tick, StatusTone.Met, assurance.Label()),
        Assurance.ConsistentlyFailing => new(StatusShape.Cross, StatusTone.Missed, assurance.Label()),
        Assurance.HitAndMiss => new(StatusShape.Half, StatusTone.Plain, assurance.Label()),
    };

    private static StatusShape Arrow(SpecialCause cause) => cause switch
    {
        SpecialCause.None => StatusShape.Dash,
        SpecialCause.AboveLimit or SpecialCause.Rising or SpecialCause.TwoOfThreeAbove or SpecialCause.ShiftAbove => StatusShape.Up,
        SpecialCause.BelowLimit or SpecialCause.Falling or SpecialCause.TwoOfThreeBelow or SpecialCause.ShiftBelow => StatusShape.Down,
    };
}
