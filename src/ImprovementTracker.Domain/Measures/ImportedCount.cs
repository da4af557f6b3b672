using System.Text.RegularExpressions;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A cell with its place: B7.</summary>
public sealed record PlacedCell(SheetCell Cell, string Address);

/// <summary>The rule for one value of a spreadsheet: what its cells record, or why they cannot be recorded.</summary>
public static partial class ImportedCount
{
    private static readonly HashSet<string> NotCapturedMarks = ["n/a", "na", "n.a.", "n.a", "not captured", "not collected", "not recorded", "not available", "-", "--", "\u2013", "\u2014"];

    /// <summary>The value, or the sentence with its cell; neither where the cells say nothing.</summary>
    /// <param name="numerator">Null where the file has no such cell.</param>
    /// <param name="value">The figure of a plain number.</param>
    /// <param name="reason">Null where the file gives none.</param>
    public static (RecordedValue? Value, string? Problem) Read(ImportMeasure measure, PlacedCell? numerator, PlacedCell? denominator, PlacedCell? value, string? reason)
    {
        var said = new[] { numerator, denominator, value }.OfType<PlacedCell>().Where(cell => !cell.Cell.IsEmpty).ToList();
        if (said.Count == 0)
            return (null, null);
        if (said.Find(cell => cell.Cell.Kind == CellKind.Error) is { } error)
            return At(error, $"The cell holds the error {error.Cell.Text}. Correct its formula, or write 'not captured'.");
        if (said.TrueForAll(IsNotCaptured))
            return (RecordedValue.NotCaptured(Shortened(reason ?? $"{SheetText.Quote(said[0].Cell.Text)} in the imported file")!), null);
        return measure.Unit.HasDenominator() ? ReadShare(measure, Said(numerator), Said(denominator), Said(value), reason) : ReadNumber(measure, Said(numerator), Said(denominator), Said(value), reason);
    }

    private static (RecordedValue?, string?) ReadNumber(ImportMeasure measure, PlacedCell? numerator, PlacedCell? denominator, PlacedCell? value, string? reason)
    {
        if (denominator is not null && !IsNotCaptured(denominator))
            return At(denominator, $"{measure.Name} is a plain number and has no denominator. Leave this cell empty.");
        if (numerator is not null && value is not null && numerator.Cell.Text != value.Cell.Text)
            return At(value, $"This is not the number that stands in {numerator.Address}. Keep one of the two.");
        var cell = numerator ?? value ?? denominator!;
        return TryRead(cell.Cell, out var number) ? (RecordedValue.Counted(number, null) with { Reason = Shortened(reason) }, null) : At(cell, NoCount(cell, measure));
    }

    private static (RecordedValue?, string?) ReadShare(ImportMeasure measure, PlacedCell? numerator, PlacedCell? denominator, PlacedCell? value, string? reason)
    {
        var both = $"the number of {measure.Numerator} and the number of {measure.Denominator}";
        if (numerator is null && denominator is null)
            return At(value!, $"{measure.Name} is a {measure.Unit.Label()}: give {both}, as numerator and denominator. A figure without its counts, as a document states it, cannot be imported.");
        if (numerator is null)
            return At(denominator!, $"The numerator is missing: {measure.Name} needs {both}.");
        if (denominator is null)
            return At(numerator, $"The denominator is missing: {measure.Name} needs {both}.");
        if (!TryRead(numerator.Cell, out var part))
            return At(numerator, NoCount(numerator, measure));
        if (!TryRead(denominator.Cell, out var all))
            return At(denominator, NoCount(denominator, measure));
        if (measure.NumeratorIsPart && part > all)
            return At(numerator, $"{Words.Count(part)} is more than the {Words.Count(all)} {measure.Denominator} in {denominator.Address}. Check both: these cases are counted among them.");
        return (RecordedValue.Counted(part, all) with { Reason = Shortened(reason) }, null);
    }

    private static string NoCount(PlacedCell cell, ImportMeasure measure)
    {
        var text = SheetText.Quote(cell.Cell.Text);
        if (IsNotCaptured(cell))
            return $"{text} stands beside a number. Give both numbers, or mark both as not captured.";
        if (measure.Unit.HasDenominator() && (cell.Cell.Text.EndsWith('%') || cell.Cell is { Kind: CellKind.Number, Number: > 0 and < 1 }))
            return $"{text} is a percentage, not a count. Give the counts that it was worked out from.";
        return $"{text} is no whole number. {WholeNumber.Advice}";
    }

    /// <summary>Reads 464, 1,598 and 464.0; 4,64 is no number here, since elsewhere it is four and a half.</summary>
    private static bool TryRead(SheetCell cell, out long number)
    {
        number = 0;
        if (cell.Kind == CellKind.Number)
        {
            if (cell.Number is < 0 or > ObservationRevision.LargestCount || Math.Abs(cell.Number - Math.Round(cell.Number)) > 1e-9)
                return false;
            number = (long)Math.Round(cell.Number);
            return true;
        }
        return cell.Kind == CellKind.Text && Whole().Match(cell.Text) is { Success: true } whole && WholeNumber.TryRead(whole.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), out number);
    }

    private static PlacedCell? Said(PlacedCell? cell) => cell is null || cell.Cell.IsEmpty ? null : cell;

    private static bool IsNotCaptured(PlacedCell cell) => cell.Cell.Kind == CellKind.Text && NotCapturedMarks.Contains(SheetText.Key(cell.Cell.Text));

    private static (RecordedValue?, string?) At(PlacedCell cell, string sentence) => (null, $"{cell.Address}: {sentence}");

    private static string? Shortened(string? reason) =>
        reason is null ? null : reason.Length <= ObservationRevision.ReasonLength ? reason : reason[..(ObservationRevision.ReasonLength - 1)] + "…";

    [GeneratedRegex(@"^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.0+)?$")]
    private static partial Regex Whole();
}
