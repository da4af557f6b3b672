using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Tests.Measures;

public class ImportMappingTests
{
    private static string Columns(ImportMapping mapping) => string.Join(", ", mapping.Columns.Select(column => $"{column.Letters} {column.Month?.ToIso()}{column.Meaning}"));

    [Theory]
    [InlineData("Measure,Area,Month,Numerator,Denominator")]
    [InlineData("Indicator,Locality,Period,Number in time,Total completed")]
    [InlineData("KPI;Team;Reporting month;Completed within timescale;Cohort")]
    [InlineData("Measure code,Area name,Date,NUM,DENOM")]
    public void Columns_are_known_by_the_words_over_them(string headings)
    {
        var mapping = MadeImport.Map(headings + "\nin-time,North,2011-05,1,2\n".Replace(',', headings.Contains(';', StringComparison.Ordinal) ? ';' : ','));

        Assert.Equal("A Measure, B Area, C Month, D Numerator, E Denominator", Columns(mapping));
        Assert.True(mapping.IsComplete);
        Assert.False(mapping.IsWide);
    }

    [Fact]
    public void Titles_above_the_headings_are_passed_over()
    {
        var mapping = MadeImport.Map("Performance report for the board\n\nFigures as at 1 June 2011,,\nMeasure,Area,Month,Value\nreferrals,North,2011-05,5\n");

        Assert.Equal((4, 4), (mapping.HeadingRow, mapping.LastHeadingRow));
        Assert.Equal("A Measure, B Area, C Month, D Value", Columns(mapping));
    }

    [Fact]
    public void Months_as_headings_make_a_wide_file_and_sums_beside_them_are_left_out()
    {
        var mapping = MadeImport.Map("Indicator,Locality,,Apr-11,May-11,Total\nin-time,North,Numerator,1,2,3\nin-time,North,Denominator,4,5,9\n");

        Assert.True(mapping.IsWide);
        Assert.Equal("A Measure, B Area, C Part, D 2011-04, E 2011-05, F LeftOut", Columns(mapping));
    }

    [Fact]
    public void Two_columns_that_name_the_measure_are_asked_about_in_a_wide_file_too() =>
        Assert.Equal(["Columns A and B are both taken for: the measure. Leave out all but one."],
            MadeImport.Map("Indicator,Measure,Area,Apr-11,May-11\nA1,Referrals,North,7,8\n").Missing.Select(sentence => sentence.Replace(": measure", ": the measure", StringComparison.Ordinal)));

    [Fact]
    public void Numerator_and_denominator_may_stand_under_each_month()
    {
        var sheet = new MadeWorkbook().With("Figures",
        [
            ["Measure", "Area", "Apr 2011", null, "May 2011", null],
            [null, null, "In time", "Total", "In time", "Total"],
            ["in-time", "North", 1, 2, 3, 4],
        ], merged: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]).ToArray();

        var mapping = ImportMapping.Of(Documents.Measures.Spreadsheet.Read(sheet, null, CancellationToken.None), MadeImport.Vocabulary(), ImportChoices.None);

