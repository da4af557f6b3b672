using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;
using static ImprovementTracker.Tests.Measures.StatisticsText;

namespace ImprovementTracker.Tests.Measures;

public class DfeStatisticsFileTests
{
    private static string Refused(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return Assert.Throws<BrokenRule>(() => DfeStatisticsFile.Open(stream).Rows.Count()).Message;
    }

    private static string Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_row_is_read_with_its_period_place_and_cells()
    {
        var row = Assert.Single(Open(File("category,note,figure", Authority("2024", "810", "\"Referrals, all\",\"says \"\"so\"\"\n twice\",7"))).Rows);

        Assert.Equal((2, "2024", "Reporting year", DfeLevel.LocalAuthority, "810", "E06000010", "Kingston upon Hull, City of"), (row.Number, row.TimePeriod, row.TimeIdentifier, row.Level, row.OldCode, row.NewCode, row.Name));
        Assert.Equal(["Referrals, all", "says \"so\"\n twice", "7"], row.Cells.Skip(10));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "\uFEFF")]
    [InlineData("\r", "\uFEFF")]
    public void Line_ends_and_a_mark_at_the_beginning_make_no_difference(string lineEnd, string mark)
    {
        var text = mark + File("rereferral_percent", England("2024", "22.4"), England("2023", "22.4")).Replace("\n", lineEnd, StringComparison.Ordinal);

        Assert.Equal([2, 3], Open(text).Rows.Select(row => row.Number));
        Assert.Equal(2, Read(text, "5").Count);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_the_level_be_spelt_as_in_the_departments_own_example()
    {
        const string text = "rereferral_percent;geographical_level;time_identifier;time_period\n22.4;National;Reporting year;2024\n";

        Assert.Equal(22.4m, Read(text, "5")[0].Value);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0xFF, 0xFE }, "This is a spreadsheet or an archive, not a csv file.")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, "This is an old or a password-protected spreadsheet, not a csv file.")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0xE2 }, "This is a PDF, not a csv file.")]
    public void Another_kind_of_file_named_csv_is_refused_by_what_it_is(byte[] content, string said) => Assert.StartsWith(said, Refused(content), StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_refused() => Assert.StartsWith("The file is empty.", Refused("\n\n"), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_statistics_file_is_refused_by_what_it_lacks() =>
        Assert.StartsWith("This is no statistics file of the Department for Education: row 1 has no column time_identifier and geographic_level.", Refused("time_period,value\n2024,1\n"), StringComparison.Ordinal);

    [Fact]
    public void A_heading_that_stands_twice_is_refused() => Assert.StartsWith("Row 1 has two columns named figure.", Refused(File("figure,figure")), StringComparison.Ordinal);

    [Fact]
    public void A_row_with_more_cells_than_headings_is_refused_by_its_number() =>
        Assert.StartsWith("Row 3 has 12 cells, but there are 11 headings.", Refused(File("figure", England("2024", "1"), England("2023", "1,2"))), StringComparison.Ordinal);

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_refused_by_its_row() =>
        Assert.StartsWith("Row 2: a quotation mark is opened and never closed.", Refused(File("figure", England("2024", "\"1"))), StringComparison.Ordinal);

    [Fact]
    public void Letters_in_another_encoding_are_refused() =>
        Assert.Contains("not written as UTF-8", Refused(Encoding.Latin1.GetBytes(File("figure", England("2024", "é")))), StringComparison.Ordinal);

    [Fact]
    public void A_file_in_UTF_16_is_read_where_it_is_marked_so_and_refused_where_it_is_not()
    {
        var text = File("rereferral_percent", England("2024", "22.4"));
        using var marked = new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        var table = DfeStatisticsFile.Open(marked);

        Assert.Equal(22.4m, Assert.Single(BenchmarkReading.Read(table, DfeSeries.Choose("5", table.Columns), "E10000024")).Value);
        Assert.NotEmpty(Refused(Encoding.Unicode.GetBytes(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear colleague,\nplease find the figures below.\n")]
    [InlineData("<!doctype html><html><body>Page not found</body></html>")]
    [InlineData("{\"time_period\": 2024}")]
    public void What_is_no_statistics_file_gets_a_sentence(string text) => Assert.EndsWith(".", Refused(text), StringComparison.Ordinal);

    [Fact]
    public void Nonsense_is_refused_and_not_read_to_its_end()
    {
        var nonsense = new byte[50_000_000];
        new Random(7).NextBytes(nonsense);
        using var stream = new MemoryStream(nonsense);

        Assert.Throws<BrokenRule>(() => DfeStatisticsFile.Open(stream).Rows.Count());
        Assert.True(stream.Position < 1_000_000);
    }

    [Fact]
    public void A_cell_or_a_row_without_end_is_refused()
    {
        Assert.StartsWith("Row 1 has a cell of more than 10,000 letters. Choose the file as it was published.", Refused(new string('a', 20_000)), StringComparison.Ordinal);
        Assert.StartsWith("Row 1 has more than 1,000 columns. Choose the file as it was published.", Refused(string.Join(',', Enumerable.Range(0, 2_000))), StringComparison.Ordinal);
    }
}
