using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ImprovementTracker.Domain.Reports;

namespace ImprovementTracker.Tests.Reports;

public class WordReportTests
{
    [Fact]
    public void The_file_and_the_workbooks_in_it_keep_every_rule_of_their_formats()
    {
        using var file = MadeReport.Opened(MadeReport.Report);
        var validator = new OpenXmlValidator(FileFormatVersions.Office2019);

        Assert.Empty(validator.Validate(file).Select(error => $"{error.Part?.Uri}: {error.Description}"));
        Assert.Equal(2, file.MainDocumentPart!.ChartParts.Count());
        foreach (var chart in file.MainDocumentPart.ChartParts)
        {
            using var workbook = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), false);
            Assert.Empty(validator.Validate(workbook).Select(error => error.Description));
        }
    }

    [Fact]
    public void Title_and_headings_have_the_styles_that_Word_navigates_by()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        Assert.Equal(["Safeguarding improvement"], TextsIn(file, "Title"));
        Assert.Equal(["Purpose", "Information", "Recommendation", "Notes", "Appendix A: measures"], TextsIn(file, "Heading1"));
        Assert.Equal(["Performance", "Inspection", "Initial assessments in time", "Referrals"], TextsIn(file, "Heading2"));
        Assert.Equal(("heading 1", 0), Outline(file, "Heading1"));
        Assert.Equal(("heading 2", 1), Outline(file, "Heading2"));
        Assert.Equal("Title", StyleOf(file, "Title").StyleName!.Val);
    }

    [Fact]
    public void Word_numbers_the_paragraphs_in_one_list_through_all_headings()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var numbered = Paragraphs(file).Where(paragraph => List(paragraph) is 1).ToList();
        Assert.Equal(
            ["To tell the committee of progress.", "Assessments are better in time:", "Caseloads fell.", "Inspectors came in February."],
            numbered.Select(paragraph => paragraph.InnerText));
        var numbering = file.MainDocumentPart!.NumberingDefinitionsPart!.Numbering;
        var list = numbering.Elements<NumberingInstance>().Single(instance => instance.NumberID! == 1);
        Assert.Empty(list.Elements<LevelOverride>());
        var level = numbering.Elements<AbstractNum>().Single(definition => definition.AbstractNumberId! == list.AbstractNumId!.Val!).Elements<Level>().First();
        Assert.Equal((NumberFormatValues.Decimal, "%1.", 1), (level.NumberingFormat!.Val!.Value, level.LevelText!.Val!.Value, level.StartNumberingValue!.Val!.Value));
    }

    [Fact]
    public void A_recommendation_has_no_number_and_a_point_has_a_bullet_of_Word()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        Assert.Null(List(ParagraphWith(file, "That the committee considers the report.")));
        var list = List(ParagraphWith(file, "76% of Initial Assessments completed in time"));
        var numbering = file.MainDocumentPart!.NumberingDefinitionsPart!.Numbering;
        var definition = numbering.Elements<NumberingInstance>().Single(instance => instance.NumberID! == list).AbstractNumId!.Val!;
        var level = numbering.Elements<AbstractNum>().Single(found => found.AbstractNumberId! == definition).Elements<Level>().First();
        Assert.Equal(NumberFormatValues.Bullet, level.NumberingFormat!.Val!.Value);
    }

    [Theory]
    [InlineData(1, 3, "paragraph 3 stands where paragraph 2 was expected")]
    [InlineData(2, 3, "paragraph 2 stands where paragraph 1 was expected")]
    [InlineData(1, 1, "paragraph 1 stands where paragraph 2 was expected")]
    public void Numbers_that_Word_would_print_otherwise_are_refused(int first, int second, string reason)
    {
        var error = Assert.Throws<InvalidOperationException>(() => MadeReport.Bytes(MadeReport.Numbered(first, null, second)));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_may_not_be_published_says_so_at_its_top_and_on_every_page()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        Assert.Equal(MadeReport.Marking, Paragraphs(file).First().InnerText);
        var headers = HeadersInUse(file);
        Assert.Equal(2, headers.Count);
        Assert.All(headers, header => Assert.StartsWith(MadeReport.Marking, header.InnerText, StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_that_may_be_published_bears_no_marking()
    {
        using var file = MadeReport.Opened(MadeReport.Report with { Marking = null });

        Assert.Equal("Nottinghamshire County Council", Paragraphs(file).First().InnerText);
        Assert.All(HeadersInUse(file), header => Assert.DoesNotContain("publication", header.InnerText, StringComparison.Ordinal));
    }

    [Fact]
    public void Programme_period_and_moment_of_the_figures_stand_under_the_title()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var texts = Paragraphs(file).Select(paragraph => paragraph.InnerText).SkipWhile(text => text != "Safeguarding improvement").Skip(1).Take(3);
        Assert.Equal(["Improvement notice, June 2010", "Period: April 2010 to July 2010", "As known on 14 June 2011 at 09:30"], texts);
    }

    [Fact]
    public void Officers_papers_and_notes_close_the_report()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var texts = Paragraphs(file).Select(paragraph => paragraph.InnerText).SkipWhile(text => !text.StartsWith("That the committee", StringComparison.Ordinal)).Skip(1).Take(4);
        Assert.Equal(["Lead officer: Service Director", "Background papers: none", "Notes", "Figures marked illustrative are invented."], texts);
    }

    [Fact]
    public void Background_papers_are_listed_when_there_are_any()
    {
        using var file = MadeReport.Opened(MadeReport.Report with { BackgroundPapers = ["Letter of 29 October 2009"] });

        var texts = Paragraphs(file).Select(paragraph => paragraph.InnerText).ToList();
        Assert.Equal("Letter of 29 October 2009", texts[texts.IndexOf("Background papers:") + 1]);
        Assert.DoesNotContain("Background papers: none", texts);
    }

    [Fact]
    public void A_page_is_upright_A4_and_counts_itself_at_its_foot()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        var page = file.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        // 210 by 297 millimetres in twentieths of a point.
        Assert.Equal((11906u, 16838u), (page.GetFirstChild<PageSize>()!.Width!.Value, page.GetFirstChild<PageSize>()!.Height!.Value));
        Assert.Equal(2, page.Elements<FooterReference>().Count());
        foreach (var footer in page.Elements<FooterReference>().Select(use => ((FooterPart)file.MainDocumentPart.GetPartById(use.Id!)).Footer))
        {
            Assert.Contains("Page 1 of 1", footer.InnerText, StringComparison.Ordinal);
            Assert.Equal(["PAGE", "NUMPAGES"], footer.Descendants<SimpleField>().Select(field => field.Instruction!.Value!.Trim()));
        }
    }

    [Fact]
    public void The_file_says_its_title_authority_and_language_and_is_set_at_twelve_points_in_Arial()
    {
        using var file = MadeReport.Opened(MadeReport.Report);

        Assert.Equal("Safeguarding improvement", file.PackageProperties.Title);
        Assert.Equal("Nottinghamshire County Council", file.PackageProperties.Creator);
        Assert.Null(file.PackageProperties.Created);
        var text = file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal(("en-GB", "Arial", "24"), (text.Languages!.Val!.Value, text.RunFonts!.Ascii!.Value, text.FontSize!.Val!.Value));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_whenever_it_is_written()
    {
        var bytes = MadeReport.Bytes(MadeReport.Report);

        Assert.Equal(bytes, MadeReport.Bytes(MadeReport.Report));
        using var file = new ZipArchive(new MemoryStream(bytes));
        Assert.All(file.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        using var workbook = new ZipArchive(file.Entries.First(entry => entry.Name.EndsWith(".xlsx", StringComparison.Ordinal)).Open());
        Assert.All(workbook.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void A_sign_that_no_file_may_hold_is_left_out_and_a_line_break_kept()
    {
        using var file = MadeReport.Opened(MadeReport.Report with { Sections = [new(1, "Purpose", [new(1, "To\u0001 inform\r\nthe committee.", [])])] });

        var paragraph = Paragraphs(file).Single(found => List(found) is 1);
        Assert.Equal(["To inform", "the committee."], paragraph.Descendants<Text>().Select(text => text.Text));
        Assert.Single(paragraph.Descendants<Break>());
    }

    [Fact]
    public void A_heading_of_a_third_level_is_refused()
    {
        var report = MadeReport.Report with { Sections = [new ReportSection(3, "Too deep", [])] };

        Assert.Contains("'Too deep' has level 3", Assert.Throws<InvalidOperationException>(() => MadeReport.Bytes(report)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument file) => file.MainDocumentPart!.Document.Body!.Elements<Paragraph>();

    private static Paragraph ParagraphWith(WordprocessingDocument file, string text) => Paragraphs(file).Single(paragraph => paragraph.InnerText == text);

    private static IEnumerable<string> TextsIn(WordprocessingDocument file, string style) =>
        Paragraphs(file).Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style).Select(paragraph => paragraph.InnerText);

    private static Style StyleOf(WordprocessingDocument file, string id) =>
        file.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId! == id);

    private static (string? Name, int? Level) Outline(WordprocessingDocument file, string id) =>
        (StyleOf(file, id).StyleName!.Val!.Value, StyleOf(file, id).StyleParagraphProperties!.OutlineLevel!.Val!.Value);

    private static int? List(Paragraph paragraph) => paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value;

    private static List<Header> HeadersInUse(WordprocessingDocument file) =>
        [.. file.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single().Elements<HeaderReference>()
            .Select(use => ((HeaderPart)file.MainDocumentPart.GetPartById(use.Id!)).Header)];
}
