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

    /// <summary>What changed from one day to another; without days, in the last month.</summary>
    public static string WhatChanged(string slug, DateOnly? from = null, DateOnly? to = null) => WithParts($"/p/{slug}/what-changed", new() { ["from"] = DayText(from), ["to"] = DayText(to) });

    public static DateOnly? DayIn(string? text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2999 ? day : null;

    /// <summary>2011-05-31, as a field for a date has it too; null for none.</summary>
    public static string? DayText(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture);

    private const string DayFormat = "yyyy-MM-dd";

    public static string Areas(string slug) => $"/p/{slug}/areas";

    /// <summary>Areas against targets as they are chosen.</summary>
    public static string Areas(string slug, Month month, TargetSetter setter, AreasLayout layout, int? themeId, bool counts)
    {
        return WithParts(Areas(slug), new()
        {
            ["month"] = month.ToIso(),
            ["target"] = setter.ToSlug(),
            ["show"] = layout == AreasLayout.Theme ? "theme" : null,
            ["theme"] = themeId?.ToString(CultureInfo.InvariantCulture),
            ["counts"] = counts ? "1" : null,
        });
    }

    /// <summary>Areas against targets month by month: every area on the measure, or every measure of the area.</summary>
    /// <param name="code">A measure's code; null for every measure of one area.</param>
    /// <param name="areaId">An area; null for the whole authority.</param>
    public static string Run(string slug, Month month, TargetSetter? setter, int months, string? code, int? areaId = null) => WithParts(Areas(slug), new()
    {
        ["run"] = months.ToString(CultureInfo.InvariantCulture),
        ["month"] = month.ToIso(),
        ["target"] = setter?.ToSlug(),
        ["of"] = code is not null ? OfMeasure + code : areaId is { } area ? OfArea(area) : null,
    });

    /// <summary>What a run is of, as its address says it: measure-referrals.</summary>
    public const string OfMeasure = "measure-";

    /// <summary>What a run is of, as its address says it: area-12.</summary>
    public static string OfArea(int areaId) => AreaPrefix + areaId.ToString(CultureInfo.InvariantCulture);

    private const string AreaPrefix = "area-";

    /// <summary>Reads what an address chooses of a run of months; null where it asks for none.</summary>
    public static RunChoice? ReadRun(string? run, string? month, string? target, string? of) => Number(run) is not { } months ? null : new(
        MonthIn(month),
        TargetSetterWords.FromSlug(target),
        months,
        of?.StartsWith(OfMeasure, StringComparison.Ordinal) == true ? of[OfMeasure.Length..] : null,
        of?.StartsWith(AreaPrefix, StringComparison.Ordinal) == true ? Number(of[AreaPrefix.Length..]) : null);

    public static string Summary(string slug) => $"/p/{slug}/summary";

    /// <summary>The summary as it is chosen, with only what differs from the usual.</summary>
    public static string Summary(string slug, Month month, int? areaId, int? themeId, bool onlyNotable) => WithParts(Summary(slug), new()
    {
        ["month"] = month.ToIso(),
        ["area"] = areaId?.ToString(CultureInfo.InvariantCulture),
        ["theme"] = themeId?.ToString(CultureInfo.InvariantCulture),
        ["only"] = onlyNotable ? "notable" : null,
    });

    public static string JudgedAreas(string slug) => $"/p/{slug}/judged-areas";

    public static string Inspections(string slug) => $"/p/{slug}/inspections";

    /// <summary>Reads what an address chooses of areas against targets; a part that means nothing chooses nothing.</summary>
    public static AreasChoice Read(string? month, string? target, string? theme) => new(MonthIn(month), TargetSetterWords.FromSlug(target), Number(theme));

    public static Month? MonthIn(string? text) => Month.TryParse(text, out var month) ? month : null;

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string WithParts(string address, Dictionary<string, string?> parts) => QueryHelpers.AddQueryString(address, parts.Where(part => part.Value is not null));
}
