using System.Globalization;
using System.Text.RegularExpressions;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A cell with its place: B7.</summary>
public sealed record PlacedCell(SheetCell Cell, string Address);

/// <summary>Reads one value of a spreadsheet: what its cells record, or why they cannot be recorded; by the rules of <see cref="MonthChecks"/>.</summary>
public static partial class ImportedCount
{
    private static readonly HashSet<string> NotCapturedMarks = ["n/a", "na", "n.a.", "n.a", "not captured", "not collected", "not recorded", "not available", "-", "--", "\u2013", "\u2014"];

    /// <summary>The value, or the sentence with its cell; neither where the cells say nothing.</summary>
    /// <param name="numerator">Null where the file has no such cell.</param>
    /// <param name="value">The figure of a plain number.</param>
    /// <param name="reason">Null where the file gives none.</param>
    /// <param name="stated">The figure as a document states it.</param>
    public static (RecordedValue? Value, string? Problem) Read(MeasureToRecord measure, PlacedCell? numerator, PlacedCell? denominator, PlacedCell? value, string? reason, PlacedCell? stated = null)
    {
        var said = new[] { numerator, denominator, value, stated }.OfType<PlacedCell>().Where(cell => !cell.Cell.IsEmpty).ToList();
        if (said.Count == 0)
            return (null, null);
        if (said.Find(cell => cell.Cell.Kind == CellKind.Error) is { } error)
            return At(error, $"The cell holds the error {error.Cell.Text}. Correct its formula, or write 'not captured'.");
        if (said.TrueForAll(IsNotCaptured))
            return (RecordedValue.NotCaptured(Shortened(reason ?? $"{SheetText.Quote(said[0].Cell.Text)} in the imported file")!), null);
        if (Said(stated) is { } printed)
            return said.Count > 1 ? At(printed, "A figure as a document states it stands beside counts. Keep one of the two.") : ReadStated(printed);
        return measure.Shape.Unit.HasDenominator() ? ReadShare(measure, Said(numerator), Said(denominator), Said(value), reason) : ReadNumber(measure, Said(numerator), Said(denominator), Said(value), reason);
    }

    /// <summary>The document that states it is not in the file: so it is compared with what is recorded, and never recorded.</summary>
    private static (RecordedValue?, string?) ReadStated(PlacedCell cell)
    {
        var isNumber = PlainNumber.TryRead(cell.Cell.Text, out var printed);
        if (!isNumber || cell.Cell.Kind is not (CellKind.Text or CellKind.Number))
            return At(cell, $"{SheetText.Quote(cell.Cell.Text)} is no number. {PlainNumber.Advice}");
        return (new(ValueKind.Stated, null, null, printed, null), At(cell, "A figure that a document states without its counts is not recorded by an import. Leave it as it was exported, or give its counts.").Problem);
    }

    private static (RecordedValue?, string?) ReadNumber(MeasureToRecord measure, PlacedCell? numerator, PlacedCell? denominator, PlacedCell? value, string? reason)
    {
        if (denominator is not null && !IsNotCaptured(denominator))
            return At(denominator, $"{measure.Name} is a plain number and has no denominator. Leave this cell empty.");
        if (numerator is not null && value is not null && numerator.Cell.Text != value.Cell.Text)
            return At(value, $"This is not the number that stands in {numerator.Address}. Keep one of the two.");
        return Checked(measure, numerator ?? value ?? denominator, null, reason);
    }

    private static (RecordedValue?, string?) ReadShare(MeasureToRecord measure, PlacedCell? numerator, PlacedCell? denominator, PlacedCell? value, string? reason) =>
        numerator is null && denominator is null
            ? At(value!, $"{measure.Name} is a {measure.Shape.Unit.Label()}: give the number of {measure.Numerator} and the number of {measure.Denominator}, as numerator and denominator. A figure without its counts, as a document states it, cannot be imported.")
            : Contradicts(measure, numerator, denominator, value) is { } sentence ? At(value!, sentence) : Checked(measure, numerator, denominator, reason);

