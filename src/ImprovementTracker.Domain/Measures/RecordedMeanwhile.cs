using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Somebody else recorded values while a person typed them: that person sees both and chooses. Nothing was recorded.</summary>
public sealed class RecordedMeanwhile(string message, IReadOnlyList<RecordedMeanwhile.Value> values) : BrokenRule(message)
{
    /// <summary>What is recorded now of a value that was typed.</summary>
    /// <param name="Measure">The measure's code.</param>
    /// <param name="Text">40 of 50 (80%), or 'nothing'.</param>
    /// <param name="Seen">Its revision number; recording with it means having seen it.</param>
    /// <param name="RecordedAt">UTC.</param>
    public sealed record Value(string Measure, int AreaId, string Text, string? Numerator, string? Denominator, bool NotCaptured, string? Reason, int Seen, string Who, DateTime? RecordedAt);

    public IReadOnlyList<Value> Values { get; } = values;

    internal static string Sentence(IReadOnlyList<MonthRecording.Meanwhile> all) => all is [var one]
        ? $"{one.Area.Name} was recorded by somebody else while you typed: it now says {TextOf(one)}. Look at both, and record again if yours is right."
        : $"{Words.List([.. all.Select(each => each.Area.Name)])} were recorded by somebody else while you typed. {string.Join("; ", all.Select(each => $"{each.Area.Name} now says {TextOf(each)}"))}. Look at both, and record again where yours is right.";

    internal static Value ValueOf(MonthRecording.Meanwhile one, string who, DateTime? recordedAt) => new(
        one.Cell.Measure,
        one.Area.Id,
        TextOf(one),
        one.Current is { Kind: ValueKind.Counted, Numerator: { } numerator } ? Words.Count(numerator) : null,
        one.Current is { Kind: ValueKind.Counted, Denominator: { } denominator } ? Words.Count(denominator) : null,
        one.Current?.Kind == ValueKind.NotCaptured,
        one.Current?.Kind == ValueKind.NotCaptured ? one.Current.Reason : null,
        one.Current?.Number ?? 0,
        who,
        recordedAt);

    private static string TextOf(MonthRecording.Meanwhile one) => one.Current is not { } current ? "nothing"
        : RevisionText.Of(current.Kind, current.Numerator, current.Denominator, current.Printed, current.PrintedDecimals, one.Shape);
}
