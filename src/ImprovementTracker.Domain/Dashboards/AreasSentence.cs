using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Dashboards;

/// <summary>How an area that is directly part of the whole stands on a measure.</summary>
public sealed record AreaStanding(string Name, AreaKind Kind, TargetComparison Comparison)
{
    /// <summary>Whether the setter asks anything of this very area in the month.</summary>
    public bool IsAsked { get; init; } = true;

    /// <summary>With how many decimals its figure is written; null for the measure's own.</summary>
    public int? Decimals { get; init; }
}

/// <summary>A measure as the sentence about areas needs it.</summary>
/// <param name="IsAsked">Whether the setter asks anything of the whole or of a part in the month.</param>
/// <param name="Whole">The whole authority's own comparison; null where it is not in force.</param>
public sealed record MeasureStanding(string Name, MeasureShape Shape, bool IsAsked, TargetComparison? Whole, IReadOnlyList<AreaStanding> Parts)
{
    /// <summary>The parts that have a figure and a target to compare it with.</summary>
    public IReadOnlyList<AreaStanding> Compared => [.. Parts.Where(part => IsCompared(part.Comparison))];

    /// <summary>Whether something is asked of the whole itself; a target may hold for one part only.</summary>
    public bool IsAskedOfWhole { get; init; } = IsAsked;

    /// <summary>Whether something is asked of each part.</summary>
    public bool IsAskedOfAll => Parts.All(part => part.IsAsked);

    /// <summary>The same measure as if only ranges, or only other targets, were asked: a part may have the one and its neighbour the other.</summary>
    internal MeasureStanding Only(bool ranges) => Compared.All(part => IsRangeVerdict(part.Comparison.Verdict) == ranges) ? this
        : this with { Parts = [.. Parts.Select(part => IsCompared(part.Comparison) && IsRangeVerdict(part.Comparison.Verdict) == ranges ? part : part with { IsAsked = false, Comparison = TargetComparison.Of(0, null, Shape.Polarity) })] };

    internal static bool IsCompared(TargetComparison? comparison) => comparison is { Verdict: not (TargetVerdict.NoData or TargetVerdict.NoTarget) };

    internal static bool IsRangeVerdict(TargetVerdict verdict) => verdict is TargetVerdict.BelowRange or TargetVerdict.WithinRange or TargetVerdict.AboveRange;
}

/// <summary>
/// The sentence above areas against targets, true whatever the data are. It speaks of the measure on which most areas
/// miss their target, and of the areas furthest from it.
/// </summary>
public static class AreasSentence
{
    private const int MostNamed = 3;

    public static string Of(Month month, TargetSetter setter, bool hasTargets, IReadOnlyList<MeasureStanding> measures, string whole, bool publishedOnly = false)
    {
        if (measures.Count == 0)
            return "No measures are set up here yet.";
        if (!hasTargets)
            return NoTarget(setter);
        var asked = measures.Where(measure => measure.IsAsked).ToList();
        if (asked.Count == 0)
            return $"None of {setter.Targets()} is in force in {month}.";
        var compared = asked.Where(measure => measure.Compared.Count > 0).ToList();
        if (compared.Count == 0)
            return OfWhole(month, setter, asked, whole, publishedOnly);
        var judged = compared.Select(measure => measure.Only(ranges: false)).Where(measure => measure.Compared.Count > 0).ToList();
        var ranged = compared.Select(measure => measure.Only(ranges: true)).Where(measure => measure.Compared.Count > 0).ToList();
        return judged.Count == 0 ? OfRange(month, setter, ranged)
            : OfTarget(month, setter, judged, asked.Count(measure => measure.Parts.Any(part => part.IsAsked)), ranged.Count > 0);
    }

    private static string NoTarget(TargetSetter setter) => setter switch
    {
        TargetSetter.DfeNotice => "No numeric target of a DfE notice is recorded here.",
        TargetSetter.Ofsted => "Ofsted has set no numeric target here. See the judged areas and findings.",
        TargetSetter.Statute => "No statutory target is recorded here.",
        TargetSetter.National => "No national target is recorded here.",
        TargetSetter.Local => "No local target is recorded here.",
    };

