using System.Globalization;
using System.Text;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>How a name becomes a part of an address: small letters, digits and hyphens, without accents, and only once.</summary>
public static class AddressName
{
    /// <summary>A name as somebody typed it in an address: capitals make no difference.</summary>
    public static string Read(string typed) => typed.ToLowerInvariant();

    /// <summary>The words of a text as an address can hold them.</summary>
    public static string[] WordsOf(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                plain.Append(letter);
            else if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The proposal itself, or with -2, -3 and so on where it is taken; never longer than the length.</summary>
    public static string MakeUnique(string proposal, IReadOnlySet<string> taken, int length)
    {
        var name = proposal;
        for (var number = 2; taken.Contains(name); number++)
        {
            var end = "-" + number.ToString(CultureInfo.InvariantCulture);
            name = Cut(proposal, length - end.Length) + end;
        }
        return name;
    }

    public static string Cut(string text, int length) => (text.Length <= length ? text : text[..length]).TrimEnd('-');
}
