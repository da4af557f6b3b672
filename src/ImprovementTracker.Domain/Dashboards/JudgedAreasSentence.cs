using ImprovementTracker.Domain.Inspections;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>The first sentence of the page of judged areas: how the latest inspection graded them, and how that compares with the aim.</summary>
public static class JudgedAreasSentence
{
    public static string Of(JudgedAreas.Content page)
    {
        if (page.Columns.Count == 0)
            return "No inspection has given a grade yet.";
        var last = page.Columns[^1];
        var when = $"At the latest graded inspection, {last.On},";
        var grades = page.Rows.Select(row => row.Grades[^1]).OfType<Grade>().ToList();
        if (grades.Count == 0)
            return last.Tally is { } only ? $"{when} {FindingsInWords.Stated(only)}; the grades themselves are not known here." : $"{when} no grade is known.";

        var counted = Words.List([.. grades.CountBy(grade => grade).OrderBy(pair => pair.Key).Select(pair => $"{Words.InText(pair.Value)} {AfterNumber(pair.Key, pair.Value)}")]);
        var sentence = last.Tally is { } tally ? $"{when} {FindingsInWords.Stated(tally)}. The grade of {Words.InText(grades.Count)} is known: {counted}."
            : $"{when} {Words.InText(grades.Count)} {(grades.Count == 1 ? "area was" : "areas were")} given a grade: {counted}.";
        var aimed = page.Rows.Where(row => row.AimedFor is not null && row.Grades[^1] is not null).ToList();
        return aimed.Count == 0 ? sentence : $"{sentence} {Reached(aimed)}";
    }

    /// <summary>One requires improvement to be good; two require improvement to be good.</summary>
    private static string AfterNumber(Grade grade, int count) =>
        grade == Grade.RequiresImprovement && count > 1 ? "require improvement to be good" : grade.Label().ToLowerInvariant();

    private static string Reached(List<JudgedAreas.Row> aimed)
    {
        var reached = aimed.Count(row => Rank(row.Grades[^1]!.Value) <= Rank(row.AimedFor!.Value));
        return aimed.Count == 1
            ? reached == 1 ? "The one with a grade aimed for has reached it." : "The one with a grade aimed for has not reached it."
            : reached == aimed.Count ? $"{(aimed.Count == 2 ? "Both" : $"All {Words.InText(aimed.Count)}")} with a grade aimed for have reached it."
            : reached == 0 ? aimed.Count == 2 ? "Neither of the two with a grade aimed for has reached it." : $"None of the {Words.InText(aimed.Count)} with a grade aimed for has reached it."
            : $"Of the {Words.InText(aimed.Count)} with a grade aimed for, {Words.InText(reached)} {(reached == 1 ? "has" : "have")} reached it.";
    }

    /// <summary>Adequate and Requires improvement stood at the same place of their scales.</summary>
    private static int Rank(Grade grade) => grade switch
    {
        Grade.Outstanding => 1,
        Grade.Good => 2,
        Grade.RequiresImprovement or Grade.Adequate => 3,
        Grade.Inadequate => 4,
    };
}
