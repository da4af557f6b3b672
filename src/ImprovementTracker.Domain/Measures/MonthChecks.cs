using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What is looked at before a typed value is recorded, and what the person is told; the same in every form.</summary>
public static class MonthChecks
{
    public static readonly string ReasonTooLong = $"Say it in at most {ObservationRevision.ReasonLength} characters.";
    public static readonly string SayWhyNotCaptured = "Say why it was not captured.";
    public static readonly string NotBoth = "Either type figures or tick 'not captured', not both.";
    public static readonly string ReasonAlone = "A reason alone records nothing. Type the figures, tick 'not captured', or take the reason out.";
    public static readonly string NothingToExplain = "The figures are as they were, so there is nothing to give a reason for. Change them, or take the reason out.";
    public static readonly string Locked = "This value is approved and locked: unlock it first.";
    public static readonly string Emptied = "A recorded number is not taken back by emptying it. Mark it 'not captured' and say why.";

    /// <summary>Something to put right.</summary>
    /// <param name="Property">Which field of <see cref="TypedValue"/>.</param>
    public sealed record Finding(string Property, string Sentence);

    /// <summary>Why nothing can be recorded of the measure in the area in that month; null where it can.</summary>
    /// <param name="latest">The last month that can be recorded at all; null where the month was chosen among those.</param>
    public static string? OutOfPlace(MeasureToRecord measure, AreaNode area, Month month, Month? latest = null) =>
        month > latest ? NotBegun(month, latest.Value)
        : measure.LastMonth is { } last && month > last ? NoLongerCollected(last)
        : !area.IsInForce(month) ? $"{area.Name} was not there in {month}. Leave it empty, or choose another month."
        : null;

    /// <summary>Everything that is wrong with what was typed; nothing of it may be recorded until it is put right.</summary>
    public static IEnumerable<Finding> Wrong(TypedValue typed, MeasureToRecord measure)
    {
        if (typed.Reason?.Length > ObservationRevision.ReasonLength)
            yield return new(nameof(TypedValue.Reason), ReasonTooLong);
        if (typed.NotCaptured)
        {
            if (typed.TidyReason is null)
                yield return new(nameof(TypedValue.Reason), SayWhyNotCaptured);
            if (!string.IsNullOrWhiteSpace(typed.Numerator))
                yield return new(nameof(TypedValue.Numerator), NotBoth);
            if (!string.IsNullOrWhiteSpace(typed.Denominator))
                yield return new(nameof(TypedValue.Denominator), NotBoth);
            yield break;
        }

        var hasNumerator = WholeNumber.TryRead(typed.Numerator, out var numerator);
        if (!hasNumerator)
            yield return new(nameof(TypedValue.Numerator), string.IsNullOrWhiteSpace(typed.Numerator) ? NumeratorMissing(measure) : WholeNumber.Advice);
        if (!measure.Shape.Unit.HasDenominator())
            yield break;
        var hasDenominator = WholeNumber.TryRead(typed.Denominator, out var denominator);
        if (!hasDenominator)
            yield return new(nameof(TypedValue.Denominator), string.IsNullOrWhiteSpace(typed.Denominator) ? DenominatorMissing(measure) : WholeNumber.Advice);
        else if (hasNumerator && measure.NumeratorIsPart && numerator > denominator)
            yield return new(nameof(TypedValue.Numerator), MoreThanAll(measure, Words.Count(numerator), Words.Count(denominator)));
    }

    /// <summary>The value that was typed, once nothing is wrong with it.</summary>
    public static RecordedValue Read(TypedValue typed, MeasureToRecord measure)
    {
        if (typed.NotCaptured)
            return RecordedValue.NotCaptured(typed.TidyReason!);
        WholeNumber.TryRead(typed.Numerator, out var numerator);
        long? denominator = measure.Shape.Unit.HasDenominator() && WholeNumber.TryRead(typed.Denominator, out var all) ? all : null;
        return RecordedValue.Counted(numerator, denominator) with { Reason = typed.TidyReason };
    }

    /// <summary>Asks for the reason of a figure that is further from the earlier months than they are from each other; null where it is not.</summary>
    public static string? AskWhy(RecordedValue value, MeasureShape shape, UsualRange? usual) => FarFrom(value, shape, usual) is { } text ? FarFromEarlier(text) : null;

    /// <summary>between 40% and 62%: what a figure that lies outside it is far from; null where it does not, or nothing is known of what is usual.</summary>
    public static string? FarFrom(RecordedValue value, MeasureShape shape, UsualRange? usual) =>
        value.Kind == ValueKind.Counted ? FarFrom(new MeasureValue.Counted(shape.Unit, value.Numerator ?? 0, value.Denominator).Figure, shape, usual) : null;

    /// <summary>The same of a figure, counted or as a document states it.</summary>
    public static string? FarFrom(decimal? figure, MeasureShape shape, UsualRange? usual) =>
        figure is { } known && usual is not null && !usual.Contains(known) ? usual.Text(shape, known) : null;

    /// <summary>Warns of an area's own value that is not the sum of its parts; null where it is, or there is nothing to compare.</summary>
    public static string? DiffersFromParts(MonthlyFigures figures, AreaTree areas, MeasureShape measure, int areaId, Month month)
    {
        if (figures.Of(measure, areaId, month) is not { DiffersFromParts: true, Own: { } own })
            return null;
        var sum = (MeasureValue.Counted)Aggregation.OfParts(measure.Unit, [.. areas.PartsInForce(areaId, month).Select(part => figures.Of(measure, part.Id, month).Value)]);
        return DiffersFromParts(
            RevisionText.Of(own.Kind, own.Numerator, own.Denominator, own.Printed, own.PrintedDecimals, measure),
            RevisionText.Of(ValueKind.Counted, sum.Numerator, sum.Denominator, null, null, measure));
    }

    public static string NotBegun(Month month, Month last) => $"{month} has not begun. Choose a month up to {last}.";

    public static string NoLongerCollected(Month last) => $"It is collected for the months up to {last} only. Choose one of these, or take the measure up again first.";

    public static string NumeratorMissing(MeasureToRecord measure) => $"Type the number of {measure.Numerator}, or mark it 'not captured' and say why.";

    public static string DenominatorMissing(MeasureToRecord measure) => $"Type the number of {measure.Denominator} too: a {measure.Shape.Unit.Label()} needs both.";

    public static string MoreThanAll(MeasureToRecord measure, string numerator, string denominator) =>
        $"{numerator} is more than the {denominator} {measure.Denominator}. Check both numbers: the first counts only some or all of the second.";

    /// <param name="usual">between 40% and 62%.</param>
    public static string FarFromEarlier(string usual) => $"This is far from the earlier months ({usual}): say why.";

    /// <summary>A warning that stands in nobody's way: which of the two is right is for a person to find out.</summary>
    public static string DiffersFromParts(string own, string sum) => $"Its own value, {own}, is not the sum of its parts, {sum}. Its own stands.";
}