    /// <summary>A percentage beside its counts must come out of them, to about the decimals it is written with; null where it does, or nothing can be said.</summary>
    private static string? Contradicts(MeasureToRecord measure, PlacedCell? numerator, PlacedCell? denominator, PlacedCell? value)
    {
        if (measure.Shape.Unit != MeasureUnit.Percentage || value is null || numerator is null || denominator is null
            || Number(numerator.Cell) is not { } top || Number(denominator.Cell) is not { } bottom || !WholeNumber.TryRead(top, out var part) || !WholeNumber.TryRead(bottom, out var all) || all == 0)
            return null;
        if (!PlainNumber.TryRead(value.Cell.Text.TrimEnd('%', ' '), out var said))
            return null;
        var share = 100m * part / all;
        // 0.5 is how Excel keeps 50%.
        decimal[] meant = !value.Cell.Text.EndsWith('%') && said <= 1 ? [said, 100 * said] : [said];
        return meant.Any(one => Math.Abs(one - share) <= 1) ? null
            : $"{SheetText.Quote(value.Cell.Text)} does not come out of {Words.Count(part)} of {Words.Count(all)}, which is {FigureText.Of(share, MeasureUnit.Percentage, 1)}. Correct the one that is wrong, or leave this cell empty.";
    }

    /// <summary>By the rules for what is typed, once the cells are read as numbers.</summary>
    private static (RecordedValue?, string?) Checked(MeasureToRecord measure, PlacedCell? numerator, PlacedCell? denominator, string? reason)
    {
        var typed = new TypedValue { Reason = Shortened(reason) };
        if (numerator is not null && (typed.Numerator = Number(numerator.Cell)) is null)
            return At(numerator, NoCount(numerator, measure));
        if (denominator is not null && (typed.Denominator = Number(denominator.Cell)) is null)
            return At(denominator, NoCount(denominator, measure));
        return MonthChecks.Wrong(typed, measure).FirstOrDefault() is { } wrong
            ? At((wrong.Property == nameof(TypedValue.Denominator) ? denominator ?? numerator : numerator ?? denominator)!, wrong.Sentence)
            : (MonthChecks.Read(typed, measure), null);
    }

    private static string NoCount(PlacedCell cell, MeasureToRecord measure)
    {
        var text = SheetText.Quote(cell.Cell.Text);
        if (IsNotCaptured(cell))
            return $"{text} stands beside a number. Give both numbers, or mark both as not captured.";
        if (measure.Shape.Unit.HasDenominator() && (cell.Cell.Text.EndsWith('%') || cell.Cell is { Kind: CellKind.Number, Number: > 0 and < 1 }))
            return $"{text} is a percentage, not a count. Give the counts that it was worked out from.";
        if (cell.Cell.Kind == CellKind.Text && cell.Cell.Text.EndsWith(".000", StringComparison.Ordinal))
            return $"{text} may be one number or a thousand times as much. {WholeNumber.Advice}";
        return $"{text} is no whole number. {WholeNumber.Advice}";
    }

    /// <summary>464 from 464, 1,598 from 1598.0 and '1 598'; null from 4,64, since elsewhere that is four and a half, and from 1.000, which is a thousand there.</summary>
    private static string? Number(SheetCell cell)
    {
        if (cell.Kind == CellKind.Number)
            return cell.Number is >= 0 and <= ObservationRevision.LargestCount && Math.Abs(cell.Number - Math.Round(cell.Number)) <= 1e-9 ? ((long)Math.Round(cell.Number)).ToString(CultureInfo.InvariantCulture) : null;
        return cell.Kind == CellKind.Text && Whole().Match(cell.Text) is { Success: true } whole && whole.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal) is var text && WholeNumber.TryRead(text, out _) ? text : null;
    }

    private static PlacedCell? Said(PlacedCell? cell) => cell is null || cell.Cell.IsEmpty ? null : cell;

    private static bool IsNotCaptured(PlacedCell cell) => cell.Cell.Kind == CellKind.Text && NotCapturedMarks.Contains(SheetText.Key(cell.Cell.Text));

    private static (RecordedValue? Value, string? Problem) At(PlacedCell cell, string sentence) => (null, $"{cell.Address}: {sentence}");

    private static string? Shortened(string? reason) =>
        reason is null ? null : reason.Length <= ObservationRevision.ReasonLength ? reason : reason[..(ObservationRevision.ReasonLength - 1)] + "…";

    [GeneratedRegex(@"^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(?!000$)0+)?$")]
    private static partial Regex Whole();
}
