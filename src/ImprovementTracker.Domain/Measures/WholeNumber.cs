using System.Globalization;
using ImprovementTracker.Domain.Programmes;

namespace ImprovementTracker.Domain.Measures;

/// <summary>Reads a count as people type it: 1598 or 1,598; nothing negative, nothing broken.</summary>
public static class WholeNumber
{
    public static readonly string Advice = "Type a whole number, such as 464.";

    public static bool TryRead(string? text, out long number) =>
        long.TryParse(text?.Trim(), NumberStyles.AllowThousands, Words.British, out number) && number is >= 0 and <= ObservationRevision.LargestCount;
}