    private static string OfTarget(Month month, TargetSetter setter, List<MeasureStanding> measures, int asked, bool hasRanges)
    {
        if (measures.All(measure => measure.Compared.All(IsMet)))
            return AllMet(month, setter, measures, asked, hasRanges);
        var measure = measures.OrderByDescending(one => one.Compared.Count(part => part.Comparison.Verdict == TargetVerdict.Missed)).ThenByDescending(one => one.Compared.Count(part => !IsMet(part))).First();
        var met = measure.Compared.Count(IsMet);
        var target = $"{setter.Possessive()} target for {Words.InSentence(measure.Name)}";
        var behind = measure.Compared.Where(part => !IsMet(part)).ToList();
        var when = Words.Sentence(measure.Shape.When(month));
        if (measure.Compared is [var only])
            return $"{when} {OnlyOne(measure, only)} did not meet {target}: it is {Distance(only, measure)}.";
        if (behind is [var one])
            return $"{when} {HowMany(measure, met)} met {target}. {one.Name} did not: it is {Distance(one, measure)}.";
        return $"{when} {HowMany(measure, met)} met {target}. {Furthest(behind, measure, "furthest from it")}";
    }

    private static string AllMet(Month month, TargetSetter setter, List<MeasureStanding> measures, int asked, bool hasRanges)
    {
        if (measures is [var only])
            return $"{Words.Sentence(only.Shape.When(month))} {(only.Compared is [var one] ? OnlyOne(only, one) : HowMany(only, only.Compared.Count))} met {setter.Possessive()} target for {Words.InSentence(only.Name)}.";
        var isComplete = measures.All(measure => measure.Compared.Count == measure.Parts.Count(part => part.IsAsked));
        if (hasRanges || measures.Exists(measure => !measure.IsAskedOfAll))
            return $"In {month} {setter.Possessive()} targets for {Words.InText(measures.Count)} measures were each met by every {Noun(measures[0].Parts, 1)} that they hold for{(isComplete ? "" : " and that has a figure")}.";
        return $"In {month} every {Noun(measures[0].Parts, 1)}{(isComplete ? "" : " with a figure")} met {setter.Possessive()} target for each of {(measures.Count < asked ? "the " : "")}{Words.InText(measures.Count)} measures{(measures.Count < asked ? " that can be compared" : "")}.";
    }

    private static string OfRange(Month month, TargetSetter setter, List<MeasureStanding> measures)
    {
        var measure = measures.OrderByDescending(one => one.Compared.Count(part => part.Comparison.Verdict != TargetVerdict.WithinRange)).First();
        var outside = measure.Compared.Where(part => part.Comparison.Verdict != TargetVerdict.WithinRange).ToList();
        var within = measure.Compared.Count - outside.Count;
        var range = $"{setter.Possessive()} expected range for {Words.InSentence(measure.Name)}";
        var when = Words.Sentence(measure.Shape.When(month));
        if (measure.Compared is [var only])
            return $"{when} {OnlyOne(measure, only)} was {(within == 1 ? "within" : "outside")} {range}{(within == 1 ? "" : $", {Distance(only, measure)}")}.";
        return $"{when} {HowMany(measure, within)} {(within == 1 || measure.Compared.Count == 2 && within == 0 ? "was" : "were")} within {range}.{(outside.Count == 0 ? "" : " " + Furthest(outside, measure, "furthest outside it"))}";
    }

    private static string OfWhole(Month month, TargetSetter setter, List<MeasureStanding> asked, string whole, bool publishedOnly)
    {
        var verdicts = asked.Where(measure => MeasureStanding.IsCompared(measure.Whole)).Select(measure => measure.Whole!.Verdict).ToList();
        var held = asked.Where(measure => measure.IsAskedOfWhole).ToList();
        if (verdicts.Count == 0)
            return $"Nothing is {(publishedOnly ? "published" : "recorded")} for {month} that can be compared with {setter.Targets()}.";
        // A target that holds for a part alone is none that the whole could meet.
        var every = held.Count < asked.Count ? $" that {(held.Count == 1 ? "holds" : "hold")} for it" : "";
        var said = Counts(verdicts).Select((one, place) => $"{one.Verb} {(place > 0 || one.Count < held.Count ? Words.InText(one.Count) : "")}{(place > 0 ? "" : one.Count < held.Count ? $" of {setter.Targets(held.Count)}{every}" : All(setter, held.Count) + every)}").ToList();
        var without = held.Count(measure => measure.Whole is null or { Verdict: TargetVerdict.NoData });
        var parts = asked.SelectMany(measure => measure.Parts).ToList();
        return $"In {month} {whole} {Words.List(said)}."
            + (without == 0 ? "" : $" {Words.Sentence(Words.InText(without))} {(without == 1 ? "has" : "have")} no {(publishedOnly ? "published " : "")}figure.")
            + (parts.Count == 0 ? "" : parts.Exists(part => part.IsAsked) ? $" No {Noun(parts, 1)} has a figure to compare." : $" No {Noun(parts, 1)} is held to {(held.Count == 1 ? "it" : "one of them")}.");
    }

