using System.Globalization;
using System.Text.RegularExpressions;

namespace ImprovementTracker.Domain.Inspections;

/// <summary>
/// Takes a list pasted from a letter apart: one finding a bullet or numbered paragraph, whose wrapped lines belong together;
/// without any bullet, one finding a line. The words stay as they are.
/// </summary>
public static partial class PastedFindings
{
    /// <param name="Paragraph">The number that stood before the words, where there was one.</param>
    public sealed record Piece(string Words, string? Paragraph);

    public static IReadOnlyList<Piece> Split(string? text)
    {
        var lines = (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var hasBullets = lines.Any(line => Bullet().IsMatch(line) || Number().IsMatch(line));
        var pieces = new List<Piece>();
        foreach (var line in lines)
        {
            if (Number().Match(line) is { Success: true } numbered)
                pieces.Add(new(line[numbered.Length..].Trim(), numbered.Groups[1].Value));
            else if (Bullet().Match(line) is { Success: true } bullet)
                pieces.Add(new(line[bullet.Length..].Trim(), null));
            else if (hasBullets && pieces.Count > 0)
                pieces[^1] = pieces[^1] with { Words = string.Create(CultureInfo.InvariantCulture, $"{pieces[^1].Words} {line}").Trim() };
            else
                pieces.Add(new(line, null));
        }
        return [.. pieces.Where(piece => piece.Words.Length > 0)];
    }

    // Bullets as letters print them and as they come out of a PDF: squares, discs, dashes and the private glyphs of symbol fonts.
    [GeneratedRegex(@"^(?:[\u25AA\u25AB\u25A0\u25FC\u25CF\u25E6\u2022\u2023\u00B7\uF06E\uF02D\uF0A7\uF0B7\uF0BE]\s*|[-*\u2013\u2014](?:\s+|$)|o\s+)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^\(?(\d{1,3}(?:\.\d{1,2})?)[.)]\s+")]
    private static partial Regex Number();
}
