using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a person said of one spreadsheet, beside the words that are remembered for all.</summary>
public sealed record ImportChoices
{
    public static readonly ImportChoices None = new();

    /// <summary>Which sheet of the workbook; null for the first with something in it.</summary>
    public string? Sheet { get; init; }

    /// <summary>What columns hold, by their place from 0; null where a person takes a column for nothing that its heading may say.</summary>
    public IReadOnlyDictionary<int, ImportColumn?> Columns { get; init; } = new Dictionary<int, ImportColumn?>();

    /// <summary>The code of the measure that all rows are about, where no column names it.</summary>
    public string? Measure { get; init; }

    /// <summary>The area that all rows are about, where no column names it; null for the whole authority.</summary>
    public int? AreaId { get; init; }
}

/// <summary>A column of an imported spreadsheet and what it was taken for.</summary>
/// <param name="Month">The month whose figures it holds, where months are columns.</param>
/// <param name="Problem">Why its heading, which speaks of time, is no month.</param>
public sealed record MappedColumn(int Index, string Heading, ImportColumn? Meaning, Month? Month, string? Problem)
{
    public string Letters => Sheet.Letters(Index);
}

/// <summary>A name in an imported spreadsheet, how many rows carry it, where it first stands, and what it stands for.</summary>
public sealed record NameInFile(string Text, int Rows, string FirstCell, NameMeaning Meaning);

/// <summary>
/// How a spreadsheet is understood: which row holds the headings, what each column is, and what its names stand for.
/// Months are either in a column (long) or are columns themselves (wide).
/// </summary>
public sealed record ImportMapping
{
    /// <summary>The number of the row with the headings.</summary>
    public required int HeadingRow { get; init; }

    /// <summary>The number of the last row of headings: one more where numerator and denominator stand under each month.</summary>
    public required int LastHeadingRow { get; init; }

    public required bool IsWide { get; init; }
    public required IReadOnlyList<MappedColumn> Columns { get; init; }
    public MeasureToRecord? Measure { get; init; }
    public AreaNode? Area { get; init; }
    public IReadOnlyList<NameInFile> Measures { get; init; } = [];
    public IReadOnlyList<NameInFile> Areas { get; init; } = [];

    /// <summary>What a person has still to say before anything can be read, as sentences; without the names.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public IEnumerable<NameInFile> UnknownNames => Measures.Concat(Areas).Where(name => !name.Meaning.IsKnown);

    public bool IsComplete => Missing.Count == 0 && !UnknownNames.Any();

    /// <summary>The first column of the meaning; null where there is none.</summary>
    public MappedColumn? Find(ImportColumn meaning) => Columns.FirstOrDefault(column => column.Meaning == meaning && column.Month is null);

    public static ImportMapping Of(Sheet sheet, ImportVocabulary vocabulary, ImportChoices choices)
    {
        var headings = SheetHeadings.Find(sheet, vocabulary, choices);
        var mapping = new ImportMapping
        {
            HeadingRow = headings.Row,
            LastHeadingRow = headings.LastRow,
            IsWide = headings.IsWide,
            Columns = headings.Columns,
            Measure = vocabulary.Measures.FirstOrDefault(measure => measure.Code == choices.Measure),
            Area = choices.AreaId is { } area ? vocabulary.Areas.Find(area) : vocabulary.Areas.Whole,
        };
        return mapping with
        {
            Missing = [.. mapping.WhatIsMissing(choices)],
            Measures = mapping.Names(sheet, ImportColumn.Measure, vocabulary.MeasureOf),
            Areas = mapping.Names(sheet, ImportColumn.Area, vocabulary.AreaOf),
        };
    }

    /// <summary>The rows under the headings that hold any figure.</summary>
    public IEnumerable<SheetRow> RowsWithFigures(Sheet sheet)
    {
        var figures = Columns.Where(HoldsFigures).Select(column => column.Index).ToList();
        return sheet.Rows.Where(row => row.Number > LastHeadingRow && figures.Exists(column => !row[column].IsEmpty));
    }

    internal bool HoldsFigures(MappedColumn column) => IsWide
        ? column.Month is not null || column.Problem is not null
        : column.Meaning is ImportColumn.Numerator or ImportColumn.Denominator or ImportColumn.Value or ImportColumn.Stated;

    private List<NameInFile> Names(Sheet sheet, ImportColumn meaning, Func<string, NameMeaning> read)
    {
        if (Find(meaning) is not { } column)
            return [];
        return [.. RowsWithFigures(sheet).Where(row => !row[column.Index].IsEmpty)
            .GroupBy(row => SheetText.Key(row[column.Index].Text))
            .Select(rows => (First: rows.First(), Count: rows.Count()))
            .Select(name => new NameInFile(name.First[column.Index].Text, name.Count, Sheet.Address(column.Index, name.First.Number), read(name.First[column.Index].Text)))];
    }

    private IEnumerable<string> WhatIsMissing(ImportChoices choices)
    {
        if (Find(ImportColumn.Measure) is null && Measure is null)
            yield return "No column was found that names the measure. Say which one does, or which measure all rows are about.";
        // Figures of a part must not pass for the whole authority's because nobody knew its column.
        if (Find(ImportColumn.Area) is null && choices.AreaId is null && Columns.Any(column => column is { Meaning: null, Month: null, Problem: null }))
            yield return "No column was found that names the area. Say which one does, or which area all rows are about.";
        if (!IsWide && Find(ImportColumn.Month) is null)
            yield return "No month was found: neither a column of months, nor months as headings such as May 2011. Say which column holds the month.";
        if (!IsWide && !Columns.Any(HoldsFigures))
            yield return "No column was found that holds figures. Say which ones hold the numerator and the denominator, or the figure of a plain number.";
        foreach (var twice in Columns.Where(column => column is { Month: null, Meaning: not null and not ImportColumn.LeftOut }).GroupBy(column => column.Meaning).Where(same => same.Count() > 1))
            yield return $"Columns {Words.List([.. twice.Select(column => column.Letters)])} are both taken for: {twice.Key!.Value.Label().ToLowerInvariant()}. Leave out all but one.";
    }
}
