using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace ImprovementTracker.Documents.Reports;

/// <summary>Letters and strokes of a chart, as its lines, axes and labels share them.</summary>
internal static class ChartParts
{
    private const int MostMonthLabels = 14;

    /// <summary>1 for a label under every month, 2 for every second...</summary>
    public static int MonthsBetweenLabels(int months) => Math.Max(1, (months + MostMonthLabels - 1) / MostMonthLabels);

    public static A.Outline Stroke(int width, string colour, A.PresetLineDashValues dash = A.PresetLineDashValues.Solid) => new(
        new A.SolidFill(new A.RgbColorModelHex { Val = colour }), new A.PresetDash { Val = dash }, new A.Round())
    {
        Width = width,
        CapType = A.LineCapValues.Flat,
    };

    /// <summary>Words that lie level and break into lines rather than turn on their side.</summary>
    public static C.TextProperties Letters(string colour, bool bold = false, int turned = 0, int points = ChartLabels.ValuePoints) => new(
        new A.BodyProperties { Rotation = turned, Vertical = A.TextVerticalValues.Horizontal, Wrap = A.TextWrappingValues.Square, Anchor = A.TextAnchoringTypeValues.Center },
        new A.ListStyle(),
        new A.Paragraph(new A.ParagraphProperties(Type<A.DefaultRunProperties>(colour, bold, points)), new A.EndParagraphRunProperties { Language = WordLook.Language }));

    /// <summary>An axis's unit, level above the axis instead of turned beside it.</summary>
    public static C.Title TitleAbove(string text) => new(
        new C.ChartText(new C.RichText(
            new A.BodyProperties { Rotation = 0, Vertical = A.TextVerticalValues.Horizontal },
            new A.ListStyle(),
            new A.Paragraph(
                new A.ParagraphProperties(Type<A.DefaultRunProperties>(WordLook.Quiet, false, ChartLabels.ValuePoints)),
                new A.Run(RunType(), new A.Text(text))))),
        new C.Layout(new C.ManualLayout(
            new C.LeftMode { Val = C.LayoutModeValues.Edge },
            new C.TopMode { Val = C.LayoutModeValues.Edge },
            new C.Left { Val = 0 },
            new C.Top { Val = 0 })),
        new C.Overlay { Val = true });

    private static A.RunProperties RunType()
    {
        var type = Type<A.RunProperties>(WordLook.Quiet, false, ChartLabels.ValuePoints);
        type.Language = WordLook.Language;
        return type;
    }

    private static TProperties Type<TProperties>(string colour, bool bold, int points) where TProperties : A.TextCharacterPropertiesType, new()
    {
        var type = new TProperties { FontSize = points * 100, Bold = bold };
        type.Append(
            new A.SolidFill(new A.RgbColorModelHex { Val = colour }),
            new A.LatinFont { Typeface = WordLook.Font },
            new A.ComplexScriptFont { Typeface = WordLook.Font });
        return type;
    }
}
