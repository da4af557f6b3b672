using System.Security.Cryptography;

namespace ImprovementTracker.Web.Operation;

/// <summary>The number that a person reads out when something went wrong, so that the log's lines about it can be found: K7QF-2MPX.</summary>
public static class ReferenceNumber
{
    /// <summary>The response header that carries it.</summary>
    public const string Header = "X-Reference";

    // Letters and digits that are not mistaken for one another on paper or on the telephone.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string Next()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{letters[..4]}-{letters[4..]}";
    }
}
