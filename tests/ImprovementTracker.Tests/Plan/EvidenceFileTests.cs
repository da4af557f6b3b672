using System.IO.Compression;
using System.Text;
using ImprovementTracker.Documents.Plan;
using ImprovementTracker.Domain.Programmes;
using ImprovementTracker.Tests.Measures;

namespace ImprovementTracker.Tests.Plan;

/// <summary>What may be handed in as evidence, and what never runs in another person's browser.</summary>
public sealed class EvidenceFileTests
{
    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Package(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Text(content));
            }
        }
        return bytes.ToArray();
    }

    private static byte[] Word(string contentTypes = "<Types/>", params (string, string)[] more) => Package([("[Content_Types].xml", contentTypes), ("word/document.xml", "<w/>"), .. more]);

    public static TheoryData<string, byte[], string> Taken() => new()
    {
        { "Minutes.PDF", Text("%PDF-1.7\n..."), "application/pdf" },
        { "plan.docx", Word(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "figures.xlsx", new MadeWorkbook().With("Figures", [["Month", 1]]).ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "talk.pptx", Package(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<p/>")), "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
        { "note.odt", Package(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")), "application/vnd.oasis.opendocument.text" },
        { "photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "image/png" },
        { "photo.jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0], "image/jpeg" },
        { "cases.csv", Text("month,cases\nMay 2011,20\n"), "text/csv" },
        { "note.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Read < twenty cases.")).ToArray(), "text/plain" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_file_that_is_what_its_name_says_is_taken_for_that(string name, byte[] content, string type)
    {
        var file = EvidenceFile.Read(name, content);

        Assert.Equal((type, Path.ChangeExtension(name, Path.GetExtension(name).ToLowerInvariant())), (file.ContentType, file.Name));
        Assert.Same(content, file.Content);
    }

    public static TheoryData<string, byte[], string> Refused() => new()
    {
        { "page.html", Text("<html><script>alert(1)</script>"), "A file that ends in '.html' is not taken." },
        { "drawing.svg", Text("<svg onload='alert(1)'/>"), "A file that ends in '.svg' is not taken." },
        { "program.exe", Text("MZ"), "A file that ends in '.exe' is not taken." },
        { "README", Text("Text"), "A file that ends in 'README' is not taken." },
        { "sums.xlsm", Word(), "The file may hold macros" },
        { "plan.docx", Word("<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>"), "The file may hold macros" },
        { "plan.docx", Word(more: ("word/vbaProject.bin", "x")), "The file may hold macros" },
        { "note.odt", Package(("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "<m/>")), "The file may hold macros" },
        { "plan.docx", Text("%PDF-1.7"), "What is in the file is not what its name says: it is no .docx file." },
        { "plan.docx", Package(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>")), "What is in the file is not what its name says: it is no .docx file." },
        { "plan.docx", Package(("word/document.xml", "<w/>")), "What is in the file is not what its name says: it is no .docx file." },
        { "plan.docx", [0x50, 0x4B, 3, 4, 0, 0], "What is in the file is not what its name says: it is no .docx file." },
        { "note.ods", Package(("mimetype", "application/vnd.oasis.opendocument.text")), "What is in the file is not what its name says: it is no .ods file." },
        { "minutes.pdf", Text("<html>"), "What is in the file is not what its name says: it is no .pdf file." },
        { "photo.png", [0xFF, 0xD8, 0xFF], "What is in the file is not what its name says: it is no .png file." },
        { "photo.jpg", Text("GIF89a"), "What is in the file is not what its name says: it is no .jpg file." },
        { "note.txt", Text("  \n<script>alert(1)</script>"), "What is in the file is not what its name says: it is no .txt file." },
        { "cases.csv", [0x50, 0x4B, 3, 4, 0, 0], "What is in the file is not what its name says: it is no .csv file." },
        { "minutes.pdf", [], "The file is empty." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_could_run_or_is_not_what_it_says_is_refused_with_a_sentence(string name, byte[] content, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<BrokenRule>(() => EvidenceFile.Read(name, content)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_too_large_is_refused_with_its_size() =>
        Assert.StartsWith("The file has 20.1 MB, and at most 20 MB are taken.", Assert.Throws<BrokenRule>(() => EvidenceFile.Read("minutes.pdf", new byte[20_100_000])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(@"C:\Users\ann\minutes.pdf", "minutes.pdf")]
    [InlineData("../../etc/minutes.pdf", "minutes.pdf")]
    [InlineData("min\r\nutes\".pdf", "minutes.pdf")]
    [InlineData(".pdf", "evidence.pdf")]
    public void A_name_keeps_no_folder_and_nothing_that_a_header_could_mistake(string sent, string expected) =>
        Assert.Equal(expected, EvidenceFile.Read(sent, Text("%PDF-1.7")).Name);

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending() =>
        Assert.Equal(new string('a', 196) + ".pdf", EvidenceFile.Read(new string('a', 300) + ".pdf", Text("%PDF-1.7")).Name);
}
