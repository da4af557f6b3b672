using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>The sentences above the summary, true whatever the data are: how many measures change for better or worse, and how many fail a target as a matter of course.</summary>
public static class SummarySentence
{
    /// <param name="area">The area looked at; null for the whole authority.</param>
    /// <param name="lines">Every measure of the choice, whether it is shown or not.</param>
    public static string Of(Month month, string? area, IReadOnlyList<SummaryLine> lines, int fewest)
    {
        if (lines.Count == 0)
            return "No measures are set up here yet.";
        var judged = lines.Where(line => line.Change is not null).ToList();
        var sentence = judged.Count == 0 ? NoneJudged(month, lines, fewest) : Judged(month, judged) + Marked(judged) + Failing(lines) + NotJudged(lines.Count - judged.Count);
        return area is null ? Words.Sentence(sentence) : $"{area}: {sentence}";
    }

    private static string NoneJudged(Month month, IReadOnlyList<SummaryLine> lines, int fewest) =>
        $"up to {month} {(lines.Count == 1 ? "the only measure does not have" : "no measure has")} enough values, or enough variation among them, to tell change from chance: that takes at least {Words.InText(fewest)} values.";

    private static string Judged(Month month, List<SummaryLine> judged)
    {
        var said = new (int Count, string One, string Several)[]
        {
            (Of(judged, Variation.Improvement), "shows improvement", "show improvement"),
            (Of(judged, Variation.Concern), "gives concern", "give concern"),
            (Of(judged, Variation.High) + Of(judged, Variation.Low), "is high or low without being good or bad", "are high or low without being good or bad"),
            (Of(judged, Variation.Common), "shows no clear change", "show no clear change"),
        }.Where(one => one.Count > 0).ToList();
        var who = judged.Count == 1 ? "the only measure that can be judged" : $"the {Words.InText(judged.Count)} measures that can be judged";
        return said is [var all]
            ? $"up to {month} {(judged.Count == 1 ? who : judged.Count == 2 ? "both measures that can be judged" : $"all {Words.InText(judged.Count)} measures that can be judged")} {(judged.Count == 1 ? all.One : all.Several)}."
            : $"up to {month}, of {who}, {Words.List([.. said.Select(one => $"{Words.InText(one.Count)} {(one.Count == 1 ? one.One : one.Several)}")])}.";
    }

    /// <summary>How many of those words rest on a figure that may still change, or has changed.</summary>
    private static string Marked(List<SummaryLine> judged)
    {
        var said = new (int Count, string Word)[] { (judged.Count(line => line.Change!.Marks.IsProvisional), "provisional"), (judged.Count(line => line.Change!.Marks.IsRevised), "revised") }
            .Where(one => one.Count > 0)
            .Select((one, place) => judged.Count == 1 ? one.Word : $"{(place == 0 ? "" : "that of ")}{(one.Count == judged.Count ? "each" : Words.InText(one.Count))} of them is {one.Word}")
            .ToList();
        return said.Count == 0 ? "" : judged.Count == 1 ? $" Its latest figure is {Words.List(said)}." : $" The latest figure of {Words.List(said)}.";
    }

    /// <summary>Nothing where no target can be said to be passed or failed.</summary>
    private static string Failing(IReadOnlyList<SummaryLine> lines)
    {
        var assured = lines.Count(line => line.Targets.Any(target => target.Assurance is not null));
        var failing = lines.Count(line => line.FailsConsistently);
        return assured == 0 ? ""
            : failing == 0 ? " None consistently fails a target."
            : $" {Words.Sentence(Words.InText(failing))} consistently {(failing == 1 ? "fails" : "fail")} a target.";
    }

    private static string NotJudged(int count) => count switch
    {
        0 => "",
        1 => " One has too few values, or too little variation, to judge.",
        _ => $" {Words.Sentence(Words.InText(count))} have too few values, or too little variation, to judge.",
    };

    private static int Of(List<SummaryLine> lines, Variation variation) => lines.Count(line => line.Change!.Variation == variation);
}
