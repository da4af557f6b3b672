namespace ImprovementTracker.Domain.Programmes;

/// <summary>What was typed into a field that may stay empty.</summary>
internal static class TypedText
{
    /// <summary>Without the blanks around it; null where there is nothing else.</summary>
    public static string? OrNull(this string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
