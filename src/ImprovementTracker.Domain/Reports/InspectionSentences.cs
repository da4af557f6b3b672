using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Reports;

/// <summary>What a report says of an inspection: when, by whom, with which outcome; never more than is recorded.</summary>
internal static class InspectionSentences
{
    public static string Visit(InspectionFacts inspection, ReportSources sources)
    {
        var when = inspection.To is { } to && to != inspection.From ? $"{inspection.From} to {to}" : inspection.From.ToString();
        var published = inspection.Published is { } day ? $", published {(day.IsToTheDay ? "on" : "in")} {day}" : "";
        return $"{inspection.Title} ({inspection.Inspectorate}, {when}{published}){sources.Cite(inspection.Source)}.{(inspection.Note is null ? "" : $" {inspection.Note}")}";
    }

    public static IReadOnlyList<string> Points(InspectionFacts inspection, ReportSources sources)
    {
        var points = inspection.Judgements.Select(judgement => $"{judgement.Area}: {judgement.Grade.Label().ToLowerInvariant()}").ToList();
        if (inspection is { TallyCount: { } count, TallyOutOf: { } of, TallyGrade: { } grade })
            points.Add($"{count} of {of} judged areas {grade.Label().ToLowerInvariant()}{sources.Cite(inspection.TallySource)}");
        points.AddRange(inspection.Findings.GroupBy(finding => finding.Kind).OrderBy(group => group.Key)
            .Select(group => $"{group.Key.Plural()}: {Words.InText(group.Count())}"));
        return points;
    }

    /// <summary>How the areas for priority action of an earlier inspection stand; null where it had none.</summary>
    public static string? StillOpen(InspectionFacts inspection)
    {
        var priority = inspection.Findings.Where(finding => finding.Kind == FindingKind.AreaForPriorityAction).ToList();
        if (priority.Count == 0)
            return null;
        var addressed = priority.Count(finding => finding.Outcome == ReviewOutcome.Addressed);
        var found = $"found at the earlier visit ({inspection.Title}, {inspection.From.Month})";
        if (addressed == 0 || addressed == priority.Count)
        {
            var all = priority.Count switch { 1 => "The area for priority action", 2 => "Both areas for priority action", var count => $"All {Words.InText(count)} areas for priority action" };
            return $"{all} {found} {(priority.Count == 1 ? "is" : "are")} {(addressed == 0 ? "still open" : "recorded as addressed")}.";
        }
        return $"Of the {Words.InText(priority.Count)} areas for priority action {found}, "
            + $"{Words.InText(addressed)} {(addressed == 1 ? "is" : "are")} recorded as addressed and {Words.InText(priority.Count - addressed)} {(priority.Count - addressed == 1 ? "is" : "are")} still open.";
    }
}
