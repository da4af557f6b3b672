using System.Globalization;

namespace ImprovementTracker.Web.Measures;

/// <summary>The addresses of the pages about benchmarks.</summary>
public static class BenchmarkAddress
{
    public static string All(string slug) => $"/p/{slug}/benchmarks";

    /// <summary>Every period of a measure.</summary>
    public static string Of(string slug, string code) => $"{All(slug)}?measure={Uri.EscapeDataString(code)}";

    public static string Choose(string slug) => $"{All(slug)}/import";

    public static string Preview(string slug, int fileId) => $"{All(slug)}/import/{fileId.ToString(CultureInfo.InvariantCulture)}";
}
