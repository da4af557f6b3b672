using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>The sentences above one measure in every area, true whatever the data are: the highest, the lowest, and how many have no figure.</summary>
public static class OneMeasureSentence
{
    private const int MostNamed = 3;

    public static string Of(MeasureRow measure, Month month, IReadOnlyList<AreaOnMeasure> areas, bool publishedOnly)
    {
        if (areas.Count == 0)
            return "There are no areas yet that figures could be recorded for.";
        var whole = areas[0].Depth == 0 ? areas[0] : null;
        var parts = areas.Where(area => area.Depth == 1).ToList();
        var when = Words.Sentence(measure.Shape.When(month));
        var ofWhole = whole is null ? "" : whole.Figure.Figure is null
            ? $"{when} {whole.Area.Name} as a whole has no {(publishedOnly ? "published " : "")}figure."
            : $"{when} {whole.Area.Name} as a whole stands at {whole.Text}{Marked([whole])}.";
        return parts.Count == 0 ? ofWhole : $"{OfParts(when, parts)} {ofWhole.Replace(when + " ", "", StringComparison.Ordinal)}".TrimEnd();
    }

    private static string OfParts(string when, List<AreaOnMeasure> parts)
    {
        var with = parts.Where(part => part.Shown is not null).OrderByDescending(part => part.Shown).ToList();
        if (with.Count == 0)
            return parts.Count == 1 ? $"{when} {parts[0].Area.Name} has no figure." : $"{when} none of the {Words.InText(parts.Count)} {Noun(parts, 2)} has a figure.";
        var without = parts.Count - with.Count;
        var missing = without == 0 ? "" : $" {Words.Sentence(Words.InText(without))} of {Words.InText(parts.Count)} {Noun(parts, 2)} {(without == 1 ? "has" : "have")} no figure.";
        if (with is [var only])
            return parts.Count == 1 ? $"{when} {only.Area.Name} stands at {only.Text}{Marked(with)}." : $"{when} {only.Area.Name} stands at {only.Text}{Marked(with)}.{missing}";
        var (high, low) = (with[0].Shown!.Value, with[^1].Shown!.Value);
        if (high == low)
            return $"{when} {(with.Count == 2 ? "both" : "all " + Words.InText(with.Count))} {Noun(parts, 2)}{(without == 0 ? "" : " with a figure")} stand at {with[0].Text}{Marked(with)}.{missing}";
        return $"{when} {Who(with, high, parts)} {(with.Count(part => part.Shown == high) == 1 ? "has" : "have")} the highest figure, {with[0].Text}{Marked(with.Where(part => part.Shown == high))}, and {Who(with, low, parts)} the lowest, {with[^1].Text}{Marked(with.Where(part => part.Shown == low))}.{missing}";
    }

    private static string Who(List<AreaOnMeasure> with, decimal figure, List<AreaOnMeasure> parts)
    {
        var names = with.Where(part => part.Shown == figure).Select(part => part.Area.Name).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return names.Count <= MostNamed ? Words.List(names) : $"{Words.InText(names.Count)} {Noun(parts, 2)}";
    }

    /// <summary>Of the figures that are spoken of: provisional as soon as one of them is.</summary>
    private static string Marked(IEnumerable<AreaOnMeasure> parts) => FigureMarks.Together(parts.Select(part => part.Figure.ShownMarks)).InWords is { Length: > 0 } words ? $" ({words})" : "";

    private static string Noun(List<AreaOnMeasure> parts, int count) => AreaWords.Noun(parts.Select(part => part.Area.Kind), count);
}
