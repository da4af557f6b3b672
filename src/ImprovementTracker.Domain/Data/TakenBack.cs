namespace ImprovementTracker.Domain.Data;

/// <summary>That an entry counts no more.</summary>
/// <param name="Who">Empty for those who see only what is published.</param>
/// <param name="At">UTC.</param>
/// <param name="Why">What was wrong with it.</param>
public sealed record TakenBack(string Who, DateTime At, string Why);
