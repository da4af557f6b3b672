using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>Says in words how much of what inspectors found, and what became of the gravest.</summary>
public static class FindingsInWords
{
    /// <summary>two strengths, seven areas for development and two areas for priority action; empty where nothing is entered.</summary>
    public static string Counts(IReadOnlyList<InspectionList.KindCount> found) =>
        Words.List([.. found.Where(kind => kind.Count > 0).Select(kind => $"{Words.InText(kind.Count)} {Noun(kind.Kind, kind.Count)}")]);

    /// <summary>What became of the areas for priority action; null where there were none.</summary>
    public static string? PriorityAreas(int count, int open) => (count, open) switch
    {
        (0, _) => null,
        (1, 0) => "The area for priority action has since been recorded as addressed.",
        (1, _) => "The area for priority action is still open.",
        (2, 0) => "Both areas for priority action have since been recorded as addressed.",
        (2, 2) => "Both areas for priority action are still open.",
        (_, 0) => $"All {Words.InText(count)} areas for priority action have since been recorded as addressed.",
        (_, 1) => $"One of the {Words.InText(count)} areas for priority action is still open.",
        _ when open == count => $"All {Words.InText(count)} areas for priority action are still open.",
        _ => $"{Words.Sentence(Words.InText(open))} of the {Words.InText(count)} areas for priority action are still open.",
    };

    /// <summary>How many are open over several inspections.</summary>
    public static string OpenPriorityAreas(int open) => open switch
    {
        0 => "No area for priority action is open.",
        1 => "One area for priority action is open.",
        _ => $"{Words.Sentence(Words.InText(open))} areas for priority action are open.",
    };

    /// <summary>The first sentences of an inspection's page.</summary>
    public static string Lead(IReadOnlyList<InspectionList.KindCount> found, int openPriorityAreas, InspectionList.Tally? tally)
    {
        var priority = found.Where(kind => kind.Kind == FindingKind.AreaForPriorityAction).Sum(kind => kind.Count);
        string?[] sentences =
        [
            tally is null ? null : Stated(tally) + ".",
            Counts(found) is { Length: > 0 } counts ? $"The inspectors set down {counts}." : tally is null ? "No finding has been entered." : null,
            PriorityAreas(priority, openPriorityAreas),
        ];
        return string.Join(' ', sentences.Where(sentence => sentence is not null));
    }

    /// <summary>13 of 33 judged areas were inadequate, as stated.</summary>
    public static string Stated(InspectionList.Tally tally) =>
        $"{Words.Count(tally.Count)} of {Words.Count(tally.OutOf)} judged areas {(tally.Count == 1 ? "was" : "were")} {tally.Grade.Label().ToLowerInvariant()}, as stated";

    /// <summary>13 of 33 judged areas inadequate.</summary>
    public static string Brief(InspectionList.Tally tally) => $"{Words.Count(tally.Count)} of {Words.Count(tally.OutOf)} judged areas {tally.Grade.Label().ToLowerInvariant()}";

    /// <summary>8 to 9 October 2009; one date alone where it took a day or only the month is known.</summary>
    public static string Fieldwork(KnownDate from, KnownDate? to) => to is not { } end || end == from ? from.ToString()
        : from.IsToTheDay && end.IsToTheDay && from.Month == end.Month ? $"{from.FirstPossibleDay.Day} to {end}"
        : $"{from} to {end}";

    private static string Noun(FindingKind kind, int count) => kind switch
    {
        FindingKind.Satisfactory => count == 1 ? "area delivered satisfactorily" : "areas delivered satisfactorily",
        FindingKind.Strength => count == 1 ? "strength" : "strengths",
        FindingKind.AreaForDevelopment => count == 1 ? "area for development" : "areas for development",
        FindingKind.AreaForPriorityAction => count == 1 ? "area for priority action" : "areas for priority action",
        FindingKind.AreaForImprovement => count == 1 ? "area for improvement" : "areas for improvement",
        FindingKind.Recommendation => count == 1 ? "recommendation" : "recommendations",
    };
}
