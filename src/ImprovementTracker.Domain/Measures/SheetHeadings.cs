using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Where a spreadsheet's headings stand, and what each says of its column.</summary>
/// <param name="LastRow">The row below, where it splits each month into numerator and denominator; else the same.</param>
public sealed record SheetHeadings(int Row, int LastRow, bool IsWide, IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>Titles and notes may stand above the headings, for so many rows.</summary>
    private const int MostRowsAbove = 50;

    /// <summary>Longer texts are sentences rather than headings.</summary>
    private const int LongestHeading = 60;

    /// <exception cref="BrokenRule">Nothing stands in the sheet.</exception>
    public static SheetHeadings Find(Sheet sheet, ImportVocabulary vocabulary, ImportChoices choices)
    {
        if (sheet.Rows.Count == 0)
            throw new BrokenRule("The sheet is empty. Choose one with a row of headings and figures under it.");
        var top = sheet.Rows.Take(MostRowsAbove).ToList();
        // The row with the most headings that say something; the upper one where two say as much.
        var at = top.Index().OrderByDescending(row => Score(row.Item, vocabulary)).ThenBy(row => row.Index).First();
        if (Score(at.Item, vocabulary) < 2)
            at = top.Index().FirstOrDefault(row => row.Item.Cells.Count(cell => !cell.IsEmpty) > 1, at);
        var headings = at.Item;
        var below = at.Index + 1 < sheet.Rows.Count ? sheet.Rows[at.Index + 1] : null;
        var months = Months(headings);
        var isWide = months.Count > 0 && !headings.Cells.Index().Any(cell => MeaningOf(cell.Index, cell.Item, vocabulary, choices) == ImportColumn.Month);
        if (isWide && below is not null && SplitsMonths(below, months))
            return new(headings.Number, below.Number, isWide, WithoutYears([.. Wide(headings, below, sheet, vocabulary, choices)]));
        return new(headings.Number, headings.Number, isWide, isWide ? WithoutYears([.. Wide(headings, null, sheet, vocabulary, choices)]) : [.. Long(headings, sheet, vocabulary, choices)]);
    }

    /// <summary>How many cells of the row say something of their columns; none where figures stand among them.</summary>
    private static int Score(SheetRow row, ImportVocabulary vocabulary) =>
        row.Cells.Any(IsFigure) ? 0 : row.Cells.Count(cell => WrittenMonth.TryRead(cell, out _) || (cell.Kind == CellKind.Text && cell.Text.Length <= LongestHeading && vocabulary.IsHeading(cell.Text)));

    private static bool IsFigure(SheetCell cell) =>
        (cell.Kind == CellKind.Number || (cell.Kind == CellKind.Text && WholeNumber.TryRead(cell.Text, out _))) && !WrittenMonth.TryRead(cell, out _);

    private static List<int> Months(SheetRow row) => [.. row.Cells.Index().Where(cell => WrittenMonth.TryRead(cell.Item, out _)).Select(cell => cell.Index)];

    /// <summary>Every month has numerator or denominator under it.</summary>
    private static bool SplitsMonths(SheetRow below, List<int> months) =>
        months.TrueForAll(column => below[column].Kind == CellKind.Text && ImportColumnWords.PartOf(below[column].Text) is not null);

    private static IEnumerable<MappedColumn> Long(SheetRow headings, Sheet sheet, ImportVocabulary vocabulary, ImportChoices choices)
    {
        // A column without a heading may hold something all the same.
        var width = Math.Max(headings.Cells.Count, sheet.Rows.Where(row => row.Number > headings.Number).Select(row => row.Cells.Count).DefaultIfEmpty().Max());
        for (var column = 0; column < width; column++)
        {
            if (headings[column].IsEmpty && !sheet.Rows.Any(row => row.Number > headings.Number && !row[column].IsEmpty))
                continue;
            yield return new(column, headings[column].Text, MeaningOf(column, headings[column], vocabulary, choices), null, null);
        }
    }

    private static IEnumerable<MappedColumn> Wide(SheetRow headings, SheetRow? below, Sheet sheet, ImportVocabulary vocabulary, ImportChoices choices)
    {
        var last = below?.Number ?? headings.Number;
        for (var column = 0; column < Math.Max(headings.Cells.Count, below?.Cells.Count ?? 0); column++)
        {
            var heading = headings[column].IsEmpty ? below?[column] ?? SheetCell.Empty : headings[column];
            if (heading.IsEmpty)
            {
                var cells = sheet.Rows.Where(row => row.Number > last && !row[column].IsEmpty).Select(row => row[column]).ToList();
                if (cells.Count > 0)
                    yield return new(column, "", choices.Columns.TryGetValue(column, out var said) ? said : cells.TrueForAll(IsPart) ? ImportColumn.Part : null, null, null);
                continue;
            }
            choices.Columns.TryGetValue(column, out var chosen);
            var problem = WrittenMonth.Read(heading, out var month);
            if (chosen == ImportColumn.LeftOut)
                yield return new(column, heading.Text, ImportColumn.LeftOut, null, null);
            else if (problem is "")
                yield return new(column, heading.Text, below is null ? null : ImportColumnWords.PartOf(below[column].Text), month, null);
            else if (problem is not null)
                yield return new(column, heading.Text, null, null, problem);
            else
                yield return new(column, heading.Text, BesideMonths(MeaningOf(column, heading, vocabulary, choices)), null, null);
        }
    }

    /// <summary>2009-10 and 2010-11 side by side are rather years than months.</summary>
    private static List<MappedColumn> WithoutYears(List<MappedColumn> columns) =>
        WrittenMonth.AreRatherYears([.. columns.Where(column => column.Month is not null).Select(column => column.Heading)])
            ? columns.ConvertAll(column => column.Month is null ? column : column with { Meaning = null, Month = null, Problem = WrittenMonth.RatherAYear(column.Heading) })
            : columns;

    /// <summary>The word numerator or denominator, which often stands beside the figures without a heading.</summary>
    private static bool IsPart(SheetCell cell) => cell.Kind == CellKind.Text && ImportColumnWords.PartOf(cell.Text) is ImportColumn.Numerator or ImportColumn.Denominator;

    /// <summary>Sums and other figures beside the months say nothing that is recorded.</summary>
    private static ImportColumn? BesideMonths(ImportColumn? meaning) =>
        meaning is null or ImportColumn.Measure or ImportColumn.Area or ImportColumn.Part or ImportColumn.Reason ? meaning : ImportColumn.LeftOut;

    private static ImportColumn? MeaningOf(int column, SheetCell heading, ImportVocabulary vocabulary, ImportChoices choices) =>
        choices.Columns.TryGetValue(column, out var chosen) ? chosen : heading.Kind == CellKind.Text ? vocabulary.ColumnOf(heading.Text) : null;
}
