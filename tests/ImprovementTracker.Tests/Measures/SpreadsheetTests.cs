using System.IO.Compression;
using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class SpreadsheetTests
{
    private static Sheet Read(byte[] content, string? sheet = null) => Spreadsheet.Read(content, sheet, CancellationToken.None);

    private static Sheet Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static string Shown(Sheet sheet) => string.Join('\n', sheet.Rows.Select(row => $"{row.Number}: {string.Join('|', row.Cells.Select(cell => cell.Text))}"));

    [Theory]
    [InlineData("Area,Month\nNorth,2011-05\n")]
    [InlineData("Area;Month\r\nNorth;2011-05\r\n")]
    [InlineData("Area\tMonth\nNorth\t2011-05")]
    [InlineData("\uFEFFArea,Month\r\n\"North\",\"2011-05\"\r\n")]
    [InlineData("sep=;\r\nArea;Month\r\nNorth;2011-05")]
    [InlineData("Area;Month\nNorth ; 2011-05\n")]
    public void Text_is_read_whatever_stands_between_its_cells(string text) =>
        Assert.Equal("1: Area|Month\n2: North|2011-05", Shown(Read(text)));

    [Fact]
    public void A_comma_in_quotation_marks_and_a_blank_line_leave_every_cell_at_its_place() =>
        Assert.Equal("1: Area|In time\n3: North, \"old\"|1,598\n4: two\r\nlines|3", Shown(Read("Area,In time\r\n,\r\n\"North, \"\"old\"\"\",\"1,598\"\r\n\"two\r\nlines\",3\r\n")));

    [Fact]
    public void Text_of_an_older_Windows_program_keeps_its_letters()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        Assert.Equal("1: Caf\u00E9 \u2013 team", Shown(Read(Encoding.GetEncoding(1252).GetBytes("Caf\u00E9 \u2013 team\n"))));
    }

    [Fact]
    public void Sixteen_bit_text_from_Excel_is_read() =>
        Assert.Equal("1: Area|Month", Shown(Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Area\tMonth\r\n")])));

    [Fact]
    public void A_workbook_gives_texts_numbers_dates_and_what_formulas_gave_with_their_places()
    {
        var sheet = Read(new MadeWorkbook().With("Figures",
        [
            ["Area", "Month", "In time", "All", "Share"],
            [],
            ["North", new DateOnly(2011, 5, 1), 464, "610", new MadeWorkbook.Formula("C3/D3", 0.76)],
            ["South", "May 2011", null, new MadeWorkbook.Fault("#N/A")],
        ]).ToArray());

        Assert.Equal("1: Area|Month|In time|All|Share\n3: North|1 May 2011|464|610|0.76\n4: South|May 2011||#N/A", Shown(sheet));
        Assert.Equal([CellKind.Text, CellKind.Day, CellKind.Number, CellKind.Text, CellKind.Number], sheet.Rows[1].Cells.Select(cell => cell.Kind));
        Assert.Equal(CellKind.Error, sheet.Rows[2][3].Kind);
        Assert.Equal("Figures", sheet.Name);
    }

    [Fact]
    public void Merged_headings_and_names_stand_in_each_of_their_places_and_merged_numbers_only_once()
    {
        var sheet = Read(new MadeWorkbook().With("Figures",
        [
            ["Measure", "Area", "May 2011", null],
            [null, null, "Numerator", "Denominator"],
            ["Assessments", "North", 1, 2],
            [null, "South", 3, 4],
            ["Sum", null, 4, null],
        ], merged: ["A1:A2", "B1:B2", "C1:D1", "A3:A4", "C5:D5"]).ToArray());

        Assert.Equal("1: Measure|Area|May 2011|May 2011\n2: Measure|Area|Numerator|Denominator\n3: Assessments|North|1|2\n4: Assessments|South|3|4\n5: Sum||4", Shown(sheet));
    }

    [Fact]
    public void Hidden_rows_and_columns_are_left_out_and_named()
    {
        var sheet = Read(new MadeWorkbook().With("Figures", [["Area", "Old", "In time"], ["North", 1, 2], ["South", 3, 4], []], hiddenRows: [2, 4], hiddenColumns: [2]).ToArray());

        Assert.Equal("1: Area||In time\n3: South||4", Shown(sheet));
        Assert.Equal([2], sheet.HiddenRows);
        Assert.Equal([1], sheet.HiddenColumns);
    }

    [Fact]
    public void Of_several_sheets_the_first_that_shows_anything_is_read_unless_another_is_asked_for()
    {
        byte[] Book() => new MadeWorkbook().With("Cover", []).With("Lists", [["North"]], isHidden: true).With("May", [["Area"]]).With("June", [["Team"]]).ToArray();

        var first = Read(Book());
        var asked = Read(Book(), "June");

        Assert.Equal(("May", "1: Area"), (first.Name, Shown(first)));
        Assert.Equal(["June"], first.OtherSheets);
        Assert.Equal(("June", "1: Team"), (asked.Name, Shown(asked)));
        Assert.Equal("The workbook has no sheet 'July' with anything in it. Choose one of the others.", Assert.Throws<BrokenRule>(() => Read(Book(), "July")).Message);
        Assert.StartsWith("All sheets of the workbook that hold anything are hidden: Lists.", Assert.Throws<BrokenRule>(() => Read(new MadeWorkbook().With("Lists", [["North"]], isHidden: true).ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_spreadsheet_is_refused_with_what_to_do()
    {
        var nonsense = new byte[5_000_000];
        new Random(1).NextBytes(nonsense);
        var broken = new MadeWorkbook().With("Figures", [["Area"]]).ToArray()[..400];
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];

        Assert.Equal("The file is empty. Choose one with a row of headings and figures under it.", Assert.Throws<BrokenRule>(() => Read([])).Message);
        Assert.StartsWith("The file is neither an Excel workbook nor text.", Assert.Throws<BrokenRule>(() => Read(nonsense)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The file could not be read as an Excel workbook.", Assert.Throws<BrokenRule>(() => Read(broken)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The file could not be read as an Excel workbook.", Assert.Throws<BrokenRule>(() => Read(compound)).Message, StringComparison.Ordinal);
        Assert.StartsWith("The file has 50 MB, and at most 10 MB can be read.", Assert.Throws<BrokenRule>(() => Read(new byte[50_000_000])).Message, StringComparison.Ordinal);
        Assert.StartsWith("The file is a packed folder and no Excel workbook.", Assert.Throws<BrokenRule>(() => Read(Packed("letter.txt", "hello"u8.ToArray()))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Near line ", Assert.Throws<BrokenRule>(() => Read("a,b\n\"c,d\n" + new string('x', 40_000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_workbook_that_would_unpack_to_a_very_large_one_is_refused_before_it_is_unpacked()
    {
        var bomb = Packed("xl/worksheets/sheet1.xml", new byte[200_000_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refused = Assert.Throws<BrokenRule>(() => Read(bomb));

        Assert.InRange(bomb.Length, 1, 1_000_000);
        Assert.StartsWith("The workbook is far larger unpacked", refused.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    [Fact]
    public void Too_many_rows_columns_or_cells_are_refused_and_blank_ones_are_not_counted()
    {
        Assert.Equal($"1: Area\n{Spreadsheet.MostRows}: North", Shown(Read("Area\n" + new string('\n', Spreadsheet.MostRows - 2) + "North\n\n\n\n")));
        Assert.StartsWith("The sheet goes on below row 200,000", Assert.Throws<BrokenRule>(() => Read("Area\n" + new string('\n', Spreadsheet.MostRows - 1) + "North\n")).Message, StringComparison.Ordinal);
        Assert.StartsWith("The sheet has 501 columns", Assert.Throws<BrokenRule>(() => Read(string.Join(',', Enumerable.Repeat("a", 501)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_with_too_many_merged_cells_is_to_be_unmerged()
    {
        byte[] Book(int merged) => new MadeWorkbook().With("Figures", [["Measure", "Area"]], merged: [.. Enumerable.Range(2, merged).Select(row => $"A{row}:B{row}")]).ToArray();

        Assert.Equal("1: Measure|Area", Shown(Read(Book(20_000))));
        Assert.Equal("The sheet has 20,001 merged cells, and at most 20,000 can be read. Unmerge them, or send the figures as a csv file.", Assert.Throws<BrokenRule>(() => Read(Book(20_001))).Message);
    }

    [Fact]
    public void A_workbook_is_read_down_to_its_last_row_that_can_be_read_and_no_further()
    {
        byte[] Book(int last) => new MadeWorkbook().With("Figures", [["Measure"], .. Enumerable.Repeat<object?[]>([], last - 2), ["in-time"]]).ToArray();

        Assert.Equal("1: Measure\n200000: in-time", Shown(Read(Book(200_000))));
        Assert.Equal("The sheet goes on below row 200,000, and at most 200,000 rows can be read. Send it in parts.", Assert.Throws<BrokenRule>(() => Read(Book(200_001))).Message);
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() => Spreadsheet.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 5000))), null, cancel.Token));
        Assert.Throws<OperationCanceledException>(() => Spreadsheet.Read(new MadeWorkbook().With("Figures", [["Area"]]).ToArray(), null, cancel.Token));
    }

    private static byte[] Packed(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open())
            part.Write(content);
        return bytes.ToArray();
    }
}
