using System.Text;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

public class DatedValuesFileTests
{
    private static Task<IReadOnlyList<DatedValue>> ReadAsync(string text, Encoding? encoding = null)
    {
        encoding ??= new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return DatedValuesFile.ReadAsync(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]), CancellationToken.None);
    }

    [Theory]
    [InlineData("date,value\n2010-04-01,37\n2010-05-01,\n2010-06-01,38.5\n")]
    [InlineData("2010-04-01,37\n2010-05-01,\n2010-06-01,38.5")]
    [InlineData("Month,Re-referrals within 12 months\r\n2010-04,37\r\n\r\n2010-05, \r\n2010-06,38.50\r\n")]
    [InlineData("\"date\",\"value\"\n\"2010-04-01\",\"37\"\n\"2010-05-01\",\"\"\n\"2010-06-01\",\"38.5\"\n")]
    [InlineData("2010-06-01,38.5\n2010-04-01,37\n2010-05-01,\n")]
    [InlineData("date,value,note\n2010-04-01,37,\n2010-05-01,,\n2010-06-01,3.85e1,\n")]
    [InlineData("date,\"value, per cent\"\r2010-04-01,+37\r2010-05-01,\r2010-06-01,38.5")]
    public async Task A_series_is_read_in_the_order_of_dates_whoever_wrote_the_file(string text) =>
        Assert.Equal([new(new DateOnly(2010, 4, 1), 37), new(new DateOnly(2010, 5, 1), null), new DatedValue(new DateOnly(2010, 6, 1), 38.5m)], await ReadAsync(text));

    public static TheoryData<Encoding> Encodings => [new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode];

    [Theory, MemberData(nameof(Encodings))]
    public async Task A_byte_order_mark_is_no_part_of_the_first_date(Encoding encoding) =>
        Assert.Equal(new DatedValue(new DateOnly(2010, 4, 1), 37), Assert.Single(await ReadAsync("2010-04-01,37", encoding)));

    [Theory]
    [InlineData("Line 2: '2010-04-01;37' is not a date and a value with a comma between", "date;value,x\n2010-04-01;37")]
    [InlineData("Line 1: 'date;value' is not a date and a value", "date;value\n2010-04-01;37")]
    [InlineData("Line 1: '2010-04-01' is not a date and a value with a comma between, such as 2010-04-01,37. For a missing month leave the value empty: 2010-05-01,", "2010-04-01")]
    [InlineData("Line 1: '2010-13-01' is not a date. Write it as 2010-04-01.", "2010-13-01,37")]
    [InlineData("Line 1: 'April' is not a date.", "April,37")]
    [InlineData("Line 3: '04/30/2010' is not a date.", "date,value\n\n04/30/2010,37")]
    [InlineData("Line 2: 'date' is not a date.", "date,value\ndate,value")]
    [InlineData("Line 1: '0210-04-01' is not a date.", "0210-04-01,37")]
    [InlineData("Line 1: '37%' is not a value. Write a number with a point before decimals, such as 37.5, or nothing for a missing month.", "2010-04-01,37%")]
    [InlineData("Line 1: '37,5' is not a value.", "2010-04-01,\"37,5\"")]
    [InlineData("Line 1: '#N/A' is not a value.", "2010-04-01,#N/A")]
    [InlineData("Line 1: 'NaN' is not a value.", "2010-04-01,NaN")]
    [InlineData("Line 1: '1e16' is not a value.", "2010-04-01,1e16")]
    [InlineData("Line 1: '1e-30' is not a value.", "2010-04-01,1e-30")]
    [InlineData("Line 1: there is more than a date and a value.", "2010-04-01,37,5")]
    [InlineData("Line 3: 2010-04-01 is there already, on line 1. Keep one of them.", "2010-04-01,37\n2010-05-01,37\n2010-04,38")]
    [InlineData("The file has no line with a date and a value, such as 2010-04-01,37.", "date,value\n")]
    [InlineData("The file has no line with a date and a value, such as 2010-04-01,37.", "")]
    public async Task A_line_that_is_not_understood_is_named_and_said_how_to_write(string expected, string text)
    {
        var broken = await Assert.ThrowsAsync<BrokenRule>(() => ReadAsync(text));

        Assert.StartsWith(expected, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonsense_is_refused_by_its_first_line_and_kept_short()
    {
        var broken = await Assert.ThrowsAsync<BrokenRule>(() => ReadAsync("PK\u0003\u0004" + new string('x', 100_000)));

        Assert.StartsWith("Line 1: 'PK  xxx", broken.Message, StringComparison.Ordinal);
        Assert.True(broken.Message.Length < 250);
    }

    [Fact]
    public async Task A_file_too_large_for_a_series_is_refused()
    {
        var broken = await Assert.ThrowsAsync<BrokenRule>(() => ReadAsync(new string('\n', 5_000_001)));
        var lines = await Assert.ThrowsAsync<BrokenRule>(() => ReadAsync(new string('\n', 100_001)));

        Assert.StartsWith("The file is larger than 5 MB", broken.Message, StringComparison.Ordinal);
        Assert.Equal("Line 100001: the file has more than 100,000 lines.", lines.Message);
    }

    [Fact]
    public async Task Nought_is_a_value_and_no_missing_month() =>
        Assert.Equal([0m, 0m, 0m], (await ReadAsync("2010-04-01,0\n2010-05-01,0.00\n2010-06-01,0e5")).Select(value => value.Value));
}
