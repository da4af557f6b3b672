namespace ImprovementTracker.Documents.Reports;

/// <summary>The report's look in one place: the product's own colours, a letter that every office has, and the sizes.</summary>
internal static class WordLook
{
    public const string Font = "Arial";
    public const string Language = "en-GB";

    // Against white paper each is above 4.5:1 but the line's colour, which draws lines only.
    public const string Ink = "14212B";
    public const string Quiet = "4B5A66";
    public const string Deep = "103A4D";
    public const string Measure = "0A5282";
    public const string Warning = "9C1C1C";
    public const string WarningWash = "FDEAEA";
    public const string Line = "CFD8DF";

    /// <summary>Targets take these in turn; the dashes differ too, for black and white.</summary>
    public static readonly IReadOnlyList<string> Targets = ["9C1C1C", "7A4B00", "17663A", "4B5A66"];

    // Twentieths of a point: A4 with 2.3 cm at the sides.
    public const int PageWidth = 11906;
    public const int PageHeight = 16838;
    public const int SideMargin = 1304;
    public const int TextWidth = PageWidth - (2 * SideMargin);

    /// <summary>How far a numbered paragraph's text stands from the margin.</summary>
    public const int NumberIndent = 624;
    public const int BulletIndent = 340;
}
