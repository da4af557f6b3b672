using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>One value of an imported spreadsheet: of which measure, area and month, and what it says or why it cannot be read.</summary>
/// <param name="Row">Where its first cell stands.</param>
/// <param name="Cell">B7: its first cell.</param>
/// <param name="Measure">Null where the name is not known.</param>
/// <param name="MeasureText">The measure's name, or what the file says instead.</param>
/// <param name="Value">With a problem beside it: what may stand in the file only where it is recorded so already.</param>
/// <param name="Problem">B7: what is wrong and what to do; null where it can be recorded.</param>
public sealed record ImportedFigure(int Row, string Cell, MeasureToRecord? Measure, string MeasureText, AreaNode? Area, string AreaText, Month? Month, RecordedValue? Value, string? Problem);

/// <summary>Reads the figures of a spreadsheet whose columns are understood, in the order of its rows.</summary>
public sealed class ImportReading
{
    private readonly Sheet _sheet;
    private readonly ImportMapping _mapping;
    private readonly ImportVocabulary _vocabulary;
    private readonly Dictionary<(int Measure, int Area, Month Month), Pieces> _pieces = [];
    private readonly List<(int Row, int Column, ImportedFigure Figure)> _refused = [];
    private readonly Dictionary<string, NameMeaning> _measures = [];
    private readonly Dictionary<string, NameMeaning> _areas = [];
    private readonly bool _areYears;

    private ImportReading(Sheet sheet, ImportMapping mapping, ImportVocabulary vocabulary)
    {
        (_sheet, _mapping, _vocabulary) = (sheet, mapping, vocabulary);
        _areYears = !mapping.IsWide && !FigureSheet.IsExport(sheet) && mapping.Find(ImportColumn.Month) is { } months && WrittenMonth.AreRatherYears([.. mapping.RowsWithFigures(sheet).Select(row => row[months.Index] is { Kind: CellKind.Text } cell ? cell.Text : "")]);
    }

    public static IReadOnlyList<ImportedFigure> Of(Sheet sheet, ImportMapping mapping, ImportVocabulary vocabulary)
    {
        var reading = new ImportReading(sheet, mapping, vocabulary);
        foreach (var row in mapping.RowsWithFigures(sheet))
            reading.ReadRow(row);
        reading.RefuseHeadings();
        return [.. reading._pieces.Values.Select(piece => (piece.Row, piece.Column, Figure: piece.ToFigure())).Where(piece => piece.Figure.Value is not null || piece.Figure.Problem is not null)
            .Concat(reading._refused).OrderBy(figure => figure.Row).ThenBy(figure => figure.Column).Select(figure => figure.Figure)];
    }

    private void ReadRow(SheetRow row)
    {
        var measureText = TextOf(row, ImportColumn.Measure, _mapping.Measure?.Name);
        var areaText = TextOf(row, ImportColumn.Area, _mapping.Area?.Name);
        var measures = _mapping.Find(ImportColumn.Measure) is null ? new NameMeaning(_mapping.Measure, [], false, false) : Meaning(_measures, measureText, _vocabulary.MeasureOf);
        var areas = _mapping.Find(ImportColumn.Area) is null ? new NameMeaning(null, _mapping.Area is { } all ? [all] : [], false, false) : Meaning(_areas, areaText, _vocabulary.AreaOf);
        if (measures.IsLeftOut || areas.IsLeftOut)
            return;
        if (measures.Measure is not { } measure)
            Refuse(row, ImportColumn.Measure, null, measureText, null, areaText, null, measureText.Length == 0 ? "No measure is named here. Write it in every row." : $"There is no measure {SheetText.Quote(measureText)}. Say on the page 'What columns and names mean' which one it is, or correct the name.");
        else if (areas.Areas.Count == 0)
            Refuse(row, ImportColumn.Area, measure, measure.Name, null, areaText, null, areaText.Length == 0 ? "No area is named here. Write it in every row." : $"There is no area {SheetText.Quote(areaText)}. Say on the page 'What columns and names mean' which one it is, or correct the name.");
        else if (_mapping.IsWide)
            ReadWide(row, measure, areas.Areas, areaText);
        else
            ReadLong(row, measure, areas.Areas, areaText);
    }

