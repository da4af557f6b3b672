using System.Globalization;
using ImprovementTracker.Domain.Dashboards;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.WebUtilities;

namespace ImprovementTracker.Web.Dashboards;

/// <summary>How areas against targets are laid out: a row for each area, or a row for each measure under its theme.</summary>
public enum AreasLayout { Place, Theme }

/// <summary>The addresses of the dashboards; what is chosen stands in them.</summary>
public static class DashboardAddress
{
    public static string Overview(string slug) => $"/p/{slug}";

    public static string Areas(string slug) => $"/p/{slug}/areas";

    /// <summary>Areas against targets as they are chosen.</summary>
    public static string Areas(string slug, Month month, TargetSetter setter, AreasLayout layout, int? themeId, bool counts)
    {
        var parts = new Dictionary<string, string?>
        {
            ["month"] = month.ToIso(),
            ["target"] = setter.ToSlug(),
            ["show"] = layout == AreasLayout.Theme ? "theme" : null,
            ["theme"] = themeId?.ToString(CultureInfo.InvariantCulture),
            ["counts"] = counts ? "1" : null,
        };
        return QueryHelpers.AddQueryString(Areas(slug), parts.Where(part => part.Value is not null));
    }

    public static string JudgedAreas(string slug) => $"/p/{slug}/judged-areas";

    public static string Inspections(string slug) => $"/p/{slug}/inspections";

    public static string Finding(string slug, int inspectionId, int findingId) => $"/p/{slug}/inspections/{inspectionId}#finding-{findingId}";

    /// <summary>Reads what an address chooses of areas against targets; a part that means nothing chooses nothing.</summary>
    public static AreasChoice Read(string? month, string? target, string? theme) => new(MonthIn(month), TargetSetterWords.FromSlug(target), Number(theme));

    public static Month? MonthIn(string? text) => Month.TryParse(text, out var month) ? month : null;

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
