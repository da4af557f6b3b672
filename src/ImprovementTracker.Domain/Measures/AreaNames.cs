using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>The names by which files know an area: its own, and a longer one where another area has, or had, the same.</summary>
public static class AreaNames
{
    /// <summary>Every name that means the area.</summary>
    public static IEnumerable<string> NamesOf(this AreaTree areas, AreaNode area) => areas.HasNamesake(area, _ => true) ? [area.Name, areas.InFull(area)] : [area.Name];

    /// <summary>A name that means no other area in the month.</summary>
    public static string NameIn(this AreaTree areas, AreaNode area, Month month) => areas.HasNamesake(area, other => other.IsInForce(month)) ? areas.InFull(area) : area.Name;

    /// <summary>Duty (North, from 1 April 2011).</summary>
    private static string InFull(this AreaTree areas, AreaNode area) =>
        $"{area.Name} ({(area.ParentId is { } parent && areas.Find(parent) is { } above ? $"{above.Name}, " : "")}from {Words.Date(area.From)})";

    private static bool HasNamesake(this AreaTree areas, AreaNode area, Func<AreaNode, bool> counts)
    {
        var key = SheetText.Key(area.Name);
        return areas.InOrder.Any(other => other.Id != area.Id && counts(other) && SheetText.Key(other.Name) == key);
    }
}
