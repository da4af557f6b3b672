namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// What must be known of a figure wherever it stands: invented for the demonstration, provisional, revised. The one rule
/// for a single value, for the sum of an area's parts and for a longer period.
/// </summary>
/// <param name="IsIllustrative">Invented for the demonstration, wholly or in part.</param>
/// <param name="IsProvisional">Not yet approved by another person, wholly or in part.</param>
/// <param name="IsRevised">Another value was recorded before, for the whole or for a part, be it that there was none; an approval alone changes none.</param>
public readonly record struct FigureMarks(bool IsIllustrative, bool IsProvisional, bool IsRevised)
{
    public static FigureMarks Of(ValueRow value) => new(value.IsIllustrative, value.Status == ValueStatus.Provisional, value.IsRevised);

    /// <summary>Of what several values stand behind: it is what any of them is.</summary>
    public static FigureMarks Together(IEnumerable<FigureMarks> values)
    {
        var all = default(FigureMarks);
        foreach (var one in values)
            all = new(all.IsIllustrative || one.IsIllustrative, all.IsProvisional || one.IsProvisional, all.IsRevised || one.IsRevised);
        return all;
    }

    /// <summary>How far it can be relied on: provisional, revised; empty where it is approved and as first recorded.</summary>
    public string InWords => (IsProvisional, IsRevised) switch
    {
        (true, true) => "provisional, revised",
        (true, false) => "provisional",
        (false, true) => "revised",
        (false, false) => "",
    };

    /// <summary>The same, and whether it is illustrative: provisional, revised, illustrative.</summary>
    public string AllInWords => !IsIllustrative ? InWords : InWords.Length == 0 ? "illustrative" : $"{InWords}, illustrative";

    /// <summary>What the words mean, as sentences: only those that are there.</summary>
    public string Meaning => (IsProvisional, IsRevised) switch
    {
        (true, true) => $"Provisional: {Provisional}. Revised: {Revised}.",
        (true, false) => $"Provisional: {Provisional}.",
        (false, true) => $"Revised: {Revised}.",
        (false, false) => "",
    };

    public const string Provisional = "not yet approved by another person";
    public const string Revised = "another value was recorded before, for the whole or for a part";
}
