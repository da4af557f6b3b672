using System.Globalization;
using System.Text.RegularExpressions;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Reads a count as people type it: 1598 or 1,598; nothing negative, nothing broken, and no comma but between thousands: 46,4 may mean 46.4.</summary>
public static partial class WholeNumber
{
    public static readonly string Advice = "Type a whole number, such as 464.";

    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(,[0-9]{3})+)$")]
    private static partial Regex Form();

    public static bool TryRead(string? text, out long number)
    {
        number = 0;
        return text?.Trim() is { } plain && Form().IsMatch(plain)
            && long.TryParse(plain, NumberStyles.AllowThousands, Words.British, out number) && number is >= 0 and <= ObservationRevision.LargestCount;
    }
}
