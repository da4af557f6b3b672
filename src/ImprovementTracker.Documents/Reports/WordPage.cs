using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Documents.Reports;

/// <summary>The sheet: A4 upright, the marking at the head of every page, when the figures were read and 'Page 1 of 4' at the foot.</summary>
internal static class WordPage
{
    /// <summary>Adds headers and footers to the file and gives back the properties that use them, the last thing in the body.</summary>
    public static SectionProperties AddTo(MainDocumentPart main, CommitteeReport report)
    {
        // The first page has authority and title in large letters, so its header does not say them again.
        main.AddNewPart<HeaderPart>("rId4").Header = new Header(Lines(MarkingLine(report.Marking), null));
        main.AddNewPart<HeaderPart>("rId5").Header = new Header(Lines(MarkingLine(report.Marking), RunningTitle(report)));
        main.AddNewPart<FooterPart>("rId6").Footer = new Footer(Foot(report));
        main.AddNewPart<FooterPart>("rId7").Footer = new Footer(Foot(report));
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.First, Id = "rId4" },
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId5" },
            new FooterReference { Type = HeaderFooterValues.First, Id = "rId6" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId7" },
            new PageSize { Width = WordLook.PageWidth, Height = WordLook.PageHeight, Orient = PageOrientationValues.Portrait },
            new PageMargin { Top = 1418, Bottom = 1304, Left = WordLook.SideMargin, Right = WordLook.SideMargin, Header = 680, Footer = 567, Gutter = 0 },
            new TitlePage());
    }

    public static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 720 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        // Without the mode of a current Word the file would open in compatibility mode.
        new Compatibility(
            Setting(CompatSettingNameValues.CompatibilityMode, "15"),
            Setting(CompatSettingNameValues.OverrideTableStyleFontSizeAndJustification, "1"),
            Setting(CompatSettingNameValues.EnableOpenTypeFeatures, "1"),
            Setting(CompatSettingNameValues.DoNotFlipMirrorIndents, "1"),
            Setting(CompatSettingNameValues.DifferentiateMultirowTableHeaders, "1")),
        new ThemeFontLanguages { Val = WordLook.Language },
        new DecimalSymbol { Val = "." },
        new ListSeparator { Val = "," });

    private static CompatibilitySetting Setting(CompatSettingNameValues name, string value) =>
        new() { Name = name, Uri = "http://schemas.microsoft.com/office/word", Val = value };

    private static IEnumerable<OpenXmlElement> Lines(Paragraph? first, Paragraph? second) =>
        (first, second) is (null, null) ? [WordParts.Paragraph(WordStyles.Header)] : new[] { first, second }.OfType<OpenXmlElement>();

    private static Paragraph? MarkingLine(string? marking)
    {
        if (marking is null)
            return null;
        var run = WordParts.Bold(WordParts.Plain(marking));
        run.RunProperties!.Color = new Color { Val = WordLook.Warning };
        return WordParts.Paragraph(WordStyles.Header, run);
    }

    private static Paragraph RunningTitle(CommitteeReport report) =>
        WordParts.Paragraph(WordStyles.Header, WordParts.Plain($"{report.Authority}: {report.Title}"));

    private static Paragraph Foot(CommitteeReport report) => WordParts.Paragraph(
        WordStyles.Footer,
        WordParts.Run(WordParts.Plain(report.AsKnownAt)),
        new Run(new TabChar()),
        WordParts.Run("Page "),
        Field(" PAGE "),
        WordParts.Run(" of "),
        Field(" NUMPAGES "));

    private static SimpleField Field(string instruction) => new(WordParts.Run("1")) { Instruction = instruction };
}
