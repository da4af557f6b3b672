using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ImprovementTracker.Documents.Reports;

/// <summary>
/// Word's own numbering: one list for the paragraphs of the whole report, so that an inserted paragraph moves the numbers
/// after it, and one for bullets at the margin and below a numbered paragraph each.
/// </summary>
internal static class WordNumbering
{
    public const int Paragraphs = 1;
    public const int Bullets = 2;
    public const int BulletsBelow = 3;

    public static Numbering Create()
    {
        var numbers = Definition(1, "4F2A10C1",
            Number(0, NumberFormatValues.Decimal, "%1.", WordStyles.Numbered, WordLook.NumberIndent, WordLook.NumberIndent),
            Number(1, NumberFormatValues.LowerLetter, "(%2)", null, WordLook.NumberIndent * 2, WordLook.NumberIndent),
            Number(2, NumberFormatValues.LowerRoman, "(%3)", null, WordLook.NumberIndent * 3, WordLook.NumberIndent));
        var bullets = Definition(2, "4F2A10C2",
            Bullet(0, "\u2022", WordStyles.Bullet, WordLook.BulletIndent), Bullet(1, "\u2013", null, WordLook.BulletIndent * 2));
        var below = Definition(3, "4F2A10C3",
            Bullet(0, "\u2022", WordStyles.BulletBelow, WordLook.NumberIndent + WordLook.BulletIndent),
            Bullet(1, "\u2013", null, WordLook.NumberIndent + (WordLook.BulletIndent * 2)));
        return new Numbering(numbers, bullets, below, Use(Paragraphs, 1), Use(Bullets, 2), Use(BulletsBelow, 3));
    }

    private static AbstractNum Definition(int id, string nsid, params Level[] levels)
    {
        var definition = new AbstractNum(new Nsid { Val = nsid }, new MultiLevelType { Val = MultiLevelValues.Multilevel }, new TemplateCode { Val = nsid })
        {
            AbstractNumberId = id,
        };
        definition.Append(levels);
        return definition;
    }

    private static NumberingInstance Use(int id, int definition) => new(new AbstractNumId { Val = definition }) { NumberID = id };

    private static Level Number(int index, NumberFormatValues format, string text, string? style, int left, int hanging) =>
        Level(index, format, text, style, left, hanging, new NumberingSymbolRunProperties(new RunFonts { Ascii = WordLook.Font, HighAnsi = WordLook.Font }));

    // The bullet is a letter of the text's own font: a symbol font would not be found everywhere.
    private static Level Bullet(int index, string sign, string? style, int left) =>
        Level(index, NumberFormatValues.Bullet, sign, style, left, WordLook.BulletIndent,
            new NumberingSymbolRunProperties(new RunFonts { Ascii = WordLook.Font, HighAnsi = WordLook.Font, ComplexScript = WordLook.Font }));

    private static Level Level(int index, NumberFormatValues format, string text, string? style, int left, int hanging, NumberingSymbolRunProperties look)
    {
        var level = new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }) { LevelIndex = index };
        if (style is not null)
            level.Append(new ParagraphStyleIdInLevel { Val = style });
        level.Append(
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(
                new Indentation { Left = left.ToString(CultureInfo.InvariantCulture), Hanging = hanging.ToString(CultureInfo.InvariantCulture) }),
            look);
        return level;
    }
}
