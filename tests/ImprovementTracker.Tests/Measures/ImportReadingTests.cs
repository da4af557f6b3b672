using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class ImportReadingTests
{
    private const string Long = "Measure,Area,Month,Numerator,Denominator,Value,Reason\n";

    private static string One(string row) => Assert.Single(MadeImport.Read(Long + row + "\n"));

    [Theory]
    [InlineData("in-time,North,2011-05,464,610,,", "464/610")]
    [InlineData("Assessments In Time , NORTH,May 2011,\"1,464\",1 610,,", "1464/1610")]
    [InlineData("in-time,North,2011-05,464.0,610.00,76%,", "464/610")]
    [InlineData("in-time,North,2011-05,0,0,,", "0/0")]
    [InlineData("caseload,North,2011-05,152,10,,", "152/10")]
    public void Counts_are_read_as_people_write_them(string row, string expected) => Assert.EndsWith(expected, One(row), StringComparison.Ordinal);

    [Theory]
    [InlineData("referrals,North,2011-05,,,598,")]
    [InlineData("referrals,North,2011-05,598,,,")]
    [InlineData("referrals,North,2011-05,598,,598,")]
    public void A_plain_number_may_stand_as_value_or_as_numerator(string row) => Assert.Equal("2 referrals North 2011-05 598", One(row));

    [Theory]
    [InlineData("in-time,North,2011-05,n/a,n/a,,The system was down.", "not captured: The system was down.")]
    [InlineData("in-time,North,2011-05,-,,,", "not captured: '-' in the imported file")]
    [InlineData("referrals,North,2011-05,,,Not captured,", "not captured: 'Not captured' in the imported file")]
    public void What_was_not_captured_is_recorded_as_that_and_never_as_nought(string row, string expected) => Assert.EndsWith(expected, One(row), StringComparison.Ordinal);

    [Fact]
    public void An_empty_cell_says_nothing() => Assert.Empty(MadeImport.Read(Long + "in-time,North,2011-05,,,,\nreferrals,North,2011-05, ,,,a reason alone\n"));

    [Theory]
    [InlineData("in-time,North,2011-05,,,76%,", "F2: Assessments in time is a percentage: give the number of assessments completed in time and the number of assessments completed, as numerator and denominator. A figure without its counts, as a document states it, cannot be imported.")]
    [InlineData("in-time,North,2011-05,76%,610,,", "D2: '76%' is a percentage, not a count. Give the counts that it was worked out from.")]
    [InlineData("in-time,North,2011-05,611,610,,", "D2: 611 is more than the 610 assessments completed. Check both numbers: the first counts only some or all of the second.")]
    [InlineData("in-time,North,2011-05,464,,,", "D2: Type the number of assessments completed too: a percentage needs both.")]
    [InlineData("in-time,North,2011-05,,610,,", "E2: Type the number of assessments completed in time, or mark it 'not captured' and say why.")]
    [InlineData("in-time,North,2011-05,n/a,610,,", "D2: 'n/a' stands beside a number. Give both numbers, or mark both as not captured.")]
    [InlineData("in-time,North,2011-05,#N/A,610,,", "D2: The cell holds the error #N/A. Correct its formula, or write 'not captured'.")]
    [InlineData("referrals,North,2011-05,,,\"4,64\",", "F2: '4,64' is no whole number. Type a whole number, such as 464.")]
    [InlineData("referrals,North,2011-05,,,-5,", "F2: '-5' is no whole number. Type a whole number, such as 464.")]
    [InlineData("referrals,North,2011-05,,,about 60,", "F2: 'about 60' is no whole number. Type a whole number, such as 464.")]
    [InlineData("referrals,North,2011-05,,,1000000000,", "F2: '1000000000' is no whole number. Type a whole number, such as 464.")]
    [InlineData("referrals,North,2011-05,598,,599,", "F2: This is not the number that stands in D2. Keep one of the two.")]
    [InlineData("referrals,North,2011-05,598,600,,", "E2: Referrals is a plain number and has no denominator. Leave this cell empty.")]
    public void Figures_that_cannot_be_recorded_say_where_and_why(string row, string expected) => Assert.EndsWith(expected, One(row), StringComparison.Ordinal);

    [Fact]
    public void An_average_may_have_more_above_than_below() => Assert.EndsWith(" 31/2", One("caseload,North,2011-05,31,2,,"), StringComparison.Ordinal);

    [Theory]
    [InlineData("in-time,Nrth,2011-05,1,2,,", "2 in-time Nrth  B2: There is no area 'Nrth'. Say on the page 'What columns and names mean' which one it is, or correct the name.")]
    [InlineData("on-time,North,2011-05,1,2,,", "2 ?on-time North  A2: There is no measure 'on-time'. Say on the page 'What columns and names mean' which one it is, or correct the name.")]
    [InlineData("in-time,,2011-05,1,2,,", "2 in-time   B2: No area is named here. Write it in every row.")]
    [InlineData("in-time,North,,1,2,,", "2 in-time North  C2: No month is named here. Write it in every row.")]
    [InlineData("in-time,North,Q1 2011,1,2,,", "2 in-time North  C2: 'Q1 2011' is a quarter. Figures are recorded by month: give each month its own.")]
    [InlineData("in-time,North,soon,1,2,,", "2 in-time North  C2: 'soon' is no month. Write the month as May 2011.")]
    [InlineData("in-time,Duty,2011-05,1,2,,", "2 in-time Duty 2011-05 D2: 2 areas are called 'Duty'. Say on the page 'What columns and names mean' which one is meant.")]
    public void Whose_and_of_when_a_figure_is_must_be_known(string row, string expected) => Assert.Equal(expected, MadeImport.Read(Long + row + "\n")[0]);

    [Fact]
    public void The_same_value_twice_is_refused_where_it_stands_the_second_time() => Assert.Equal(
        ["2 in-time North 2011-05 1/2", "4 in-time North 2011-05 D4: The numerator of assessments in time in North for May 2011 stands in D2 already. Keep one of the two.", "4 in-time North 2011-05 E4: The denominator of assessments in time in North for May 2011 stands in E2 already. Keep one of the two."],
        MadeImport.Read(Long + "in-time,North,2011-05,1,2,,\n\nAssessments in time,north,01/05/2011,1,2,,\n"));

    [Fact]
    public void American_dates_of_one_year_are_all_refused_but_the_one_that_is_the_same_here() => Assert.Equal(
        [false, true, true],
        MadeImport.Read(Long + "referrals,North,1/1/2011,,,1,\nreferrals,North,2/1/2011,,,1,\nreferrals,North,1/31/2011,,,1,\n").Select(line => line.Contains(": ", StringComparison.Ordinal)));

    [Fact]
    public void Names_whose_rows_are_left_out_say_nothing() =>
        Assert.Equal(["3 in-time North 2011-05 1/2"], MadeImport.Read(Long + "in-time,Total,2011-05,5,6,,\nin-time,North,2011-05,1,2,,\n", null, new RememberedWord(ImportWordKind.Area, "total", ImportVocabulary.LeftOut)));

    [Fact]
    public void A_wide_file_gives_a_numerator_and_a_denominator_in_rows_of_their_own() => Assert.Equal(
        ["2 in-time North 2011-04 30/50", "2 in-time North 2011-05 41/50", "4 in-time South 2011-05 20/40", "6 referrals South 2011-04 7"],
        MadeImport.Read("Measure,Area,What,Apr 2011,May 2011,Total\nin-time,North,Numerator,30,41,71\nin-time,North,Denominator,50,50,100\nin-time,South,assessments completed in time,,20,\nin-time,South,assessments completed,,40,\nreferrals,South,,7,,\n"
            .Replace("referrals,South,,", "referrals,South,Value,", StringComparison.Ordinal)));

    [Fact]
    public void A_wide_file_refuses_a_row_that_does_not_say_what_it_counts_and_a_heading_that_is_no_month() => Assert.Equal(
        ["1 ?   E1: 'Q1' is a quarter. Figures are recorded by month: give each month its own.", "2 in-time North 2011-05 C2: 'rows' is neither numerator nor denominator. Write one of the two, or take out the rows that are not figures of a month."],
        MadeImport.Read("Measure,Area,What,May 2011,Q1\nin-time,North,rows,1,2\n"));

    [Fact]
    public void A_target_or_a_year_so_far_is_not_taken_for_the_months_figure() => Assert.Equal(
        ["2 referrals North 2011-05 D2: 'Target' is neither numerator nor denominator. Write one of the two, or take out the rows that are not figures of a month.",
         "3 referrals North 2011-05 D3: 'YTD' is neither numerator nor denominator. Write one of the two, or take out the rows that are not figures of a month.",
         "4 referrals North 2011-05 96", "5 referrals South 2011-05 97"],
        MadeImport.Read("Measure,Area,Month,Type,Value\nReferrals,North,May 2011,Target,700\nReferrals,North,May 2011,YTD,480\nReferrals,North,May 2011,Actual,96\nReferrals,South,May 2011,,97\n"));

    [Fact]
    public void A_plain_number_among_percentages_needs_no_word_for_what_it_is() => Assert.Equal(
        ["2 in-time North 2011-05 41/50", "4 referrals North 2011-05 96", "5 in-time South 2011-05 C5: Nothing says whether this is the numerator or the denominator of assessments in time. Write one of the two."],
        MadeImport.Read("Measure,Area,Part,May 2011\nin-time,North,Numerator,41\nin-time,North,Denominator,50\nReferrals,North,,96\nin-time,South,,34\n"));

    [Fact]
    public void Financial_years_are_not_taken_for_months()
    {
        Assert.Equal(["1 ?   C1: '2009-10' may be the financial year or a month. Write October as Oct 2009.", "1 ?   D1: '2010-11' may be the financial year or a month. Write November as Nov 2010."],
            MadeImport.Read("Measure,Area,2009-10,2010-11\nReferrals,North,8000,8400\n"));
        Assert.Equal(["2 referrals North  C2: '2009-10' may be the financial year or a month. Write October as Oct 2009.", "3 referrals North  C3: '2010-11' may be the financial year or a month. Write November as Nov 2010."],
            MadeImport.Read("Measure,Area,Period,Value\nReferrals,North,2009-10,8000\nReferrals,North,2010-11,8400\n"));
        // In a file that was exported here, beside another month, and alone, it is a month.
        var headings = string.Join(',', FigureSheet.Columns.Select(column => column.Heading));
        Assert.Equal(["2 referrals North 2009-10 7", "3 referrals North 2010-11 8"], MadeImport.Read($"{headings}\nreferrals,Referrals,North,2009-10,,,7\nreferrals,Referrals,North,2010-11,,,8\n"));
        Assert.Equal(["2 referrals North 2010-10 7", "2 referrals North 2010-11 8"], MadeImport.Read("Measure,Area,2010-10,2010-11\nReferrals,North,7,8\n"));
        Assert.Equal(["2 referrals North 2010-11 8"], MadeImport.Read("Measure,Area,2010-11\nReferrals,North,8\n"));
    }

    [Fact]
    public void The_number_that_Excel_keeps_for_a_day_is_a_month()
    {
        // 40118 is 1 November 2009 and 40147 the 30th: 40,179 is 1 January 2010 in Microsoft's own example.
        Assert.Equal(["2 referrals North 2009-11 7", "3 referrals South 2009-11 8"], MadeImport.Read("Measure,Area,Month,Value\nReferrals,North,40118,7\nReferrals,South,40147,8\n"));
        Assert.Equal(["2 referrals North 2009-11 7", "2 referrals North 2009-12 8"], MadeImport.Read("Measure,Area,40118,40148\nReferrals,North,7,8\n"));
        Assert.Equal(["2 referrals North  C2: '40120' is no month. Write the month as May 2011."], MadeImport.Read("Measure,Area,Month,Value\nReferrals,North,40120,7\n"));
        var book = new MadeWorkbook().With("Figures", [["Measure", "Area", 40118.0], ["Referrals", "North", 7.0]]).ToArray();
        Assert.Equal(["2 referrals North 2009-11 7"], MadeImport.Read(ImprovementTracker.Documents.Measures.Spreadsheet.Read(book, null, CancellationToken.None)));
    }

    [Fact]
    public void A_thousand_in_other_countries_writing_is_not_taken_for_one() => Assert.Equal(
        ["2 referrals North 2011-05 D2: '1.000' may be one number or a thousand times as much. Type a whole number, such as 464.", "3 referrals South 2011-05 464"],
        MadeImport.Read("Measure;Area;Month;Value\nReferrals;North;May 2011;1.000\nReferrals;South;May 2011;464.0\n"));

    [Theory]
    [InlineData("80%", "F2: '80%' does not come out of 10 of 20, which is 50.0%. Correct the one that is wrong, or leave this cell empty.")]
    [InlineData("0.8", "F2: '0.8' does not come out of 10 of 20, which is 50.0%. Correct the one that is wrong, or leave this cell empty.")]
    [InlineData("50%", "10/20")]
    [InlineData("0.5", "10/20")]
    [InlineData("51", "10/20")]
    [InlineData("", "10/20")]
    public void A_percentage_beside_its_counts_must_come_out_of_them(string said, string read) =>
        Assert.Equal([$"2 in-time North 2011-05 {read}"], MadeImport.Read($"Measure,Area,Month,Numerator,Denominator,Value\nin-time,North,May 2011,10,20,{said}\n"));

    [Fact]
    public void A_wide_file_of_plain_numbers_needs_no_word_for_it() =>
        Assert.Equal(["2 referrals North 2011-04 7", "2 referrals North 2011-05 8"], MadeImport.Read("Indicator;Locality;Apr-11;May-11\nReferrals;North;7;8\n"));

    [Fact]
    public void A_workbook_with_merged_headings_hidden_rows_and_numbers_as_text_is_read_as_it_is_seen()
    {
        var book = new MadeWorkbook().With("Figures",
        [
            ["Performance 2011", null, null, null, null, null],
            ["Measure", "Area", new DateOnly(2011, 4, 1), null, new DateOnly(2011, 5, 1), null],
            [null, null, "In time", "Completed", "In time", "Completed"],
            ["Assessments in time", "North", "30", "50", 41, new MadeWorkbook.Formula("SUM(1,49)", 50)],
            ["Assessments in time", "Hidden", 1, 1, 1, 1],
            [],
            [null, "South", " 20 ", 40.0, null, null],
        ], merged: ["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2", "A4:A7"], hiddenRows: [5]).ToArray();

        Assert.Equal(
            ["4 in-time North 2011-04 30/50", "4 in-time North 2011-05 41/50", "7 in-time South 2011-04 20/40"],
            MadeImport.Read(Documents.Measures.Spreadsheet.Read(book, null, CancellationToken.None)));
    }
}
