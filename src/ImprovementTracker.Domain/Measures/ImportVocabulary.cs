using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A word of spreadsheets and what it was said to mean.</summary>
public sealed record RememberedWord(ImportWordKind Kind, string Text, string Meaning);

/// <summary>What the words of a spreadsheet mean in a programme: its measures and areas, and what people said before.</summary>
public sealed class ImportVocabulary
{
    /// <summary>The meaning of a name whose rows are left out.</summary>
    public const string LeftOut = "-";

    /// <summary>The meaning of a heading that says nothing of its column, whatever it looks like.</summary>
    public const string NotSaid = "?";

    private readonly Dictionary<string, MeasureToRecord> _measures;
    private readonly ILookup<string, AreaNode> _areas;
    private readonly Dictionary<(ImportWordKind, string), string> _words;

    /// <param name="last">The last month that can be recorded.</param>
    public ImportVocabulary(IReadOnlyList<MeasureToRecord> measures, AreaTree areas, IEnumerable<RememberedWord> words, Month last)
    {
        Measures = measures;
        Areas = areas;
        Last = last;
        _measures = [];
        // A code first: it is what files of the program itself carry.
        foreach (var (text, measure) in measures.Select(measure => (measure.Code, measure)).Concat(measures.Select(measure => (measure.Name, measure))))
            _measures.TryAdd(SheetText.Key(text), measure);
        _areas = areas.InOrder.SelectMany(area => areas.NamesOf(area).Select(name => (Name: name, Area: area))).ToLookup(one => SheetText.Key(one.Name), one => one.Area);
        _words = words.ToDictionary(word => (word.Kind, word.Text), word => word.Meaning);
    }

    public IReadOnlyList<MeasureToRecord> Measures { get; }
    public AreaTree Areas { get; }
    public Month Last { get; }

    /// <summary>What was said of the word; null where nothing was.</summary>
    public string? Remembered(ImportWordKind kind, string text) => _words.GetValueOrDefault((kind, SheetText.Key(text)));

    /// <summary>What was said of the heading; else what it most likely says of its column.</summary>
    public ImportColumn? ColumnOf(string heading)
    {
        var meaning = Remembered(ImportWordKind.Column, heading);
        return meaning == NotSaid ? null
            : Enum.TryParse<ImportColumn>(meaning, out var column) && Enum.IsDefined(column) ? column : ImportColumnWords.Guess(heading);
    }

    /// <summary>Whether the text is known to stand over a column, be it one that it says nothing of.</summary>
    public bool IsHeading(string text) => Remembered(ImportWordKind.Column, text) is not null || ImportColumnWords.Guess(text) is not null;

    public NameMeaning MeasureOf(string text)
    {
        if (Remembered(ImportWordKind.Measure, text) is { } meaning)
        {
            if (meaning == LeftOut)
                return new(null, [], IsLeftOut: true, IsRemembered: true);
            if (Measures.FirstOrDefault(measure => measure.Code == meaning) is { } remembered)
                return new(remembered, [], IsLeftOut: false, IsRemembered: true);
        }
        return new(_measures.GetValueOrDefault(SheetText.Key(text)), [], IsLeftOut: false, IsRemembered: false);
    }

    public NameMeaning AreaOf(string text)
    {
        if (Remembered(ImportWordKind.Area, text) is { } meaning)
        {
            if (meaning == LeftOut)
                return new(null, [], IsLeftOut: true, IsRemembered: true);
            if (int.TryParse(meaning, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Areas.Find(id) is { } remembered)
                return new(null, [remembered], IsLeftOut: false, IsRemembered: true);
        }
        return new(null, [.. _areas[SheetText.Key(text)]], IsLeftOut: false, IsRemembered: false);
    }
}

/// <summary>What a name in a spreadsheet stands for.</summary>
/// <param name="Areas">More than one where several areas have the name, at different times or in different parts.</param>
/// <param name="IsRemembered">Somebody said so, rather than the name being the same.</param>
public sealed record NameMeaning(MeasureToRecord? Measure, IReadOnlyList<AreaNode> Areas, bool IsLeftOut, bool IsRemembered)
{
    public bool IsKnown => IsLeftOut || Measure is not null || Areas.Count > 0;
}
