using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ImprovementTracker.Documents.Reports;

/// <summary>The styles of the report: Word's own where Word has one (so that its navigation and contents list work), ours for the rest.</summary>
internal static class WordStyles
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Body = "Normal";
    public const string Numbered = "ListNumber";
    public const string Bullet = "ListBullet";
    public const string BulletBelow = "ListBullet2";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Authority = "Authority";
    public const string Marking = "Marking";
    public const string Details = "ReportDetails";
    public const string Officers = "ReportOfficers";
    public const string Definition = "MeasureDefinition";
    public const string Sentence = "MeasureSentence";
    public const string Chart = "Chart";
    public const string End = "ReportEnd";
    public const string TableHeading = "TableHeading";
    public const string TableText = "TableText";
    public const string Figures = "FiguresTable";

    /// <summary>Of the text in tables, in half points.</summary>
    public const int TableTextSize = 20;

    public static Styles Create()
    {
        var styles = new Styles(Defaults());
        styles.Append(WordNeeds());
        styles.Append(Headings());
        styles.Append(Lists());
        styles.Append(FrontPage());
        styles.Append(Appendix());
        styles.Append(Margins());
        return styles;
    }

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle
        {
            RunFonts = new RunFonts { Ascii = WordLook.Font, HighAnsi = WordLook.Font, EastAsia = WordLook.Font, ComplexScript = WordLook.Font },
            Color = new Color { Val = WordLook.Ink },
            FontSize = new FontSize { Val = "24" },
            FontSizeComplexScript = new FontSizeComplexScript { Val = "24" },
            Languages = new Languages { Val = WordLook.Language, EastAsia = WordLook.Language, Bidi = "ar-SA" },
        }),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { SpacingBetweenLines = Space(0, 160, 288) }));

    private static IEnumerable<Style> WordNeeds() =>
    [
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = Body, Default = true },
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }, new SemiHidden(), new UnhideWhenUsed())
        {
            Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true,
        },
        new Style(new StyleName { Val = "No List" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed())
        {
            Type = StyleValues.Numbering, StyleId = "NoList", Default = true,
        },
        .. WordTableStyle.WithItsBase(),
    ];

    private static IEnumerable<Style> Headings() =>
    [
        Named(Title, "Title", 10, Text(52, WordLook.Deep, bold: true),
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(80, 120, 252) }),
        Named(Subtitle, "Subtitle", 11, Text(30, WordLook.Ink),
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(0, 200, 264) }),
        Named(Heading1, "heading 1", 9, Text(34, WordLook.Deep, bold: true),
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(440, 120, 252), OutlineLevel = new() { Val = 0 } }),
        Named(Heading2, "heading 2", 9, Text(27, WordLook.Deep, bold: true),
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(320, 100, 252), OutlineLevel = new() { Val = 1 } }),
    ];

    private static IEnumerable<Style> Lists() =>
    [
        InList(Numbered, "List Number", WordNumbering.Paragraphs, 160),
        InList(Bullet, "List Bullet", WordNumbering.Bullets, 80),
        InList(BulletBelow, "List Bullet 2", WordNumbering.BulletsBelow, 80),
    ];

    private static IEnumerable<Style> FrontPage() =>
    [
        Own(Marking, "Marking", Text(24, WordLook.Warning, bold: true), new()
        {
            KeepLines = new(),
            // The upper and lower border only widen the ground.
            ParagraphBorders = new()
            {
                TopBorder = Rule<TopBorder>(4, WordLook.WarningWash, 5),
                LeftBorder = Rule<LeftBorder>(36, WordLook.Warning, 8),
                BottomBorder = Rule<BottomBorder>(4, WordLook.WarningWash, 5),
            },
            Shading = new() { Val = ShadingPatternValues.Clear, Color = "auto", Fill = WordLook.WarningWash },
            SpacingBetweenLines = Space(0, 360, 312),
            Indentation = new() { Left = "227" },
        }),
        Own(Authority, "Authority", Text(28, WordLook.Deep, bold: true),
            new() { KeepNext = new(), ParagraphBorders = new() { TopBorder = Rule<TopBorder>(36, WordLook.Deep, 10) }, SpacingBetweenLines = Space(0, 240, 264) }),
        // Word draws one rule for neighbours of one style: below the last of the details, above the first of the officers.
        Own(Details, "Report details", Text(22, WordLook.Quiet),
            new() { ParagraphBorders = new() { BottomBorder = Rule<BottomBorder>(6, WordLook.Line, 10) }, SpacingBetweenLines = Space(0, 40, 264) }),
        Own(Officers, "Report officers", Text(24, WordLook.Ink), new()
        {
            KeepLines = new(),
            ParagraphBorders = new() { TopBorder = Rule<TopBorder>(6, WordLook.Line, 10) },
            SpacingBetweenLines = Space(120, 80, 276),
        }),
    ];

    private static IEnumerable<Style> Appendix() =>
    [
        Own(Definition, "Measure definition", Text(22, WordLook.Quiet),
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(0, 100, 264) }),
        Own(Sentence, "Measure sentence", Text(24, WordLook.Ink, bold: true),
            new() { KeepNext = new(), KeepLines = new(), SpacingBetweenLines = Space(0, 120, 276) }),
        Own(Chart, "Chart", Text(24, WordLook.Ink),
            new() { KeepNext = new(), SpacingBetweenLines = Space(0, 120, 240) }),
        Own(TableHeading, "Table heading", Text(20, WordLook.Quiet, bold: true),
            new() { KeepNext = new(), SpacingBetweenLines = Space(0, 0, 252) }),
        Own(TableText, "Table text", Text(TableTextSize, WordLook.Ink),
            new() { SpacingBetweenLines = Space(0, 0, 252) }),
        Own(End, "Report end", Text(2, WordLook.Ink),
            new() { SpacingBetweenLines = new() { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact } }),
    ];

    private static IEnumerable<Style> Margins() =>
    [
        Named(Header, "header", 99, Text(18, WordLook.Quiet), new() { Tabs = RightTab(), SpacingBetweenLines = Space(0, 40, 252) }, primary: false),
        Named(Footer, "footer", 99, Text(18, WordLook.Quiet), new()
        {
            ParagraphBorders = new() { TopBorder = Rule<TopBorder>(6, WordLook.Line, 8) },
            Tabs = RightTab(),
            SpacingBetweenLines = Space(0, 0, 252),
        }, primary: false),
    ];

    private static Style Named(string id, string name, int priority, StyleRunProperties text, StyleParagraphProperties paragraph, bool primary = true)
    {
        var style = new Style(new StyleName { Val = name }, new BasedOn { Val = Body }) { Type = StyleValues.Paragraph, StyleId = id };
        // After a heading an officer goes on writing body text.
        if (primary)
            style.Append(new NextParagraphStyle { Val = Body });
        style.Append(new UIPriority { Val = priority });
        if (primary)
            style.Append(new PrimaryStyle());
        style.Append(paragraph, text);
        return style;
    }

    private static Style Own(string id, string name, StyleRunProperties text, StyleParagraphProperties paragraph) =>
        new(new StyleName { Val = name }, new BasedOn { Val = Body }, new UIPriority { Val = 30 }, new PrimaryStyle(), paragraph, text)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };

    private static Style InList(string id, string name, int list, int after) =>
        new(new StyleName { Val = name }, new BasedOn { Val = Body }, new UIPriority { Val = 36 }, new PrimaryStyle(), new StyleParagraphProperties
        {
            NumberingProperties = new NumberingProperties(new NumberingId { Val = list }),
            SpacingBetweenLines = Space(0, after, 288),
        })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };

    private static StyleRunProperties Text(int halfPoints, string colour, bool bold = false)
    {
        var size = halfPoints.ToString(CultureInfo.InvariantCulture);
        var look = new StyleRunProperties { Color = new Color { Val = colour }, FontSize = new FontSize { Val = size }, FontSizeComplexScript = new FontSizeComplexScript { Val = size } };
        if (bold)
        {
            look.Bold = new Bold();
            look.BoldComplexScript = new BoldComplexScript();
        }
        return look;
    }

    private static SpacingBetweenLines Space(int before, int after, int line) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
        Line = line.ToString(CultureInfo.InvariantCulture),
        LineRule = LineSpacingRuleValues.Auto,
    };

    private static TBorder Rule<TBorder>(uint eighths, string colour, uint space) where TBorder : BorderType, new() =>
        new() { Val = BorderValues.Single, Size = eighths, Color = colour, Space = space };

    private static Tabs RightTab() => new(new TabStop { Val = TabStopValues.Right, Position = WordLook.TextWidth });
}
