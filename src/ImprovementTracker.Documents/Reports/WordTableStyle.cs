using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ImprovementTracker.Documents.Reports;

/// <summary>How a table of figures looks: lines between the rows, a strong one below the header, no boxes.</summary>
internal static class WordTableStyle
{
    /// <summary>Figures at the right of their column stand off from the words at the left of the next.</summary>
    public const int RoomAfterFigure = 260;
    private const short Side = 85;
    private const int Narrowest = 1150;
    private const int Widest = 2300;

    /// <summary>As wide as its longest text, within what leaves the last column enough room.</summary>
    public static int ColumnWidth(IEnumerable<string> texts, bool isFigure)
    {
        // Bold letters, and an office that measures a little otherwise, get a tenth more.
        var longest = texts.Select(text => TextWidth.Of(text) * WordStyles.TableTextSize * 10 * 1.1).DefaultIfEmpty(0).Max();
        return Math.Clamp((int)Math.Ceiling(longest) + Side + (isFigure ? RoomAfterFigure : Side), Narrowest, Widest);
    }

    public static IEnumerable<Style> WithItsBase() =>
    [
        new Style(
            new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(),
            new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, CellMargins(0, 108)))
        {
            Type = StyleValues.Table, StyleId = "TableNormal", Default = true,
        },
        new Style(
            new StyleName { Val = "Figures table" }, new BasedOn { Val = "TableNormal" }, new UIPriority { Val = 40 }, new PrimaryStyle(),
            new StyleTableProperties(
                new TableBorders(
                    new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = WordLook.Quiet },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Space = 0, Color = WordLook.Line }),
                CellMargins(38, Side)),
            new TableStyleProperties(
                new TableStyleConditionalFormattingTableCellProperties(
                    new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 0, Color = WordLook.Ink }),
                    new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom }))
            {
                Type = TableStyleOverrideValues.FirstRow,
            })
        {
            Type = StyleValues.Table, StyleId = WordStyles.Figures, CustomStyle = true,
        },
    ];

    private static TableCellMarginDefault CellMargins(short upright, short side) => new(
        new TopMargin { Width = Text(upright), Type = TableWidthUnitValues.Dxa },
        new TableCellLeftMargin { Width = side, Type = TableWidthValues.Dxa },
        new BottomMargin { Width = Text(upright), Type = TableWidthUnitValues.Dxa },
        new TableCellRightMargin { Width = side, Type = TableWidthValues.Dxa });

    private static string Text(short width) => width.ToString(CultureInfo.InvariantCulture);
}
