namespace ImprovementTracker.Domain.Programmes;

/// <summary>
/// The bank holidays of England by rule (Banking and Financial Dealings Act 1971), with those that were moved or added by
/// proclamation. A day on a weekend that is kept on a weekday instead counts on that weekday.
/// </summary>
public static class EnglishHolidays
{
    /// <summary>The years that a calendar is shown for, and in which a day can be added.</summary>
    public const int FirstYear = 2000;
    public const int LastYear = 2050;

    private const string EarlyMay = "Early May bank holiday";
    private const string Spring = "Spring bank holiday";
    private const string Christmas = "Christmas Day";
    private const string Boxing = "Boxing Day";

    /// <summary>Up to this day every bank holiday is announced; after it, one may still be moved or added.</summary>
    public static readonly DateOnly AnnouncedUntil = new(2027, 12, 31);

    /// <summary>Those added, and those that were kept on another day than the rule's.</summary>
    private static readonly Dictionary<DateOnly, string> Added = new()
    {
        [new(2002, 6, 3)] = "Golden Jubilee",
        [new(2002, 6, 4)] = Spring,
        [new(2011, 4, 29)] = "Royal wedding",
        [new(2012, 6, 4)] = Spring,
        [new(2012, 6, 5)] = "Diamond Jubilee",
        [new(2020, 5, 8)] = EarlyMay,
        [new(2022, 6, 2)] = Spring,
        [new(2022, 6, 3)] = "Platinum Jubilee",
        [new(2022, 9, 19)] = "State funeral of Queen Elizabeth II",
        [new(2023, 5, 8)] = "Coronation of King Charles III",
    };

    /// <summary>Ordinary days in those years, because the holiday was kept on another.</summary>
    private static readonly HashSet<DateOnly> Moved = [new(2002, 5, 27), new(2012, 5, 28), new(2020, 5, 4), new(2022, 5, 30)];

    public static bool Has(DateOnly day) => NameOf(day) is not null;

    /// <summary>What the day is kept for; null for an ordinary day.</summary>
    public static string? NameOf(DateOnly day) => Added.TryGetValue(day, out var name) ? name : Moved.Contains(day) ? null : NameByRule(day);

    /// <summary>The year's bank holidays that fall on Monday to Friday, in order.</summary>
    public static IReadOnlyList<(DateOnly Day, string Name)> Of(int year)
    {
        var first = new DateOnly(year, 1, 1);
        return [.. Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Select(day => (Day: day, Name: NameOf(day)))
            .Where(holiday => holiday.Name is not null)
            .Select(holiday => (holiday.Day, holiday.Name!))];
    }

    private static string? NameByRule(DateOnly day) => (day.Month, day.Day, day.DayOfWeek) switch
    {
        (1, 1, _) => "New Year's Day",
        (1, 2 or 3, DayOfWeek.Monday) => "New Year's Day (substitute day)",
        (3 or 4, _, DayOfWeek.Friday) when Easter(day.Year).AddDays(-2) == day => "Good Friday",
        (3 or 4, _, DayOfWeek.Monday) when Easter(day.Year).AddDays(1) == day => "Easter Monday",
        (5, <= 7, DayOfWeek.Monday) => EarlyMay,
        (5, >= 25, DayOfWeek.Monday) => Spring,
        (8, >= 25, DayOfWeek.Monday) => "Summer bank holiday",
        (12, 25, _) => Christmas,
        (12, 26, _) => Boxing,
        // Christmas or Boxing Day on a weekend.
        (12, 27, DayOfWeek.Monday or DayOfWeek.Tuesday) => Christmas + " (substitute day)",
        (12, 28, DayOfWeek.Monday or DayOfWeek.Tuesday) => Boxing + " (substitute day)",
        _ => null,
    };

    /// <summary>Easter Sunday of the Gregorian calendar, by the ecclesiastical full moon.</summary>
    private static DateOnly Easter(int year)
    {
        var (golden, century) = (year % 19, year / 100);
        var correction = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var moon = correction - (correction / 28 * (1 - (correction / 28 * (29 / (correction + 1)) * ((21 - golden) / 11))));
        var sunday = moon - ((year + (year / 4) + moon + 2 - century + (century / 4)) % 7);
        return new DateOnly(year, 3, 28).AddDays(sunday);
    }
}
