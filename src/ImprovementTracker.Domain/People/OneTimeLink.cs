using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ImprovementTracker.Domain.People;

/// <summary>The secret part of an address with which one person sets a password once, within a day. Only its hash is kept.</summary>
public sealed record OneTimeLink(string Secret, DateTime EndsAt)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    internal static OneTimeLink New(DateTime now) => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), now + Lasts);

    internal string Hash => HashOf(Secret);

    internal static string HashOf(string? secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? "")));

    internal static string ToText(DateTime moment) => moment.ToString("O", CultureInfo.InvariantCulture);

    internal static DateTime ToMoment(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? moment : DateTime.MinValue;
}
