namespace ImprovementTracker.Web.Shared;

/// <summary>One answer that a person can choose: what is kept, what it is called, and what choosing it says.</summary>
public sealed record Choice<T>(T Value, string Text, string? Hint = null);
