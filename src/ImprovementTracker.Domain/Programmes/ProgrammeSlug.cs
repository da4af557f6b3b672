using System.Globalization;
using System.Text.RegularExpressions;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>The programme's name in addresses: nottinghamshire-2010, from Nottinghamshire County Council and the year.</summary>
public static partial class ProgrammeSlug
{
    public const string Advice = "Use small letters, digits and hyphens, such as nottinghamshire-2010.";

    private static readonly HashSet<string> Left = ["the", "of", "and", "council", "county", "city", "borough", "district", "metropolitan", "london", "royal", "unitary"];

    public static string Propose(string authority, int year)
    {
        var words = AddressName.WordsOf(authority);
        var telling = words.Where(word => !Left.Contains(word)).ToArray();
        var place = string.Join('-', telling.Length > 0 ? telling : words);
        var end = "-" + year.ToString(CultureInfo.InvariantCulture);
        return (place.Length == 0 ? "programme" : AddressName.Cut(place, Programme.SlugLength - end.Length)) + end;
    }

    /// <summary>The proposal itself, or with -2, -3 and so on where it is taken.</summary>
    public static string MakeUnique(string proposal, IReadOnlySet<string> taken) => AddressName.MakeUnique(proposal, taken, Programme.SlugLength);

    public static bool IsOne(string? text) => text is { Length: > 0 and <= Programme.SlugLength } && Shape().IsMatch(text);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Shape();
}
