using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Web.Measures;

/// <summary>The addresses of the months: how each stands, and one before it is approved.</summary>
public static class MonthsAddress
{
    public static string All(string slug, Month? until = null) => until is { } month ? $"/p/{slug}/months?until={month.ToIso()}" : $"/p/{slug}/months";

    public static string One(string slug, Month month) => $"/p/{slug}/months/{month.ToIso()}";

    public static string Unlock(string slug, Month month) => $"{One(slug, month)}/unlock";
}
