using System.Globalization;
using ImprovementTracker.Domain.Programmes;
using Microsoft.AspNetCore.WebUtilities;

namespace ImprovementTracker.Web.Measures;

/// <summary>The addresses of the measures' pages; what is chosen stands in them.</summary>
public static class MeasureAddress
{
    public static string All(string slug) => $"/p/{slug}/measures";

    /// <summary>The form that gives several measures to one owner.</summary>
    public static string Owners(string slug) => $"/p/{slug}/measures/owners";

    public static string New(string slug) => $"/p/{slug}/measures/new";

    public static string Of(string slug, string code) => $"/p/{slug}/measures/{Uri.EscapeDataString(code)}";

    /// <summary>A measure's page as it is chosen, with only what differs from the usual.</summary>
    public static string Of(string slug, string code, Month? month, int? areaId = null, Month? from = null, bool history = false, Month? by = null, bool others = false)
    {
        var parts = new Dictionary<string, string?>
        {
            ["month"] = month?.ToIso(),
            ["area"] = areaId?.ToString(CultureInfo.InvariantCulture),
            ["from"] = from?.ToIso(),
            ["history"] = history ? "1" : null,
            ["by"] = by?.ToIso(),
            ["others"] = others ? "1" : null,
        };
        return QueryHelpers.AddQueryString(Of(slug, code), parts.Where(part => part.Value is not null));
    }

    /// <summary>The measure in every area, ranked and line by line.</summary>
    public static string Areas(string slug, string code, Month? month = null) => $"{Of(slug, code)}/areas{(month is { } chosen ? $"?month={chosen.ToIso()}" : "")}";

    public static string Record(string slug, string code) => Of(slug, code) + "/record";

    /// <summary>The figures that documents state, with the form for another; or one of them.</summary>
    public static string Stated(string slug, string code, int? id = null) => Of(slug, code) + (id is { } one ? $"/stated/{one.ToString(CultureInfo.InvariantCulture)}" : "/stated");

    /// <summary>The page to go to once something is saved: it says so, and the draft kept in the browser is no longer needed.</summary>
    public static string Saved(string address, string what, Guid submission) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}saved={what}&form={submission}";

    public static string Library(string slug) => $"/p/{slug}/measures/library";

    /// <summary>The form that gives it another meaning from a month on.</summary>
    public static string Definition(string slug, string code) => Of(slug, code) + "/definition";

    /// <summary>The form that takes the latest definition back.</summary>
    public static string TakeBackDefinition(string slug, string code) => Definition(slug, code) + "/take-back";

    /// <summary>The form that ends its collecting, or takes it up again.</summary>
    public static string Retire(string slug, string code) => Of(slug, code) + "/retire";

    /// <summary>The page on which figures are taken out as a file.</summary>
    public static string Export(string slug, string? code = null) => $"/p/{slug}/measures/export{(code is null ? "" : $"?measure={Uri.EscapeDataString(code)}")}";

    /// <summary>The notes on its chart.</summary>
    public static string Annotations(string slug, string code) => Of(slug, code) + "/annotations";

    /// <summary>The months from which its limits are worked out anew.</summary>
    public static string Rebases(string slug, string code) => Of(slug, code) + "/rebases";

    public static string Edit(string slug, string code) => Of(slug, code) + "/edit";

    /// <summary>All its targets: in force, to come, run out, and as they were before.</summary>
    public static string Targets(string slug, string code) => Of(slug, code) + "/targets";

    /// <summary>The form that says until when a target is in force.</summary>
    public static string EndTarget(string slug, string code, int target) => $"{Of(slug, code)}/targets/{target}/end";

    public static string NewTarget(string slug, string code, int? instead = null) => instead is { } target ? $"{Of(slug, code)}/targets/new?instead={target}" : $"{Of(slug, code)}/targets/new";
}
