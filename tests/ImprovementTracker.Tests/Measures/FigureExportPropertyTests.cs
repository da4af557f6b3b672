using FsCheck;
using FsCheck.Fluent;
using ImprovementTracker.Documents.Measures;
using ImprovementTracker.Domain.Measures;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Tests.Measures;

/// <summary>Programmes by chance, with areas called as nobody should call them and reasons that look like formulas: importing an export of everything changes nothing.</summary>
public class FigureExportPropertyTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly Month First = new(2010, 10);
    private static readonly MeasureToRecord[] Known = [MadeImport.InTime, MadeImport.Referrals, MadeImport.Caseload, MadeImport.Old];

    private static readonly Gen<string> Text =
        from parts in Gen.Elements("=", "+1", "-", "@", "'", "''", "\"", ",", ";", "é", "_x0041_", "#N/A", " ", "\u00A0", "\t", "\r\n", "Duty", "n/a", "May 2011", "12", "😀", "<b>", "&").ArrayOf()
        select string.Concat(parts);

    private sealed record Made(AreaTree Areas, IReadOnlyList<ValueRow> Rows);

    /// <summary>The whole, two localities with any names, and a team Duty in each of them; the first locality's ended with March 2011.</summary>
    private static readonly Gen<AreaTree> Areas =
        from one in Text
        from two in Text
        select new AreaTree(
        [
            new(1, null, "Testshire", AreaKind.Authority, new(2009, 1, 1), null),
            new(2, 1, $"{one.Trim()}1", AreaKind.Locality, new(2009, 1, 1), null),
            new(3, 1, $"{two.Trim()}2", AreaKind.Locality, new(2009, 1, 1), null),
            new(4, 2, "Duty", AreaKind.Team, new(2009, 1, 1), new(2011, 3, 31)),
            new(5, 3, "Duty", AreaKind.Team, new(2010, 12, 16), null),
        ]);

    /// <summary>After a measure has ended nothing but 'not captured' can stand; what was taken back is in no file.</summary>
    private static Gen<ValueRow> RowOf(MeasureToRecord measure, AreaNode area, Month month) =>
        from kind in Gen.Elements(ValueKind.Counted, ValueKind.Stated, ValueKind.NotCaptured)
        from all in Gen.Choose(0, 2000)
        from part in Gen.Choose(0, all)
        from decimals in Gen.Choose(0, 3)
        from printed in Gen.Choose(0, 999_999)
        from reason in Text
        from isApproved in Gen.Elements(true, false)
        from isElsewhere in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        let said = isElsewhere ? ValueKind.Stated : month > measure.LastMonth ? ValueKind.NotCaptured : kind
        select new ValueRow(
            measure.Shape.Id, area.Id, month, isElsewhere ? PeriodType.YearToDate : measure.Shape.Period, said,
            said == ValueKind.Counted ? part : null,
            said == ValueKind.Counted && measure.Shape.Unit.HasDenominator() ? all : null,
            said == ValueKind.Stated ? new decimal(printed, 0, 0, false, (byte)decimals) : null,
            said == ValueKind.Stated ? decimals : null,
            said == ValueKind.NotCaptured ? $"Because {reason}".Trim() : null,
            isApproved ? ValueStatus.Approved : ValueStatus.Provisional, false, 1, false, null, null);

    private static readonly Gen<Made> Programmes =
        from areas in Areas
        from measures in Gen.SubListOf(Known)
        from months in Gen.SubListOf(Enumerable.Range(0, 10).Select(First.AddMonths).ToArray())
        let cells = from measure in measures from area in areas.InOrder from month in months where area.IsInForce(month) select (measure, area, month)
        from chosen in Gen.SubListOf(cells.ToArray())
        from rows in Gen.CollectToList(chosen, cell => RowOf(cell.measure, cell.area, cell.month))
        select new Made(areas, [.. rows]);

    private static async Task<ImportPreview> ImportAsync(Made made, Func<FigureExport.Opened, Stream, CancellationToken, Task> writeAsync)
    {
        var measures = Known.ToDictionary(measure => measure.Shape.Id, measure => new ExportMeasure(measure.Shape.Id, measure.Code, measure.Name, measure.Shape.Unit, 0, measure.Shape.Period));
        var figures = made.Rows.Select(row => new ExportedFigure(measures[row.MeasureId], made.Areas.NameIn(made.Areas.Find(row.AreaId)!, row.Month), row, PublishedOnly: false));
        var programme = new ProgrammeHeader(1, "testshire", "Testshire", "notice", InterventionKind.None, null, new(2010, 1, 1), null, new(2011, 7, 1));
        using var file = new MemoryStream();
        await writeAsync(new(programme, [.. measures.Values], [], new(), new(2011, 7, 1), false, figures.ToAsyncEnumerable()), file, Never);

        var sheet = Spreadsheet.Read(file.ToArray(), null, Never);
        var vocabulary = new ImportVocabulary(Known, made.Areas, [], new Month(2011, 7));
        var mapping = ImportMapping.Of(sheet, vocabulary, ImportChoices.None);
        Assert.True(FigureSheet.IsExport(sheet));
        Assert.True(mapping.IsComplete, string.Join(' ', mapping.Missing.Concat(mapping.UnknownNames.Select(name => name.Text))));
        var current = made.Rows.Where(row => row.Period == Known.Single(measure => measure.Shape.Id == row.MeasureId).Shape.Period).ToDictionary(
            row => (row.MeasureId, row.AreaId, row.Month),
            row => new CurrentValue(1, new RecordedValue(row.Kind, row.Numerator, row.Denominator, row.Printed, row.Reason, Status: row.Status), 1, false, 1));
        var preview = ImportPreview.Of(ImportReading.Of(sheet, mapping, vocabulary), current, new Month(2011, 7), "figures");
        Assert.Equal(current.Count, preview.Lines.Count);
        return preview;
    }

    private static void IsUnchanged(ImportPreview preview) => Assert.All(preview.Lines, line => Assert.True(line.What == ImportOutcome.Unchanged, $"{line.What}: {line.Detail}"));

    [Fact]
    public void A_csv_file_of_everything_changes_nothing() =>
        ForEvery.Case(Programmes, made => IsUnchanged(ImportAsync(made, FigureCsv.WriteAsync).GetAwaiter().GetResult()), 30);

    [Fact]
    public void A_workbook_of_everything_changes_nothing() =>
        ForEvery.Case(Programmes, made => IsUnchanged(ImportAsync(made, FigureWorkbook.WriteAsync).GetAwaiter().GetResult()), 10);

    [Fact]
    public void No_cell_of_a_csv_file_is_a_formula_and_each_text_comes_back_as_it_was()
    {
        ForEvery.Case(Text, text =>
        {
            using var file = new MemoryStream();
            var figure = new ExportedFigure(new(1, "in-time", text, MeasureUnit.Percentage, 0, PeriodType.InMonth), "North",
                new(1, 2, First, PeriodType.InMonth, ValueKind.Counted, 1, 2, null, null, null, ValueStatus.Provisional, false, 1, false, null, null), PublishedOnly: false);
            var programme = new ProgrammeHeader(1, "testshire", "Testshire", "notice", InterventionKind.None, null, new(2010, 1, 1), null, new(2011, 7, 1));
            FigureCsv.WriteAsync(new(programme, [], [], new(), new(2011, 7, 1), false, new[] { figure }.ToAsyncEnumerable()), file, Never).GetAwaiter().GetResult();

            using var parser = new CsvHelper.CsvParser(new StreamReader(new MemoryStream(file.ToArray())), System.Globalization.CultureInfo.InvariantCulture);
            while (parser.Read())
                Assert.All(parser.Record!, cell => Assert.False(cell is ['=' or '+' or '-' or '@', ..], cell));
            Assert.Equal(SheetText.Plain(text), Spreadsheet.Read(file.ToArray(), null, Never).Rows[1][1].Text);
        });
    }
}
