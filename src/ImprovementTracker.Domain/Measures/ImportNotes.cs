using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What was passed over in a spreadsheet, as sentences: nothing is left out without a word.</summary>
public static class ImportNotes
{
    private const int MostNamed = 12;

    public static IReadOnlyList<string> Of(Sheet sheet, ImportMapping mapping) => [.. Sentences(sheet, mapping)];

    private static IEnumerable<string> Sentences(Sheet sheet, ImportMapping mapping)
    {
        if (sheet.OtherSheets.Count > 0)
            yield return $"The sheet {SheetText.Quote(sheet.Name)} is read. The workbook has {Named("another one", "others", [.. sheet.OtherSheets.Select(SheetText.Quote)])}.";
        if (sheet.IsOlderWorkbook)
            yield return "In a workbook of the older kind (.xls) a formula that gave an error is read as an empty cell. Save it as .xlsx to have such cells refused.";
        if (sheet.HiddenRows.Count > 0)
            yield return $"{Words.Sentence(Words.Count(sheet.HiddenRows.Count, "hidden row is", "hidden rows are"))} left out: {Few([.. sheet.HiddenRows.Select(row => Words.Count(row))])}. Show them in Excel if they are to be imported.";
        if (sheet.HiddenColumns.Count > 0)
            yield return $"{Words.Sentence(Words.Count(sheet.HiddenColumns.Count, "hidden column is", "hidden columns are"))} left out: {Few([.. sheet.HiddenColumns.Select(Sheet.Letters)])}. Show them in Excel if they are to be imported.";
        var columns = mapping.Columns.Where(column => column.Month is null && column.Problem is null && column.Meaning is null or ImportColumn.LeftOut).ToList();
        if (columns.Count > 0)
            yield return $"{(columns.Count == 1 ? "A column is" : "Columns are")} left out: {Few([.. columns.Select(column => column.Heading.Length == 0 ? column.Letters : $"{column.Letters} {SheetText.Quote(column.Heading)}")])}.";
        foreach (var name in mapping.Measures.Concat(mapping.Areas).Where(name => name.Meaning.IsLeftOut))
            yield return $"{SheetText.Quote(name.Text)} is left out, as was said of it before: {Words.Count(name.Rows, "row", "rows")}.";
        if (mapping.Find(ImportColumn.Area) is null && mapping.Area is { } area)
            yield return $"No column names an area: all figures are taken for {area.Name}.";
        if (mapping.Find(ImportColumn.Measure) is null && mapping.Measure is { } measure)
            yield return $"No column names a measure: all figures are taken for {measure.Name}.";
    }

    private static string Named(string one, string many, IReadOnlyList<string> names) => $"{(names.Count == 1 ? one : many)}: {Few(names)}";

    private static string Few(IReadOnlyList<string> names) =>
        names.Count <= MostNamed ? Words.List(names) : $"{string.Join(", ", names.Take(MostNamed))} and {Words.Count(names.Count - MostNamed)} more";
}
