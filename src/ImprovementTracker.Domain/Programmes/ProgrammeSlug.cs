using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>The programme's name in addresses: nottinghamshire-2010, from Nottinghamshire County Council and the year.</summary>
public static partial class ProgrammeSlug
{
    public const string Advice = "Use small letters, digits and hyphens, such as nottinghamshire-2010.";

    private static readonly HashSet<string> Left = ["the", "of", "and", "council", "county", "city", "borough", "district", "metropolitan", "london", "royal", "unitary"];

    public static string Propose(string authority, int year)
    {
        var words = Words(authority);
        var telling = words.Where(word => !Left.Contains(word)).ToList();
        var place = string.Join('-', telling.Count > 0 ? telling : words);
        var end = "-" + year.ToString(CultureInfo.InvariantCulture);
        return (place.Length == 0 ? "programme" : Cut(place, Programme.SlugLength - end.Length)) + end;
    }

    /// <summary>The proposal itself, or with -2, -3 and so on where it is taken.</summary>
    public static string MakeUnique(string proposal, IReadOnlySet<string> taken)
    {
        var slug = proposal;
        for (var number = 2; taken.Contains(slug); number++)
        {
            var end = "-" + number.ToString(CultureInfo.InvariantCulture);
            slug = Cut(proposal, Programme.SlugLength - end.Length) + end;
        }
        return slug;
    }

    public static bool IsOne(string? text) => text is { Length: > 0 and <= Programme.SlugLength } && Shape().IsMatch(text);

    private static List<string> Words(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                plain.Append(letter);
            else if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        }
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Cut(string text, int length) => (text.Length <= length ? text : text[..length]).TrimEnd('-');

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Shape();
}
