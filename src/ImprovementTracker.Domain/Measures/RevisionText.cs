using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A revision of a value in words: 464 of 610 (76%), 76% as stated, not captured.</summary>
public static class RevisionText
{
    public static string Of(ValueKind kind, long? numerator, long? denominator, decimal? printed, int? printedDecimals, MeasureShape shape) => kind switch
    {
        ValueKind.Stated => $"{FigureText.Of(printed ?? 0, shape.Unit, printedDecimals ?? 0)} as stated",
        ValueKind.NotCaptured => "not captured",
        ValueKind.TakenBack => "taken back",
        ValueKind.Counted when denominator is { } all => Share(numerator ?? 0, all, shape),
        ValueKind.Counted => Words.Count(numerator ?? 0),
    };

    private static string Share(long numerator, long denominator, MeasureShape shape) =>
        $"{FigureText.Counts(numerator, denominator, shape.Unit)} ({(new MeasureValue.Counted(shape.Unit, numerator, denominator).Figure is { } figure ? FigureText.Of(figure, shape.Unit, shape.Decimals) : "no cases")})";
}
