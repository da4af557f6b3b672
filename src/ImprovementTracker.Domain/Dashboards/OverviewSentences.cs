using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>Where a measure came from and where it stands: what the overview's first sentences are made of.</summary>
/// <param name="First">The first figure of its line; null where that is the only one.</param>
/// <param name="IsCut">Whether more is recorded than the line shows, before it begins.</param>
/// <param name="Figure">The figure of the month looked at.</param>
/// <param name="Asked">What the setter asks of it in that month; null where nothing.</param>
public sealed record MeasureTrend(Polarity Polarity, SeriesPoint? First, bool IsCut, decimal? Figure, TargetLevel? Asked, TargetVerdict Verdict)
{
    /// <summary>1 better than at first, -1 worse, 0 the same; null where neither way is better or there is nothing to compare.</summary>
    internal int? Direction => (Polarity, First, Figure) switch
    {
        (Polarity.HigherIsBetter, { } first, { } figure) => Math.Sign(figure - first.Figure),
        (Polarity.LowerIsBetter, { } first, { } figure) => Math.Sign(first.Figure - figure),
        _ => null,
    };

    /// <summary>Whether a target is set for it, which is met or not; an expected range is neither.</summary>
    internal bool HasTarget => Asked is { IsRange: false };

    internal bool HasRange => Asked is { IsRange: true };
}

/// <summary>How many actions there are, and how many of them are late or off track.</summary>
/// <param name="RechecksDue">How many verified actions are to be looked at again by now.</param>
public sealed record ActionCounts(int All, int Overdue, int OffTrack, int RechecksDue = 0);

/// <summary>The overview's heading and lead: true whatever the data are.</summary>
public static class OverviewSentences
{
    /// <summary>All four measures are better than in April 2010; one of the DfE notice's four targets is met.</summary>
    /// <param name="publishedOnly">Whether others may have figures that this person does not see.</param>
    public static string Heading(Month month, TargetSetter setter, IReadOnlyList<MeasureTrend> trends, bool publishedOnly = false)
    {
        var said = new[] { Direction(trends), TargetsMet(setter, trends, publishedOnly) }.Where(clause => clause.Length > 0).ToList();
        return said.Count > 0 ? Words.Sentence(string.Join("; ", said))
            : trends.Count == 0 ? "No measures are set up yet"
            : trends.Any(trend => trend.Figure is not null) ? $"Where the programme stands in {month}"
            : $"No figures for {month} yet";
    }

    /// <summary>Targets, areas for priority action and actions, a sentence each.</summary>
    /// <param name="actions">Null for those who do not see the plan.</param>
    public static string Lead(Month month, TargetSetter setter, IReadOnlyList<MeasureTrend> trends, int priorityAreas, int priorityAreasOpen, ActionCounts? actions) =>
        string.Join(' ', new[] { Compared(month, setter, trends, publishedOnly: actions is null), PriorityAreas(priorityAreas, priorityAreasOpen), actions is null ? "" : Actions(actions) }.Where(sentence => sentence.Length > 0));

    private static string Direction(IReadOnlyList<MeasureTrend> trends)
    {
        var either = trends.Where(trend => trend.Polarity is Polarity.HigherIsBetter or Polarity.LowerIsBetter).ToList();
        var compared = either.Where(trend => trend.Direction is not null).ToList();
        if (compared.Count == 0)
            return "";
        var starts = compared.Select(trend => trend.First!.Month).Distinct().ToList();
        var isCut = compared.Exists(trend => trend.IsCut);
        var (better, worse) = (compared.Count(trend => trend.Direction > 0), compared.Count(trend => trend.Direction < 0));
        if (better + worse == 0)
            return $"no measure is known to have changed since {(starts is [var since] ? $"{since}" : isCut ? "its line begins" : "it was first recorded")}";
        var (count, word) = better >= worse ? (better, "better") : (worse, "worse");
        return $"{OfMeasures(count, either.Count)} {word} than {(starts is [var start] ? $"in {start}" : !isCut ? "when first recorded" : count == 1 ? "where its line begins" : "where their lines begin")}";
    }

    private static string OfMeasures(int count, int all) => (count, all) switch
    {
        (1, 1) => "the measure is",
        (2, 2) => "both measures are",
        _ when count == all => $"all {Words.InText(all)} measures are",
        _ => $"{Words.InText(count)} of {Words.InText(all)} measures {(count == 1 ? "is" : "are")}",
    };

    /// <summary>One of the DfE notice's four targets is met. Where some cannot be judged: of the DfE notice's five targets two have a figure: one is met.</summary>
    private static string TargetsMet(TargetSetter setter, IReadOnlyList<MeasureTrend> trends, bool publishedOnly)
    {
        var asked = trends.Where(trend => trend.HasTarget).ToList();
        var met = asked.Count(trend => trend.Verdict == TargetVerdict.Met);
        var judged = asked.Count(trend => trend.Verdict != TargetVerdict.NoData);
        if (judged == 0)
            return "";
        if (judged < asked.Count)
            return $"of {setter.Targets(asked.Count)} {Words.InText(judged)} {(judged == 1 ? "has" : "have")} a {(publishedOnly ? "published " : "")}figure: {OfJudged(met, judged)}";
        return (met, judged) switch
        {
            (1, 1) => $"{setter.Targets(1)} is met",
            (0, 1) => $"{setter.Targets(1)} is not met",
            (2, 2) => $"both of {setter.Targets(2)} are met",
            (0, 2) => $"neither of {setter.Targets(2)} is met",
            _ when met == judged => $"all of {setter.Targets(judged)} are met",
            _ => $"{Words.InText(met)} of {setter.Targets(judged)} {(met <= 1 ? "is" : "are")} met",
        };
    }