    private void ReadWide(SheetRow row, MeasureToRecord measure, IReadOnlyList<AreaNode> areas, string areaText)
    {
        var part = PartOf(row, measure);
        foreach (var column in _mapping.Columns.Where(column => column.Month is not null && !row[column.Index].IsEmpty))
        {
            var cell = new PlacedCell(row[column.Index], Sheet.Address(column.Index, row.Number));
            if (part is null && column.Meaning is null && UnreadPart(row, measure) is { } parts)
                RefusePart(row, column, parts, measure, areaText, column.Month);
            else
                Add(row, column.Index, measure, areas, areaText, column.Month!.Value, column.Meaning ?? part ?? ImportColumn.Value, cell);
        }
    }

    private void ReadLong(SheetRow row, MeasureToRecord measure, IReadOnlyList<AreaNode> areas, string areaText)
    {
        var months = _mapping.Find(ImportColumn.Month)!.Index;
        if (WrittenMonth.Read(row[months], out var month) is not "" and var problem || (_areYears && (problem = WrittenMonth.RatherAYear(row[months].Text)) is not null))
        {
            var text = row[months].IsEmpty ? "No month is named here. Write it in every row." : problem ?? $"{SheetText.Quote(row[months].Text)} is no month. {WrittenMonth.Advice}";
            RefuseAt(row, months, measure, measure.Name, null, areaText, null, Sheet.Address(months, row.Number), text);
            return;
        }
        var part = PartOf(row, measure);
        foreach (var column in _mapping.Columns.Where(_mapping.HoldsFigures).Where(column => !row[column.Index].IsEmpty))
        {
            // A target, or a figure for the year so far, is not the month's.
            if (part is null && column.Meaning == ImportColumn.Value && UnreadPart(row, measure) is { } parts)
                RefusePart(row, column, parts, measure, areaText, month);
            else
                Add(row, column.Index, measure, areas, areaText, month, column.Meaning == ImportColumn.Value && part is { } said ? said : column.Meaning!.Value, new(row[column.Index], Sheet.Address(column.Index, row.Number)));
        }
    }

    private void Add(SheetRow row, int column, MeasureToRecord measure, IReadOnlyList<AreaNode> areas, string areaText, Month month, ImportColumn part, PlacedCell cell)
    {
        // Whether a figure of the one that is meant can be recorded is asked later: what says the same as before may stand.
        var meant = areas.Count == 1 ? areas : [.. areas.Where(area => area.IsInForce(month))];
        if (meant.Count != 1)
        {
            RefuseAt(row, column, measure, measure.Name, areas[0], areaText, month, cell.Address,
                meant.Count == 0 ? MonthChecks.OutOfPlace(measure, areas[0], month)! : $"{meant.Count} areas are called {SheetText.Quote(areaText)}. Say on the page 'What columns and names mean' which one is meant.");
            return;
        }
        var area = meant[0];
        var key = (measure.Shape.Id, area.Id, month);
        if (!_pieces.TryGetValue(key, out var pieces))
            _pieces[key] = pieces = new(row.Number, column, measure, area, month, isOfManyMonths: _mapping.IsWide);
        if (pieces.Cells.TryGetValue(part, out var earlier))
            RefuseAt(row, column, measure, measure.Name, area, areaText, month, cell.Address, $"{Words.Sentence(PartWords(part))} of {Words.InSentence(measure.Name)} in {area.Name} for {month} stands in {earlier.Address} already. Keep one of the two.");
        else
            pieces.Cells[part] = cell;
        if (_mapping.Find(ImportColumn.Reason) is { } reasons && !row[reasons.Index].IsEmpty)
            pieces.Reason ??= row[reasons.Index].Text;
    }

    private static string PartWords(ImportColumn part) => part switch
    {
        ImportColumn.Numerator => "the numerator",
        ImportColumn.Denominator => "the denominator",
        ImportColumn.Value or ImportColumn.Stated or ImportColumn.LeftOut or ImportColumn.Measure or ImportColumn.Area or ImportColumn.Month or ImportColumn.Part or ImportColumn.Reason => "the figure",
    };

