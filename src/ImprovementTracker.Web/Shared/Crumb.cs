namespace ImprovementTracker.Web.Shared;

/// <summary>One step of the way to a page: its name, and its address if one can go there.</summary>
public sealed record Crumb(string Text, string? Address = null);
