using System.Globalization;
using System.Text.RegularExpressions;

namespace ImprovementTracker.Domain.Plan;

/// <summary>The short name of an action or objective in the plan: A7, O2. It stands in addresses, so it is plain.</summary>
public static partial class PlanReference
{
    public const string Advice = "Write the reference as letters and a number without spaces, such as A7.";

    public static bool IsWellFormed(string? text) => text is not null && Form().IsMatch(text.Trim());

    /// <summary>The reference to propose for the next: one more than the highest number behind the letter.</summary>
    public static string Next(char letter, IEnumerable<string> taken) =>
        letter + (taken.Select(reference => NumberBehind(letter, reference)).DefaultIfEmpty().Max() + 1).ToString(CultureInfo.InvariantCulture);

    private static int NumberBehind(char letter, string reference) =>
        reference.Length > 1 && char.ToUpperInvariant(reference[0]) == letter
        && int.TryParse(reference.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : 0;

    [GeneratedRegex(@"^(?=.*[0-9])[A-Za-z0-9]+([.-][A-Za-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
