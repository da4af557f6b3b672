using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What the rules need to know of a measure.</summary>
public sealed record MeasureShape(int Id, MeasureUnit Unit, int Decimals, Polarity Polarity, PeriodType Period)
{
    /// <summary>In May 2011, or at the end of May 2011 for what is counted at a month's end.</summary>
    public string When(Month month) => Period == PeriodType.AtMonthEnd ? $"at the end of {month}" : $"in {month}";
}

/// <summary>What an area shows for a month of a measure, and what stands behind it.</summary>
/// <param name="Own">What is recorded for the area itself; null when it shows the sum of its parts.</param>
/// <param name="DiffersFromParts">True when the area's own value and the sum of its parts are not the same number; null when there is nothing to compare.</param>
/// <param name="Marks">Of what is recorded, also where that is no figure.</param>
/// <param name="Source">The document with its paragraph, 'recorded', 'sum of 7 areas' or 'illustrative'.</param>
/// <param name="PublishedOnly">Whether only what is approved is looked at, so that nothing found does not mean nothing recorded.</param>
public sealed record AreaFigure(MeasureValue Value, ValueRow? Own, bool? DiffersFromParts, FigureMarks Marks, string Source, bool PublishedOnly = false)
{
    public decimal? Figure => Value.Figure;

    /// <summary>What stands beside the figure; nothing where there is none.</summary>
    public FigureMarks ShownMarks => Figure is null ? default : Marks;

    /// <summary>464 of 610; empty where the value was not counted in cases, or has no denominator.</summary>
    public string Counts => FigureText.Counts(Value);

    /// <summary>The reason given for a figure that was not captured; empty for anything else, and for those who see only what is published.</summary>
    public string Reason => Value is MeasureValue.NotCaptured missing && !PublishedOnly ? missing.Reason : "";

    /// <summary>Why there is no figure; empty where there is one.</summary>
    public string WhyNone => Value switch
    {
        MeasureValue.Counted { Figure: null } => "no cases",
        MeasureValue.Counted or MeasureValue.Stated => "",
        MeasureValue.NotCaptured => "not captured",
        MeasureValue.PartlyReported partly => $"{Words.Count(partly.Reported)} of {Words.Count(partly.Expected)} reported",
        MeasureValue.Withheld => "withheld",
        MeasureValue.Nothing => PublishedOnly ? "not published" : "not recorded",
        _ => throw new InvalidOperationException($"No words for {Value.GetType().Name}."),
    };
}

/// <summary>The months of a programme's measures for each area of its tree, by rule M3; built from the values that a person may see.</summary>
public sealed class MonthlyFigures
{
    private readonly AreaTree _areas;
    private readonly bool _publishedOnly;
    private readonly Dictionary<(int Measure, int Area, Month Month, PeriodType Period), ValueRow> _rows;

    /// <param name="publishedOnly">Small numbers are withheld.</param>
    public MonthlyFigures(AreaTree areas, IEnumerable<ValueRow> rows, bool publishedOnly)
    {
        _areas = areas;
        _publishedOnly = publishedOnly;
        _rows = rows.ToDictionary(row => (row.MeasureId, row.AreaId, row.Month, row.Period));
    }

    public AreaFigure Of(MeasureShape measure, int areaId, Month month)
    {
        var own = _rows.GetValueOrDefault((measure.Id, areaId, month, measure.Period));
        var ownValue = own is null ? MeasureValue.Nothing.Recorded : own.Shown(measure.Unit, _publishedOnly);
        if (ownValue is MeasureValue.Withheld)
            own = own!.WithoutNumbers();
        // Most areas have no parts: nothing is put together for them, which counts where thousands of figures are shown.
        if (_areas.PartsInForce(areaId, month) is not { Count: > 0 } inForce)
            return new AreaFigure(ownValue, Standing(own), null, own is null ? default : FigureMarks.Of(own), own is null ? "" : SourceOf(own), _publishedOnly);
        var parts = inForce.Select(part => Of(measure, part.Id, month)).ToList();
        var partValues = parts.Select(part => part.Value).ToList();
        var value = Aggregation.OfArea(measure.Unit, ownValue, partValues);
        var isOwn = Standing(own) is not null && ReferenceEquals(value, ownValue);
        var behind = isOwn ? [] : parts.Where(part => part.Value is MeasureValue.Counted).ToList();
        return new AreaFigure(
            value,
            isOwn ? own : null,
            Aggregation.DiffersFromParts(measure.Unit, ownValue, partValues),
            isOwn ? FigureMarks.Of(own!) : FigureMarks.Together(behind.Select(part => part.Marks).Concat(own is null || behind.Count == 0 ? [] : [FigureMarks.Of(own) with { IsProvisional = false }])),
            isOwn ? SourceOf(own!) : value is MeasureValue.Counted ? SourceOfSum(behind) : "",
            _publishedOnly);
    }

    /// <summary>Every month that has a row for the measure.</summary>
    public IEnumerable<Month> MonthsOf(MeasureShape measure) =>
        _rows.Values.Where(row => row.MeasureId == measure.Id && row.Period == measure.Period && row.Kind != ValueKind.TakenBack).Select(row => row.Month).Distinct().Order();

    /// <summary>What was taken back is no value; only the sum that takes its place is marked by it.</summary>
    private static ValueRow? Standing(ValueRow? own) => own is { Kind: ValueKind.TakenBack } ? null : own;

    private static string SourceOf(ValueRow row) =>
        row.IsIllustrative ? "illustrative"
        : row.Source is null ? "recorded" : Words.Cite(row.Source, row.Paragraph);

    private static string SourceOfSum(List<AreaFigure> parts) =>
        $"sum of {Words.Count(parts.Count, "area", "areas")}{(parts.Exists(part => part.Marks.IsIllustrative) ? ", illustrative" : "")}";
}
