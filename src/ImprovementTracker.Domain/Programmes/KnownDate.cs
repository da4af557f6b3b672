using System.Globalization;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A date of record as well as it is known: to the day (15 April 2011) or only to the month (March 2010).</summary>
public readonly record struct KnownDate : IComparable<KnownDate>
{
    private readonly string? _iso;

    private KnownDate(string iso) => _iso = iso;

    public static KnownDate On(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    public static KnownDate On(int year, int month, int day) => On(new DateOnly(year, month, day));
    public static KnownDate In(Month month) => new(month.ToIso());
    public static KnownDate In(int year, int month) => In(new Month(year, month));

    private string Iso => _iso ?? "0001-01";
    public bool IsToTheDay => Iso.Length == 10;
    public Month Month => Month.Parse(Iso[..7]);

    /// <summary>The day itself, or the first of the month where only the month is known: for ordering, never for display.</summary>
    public DateOnly FirstPossibleDay => IsToTheDay ? DateOnly.ParseExact(Iso, "yyyy-MM-dd", CultureInfo.InvariantCulture) : Month.FirstDay;

    /// <summary>The day itself, or the last of the month where only the month is known.</summary>
    public DateOnly LastPossibleDay => IsToTheDay ? FirstPossibleDay : Month.LastDay;

    /// <summary>2011-04-15 or 2010-03: how the database, addresses and files keep it. Sorts as text, a month before its days.</summary>
    public string ToIso() => Iso;

    public override string ToString() => IsToTheDay ? Words.Date(FirstPossibleDay) : Month.ToString();

    public int CompareTo(KnownDate other) => string.CompareOrdinal(Iso, other.Iso);
    public static bool operator <(KnownDate left, KnownDate right) => left.CompareTo(right) < 0;
    public static bool operator >(KnownDate left, KnownDate right) => left.CompareTo(right) > 0;
    public static bool operator <=(KnownDate left, KnownDate right) => left.CompareTo(right) <= 0;
    public static bool operator >=(KnownDate left, KnownDate right) => left.CompareTo(right) >= 0;

    /// <summary>Reads 2011-04-15 or 2010-03.</summary>
    public static bool TryParse(string? text, out KnownDate date)
    {
        date = default;
        if (Month.TryParse(text, out var month))
        {
            date = In(month);
            return true;
        }
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1900 or > 2999)
            return false;
        date = On(day);
        return true;
    }

    public static KnownDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date: write it as 2011-04-15, or 2011-04 where only the month is known.");
}
