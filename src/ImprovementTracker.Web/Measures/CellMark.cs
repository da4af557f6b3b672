using ImprovementTracker.Domain.Measures;

namespace ImprovementTracker.Web.Measures;

/// <summary>What must be known of a figure in a matrix, as a sign that the key below explains.</summary>
public enum CellMark { Illustrative, Provisional, Revised, DiffersFromParts }

public static class CellMarkWords
{
    private static readonly CellMark[] All = Enum.GetValues<CellMark>();

    public static string Sign(this CellMark mark) => mark switch
    {
        CellMark.Illustrative => "i",
        CellMark.Provisional => "p",
        CellMark.Revised => "r",
        CellMark.DiffersFromParts => "≠",
    };

    public static string Label(this CellMark mark) => mark switch
    {
        CellMark.Illustrative => "illustrative",
        CellMark.Provisional => "provisional",
        CellMark.Revised => "revised",
        CellMark.DiffersFromParts => "differs from the sum of its parts",
    };

    public static string Meaning(this CellMark mark) => mark switch
    {
        CellMark.Illustrative => "illustrative: invented for the demonstration, not a figure of record",
        CellMark.Provisional => $"provisional: {FigureMarks.Provisional}",
        CellMark.Revised => $"revised: {FigureMarks.Revised}",
        CellMark.DiffersFromParts => "differs from the sum of the area's parts",
    };

    // A matrix asks for thousands: so every combination is there already.
    private static readonly IReadOnlyList<CellMark>[] Combinations = [.. Enumerable.Range(0, 1 << All.Length).Select(set => All.Where(mark => (set & (1 << (int)mark)) != 0).ToArray())];

    public static IReadOnlyList<CellMark> Of(FigureMarks marks, bool differsFromParts) => Combinations[
        (marks.IsIllustrative ? 1 << (int)CellMark.Illustrative : 0) | (marks.IsProvisional ? 1 << (int)CellMark.Provisional : 0)
        | (marks.IsRevised ? 1 << (int)CellMark.Revised : 0) | (differsFromParts ? 1 << (int)CellMark.DiffersFromParts : 0)];
}
