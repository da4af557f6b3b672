using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A cell of an export: text, a month, or a number with the decimals in which it is shown.</summary>
public readonly record struct ExportCell(string? Text, Month? Month, decimal? Number, int Decimals)
{
    public static ExportCell Empty => default;

    public static ExportCell Of(string? text) => new(SheetText.Plain(text) is { Length: > 0 } plain ? plain : null, null, null, 0);

    public static ExportCell Of(Month month) => new(null, month, null, 0);

    public static ExportCell Of(decimal? number, int decimals = 0) => new(null, null, number, decimals);
}

/// <summary>A column of an export.</summary>
/// <param name="Meaning">What a reader of the file must know of it, as a sentence.</param>
/// <param name="Width">In a workbook, in letters.</param>
public sealed record FigureColumn(string Heading, string Meaning, int Width, Func<ExportedFigure, ExportCell> Of);

/// <summary>
/// The form in which figures leave the program: a row for each value, under headings that an import knows. The columns after
/// the reason are for people; an import passes them over.
/// </summary>
public static class FigureSheet
{
    private const string NotCaptured = "not captured";
    private const string Withheld = "withheld";

    public static readonly IReadOnlyList<FigureColumn> Columns =
    [
        new("Measure", "The measure's name in addresses and files, which stays.", 28, figure => ExportCell.Of(figure.Measure.Code)),
        new("Name", "The measure's name.", 34, figure => ExportCell.Of(figure.Measure.Name)),
        new("Area", "The place or team that the value was recorded for.", 22, figure => ExportCell.Of(figure.Area)),
        new("Month", "The month that the value speaks of.", 11, figure => ExportCell.Of(figure.Month)),
        new("Numerator", "Of a percentage, an average or a rate: how many cases counted.", 12, figure => figure.HasCounts ? Count(figure, figure.Row.Numerator) : ExportCell.Empty),
        new("Denominator", "Among how many.", 12, figure => figure is { HasCounts: true, IsNotCaptured: false } ? Count(figure, figure.Row.Denominator) : ExportCell.Empty),
        new("Value", "Of a plain number: the count.", 12, figure => figure is { HasNumber: true } ? Count(figure, figure.Row.Numerator) : ExportCell.Empty),
        new("Stated", "The figure as a document printed it, without its counts.", 10, figure => figure.IsStated ? Printed(figure) : ExportCell.Empty),
        new("Reason", "Why it was not captured, is withheld, or is another than before.", 40, figure => ExportCell.Of(figure.Reason)),
        new("Comes to", "What the value comes to in the measure's unit: 464 of 610 comes to 76.07 (per cent).", 10, figure => figure.IsOwnPeriod ? ExportCell.Of(figure.ComesTo, figure.Measure.Decimals) : ExportCell.Empty),
        new("Unit", "What kind of figure the measure is.", 12, figure => ExportCell.Of(figure.Measure.Unit.Label())),
        new("Status", "Provisional until another person approves it.", 13, figure => ExportCell.Of(figure.Row.Status == ValueStatus.Approved ? "approved" : "provisional")),
        new("Revised", "Another number was recorded before.", 9, figure => ExportCell.Of(figure.Row.IsRevised ? "revised" : null)),
        new("Illustrative", "Invented for the demonstration.", 12, figure => ExportCell.Of(figure.Row.IsIllustrative ? "illustrative" : null)),
        new("Source", "The document that states it, with its paragraph.", 30, figure => ExportCell.Of(Words.Cite(figure.Row.Source, figure.Row.Paragraph))),
        new("Quoted", "A figure that a document states for a stretch of time other than the measure's own: beside the series, never in it.", 10, figure => figure.IsOwnPeriod ? ExportCell.Empty : figure.IsWithheld || figure.Row.Kind == ValueKind.Stated ? Printed(figure) : ExportCell.Of(figure.ComesTo, figure.Measure.Decimals)),
        new("Quoted for", "That stretch of time.", 26, figure => ExportCell.Of(figure.IsOwnPeriod ? null : figure.Row.Period.Label())),
    ];

    /// <summary>Whether the sheet has the headings of an export, and no others.</summary>
    public static bool IsExport(Sheet sheet) =>
        sheet.Rows is [var first, ..] && first.Cells.Select(cell => cell.Text).SequenceEqual(Columns.Select(column => column.Heading), StringComparer.Ordinal);

    private static ExportCell Count(ExportedFigure figure, long? count) =>
        figure.IsWithheld ? ExportCell.Of(Withheld) : figure.IsNotCaptured ? ExportCell.Of(NotCaptured) : ExportCell.Of(count);

    private static ExportCell Printed(ExportedFigure figure) => figure.IsWithheld ? ExportCell.Of(Withheld) : ExportCell.Of(figure.Row.Printed, figure.Row.PrintedDecimals ?? 0);
}
