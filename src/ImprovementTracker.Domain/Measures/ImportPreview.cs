using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What importing a value would do.</summary>
public enum ImportOutcome { New, Changed, Unchanged, Refused }

public static class ImportOutcomeWords
{
    public static string Label(this ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => "New",
        ImportOutcome.Changed => "Changed",
        ImportOutcome.Unchanged => "Unchanged",
        ImportOutcome.Refused => "Refused",
    };
}

/// <summary>What is recorded now of a measure in an area in a month.</summary>
public sealed record CurrentValue(int ObservationId, ValueKind Kind, long? Numerator, long? Denominator, decimal? Printed, int? PrintedDecimals, string? Reason, ValueStatus Status);

/// <summary>One value of the file, and what importing it would do.</summary>
/// <param name="Detail">464 of 610; was 460 of 610, is 464 of 610; B7: what is wrong and what to do.</param>
/// <param name="Value">What would be recorded; null where nothing would.</param>
/// <param name="ObservationId">Where something is recorded already.</param>
public sealed record ImportLine(ImportedFigure Figure, ImportOutcome What, string Detail, RecordedValue? Value, int? ObservationId);

/// <summary>What importing a spreadsheet would do, value by value. Nothing is recorded as long as anything is refused.</summary>
public sealed class ImportPreview
{
    private ImportPreview(IReadOnlyList<ImportLine> lines)
    {
        Lines = lines;
        Counts = Enum.GetValues<ImportOutcome>().ToDictionary(what => what, what => lines.Count(line => line.What == what));
        Mark = MarkOf(lines);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ImportLine> Lines { get; }

    public IReadOnlyDictionary<ImportOutcome, int> Counts { get; }

    /// <summary>How many values would be recorded.</summary>
    public int ToRecord => Counts[ImportOutcome.New] + Counts[ImportOutcome.Changed];

    public bool CanBeRecorded => Counts[ImportOutcome.Refused] == 0 && ToRecord > 0;

    /// <summary>Another one where anything would be done otherwise: what is recorded is what was looked at.</summary>
    public string Mark { get; }

    /// <param name="name">The file's name, for the reason of values that change.</param>
    public static ImportPreview Of(IEnumerable<ImportedFigure> figures, IReadOnlyDictionary<(int Measure, int Area, Month Month), CurrentValue> current, string name) =>
        new([.. figures.Select(figure => figure.Problem is { } problem ? new(figure, ImportOutcome.Refused, problem, null, null) : Compare(figure, figure.Value!, current, name))]);

    private static ImportLine Compare(ImportedFigure figure, RecordedValue value, IReadOnlyDictionary<(int, int, Month), CurrentValue> current, string name)
    {
        var measure = figure.Measure!;
        var text = Text(value.Kind, value.Numerator, value.Denominator, null, null, measure);
        if (!current.TryGetValue((measure.Id, figure.Area!.Id, figure.Month!.Value), out var now))
            return new(figure, ImportOutcome.New, text, value, null);
        var before = Text(now.Kind, now.Numerator, now.Denominator, now.Printed, now.PrintedDecimals, measure);
        if (IsSame(now, value))
            return new(figure, ImportOutcome.Unchanged, text, null, now.ObservationId);
        if (now.Status == ValueStatus.Approved)
            return new(figure, ImportOutcome.Refused, $"{figure.Cell}: {figure.Month} in {figure.Area.Name} is approved and locked: it says {before}. Unlock it first, or take the figure out.", null, now.ObservationId);
        return new(figure, ImportOutcome.Changed, value.Kind == ValueKind.NotCaptured && before == text ? $"{text}: the reason is another" : $"was {before}, is {text}",
            value with { Reason = value.Reason ?? Reason(name, figure.Cell) }, now.ObservationId);
    }

    private static bool IsSame(CurrentValue now, RecordedValue value) =>
        now.Kind == value.Kind && now.Numerator == value.Numerator && now.Denominator == value.Denominator && (value.Kind != ValueKind.NotCaptured || now.Reason == value.Reason);

    private static string Reason(string name, string cell) =>
        $"Imported from {(name.Length <= 200 ? name : name[..200])}, cell {cell}";

    private static string Text(ValueKind kind, long? numerator, long? denominator, decimal? printed, int? decimals, ImportMeasure measure) =>
        kind == ValueKind.Counted && denominator is { } all
            ? $"{Words.Count(numerator ?? 0)} {(measure.Unit == MeasureUnit.Percentage ? "of" : "÷")} {Words.Count(all)}"
            : RevisionText.Of(kind, numerator, denominator, printed, decimals, new MeasureShape(measure.Id, measure.Unit, 0, Polarity.None, measure.Period));

    private static string MarkOf(IReadOnlyList<ImportLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line.Figure.Cell}|{line.Figure.Measure?.Id}|{line.Figure.Area?.Id}|{line.Figure.Month?.ToNumber()}|{line.What}|{line.Detail}\n")));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
