namespace ImprovementTracker.Domain.Measures;

/// <summary>Whether a target can be expected to be met next month, going by chance alone.</summary>
public enum Assurance
{
    ConsistentlyPassing,
    ConsistentlyFailing,
    /// <summary>The target lies within the limits: chance decides.</summary>
    HitAndMiss,
}

public static class AssuranceWords
{
    public static string Label(this Assurance assurance) => assurance switch
    {
        Assurance.ConsistentlyPassing => "Consistently passing",
        Assurance.ConsistentlyFailing => "Consistently failing",
        Assurance.HitAndMiss => "Hit and miss",
    };
}
