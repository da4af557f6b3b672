namespace ImprovementTracker.Domain.Measures;

/// <summary>An English local authority as national statistics know it.</summary>
/// <param name="Number">Three digits that stay the same when the code changes: 891.</param>
/// <param name="Region">As the statistics name it; London is two, Inner and Outer London.</param>
/// <param name="Codes">E10000024; where it had several, the newest last.</param>
public sealed record Authority(string Number, string Name, string Region, IReadOnlyList<string> Codes);

/// <summary>The authorities with children's services since 2013, those that ceased among them.</summary>
public static class Authorities
{
    private static readonly IReadOnlyList<Authority> All = Read();
    private static readonly Dictionary<string, Authority> ByNumber = All.ToDictionary(authority => authority.Number);
    private static readonly Dictionary<string, Authority> ByCode =
        All.SelectMany(authority => authority.Codes.Select(code => (code, authority))).ToDictionary(pair => pair.code, pair => pair.authority);

    /// <summary>By a code that it has or had, E10000024; null where no authority had it.</summary>
    public static Authority? WithCode(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>By its three digits, 891.</summary>
    public static Authority? WithNumber(string number) => ByNumber.GetValueOrDefault(number);

    /// <summary>Whether a text has the form of an authority's code: E and eight digits.</summary>
    public static bool IsCode(string? text) => text is ['E', .. var digits] && digits.Length == 8 && digits.All(char.IsAsciiDigit);

    private static List<Authority> Read() =>
        [.. EmbeddedText.Lines("Authorities.txt").Select(line => line.Split(';') is [var number, var name, var region, var codes]
            ? new Authority(number, name, region, codes.Split(' '))
            : throw new InvalidDataException($"The list of authorities has a line that is none: {line}"))];
}