    private static string All(TargetSetter setter, int count) => count switch { 1 => setter.Targets(1), 2 => $"both of {setter.Targets(2)}", _ => $"all of {setter.Targets(count)}" };

    private static IEnumerable<(string Verb, int Count)> Counts(List<TargetVerdict> verdicts) =>
        new[] { ("met", TargetVerdict.Met), ("came within tolerance of", TargetVerdict.WithinTolerance), ("missed", TargetVerdict.Missed), ("was within the range of", TargetVerdict.WithinRange), ("was below the range of", TargetVerdict.BelowRange), ("was above the range of", TargetVerdict.AboveRange) }
            .Select(one => (one.Item1, verdicts.Count(verdict => verdict == one.Item2)))
            .Where(one => one.Item2 > 0);

    private static bool IsMet(AreaStanding part) => part.Comparison.Verdict == TargetVerdict.Met;

    private static string OnlyOne(MeasureStanding measure, AreaStanding only) =>
        measure.Parts.Count == 1 ? only.Name : $"{only.Name}, the only {Noun(measure.Parts, 1)}{Which(measure)},";

    /// <summary>Which of the parts are spoken of: with a figure, with such a target; empty for all of them.</summary>
    private static string Which(MeasureStanding measure)
    {
        var (compared, asked) = (measure.Compared.Count, measure.Parts.Count(part => part.IsAsked));
        var figure = compared < asked ? "a figure" : "";
        var target = asked < measure.Parts.Count ? MeasureStanding.IsRangeVerdict(measure.Compared[0].Comparison.Verdict) ? "such a range" : "such a target" : "";
        return (target, figure) switch { ("", "") => "", ("", _) => $" with {figure}", (_, "") => $" with {target}", _ => $" with {target} and {figure}" };
    }

    /// <summary>two of seven localities, neither locality, all five localities with a figure.</summary>
    private static string HowMany(MeasureStanding measure, int count)
    {
        var of = measure.Compared.Count;
        var which = Which(measure);
        var some = which.Length > 0;
        var them = Noun(measure.Parts, 2) + which;
        return (count, of) switch
        {
            (0, 2) => $"neither {(some ? "of the two " + them : Noun(measure.Parts, 1))}",
            (_, 2) when count == of => $"both {them}",
            _ when count == of => $"all {Words.InText(of)} {them}",
            _ => $"{Words.InText(count)} of {(some ? "the " : "")}{Words.InText(of)} {them}",
        };
    }

    private static string Furthest(List<AreaStanding> behind, MeasureStanding measure, string how)
    {
        var most = behind.Max(part => Math.Abs(part.Comparison.Distance!.Value));
        var furthest = behind.Where(part => Math.Abs(part.Comparison.Distance!.Value) == most).ToList();
        var words = furthest.Select(part => Distance(part, measure)).Distinct().ToList();
        var distance = words is [var same] ? same : $"{FigureText.Size(most, measure.Shape.Unit, measure.Shape.Decimals)} away";
        var tolerance = furthest.All(part => part.Comparison.Verdict == TargetVerdict.WithinTolerance) ? ", which is within tolerance" : "";
        var who = furthest.Count <= MostNamed ? Words.List([.. furthest.Select(part => part.Name)]) : $"{Words.Sentence(Words.InText(furthest.Count))} {Noun(measure.Parts, 2)}";
        return $"{who} {(furthest.Count == 1 ? "is" : "are")} {how}, {distance}{tolerance}.";
    }

    private static string Distance(AreaStanding part, MeasureStanding measure) => FigureText.Distance(part.Comparison, measure.Shape.Unit, part.Decimals ?? measure.Shape.Decimals);

    private static string Noun(IReadOnlyList<AreaStanding> parts, int count) => AreaWords.Noun(parts.Select(part => part.Kind), count);
}
