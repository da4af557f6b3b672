using System.IO.Compression;
using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Files as they come by e-mail: each is read, or refused with one sentence that says what to do.</summary>
public class BadSpreadsheetTests
{
    private const string Csv = "Measure,Area,Month,Numerator,Denominator\nin-time,North,2011-05,464,610\n";
    private const string Line = "2 in-time North 2011-05 464/610";

    /// <summary>A workbook that was made by another program and is kept with the tests.</summary>
    internal static byte[] Workbook(string name)
    {
        using var stream = typeof(BadSpreadsheetTests).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>121 MB of spaces in the strings of an otherwise good workbook, half a megabyte packed.</summary>
    internal static byte[] Endless()
    {
        using var bytes = new MemoryStream();
        bytes.Write(new MadeWorkbook().With("May", [["Measure"]]).ToArray());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            var spaces = new byte[1_000_000];
            Array.Fill(spaces, (byte)' ');
            for (var megabyte = 0; megabyte < 121; megabyte++)
                part.Write(spaces);
        }
        return bytes.ToArray();
    }

    /// <summary>The stated length of every part, in the directory at the end of the archive, is 1.</summary>
    internal static byte[] Lying()
    {
        var honest = new MadeWorkbook().With("May", [["Measure", "Area"]]).ToArray();
        for (var place = 0; place < honest.Length - 46; place++)
            if (honest.AsSpan(place, 4).SequenceEqual("PK\u0001\u0002"u8))
                BitConverter.GetBytes(1).CopyTo(honest, place + 24);
        return honest;
    }

    private static string[] Read(byte[] content) => MadeImport.Read(Spreadsheet.Read(content, null, CancellationToken.None));

    private static string Refused(byte[] content) => Assert.Throws<BrokenRule>(() => Spreadsheet.Read(content, null, CancellationToken.None)).Message;

    // Both were written by other programs: 'protected.xlsx' is encrypted as Excel 2010 and later do it.
    [Fact]
    public void A_workbook_with_a_password_is_to_be_saved_without_one() =>
        Assert.Equal("The workbook is protected with a password. Save it without one, and send that.", Refused(Workbook("protected.xlsx")));

    [Fact]
    public void A_workbook_of_Excel_97_is_read() =>
        Assert.Equal([Line, "3 referrals South 2011-05 598"], Read(Workbook("older.xls")));

    [Fact]
    public void What_a_file_is_called_does_not_matter() =>
        // The reading is given no name at all: a workbook named csv and a csv named xlsx are told apart by their first bytes.
        Assert.Equal([[Line], [Line]], new[] { Read(Encoding.UTF8.GetBytes(Csv)), Read(new MadeWorkbook().With("May", [["Measure", "Area", "Month", "Numerator", "Denominator"], ["in-time", "North", "May 2011", 464, 610]]).ToArray()) });

    public static TheoryData<string> Codes => ["utf-8", "utf-16", "utf-16BE", "windows-1252"];

    [Theory, MemberData(nameof(Codes))]
    public void Letters_are_read_however_the_program_wrote_them(string code)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(code);
        var text = "Indicateur d\u00E9riv\u00E9,Measure,Area,Month,Numerator,Denominator\nd\u00E9riv\u00E9,in-time,North,2011-05,464,610\n";

        var sheet = Spreadsheet.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], null, CancellationToken.None);

        Assert.Equal("Indicateur d\u00E9riv\u00E9", sheet.Rows[0][0].Text);
        Assert.Equal([Line], MadeImport.Read(sheet));
    }

    [Fact]
    public void Sixteen_bit_text_without_its_mark_is_no_text_and_nothing_of_it_is_guessed() =>
        Assert.StartsWith("The file is neither an Excel workbook nor text. Save it in Excel as .xlsx or as 'CSV UTF-8'", Refused(Encoding.Unicode.GetBytes(Csv)), StringComparison.Ordinal);

    [Fact]
    public void Semicolons_are_read_and_a_decimal_comma_is_no_whole_number() => Assert.Equal(
        ["2 in-time North 2011-05 D2: '46,4' is no whole number. Type a whole number, such as 464.", "3 referrals North 2011-05 F3: '7,5' is no whole number. Type a whole number, such as 464.", "4 in-time South 2011-05 464/610"],
        Read(Encoding.UTF8.GetBytes("Measure;Area;Month;Numerator;Denominator;Value\nin-time;North;2011-05;46,4;61;\nreferrals;North;2011-05;;;7,5\nin-time;South;2011-05;464;610;\n")));

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_refused_before_it_is_unpacked()
    {
        var endless = Endless();

        Assert.True(endless.Length < Spreadsheet.LargestFile);
        Assert.StartsWith("The workbook is far larger unpacked than a sheet of figures should be.", Refused(endless), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_that_lies_about_what_it_unpacks_to_is_refused_all_the_same()
    {
        Assert.Equal("The file could not be read as an Excel workbook. Open it in Excel, save it again as .xlsx, and send that.", Refused(Lying()));
    }
}
