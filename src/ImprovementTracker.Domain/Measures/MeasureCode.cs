using System.Globalization;
using System.Text;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>A measure's name in addresses and files: initial-assessments-in-time, proposed from its name.</summary>
public static class MeasureCode
{
    public static string Propose(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                plain.Append(letter);
            else if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        }
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = new StringBuilder();
        foreach (var word in words.TakeWhile(word => code.Length == 0 || code.Length + 1 + word.Length <= Measure.CodeLength))
            code.Append(code.Length == 0 ? "" : "-").Append(word);
        // "new" is an address of its own: the form for a new measure.
        return code.ToString() switch { "" => "measure", "new" => "new-measure", var made => Cut(made, Measure.CodeLength) };
    }

    /// <summary>The proposal itself, or with -2, -3 and so on where it is taken.</summary>
    public static string MakeUnique(string proposal, IReadOnlySet<string> taken)
    {
        var code = proposal;
        for (var number = 2; taken.Contains(code); number++)
        {
            var end = "-" + number.ToString(CultureInfo.InvariantCulture);
            code = Cut(proposal, Measure.CodeLength - end.Length) + end;
        }
        return code;
    }

    private static string Cut(string text, int length) => (text.Length <= length ? text : text[..length]).TrimEnd('-');
}
