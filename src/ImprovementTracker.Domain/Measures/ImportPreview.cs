using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What importing a spreadsheet would do, value by value. Nothing is recorded as long as anything is refused.</summary>
public sealed class ImportPreview
{
    private ImportPreview(IReadOnlyList<ImportLine> lines)
    {
        Lines = lines;
        Counts = Enum.GetValues<ImportOutcome>().ToDictionary(what => what, what => lines.Count(line => line.What == what));
        FarFromEarlier = lines.Count(line => line.Usual is not null);
        ToExplain = lines.Count(line => line.AsksWhy);
        Differing = lines.Count(line => line.Differs is not null);
        Mark = MarkOf(lines);
    }

    public IReadOnlyList<ImportLine> Lines { get; }
    public IReadOnlyDictionary<ImportOutcome, int> Counts { get; }

    /// <summary>How many values would be recorded that lie far from the earlier months.</summary>
    public int FarFromEarlier { get; }

    /// <summary>How many of them say nothing of why; one reason for all of them has to be given.</summary>
    public int ToExplain { get; }

    /// <summary>How many lines warn of an own value that is not the sum of its parts.</summary>
    public int Differing { get; }

    /// <summary>How many values would be recorded.</summary>
    public int ToRecord => Counts[ImportOutcome.New] + Counts[ImportOutcome.Changed];

    public bool CanBeRecorded => ToRecord > 0 && Counts[ImportOutcome.Refused] == 0;

    /// <summary>Stands for what would be done, so that what is recorded is what was looked at.</summary>
    public string Mark { get; }

    /// <param name="last">The last month that can be recorded.</param>
    /// <param name="name">The file's name, for the reason of values that change.</param>
    public static ImportPreview Of(IEnumerable<ImportedFigure> figures, IReadOnlyDictionary<(int Measure, int Area, Month Month), CurrentValue> current, Month last, string name) =>
        new([.. figures.Select(figure => figure.Value is { } value ? Compare(figure, value, current, last, name) : Refused(figure))]);

    private static ImportLine Refused(ImportedFigure figure) => new(figure, ImportOutcome.Refused, figure.Problem!, null, null);

    internal ImportPreview With(Func<ImportLine, ImportLine> remark) => new([.. Lines.Select(remark)]);

    private static ImportLine Compare(ImportedFigure figure, RecordedValue value, IReadOnlyDictionary<(int, int, Month), CurrentValue> current, Month last, string name)
    {
        var (measure, area, month) = (figure.Measure!, figure.Area!, figure.Month!.Value);
        var text = Text(value, measure);
        var now = current.GetValueOrDefault((measure.Shape.Id, area.Id, month));
        if (now is not null && IsSame(now.Value, value))
            return new(figure, ImportOutcome.Unchanged, text, null, now);
        if (figure.Problem is not null)
            return Refused(figure);
        if (MonthChecks.OutOfPlace(measure, area, month, last) is { } outOfPlace)
            return new(figure, ImportOutcome.Refused, $"{figure.Cell}: {outOfPlace}", null, now);
        if (now is null)
            return new(figure, ImportOutcome.New, text, value, null);
        var before = Text(now.Value, measure);
        if (now.Value is { Status: ValueStatus.Approved, Kind: not ValueKind.TakenBack })
            return new(figure, ImportOutcome.Refused, $"{figure.Cell}: {month} in {area.Name} is approved and locked: it says {before}. Unlock it first, or take the figure out.", null, now);
        return new(figure, ImportOutcome.Changed, value.Kind == ValueKind.NotCaptured && before == text ? $"{text}: the reason is another" : $"was {before}, is {text}",
            value with { Reason = value.Reason ?? Reason(name, figure.Cell) }, now);
    }

    /// <summary>A reason comes back from a file on one line.</summary>
    private static bool IsSame(RecordedValue now, RecordedValue value) =>
        value.SaysTheSameAs(now) || (value.Kind == ValueKind.NotCaptured && now.Kind == value.Kind && SheetText.Plain(now.Reason) == SheetText.Plain(value.Reason));

    private static string Reason(string name, string cell) =>
        $"Imported from {(name.Length <= 200 ? name : name[..200])}, cell {cell}";

    /// <summary>464 of 610, without its share: that is worked out from the counts.</summary>
    private static string Text(RecordedValue value, MeasureToRecord measure) =>
        value is { Kind: ValueKind.Counted, Numerator: { } numerator, Denominator: { } all } ? FigureText.Counts(numerator, all, measure.Shape.Unit)
            : RevisionText.Of(value.Kind, value.Numerator, value.Denominator, value.Printed, (int?)value.Printed?.Scale, measure.Shape);

    private static string MarkOf(IReadOnlyList<ImportLine> lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{line.Figure.Cell}|{line.Figure.Measure?.Shape.Id}|{line.Figure.Area?.Id}|{line.Figure.Month?.ToNumber()}|{line.What}|{line.Detail}|{line.AsksWhy}\n")));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