        Assert.Equal((1, 2), (mapping.HeadingRow, mapping.LastHeadingRow));
        Assert.Equal("A Measure, B Area, C 2011-04Numerator, D 2011-04Denominator, E 2011-05Numerator, F 2011-05Denominator", Columns(mapping));
    }

    [Fact]
    public void What_nobody_can_guess_is_asked_for()
    {
        var mapping = MadeImport.Map("Ind,Loc,Mth,N,D\nin-time,Nrth,2011-05,1,2\n");

        Assert.Equal(
        [
            "No column was found that names the measure. Say which one does, or which measure all rows are about.",
            "No column was found that names the area. Say which one does, or which area all rows are about.",
            "No month was found: neither a column of months, nor months as headings such as May 2011. Say which column holds the month.",
            "No column was found that holds figures. Say which ones hold the numerator and the denominator, or the figure of a plain number.",
        ], mapping.Missing);
    }

    [Fact]
    public void What_was_said_of_a_heading_or_a_name_before_holds_for_the_next_file()
    {
        RememberedWord[] words = [new(ImportWordKind.Column, "ind", "Measure"), new(ImportWordKind.Column, "loc", "Area"), new(ImportWordKind.Column, "mth", "Month"), new(ImportWordKind.Column, "n", "Numerator"),
            new(ImportWordKind.Column, "d", "Denominator"), new(ImportWordKind.Area, "nrth", "2"), new(ImportWordKind.Measure, "ni 59", "in-time")];

        var mapping = MadeImport.Map("Ind,Loc,Mth,N,D\nNI  59,Nrth ,2011-05,1,2\n", null, words);

        Assert.Equal("A Measure, B Area, C Month, D Numerator, E Denominator", Columns(mapping));
        Assert.True(mapping.IsComplete);
        Assert.All(mapping.Measures.Concat(mapping.Areas), name => Assert.True(name.Meaning.IsRemembered));
    }

    [Fact]
    public void Unknown_names_are_listed_once_with_how_often_and_where_they_first_stand()
    {
        var mapping = MadeImport.Map("Measure,Area,Month,Numerator,Denominator\nin-time,Nrth,2011-05,1,2\nin-time,NRTH,2011-04,1,2\nin-time,North,2011-04,1,2\nSource: the system,,,,\n");

        var name = Assert.Single(mapping.UnknownNames);
        Assert.Equal(("Nrth", 2, "B2"), (name.Text, name.Rows, name.FirstCell));
        Assert.False(mapping.IsComplete);
        Assert.Empty(mapping.Missing);
    }

    [Fact]
    public void A_file_about_one_measure_and_the_whole_authority_needs_no_columns_for_them()
    {
        var mapping = MadeImport.Map("Month,Figure\n2011-05,5\n", new ImportChoices { Measure = "referrals" });

        Assert.Empty(mapping.Missing);
        Assert.Equal(("Referrals", "Testshire"), (mapping.Measure!.Name, mapping.Area!.Name));
    }

    [Fact]
    public void A_column_that_nobody_knows_may_name_the_area_so_the_figures_do_not_pass_for_the_whole_authoritys()
    {
        const string file = "Measure,Loc,Month,Value\nreferrals,North,2011-05,5\n";

        Assert.Equal(["No column was found that names the area. Say which one does, or which area all rows are about."], MadeImport.Map(file).Missing);
        Assert.Equal("North", MadeImport.Map(file, new ImportChoices { AreaId = 2 }).Area!.Name);
        Assert.Empty(MadeImport.Map(file, new ImportChoices { Columns = new Dictionary<int, ImportColumn?> { [1] = ImportColumn.LeftOut } }).Missing);
        Assert.Single(MadeImport.Map("Measure,Loc,Apr 2011\nreferrals,North,5\n").Missing);
    }

    [Fact]
    public void A_column_that_a_person_takes_for_nothing_is_taken_for_nothing_whatever_its_heading_looks_like()
    {
        const string file = "Measure,Area,Month,Numerator,Denominator,Why\nin-time,North,2011-05,1,2,late\n";

        Assert.Equal("A Measure, B Area, C Month, D Numerator, E Denominator, F Reason", Columns(MadeImport.Map(file)));
        var said = MadeImport.Map(file, new ImportChoices { Columns = new Dictionary<int, ImportColumn?> { [1] = null, [5] = null } });
        Assert.Equal((null, null), (said.Columns[1].Meaning, said.Columns[5].Meaning));
        Assert.Equal(["No column was found that names the area. Say which one does, or which area all rows are about."], said.Missing);

        // Remembered for the next file, in which its heading is one all the same.
        var remembered = MadeImport.Map("A note above\n" + file, null, new RememberedWord(ImportWordKind.Column, "why", ImportVocabulary.NotSaid));
        Assert.Equal((2, null), (remembered.HeadingRow, remembered.Columns[5].Meaning));
    }

    [Fact]
    public void Two_columns_taken_for_the_same_are_asked_about() =>
        Assert.Equal(["Columns D and E are both taken for: numerator. Leave out all but one."], MadeImport.Map("Measure,Area,Month,Numerator,In time,Total\nin-time,North,2011-05,1,1,2\n").Missing);

    [Fact]
    public void What_is_passed_over_is_named()
    {
        var sheet = MadeImport.Sheet("Month,Numerator,Denominator,Performance,RAG\n2011-05,1,2,50%,red\n") with { HiddenRows = [3, 5], HiddenColumns = [6], Name = "May", OtherSheets = ["June", "July"] };

        var notes = ImportNotes.Of(sheet, ImportMapping.Of(sheet, MadeImport.Vocabulary(), new ImportChoices { Measure = "in-time" }));

        Assert.Equal(
        [
            "The sheet 'May' is read. The workbook has others: 'June' and 'July'.",
            "2 hidden rows are left out: 3 and 5. Show them in Excel if they are to be imported.",
            "1 hidden column is left out: G. Show them in Excel if they are to be imported.",
            "Columns are left out: D 'Performance' and E 'RAG'.",
            "No column names an area: all figures are taken for Testshire.",
            "No column names a measure: all figures are taken for Assessments in time.",
        ], notes);
    }
}
