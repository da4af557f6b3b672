namespace ImprovementTracker.Web.Measures;

/// <summary>What must be known of a figure in a matrix, as a sign that the key below explains.</summary>
public enum CellMark { Illustrative, Provisional, DiffersFromParts }

public static class CellMarkWords
{
    public static string Sign(this CellMark mark) => mark switch
    {
        CellMark.Illustrative => "i",
        CellMark.Provisional => "p",
        CellMark.DiffersFromParts => "≠",
    };

    public static string Label(this CellMark mark) => mark switch
    {
        CellMark.Illustrative => "illustrative",
        CellMark.Provisional => "provisional",
        CellMark.DiffersFromParts => "differs from the sum of its parts",
    };

    public static string Meaning(this CellMark mark) => mark switch
    {
        CellMark.Illustrative => "illustrative: invented for the demonstration, not a figure of record",
        CellMark.Provisional => "provisional: not yet approved by another person",
        CellMark.DiffersFromParts => "differs from the sum of the area's parts",
    };

    public static IReadOnlyList<CellMark> Of(bool isIllustrative, bool isProvisional, bool differsFromParts)
    {
        if (!isIllustrative && !isProvisional && !differsFromParts)
            return [];
        var marks = new List<CellMark>();
        if (isIllustrative)
            marks.Add(CellMark.Illustrative);
        if (isProvisional)
            marks.Add(CellMark.Provisional);
        if (differsFromParts)
            marks.Add(CellMark.DiffersFromParts);
        return marks;
    }
}
