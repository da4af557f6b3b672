namespace ImprovementTracker.Documents.Reports;

/// <summary>How much room a text takes in Arial, as near as the layout of a column or a label needs it.</summary>
internal static class TextWidth
{
    /// <summary>The width of a text on one line, in sizes of its letters: at 10 points, 2.5 is 25 points.</summary>
    public static double Of(string text) => text.Sum(Of);

    /// <summary>Into how many lines a text is broken that may be so wide at most.</summary>
    public static int Lines(string text, double widest)
    {
        var lines = 1;
        var used = 0.0;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Of))
        {
            if (used > 0 && used + Of(' ') + word > widest)
            {
                lines++;
                used = word;
            }
            else
            {
                used += word + (used > 0 ? Of(' ') : 0);
            }
        }
        return lines;
    }

    private static double Of(char letter) => letter switch
    {
        'f' or 'i' or 'j' or 'l' or 't' or 'r' or 'I' or ' ' or '.' or ',' or ':' or ';' or '(' or ')' or '-' or '\'' => 0.29,
        'm' or 'w' or 'M' or 'W' or '%' => 0.86,
        >= 'A' and <= 'Z' => 0.69,
        _ => 0.56,
    };
}
