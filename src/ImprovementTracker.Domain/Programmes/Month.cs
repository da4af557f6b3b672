using System.Globalization;

namespace ImprovementTracker.Domain.Programmes;

/// <summary>A calendar month, the period in which every figure of the tracker is recorded.</summary>
public readonly record struct Month : IComparable<Month>
{
    private readonly int _index;

    public Month(int year, int number)
    {
        if (year is < 1900 or > 2999)
            throw new ArgumentOutOfRangeException(nameof(year), year, "A month lies between January 1900 and December 2999.");
        if (number is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(number), number, "A month's number is 1 to 12.");
        _index = (year * 12) + number - 1;
    }

    public int Year => _index / 12;
    public int Number => (_index % 12) + 1;
    public DateOnly FirstDay => new(Year, Number, 1);
    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    /// <summary>Year and month as one number, 201105 for May 2011: how the database keeps it.</summary>
    public int ToNumber() => (Year * 100) + Number;

    public static Month FromNumber(int yearAndMonth) => new(yearAndMonth / 100, yearAndMonth % 100);
    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public Month AddMonths(int count)
    {
        var index = _index + count;
        return new Month(index / 12, (index % 12) + 1);
    }

    /// <summary>Whole months from the other month to this one; negative where this one is earlier.</summary>
    public int MonthsSince(Month other) => _index - other._index;

    /// <summary>Every month from this one to the last, both included; empty when the last is earlier.</summary>
    public IEnumerable<Month> To(Month last)
    {
        for (var index = _index; index <= last._index; index++)
            yield return new Month(index / 12, (index % 12) + 1);
    }

    public int CompareTo(Month other) => _index.CompareTo(other._index);
    public static bool operator <(Month left, Month right) => left._index < right._index;
    public static bool operator >(Month left, Month right) => left._index > right._index;
    public static bool operator <=(Month left, Month right) => left._index <= right._index;
    public static bool operator >=(Month left, Month right) => left._index >= right._index;

    /// <summary>As people read it: May 2011.</summary>
    public override string ToString() => FirstDay.ToString("MMMM yyyy", Words.British);

    /// <summary>As a chart's axis has room for: May 11.</summary>
    public string ToShortString() => FirstDay.ToString("MMM yy", Words.British);

    /// <summary>As addresses, files and the command line write it: 2011-05.</summary>
    public string ToIso() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Reads 2011-05; nothing else is a month.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        month = default;
        if (text is not { Length: 7 } || !DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year is < 1900 or > 2999)
            return false;
        month = Of(day);
        return true;
    }

    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month: write it as 2011-05.");
}