    /// <summary>The row's word for numerator or denominator, or the measure's own words for them.</summary>
    private ImportColumn? PartOf(SheetRow row, MeasureToRecord measure)
    {
        if (_mapping.Find(ImportColumn.Part) is not { } column)
            return null;
        var text = SheetText.Key(row[column.Index].Text);
        return text == SheetText.Key(measure.Numerator) ? ImportColumn.Numerator
            : measure.Denominator is { } all && text == SheetText.Key(all) ? ImportColumn.Denominator
            : ImportColumnWords.PartOf(text);
    }

    /// <summary>The column that should say what the row's figures are, where it says something else; a plain number needs no word.</summary>
    private MappedColumn? UnreadPart(SheetRow row, MeasureToRecord measure) =>
        _mapping.Find(ImportColumn.Part) is { } parts && !(row[parts.Index].IsEmpty && !measure.Shape.Unit.HasDenominator()) ? parts : null;

    private void RefusePart(SheetRow row, MappedColumn column, MappedColumn parts, MeasureToRecord measure, string areaText, Month? month) =>
        RefuseAt(row, column.Index, measure, measure.Name, null, areaText, month, Sheet.Address(parts.Index, row.Number),
            row[parts.Index].IsEmpty ? $"Nothing says whether this is the numerator or the denominator of {Words.InSentence(measure.Name)}. Write one of the two."
            : $"{SheetText.Quote(row[parts.Index].Text)} is neither numerator nor denominator. Write one of the two, or take out the rows that are not figures of a month.");

    /// <summary>Columns whose heading speaks of time and is no month, as soon as anything stands in them.</summary>
    private void RefuseHeadings()
    {
        foreach (var column in _mapping.Columns.Where(column => column.Problem is not null && _mapping.RowsWithFigures(_sheet).Any(row => !row[column.Index].IsEmpty)))
        {
            var address = Sheet.Address(column.Index, _mapping.HeadingRow);
            _refused.Add((_mapping.HeadingRow, column.Index, new(_mapping.HeadingRow, address, null, "", null, "", null, null, $"{address}: {column.Problem}")));
        }
    }

    private string TextOf(SheetRow row, ImportColumn meaning, string? otherwise) => _mapping.Find(meaning) is { } column ? row[column.Index].Text : otherwise ?? "";

    private static NameMeaning Meaning(Dictionary<string, NameMeaning> known, string text, Func<string, NameMeaning> read)
    {
        if (!known.TryGetValue(text, out var meaning))
            known[text] = meaning = read(text);
        return meaning;
    }

    private void Refuse(SheetRow row, ImportColumn at, MeasureToRecord? measure, string measureText, AreaNode? area, string areaText, Month? month, string sentence)
    {
        var column = _mapping.Find(at)?.Index ?? 0;
        RefuseAt(row, column, measure, measureText, area, areaText, month, Sheet.Address(column, row.Number), sentence);
    }

    private void RefuseAt(SheetRow row, int column, MeasureToRecord? measure, string measureText, AreaNode? area, string areaText, Month? month, string address, string sentence) =>
        _refused.Add((row.Number, column, new(row.Number, address, measure, measureText, area, area?.Name ?? areaText, month, null, $"{address}: {sentence}")));

    /// <summary>The cells that together say one value.</summary>
    private sealed class Pieces(int row, int column, MeasureToRecord measure, AreaNode area, Month month, bool isOfManyMonths)
    {
        public int Row => row;
        public int Column => column;
        public Dictionary<ImportColumn, PlacedCell> Cells { get; } = new(2);
        public string? Reason { get; set; }

        public ImportedFigure ToFigure()
        {
            var first = Cells.Values.First().Address;
            var (value, problem) = ImportedCount.Read(measure, Cells.GetValueOrDefault(ImportColumn.Numerator), Cells.GetValueOrDefault(ImportColumn.Denominator), Cells.GetValueOrDefault(ImportColumn.Value), Reason, Cells.GetValueOrDefault(ImportColumn.Stated));
            // What is said of a row of many months is why they were not captured, and no answer to why one of them leaps.
            if (isOfManyMonths && value is { Kind: not ValueKind.NotCaptured })
                value = value with { Reason = null };
            return new(row, first, measure, measure.Name, area, area.Name, month, value, problem);
        }
    }
}
