using System.Text.RegularExpressions;

namespace ImprovementTracker.Domain.Measures;

/// <summary>
/// The words of a column's or measure's name, so that names which differ only in how they are written are the same:
/// Re_referrals_percent, rereferral_percent and 'Percentage of re-referrals' have the same subject.
/// </summary>
public static partial class ColumnWords
{
    private static readonly Dictionary<string, string> OneWord = new()
    {
        ["%"] = Percent,
        ["percentage"] = Percent,
        ["pct"] = Percent,
        ["perc"] = Percent,
        ["pc"] = Percent,
        ["proportion"] = Percent,
        ["share"] = Percent,
        ["number"] = Count,
        ["num"] = Count,
        ["total"] = Count,
        ["children"] = "child",
        ["enquirie"] = "enquiry",
        ["vacancie"] = "vacancy",
        ["familie"] = "family",
    };

    public const string Percent = "percent";
    public const string Count = "count";
    public const string Rate = "rate";

    /// <summary>In their order: small letters, without plural s, percentage and number by one word each, re-referral as one.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        foreach (Match match in Word().Matches(CamelCase().Replace(name, "$1 $2")))
        {
            var word = match.Value.ToLowerInvariant();
            if (word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u'))
                word = word[..^1];
            word = OneWord.GetValueOrDefault(word, word);
            if (word == "referral" && words is [.., "re"])
                words[^1] = "rereferral";
            else
                words.Add(word);
        }
        return words;
    }

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex CamelCase();

    [GeneratedRegex(@"[A-Za-z]+|\d+|%")]
    private static partial Regex Word();
}

/// <summary>What kind of figure a column holds, as its name must or may say.</summary>
public enum ColumnKind { Count, Percent, Amount }

/// <summary>A figure that releases give under different names.</summary>
/// <param name="Subjects">The words that its column's name must have, one or another of several ways to say it.</param>
/// <param name="MayHave">Words that it may have beside them. A column with any other word holds something else.</param>
public sealed record ColumnMeaning(ColumnKind Kind, string[] Subjects, string MayHave = "")
{
    private readonly string[][] _subjects = [.. Subjects.Select(subject => subject.Split(' '))];
    private readonly HashSet<string> _mayHave = [.. MayHave.Split(' '), .. Kind switch
    {
        ColumnKind.Count => [ColumnWords.Count, "no", "of"],
        ColumnKind.Percent => [ColumnWords.Percent, ColumnWords.Rate],
        ColumnKind.Amount => Array.Empty<string>(),
    }];

    /// <summary>How many words the name has beyond what it must have, the fewer the better; null where it means something else.</summary>
    public int? Fit(string columnName)
    {
        var words = ColumnWords.Of(columnName);
        int? best = null;
        foreach (var subject in _subjects)
        {
            if (!subject.All(words.Contains))
                continue;
            var rest = words.Except(subject).ToList();
            var saysKind = Kind != ColumnKind.Percent || rest.Contains(ColumnWords.Percent) || rest.Contains(ColumnWords.Rate);
            if (saysKind && rest.TrueForAll(_mayHave.Contains) && !(rest.Count >= best))
                best = rest.Count;
        }
        return best;
    }

    /// <summary>The column that fits best; null where none does.</summary>
    public int? Find(DfeColumns columns) => columns.Own
        .Select(place => (Place: (int?)place, Fit: Fit(columns.Names[place])))
        .Where(column => column.Fit is not null)
        .OrderBy(column => column.Fit).Select(column => column.Place).FirstOrDefault();
}
