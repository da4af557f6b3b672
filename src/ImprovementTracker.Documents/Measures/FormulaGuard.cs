namespace ImprovementTracker.Documents.Measures;

/// <summary>
/// Keeps a text of a csv file from being taken for a formula: a spreadsheet program runs what begins with = + - or @. Such a
/// text goes out behind an apostrophe, as one would type it there, and is read back without.
/// </summary>
internal static class FormulaGuard
{
    private const char Apostrophe = '\'';

    public static string Guarded(string text) => LooksLikeFormula(text) ? Apostrophe + text : text;

    public static string Unguarded(string text) => text.StartsWith(Apostrophe) && LooksLikeFormula(text) ? text[1..] : text;

    /// <summary>Also behind apostrophes of its own, so that what was put before it can be told from what was there.</summary>
    private static bool LooksLikeFormula(string text) => text.AsSpan().TrimStart(Apostrophe) is ['=' or '+' or '-' or '@', ..];
}
