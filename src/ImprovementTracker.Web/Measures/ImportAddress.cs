using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ImprovementTracker.Web.Measures;

/// <summary>The addresses of the steps of an import.</summary>
public static class ImportAddress
{
    public static string Start(string slug) => $"/p/{slug}/import";

    /// <summary>What an import would do; the person looks before it is recorded.</summary>
    public static string Look(string slug, int id) => $"{Start(slug)}/{id.ToString(CultureInfo.InvariantCulture)}";

    /// <param name="what">Which values, as <see cref="ImportFilter"/> names them.</param>
    public static string Look(string slug, int id, string what, int page) => QueryHelpers.AddQueryString(Look(slug, id), new Dictionary<string, string?>
    {
        ["what"] = what,
        ["page"] = page == 1 ? null : page.ToString(CultureInfo.InvariantCulture),
    }.Where(part => part.Value is not null));

    public static string Meaning(string slug, int id) => Look(slug, id) + "/meaning";

    public static string Recording(string slug, int id) => Look(slug, id) + "/recording";

    public static string Progress(string slug, int id) => Look(slug, id) + "/progress";

    /// <summary>Where it says what was recorded.</summary>
    public static string Done(string slug, Guid submission) => $"{Start(slug)}?done={submission}";
}
