using System.Globalization;
using System.Text.RegularExpressions;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>What a cell of a spreadsheet holds.</summary>
public enum CellKind { Empty, Text, Number, Day, Error }

/// <summary>A cell of a spreadsheet as it was read: its text as a person would see it, and the number where it is one.</summary>
public readonly record struct SheetCell(CellKind Kind, string Text, double Number)
{
    public static readonly SheetCell Empty = new(CellKind.Empty, "", 0);

    public bool IsEmpty => Kind == CellKind.Empty;

    /// <summary>The day of a cell that holds one.</summary>
    public DateOnly Day => DateOnly.FromDateTime(DateTime.FromOADate(Number));

    /// <summary>Text without the spaces around it; nothing but spaces is an empty cell.</summary>
    public static SheetCell Of(string? text)
    {
        var plain = (text ?? "").Replace('\u00A0', ' ').Trim();
        return plain.Length == 0 ? Empty : new(SheetText.IsError(plain) ? CellKind.Error : CellKind.Text, plain, 0);
    }

    public static SheetCell Of(double number) => new(CellKind.Number, number.ToString("0.##########", CultureInfo.InvariantCulture), number);

    public static SheetCell Of(DateOnly day) => new(CellKind.Day, Words.Date(day), day.ToDateTime(TimeOnly.MinValue).ToOADate());

    /// <summary>What a formula gave instead of a value: #N/A.</summary>
    public static SheetCell Error(string text) => new(CellKind.Error, text, 0);
}

/// <summary>A row of a spreadsheet with its number there; cells after the last one that holds anything are left out.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    public SheetCell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : SheetCell.Empty;
}

/// <summary>A sheet of figures: the rows that hold anything and can be seen, in their order.</summary>
public sealed record Sheet(string Name, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The workbook's other sheets that hold something.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];

    /// <summary>Numbers of rows that hold something and are hidden, so were left out.</summary>
    public IReadOnlyList<int> HiddenRows { get; init; } = [];

    /// <summary>Columns that hold something and are hidden, so were left out.</summary>
    public IReadOnlyList<int> HiddenColumns { get; init; } = [];

    /// <summary>Of the older kind (.xls), in which an error of a formula cannot be told from an empty cell.</summary>
    public bool IsOlderWorkbook { get; init; }

    /// <summary>B7.</summary>
    public static string Address(int column, int row) => $"{Letters(column)}{row.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The letters over a column, the first of which is 0: A, Z, AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var left = column + 1; left > 0; left = (left - 1) / 26)
            letters = (char)('A' + ((left - 1) % 26)) + letters;
        return letters;
    }
}

/// <summary>How texts of a spreadsheet are compared and shown.</summary>
public static partial class SheetText
{
    /// <summary>Longer texts are cut where they are quoted.</summary>
    private const int Quoted = 60;

    /// <summary>Small letters, single spaces, nothing around it: as texts are compared and remembered.</summary>
    public static string Key(string text)
    {
        var key = Plain(text).ToLowerInvariant().TrimEnd(':').TrimEnd();
        return key.Length <= ImportWord.TextLength ? key : key[..ImportWord.TextLength].TrimEnd();
    }

    /// <summary>On one line, single spaces, nothing around it: as a text goes into a file, and comes back from one.</summary>
    public static string Plain(string? text) => Space().Replace(text ?? "", " ").Trim();

    /// <summary>'Initial assessments', in quotation marks and not too long.</summary>
    public static string Quote(string text)
    {
        var plain = Plain(text);
        return plain.Length <= Quoted ? $"'{plain}'" : $"'{plain[..Quoted].TrimEnd()}…'";
    }

    internal static bool IsError(string text) => text[0] == '#' && ErrorValue().IsMatch(text);

    [GeneratedRegex(@"[\s\u00A0\p{Cc}]+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", RegexOptions.IgnoreCase)]
    private static partial Regex ErrorValue();
}
