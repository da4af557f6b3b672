using System.Text.RegularExpressions;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a column of an imported spreadsheet holds.</summary>
public enum ImportColumn
{
    LeftOut,
    Measure,
    Area,
    Month,
    /// <summary>Whether the row's figures are numerators or denominators.</summary>
    Part,
    Numerator,
    Denominator,
    /// <summary>The figure of a measure that is a plain number.</summary>
    Value,
    /// <summary>A figure as a document states it: compared with what is recorded, never recorded.</summary>
    Stated,
    /// <summary>Why a value was not captured, or why it is another than before.</summary>
    Reason,
}

/// <summary>The words by which columns are named here, and recognised in other people's spreadsheets.</summary>
public static partial class ImportColumnWords
{
    // Asked in this order: 'numerator or denominator' is neither of the two.
    private static readonly (ImportColumn Column, string[] Words)[] Known =
    [
        (ImportColumn.LeftOut, ["target", "rag", "benchmark", "trend", "ytd", "average", "variance", "year", "quarter"]),
        (ImportColumn.Stated, ["stated"]),
        (ImportColumn.Value, ["percentage", "percent", "rate"]),
        (ImportColumn.Reason, ["reason", "reasons", "comment", "comments", "note", "notes", "why"]),
        (ImportColumn.Measure, ["measure", "measures", "indicator", "indicators", "kpi", "pi", "code"]),
        (ImportColumn.Area, ["area", "areas", "locality", "localities", "team", "teams", "district", "place"]),
        (ImportColumn.Month, ["month", "months", "period", "date"]),
        (ImportColumn.Numerator, ["numerator", "num"]),
        (ImportColumn.Denominator, ["denominator", "denom", "den", "total", "completed", "all", "cohort", "base"]),
        (ImportColumn.Value, ["value", "values", "figure", "figures", "count", "number", "actual", "result"]),
    ];

    private static readonly string[] InTime = ["in time", "on time", "within time", "in timescale", "within timescale", "within timescales", "in timescales"];
    private static readonly string[] Parts = ["part", "what", "item", "data item", "component", "row type", "type"];

    public static string Label(this ImportColumn column) => column switch
    {
        ImportColumn.LeftOut => "Leave this column out",
        ImportColumn.Measure => "Measure",
        ImportColumn.Area => "Area",
        ImportColumn.Month => "Month",
        ImportColumn.Part => "Whether it is numerator or denominator",
        ImportColumn.Numerator => "Numerator",
        ImportColumn.Denominator => "Denominator",
        ImportColumn.Value => "Figure of a plain number",
        ImportColumn.Stated => "Figure as a document states it",
        ImportColumn.Reason => "Reason",
    };

    /// <summary>What a heading most likely says of its column; null where it says nothing known.</summary>
    public static ImportColumn? Guess(string heading)
    {
        var key = SheetText.Key(heading);
        var words = Word().Matches(key).Select(match => match.Value).ToHashSet();
        if (Parts.Contains(key) || (words.Contains("numerator") && words.Contains("denominator")))
            return ImportColumn.Part;
        if (key.Contains('%', StringComparison.Ordinal))
            return ImportColumn.Value;
        if (InTime.Any(text => key.Contains(text, StringComparison.Ordinal)) && !words.Contains("percentage"))
            return ImportColumn.Numerator;
        foreach (var (column, known) in Known)
            if (known.Any(words.Contains))
                return column;
        return null;
    }

    /// <summary>Whether the words name a numerator or a denominator, as they stand beside or above figures.</summary>
    public static ImportColumn? PartOf(string text) => Guess(text) is { } column and (ImportColumn.Numerator or ImportColumn.Denominator or ImportColumn.Value) ? column : null;

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
