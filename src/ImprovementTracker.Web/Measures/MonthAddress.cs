using System.Globalization;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.WebUtilities;

namespace ImprovementTracker.Web.Measures;

/// <summary>The addresses of months: the grid in which one is entered, how each stands, and one before it is approved.</summary>
public static class MonthAddress
{
    /// <summary>What the address says instead of a theme's number where every theme is wanted.</summary>
    public const string AllThemes = "all";

    public static string Of(string slug) => $"/p/{slug}/enter-month";

    public static string Of(string slug, Month month, string? theme = null)
    {
        var parts = new Dictionary<string, string?> { ["month"] = month.ToIso(), ["theme"] = theme };
        return QueryHelpers.AddQueryString(Of(slug), parts.Where(part => !string.IsNullOrEmpty(part.Value)));
    }

    /// <summary>Where the grid sends what is to be recorded.</summary>
    public static string Record(string slug) => Of(slug) + "/record";

    /// <summary>Where the grid sends what was typed and not saved.</summary>
    public static string Draft(string slug) => Of(slug) + "/draft";

    public static string All(string slug, Month? until = null) => until is { } month ? $"/p/{slug}/months?until={month.ToIso()}" : $"/p/{slug}/months";

    public static string One(string slug, Month month) => $"/p/{slug}/months/{month.ToIso()}";

    public static string Unlock(string slug, Month month) => $"{One(slug, month)}/unlock";

    public static string Comment(string slug, string code, int areaId, Month month) =>
        $"{MeasureAddress.Of(slug, code)}/comment?area={areaId.ToString(CultureInfo.InvariantCulture)}&month={month.ToIso()}";
}