    private static string OfJudged(int met, int judged) => (met, judged) switch
    {
        (1, 1) => "it is met",
        (0, 1) => "it is not met",
        (2, 2) => "both are met",
        (0, 2) => "neither is met",
        _ when met == judged => "all are met",
        _ => $"{Words.InText(met)} {(met <= 1 ? "is" : "are")} met",
    };

    /// <summary>In May 2011 one of two targets is met and one is missed. The measure with an expected range is within it.</summary>
    private static string Compared(Month month, TargetSetter setter, IReadOnlyList<MeasureTrend> trends, bool publishedOnly)
    {
        var (targets, ranges) = (trends.Where(trend => trend.HasTarget).ToList(), trends.Where(trend => trend.HasRange).ToList());
        if (targets.Count + ranges.Count == 0)
            return "";
        var figure = publishedOnly ? "published figure" : "figure";
        if (targets.Concat(ranges).All(trend => trend.Verdict == TargetVerdict.NoData))
            return $"Nothing is {(publishedOnly ? "published" : "recorded")} for {month} that can be compared with {setter.Targets()}.";
        var sentences = new[] { Targets(setter, targets, figure), Ranges(ranges, figure) }.Where(sentence => sentence.Length > 0).ToList();
        return $"In {month} {sentences[0]}{string.Concat(sentences.Skip(1).Select(sentence => " " + Words.Sentence(sentence)))}";
    }

    private static string Targets(TargetSetter setter, List<MeasureTrend> asked, string figure)
    {
        if (asked.Count == 0)
            return "";
        var counts = Counts(asked, (TargetVerdict.Met, "met"), (TargetVerdict.WithinTolerance, "within tolerance"), (TargetVerdict.Missed, "missed"));
        var without = asked.Count(trend => trend.Verdict == TargetVerdict.NoData);
        if (counts.Count == 0)
            return $"no measure with a target has a {figure}.";
        var sentence = asked.Count == 1 ? $"{setter.Targets(1)} is {counts[0].Word}"
            : counts is [var (all, word)] && all == asked.Count ? $"{(all == 2 ? "both" : "all")} of {setter.Targets(all)} are {word}"
            : Words.List([.. counts.Select((one, place) => $"{Words.InText(one.Count)}{(place == 0 ? $" of {setter.Targets(asked.Count)}" : "")} {(one.Count == 1 ? "is" : "are")} {one.Word}")]);
        return $"{sentence}.{(without == 0 ? "" : $" {Words.Sentence(Words.InText(without))} {(without == 1 ? "has" : "have")} no {figure}.")}";
    }

    private static string Ranges(List<MeasureTrend> asked, string figure)
    {
        if (asked.Count == 0)
            return "";
        var counts = Counts(asked, (TargetVerdict.WithinRange, "within it"), (TargetVerdict.BelowRange, "below it"), (TargetVerdict.AboveRange, "above it"), (TargetVerdict.NoData, $"without a {figure}"));
        return asked.Count == 1 ? $"the measure with an expected range is {counts[0].Word}."
            : counts is [var (all, word)] ? $"{(all == 2 ? "both" : $"all {Words.InText(all)}")} measures with an expected range are {word}."
            : $"of {Words.InText(asked.Count)} measures with an expected range {Words.List([.. counts.Select(one => $"{Words.InText(one.Count)} {(one.Count == 1 ? "is" : "are")} {one.Word}")])}.";
    }

    private static List<(int Count, string Word)> Counts(List<MeasureTrend> trends, params (TargetVerdict Verdict, string Word)[] verdicts) =>
        [.. verdicts.Select(one => (Count: trends.Count(trend => trend.Verdict == one.Verdict), one.Word)).Where(one => one.Count > 0)];

    private static string PriorityAreas(int all, int open) => (open, all) switch
    {
        (_, 0) => "",
        (0, 1) => "The area for priority action is recorded as addressed.",
        (0, 2) => "Both areas for priority action are recorded as addressed.",
        (0, _) => $"All {Words.InText(all)} areas for priority action are recorded as addressed.",
        (1, 1) => "The area for priority action is still open.",
        (2, 2) => "Both areas for priority action are still open.",
        _ when open == all => $"All {Words.InText(all)} areas for priority action are still open.",
        _ => $"{Words.Sentence(Words.InText(open))} of {Words.InText(all)} areas for priority action {(open == 1 ? "is" : "are")} still open.",
    };

    private static string Actions(ActionCounts counts)
    {
        if (counts.All == 0)
            return "The plan has no actions yet.";
        var late = new[] { (counts.Overdue, "overdue"), (counts.OffTrack, "off track") }.Where(one => one.Item1 > 0).ToList();
        if (counts.All == 1)
            return late.Count == 0 ? "The plan's only action is neither overdue nor off track." : $"The plan's only action is {Words.List([.. late.Select(one => one.Item2)])}.";
        return late.Count == 0
            ? $"None of {Words.InText(counts.All)} actions is overdue or off track."
            : $"Of {Words.InText(counts.All)} actions {Words.List([.. late.Select(one => $"{Words.InText(one.Item1)} {(one.Item1 == 1 ? "is" : "are")} {one.Item2}")])}.";
    }
}
